"""Puts what the program really prints into pages written by hand.

A comment `<!-- $ command -->` stands before a block; the block is what the command prints, run in a folder of its own
beside the bundled articles. `python docs/splice.py` writes the blocks anew; `--check` writes nothing, names the pages
that are stale, and ends with 1 where there are any. Does not touch pages made whole from the code: see make.py.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

HOUSE = Path(__file__).parent.parent
PAGES = ("README.md", "docs/tour.md")
BLOCK = re.compile(r"(<!-- \$ (?P<command>.+?) -->\n```text\n)(?P<printed>.*?)(```\n)", re.DOTALL)


def main() -> None:
    stale = {page: text for page in PAGES if (text := spliced(HOUSE / page)) != (HOUSE / page).read_text("utf-8")}
    if "--check" in sys.argv:
        sys.exit(f"stale, run `make docs`: {', '.join(stale)}" if stale else 0)
    for page, text in stale.items():
        (HOUSE / page).write_text(text, encoding="utf-8")


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
