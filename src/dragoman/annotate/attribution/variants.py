"""Other edges that a content may have: which are right is for `belief` to say.

A content that is a clause or a phrase may reach as far as its tree does, to the end of its sentence, or only to where
the tree begins another clause or the sentence a comma. Gives stretches; says nothing of which is likely.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dragoman.annotate.attribution.draft import Draft
from dragoman.annotate.attribution.edges import LONGEST, reported_until, resumes
from dragoman.annotate.attribution.kinds import head_of
from dragoman.annotate.attribution.page import Page, Range

END_OF_SPEECH = ",?!…."
APART = ("conj", "advcl", "acl:relcl", "parataxis", "appos", "acl")


def variants(page: Page, made: Draft) -> Iterator[Draft]:
    """The draft with other ends of its last stretch of content, where that stands behind the cue."""
    if made.firm or made.verbatim:
        return
    *others, last = made.content
    words = page.tokens_in(*last)
    if not len(words) or words.start < made.cue[1]:
        return
    if page.quoted[words.start] >= 0 and (others or not _is_part(page, words)):
        return
    told = {last}
    for end in ends(page, made, (words.start, words.stop)):
        part = page.trimmed(page.tokens[words.start].start, page.tokens[end - 1].end)
        if part is not None and part not in told:
            told.add(part)
            yield replace(made, content=(*others, part), quotes=False)


def _is_part(page: Page, words: range) -> bool:
    """Whether the reporter goes on behind quoted words as if no marks stood there ("a “bold” plan")."""
    run = next(s for s in page.quotations[page.quoted[words.start]].spans if page.tokens[words.start].start < s.end)
    behind = page.token_at(run.end - 1) + 1
    ended = page.text[run.end - 2] in END_OF_SPEECH
    return not ended and behind < page.sentence(words.start)[1] and page.tokens[behind].tag != "PUNCT"


def ends(page: Page, made: Draft, phrase: Range) -> list[int]:
    """The tokens behind which a content may end."""
    first, last = phrase
    sentence = page.sentence(first)[1]
    limit = min(
        sentence, first + LONGEST, min((q for q in (made.source or (sentence,))[:1] if q > first), default=sentence)
    )
    if page.quoted[first] < 0:
        head = head_of(page, phrase)
        found = [page.trees.last[head], reported_until(page, first, last, limit)]
        found += [page.trees.first[c] for c in page.trees.dependents[head] if page.tokens[c].relation in APART]
        found += [i for i in range(first + 2, min(limit, last + 1)) if page.tokens[i].text == ","]
        found += [i - (page.tokens[i - 1].tag == "CCONJ") for i in range(first + 2, last) if resumes(page, i)]
        found += [i for i in range(last + 1, limit) if page.tokens[i].text == ","][:1]
    else:
        found = [reported_until(page, first, last, limit), limit]
    return sorted({end for end in found if first < end <= limit and whole(page, first, end)})


def whole(page: Page, first: int, end: int) -> bool:
    """Whether a stretch does not end in the middle of a quotation."""
    held = page.quoted[end - 1]
    return held < 0 or end >= len(page.tokens) or page.quoted[end] != held
