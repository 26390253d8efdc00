"""The actors: whoever speaks, is spoken for, or is named as a person or body; their forms and roles.

Leaves out agreements, events, places that nobody lets speak, and those who are named in bylines and mastheads only.
Does not judge anybody.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from rich.padding import Padding
from rich.text import Text

from dragoman.model.mention import EntityKind, Form
from dragoman.model.record import EntityRow, MentionRow
from dragoman.show.lookup import Lookup
from dragoman.show.names import folded
from dragoman.show.views.row import Shown, View, joined
from dragoman.show.wording import closed_up, count

ALWAYS = (EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.GROUP)


def rows(lookup: Lookup) -> list[Shown]:
    said = Counter(s.source.entity for s in lookup.record.statements if s.made)
    active = set(acting(lookup))
    actors = [e for e in lookup.record.entities if e.id in active or (e.kind in ALWAYS and is_told_of(e, lookup))]
    return [
        shown(row, said[row.id], lookup)
        for row in sorted(actors, key=lambda e: (-said[e.id], -len(e.mentions), e.name))
    ]


def is_told_of(row: EntityRow, lookup: Lookup) -> bool:
    """Whether an article itself names them, and not only the lines around it."""
    return any(not in_boilerplate(mention, lookup) for mention in row.mentions)


def in_boilerplate(mention: MentionRow, lookup: Lookup) -> bool:
    around = lookup.articles[mention.article].boilerplate
    return any(part.start <= mention.start and mention.end <= part.end for part in around)


def acting(lookup: Lookup) -> Iterator[str | None]:
    """Ids of all who speak, are spoken to, pass on, or have somebody speak for them."""
    for statement in lookup.record.statements:
        yield statement.source.entity
        yield statement.addressee
        yield from (via.entity for via in statement.via)
    yield from (entity.side for entity in lookup.record.entities)


def shown(row: EntityRow, said: int, lookup: Lookup) -> Shown:
    articles = tuple(sorted({mention.article for mention in row.mentions}))
    days = [day for article in articles if (day := lookup.articles[article].published)]
    return Shown(
        id=row.id,
        actors=(row.id, *([row.side] if row.side else [])),
        articles=articles,
        days=(min(days), max(days)) if days else None,
        cells={
            "id": row.id,
            "name": row.name,
            "kind": row.kind,
            "country": row.country or "",
            "sector": row.sector or "",
            "side": lookup.name(row.side) or "",
            "roles": joined(roles(row)),
            "aliases": joined(aliases(row)),
            "statements": str(said),
            "mentions": str(len(row.mentions)),
            "articles": str(len(articles)),
        },
    )


def roles(row: EntityRow) -> list[str]:
    """The titles the articles give, each once, the most frequent first."""
    counted = Counter(closed_up(role.title) for role in row.roles)
    unlike: dict[str, str] = {}
    for title, _ in sorted(counted.items(), key=lambda item: (-item[1], item[0])):
        unlike.setdefault(folded(title), title)
    return list(unlike.values())


def aliases(row: EntityRow) -> list[str]:
    """Names other than the fullest one, as the articles write them."""
    named = {closed_up(m.quote) for m in row.mentions if m.form is Form.NAME}
    others = [alias for alias in row.aliases if closed_up(alias) != row.name]
    return [alias for alias in others if not named or closed_up(alias) in named]


def screen(rows: Sequence[Shown], lookup: Lookup) -> Iterable[Text | Padding]:
    for row in rows:
        cells = row.cells
        told = " · ".join(part for part in (cells["kind"], cells["country"]) if part)
        yield Text.assemble((cells["name"], "bold"), "  ", told)
        yield Padding(Text(counts(row)), (0, 0, 0, 2))
        for word, key in (("side", "side"), ("role", "roles"), ("also", "aliases")):
            if cells[key]:
                yield Padding(Text.assemble((f"{word}: ", "dim"), cells[key]), (0, 0, 0, 2))
        yield Text()


def counts(row: Shown) -> str:
    said, named, articles = (int(row.cells[key]) for key in ("statements", "mentions", "articles"))
    return f"{count(said, 'statement')}, {count(named, 'mention')} in {count(articles, 'article')} · {row.id}"


ACTORS = View(
    key="entities",
    about="who speaks and is named: name variants, roles, side, counts",
    brief=("name", "kind", "country", "side", "roles", "statements", "mentions", "id"),
    rows=rows,
    screen=screen,
)
