"""The choices of words as rows, with whom they are said of named across articles. Finds none: `annotate` does."""

from __future__ import annotations

from dragoman.model.evidence import Evidence
from dragoman.model.flow import Linked
from dragoman.model.identity import Ids
from dragoman.model.record import FramingRow
from dragoman.reconstruct.articles import by_path
from dragoman.reconstruct.statements import entity_of


def framing_rows(linked: Linked) -> tuple[FramingRow, ...]:
    """One row for each choice, in the order of the articles and of the text."""
    ids = Ids()
    return tuple(
        FramingRow(
            id=ids.new("fr", annotated.article.id, choice.span.start, choice.span.end, choice.kind),
            article=annotated.article.id,
            target=entity_of(annotated, linked, choice.target),
            kind=choice.kind.value,
            evidence=Evidence.of(annotated.article, choice.span),
        )
        for annotated in by_path(linked)
        for choice in annotated.framing
    )
