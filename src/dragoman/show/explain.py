"""What one row rests on: every place it points to, in its sentence, with the rules that made it.

Works for any row of any list, by walking its fields for evidence. Does not print (see `reasons`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from dragoman.model.evidence import Evidence
from dragoman.model.record import ArticleRow, BoilerplateSpan, Date, EntityRow, LinkRow, MentionRow, StatementRow
from dragoman.show.context import Mark, around
from dragoman.show.lookup import Lookup
from dragoman.show.wording import closed_up, count, dated, quoted

HANDLED = {"rules", "article", "evidence", "id", "links", "mentions", "boilerplate", "text", "why"}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row's words stand: one or more sentences of an article, with the words marked."""

    article: str
    label: str
    path: str
    start: int
    end: int
    text: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Explained:
    """A row with its places, its plain facts, the rules behind it and the links of those it names."""

    id: str
    list: str
    heading: str
    facts: tuple[tuple[str, str], ...]
    rules: tuple[str, ...]
    links: tuple[str, ...]
    places: tuple[Place, ...]
    corrections: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The same as plain values for JSON."""
        return {
            "id": self.id,
            "list": self.list,
            "heading": self.heading,
            "facts": dict(self.facts),
            "rules": list(self.rules),
            "links": list(self.links),
            "places": [place_as_json(place) for place in self.places],
            "corrections": list(self.corrections),
        }


def place_as_json(place: Place) -> dict[str, Any]:
    marks = [{"what": m.what, "start": m.start, "end": m.end} for m in place.marks]
    keys = ("article", "label", "path", "start", "end", "text")
    quotes = [place.text[m["start"] - place.start : m["end"] - place.start] for m in marks]  # type: ignore[operator]
    return {key: getattr(place, key) for key in keys} | {
        "marks": [mark | {"quote": quote} for mark, quote in zip(marks, quotes, strict=True)]
    }


def explain(identifier: str, lookup: Lookup) -> Explained | None:
    """The row with this id, explained; None where there is none."""
    found = lookup.find(identifier)
    if found is None:
        return None
    key, row = found
    marks = marks_of(row) or marks_of(lookup.find(getattr(row, "ref", None) or "") or ())
    return Explained(
        id=identifier,
        list=key,
        heading=heading(row, lookup),
        facts=tuple(facts(row, lookup)),
        rules=tuple(rules(row, lookup)),
        links=tuple(links(row, lookup)),
        places=tuple(places(marks, lookup)),
        corrections=tuple(corrections(identifier, lookup)),
    )


def corrections(identifier: str, lookup: Lookup) -> Iterator[str]:
    """What people corrected about a row, which is shown as corrected."""
    for row in lookup.record.corrections:
        if identifier in row.rows and row.applied:
            more = [row.note if row.what != "note" else None, f"by {row.by}" if row.by else None]
            yield " · ".join([f"{row.id}: {row.text}", *(part for part in more if part)])


def heading(row: object, lookup: Lookup) -> str:
    """What a row is, in one line."""
    if isinstance(row, StatementRow):
        return f"{lookup.speaker(row.source).name}: {quoted(row.content)}"
    if isinstance(row, Date):
        return f'"{closed_up(row.text)}" → {dated(row)}'
    for name in ("name", "title", "label", "question", "text", "kind"):
        value = getattr(row, name, None)
        if isinstance(value, str) and value:
            return closed_up(value)
    when = getattr(row, "date", None)
    return f'"{closed_up(when.text)}" → {dated(when)}' if isinstance(when, Date) else ""


def marks_of(row: object, what: str = "evidence") -> list[tuple[str, Mark]]:
    """Every place that a row points to, with the field that points there."""
    if isinstance(row, Evidence):
        return [(row.article, Mark(row.start, row.end, what))]
    if isinstance(row, MentionRow):
        return [(row.article, Mark(row.start, row.end, row.form))]
    if isinstance(row, (BoilerplateSpan, LinkRow)):
        return []
    if isinstance(row, (tuple, list)):
        return [mark for item in row for mark in marks_of(item, what)]
    if is_dataclass(row) and not isinstance(row, type):
        parts = [(f.name, getattr(row, f.name)) for f in fields(row)]
        return [mark for name, part in parts for mark in marks_of(part, what if name == "evidence" else name)]
    return []


def places(marks: list[tuple[str, Mark]], lookup: Lookup) -> Iterator[Place]:
    """The sentences that hold the marks, joined where they meet, in order of the articles."""
    for article_id in sorted({article for article, _ in marks}, key=lambda a: (lookup.label(a), a)):
        article = lookup.articles[article_id]
        ours = sorted({mark for where, mark in marks if where == article_id})
        for start, end in stretches(article, ours):
            inside = tuple(m for m in ours if start <= m.start and m.end <= end)
            yield Place(article.id, article.label, article.path, start, end, article.text[start:end], inside)


def stretches(article: ArticleRow, marks: list[Mark]) -> list[tuple[int, int]]:
    """The sentences around the marks, those that touch joined into one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(around(article.text, mark.start, mark.end) for mark in marks):
        if found and start <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def facts(row: object, lookup: Lookup) -> Iterator[tuple[str, str]]:
    """The fields of a row that are plain values, ids told by name."""
    if not is_dataclass(row):
        return
    for f in fields(row):
        value = getattr(row, f.name)
        if f.name in HANDLED and not (f.name == "article" and isinstance(value, str)):
            continue
        if isinstance(value, (str, int, float)) and value not in ("", False):
            yield f.name, told(value, lookup)
        if isinstance(value, tuple) and value and all(isinstance(item, str) for item in value):
            yield f.name, "; ".join(told(item, lookup) for item in value)
    if isinstance(row, StatementRow):
        yield "source", f"{lookup.speaker(row.source).name} ({row.source.kind})"
        if row.via:
            yield "via", ", citing ".join(lookup.via(via) for via in row.via)
    if isinstance(row, EntityRow):
        yield "mentions", count(len(row.mentions), "mention")


def told(value: object, lookup: Lookup) -> str:
    """A plain value; behind an id, the name it stands for."""
    if value is True:
        return "yes"
    text = str(value)
    name = lookup.name(text) or (lookup.label(text) if text in lookup.articles else None)
    return f"{name} ({text})" if name else closed_up(text)


def rules(row: object, lookup: Lookup) -> Iterator[str]:
    """By which rules, and which model, a row was made."""
    for name in ("", "date"):
        when = getattr(row, name, None) if name else row
        if isinstance(when, Date):
            anchor = f", resolved against {when.anchor}" if when.anchor else ""
            yield f'date "{closed_up(when.text)}" → {dated(when)}: {when.why}{anchor}'
    for rule in getattr(row, "rules", ()):
        yield f"{rule.field}: {rule.why}"
    why = getattr(row, "why", None) if not getattr(row, "rules", ()) else None
    if isinstance(why, str) and not isinstance(row, Date):
        yield why
    made = lookup.record.dragoman
    yield f"made by dragoman {made.version} with the language model {made.model}"


def links(row: object, lookup: Lookup) -> Iterator[str]:
    """Why the mentions behind a row were taken to mean whom they are said to mean."""
    named = [row] if isinstance(row, EntityRow) else entities_named(row, lookup)
    for entity in named:
        for link in entity.links:
            if isinstance(row, EntityRow) or link.article == getattr(row, "article", link.article):
                where = lookup.label(link.article) if link.article in lookup.articles else link.article
                why = ", ".join(link.reasons) or "no reason kept"
                yield f"{entity.name} in {where}: {link.judgement}, {link.score:.1f} = {why}"


def entities_named(row: object, lookup: Lookup) -> list[EntityRow]:
    """The entities a row points to, each once."""
    ids: list[object] = [getattr(row, "ref", None), getattr(row, "addressee", None)]
    if isinstance(row, StatementRow):
        ids = [row.source.entity, *(via.entity for via in row.via), row.addressee]
    return [lookup.entities[i] for i in dict.fromkeys(ids) if isinstance(i, str) and i in lookup.entities]
