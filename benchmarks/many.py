"""Whether many articles of mixed stories cost more a word than few of one story: whole runs, start-up left out.

Both are read, annotated, linked, compared and written out in one process, measured in time of the processor, so that
what else the machine does counts little. What is aimed at is a ratio within a fifth of one. Takes newswire from a
corpus of stories where one is at hand and no folder is named, else says so and ends.

usage: python benchmarks/many.py [FOLDER] [--articles N] [--few N] [--rounds N]
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from dragoman.engine.build import record_from
from dragoman.model.record import Record
from dragoman.model.text import Article
from dragoman.read import read
from dragoman.store.json import to_json

CORPUS = Path(__file__).parent.parent.parent / "shared" / "corpora" / "crossdoc" / "story_clusters.jsonl"
SHORTEST = 1_000  # characters: an article, not a summary


def main() -> None:
    options = arguments()
    if options.folder is None and not CORPUS.exists():
        print(f"no articles at {CORPUS}: name a folder of articles of several stories", file=sys.stderr)
        return
    with tempfile.TemporaryDirectory() as place:
        folder = options.folder or lay_out(options.articles, Path(place))
        paths = [str(path) for path in sorted(Path(folder).rglob("*")) if path.is_file()]
        record, _ = run(paths)  # warms up what both need
        few = [row.path for row in record.articles if row.id in set(record.stories[0].articles)][: options.few]
        turns = ((few, 3 * options.rounds), (paths, options.rounds))
        rates = [rate([run(part)[1] for _ in range(rounds)], part) for part, rounds in turns]
    print(f"ratio of seconds a word, {len(paths)} articles to {len(few)}: {rates[1] / rates[0]:.2f}")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="What a word costs in few articles and in many.")
    parser.add_argument("folder", nargs="?", help="a folder of articles of several stories")
    parser.add_argument("--articles", type=int, default=500, help="articles drawn where no folder is named")
    parser.add_argument("--few", type=int, default=5, help="articles of one story to begin with")
    parser.add_argument("--rounds", type=int, default=1, help="turns of the many; the few take three for each")
    return parser.parse_args()


def lay_out(number: int, place: Path) -> Path:
    """A folder of articles, drawn the same way every time."""
    rows = [json.loads(line) for line in CORPUS.read_text(encoding="utf-8").splitlines()]
    rows = [row for row in rows if len(row["text"]) >= SHORTEST]
    random.Random(1995).shuffle(rows)
    for row in rows[:number]:
        (place / f"{row['doc'].replace('/', '-')}.txt").write_text(row["text"], encoding="utf-8")
    return place


def run(paths: Sequence[str]) -> tuple[Record, float]:
    """The record of these files, and the seconds of the processor that it took, written out."""
    start = time.process_time()
    record = record_from(read(paths), jobs=1)
    to_json(record)
    return record, time.process_time() - start


def rate(seconds: Sequence[float], paths: Sequence[str]) -> float:
    """Seconds for a word."""
    articles = [item for item in read(paths) if isinstance(item, Article)]
    words = sum(len(article.quote(span).split()) for article in articles for span in article.paragraphs)
    found = statistics.median(seconds)
    print(f"{len(articles)} articles, {words:,} words: {words / found:,.0f} words a second of the processor")
    return found / words


if __name__ == "__main__":
    main()
