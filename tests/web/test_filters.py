"""What an address asks for: filters, pages, searches; and an answer that helps where nothing matches."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from dragoman.show.web.asked import Asked
from tests.web.conftest import Page


def test_the_ledger_is_filtered_by_actor(desk: TestClient) -> None:
    assert "The ferry accord" in Page(desk.get("/offers?actor=bauer").text).text
    page = Page(desk.get("/statements?actor=bauer").text)
    assert "1 statements (of 3 in all)" in page.text


@pytest.mark.parametrize(
    ("address", "left"),
    [
        ("/statements?outlet=Lakeland+Herald", 2),
        ("/statements?since=1995-11-03", 0),
        ("/statements?q=FERRY+accord", 1),
        ("/claims?standing=contested", 1),
        ("/claims?standing=single", 0),
        ("/meetings?kind=held", 1),
        ("/statements?story=sy-ferry", 3),
    ],
)
def test_each_filter_leaves_what_it_names(desk: TestClient, address: str, left: int) -> None:
    api = desk.get(f"/api/v1{address}").json()
    assert api["total"] == left
    shown = Page(desk.get(address).text)
    assert ("matches what is set" in shown.text) == (left == 0)


@pytest.mark.parametrize("address", ["/claims?standing=single", "/offers?actor=Nobody&q=ferry", "/?q=nowhere"])
def test_where_nothing_matches_the_page_says_so_and_drops_a_filter(desk: TestClient, address: str) -> None:
    answer = desk.get(address)
    assert answer.status_code == 200
    page = Page(answer.text)
    assert "Leave out" in page.text
    (path, _, query) = address.partition("?")
    name = query.partition("=")[0]
    dropped = [href for href in page.values("href") if href.startswith(path) and f"{name}=" not in href]
    assert dropped


def test_a_name_that_nobody_has_gets_near_ones(desk: TestClient) -> None:
    assert "Did you mean Otto Bauer?" in Page(desk.get("/statements?actor=Baur").text).text


def test_pages_follow_one_another(desk: TestClient) -> None:
    first = Page(desk.get("/statements?per_page=2").text)
    assert "1 to 2 of 3 statements" in first.text
    assert "/statements?page=2&per_page=2" in first.values("href")
    assert "3 to 3 of 3 statements" in Page(desk.get("/statements?per_page=2&page=2").text).text
    assert "There are only 2 pages" in Page(desk.get("/statements?per_page=2&page=3").text).text


@pytest.mark.parametrize("query", ["page=0", "page=x", "since=yesterday", "standing=true", f"q={'x' * 300}"])
def test_what_cannot_be_meant_is_refused_with_its_name(desk: TestClient, query: str) -> None:
    answer = desk.get(f"/offers?{query}")
    assert answer.status_code == 422
    assert query.partition("=")[0] in Page(answer.text).text


def test_a_search_goes_through_every_list_and_narrows_down(desk: TestClient) -> None:
    page = Page(desk.get("/search?q=ferry").text)
    assert "6 rows of all lists" in page.text
    narrowed = [href for href in page.values("href") if "kind=statements" in href]
    assert "1 row of all lists" in Page(desk.get(narrowed[0]).text).text


def test_the_facets_count_what_they_leave(desk: TestClient) -> None:
    found = desk.get("/api/v1/search?q=ferry").json()
    for name, values in found["facets"].items():
        for value in values:
            days = {"since": value["value"], "until": value["value"]}
            query = days if name == "day" else {name: value["value"]}
            left = desk.get("/api/v1/search", params={"q": "ferry", **query}).json()["total"]
            assert left >= value["rows"], (name, value)


def test_an_address_keeps_what_is_asked_and_leaves_out_what_goes_without_saying() -> None:
    asked = Asked(actor="Ito", page=3)
    assert asked.address("/offers") == "/offers?actor=Ito&page=3"
    assert asked.address("/offers", page=1, actor=None) == "/offers"
