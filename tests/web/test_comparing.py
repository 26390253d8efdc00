"""Two accounts side by side, and a claim looked for: what the commands tell, on pages with an address of their own."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from tests.web.conftest import Page


def test_two_outlets_stand_side_by_side(desk: TestClient) -> None:
    page = Page(desk.get("/compare", params={"a": "Lakeland Herald", "b": "Gazette"}).text)
    assert "They differ" in page.text
    assert "We have come to sign the ferry accord" in page.text
    assert "Ruritania has not agreed to anything" in page.text
    assert "Voices carried" in page.text
    assert "/row/di-signed" in page.values("href")


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        ({}, "Choose two outlets"),
        ({"a": "Lakeland Herald"}, "Choose two outlets"),
        ({"a": "Lakeland Herald", "b": "Nowhere Times"}, "No outlet and no article is called Nowhere Times."),
        ({"a": "Lakeland Herald", "b": "ar-herald"}, "both mean"),
        ({"a": "<script>alert(1)</script>", "b": "Gazette"}, "<script>alert(1)</script>"),
    ],
)
def test_what_cannot_be_compared_is_explained(desk: TestClient, asked: dict[str, str], why: str) -> None:
    answer = desk.get("/compare", params=asked)
    assert answer.status_code == 200
    assert why in Page(answer.text).text


def test_a_claim_is_looked_for_in_other_words(desk: TestClient) -> None:
    page = Page(desk.get("/check", params={"claim": "they have come to sign the ferry accord"}).text)
    assert "1 independent account says it" in page.text
    assert "We have come to sign the ferry accord" in page.text
    assert "Disagreements about it" in page.text
    assert "/row/di-signed" in page.values("href")


@pytest.mark.parametrize(
    ("claim", "why"),
    [
        ("", "Type a claim in your own words"),
        ("the volcano erupted over the orchard", "Nothing in this record comes near to"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
    ],
)
def test_what_is_not_found_is_explained(desk: TestClient, claim: str, why: str) -> None:
    answer = desk.get("/check", params={"claim": claim})
    assert answer.status_code == 200
    assert why in Page(answer.text).text


@pytest.mark.parametrize("address", ["/compare?a=Lakeland+Herald&b=Gazette&run=1", "/check?claim=ferry+accord&run=1"])
def test_an_older_run_is_looked_at(desk: TestClient, address: str) -> None:
    page = Page(desk.get(address).text)
    assert "Run 1, which may not be the last one." in page.text
    assert any(href.startswith("/row/") and href.endswith("?run=1") for href in page.values("href"))
