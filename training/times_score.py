"""Scores of the layer of times on dated texts.

    python -m training.times_score gum-dev|gum-train|recognizers|events|istanbul [--misses] [--trees]

Prints hits, how many there were, and with `--misses` each miss. Never reads a split named test. Marks that contradict
their own text are counted, and told apart in a second figure that leaves them out.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from dragoman.annotate.language import read_language
from dragoman.annotate.times import add_times
from dragoman.model.flow import Annotated
from dragoman.model.identity import digest
from dragoman.model.text import Article, Span
from dragoman.model.when import TimeMention, When
from training.times_cases import cases
from training.times_events import istanbul, newswire
from training.times_gum import Document, gold_when, gum

Outcome = tuple[str, bool, str]
# Marks set aside, by text and value, and why: nothing but the year is wrong in them.
AT_ODDS = {
    ("GUM_vlog_radiology", "2020-10-22"): "the text is of 2019 and says that it is a Tuesday; in 2020 it is not",
}


def gum_outcomes(split: str, *, trees: bool) -> Iterator[Outcome]:
    """Each marked day, month and year: its kind, whether ours is the same, and both in words."""
    for document in gum(split):
        annotated = document.annotated(trees=trees)
        if not trees:
            annotated = replace(annotated, reading=read_language(annotated.article))
        annotated = add_times(annotated)
        for start, end, value in document.dates:
            gold = gold_when(value)
            if gold is None:
                continue
            ours = best(annotated.times, start, end, gold)
            kind = "day" if gold.is_day else ("year" if gold.days > 31 else "month")
            hit = ours is not None and (same_days(ours.when, gold) or holds(ours, start, end, gold))
            yield kind, hit, told(document, start, end, gold, ours)
            if (document.name, str(gold.start)) not in AT_ODDS:
                yield "consistent", hit, ""


def case_outcomes() -> Iterator[Outcome]:
    """Each case: its set, whether ours is one of its values, and both in words."""
    for case in cases():
        article = article_of(case.text, case.said)
        annotated = add_times(Annotated(article=article, reading=read_language(article)))
        ours = max((t for t in annotated.times), key=lambda t: len(t.span), default=None)
        when = None if ours is None else ours.when
        hit = when is None if not case.days else when is not None and any(fits(when, *days) for days in case.days)
        wanted = ", ".join(f"{a}/{b}" for a, b in case.days) or "no day"
        yield "cases", hit, f"{case.said}: {case.text} | {wanted}, ours {days(when)} {ours and ours.why}"


def fits(ours: When, start: date, end: date) -> bool:
    """Whether the days are theirs, whose stretches mostly stop before their last day.

    Where we read a week, month or year around a day ("two years ago"), theirs must be in it.
    """
    if start == end:
        return ours.start <= start <= ours.end and (ours.is_day or ours.days in (7, 28, 29, 30, 31, 365, 366))
    return ours.start == start and ours.end in (end, end - timedelta(days=1))


def article_of(text: str, published: date | None) -> Article:
    made = f"ar-{digest(text)[:8]}"
    parts, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            parts.append(Span(made, at, at + len(line)))
        at += len(line) + 1
    return Article(id=made, path=made, text=text, sha256=digest(text), paragraphs=tuple(parts), published=published)


def best(times: tuple[TimeMention, ...], start: int, end: int, gold: When) -> TimeMention | None:
    """The mention that shares most with a place."""
    touching = [t for t in times if t.span.start < end and start < t.span.end]
    return max(touching, key=lambda t: min(end, t.span.end) - max(start, t.span.start), default=None)


def same_days(ours: When | None, gold: When) -> bool:
    return ours is not None and (ours.start, ours.end) == (gold.start, gold.end)


def holds(ours: TimeMention, start: int, end: int, gold: When) -> bool:
    """Whether the mark is one end of our interval, or the year or month whose part we read.

    The corpus marks "March" and "August 2011" apart where we read an interval, and "1990" in "the end of 1990".
    """
    if ours.when is None or (ours.span.start, ours.span.end) == (start, end):
        return False
    if ours.when.days > gold.days:
        return (ours.when.start == gold.start and end < ours.span.end) or ours.when.end == gold.end
    return ours.span.start < start and gold.holds(ours.when) and not gold.is_day


def told(document: Document, start: int, end: int, gold: When, ours: TimeMention | None) -> str:
    around = document.text[max(start - 40, 0) : end + 30].replace("\n", " ")
    found = "not found" if ours is None else f"{days(ours.when)} ({ours.why})"
    return f"{document.name} {document.written}: {document.text[start:end]!r} {days(gold)}, ours {found} | {around}"


def days(when: When | None) -> str:
    return "none" if when is None else (f"{when.start}" if when.is_day else f"{when.start}/{when.end}")


def report(outcomes: Iterator[Outcome], *, misses: bool) -> None:
    tally: dict[str, list[bool]] = {}
    for kind, hit, what in outcomes:
        tally.setdefault(kind, []).append(hit)
        if kind != "consistent":
            tally.setdefault("all", []).append(hit)
        if misses and not hit and what:
            print(f"{kind}: {what}")
    for kind, hits in sorted(tally.items()):
        print(f"{kind:12} {sum(hits):4} of {len(hits):4}  {sum(hits) / len(hits):.3f}")


SCORES: dict[str, Callable[[bool], Iterator[Outcome]]] = {
    "gum-dev": lambda trees: gum_outcomes("dev", trees=trees),
    "gum-train": lambda trees: gum_outcomes("train", trees=trees),
    "recognizers": lambda _: case_outcomes(),
    "events": lambda _: newswire(),
    "istanbul": lambda _: istanbul(),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", choices=sorted(SCORES))
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--trees", action="store_true", help="with the trees of the corpus")
    options = parser.parse_args()
    report(SCORES[options.corpus](options.trees), misses=options.misses)


if __name__ == "__main__":
    main()
