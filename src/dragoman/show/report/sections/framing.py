"""The framing, outlet by outlet: what it calls each actor, its reporting verbs, whose voices it carries for how many
words. Counts words; scores nobody.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.model.record import ArticleRow, FramingRow, StatementRow
from dragoman.show.lookup import Lookup
from dragoman.show.report.parts import Chip, Drawer, Words, chips, words
from dragoman.show.views.framing import NOBODY
from dragoman.show.wording import closed_up

MOST = 12


@dataclass(frozen=True, slots=True)
class Choice:
    """Words chosen in an outlet's own voice."""

    id: str
    kind: str
    words: Words
    drawer: Drawer


@dataclass(frozen=True, slots=True)
class Called:
    target: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """A number with its share of the largest of its list, in hundredths, for a bar."""

    name: str
    number: int
    percent: int


@dataclass(frozen=True, slots=True)
class Outlet:
    """One outlet: `key` names it in an address."""

    key: str
    name: str
    chips: tuple[Chip, ...]
    called: tuple[Called, ...]
    verbs: tuple[Share, ...]
    voices: tuple[Share, ...]


def view(lookup: Lookup) -> tuple[Outlet, ...] | None:
    by_outlet: dict[str, list[ArticleRow]] = defaultdict(list)
    for article in lookup.in_order():
        by_outlet[article.label].append(article)
    found = [
        outlet(name, f"outlet-{place}", by_outlet[name], lookup) for place, name in enumerate(sorted(by_outlet), 1)
    ]
    return tuple(one for one in found if one.called or one.verbs or one.voices) or None


def outlet(name: str, key: str, articles: Sequence[ArticleRow], lookup: Lookup) -> Outlet:
    ids = {article.id for article in articles}
    told = [row for row in lookup.record.statements if row.article in ids]
    return Outlet(
        key,
        name,
        chips((article.id for article in articles), lookup),
        tuple(called((row for row in lookup.record.framing if row.article in ids), lookup)),
        shares(Counter(closed_up(row.cue.quote).lower() for row in told if row.cue)),
        shares(voices(told, lookup)),
    )


def called(rows: Iterable[FramingRow], lookup: Lookup) -> list[Called]:
    by_target: dict[str, list[FramingRow]] = defaultdict(list)
    for row in rows:
        by_target[lookup.name(row.target) or NOBODY].append(row)
    return [
        Called(target, tuple(choice(row, lookup) for row in sorted(by_target[target], key=lambda r: r.evidence)))
        for target in sorted(by_target)
    ]


def choice(row: FramingRow, lookup: Lookup) -> Choice:
    found = words(row.evidence, lookup, part=row.kind)
    return Choice(row.id, row.kind, found, Drawer(row.id, found.quote, (found,)))


def voices(told: Sequence[StatementRow], lookup: Lookup) -> Counter[str]:
    """How many words each voice is given, what stands inside another statement counted with that one only."""
    counted: Counter[str] = Counter()
    for row in told:
        if row.inside is None:
            counted[lookup.speaker(row.source).name] += sum(len(part.quote.split()) for part in row.content)
    return counted


def shares(counted: Counter[str]) -> tuple[Share, ...]:
    ordered = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST]
    return tuple(Share(name, number, round(100 * number / ordered[0][1])) for name, number in ordered)
