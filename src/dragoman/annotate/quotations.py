"""The layer of quotations: the stretches of an article that stand between quotation marks.

Reads typographic, straight, angled and single marks, nested ones, quotations that each paragraph opens anew and
only the last one closes, and marks that are never closed (which lose at most their own paragraph). A run is given
once, its outermost marks included. Does not say who speaks, and does not take titles and scare quotes apart from
speech: `attribution` does. Takes time linear in the text.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.annotate.blocks import block_quotes
from dragoman.annotate.marks import SINGLE, Marked, Run, marked
from dragoman.model.flow import Annotated, Quotation
from dragoman.model.text import Article

MOST_UNMARKED = 4  # paragraphs in the middle of a quotation that carry no mark of their own


def add_quotations(annotated: Annotated) -> Annotated:
    """The article with its quotations in the order of the text; none overlap."""
    return replace(annotated, quotations=tuple(quotations(annotated.article)))


def quotations(article: Article) -> list[Quotation]:
    """Every quotation in the article's own paragraphs."""
    paragraphs = [marked(article.text, span.start, span.end) for span in article.paragraphs]
    found: list[list[Run]] = []
    parts: list[Run] = []  # of a quotation that the paragraph before left open
    for index, paragraph in enumerate(paragraphs):
        if parts and not _goes_on(paragraphs, index, parts[-1]):
            found.append(parts)
            parts = []
        for run in _with_middle(paragraph, parts):
            parts.append(run)
            if run.closed or run.end != paragraph.end:
                found.append(parts)
                parts = []
    marked_ones = [_quotation(article, runs) for runs in [*found, parts] if _is_quotation(runs)]
    return _with_blocks(article, marked_ones)


def _with_blocks(article: Article, found: list[Quotation]) -> list[Quotation]:
    """The quotations with the blocks that no marks enclose; a block takes those inside it."""
    blocks = [Quotation(spans=spans) for spans in block_quotes(article)]
    if not blocks:
        return found
    held = [span for block in blocks for span in block.spans]
    outside = [q for q in found if not any(span.overlaps(own) for span in held for own in q.spans)]
    return sorted([*outside, *blocks], key=lambda quotation: quotation.spans[0])


def _with_middle(paragraph: Marked, parts: list[Run]) -> list[Run]:
    """The paragraph's runs; before them the stretch that ends a quotation begun above and not opened anew."""
    if not parts or paragraph.reopens:
        return list(paragraph.runs)
    end = paragraph.end if paragraph.stray is None else paragraph.stray
    middle = Run(paragraph.start, end, parts[0].mark, closed=paragraph.stray is not None)
    return [middle, *paragraph.runs]


def _goes_on(paragraphs: list[Marked], index: int, left_open: Run) -> bool:
    """Whether the paragraph goes on with the quotation that the one before left open."""
    paragraph = paragraphs[index]
    if paragraph.reopens:
        return paragraph.runs[0].mark == left_open.mark
    for later in paragraphs[index : index + MOST_UNMARKED]:
        if later.stray is not None or later.runs:
            return later.stray is not None and left_open.mark != SINGLE
    return False


def _is_quotation(runs: list[Run]) -> bool:
    """One paragraph that begins with a single mark and never closes it may begin with an apostrophe."""
    return len(runs) > 1 or (len(runs) == 1 and (runs[0].closed or runs[0].mark != SINGLE))


def _quotation(article: Article, runs: list[Run]) -> Quotation:
    return Quotation(spans=tuple(article.span(run.start, run.end) for run in runs), closed=runs[-1].closed)
