"""The actors: names, roles, side; what each said, offered and answered. Voices that no article names come last."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dragoman.model.record import Record, StatementRow
from dragoman.show.lookup import Lookup
from dragoman.show.report.parts import Actor, Chip, Drawer, actor, chip, voice, words
from dragoman.show.views import actors
from dragoman.show.views.statements import described, how
from dragoman.show.wording import closed_up, count, day, quoted


@dataclass(frozen=True, slots=True)
class Said:
    """One statement: the word that says so, what is said, how, and through whom it came."""

    id: str
    cue: str
    content: str
    chip: Chip
    day: str
    via: tuple[str, ...]
    how: tuple[str, ...]
    drawer: Drawer


@dataclass(frozen=True, slots=True)
class Moves:
    """What somebody offered, and answered (with the stance), each a row of the ledger by id and label."""

    offered: list[tuple[str, str]] = field(default_factory=list)
    answered: list[tuple[str, str, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Profile:
    """Somebody; `id` is empty for a voice that no article names, and `about` says where it is heard."""

    id: str
    name: str
    about: str
    side: Actor | None
    roles: tuple[str, ...]
    aliases: tuple[str, ...]
    counts: str
    moves: Moves
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Cast:
    """`named` have something to tell of; `others` are only named; `unnamed` are voices without a name."""

    named: tuple[Profile, ...]
    others: tuple[Profile, ...]
    unnamed: tuple[Profile, ...]


def view(lookup: Lookup) -> Cast | None:
    groups = lookup.by_speaker(lookup.record.statements)
    told = {speaker.key: rows for speaker, rows in groups}
    moves = moves_of(lookup.record)
    known = [profile(shown.id, told.get(shown.id, ()), moves, lookup) for shown in actors.rows(lookup)]
    active = [one for one in known if is_active(one)]
    unnamed = [
        Profile("", speaker.name, described(speaker), None, (), (), counted(rows), Moves(), said(rows, lookup))
        for speaker, rows in groups
        if speaker.entity is None
    ]
    others = [one for one in known if not is_active(one)]
    return Cast(tuple(active), tuple(others), tuple(unnamed)) if known or unnamed else None


def is_active(profile: Profile) -> bool:
    return bool(profile.said or profile.moves.offered or profile.moves.answered)


def moves_of(record: Record) -> Mapping[str, Moves]:
    found: dict[str, Moves] = defaultdict(Moves)
    for row in record.proposals:
        for proposer in row.proposers:
            found[proposer].offered.append((row.id, row.label))
        for by, stance in dict.fromkeys((r.by, r.stance) for r in row.responses if r.by):
            found[by].answered.append((row.id, row.label, stance))
    return found


def profile(entity: str, rows: Sequence[StatementRow], moves: Mapping[str, Moves], lookup: Lookup) -> Profile:
    row = lookup.entities[entity]
    articles = {mention.article for mention in row.mentions}
    told = f"{count(len(row.mentions), 'mention')} in {count(len(articles), 'article')}"
    return Profile(
        row.id,
        row.name,
        " · ".join(part for part in (row.kind, row.country or "") if part),
        actor(row.side, lookup) if row.side else None,
        tuple(actors.roles(row)),
        tuple(closed_up(alias) for alias in actors.aliases(row)),
        f"{counted(rows)}, {told}" if rows else told,
        moves.get(entity, Moves()),
        said(rows, lookup),
    )


def counted(rows: Sequence[StatementRow]) -> str:
    return count(len(rows), "statement")


def said(rows: Iterable[StatementRow], lookup: Lookup) -> tuple[Said, ...]:
    return tuple(one(row, lookup) for row in rows)


def one(row: StatementRow, lookup: Lookup) -> Said:
    published = lookup.articles[row.article].published
    speaker, content = lookup.speaker(row.source).name, quoted(row.content)
    whose = voice(row.id, lookup)
    return Said(
        row.id,
        closed_up(row.cue.quote) if row.cue else "",
        content,
        chip(row.article, lookup),
        day(published) if published else "",
        tuple(lookup.via(via) for via in row.via),
        tuple(how(row, lookup)),
        Drawer(
            row.id,
            speaker,
            tuple(words(place, lookup, whose=whose) for place in row.content),
        ),
    )
