"""Channels that the cue's own clause does not tell: a transcript, the outlet itself ("told us"), the sentence before.

A transcript calls its guest "A"; the words above the first question present whoever that is. Does not find the lines:
that is for `speakers`.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.annotate.attribution.draft import Draft
from dragoman.annotate.attribution.lexicon import channel_file
from dragoman.annotate.attribution.page import Page, Range
from dragoman.model.mention import EntityKind, Form, Mention

OWN = ("this", "our")
WRITER = ("us", "me")
INTERVIEW = "interview"
LEAST = 2  # answers that make a transcript


def answers(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """The lines of a transcript that its guest speaks, none where it is no transcript."""
    labels = channel_file().transcript
    found = [made for made in drafts if label(page, made) in labels.answers]
    asked = any(label(page, made) in labels.questions for made in drafts) or any(
        page.text.startswith(f"{word}:", paragraph.start)
        for word in labels.questions
        for paragraph in page.article.paragraphs
    )
    return found if asked and len(found) >= LEAST else []


def label(page: Page, made: Draft) -> str | None:
    """The capitals that a line of a transcript begins with."""
    if not made.verbatim or made.source is None:
        return None
    start, end = page.chars(*made.source)
    return page.text[start:end]


def guest(page: Page, drafts: Sequence[Draft], mentions: Sequence[Mention]) -> Mention | None:
    """Who answers in a transcript: of the persons named above it the one with an office, then the one told most of."""
    lines = answers(page, drafts)
    if not lines:
        return None
    begun = min(page.tokens[made.cue[0]].start for made in lines)
    labels = tuple(f"{word}:" for word in channel_file().transcript.questions)
    begun = min([begun, *(p.start for p in page.article.paragraphs if page.text.startswith(labels, p.start))])
    above = [m for m in mentions if m.span.start < begun and m.kind is EntityKind.PERSON]
    named = [m for m in above if m.form is Form.NAME]
    counts = {m.chain: sum(other.chain == m.chain for other in above) for m in named}
    titled = {m.chain for m in named if m.titles}
    return max(named, key=lambda m: (m.chain in titled, counts[m.chain], m.span.start), default=None)


def own_outlet(page: Page, draft: Draft, told: Range) -> str | None:
    """The outlet itself where it is told something, by its name if that is known ("told us", "told the Post")."""
    first, last = told
    outlet = page.article.outlet
    words = [token.text for token in page.tokens[first:last]]
    if len(words) == 1 and words[0].lower() in WRITER:
        return (outlet or words[0].lower()) if page.tokens[draft.head].lemma == "tell" else None
    if words[0].lower() in OWN and page.tokens[last - 1].lemma in channel_file().own.nouns:
        return outlet or " ".join(words)
    capitals = {word for word in words if word[:1].isupper() and word.lower() != "the"}
    return outlet if outlet and capitals and capitals <= set(outlet.split()) else None


def told_before(page: Page, start: int, chain: Sequence[Mention]) -> str | None:
    """The channel that the sentence before tells of the same speaker ("She gave a speech. All is well, she said")."""
    first = page.sentence(page.token_at(start))[0]
    if first == 0 or page.paragraphs[first - 1] != page.paragraphs[first]:
        return None
    low, high = page.chars(*page.sentence(first - 1))
    if not any(low <= mention.span.start < high for mention in chain):
        return None
    for pattern in channel_file().before.patterns:
        found = pattern.search(page.text, low, high)
        if found is not None and page.quoted[page.token_at(found.start())] < 0:
            return found["channel"].removeprefix("the ")
    return None
