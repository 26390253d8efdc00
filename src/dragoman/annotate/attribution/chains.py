"""Through whom the article has it: what stands inside another's words, and who cites whom.

Finds for each statement the one in whose content it stands, and from that, and from "citing" and "quoted by", the
voices between the speaker and the article, the outermost first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dragoman.annotate.attribution.draft import Draft
from dragoman.annotate.attribution.edged import mended
from dragoman.annotate.attribution.lexicon import source_words
from dragoman.annotate.attribution.page import Page, Range
from dragoman.annotate.attribution.sources import CITING, noun_phrase
from dragoman.model.statement import Act


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
    return without_circles(found)


def without_circles(holders: list[int | None]) -> list[int | None]:
    """The same, but where statements stand in one another the first of them stands in none.

    >>> without_circles([None, 2, 1, 2])
    [None, None, 1, 2]
    """
    found = list(holders)
    for at in range(len(found)):
        seen, above = {at}, found[at]
        while above is not None and above not in seen:
            seen.add(above)
            above = found[above]
        if above == at:
            found[at] = None
    return found


def with_citations(page: Page, drafts: list[Draft]) -> list[Draft]:
    """The drafts, and for "Tass reported, citing an official" what is reported once more, as the official's."""
    cited = list(citations(page, drafts))
    heads = {made.head for made in cited}
    return [*(made for made in drafts if made.head not in heads and not is_quoted_as(page, made)), *cited]


def citations(page: Page, drafts: list[Draft]) -> Iterator[Draft]:
    """What is reported with somebody cited for it, with the cited one as its source."""
    told: set[int] = set()
    for draft in drafts:
        for child in _citing(page, draft):
            cited = _cited(page, child)
            if child not in told and draft.source is not None and cited is not None and _is_voice(page, cited):
                told.add(child)
                source = mended(page, noun_phrase(page, cited), (child, child + 1))
                cue, via = (child, child + 1), (draft.source,)
                yield replace(draft, head=child, cue=cue, source=source, act=Act.ASSERT, via=via)


def _citing(page: Page, draft: Draft) -> Iterator[int]:
    """The "citing" that hangs on a cue, or stands behind its source or itself and a comma."""
    if draft.source is None or page.tokens[draft.head].lemma in CITING:
        return
    behind = {draft.source[1] + 1, draft.cue[1] + 1} & set(range(*page.sentence(draft.head)))
    for child in sorted({*page.trees.dependents[draft.head], *behind}):
        token = page.tokens[child]
        led = child in page.trees.dependents[draft.head] or page.tokens[child - 1].text == ","
        if token.lemma in CITING and token.fine == "VBG" and led:
            yield child


def _cited(page: Page, citing: int) -> int | None:
    """Whom it cites: its object, or a phrase without a preposition, as a parser may call it."""
    bare = (c for c in page.trees.dependents[citing] if page.tokens[c].relation == "obl" and not page.trees.cases(c))
    return page.trees.child(citing, "obj") or next(bare, None)


def _is_voice(page: Page, noun: int) -> bool:
    """Whether what is cited can speak: somebody or some body, a paper, a medium; not "concerns"."""
    token, words = page.tokens[noun], source_words()
    voices = (words.person, words.office, words.organization, words.document, words.media)
    return token.tag == "PROPN" or any(token.lemma in kind.nouns for kind in voices)


def is_quoted_as(page: Page, draft: Draft) -> bool:
    """Whether a cue only introduces another: "was quoted by Tass as saying"."""
    if draft.via or page.tokens[draft.head].lemma not in CITING:
        return False
    return any(page.tokens[child].lemma == "say" for child in page.trees.dependents[draft.head])


def quoted_by(page: Page, draft: Draft) -> tuple[Range, ...]:
    """The outlet in "was quoted by Tass as saying"."""
    governor = page.tokens[draft.head].head
    if draft.via:
        return ()
    if page.tokens[governor].lemma not in CITING or governor == draft.head:
        return ()
    agent = page.trees.child(governor, "obl:agent")
    return () if agent is None else (noun_phrase(page, agent),)
