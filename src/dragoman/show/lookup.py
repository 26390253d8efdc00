"""Looks rows of a record up: by id, by article, by speaker.

Decides nothing that is not in the record. Does not filter (see `filters`) and does not put anything into words
beyond the name of a speaker.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any

from dragoman.model.accounts import accounts as accounts
from dragoman.model.accounts import root_of as root_of
from dragoman.model.evidence import Evidence
from dragoman.model.record import ArticleRow, EntityRow, Record, SourceRef, StatementRow, ViaRef
from dragoman.model.statement import SourceKind
from dragoman.show.names import folded
from dragoman.show.wording import closed_up

NOBODY = "nobody named"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is quoted: an entity, or the words that one article (`where`) uses for somebody it does not tell."""

    key: str
    name: str
    entity: EntityRow | None
    kind: SourceKind
    where: str = ""

    @property
    def unnamed(self) -> bool:
        return self.entity is None and (self.kind is SourceKind.ANONYMOUS or not self.where)


@dataclass(frozen=True, slots=True)
class Lookup:
    """A record with its rows at hand by id; `shared` are the labels that several articles have.

    `contents` are the places of an article at which somebody is reported to say something, with the statement.
    `chips` are articles as they were shown before (see `report.parts`).
    """

    record: Record
    articles: Mapping[str, ArticleRow]
    entities: Mapping[str, EntityRow]
    statements: Mapping[str, StatementRow]
    shared: frozenset[str] = frozenset()
    contents: Mapping[str, Sequence[tuple[int, int, str]]] = field(default_factory=dict)
    chips: dict[str, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    @classmethod
    def of(cls, record: Record) -> Lookup:
        labels = Counter(row.label for row in record.articles)
        contents: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        for row in record.statements:
            contents[row.article] += [(part.start, part.end, row.id) for part in row.content]
        return cls(
            record,
            {row.id: row for row in record.articles},
            {row.id: row for row in record.entities},
            {row.id: row for row in record.statements},
            frozenset(label for label, number in labels.items() if number > 1),
            contents,
        )

    def label(self, article: str) -> str:
        return self.articles[article].label

    def statement_at(self, place: Evidence) -> str | None:
        """The innermost statement in whose content a place stands."""
        around = [
            (end - start, one)
            for start, end, one in self.contents.get(place.article, ())
            if start <= place.start and place.end <= end
        ]
        return min(around)[1] if around else None

    def in_order(self) -> list[ArticleRow]:
        """The articles by day, label and id, those without a day last."""
        return sorted(self.record.articles, key=lambda a: (str(a.published or "9999"), a.label, a.id))

    def name(self, entity: str | None) -> str | None:
        return self.entities[entity].name if entity and entity in self.entities else None

    def speaker(self, source: SourceRef) -> Speaker:
        """Whom a statement belongs to. Those nobody names are told apart by article and words."""
        entity = self.entities.get(source.entity or "")
        if entity is not None:
            return Speaker(entity.id, entity.name, entity, source.kind)
        if source.evidence is None:
            return Speaker("~", NOBODY, None, source.kind)
        words, article = closed_up(source.evidence.quote), source.evidence.article
        return Speaker(f"~{folded(words)}~{article}", words, None, source.kind, self.label(article))

    def via(self, via: ViaRef) -> str:
        """Whoever an article has a statement from, as named in the record, else in the article's words."""
        return self.name(via.entity) or (closed_up(via.evidence.quote) if via.evidence else NOBODY)

    def by_speaker(self, statements: Sequence[StatementRow]) -> list[tuple[Speaker, list[StatementRow]]]:
        """Statements under their speakers: the most quoted first, the unnamed after all others."""
        groups: dict[str, list[StatementRow]] = defaultdict(list)
        speakers: dict[str, Speaker] = {}
        for statement in statements:
            speaker = self.speaker(statement.source)
            speakers.setdefault(speaker.key, speaker)
            groups[speaker.key].append(statement)
        ordered = sorted(speakers.values(), key=lambda s: (s.unnamed, -len(groups[s.key]), s.name, s.key))
        return [(speaker, sorted(groups[speaker.key], key=self.told)) for speaker in ordered]

    def told(self, statement: StatementRow) -> tuple[str, str, int, str]:
        """Where a statement stands in the order of telling: by day, article and place."""
        article = self.articles[statement.article]
        return (str(article.published or "9999"), article.id, statement.content[0].start, statement.id)

    def find(self, identifier: str) -> tuple[str, object] | None:
        """The list and the row that an id names."""
        for key, row in rows_of(self.record):
            if getattr(row, "id", None) == identifier:
                return key, row
        return None


def rows_of(record: Record) -> list[tuple[str, object]]:
    """Every row of every list, with the name of its list."""
    lists = [(f.name, getattr(record, f.name)) for f in fields(record)]
    return [(key, row) for key, rows in lists if isinstance(rows, tuple) for row in rows]


def outlets(articles: Sequence[ArticleRow]) -> list[str]:
    """The outlets that are known, in order of name."""
    return sorted({article.outlet for article in articles if article.outlet})
