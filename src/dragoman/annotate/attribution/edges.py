"""Where a reported clause ends, by marks and words rather than by the tree.

A clause behind "said" runs on to the end of its sentence, unless the reporter visibly takes the word again: with
another cue ("..., adding that", "... and urged them"), or with a clause of his own behind a comma ("..., while ...").
"""

from __future__ import annotations

from dragoman.annotate.attribution.lexicon import verbs
from dragoman.annotate.attribution.page import Page, Range

RESUMING = frozenset(("while", "although", "though", "whereas", "according"))
SET_OFF = (",", "—", "–", "”", '"', "’", "'")
LONGEST = 250  # tokens of a reported clause
SPEAKER = 8  # tokens of a subject and its reporting verb
SPEECH = 60  # share of a clause at which a verb reports


def reported_until(page: Page, first: int, last: int, end: int) -> int:
    """The token behind a reported clause that begins at `first` and by the tree ends at `last`, within `end`."""
    return next((at for at in range(first + 2, end) if stops(page, at)), end)


def stops(page: Page, at: int) -> bool:
    """Whether the sentence or the reported part of it ends before this token."""
    token = page.tokens[at]
    if page.quoted[at] < 0 and token.text in (".", "!", "?", ";", ":"):
        return True
    opens = page.quoted[at] >= 0 and page.quoted[at - 1] != page.quoted[at]
    return resumes(page, at) or (opens and page.tokens[at - 1].text in (",", ":", "—", "–", "."))


def resumes(page: Page, at: int) -> bool:
    """Whether the reporter takes the word again at this token: a word behind a comma, or a conjunction."""
    token = page.tokens[at]
    if page.quoted[at] >= 0 or at + 1 >= len(page.tokens):
        return False
    if token.tag == "CCONJ":
        behind = page.tokens[at + 1]
        return behind.fine in ("VBD", "VBZ") and _reports(page, at + 1)
    if page.text[token.start - 3 : token.start].rstrip()[-1:] not in SET_OFF:
        return False
    if token.text.lower() in RESUMING or (token.fine == "VBG" and _reports(page, at)):
        return True
    return another_speaks(page, at)


def another_speaks(page: Page, at: int) -> bool:
    """Whether a subject and its reporting verb begin here ("asked whether it held, Okello said ...")."""
    for index in range(at + 1, min(len(page.tokens), at + SPEAKER)):
        token = page.tokens[index]
        if token.tag == "PUNCT" or page.quoted[index] >= 0:
            return False
        if token.tag == "VERB":
            subject = page.trees.child(index, "nsubj")
            return (
                token.fine in ("VBD", "VBZ") and _reports(page, index) and subject is not None and at <= subject < index
            )
    return False


def _reports(page: Page, index: int) -> bool:
    verb = verbs().get(page.tokens[index].lemma)
    return verb is not None and verb.shares.get("clause", 0) >= SPEECH


def clause_end(page: Page, part: Range, cue: int) -> Range:
    """The part of a clause that stands behind its cue, up to where it ends."""
    first, last = part
    end = min(page.sentence(cue)[1], first + LONGEST)
    return (first, reported_until(page, first, last, end)) if first > cue else part


def within_quotation(page: Page, cue: int, content: list[Range]) -> list[Range]:
    """The content, cut to the quotation that its cue stands in: nobody reports beyond his own words."""
    if page.quoted[cue] < 0:
        return content
    spans = page.quotations[page.quoted[cue]].spans
    cut = [(max(a, s.start), min(b, s.end)) for a, b in content for s in spans if a < s.end and s.start < b]
    return [part for part in (page.trimmed(a, b) for a, b in cut) if part is not None]
