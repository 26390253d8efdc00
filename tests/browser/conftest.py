"""A real browser for the tests: Debian's Chromium, driven by Playwright, with nothing of it talking on its own.

Where no Chromium is, the tests are skipped with the reason; with CI=true they fail instead. `page` is a fresh page of
the browser; `watched` is the same and fails the test that lets it say anything on the console, ask anything of a
network, open a dialog or meet an error.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from dragoman.model.record import Record
from dragoman.show.report import page as report

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
AXE = Path(__file__).parent / "vendor" / "axe.min.js"
OURS = ("file:", "data:", "blob:", "about:", "http://127.0.0.1", "http://localhost")
Serious = Callable[[Page], list[str]]

expect.set_options(timeout=20_000)  # a busy machine is no fault of a page


def chromium() -> str:
    """The browser's program; skips where there is none, and fails where there has to be one."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found:
        return found
    reason = "no Chromium on this machine (Debian: apt-get install chromium)"
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    return {**browser_type_launch_args, "executable_path": chromium(), "args": list(QUIET)}


@pytest.fixture
def watched(page: Page) -> Iterator[Page]:
    """A page that has to stay silent; what it said is told at the end of the test."""
    heard: list[str] = []
    page.on("console", lambda message: heard.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: heard.append(f"error: {error}"))
    page.on("request", lambda asked: None if asked.url.startswith(OURS) else heard.append(f"request: {asked.url}"))
    page.on("dialog", lambda dialog: (heard.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    yield page
    assert heard == []


@pytest.fixture
def opened(watched: Page, tmp_path: Path) -> Callable[[Record], Page]:
    """Opens the report of a record as a file, as a user would."""

    def open_report(record: Record) -> Page:
        file = tmp_path / "report.html"
        file.write_text(report(record), encoding="utf-8")
        watched.goto(file.as_uri())
        return watched

    return open_report


@pytest.fixture(scope="session")
def serious() -> Serious:
    """What axe-core finds on a page that is serious or critical, one line each."""
    source = AXE.read_text(encoding="utf-8")

    def found(page: Page) -> list[str]:
        page.evaluate(source)
        rows = page.evaluate("async () => (await axe.run(document, {resultTypes: ['violations']})).violations")
        return [
            f"{row['id']}: {node['target']} {node['failureSummary']}"
            for row in rows
            if row["impact"] in ("serious", "critical")
            for node in row["nodes"]
        ]

    return found
