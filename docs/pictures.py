"""Takes the pictures of report and workspace that stand in the pages, from the bundled articles, in a real browser.

`python docs/pictures.py` writes those that have changed to the eye; it writes nothing and says so where there is no
Chromium. Does not touch any text. Pictures have few colours, so that they stay small.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageChops
from playwright.sync_api import Page, sync_playwright

import dragoman
from dragoman.engine.adding import build_kept

HOUSE = Path(__file__).parent.parent
PICTURES = Path(__file__).parent / "pictures"
NAMES = ("chromium", "chromium-browser", "google-chrome")
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")
COLOURS = 96
ALIKE = 0.01
"""A picture of which no more pixels than this share have changed is left as it is."""


@dataclass(frozen=True, slots=True)
class View:
    """One picture: what is in view (an anchor of the report, an address of the workspace), and what is done before."""

    name: str
    anchor: str
    width: int = 1200
    height: int = 720
    dark: bool = False
    script: str = ""


VIEWS = (
    View("top", "top"),
    View("meetings", "meetings"),
    View("ledger", "offers"),
    View("disagreements", "disagreements"),
    View("claims", "claims"),
    View("timeline", "timeline"),
    View("framing", "framing", dark=True),
    View("actors", "actors"),
    View("articles", "articles"),
    View("drawer", "disagreements", script="document.querySelector('[data-open]').click()"),
    View("phone", "offers", width=360, height=720),
)


SHOW_FORMS = """setTimeout(() => { const forms = document.querySelector(".in-drawer .correct");
  forms.querySelector("details").open = true; forms.scrollIntoView({ block: "end" }); }, 600)"""
WORKSPACE = (
    View("workspace", "/"),
    View("search", "/search?q=ceasefire"),
    View("correcting", "/disagreements", script=f"document.querySelector('[data-open]').click(); {SHOW_FORMS}"),
)
"""Pictures of the workspace, each by its address."""


def main() -> None:
    program = next((found for name in NAMES if (found := shutil.which(name))), None)
    if program is None:
        print("no Chromium here: the pictures stay as they are", file=sys.stderr)
        return
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        report = Path(folder) / "report.html"
        os.chdir(HOUSE)
        report.write_text(dragoman.build("examples/istanbul-2025").report(), encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=program, args=list(QUIET))
        for view in VIEWS:
            page = browser.new_page(
                viewport={"width": view.width, "height": view.height}, color_scheme="dark" if view.dark else "light"
            )
            keep(view.name, taken(page, view, report))
            page.close()
        with served(Path(folder)) as site:
            page = browser.new_page(viewport={"width": 1200, "height": 720})
            for view in WORKSPACE:
                page.goto(f"{site}{view.anchor}")
                keep(view.name, shot(page, view))
        browser.close()


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The bundled articles as a workspace; gives back its address."""
    build_kept(folder, ["examples/istanbul-2025"])
    command = [sys.executable, "-m", "dragoman.show.cli.app", "serve", str(folder), "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        yield (process.stdout.readline() if process.stdout else "").split()[-1].rstrip("/")
    finally:
        process.terminate()
        process.wait()


def taken(page: Page, view: View, report: Path) -> Image.Image:
    page.goto(f"{report.as_uri()}#{view.anchor}")
    page.evaluate(f"document.getElementById('{view.anchor}').scrollIntoView()")
    return shot(page, view)


def shot(page: Page, view: View) -> Image.Image:
    if view.script:
        page.evaluate(view.script)
    page.wait_for_timeout(900 if SHOW_FORMS in view.script else 200)
    picture = Image.open(io.BytesIO(page.screenshot()))
    return picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)


def keep(name: str, picture: Image.Image) -> None:
    """Write a picture, unless the one that is there looks the same."""
    file = PICTURES / f"{name}.png"
    if file.exists() and is_alike(Image.open(file), picture):
        return
    picture.save(file, optimize=True)
    print(f"docs/pictures/{name}.png: {file.stat().st_size // 1000} kB")


def is_alike(before: Image.Image, after: Image.Image) -> bool:
    if before.size != after.size:
        return False
    changed = ImageChops.difference(before.convert("L"), after.convert("L")).point(lambda value: 255 * (value > 40))
    return changed.histogram()[255] <= ALIKE * changed.width * changed.height


if __name__ == "__main__":
    main()
