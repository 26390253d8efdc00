"""Quotations that no marks enclose: posts and statements set apart behind a colon.

"He wrote on X:" or "The statement read:" at the end of a paragraph makes the lines below it speech, as far as a blank
line, a mark of quotation of their own or a line that is set otherwise. Does not take lists ("The terms are:"),
questions and answers, or lines whose introduction speaks of no words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dragoman.model.text import Article, Span

LED_IN = re.compile(
    r"\b(?:writes?|wrote|written|posts?|posted|posting|tweets?|tweeted|reads?|says?|said|saying|stated?|states|"
    r"declares?|declared|adds?|added|replied|responded|announced|commented|message|letter|text)\b[^:.!?]{0,60}:$",
    re.IGNORECASE,
)
OWN_MARK = re.compile(r"[“„«\"'‘”»]|``|[-*•·–—]\s|\d+[.)]\s|https?:|[^\W\d_][\w .'’-]{0,40}:\s")
INDENT = re.compile(r"[ \t>]*")
MOST = 12  # lines of a block
BLANK = "\n\n"


def block_quotes(article: Article) -> Iterator[tuple[Span, ...]]:
    """The spans of each block, one for each of the article's paragraphs in it."""
    taken = -1
    for at, paragraph in enumerate(article.paragraphs[:-1]):
        if at > taken and LED_IN.search(article.quote(paragraph)[-120:]):
            spans = tuple(_below(article, article.paragraphs[at + 1 : at + 1 + MOST]))
            if spans:
                taken = at + len(spans)
                yield spans


def _below(article: Article, paragraphs: Sequence[Span]) -> Iterator[Span]:
    """The paragraphs of the block: the first, and those that no blank line parts from it or that are set like it."""
    before: Span | None = None
    for span in paragraphs:
        if OWN_MARK.match(article.text, span.start):
            return
        if before is not None and not (_alike(article, before, span) or _runs_on(article, paragraphs[0], before, span)):
            return
        yield span
        before = span


def _runs_on(article: Article, first: Span, before: Span, span: Span) -> bool:
    """Whether a line goes on with a block that blank lines part from its introduction, no blank line between."""
    gap = article.text[max(0, first.start - 40) : first.start]
    return gap.rstrip(" \t").endswith(BLANK) and BLANK not in article.text[before.end : span.start]


def _alike(article: Article, before: Span, span: Span) -> bool:
    """Whether both lines are indented, or marked as quoted mail is."""
    return bool(_indent(article, before)) and _indent(article, before) == _indent(article, span)


def _indent(article: Article, span: Span) -> str:
    begin = article.text.rfind("\n", 0, span.start) + 1
    match = INDENT.match(article.text, begin, span.end)
    return match.group() if match else ""
