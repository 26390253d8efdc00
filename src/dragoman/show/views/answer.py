"""The answer to a question on a screen: the places by stance, each with its voice and outlet, then who is silent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from rich.padding import Padding
from rich.text import Text

from dragoman.show.asked import Answer, Found
from dragoman.show.lookup import Lookup
from dragoman.show.views.support import labels, origin, said_by
from dragoman.show.wording import closed_up, count, quoted_once

TITLES = (
    ("says", "Says it"),
    ("differs", "Has another value"),
    ("denies", "Denies it or says the contrary"),
    ("near", "Comes near"),
)


def screen(answer: Answer, lookup: Lookup) -> Iterable[Text | Padding]:
    """What was asked, how many accounts say it, every place that answers, and the accounts that are silent."""
    yield Text(quoted_once(closed_up(answer.question)), style="bold")
    yield Text(counted(answer, lookup))
    for stance, title in TITLES:
        rows = [row for row in answer.found if row.stance == stance]
        if rows:
            yield Text()
            yield Text(title, style="bold")
            for place in rows:
                yield from lines(place, lookup)
    for row in answer.disagreements:
        yield Text()
        yield Text.assemble(("Disagreement  ", "bold"), row.question, (f" · {row.id}", "dim"))
    if answer.silent:
        yield Text()
        yield Text.assemble(("Silent  ", "bold"), labels(answer.silent, lookup))


def counted(answer: Answer, lookup: Lookup) -> str:
    """
    "2 independent accounts say it, 1 article denies it, 3 are silent"
    """
    articles = {stance: {row.evidence.article for row in answer.found if row.stance == stance} for stance, _ in TITLES}
    parts = [f"{count(answer.independent, 'independent account')} say{'s' * (answer.independent == 1)} it"]
    parts += [f"{count(len(articles['differs']), 'article')} with another value"] * bool(articles["differs"])
    parts += [f"{count(len(articles['denies']), 'article')} with a denial or the contrary"] * bool(articles["denies"])
    parts += [f"{len(answer.silent)} silent"] * bool(answer.silent)
    return ", ".join(parts)


def lines(row: Found, lookup: Lookup) -> Iterator[Padding]:
    yield Padding(Text(closed_up(row.evidence.quote)), (0, 0, 0, 2))
    told = f"{said_by(row.statement, lookup)}{origin(row.evidence.article, lookup)} · {row.ref}"
    without = f" · without: {', '.join(row.missing)}" if row.missing else ""
    yield Padding(Text(told + without, style="dim"), (0, 0, 0, 4))


def as_json(answer: Answer) -> dict[str, Any]:
    """The answer as plain values; `share` is how much of the question a place meets, from 0 to 1."""
    return {
        "question": answer.question,
        "independent": answer.independent,
        "found": [of_row(row) for row in answer.found],
        "disagreements": [row.id for row in answer.disagreements],
        "silent": list(answer.silent),
    }


def of_row(row: Found) -> dict[str, Any]:
    e = row.evidence
    where = {"article": e.article, "start": e.start, "end": e.end, "quote": e.quote}
    return {"stance": row.stance, "evidence": where, "statement": row.statement, "ref": row.ref} | {
        "share": row.share,
        "missing": list(row.missing),
    }
