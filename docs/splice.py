"""Puts what the program really prints into pages written by hand.

A comment `<!-- $ command -->` stands before a block; the block is what the command prints, run in a folder of its own
beside the bundled articles. `python docs/splice.py` writes the blocks anew; `--check` writes nothing, names the pages
that are stale, and ends with 1 where there are any. A processor with other instructions rounds otherwise, and now and
then a line of a record comes out otherwise there: a page is stale where more than a tenth of its printed lines are
others. Does not touch pages made whole from the code: see make.py.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from difflib import SequenceMatcher
from pathlib import Path

HOUSE = Path(__file__).parent.parent
PAGES = ("README.md", "docs/tour.md")
ALIKE = 0.9
BLOCK = re.compile(r"(<!-- \$ (?P<command>.+?) -->\n```text\n)(?P<printed>.*?)(```\n)", re.DOTALL)


def main() -> None:
    now = {page: spliced(HOUSE / page) for page in PAGES}
    if "--check" in sys.argv:
        stale = [page for page, text in now.items() if alike(text, (HOUSE / page).read_text("utf-8")) < ALIKE]
        sys.exit(f"stale, run `make docs`: {', '.join(stale)}" if stale else 0)
    for page, text in now.items():
        (HOUSE / page).write_text(text, encoding="utf-8")


def alike(one: str, other: str) -> float:
    """The share of the printed lines of two pages that are the same, in order; what is written by hand is."""
    left, right = (
        [line for block in BLOCK.finditer(page) for line in block["printed"].splitlines()] for page in (one, other)
    )
    return SequenceMatcher(None, left, right, autojunk=False).ratio() if left or right else 1.0


def spliced(page: Path) -> str:
    """The page with every block as its command prints it now, in the order of the page."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "examples").symlink_to(HOUSE / "examples")
        return BLOCK.sub(
            lambda block: block[1] + printed(block["command"], folder) + block[4], page.read_text(encoding="utf-8")
        )


def printed(command: str, folder: str) -> str:
    """What a command prints on a plain screen of 100 columns, without white space at the ends of lines."""
    plain = {"NO_COLOR": "1", "TERM": "dumb", "COLUMNS": "100"}
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        cwd=folder,
        env=os.environ | plain | {"PATH": path},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        sys.exit(f"{command}: {done.stderr}")
    return "".join(line.rstrip() + "\n" for line in done.stdout.splitlines())


if __name__ == "__main__":
    main()
