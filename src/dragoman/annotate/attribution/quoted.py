""" "Was quoted as saying": who is quoted speaks, and who quotes him stands between.

Finds quotations and clauses around such a passive; whatever else quotes or cites is for `chains`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dragoman.annotate.attribution.draft import Draft
from dragoman.annotate.attribution.edges import LONGEST, reported_until
from dragoman.annotate.attribution.page import Page, Range
from dragoman.annotate.attribution.sources import CITING, is_passive, noun_phrase
from dragoman.model.statement import Act

SPEAKING = frozenset(("say", "tell", "declare", "write", "add", "warn", "state", "claim"))
AS = 3  # tokens between "quoted" and "as", an adverb or a day apart
BY = 12  # tokens behind "as saying" in which its "by" may stand


def quoted_drafts(page: Page, heard: Mapping[int, list[int]]) -> Iterator[Draft]:
    """What somebody is quoted as saying; `heard` gives the quotations that stand beside each verb."""
    for token in page.tokens:
        if token.lemma not in CITING or token.tag != "VERB" or page.quoted[token.index] >= 0:
            continue
        saying = _saying(page, token.index)
        subject = page.trees.child(token.index, "nsubj:pass", "nsubj")
        if saying is None or subject is None or not is_passive(page, token.index):
            continue
        content = _content(page, token.index, saying, heard)
        if content:
            yield Draft(
                head=saying,
                cue=(token.index, saying + 1),
                source=noun_phrase(page, subject, without=token.index),
                content=content,
                act=Act.ASSERT,
                via=tuple(_quoter(page, token.index, saying)),
                quotes=True,
            )


def _saying(page: Page, quoted: int) -> int | None:
    """The "saying" of "quoted as saying", "quoted by Tass as saying"."""
    last = page.sentence(quoted)[1]
    for index in range(quoted + 1, min(last, quoted + BY)):
        if page.tokens[index].fine == "VBG":
            return index if page.tokens[index].lemma in SPEAKING and page.tokens[index - 1].text == "as" else None
    return None


def _content(page: Page, quoted: int, saying: int, heard: Mapping[int, list[int]]) -> tuple[Range, ...]:
    places = sorted({*heard.get(quoted, []), *heard.get(saying, [])})
    spoken = tuple((span.start, span.end) for place in places for span in page.quotations[place].spans)
    return spoken or tuple(_clause(page, saying))


def _clause(page: Page, saying: int) -> Iterator[Range]:
    """What follows "as saying", behind a "by" with its paper."""
    last = min(page.sentence(saying)[1], saying + LONGEST)
    start = next((i for i in range(saying + 1, min(last, saying + BY)) if page.tokens[i].text.lower() == "that"), None)
    if start is None and saying + 1 < last and page.tokens[saying + 1].text.lower() not in ("by", "in", "on", ".", ","):
        start = saying + 1
    if start is not None:
        part = page.trimmed(*page.chars(start, reported_until(page, start, start, last)))
        if part is not None:
            yield part


def _quoter(page: Page, quoted: int, saying: int) -> Iterator[Range]:
    """The one behind "by"."""
    for verb in (quoted, saying):
        for child in page.trees.dependents[verb]:
            case = page.trees.child(child, "case")
            if child > verb and case is not None and page.tokens[case].text.lower() == "by":
                yield noun_phrase(page, child)
                return
