"""The terms of a proposal as its moves tell them: the value told most often, each with its words.

What no account tells stays empty; terms that differ are for `contradict`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

from dragoman.model.evidence import Evidence
from dragoman.model.flow import Annotated, Linked
from dragoman.model.negotiation import Matter
from dragoman.model.record import Date, ScopeRow, Terms
from dragoman.model.when import TimeMention
from dragoman.reconstruct.ledger.exchange import Exchange
from dragoman.reconstruct.statements import entity_of
from dragoman.reconstruct.times import date_of

V = TypeVar("V", bound=Hashable)
Told = tuple[Annotated, Matter]


def terms_of(exchange: Exchange, linked: Linked, annotated: Mapping[str, Annotated]) -> Terms:
    """The terms of a proposal; the words of each come from the first move that has them."""
    matters = [(annotated[turn.article], turn.matter) for turn in exchange.turns]
    start = commonest_day([(a, m.start) for a, m in matters if m.start])
    end = commonest_day([(a, m.end) for a, m in matters if m.end])
    scope = next(((a, m.scope) for a, m in matters if m.scope), None)
    places = [entity_of(a, linked, m.place) for a, m in matters if m.place]
    bound = [(a, c) for a, m in matters for c in m.conditions]
    return Terms(
        start=start,
        end=end,
        duration_days=exchange.duration,
        place=commonest([place for place in places if place is not None]),
        scope=scope[0].article.quote(scope[1]) if scope else None,
        conditions=tuple(dict.fromkeys(Evidence.of(a.article, c.span) for a, c in bound)),
        further=further_of(matters),
    )


def further_of(matters: Sequence[Told]) -> tuple[ScopeRow, ...]:
    """The terms that have no key of their own, of each the fullest wording of every article."""
    rows = dict.fromkeys((c.name, Evidence.of(a.article, c.span)) for a, m in matters for c in m.further)
    fullest: dict[tuple[str, str], Evidence] = {}
    for name, evidence in rows:
        known = fullest.get((name, evidence.article))
        if known is None or len(evidence.quote) > len(known.quote):
            fullest[name, evidence.article] = evidence
    return tuple(ScopeRow(name=name, evidence=evidence) for (name, _), evidence in fullest.items())


def commonest_day(told: Sequence[tuple[Annotated, TimeMention]]) -> Date | None:
    """The days told most often, the first of those told equally often."""
    days = commonest([time.when for _, time in told if time.when])
    return next((date_of(a.article, time) for a, time in told if time.when == days), None)


def commonest(values: Sequence[V]) -> V | None:
    counts = Counter(values)
    return max(counts, key=lambda value: counts[value]) if counts else None
