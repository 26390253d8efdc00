"""An article whose text is a script stays text: nothing of strangers runs, loads, or turns the page around."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from dragoman.model.record import Record
from tests.browser.hostile import HOSTILE, hostile_record

Opened = Callable[[Record], Page]

ODD = """() => [...document.querySelectorAll("*")].flatMap((e) => [...e.attributes]
  .filter((a) => a.name.startsWith("on") || a.name === "style" || a.name === "srcdoc" || a.name === "src"
    || (a.name === "href" && !/^(#|https:)/.test(a.value)))
  .map((a) => `${e.tagName} ${a.name}=${a.value}`))"""
TURNED = """() => { const found = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) { const text = walker.currentNode;
    if (!text.data.includes("\\u202e")) continue;
    let e = text.parentElement, alone = false;
    while (e && !alone) { const style = getComputedStyle(e);
      alone = style.unicodeBidi !== "normal" || e.matches("option, script, style, title");
      if (!alone && style.display !== "inline") break;
      e = e.parentElement; }
    if (!alone && e && e.childNodes.length > 1) found.push(text.parentElement.outerHTML.slice(0, 200)); }
  return found; }"""


@pytest.fixture
def hostile_page(opened: Opened) -> Page:
    return opened(hostile_record())


def test_nothing_of_strangers_runs_or_loads(hostile_page: Page) -> None:
    for summary in hostile_page.locator("details.evidence > summary").all()[:200]:
        summary.dispatch_event("click")
    hostile_page.locator("#drawer .chip").first.hover()
    assert hostile_page.evaluate(ODD) == []
    assert hostile_page.locator("script").count() == 1
    assert hostile_page.locator("iframe, img, link, base, form, object, embed, math").count() == 0


def test_its_words_are_there_to_be_read(hostile_page: Page) -> None:
    body = " ".join((hostile_page.locator("body").text_content() or "").split())
    assert [text for text in HOSTILE if shown(text) not in body] == []


def shown(text: str) -> str:
    return " ".join(text.replace("\x00", "\ufffd").replace("\ud800", "?").split())


def test_words_that_run_backwards_turn_nothing_but_themselves(hostile_page: Page) -> None:
    assert hostile_page.evaluate(TURNED) == []
