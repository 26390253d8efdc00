"""Two outlets, or two articles, side by side: where they differ, what both tell, on what one of them is silent.

Read off the record alone: disagreements whose positions they hold apart, claims that both carry or that one of them
leaves out, whose voices each carries, and the words each chooses. Does not judge either and does not put anything on
a screen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.model.problem import NothingFound, UsageError
from dragoman.model.record import ClaimRow, DisagreementRow, FramingRow, SupportRow
from dragoman.show.lookup import Lookup, Speaker, root_of
from dragoman.show.names import did_you_mean, folded, has_words


@dataclass(frozen=True, slots=True)
class Side:
    """The articles that one name means, and how that name is shown."""

    name: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """What each side has of one row: a claim or a disagreement, with the support or the positions of either."""

    id: str
    left: tuple[SupportRow, ...]
    right: tuple[SupportRow, ...]


@dataclass(frozen=True, slots=True)
class Difference(Pair):
    """A question on which the sides do not hold the same; `on` is what differs."""

    question: str
    on: str


@dataclass(frozen=True, slots=True)
class Voice:
    """How many statements of one speaker each side carries."""

    speaker: Speaker
    left: int
    right: int


@dataclass(frozen=True, slots=True)
class Comparison:
    left: Side
    right: Side
    copied: bool
    differing: tuple[Difference, ...]
    shared: tuple[Pair, ...]
    only_left: tuple[ClaimRow, ...]
    only_right: tuple[ClaimRow, ...]
    voices: tuple[Voice, ...]
    framing: tuple[FramingRow, ...]


def compare(left: str, right: str, lookup: Lookup) -> Comparison:
    """Two outlets or articles side by side, each named as `dragoman show articles` lists it.

    Raises NothingFound for a name that nothing has, UsageError where both names mean the same article.
    """
    one, other = side_named(left, lookup), side_named(right, lookup)
    both = set(one.articles) & set(other.articles)
    if both:
        raise UsageError(f"{left} and {right} both mean {lookup.label(min(both))}: name two that differ")
    record = lookup.record
    apart = tuple(differing(record.disagreements, one, other))
    asked = {row.claim for row in record.disagreements if row.id in {found.id for found in apart}}
    return Comparison(
        left=one,
        right=other,
        copied=bool(roots(one, lookup) & roots(other, lookup)),
        differing=(*apart, *contested([c for c in record.claims if c.id not in asked], one, other)),
        shared=tuple(shared(record.claims, one, other)),
        only_left=tuple(c for c in record.claims if tells(c, one) and is_silent(c, other)),
        only_right=tuple(c for c in record.claims if tells(c, other) and is_silent(c, one)),
        voices=voices(one, other, lookup),
        framing=tuple(row for row in record.framing if row.article in (*one.articles, *other.articles)),
    )


def side_named(name: str, lookup: Lookup) -> Side:
    """An article by id or path, else all articles of an outlet or label, else of one whose label has the words."""
    articles = lookup.in_order()
    for fits in (
        lambda a: name in (a.id, a.path),
        lambda a: folded(a.label) == folded(name),
        lambda a: has_words(a.label, name),
        lambda a: a.path.endswith(f"/{name}"),
    ):
        found = [article for article in articles if fits(article)]
        labels = sorted({article.label for article in found})
        if len(labels) > 1:
            raise UsageError(f"{name} may mean {' or '.join(labels)}: name one of them, or an article by its id")
        if found:
            return Side(labels[0], tuple(article.id for article in found))
    near = did_you_mean(name, sorted({article.label for article in articles}))
    raise NothingFound(f"No outlet and no article is called {name}.{near} `dragoman show articles` lists them all.")


def roots(side: Side, lookup: Lookup) -> set[str]:
    """The articles that those of a side go back to."""
    return {root_of(lookup.articles[article], lookup.articles).id for article in side.articles}


def of(side: Side, support: Iterable[SupportRow]) -> tuple[SupportRow, ...]:
    return tuple(row for row in support if row.article in side.articles)


def differing(rows: Sequence[DisagreementRow], left: Side, right: Side) -> Iterable[Difference]:
    """Disagreements on which each side holds a position that the other does not."""
    for row in rows:
        ours = [of(left, position.support) for position in row.positions]
        theirs = [of(right, position.support) for position in row.positions]
        if any(o and not t for o, t in zip(ours, theirs, strict=True)) and any(
            t and not o for o, t in zip(ours, theirs, strict=True)
        ):
            yield Difference(row.id, sum(ours, ()), sum(theirs, ()), row.question, row.on)


def contested(rows: Sequence[ClaimRow], left: Side, right: Side) -> Iterable[Difference]:
    """Claims that one side only tells and the other denies or tells differently."""
    for row in rows:
        ours, theirs = of(left, row.support), of(right, row.support)
        held = [{support.stance for support in part} for part in (ours, theirs)]
        if held[0] and held[1] and "says" in held[0] | held[1] and not held[0] & held[1]:
            yield Difference(row.id, ours, theirs, row.text, " and ".join(sorted((held[0] | held[1]) - {"says"})))


def shared(rows: Sequence[ClaimRow], left: Side, right: Side) -> Iterable[Pair]:
    for row in rows:
        says = [support for support in row.support if support.stance == "says"]
        if of(left, says) and of(right, says):
            yield Pair(row.id, of(left, says), of(right, says))


def tells(claim: ClaimRow, side: Side) -> bool:
    return bool(of(side, claim.support))


def is_silent(claim: ClaimRow, side: Side) -> bool:
    """Whether a side tells the story of a claim in some article and the claim in none."""
    return not tells(claim, side) and any(article in claim.silent for article in side.articles)


def voices(left: Side, right: Side, lookup: Lookup) -> tuple[Voice, ...]:
    """The voices that either side carries, those that they carry most unequally first."""
    counts: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
    speakers: dict[str, Speaker] = {}
    for statement in lookup.record.statements:
        speaker = lookup.speaker(statement.source)
        for side, count in zip((left, right), counts, strict=True):
            if statement.article in side.articles:
                speakers.setdefault(speaker.key, speaker)
                count[speaker.key] += 1
    found = [Voice(speaker, counts[0][key], counts[1][key]) for key, speaker in speakers.items() if speaker.entity]
    return tuple(sorted(found, key=lambda v: (-abs(v.left - v.right), -v.left - v.right, v.speaker.key)))
