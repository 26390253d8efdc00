"""Whether many articles of mixed stories cost more a word than few: linking and comparing alone, in one process.

Articles are read and annotated once; then those of one story alone and all together take turns, measured in time of
the processor, so that what else the machine does counts little. What is aimed at is within a fifth of each other.

usage: python benchmarks/many.py FOLDER [--few N] [--rounds N]
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Sequence

from dragoman import __version__
from dragoman.engine.workers import annotate_all
from dragoman.link import link
from dragoman.model.flow import Annotated
from dragoman.model.record import Made
from dragoman.model.text import Article
from dragoman.read import read
from dragoman.reconstruct import reconstruct


def main() -> None:
    options = arguments()
    annotated = list(annotate_all([item for item in read([options.folder]) if isinstance(item, Article)], jobs=1))
    few = largest_story(annotated)[: options.few]
    for part in (few, annotated):
        seconds = [compared(part) for _ in range(options.rounds)]
        words = sum(len(a.article.quote(span).split()) for a in part for span in a.article.paragraphs)
        rate = 1_000 * statistics.median(seconds) / words
        print(f"{len(part)} articles, {words:,} words: {rate:.3f} s for a thousand words")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="What a word costs in few articles and in many.")
    parser.add_argument("folder", help="a folder of articles of several stories")
    parser.add_argument("--few", type=int, default=5, help="articles of one story to begin with")
    parser.add_argument("--rounds", type=int, default=3, help="turns")
    return parser.parse_args()


def largest_story(annotated: Sequence[Annotated]) -> list[Annotated]:
    stories = link(annotated).stories
    kept = set(max(stories, key=len))
    return [a for a in annotated if a.article.id in kept]


def compared(annotated: Sequence[Annotated]) -> float:
    """Seconds of the processor."""
    start = time.process_time()
    reconstruct(link(annotated), made=Made(version=__version__, model="-", options={}))
    return time.process_time() - start


if __name__ == "__main__":
    main()
