"""How fast a run is: words per second of the whole run beside the bare language model, memory, and start-up.

Model and run take turns in one process on the same paragraphs, so that whatever slows one slows the other: their
ratio can be compared between machines, words per second cannot. By the clock a run gains from a second core, on which
it reads ahead; by processor time it does not, nor does it lose on a busy machine. Does not measure several processes,
and does not judge: docs/quality.md says what is aimed at.

usage: python benchmarks/speed.py [PATH...] [--rounds N]
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from rich.console import Console
from rich.table import Table

from dragoman.annotate.language import read_language
from dragoman.engine.build import record_from
from dragoman.model.text import Article
from dragoman.read import read
from dragoman.store.json import to_json

EXAMPLE = Path(__file__).parent.parent / "examples" / "istanbul-2025"
FIVE = ("free-meridian.txt", "harbour-press.md", "kontur.txt", "levant-daily.html", "marlow-courier.md")
DRAGOMAN = Path(sys.executable).with_name("dragoman")


def main() -> None:
    options = arguments()
    paths = options.paths or [str(EXAMPLE)]
    articles = [item for item in read(paths) if isinstance(item, Article)]
    paragraphs = [article.quote(span) for article in articles for span in article.paragraphs]
    words = sum(len(paragraph.split()) for paragraph in paragraphs)
    bare, whole = taking_turns(lambda: bare_model(articles), lambda: whole_run(paths), rounds=options.rounds)
    _, *five = started([str(EXAMPLE / name) for name in FIVE], times=4)
    show(
        ("articles, words", f"{len(articles)}, {words:,}"),
        ("bare language model", f"{words / statistics.median(t.clock for t in bare):,.0f} words a second"),
        ("whole run, one process", f"{words / statistics.median(t.clock for t in whole):,.0f} words a second"),
        ("whole run / bare model, by the clock", f"{ratio([t.clock for t in whole], [t.clock for t in bare]):.2f}"),
        ("... by processor time", f"{ratio([t.processor for t in whole], [t.processor for t in bare]):.2f}"),
        ("five short articles, start-up included", f"{statistics.median(five):.1f} s"),
        ("peak memory of a run", f"{resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:,.0f} MiB"),
    )


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Words per second, memory and start-up of a run.")
    parser.add_argument("paths", nargs="*", help="articles to read (the bundled example)")
    parser.add_argument("--rounds", type=int, default=5, help="turns that each side takes")
    return parser.parse_args()


def bare_model(articles: list[Article]) -> None:
    for article in articles:
        read_language(article)


def whole_run(paths: list[str]) -> None:
    to_json(record_from(read(paths), jobs=1))


class Taken(NamedTuple):
    """Seconds that something took: by the clock, and of all cores of this process."""

    clock: float
    processor: float


def taking_turns(*sides: Callable[[], None], rounds: int) -> list[list[Taken]]:
    """What each side takes in each round, after one round to warm up."""
    for side in sides:
        side()
    return [list(times) for times in zip(*[[timed(side) for side in sides] for _ in range(rounds)], strict=True)]


def timed(side: Callable[[], object]) -> Taken:
    clock, processor = time.perf_counter(), time.process_time()
    side()
    return Taken(time.perf_counter() - clock, time.process_time() - processor)


def ratio(whole: Sequence[float], bare: Sequence[float]) -> float:
    """How many times as long the one takes as the other, round by round."""
    return statistics.median(b / a for a, b in zip(bare, whole, strict=True))


def started(paths: list[str], times: int) -> list[float]:
    """Seconds of each of some whole `dragoman run`s in processes of their own; the first has no compiled files yet."""
    with tempfile.TemporaryDirectory() as folder:
        command = [str(DRAGOMAN), "run", *paths, "-o", f"{folder}/out", "--jobs", "1"]
        own = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        own["PYTHONPYCACHEPREFIX"] = f"{folder}/compiled"
        return [
            timed(lambda: subprocess.run(command, check=True, capture_output=True, env=own)).clock for _ in range(times)
        ]


def show(*rows: tuple[str, str]) -> None:
    table = Table(show_header=False)
    for row in rows:
        table.add_row(*row)
    Console().print(table)


if __name__ == "__main__":
    main()
