"""The layer of statements: who is reported to have said what, through whom.

Finds the statements with the parts of `attribution`, says what kind each is, and puts them in order. Does not say who
a source is in other articles: that is for `link`.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.annotate.attribution.draft import Draft
from dragoman.annotate.attribution.page import Page, Range
from dragoman.annotate.attribution.rules import drafts_by_rule
from dragoman.model.flow import Annotated
from dragoman.model.statement import Manner, Source, SourceKind, Statement


def add_statements(annotated: Annotated) -> Annotated:
    """The article with its statements, in the order of their first words of content."""
    page = Page.of(annotated)
    drafts = sorted(drafts_by_rule(page), key=lambda d: (d.content, d.head))
    drafts = [d for d in drafts if d.content]
    inside = nesting(page, drafts)
    made = tuple(statement(page, draft, within) for draft, within in zip(drafts, inside, strict=True))
    return replace(annotated, statements=made)


def statement(page: Page, draft: Draft, inside: int | None) -> Statement:
    """The draft as a value of the model."""
    span = None if draft.source is None else page.article.span(*page.chars(*draft.source))
    return Statement(
        source=Source(kind=SourceKind.NAMED, span=span, mention=None),
        cue=page.article.span(*page.chars(*draft.cue)),
        content=tuple(page.article.span(*part) for part in draft.content),
        manner=manner(page, draft.content),
        act=draft.act,
        inside=inside,
    )


def manner(page: Page, content: tuple[Range, ...]) -> Manner:
    """Direct where nearly all letters stand in quotation marks, mixed where some do."""
    letters = quoted = 0
    for start, end in content:
        for index in page.tokens_in(start, end):
            size = sum(char.isalnum() for char in page.tokens[index].text)
            letters += size
            quoted += size if page.quoted[index] >= 0 else 0
    if not quoted:
        return Manner.INDIRECT
    return Manner.DIRECT if quoted >= 0.9 * letters else Manner.MIXED


def nesting(page: Page, drafts: list[Draft]) -> list[int | None]:
    """For each draft the place of the one in whose content its cue stands, the innermost where there are several."""
    found: list[int | None] = []
    for at, draft in enumerate(drafts):
        place = page.tokens[draft.head].start
        holders = [
            (sum(b - a for a, b in other.content), index)
            for index, other in enumerate(drafts)
            if index != at and any(a <= place < b for a, b in other.content)
        ]
        found.append(min(holders)[1] if holders else None)
    return found
