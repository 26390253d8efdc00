"""Who puts a figure at what: "the union put the number of strikers at 400,000", "the ministry counted 130,000".

Such verbs report nothing else, so that the number decides. Does not compare figures.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.annotate.attribution.draft import Draft
from dragoman.annotate.attribution.lexicon import cue_file
from dragoman.annotate.attribution.page import Page, Range
from dragoman.annotate.attribution.sources import is_passive, source_of
from dragoman.model.statement import Act

POINTING = ("that", "this", "it", "them", "those", "these")


def figure_drafts(page: Page) -> Iterator[Draft]:
    """The figures that somebody is told to give."""
    known = cue_file().figures
    for token in page.tokens:
        if token.tag != "VERB" or token.lemma not in known or page.quoted[token.index] >= 0:
            continue
        part = _figure(page, token.index, known[token.lemma])
        subject = page.trees.child(token.index, "nsubj")
        if part is None or subject is None or is_passive(page, token.index):
            continue
        content = page.trimmed(*page.chars(*part))
        source = source_of(page, token.index)
        if content is not None and source is not None:
            cue = (token.index, token.index + 1)
            yield Draft(head=token.index, cue=cue, source=source, content=(content,), act=Act.ASSERT, firm=True)


def is_figure(page: Page, made: Draft) -> bool:
    """Whether a draft was found here."""
    return made.firm and page.tokens[made.head].lemma in cue_file().figures


def _figure(page: Page, verb: int, preposition: str) -> Range | None:
    """What is counted and how many: the verb's object, with what stands behind its preposition, if it asks for one."""
    counted = page.trees.child(verb, "obj")
    if counted is None or counted < verb or page.tokens[counted].text.lower() in POINTING:
        return None
    first, last = page.trees.first[counted], page.trees.last[counted]
    if not preposition:
        return (first, last) if _has_number(page, first, last) else None
    inner = next((i for i in range(counted + 1, last) if page.tokens[i].text.lower() == preposition), last)
    if _has_number(page, inner, last):
        return first, last
    for child in page.trees.dependents[verb]:
        case = page.trees.child(child, "case")
        if case is None or case < counted or page.tokens[case].text.lower() != preposition:
            continue
        if _has_number(page, case, page.trees.last[child]):
            return first, page.trees.last[child]
    return None


def _has_number(page: Page, first: int, last: int) -> bool:
    """Whether a number stands among these tokens."""
    return any(page.tokens[index].tag == "NUM" for index in range(first, last))
