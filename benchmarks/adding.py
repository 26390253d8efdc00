"""What adding one article to a store of many costs, beside a run of that article alone.

Both are whole programs, start-up, record, report and store included, each by the time of the processor, which other
programs on the machine disturb least, and by the clock. The store is made once and copied for every round. Takes
newswire from a corpus of stories where one is at hand, else says so and ends.

usage: python benchmarks/adding.py [CORPUS.jsonl] [--articles N] [--rounds N]
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from rich.console import Console
from rich.table import Table

CORPUS = Path(__file__).parent.parent.parent / "shared" / "corpora" / "crossdoc" / "story_clusters.jsonl"
DRAGOMAN = Path(sys.executable).with_name("dragoman")
SHORTEST = 1_000  # characters: an article, not a summary


def main() -> None:
    options = arguments()
    if not options.corpus.exists():
        print(f"no articles at {options.corpus}: name a JSONL file with `text` and `doc`", file=sys.stderr)
        return
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        lay_out(options.corpus, options.articles, place)
        run(place, "many", "-o", "kept")
        alone, added = [], []
        for _ in range(options.rounds):
            shutil.rmtree(place / "alone", ignore_errors=True)
            shutil.rmtree(place / "copy", ignore_errors=True)
            shutil.copytree(place / "kept", place / "copy")
            alone.append(run(place, "one", "-o", "alone"))
            added.append(run(place, "one", "-o", "copy", "--add"))
    show(options.articles, alone, added)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="The cost of adding one article to many.")
    parser.add_argument("corpus", nargs="?", type=Path, default=CORPUS)
    parser.add_argument("--articles", type=int, default=500, help="articles in the store")
    parser.add_argument("--rounds", type=int, default=3)
    return parser.parse_args()


def lay_out(corpus: Path, number: int, place: Path) -> None:
    """A folder of many articles and one of another, drawn the same way every time."""
    rows = [json.loads(line) for line in corpus.read_text(encoding="utf-8").splitlines()]
    rows = [row for row in rows if len(row["text"]) >= SHORTEST]
    random.Random(1995).shuffle(rows)
    for folder, some in (("many", rows[:number]), ("one", rows[number : number + 1])):
        (place / folder).mkdir()
        for row in some:
            (place / folder / f"{row['doc'].replace('/', '-')}.txt").write_text(row["text"], encoding="utf-8")


def run(place: Path, *words: str) -> tuple[float, float]:
    """Seconds of the processor and of the clock that a run takes."""
    before, start = used(), time.monotonic()
    command = [DRAGOMAN, "run", *words, "--jobs", "1"]
    done = subprocess.run(command, cwd=place, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr)
    return used() - before, time.monotonic() - start


def used() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return children.ru_utime + children.ru_stime


def show(number: int, alone: list[tuple[float, float]], added: list[tuple[float, float]]) -> None:
    table = Table("what", "processor", "clock")
    for what, found in (("one article alone", alone), (f"the same added to {number}", added)):
        table.add_row(what, *(f"{statistics.median(column):.1f} s" for column in zip(*found, strict=True)))
    pairs = [[b / a for a, b in zip(one, other, strict=True)] for one, other in zip(alone, added, strict=True)]
    table.add_row("times as much", *(f"{statistics.median(column):.1f}" for column in zip(*pairs, strict=True)))
    Console().print(table)


if __name__ == "__main__":
    main()
