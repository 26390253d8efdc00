"""The workspace in a real browser, served on loopback: what people do with it, and that it stays silent."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, expect

from dragoman.model.record import Record
from dragoman.show.web import shelf
from dragoman.show.web.app import workspace
from dragoman.show.web.serving import opened
from dragoman.show.web.settings import Settings
from dragoman.store.folder import keep
from dragoman.store.save import save
from tests.browser.conftest import Serious
from tests.browser.hostile import hostile_record
from tests.show.newsroom import small_record

pytestmark = pytest.mark.xdist_group("browser")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return kept(small_record(), tmp_path)


def kept(record: Record, place: Path) -> Path:
    save(record, place)
    keep(record, place)
    return place


@pytest.fixture
def site(folder: Path) -> Iterator[str]:
    """The address of a workspace over the small record."""
    with served(folder) as address:
        yield address


@contextmanager
def served(folder: Path) -> Iterator[str]:
    settings = Settings(folder=folder, port=0)
    listening = opened(settings)
    server = uvicorn.Server(uvicorn.Config(workspace(settings), log_level="warning", lifespan="on"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join(timeout=20)


@pytest.fixture
def desk(site: str, watched: Page) -> Page:
    """The first page of the workspace."""
    watched.goto(site)
    return watched


def test_a_disagreement_opens_with_both_sentences_highlighted(desk: Page) -> None:
    desk.locator("#disagreements").get_by_role("link", name="Will the accord be signed?").click()
    marks = desk.locator("#drawer mark")
    expect(marks).to_have_text(["We have come to sign the ferry accord", "Ruritania has not agreed to anything"])
    expect(desk.locator("#drawer")).to_contain_text("Correct this row")


def test_the_ledger_is_filtered_at_once_and_the_address_keeps_it(desk: Page, site: str) -> None:
    desk.goto(f"{site}/statements")
    desk.get_by_label("Actor").select_option("en-bauer")
    expect(desk.locator("#found")).to_contain_text("1 statements (of 3 in all)")
    assert "actor=en-bauer" in desk.url
    desk.reload()
    expect(desk.get_by_label("Actor")).to_have_value("en-bauer")
    desk.get_by_role("link", name="leave out").click()
    expect(desk.locator("#found")).to_contain_text("3 statements")
    desk.go_back()
    expect(desk.locator("#found")).to_contain_text("1 statements (of 3 in all)")


def test_where_nothing_matches_a_filter_can_be_left_out(desk: Page, site: str) -> None:
    desk.goto(f"{site}/claims?standing=single")
    expect(desk.locator("#found")).to_contain_text("None of 1 claims matches what is set.")
    desk.locator(".nothing").get_by_role("link", name="all claims").click()
    expect(desk.locator("#found")).to_contain_text("We have come to sign the ferry accord")


def test_a_permanent_address_leads_to_a_row_and_its_place_in_the_article(desk: Page) -> None:
    desk.locator("#claims a.id").first.click()
    expect(desk).to_have_url(desk.url.partition("/row/")[0] + "/row/cl-signed")
    desk.locator(".why a.chip").first.click()
    assert "/articles/" in desk.url
    expect(desk.locator(".at.is-target")).to_have_count(1)


def test_an_article_that_is_pasted_is_read_while_one_watches(site: str, watched: Page, folder: Path) -> None:
    (folder / "dragoman.db").unlink()
    desk = watched
    desk.goto(site)
    desk.get_by_label("Text of the article").fill("“We will never sign,” Premier Ana Kovač said on Friday in Port Syl.")
    desk.get_by_label("Outlet").fill("Port Herald")
    desk.get_by_role("button", name="Read the text").click()
    expect(desk.get_by_role("heading", name="Reading")).to_be_visible()
    expect(desk.get_by_role("heading", name="Read", exact=True)).to_be_visible(timeout=60_000)


def test_files_are_dropped_on_any_page_and_what_is_broken_is_told(site: str, watched: Page, tmp_path: Path) -> None:
    drop = """() => {
        const files = new DataTransfer();
        files.items.add(new File(["“We have agreed,” Minister Ito said in Geneva on Friday."], "herald.txt"));
        files.items.add(new File([""], "empty.txt"));
        for (const kind of ["dragenter", "dragover", "drop"])
            document.querySelector("main").dispatchEvent(
                new DragEvent(kind, { dataTransfer: files, bubbles: true, cancelable: true }));
    }"""
    (tmp_path / "dragoman.db").unlink()
    watched.goto(site)
    watched.evaluate(drop)
    expect(watched.get_by_role("heading", name="Read", exact=True)).to_be_visible(timeout=60_000)
    expect(watched.locator(".problems")).to_contain_text("empty.txt: it is empty")
    watched.get_by_role("link", name="To the record", exact=True).click()
    expect(watched.locator("main")).to_contain_text("We have agreed")


def test_a_row_is_corrected_from_its_drawer_and_the_correction_taken_back(desk: Page) -> None:
    desk.locator("#claims summary", has_text="Evidence").first.click()
    drawer = desk.locator("#drawer")
    drawer.get_by_text("Add a note").click()
    drawer.get_by_label("Note").fill("see the treaty of 1994")
    drawer.get_by_label("By").first.fill("Ann")
    drawer.get_by_role("button", name="Keep the note").click()
    expect(desk.locator(".correction")).to_contain_text("see the treaty of 1994")
    desk.get_by_role("button", name="Take back").click()
    expect(desk.locator("main")).to_contain_text("Nothing is corrected")


def test_a_search_narrows_down(desk: Page) -> None:
    desk.get_by_label("Search words in every list").fill("accord")
    desk.get_by_role("button", name="Search").click()
    desk.locator(".facets").get_by_role("link", name="statements").click()
    expect(desk.locator(".hits > li")).to_have_count(1)
    assert "q=accord" in desk.url
    assert "kind=statements" in desk.url


def test_two_outlets_are_compared_and_the_address_keeps_them(desk: Page) -> None:
    desk.locator(".desk-links").get_by_role("link", name="Compare").click()
    expect(desk.locator("#found")).to_contain_text("Choose two outlets")
    desk.get_by_label("One").fill("Lakeland Herald")
    desk.get_by_label("the other").fill("Gazette")
    desk.get_by_role("button", name="Compare").click()
    assert "a=Lakeland+Herald&b=Gazette" in desk.url
    expect(desk.get_by_role("heading", name="They differ")).to_be_visible()
    expect(desk.locator(".dispute mark")).to_contain_text(["We have come to sign the ferry accord"])
    desk.locator(".dispute").get_by_role("link", name="Will the accord be signed?").click()
    assert desk.url.endswith("/row/di-signed")


def test_a_claim_is_checked_and_where_nothing_comes_near_it_is_said(desk: Page) -> None:
    desk.locator(".desk-links").get_by_role("link", name="Check").click()
    desk.get_by_label("Claim").fill("they have come to sign the ferry accord")
    desk.keyboard.press("Enter")
    expect(desk.get_by_role("heading", name="Says it")).to_be_visible()
    expect(desk.locator("mark").first).to_have_text("We have come to sign the ferry accord")
    desk.get_by_label("Claim").fill("the volcano erupted over the orchard")
    desk.get_by_role("button", name="Check").click()
    expect(desk.locator(".nothing")).to_contain_text("Nothing in this record comes near to")
    desk.go_back()
    expect(desk.get_by_role("heading", name="Says it")).to_be_visible()


def test_the_keyboard_is_enough(desk: Page) -> None:
    desk.keyboard.press("Tab")
    desk.keyboard.press("Enter")
    assert desk.url.endswith("#main")
    desk.locator("#claims summary", has_text="Evidence").first.focus()
    desk.keyboard.press("Enter")
    expect(desk.locator("#drawer")).to_be_visible()
    desk.keyboard.press("Escape")
    expect(desk.locator("#drawer")).to_be_hidden()
    expect(desk.locator("#claims summary", has_text="Evidence").first).to_be_focused()


PAGES = ("/", "/offers", "/statements", "/search?q=accord", "/row/di-signed", "/row/en-bauer",
         "/articles/ar-herald", "/add", "/runs?before=1&after=1", "/stories", "/corrections", "/nowhere",
         "/claims?standing=single", "/compare", "/compare?a=Lakeland+Herald&b=Gazette", "/compare?a=Nobody&b=Gazette",
         "/check?claim=they+signed+the+ferry+accord", "/check?claim=volcano")  # fmt: skip


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_serious_keeps_people_from_using_it(site: str, page: Page, serious: Serious, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    for address in PAGES:
        page.goto(f"{site}{address}")
        assert serious(page) == [], address


def test_no_page_is_wider_than_a_telephone(site: str, page: Page) -> None:
    page.set_viewport_size({"width": 375, "height": 700})
    for address in PAGES:
        page.goto(f"{site}{address}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 375, address


def test_a_quotation_is_copied_with_its_citation(desk: Page, site: str) -> None:
    desk.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=site)
    desk.locator("#disagreements summary", has_text="Evidence").first.click()
    desk.locator("#drawer").get_by_role("button", name="Copy as quotation").first.click()
    expect(desk.locator("#drawer").get_by_role("button", name="Copied")).to_be_visible()
    copied = desk.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("“We have come to sign the ferry accord” (Lakeland Herald, “Lakeland talks open”")


def test_nothing_of_strangers_runs_or_loads(folder: Path, watched: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "record_of", lambda db, run: hostile_record())
    with served(folder) as site:
        pages = ["/", "/offers", "/statements", "/actors", "/search?q=script", "/runs", "/stories", "/timeline"]
        for address in pages:
            watched.goto(f"{site}{address}")
            assert watched.evaluate(ODD) == []
            assert watched.locator("iframe, img, base, object, embed, math").count() == 0
        watched.goto(f"{site}/disagreements")
        for summary in watched.locator("details.evidence > summary").all()[:40]:
            summary.dispatch_event("click")
        watched.locator("#drawer .chip").first.hover()
        for row in watched.locator("a.id").all()[:3]:
            assert (row.get_attribute("href") or "").startswith("/row/")


ODD = """() => [...document.querySelectorAll("*")].flatMap((e) => [...e.attributes]
  .filter((a) => a.name.startsWith("on") || a.name === "style" || a.name === "srcdoc"
    || (a.name === "src" && !a.value.startsWith("/static/")) || (a.name === "href" && !/^(#|\\/|https:)/.test(a.value)))
  .map((a) => `${e.tagName} ${a.name}=${a.value}`))"""


def test_it_is_read_without_javascript(site: str, browser: Browser) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{site}/offers?actor=bauer")
    expect(page.locator("#found")).to_contain_text("The ferry accord")
    page.locator("details.evidence summary").first.click()
    expect(page.locator("details.evidence mark").first).to_be_visible()
    page.get_by_label("Actor").select_option("en-erdogan")
    page.get_by_role("button", name="Filter").click()
    assert "actor=en-erdogan" in page.url
    page.goto(f"{site}/add")
    page.get_by_label("Text of the article").fill("They met in Geneva.")
    page.get_by_role("button", name="Read the text").click()
    expect(page.locator("h1")).to_contain_text("Read")
