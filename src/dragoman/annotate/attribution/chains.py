"""Through whom the article has it: what stands inside another's words, and who cites whom.

Finds for each statement the one in whose content it stands, and from that, and from "citing" and "quoted by", the
voices between the speaker and the article, the outermost first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dragoman.annotate.attribution.draft import Draft
from dragoman.annotate.attribution.page import Page, Range
from dragoman.annotate.attribution.sources import noun_phrase, subject
from dragoman.model.statement import Act

CITING = frozenset(("cite", "quote"))


def nesting(page: Page, drafts: list[Draft]) -> list[int | None]:
    """For each draft the place of the one in whose content its cue stands, the innermost where there are several."""
    pieces = sorted((start, -end, at) for at, draft in enumerate(drafts) for start, end in draft.content)
    order = sorted(range(len(drafts)), key=lambda at: page.tokens[drafts[at].head].start)
    found: list[int | None] = [None] * len(drafts)
    opened: list[tuple[int, int]] = []  # (end, place) of the pieces around here, the innermost last
    following = 0
    for at in order:
        place = page.tokens[drafts[at].head].start
        while following < len(pieces) and pieces[following][0] <= place:
            opened.append((-pieces[following][1], pieces[following][2]))
            following += 1
        opened = [piece for piece in opened if piece[0] > place]
        found[at] = next((holder for _, holder in reversed(opened) if holder != at), None)
    return found


def citations(page: Page, drafts: list[Draft]) -> Iterator[Draft]:
    """ "Tass reported, citing an official": what is reported, once more, with the cited one as its source."""
    for draft in drafts:
        for child in page.trees.children[draft.head]:
            token = page.tokens[child]
            if token.lemma not in CITING or token.tag != "VERB" or token.fine not in ("VBG",):
                continue
            cited = page.trees.child(child, "obj")
            if cited is not None and draft.source is not None:
                source = noun_phrase(page, cited)
                yield replace(
                    draft, head=child, cue=(child, child + 1), source=source, act=Act.ASSERT, via=(draft.source,)
                )


def quoted_by(page: Page, draft: Draft) -> tuple[Range, ...]:
    """The outlet in "was quoted by Tass as saying"."""
    governor = page.tokens[draft.head].head
    if page.tokens[governor].lemma not in CITING or governor == draft.head:
        return ()
    agent = page.trees.child(governor, "obl:agent")
    return () if agent is None else (noun_phrase(page, agent),)


def quoting_itself(page: Page, draft: Draft) -> int | None:
    """The subject of "was quoted as saying", who is the speaker."""
    governor = page.tokens[draft.head].head
    if page.tokens[governor].lemma not in CITING or governor == draft.head:
        return None
    return page.trees.child(governor, "nsubj") or subject(page, governor)
