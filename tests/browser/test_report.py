"""The report in a real browser: what it shows, how it is used, and that it stays silent."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from dragoman.model.record import Record
from dragoman.show.report import page as report
from tests.browser.conftest import AXE, Serious
from tests.show.newsroom import small_record

Opened = Callable[[Record], Page]
BOTH = ["We have come to sign the ferry accord", "Ruritania has not agreed to anything"]
FOCUSED = "() => document.activeElement.outerHTML.slice(0, 200)"


@pytest.fixture
def shown(opened: Opened) -> Page:
    """The report of the small record."""
    return opened(small_record())


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The same as a file, not yet opened."""
    (tmp_path / "kept.html").write_text(report(small_record()), encoding="utf-8")
    return tmp_path / "kept.html"


def test_a_disagreement_shows_both_sentences_highlighted_side_by_side(shown: Page) -> None:
    marks = shown.locator("#di-signed .positions mark")
    expect(marks).to_have_text(BOTH)
    left, right = (mark.bounding_box() for mark in marks.all())
    assert left
    assert right
    assert left["y"] == right["y"]
    assert left["x"] < right["x"]
    shown.get_by_role("link", name="Will the accord be signed?").last.click()
    expect(shown.locator("#drawer mark")).to_have_text(BOTH)
    assert shown.url.endswith("#di-signed")


def test_the_ledger_is_filtered_by_actor_and_the_address_keeps_it(shown: Page) -> None:
    ledger = shown.locator("#offers")
    ledger.get_by_label("Actor").select_option(label="Ruritania")
    expect(ledger.locator("output")).to_have_text("1 of 1 proposals")
    shown.goto(shown.url)
    expect(ledger.get_by_label("Actor")).to_have_value("en-ruritania")


def test_a_filter_that_matches_nothing_says_so(shown: Page) -> None:
    shown.goto(f"{shown.url}#timeline?timeline.actor=en-bauer")
    shown.locator("#claims").get_by_label("only differences").check()
    expect(shown.locator("#claims output")).to_have_text("1 of 1 claims")
    shown.evaluate("document.querySelector('#claims .row').dataset.differs = 'no'")
    shown.locator("#claims").get_by_label("only differences").uncheck()
    shown.locator("#claims").get_by_label("only differences").check()
    expect(shown.locator("#claims output")).to_contain_text("None of 1 claims matches")


def test_an_address_leads_to_its_row_wherever_it_is_folded_away(watched: Page, file: Path) -> None:
    watched.goto(f"{file.as_uri()}#st-33333333")
    row = watched.locator("#st-33333333")
    expect(row).to_be_in_viewport()
    expect(row).to_have_class("statement row is-target")
    row.get_by_text("Evidence").click()
    watched.locator("#drawer .chip").click()
    expect(watched.get_by_text("Ruritania has not agreed to anything").last).to_be_in_viewport()


def test_two_outlets_stand_side_by_side_as_chosen(shown: Page) -> None:
    shown.get_by_label("Left").select_option(label="Lakeland Herald")
    shown.get_by_label("Right").select_option(label="ar-gazette.txt")
    seen = shown.locator(".outlet:visible h3")
    assert sorted(seen.all_text_contents()) == ["Lakeland Herald", "ar-gazette.txt"]
    herald, gazette = (shown.locator(".outlet", has_text=name).first.bounding_box() for name in ("Tarja", "its envoy"))
    assert herald
    assert gazette
    assert herald["x"] < gazette["x"]


def test_what_is_copied_is_a_quotation_with_its_citation(shown: Page) -> None:
    shown.evaluate("navigator.clipboard.writeText = async (text) => { window.copied = text; }")
    shown.locator("#di-signed details.evidence summary").click()
    shown.get_by_role("button", name="Copy as quotation").first.click()
    copied = str(shown.evaluate("window.copied"))
    assert copied.startswith(
        "“We have come to sign the ferry accord” (Lakeland Herald, “Lakeland talks open”, 2 November"
    )
    shown.get_by_role("button", name="Copy citation").first.click()
    assert "https://example.org/ar-herald" in str(shown.evaluate("window.copied"))


def test_the_keyboard_is_enough(shown: Page) -> None:
    shown.keyboard.press("Tab")
    assert "Skip to the record" in shown.evaluate(FOCUSED)
    assert shown.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    shown.keyboard.press("Enter")
    tab_to(shown, 'data-open="di-signed"')
    shown.keyboard.press("Enter")
    assert 'id="drawer-title"' in shown.evaluate(FOCUSED)
    expect(shown.locator("#drawer")).to_be_visible()
    shown.keyboard.press("Escape")
    expect(shown.locator("#drawer")).to_be_hidden()
    assert 'data-open="di-signed"' in shown.evaluate(FOCUSED)
    tab_to(shown, "<summary>Evidence")
    shown.keyboard.press("Enter")
    tab_to(shown, "Copy citation")


def tab_to(page: Page, what: str) -> None:
    for _ in range(150):
        page.keyboard.press("Tab")
        if what in page.evaluate(FOCUSED):
            return
    pytest.fail(f"no key leads to {what}")


def test_it_prints_with_all_that_is_folded(shown: Page) -> None:
    assert shown.pdf().startswith(b"%PDF")
    shown.emulate_media(media="print")
    expect(shown.locator("nav.bar")).to_be_hidden()
    shown.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(shown.locator("#st-11111111")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440])
def test_nothing_serious_keeps_people_from_using_it(shown: Page, serious: Serious, scheme: str, width: int) -> None:
    shown.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    shown.set_viewport_size({"width": width, "height": 800})
    shown.locator("#di-signed details.evidence summary").click()
    shown.evaluate("document.querySelectorAll('details.fold').forEach((e) => { e.open = true; })")
    assert serious(shown) == []


@pytest.mark.parametrize("width", [360, 800, 1440])
def test_it_fits_every_width(shown: Page, width: int) -> None:
    shown.set_viewport_size({"width": width, "height": 800})
    assert shown.evaluate("document.documentElement.scrollWidth") <= width


def test_light_and_dark_are_chosen_and_kept(shown: Page) -> None:
    shown.get_by_role("button", name="Switch to dark colours").click()
    dark = shown.evaluate("getComputedStyle(document.body).backgroundColor")
    shown.reload()
    assert shown.evaluate("getComputedStyle(document.body).backgroundColor") == dark
    shown.get_by_role("button", name="Switch to light colours").click()
    assert shown.evaluate("getComputedStyle(document.body).backgroundColor") != dark


def test_it_can_be_read_without_javascript(browser: Browser, file: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(file.as_uri())
    expect(page.locator("#di-signed .positions mark")).to_have_text(BOTH)
    expect(page.locator(".filters").first).to_be_hidden()
    page.locator("#pr-ferry details.evidence summary").click()
    expect(page.locator("#pr-ferry .opened mark").first).to_be_visible()
    expect(page.locator("#ar-herald .text")).to_be_visible()
    context.close()


def test_the_policy_stops_a_script_that_is_not_its_own(page: Page, file: Path) -> None:
    page.goto(file.as_uri())
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.ran = true\">')")
    page.evaluate(
        "(e => { e.textContent = 'window.ran = true'; document.body.append(e); })(document.createElement('script'))"
    )
    page.wait_for_timeout(200)
    assert page.evaluate("window.ran") is None


def test_the_vendored_axe_is_the_one_that_is_named() -> None:
    told = (AXE.parent / "README.md").read_text(encoding="utf-8")
    assert hashlib.sha256(AXE.read_bytes()).hexdigest() in told
