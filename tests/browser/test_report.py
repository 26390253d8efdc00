"""The report in a real browser: what it shows, how it is used, and that it stays silent."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from dragoman.model.record import Record
from tests.browser.conftest import AXE, Serious
from tests.show.newsroom import small_record

Opened = Callable[[Record], Page]


def test_a_disagreement_shows_both_sentences_highlighted(opened: Opened) -> None:
    page = opened(small_record())
    page.get_by_role("link", name="Will the accord be signed?").first.click()
    marks = page.locator("#drawer mark")
    expect(marks).to_have_text(["We have come to sign the ferry accord", "Ruritania has not agreed to anything"])
    assert page.url.endswith("#di-signed")


def test_the_ledger_is_filtered_by_actor_and_the_address_keeps_it(opened: Opened) -> None:
    page = opened(small_record())
    page.locator("#offers").get_by_label("Actor").select_option(label="Ruritania")
    expect(page.locator("#offers output")).to_have_text("1 of 1 proposals")
    assert "offers.actor=en-ruritania" in page.url


def test_the_vendored_axe_is_the_one_that_is_named() -> None:
    told = (AXE.parent / "README.md").read_text(encoding="utf-8")
    assert hashlib.sha256(AXE.read_bytes()).hexdigest() in told


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_serious_keeps_people_from_using_it(opened: Opened, serious: Serious, scheme: str) -> None:
    page = opened(small_record())
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    assert serious(page) == []
