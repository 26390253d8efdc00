"""Dates of annotated events, to score the layer of times on: newswire, and the accounts of one negotiation.

The newswire rows name the words that tell a date and, where the annotator could know them, its days: ours is the
time read at those words, in the article as `read` makes it. The negotiation's rows name only evidence: ours is
the time that `time_of` gives inside it, and beside it whether any time in the same paragraph has the days.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from dragoman.annotate.language import read_language
from dragoman.annotate.times import add_times, times_of
from dragoman.model.flow import Annotated
from dragoman.model.text import Article, Span
from dragoman.model.when import TimeMention, When
from dragoman.read import read
from training.corpora import CORPORA

SHARED = CORPORA.parent


def annotated_files(folder: Path) -> dict[str, Annotated]:
    """The articles of a folder by the stem of their file, read by the language model, with times."""
    found = {}
    for article in read([str(folder)]):
        if isinstance(article, Article):
            stem = Path(article.path).stem
            annotated = Annotated(article=article, reading=read_language(article))
            found[stem] = add_times(annotated)
    return found


def newswire() -> Iterator[tuple[str, bool, str]]:
    """Each event with words and days for its date: whether the article's day was known, a hit, and both in words."""
    articles = annotated_files(CORPORA / "events/annotated/articles")
    seen = set()
    for line in (CORPORA / "events/annotated/annotations.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        annotated = articles.get(row["article"])
        for event in row["events"] if annotated is not None else ():
            if annotated is None or not event["date_text"] or not event["date"] or ".." in event["date"]:
                continue
            ours = at_words(annotated, event)
            key = (row["article"], ours.span if ours else event["clause"], event["date"])
            if key not in seen:
                seen.add(key)
                when = ours.when if ours is not None else None
                said = f"{row['article']} {annotated.article.published}: {event['date_text']} {event['date']}"
                kind = "dated" if annotated.article.published else "undated"
                yield kind, same_date(when, event["date"]), f"{said}, ours {when} {ours and ours.why}"


def at_words(annotated: Annotated, event: dict[str, str]) -> TimeMention | None:
    """The time at the words of a date: of several such words, the one nearest to the event's clause."""
    text = annotated.article.text
    clause = max(text.find(event["clause"]), 0)
    places = [m.start() for m in re.finditer(re.escape(event["date_text"]), text)]
    if not places:
        return None
    start = min(places, key=lambda place: abs(place - clause))
    span = annotated.article.span(start, start + len(event["date_text"]))
    return next((time for time in annotated.times if time.span.overlaps(span)), None)


def same_date(when: When | None, gold: str) -> bool:
    """Equal at the gold's precision, as the scorer of records has it: 2025-02 takes any days in that month."""
    if when is None:
        return False
    start, end = (gold.split("/") * 2)[:2]
    return when.start.isoformat().startswith(start) and when.end.isoformat().startswith(end)


def istanbul() -> Iterator[tuple[str, bool, str]]:
    """Each dated event and meeting: its date by `time_of` at one of its quotes, and by any time near one."""
    gold = json.loads((SHARED / "gold/istanbul-2025.json").read_text(encoding="utf-8"))
    articles = annotated_files(SHARED / "articles/istanbul-2025")
    by_id = {short: articles[Path(name).stem] for short, name in ids(gold)}
    for row in (*gold["events"], *gold["meetings"]):
        if not row["date"]:
            continue
        quotes = [(by_id[e["article"]], e["quote"]) for e in row["evidence"]]
        exact = [time for annotated, quote in quotes if (time := dating(annotated, quote)) is not None]
        near = [time for annotated, quote in quotes for time in nearby(annotated, quote)]
        told = f"{row['date']}: {row.get('summary', row.get('label'))}, ours "
        if exact:
            hit = any(same_date(time.when, row["date"]) for time in exact)
            yield "time_of", hit, told + "; ".join(f"{t.when} {t.why}" for t in exact)
        if near:
            hit = any(same_date(time.when, row["date"]) for time in near)
            yield "near", hit, told + "; ".join(f"{t.when}" for t in near)


def ids(gold: dict[str, list[dict[str, str]]]) -> list[tuple[str, str]]:
    rows = gold["articles"]
    pairs = rows.items() if isinstance(rows, dict) else ((k, v) for row in rows for k, v in row.items())
    return sorted((str(k), str(v)) for k, v in pairs)


def place_of(annotated: Annotated, quote: str) -> Span | None:
    """Where a quote stands, white space aside."""
    found = re.search(r"\s+".join(map(re.escape, quote.split())), annotated.article.text)
    return annotated.article.span(found.start(), found.end()) if found else None


def dating(annotated: Annotated, quote: str) -> TimeMention | None:
    span = place_of(annotated, quote)
    return times_of(annotated).of(span) if span is not None else None


def nearby(annotated: Annotated, quote: str) -> list[TimeMention]:
    """The times of the paragraph in which a quote begins."""
    span = place_of(annotated, quote)
    if span is None:
        return []
    around = [p for p in annotated.article.paragraphs if p.overlaps(span)]
    return [time for time in annotated.times if any(p.holds(time.span) for p in around)]
