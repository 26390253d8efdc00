"""Statements without a verb: "OKELLO: We will wait", "Ito: Talks failed", a quotation with " - Ada Okello" below.

A colon reports where a name or a speaker in capitals opens the line before it; a dash where a name closes the line
behind a quotation. Common words before a colon ("Note:", "Read more:") report nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.annotate.attribution.draft import Draft
from dragoman.annotate.attribution.lexicon import channel_file
from dragoman.annotate.attribution.page import Page, Range
from dragoman.model.reading import NameKind
from dragoman.model.statement import Act
from dragoman.model.text import Span

LONGEST = 60  # characters before the colon
OPENING = re.compile(r"[\"“]?(?P<speaker>[^\W\d_][\w.,'’() -]{0,58}?)\s?:\s+(?=\S)")
CAPITALS = re.compile(r"[A-Z][A-Z.'’ -]*")
SIGNED = re.compile(r"\s*[—–―-]{1,2}\s?(?P<speaker>[A-Z][\w.'’-]*(?: [\w.'’-]+){0,7})[.\s]*$")
NAME = re.compile(r"[A-Z][\w'’-]+(?: [A-Z]\.| [A-Z][\w'’-]+){1,4}")  # of a signature that the model does not know
SPEAKING = (NameKind.PERSON, NameKind.ORGANIZATION)


def speaker_drafts(page: Page) -> Iterator[Draft]:
    """What a line of a transcript, a headline with a colon, or a signed quotation reports."""
    for paragraph in page.article.paragraphs:
        made = _opened(page, paragraph) or _signed(page, paragraph)
        if made is not None:
            yield made


def _opened(page: Page, paragraph: Span) -> Draft | None:
    match = OPENING.match(page.text, paragraph.start, paragraph.end)
    if match is None or match.group("speaker").rstrip(" .") in channel_file().transcript.never:
        return None
    source = _tokens(page, match.start("speaker"), match.end("speaker"))
    colon = source[1]
    place = next((i for i in range(*source) if page.tokens[i].text.lower() in ("on", "via")), None)
    if place is not None and source[0] < place and page.quoted[colon + 1] >= 0:
        source = source[0], place  # "Okello on Telegram": the platform is the channel
    if source[0] == colon or page.tokens[colon].text != ":" or not _speaks(page, source, match.group("speaker")):
        return None
    if place is not None and page.quoted[colon + 1] >= 0:
        return None if not _person(page, source) else _quoted(page, source, colon)
    if (
        not _person(page, source)
        and page.quoted[colon + 1] < 0
        and match.group("speaker").upper() != match.group("speaker")
    ):
        return None
    content = page.trimmed(page.tokens[colon].end, paragraph.end)
    if content is None:
        return None
    return Draft(
        head=colon,
        cue=(colon, colon + 1),
        source=source,
        content=(content,),
        act=Act.ASSERT,
        quotes=True,
        verbatim=match.group("speaker").isupper(),
    )


def _quoted(page: Page, source: Range, colon: int) -> Draft:
    """The quotation right behind a colon, and nothing that goes on behind it."""
    spans = tuple((span.start, span.end) for span in page.quotations[page.quoted[colon + 1]].spans)
    return Draft(head=colon, cue=(colon, colon + 1), source=source, content=spans, act=Act.ASSERT, quotes=True)


def _signed(page: Page, paragraph: Span) -> Draft | None:
    first = page.tokens_in(paragraph.start, paragraph.end)
    if not len(first) or page.quoted[first.start] < 0:
        return None
    spoken = page.quotations[page.quoted[first.start]].spans[-1]
    match = SIGNED.match(page.text, spoken.end, paragraph.end)
    if match is None:
        return None
    source = _tokens(page, match.start("speaker"), match.end("speaker"))
    dash = source[0] - 1
    if source[0] >= source[1] or not (_named(page, source) or NAME.fullmatch(match.group("speaker"))):
        return None
    content = tuple((span.start, span.end) for span in page.quotations[page.quoted[first.start]].spans)
    return Draft(head=dash, cue=(dash, dash + 1), source=source, content=content, act=Act.ASSERT, quotes=True)


def _tokens(page: Page, start: int, end: int) -> Range:
    words = page.tokens_in(start, end)
    return words.start, words.stop


def _speaks(page: Page, source: Range, text: str) -> bool:
    """Whether what stands before a colon is a speaker: a name, or capitals as in a transcript."""
    if any(page.tokens[index].tag == "VERB" for index in range(*source)):
        return False
    return _named(page, source) or CAPITALS.fullmatch(text) is not None


def _person(page: Page, source: Range) -> bool:
    return any(name.kind is NameKind.PERSON for name in page.names_from(source[0]) if name.first < source[1])


def _named(page: Page, source: Range) -> bool:
    """Whether a person or a body is named there, to its end."""
    names = [name for name in page.names_from(source[0]) if name.first < source[1]]
    return any(name.kind in SPEAKING and name.last >= source[1] for name in names)
