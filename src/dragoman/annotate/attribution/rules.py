"""Statements found by rule: reporting verbs of the lexicon, with what tree, order and marks give them.

Each verb gets the quotations that `voices` gives it; without any it gets the first frame whose share in the lexicon
is high enough. Says nothing about kinds, channels or acts of the content.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.annotate.attribution.announced import announced_drafts
from dragoman.annotate.attribution.draft import Draft
from dragoman.annotate.attribution.edges import LONGEST, resumes, within_quotation
from dragoman.annotate.attribution.figures import figure_drafts
from dragoman.annotate.attribution.frames import Filled, Frame, frames_of
from dragoman.annotate.attribution.lexicon import CueWord, verbs
from dragoman.annotate.attribution.page import Page, Range
from dragoman.annotate.attribution.phrases import hearsay_drafts, noun_drafts, phrase_drafts
from dragoman.annotate.attribution.polarity import is_negated
from dragoman.annotate.attribution.quoted import quoted_drafts
from dragoman.annotate.attribution.sources import source_of
from dragoman.annotate.attribution.speakers import speaker_drafts
from dragoman.annotate.attribution.voices import voices
from dragoman.model.reading import Token
from dragoman.model.statement import Act

LEAST = 25  # share, in percent, at which a frame is taken for an attribution
SPEECH = 60  # share of a clause at which a verb may report a quotation


SPEAKERS = frozenset(
    ("i", "we", "you", "my", "our", "your", "me", "us", "it", "this", "that", "which", "there", "people")
)
POINTING = ("PRON", "DET", "ADP", "SCONJ", "PUNCT", "PART")
UNKNOWN = CueWord(Act.ASSERT, {})


def drafts_by_rule(page: Page) -> list[Draft]:
    """The statements that words of the lexicon report, in order of their cues."""
    by_verbs = verb_drafts(page)
    begun = {page.token_at(part[0]) for made in by_verbs for part in made.content}
    by_nouns = [made for made in noun_drafts(page) if not opens_content(page, made, begun)]
    told = {made.head for made in by_verbs}
    figures = [made for made in figure_drafts(page) if made.head not in told]
    heard = {part for made in by_verbs for part in made.content} if by_verbs else set()
    lines = list(speaker_drafts(page))
    heads = {made.head for made in lines}
    alone = [m for m in announced_drafts(page) if m.head not in heads and not heard & set(m.content)]
    found = [*figures, *lines, *alone, *phrase_drafts(page), *hearsay_drafts(page), *by_nouns, *by_verbs]
    return sorted((made for made in found if is_told(page, made)), key=lambda made: made.head)


def opens_content(page: Page, made: Draft, begun: set[int]) -> bool:
    """Whether a noun's phrase is what a verb reports already ("repeated his demand for a truce")."""
    return page.trees.first[made.head] in begun


def is_told(page: Page, made: Draft) -> bool:
    """Whether the text tells that something was said, and what.

    Nothing is told by a cue that others only want, or whose content is a mere pronoun. Inside somebody's quoted words
    only what others are plainly reported to have said is a statement of its own.
    """
    if is_only_wanted(page, made) or is_pointer(page, made):
        return False
    if page.quoted[made.head] < 0 or made.verbatim:
        return True
    if made.source is None or page.tokens[made.source[0]].text.lower() in SPEAKERS:
        return False
    return may_quote(verbs().get(page.tokens[made.head].lemma, UNKNOWN))


def is_only_wanted(page: Page, made: Draft) -> bool:
    """Whether the cue is what another cue is about ("ordered them to accept the offer")."""
    token = page.tokens[made.head]
    mark = page.trees.child(made.head, "mark")
    if made.quotes or token.fine != "VB" or mark is None or page.tokens[mark].text.lower() != "to":
        return False
    return page.tokens[token.head].lemma in verbs()


def is_pointer(page: Page, made: Draft) -> bool:
    """Whether the content only points to something ("said that", "which he denied")."""
    words = [index for part in made.content for index in page.tokens_in(*part)]
    return len(words) <= 2 and all(page.tokens[index].tag in POINTING for index in words)


def verb_drafts(page: Page) -> list[Draft]:
    """The statements that verbs report."""
    known = verbs()
    all_verbs = [token.index for token in page.tokens if token.tag == "VERB" and not in_a_name(page, token)]
    cues = [index for index in all_verbs if page.tokens[index].lemma in known]
    outside = [index for index in all_verbs if page.quoted[index] < 0]
    outside = [index for index in outside if not is_negated(page, index)]
    speech = [index for index in outside if may_quote(known.get(page.tokens[index].lemma, UNKNOWN))]
    heard = voices(page, speech, outside)
    found = list(quoted_drafts(page, heard))
    cited = {index for made in found for index in range(*made.cue)}
    heard = {cue: places for cue, places in heard.items() if cue not in cited}
    cues = [cue for cue in cues if cue not in cited]
    for cue in sorted({*cues, *heard}):
        made = draft(page, cue, known.get(page.tokens[cue].lemma, UNKNOWN), heard.get(cue, []))
        if made is not None:
            found.append(resumed(page, made, found[-1]) if found else made)
    return found


def resumed(page: Page, made: Draft, before: Draft) -> Draft:
    """The draft; where its cue only goes on from the one before ("... and suggested that"), with that one's source."""
    if page.sentence(made.head) != page.sentence(before.head) or made.head == 0 or not resumes(page, made.head - 1):
        return made
    own = page.trees.child(made.head, "nsubj")
    return made if own is not None and own > before.head else replace(made, source=before.source)


def in_a_name(page: Page, verb: Token) -> bool:
    """Whether a verb only describes a noun or is part of a hyphened word ("the so-called army", "agreed terms")."""
    before, behind = page.text[verb.start - 1 : verb.start], page.text[verb.end : verb.end + 1]
    return verb.relation == "amod" or "-" in (before, behind)


def may_quote(verb: CueWord) -> bool:
    return max(verb.shares.get("clause", 0), verb.shares.get("inserted", 0)) >= SPEECH


def draft(page: Page, cue: int, verb: CueWord, heard: list[int]) -> Draft | None:
    """The statement of one cue, or nothing where nothing is reported by it."""
    quoted = [(span.start, span.end) for place in heard for span in page.quotations[place].spans]
    told, firm = ([], False) if quoted else reported(page, cue, verb)
    content = quoted or within_quotation(page, cue, told)
    if not content:
        return None
    return Draft(
        head=cue,
        cue=(cue, cue + 1),
        source=source_of(page, cue),
        content=tuple(sorted(content)),
        act=verb.act,
        quotes=bool(quoted),
        firm=firm,
    )


def reported(page: Page, cue: int, verb: CueWord) -> tuple[list[Range], bool]:
    """The content of a cue that quotes nothing, widened to the quotations it begins; and whether commas set it off."""
    for filled in frames_of(page, cue):
        if share(verb, filled) >= LEAST:
            near = [_near(part, cue) for part in filled.parts]
            found = [part for part in (_characters(page, first, last) for first, last in near) if part]
            return found, filled.frame is Frame.INSERTED
    return [], False


def share(verb: CueWord, filled: Filled) -> int:
    """How often the frame is an attribution; a verb that takes clauses may also stand inside one."""
    own = verb.shares.get(filled.preposition or filled.frame.value, 0)
    inside = filled.frame is Frame.INSERTED and verb.shares.get(Frame.CLAUSE.value, 0) >= SPEECH
    return max(own, SPEECH) if inside else own


def _near(part: Range, cue: int) -> Range:
    """The part, cut where it is longer than any clause: the text has lost its stops."""
    first, last = part
    return (first, min(last, first + LONGEST)) if last > cue else (max(first, last - LONGEST), last)


def _characters(page: Page, first: int, last: int) -> Range | None:
    if first >= last:
        return None
    return widened(page, *page.chars(first, last))


def widened(page: Page, start: int, end: int) -> Range | None:
    """The stretch, its edges trimmed and moved to the ends of the quotations they fall into."""
    stretch = page.trimmed(start, end)
    if stretch is None:
        return None
    start, end = stretch
    for index in page.tokens_in(start, end):
        if page.quoted[index] >= 0:
            span = next(
                s for s in page.quotations[page.quoted[index]].spans if s.start <= page.tokens[index].start < s.end
            )
            if span.start < start and span.end > end:
                continue
            start, end = min(start, span.start), max(end, span.end)
    return start, end
