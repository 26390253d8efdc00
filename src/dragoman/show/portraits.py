"""How each outlet tells the story, in counts and words: whom it names how, whose words it carries, what it leaves out.

One function, `portraits`, gives the figures that lists, report and comparison show. Takes forms from the article's own
voice: what stands in somebody's words is left out. Counts; no score, and no judgement of an outlet.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.model.mention import Form
from dragoman.model.record import StatementRow
from dragoman.model.statement import Manner
from dragoman.show.lookup import Lookup
from dragoman.show.wording import closed_up

FEWEST = 2  # forms that somebody must have to be worth telling
PRONOUNS = Form.PRONOUN

Counted = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Carried:
    """One voice in an outlet: how many statements, and how many of its words are quoted and paraphrased."""

    name: str
    entity: str | None
    statements: int
    quoted: int
    paraphrased: int

    @property
    def words(self) -> int:
        return self.quoted + self.paraphrased


@dataclass(frozen=True, slots=True)
class Portrait:
    """One outlet's way of telling.

    `named` gives for an entity the forms in the outlet's own voice with their counts; `cues` for a side the words that
    introduce what it says; `choices` counts the rows of framing by kind; `leaves_out` are claims that two other
    accounts or more carry and no article of the outlet does.
    """

    outlet: str
    articles: tuple[str, ...]
    named: tuple[tuple[str, Counted], ...]
    cues: tuple[tuple[str, Counted], ...]
    voices: tuple[Carried, ...]
    choices: Counted
    leaves_out: tuple[str, ...]


def portraits(lookup: Lookup) -> tuple[Portrait, ...]:
    """One for each outlet, in the order of its first article."""
    by_label: dict[str, list[str]] = {}
    for article in lookup.in_order():
        key = article.label if article.outlet else article.id
        by_label.setdefault(key, []).append(article.id)
    return tuple(portrait(lookup.label(ids[0]), tuple(ids), lookup) for ids in by_label.values())


def portrait(outlet: str, articles: tuple[str, ...], lookup: Lookup) -> Portrait:
    own = frozenset(articles)
    said = [row for row in lookup.record.statements if row.article in own]
    kinds: Counter[str] = Counter(row.kind for row in lookup.record.framing if row.article in own)
    return Portrait(
        outlet=outlet,
        articles=articles,
        named=tuple(named(own, lookup)),
        cues=cues(said, lookup),
        voices=voices(said, lookup),
        choices=ranked(kinds),
        leaves_out=tuple(
            row.id for row in lookup.record.claims if row.independent > 1 and own & set(row.silent) == own
        ),
    )


def ranked(counts: Mapping[str, int]) -> Counted:
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def named(own: frozenset[str], lookup: Lookup) -> Iterable[tuple[str, Counted]]:
    """Entities with the forms that the outlet itself uses for them, those it names most first."""
    found: list[tuple[str, Counted]] = []
    for entity in lookup.record.entities:
        forms = Counter(
            closed_up(m.quote)
            for m in entity.mentions
            if m.article in own and m.form is not PRONOUNS and not in_words(m.article, m.start, lookup)
        )
        if sum(forms.values()) >= FEWEST:
            found.append((entity.id, ranked(forms)))
    return sorted(found, key=lambda item: (-sum(n for _, n in item[1]), lookup.name(item[0]) or "", item[0]))


def in_words(article: str, at: int, lookup: Lookup) -> bool:
    """Whether a place stands in what somebody is reported to say."""
    return any(start <= at < end for start, end, _ in lookup.contents.get(article, ()))


def cues(said: Sequence[StatementRow], lookup: Lookup) -> tuple[tuple[str, Counted], ...]:
    """For each side the cues that introduce its words, the side with most of them first."""
    held: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for row in said:
        entity = lookup.entities.get(row.source.entity or "")
        if entity is not None and row.cue is not None:
            held[entity.side or entity.id][closed_up(row.cue.quote).casefold()] += 1
    return tuple((side, ranked(held[side])) for side in sorted(held, key=lambda s: (-sum(held[s].values()), s)))


def voices(said: Sequence[StatementRow], lookup: Lookup) -> tuple[Carried, ...]:
    """Whose words are carried, those of most words first; nobody named comes last."""
    found = []
    for speaker, rows in lookup.by_speaker([row for row in said if row.inside is None]):
        counts: Counter[bool] = Counter()
        for row in rows:
            words = sum(len(part.quote.split()) for part in row.content)
            counts[row.manner is Manner.DIRECT] += words
        entity = speaker.entity.id if speaker.entity else None
        found.append((speaker.unnamed, Carried(speaker.name, entity, len(rows), counts[True], counts[False])))
    ordered = sorted(found, key=lambda item: (item[0], -item[1].words, item[1].name, item[1].entity or ""))
    return tuple(carried for _, carried in ordered)
