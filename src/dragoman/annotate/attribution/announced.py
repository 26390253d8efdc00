"""Quotations that a colon announces without a verb: "Okello on Telegram: ...", "I wrote to her. Her answer: ...".

Looks only at a short clause before the colon that names somebody or tells whose answer it is. Lines of a transcript are
for `speakers`, verbs for `voices`.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.annotate.attribution.draft import Draft
from dragoman.annotate.attribution.lexicon import cue_file
from dragoman.annotate.attribution.page import Page, Range
from dragoman.model.reading import NameKind
from dragoman.model.statement import Act

LONGEST = 8  # tokens before the colon
SPEAKING = (NameKind.PERSON, NameKind.ORGANIZATION)


def announced_drafts(page: Page) -> Iterator[Draft]:
    """What such colons announce."""
    for quotation in page.quotations:
        colon = page.token_at(quotation.spans[0].start) - 1
        if colon < 1 or page.tokens[colon].text != ":" or page.quoted[colon] >= 0:
            continue
        source = _before(page, colon)
        if source is not None:
            spans = tuple((span.start, span.end) for span in quotation.spans)
            yield Draft(head=colon, cue=(colon, colon + 1), source=source, content=spans, act=Act.ASSERT, quotes=True)


def _before(page: Page, colon: int) -> Range | None:
    """Whoever the clause before a colon names as speaking."""
    first = page.sentence(colon)[0]
    clause = page.tokens[first:colon]
    begins_line = any(paragraph.start == page.tokens[first].start for paragraph in page.article.paragraphs)
    if not clause or len(clause) > LONGEST or any(t.tag in ("VERB", "AUX") or t.text == ":" for t in clause):
        return None
    if len(clause) < 4 and clause[0].tag == "PRON" and clause[-1].lemma.lower() in cue_file().answers:
        return first, first + 1
    names = [n for n in page.names_from(first) if n.last <= colon and n.kind in SPEAKING]
    if len(names) != 1 or (begins_line and names[0].first == first and names[0].last == colon):
        return None
    return names[0].first, names[0].last
