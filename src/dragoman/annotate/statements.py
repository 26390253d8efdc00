"""The layer of statements: who is reported to have said what, through whom.

Finds the statements with the parts of `attribution`, says what kind each is, and puts them in order. Does not say who
a source is in other articles: that is for `link`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from dragoman.annotate.attribution.acts import act_of
from dragoman.annotate.attribution.candidates import drafts_of
from dragoman.annotate.attribution.chains import nesting, quoted_by, with_citations
from dragoman.annotate.attribution.channels import addressee_of, channel_of
from dragoman.annotate.attribution.draft import Draft
from dragoman.annotate.attribution.interviews import INTERVIEW, answers, guest, told_before
from dragoman.annotate.attribution.kinds import kind_of
from dragoman.annotate.attribution.moments import moment_of
from dragoman.annotate.attribution.page import Page, Range
from dragoman.annotate.attribution.polarity import is_negated, is_supposed
from dragoman.annotate.attribution.who import Who
from dragoman.model.flow import Annotated
from dragoman.model.mention import Mention
from dragoman.model.statement import Manner, Source, SourceKind, Statement
from dragoman.model.when import TimeMention

NEAR = 400  # characters between a speaker's words and the next that keep their channel


@dataclass(frozen=True, slots=True)
class Layer:
    """What the statements of one article are made from: its drafts in order, and which stands inside which."""

    page: Page
    who: Who
    drafts: tuple[Draft, ...]
    inside: tuple[int | None, ...]
    times: tuple[TimeMention, ...]
    cues: frozenset[int]
    answers: frozenset[int] = frozenset()
    guest: Mention | None = None


def add_statements(annotated: Annotated) -> Annotated:
    """The article with its statements, in the order of their first words of content."""
    page = Page.of(annotated)
    drafts = sorted(with_citations(page, drafts_of(page)), key=lambda d: (d.content, len(d.via), d.head))
    layer = Layer(
        page,
        Who.of(page, annotated.mentions),
        tuple(drafts),
        tuple(nesting(page, drafts)),
        tuple(sorted(annotated.times, key=lambda time: time.span)),
        frozenset(draft.head for draft in drafts),
        frozenset(draft.head for draft in answers(page, drafts)),
        guest(page, drafts, annotated.mentions),
    )
    made = [statement(layer, at) for at in range(len(drafts))]
    return replace(annotated, statements=tuple(with_channels_kept(layer, made)))


def statement(layer: Layer, at: int) -> Statement:
    """The draft at a place as a value of the model."""
    page, draft = layer.page, layer.drafts[at]
    told = addressee_of(page, draft)
    answered = draft.head in layer.answers
    own = (page.article.outlet or INTERVIEW) if answered else None
    speaks = answered or (is_first_person(page, draft.source) and in_answer(layer, at))
    return Statement(
        source=source(layer, draft.source, layer.guest if speaks else None),
        cue=page.article.span(*page.chars(*draft.cue)),
        content=tuple(page.article.span(*part) for part in draft.content),
        manner=Manner.DIRECT if draft.verbatim else manner(page, draft.content),
        act=act_of(page, draft),
        negated=is_negated(page, draft.head),
        supposed=is_supposed(page, draft.head),
        inside=layer.inside[at],
        channel=own or channel_of(page, draft, [d.head for d in layer.drafts[max(0, at - 5) : at + 6]]),
        addressee=None if told is None else layer.who.of_phrase(page, told),
        via=via(layer, at),
        date=moment_of(page, draft, layer.times, layer.cues),
    )


def with_channels_kept(layer: Layer, statements: list[Statement]) -> list[Statement]:
    """The statements; one that tells no channel keeps that of the same speaker's last words just before."""
    kept: list[Statement] = []
    before: Statement | None = None
    for made in statements:
        if made.channel is None and before is not None and _goes_on(layer.page, before, made):
            made = replace(made, channel=before.channel)
        if made.channel is None and made.source.mention is not None and made.inside is None:
            chain = layer.who.chain(made.source.mention)
            made = replace(made, channel=told_before(layer.page, made.content[0].start, chain))
        kept.append(made)
        if made.inside is None:
            before = made
    return kept


def _goes_on(page: Page, before: Statement, made: Statement) -> bool:
    """Whether the same one speaks on, in this paragraph or the next."""
    first, second = before.source.mention, made.source.mention
    if first is None or second is None or first.chain != second.chain or made.inside is not None:
        return False
    ends, begins = before.content[-1].end, made.content[0].start
    return begins - ends < NEAR and page.text.count("\n\n", max(0, ends), max(0, begins)) <= 1


def is_first_person(page: Page, phrase: Range | None) -> bool:
    """Whether a source is "I" alone."""
    return phrase is not None and phrase[1] - phrase[0] == 1 and page.tokens[phrase[0]].text == "I"


def in_answer(layer: Layer, at: int) -> bool:
    """Whether the draft at a place stands inside what the guest of a transcript answers."""
    holder, seen = layer.inside[at], {at}
    while holder is not None and holder not in seen:
        if layer.drafts[holder].head in layer.answers:
            return True
        seen.add(holder)
        holder = layer.inside[holder]
    return False


def source(layer: Layer, phrase: Range | None, speaker: Mention | None = None) -> Source:
    """The source that a noun phrase is; `speaker` is known otherwise."""
    page, who = layer.page, layer.who
    mention = None if phrase is None else speaker or who.of_phrase(page, phrase) or who.behind_relative(page, phrase)
    if speaker is not None:
        return Source(
            kind=SourceKind.NAMED, span=page.article.span(*page.chars(*phrase)) if phrase else None, mention=mention
        )
    return Source(
        kind=kind_of(page, phrase, who.chain, mention),
        span=None if phrase is None else page.article.span(*page.chars(*phrase)),
        mention=mention,
    )


def via(layer: Layer, at: int) -> tuple[Source, ...]:
    """Whoever stands between the speaker and the article, the outermost first."""
    draft = layer.drafts[at]
    own = [source(layer, phrase) for phrase in (*draft.via, *quoted_by(layer.page, draft))]
    outer: list[Source] = []
    holder, seen = layer.inside[at], {at}
    while holder is not None and holder not in seen:
        seen.add(holder)
        above = layer.drafts[holder]
        outer[:0] = [source(layer, phrase) for phrase in (*above.via, above.source)]
        holder = layer.inside[holder]
    return (*outer, *own)


def manner(page: Page, content: tuple[Range, ...]) -> Manner:
    """Direct where nearly all letters stand in quotation marks, mixed where some do."""
    letters = quoted = 0
    for start, end in content:
        for index in page.tokens_in(start, end):
            size = sum(char.isalnum() for char in page.tokens[index].text)
            letters += size
            quoted += size if page.quoted[index] >= 0 else 0
    if not quoted:
        return Manner.INDIRECT
    return Manner.DIRECT if quoted >= 0.9 * letters else Manner.MIXED
