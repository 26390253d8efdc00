"""How long the report takes to write, and how large it is: for five articles, and for five hundred.

The five are bundled; the five hundred are a hundred stories, each the five under ids of its own, so that what is
measured is the report and not the run. Seconds are those of the processor, which other programs on the machine do
not lengthen. Does not judge: docs/quality.md says what is aimed at.

usage: python benchmarks/report.py [--rounds N]
"""

from __future__ import annotations

import argparse
import re
import statistics
import time
from dataclasses import fields, replace
from pathlib import Path

from rich.console import Console
from rich.table import Table

from dragoman.engine.build import build
from dragoman.model.record import Record
from dragoman.show.report import page
from dragoman.store.json import from_json, to_json

EXAMPLE = Path(__file__).parent.parent / "examples" / "istanbul-2025"
FIVE = ("free-meridian.txt", "harbour-press.md", "kontur.txt", "levant-daily.html", "marlow-courier.md")
ID = re.compile(r'"([a-z]{2}-[0-9a-f]{8})"')
STORIES = 100


def main() -> None:
    parser = argparse.ArgumentParser(description="Seconds and bytes of the report.")
    parser.add_argument("--rounds", type=int, default=3, help="how often each is written; the median counts")
    rounds = parser.parse_args().rounds
    five = build([str(EXAMPLE / name) for name in FIVE], jobs=1)
    many = multiplied(five, STORIES)
    table = Table("articles", "seconds", "MB", "seconds for an article")
    for record in (five, many):
        seconds, size = measured(record, rounds)
        number = len(record.articles)
        table.add_row(str(number), f"{seconds:.2f}", f"{size / 1e6:.2f}", f"{seconds / number:.4f}")
    Console().print(table)


def multiplied(record: Record, times: int) -> Record:
    """The record so many times over, under other ids."""
    text = to_json(record)
    parts = [from_json(ID.sub(rf'"\1-{place}"', text), path="-") for place in range(1, times + 1)]
    lists = [f.name for f in fields(record) if f.name != "dragoman"]
    joined = {name: tuple(row for part in parts for row in getattr(part, name)) for name in lists}
    return replace(record, **joined)


def measured(record: Record, rounds: int) -> tuple[float, int]:
    """The median of the seconds to write it, after one to warm up, and its size in bytes."""
    size = len(page(record).encode("utf-8"))
    times = []
    for _ in range(rounds):
        start = time.process_time()
        page(record)
        times.append(time.process_time() - start)
    return statistics.median(times), size


if __name__ == "__main__":
    main()
