"""Attributions as rows, with their voices named across articles."""

from __future__ import annotations

from dragoman.model.evidence import Evidence
from dragoman.model.flow import Annotated, Linked
from dragoman.model.identity import Ids
from dragoman.model.mention import Mention
from dragoman.model.record import SourceRef, StatementRow, ViaRef
from dragoman.model.statement import Source, Statement
from dragoman.reconstruct.articles import by_path
from dragoman.reconstruct.times import date_of


def statement_rows(linked: Linked) -> tuple[StatementRow, ...]:
    """Every statement, in the order of the articles and of the text."""
    ids = Ids()
    return tuple(row for annotated in by_path(linked) for row in rows_of(annotated, linked, ids))


def rows_of(annotated: Annotated, linked: Linked, ids: Ids) -> list[StatementRow]:
    names = [statement_id(ids, statement) for statement in annotated.statements]
    return [
        statement_row(annotated, linked, statement, names, place)
        for place, statement in enumerate(annotated.statements)
    ]


def statement_id(ids: Ids, statement: Statement) -> str:
    spans = [(span.start, span.end) for span in (*statement.content, *([statement.cue] if statement.cue else []))]
    return ids.new("st", statement.content[0].article, spans)


def statement_row(
    annotated: Annotated, linked: Linked, statement: Statement, names: list[str], place: int
) -> StatementRow:
    article = annotated.article
    return StatementRow(
        id=names[place],
        article=article.id,
        source=source_ref(annotated, linked, statement.source),
        cue=Evidence.of(article, statement.cue) if statement.cue else None,
        content=tuple(Evidence.of(article, span) for span in statement.content),
        manner=statement.manner,
        act=statement.act,
        negated=statement.negated,
        supposed=statement.supposed,
        inside=names[statement.inside] if statement.inside is not None else None,
        channel=statement.channel,
        addressee=entity_of(annotated, linked, statement.addressee),
        via=tuple(via_ref(annotated, linked, via) for via in statement.via),
        date=date_of(article, statement.date) if statement.date else None,
        wording=linked.wordings.get((article.id, place)),
    )


def entity_of(annotated: Annotated, linked: Linked, mention: Mention | None) -> str | None:
    return linked.who.get((annotated.article.id, mention.chain)) if mention else None


def source_ref(annotated: Annotated, linked: Linked, source: Source) -> SourceRef:
    return SourceRef(
        entity=entity_of(annotated, linked, source.mention),
        kind=source.kind,
        evidence=Evidence.of(annotated.article, source.span) if source.span else None,
    )


def via_ref(annotated: Annotated, linked: Linked, via: Source) -> ViaRef:
    return ViaRef(
        entity=entity_of(annotated, linked, via.mention),
        evidence=Evidence.of(annotated.article, via.span) if via.span else None,
    )
