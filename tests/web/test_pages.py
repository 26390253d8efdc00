"""The pages of the workspace: each is there, whole, made of the record, and leads to what it names."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pytest
from starlette.testclient import TestClient

from dragoman.show.web.pages.pieces import PARTS
from tests.web.conftest import Client, Page, app

ROWS = ("st-11111111", "me-laketown", "pr-ferry", "cl-signed", "di-signed", "fr-envoy", "tl-wednesday", "en-bauer",
        "sy-ferry", "ga-unread", "ti-wednesday", "pr-ferry/0")  # fmt: skip


@pytest.mark.parametrize("anchor", PARTS)
def test_each_section_has_a_page(desk: TestClient, anchor: str) -> None:
    answer = desk.get(f"/{anchor}")
    assert answer.status_code == 200
    assert PARTS[anchor].title in Page(answer.text).text


def test_the_whole_record_stands_on_one_page_in_the_order_of_the_report(desk: TestClient) -> None:
    page = Page(desk.get("/").text)
    sections = [attrs["id"] for tag, attrs in page.elements if tag == "section" and "id" in attrs]
    assert sections == ["brief", "meetings", "offers", "disagreements", "claims", "timeline", "framing", "actors",
                        "articles", "gaps"]  # fmt: skip
    assert "What the sources say, not what is true." in page.text


@pytest.mark.parametrize("identifier", ROWS)
def test_each_row_has_an_address_that_shows_what_it_rests_on(desk: TestClient, identifier: str) -> None:
    answer = desk.get(f"/row/{identifier}")
    assert answer.status_code == 200
    assert "What it rests on" in Page(answer.text).text


def test_a_disagreement_shows_both_sentences_with_their_words_marked(desk: TestClient) -> None:
    html = desk.get("/row/di-signed").text
    for words in ("We have come to sign the ferry accord", "Ruritania has not agreed to anything"):
        assert re.search(rf"<mark[^>]*>{words}</mark>", html)


def test_an_article_is_shown_whole_with_its_places(desk: TestClient) -> None:
    page = Page(desk.get("/articles/ar-herald").text)
    assert "Foreign Minister Tarja Erdoğan" in page.text
    assert "s-st-11111111" in page.values("id")


def test_the_place_of_a_statement_leads_into_its_article(desk: TestClient) -> None:
    answer = desk.get("/place/s-st-11111111?run=2", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/articles/ar-herald?run=2#s-st-11111111")


def test_every_address_on_every_page_leads_somewhere(client: Client) -> None:
    with client(reads_a_second=10_000) as desk:
        seen, waiting = set(), ["/", "/search?q=accord", "/runs?before=1&after=2", "/offers?run=1"]
        while waiting:
            address = waiting.pop()
            if address in seen or len(seen) > 250:
                continue
            seen.add(address)
            answer = desk.get(address)
            assert answer.status_code == 200, address
            if "html" in answer.headers["content-type"]:
                waiting += followed(address, Page(answer.text))
    assert len(seen) > 40


def followed(address: str, page: Page) -> list[str]:
    """The addresses of the workspace that a page leads to; an anchor on the page itself must be there."""
    found = []
    for href in page.values("href") + page.values("src"):
        target, anchor = urldefrag(href)
        if not target:
            assert not anchor or anchor in page.values("id"), (address, href)
        elif not target.startswith("https://example.org/"):
            found.append(urljoin(address, target))
    return found


def test_an_older_run_is_shown_as_such_and_its_links_stay_in_it(desk: TestClient) -> None:
    page = Page(desk.get("/offers?run=1").text)
    assert "Run 1, which may not be the last one." in page.text
    assert "/row/pr-ferry?run=1" in page.values("href")


def test_a_line_that_was_made_before_leads_where_the_page_stays(desk: TestClient) -> None:
    for _ in range(2):
        assert "/row/pr-ferry" in Page(desk.get("/offers").text).values("href")
        page = Page(desk.get("/offers?run=2").text)
        assert "/row/pr-ferry?run=2" in page.values("href")
        assert "/row/pr-ferry" not in page.values("href")


def test_runs_are_listed_and_compared(desk: TestClient) -> None:
    page = Page(desk.get("/runs?before=1&after=2").text)
    assert "gaps 2 new" in page.text
    assert "/row/ga-unread?run=2" in page.values("href")
    assert "Nothing changed from run 2 to run 2." in Page(desk.get("/runs?before=2&after=2").text).text


def test_a_page_is_not_sent_again_to_who_has_it(desk: TestClient) -> None:
    first = desk.get("/offers")
    again = desk.get("/offers", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_a_folder_without_a_run_invites_to_add_articles(tmp_path: Path) -> None:
    desk = TestClient(app(tmp_path), base_url="http://127.0.0.1:8417")
    answer = desk.get("/")
    assert answer.url.path == "/add"
    assert "No run is kept here yet" in answer.text
    assert desk.get("/offers").status_code == 404


@pytest.mark.parametrize(
    "address", ["/row/st-nowhere", "/articles/ar-nowhere", "/offers?run=7", "/nowhere", "/place/s-x"]
)
def test_what_is_not_there_is_explained(desk: TestClient, address: str) -> None:
    answer = desk.get(address)
    assert answer.status_code == 404
    page = Page(answer.text)
    assert len(page.text) > 80
    assert "/" in page.values("href")


def test_whatever_an_article_says_stays_words(desk: TestClient) -> None:
    for address in ("/", "/articles", "/articles/ar-gazette", "/search?q=script", "/statements", "/row/ar-gazette"):
        html = desk.get(address).text
        assert "<script>alert" not in html
        assert "javascript:alert" not in " ".join(Page(html).values("href"))
    assert "&lt;script&gt;alert(&#34;talks&#34;)&lt;/script&gt;" in desk.get("/articles/ar-gazette").text


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", '"><img src=x>', "' onload='x"])
def test_whatever_is_searched_for_stays_words(desk: TestClient, words: str) -> None:
    page = Page(desk.get("/search", params={"q": words}).text)
    assert words in page.text
    assert not [name for _, attrs in page.elements for name in attrs if name.startswith("on")]
    assert not [attrs for tag, attrs in page.elements if tag == "script" and "src" not in attrs]


def test_no_page_has_a_style_or_script_of_its_own(desk: TestClient) -> None:
    for address in ("/", "/offers", "/row/di-signed", "/add", "/runs", "/nowhere"):
        elements = Page(desk.get(address).text).elements
        assert not [tag for tag, attrs in elements if tag == "style" or "style" in attrs]
        assert not [tag for tag, attrs in elements if tag == "script" and "src" not in attrs]
