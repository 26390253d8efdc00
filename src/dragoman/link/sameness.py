"""Whether two statements are one utterance: the reasons for and against, as weights that add up.

The words weigh most: how much of the shorter is found in the longer, how close together, and how much longer that
is. Then who spoke and when. The first five weights were fitted to labelled pairs (`training/wording_score.py`), the
others are set so that what they name decides. Does not look for pairs and makes no groups: that is `wordings`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from math import log

from dragoman.link.alignment import Alignment, aligned
from dragoman.link.utterances import Utterance, Word, sentences_of, weight_of
from dragoman.model.mention import Entity, EntityKind, Reason, Score

SURE = 1.0  # from here on two statements are taken to be one utterance

BASE, WITHIN, BACK, LONGER, RUN = -5.3, 4.8, 4.8, -1.5, 0.6
A_RUN = 3.0  # what is in common without a gap counts from this weight on
FEW, FEW_BY_ONE, FEW_TOLD, TOO_FEW = 3.5, 2.5, 4.5, -2.0  # words of less weight are too few to tell by, each wanting
PART, PART_FEW = -0.5, 0.5  # where only a sentence of several is compared, and how much more it must hold
ENOUGH_SHARED = 0.4  # of the words of a sentence, to be compared at all
NEGATED, OTHER_NUMBER, OPPOSITE = -7.0, -5.0, -6.0
INDIRECT = -2.0
PHRASE, ONLY_A_PHRASE = 4.0, -4.0  # what is quoted weighs less, amid words of the outlet
REPRINTED = 4.0
SAME_SPEAKER, OTHER_SPEAKER, SPOKESMAN, PERSON_OR_BODY = 1.5, -6.0, 0.0, -2.0
LATER, LATER_SHORT, LATER_LONG, LONG = 7, -6.0, -2.0, 8.0  # days; what is short may well be said twice


def sameness(left: Utterance, right: Utterance) -> Score:
    """How surely the two are one utterance, with the reasons. What stands in quotation marks is compared alone."""
    by_one = left.speaker is not None and right.speaker is not None and left.speaker.id == right.speaker.id
    amid = left.quoted != left.words or right.quoted != right.words
    found: list[tuple[Reason, ...]] = []
    if left.quoted and right.quoted:
        short = amid and max(weight_of(left.quoted), weight_of(right.quoted)) < PHRASE
        phrase = (Reason("only a phrase in quotation marks", ONLY_A_PHRASE),) if short else ()
        few = FEW_BY_ONE if by_one else FEW
        found += [(*reasons, *phrase) for reasons in _by_all_words(left.quoted, right.quoted, few)]
    if amid:
        told = _by_words(aligned(left.words, right.words), FEW_TOLD)
        found.append((*told, Reason("not all in quotation marks", INDIRECT)))
    best = max(found, key=lambda reasons: Score(reasons).value)
    return Score((*best, *besides_words(left, right)))


def besides_words(left: Utterance, right: Utterance) -> tuple[Reason, ...]:
    """The reasons that lie in who spoke, when, and how the articles tell it."""
    return (*_by_speaker(left.speaker, right.speaker), *_by_time(left, right), *_by_article(left, right))


def _by_all_words(left: Sequence[Word], right: Sequence[Word], few: float) -> Iterator[tuple[Reason, ...]]:
    """The reasons that lie in all words of both, and in each sentence of one beside each of the other."""
    yield _by_words(aligned(left, right), few)
    here, there = sentences_of(left), sentences_of(right)
    if len(here) == len(there) == 1:
        return
    parts = (Reason("a sentence of several", PART),) * ((len(here) > 1) + (len(there) > 1))
    for one, other in product(here, there):
        if _shared(one, other) >= ENOUGH_SHARED * min(len(one), len(other)):
            yield (*_by_words(aligned(one, other), few + PART_FEW), *parts)


def _shared(one: Sequence[Word], other: Sequence[Word]) -> int:
    return len({word.lemma for word in one} & {word.lemma for word in other})


def _by_words(found: Alignment, few: float) -> tuple[Reason, ...]:
    """The reasons that lie in the words."""
    reasons = [
        Reason("two statements", BASE),
        Reason(f"{found.within:.0%} of the shorter found in the longer", WITHIN * found.within),
        Reason(f"{found.back:.0%} of the words there", BACK * found.back),
    ]
    if found.longer > 1.05:
        reasons.append(Reason(f"{found.longer:.1f} times as long", LONGER * log(found.longer)))
    if found.run > A_RUN:
        reasons.append(Reason("a run of words in common", RUN * min(found.run - A_RUN, A_RUN)))
    if found.shared < few:
        reasons.append(Reason("few words", TOO_FEW * (few - found.shared)))
    if found.negations:
        reasons.append(Reason("one denies what the other says", NEGATED))
    if found.numbers:
        reasons.append(Reason("other numbers", OTHER_NUMBER))
    if found.opposites:
        reasons.append(Reason("opposite words", OPPOSITE))
    return tuple(reasons)


def _by_speaker(left: Entity | None, right: Entity | None) -> tuple[Reason, ...]:
    """The reason that lies in who spoke; none where one is unknown."""
    if left is None or right is None:
        return ()
    if left.id == right.id:
        return (Reason("same speaker", SAME_SPEAKER),)
    if left.id == right.side or right.id == left.side:
        return (Reason("one speaks for the other", SPOKESMAN),)
    if (left.kind is EntityKind.PERSON) != (right.kind is EntityKind.PERSON):
        return (Reason("a person and a body", PERSON_OR_BODY),)
    return (Reason("other speaker", OTHER_SPEAKER),)


def _by_time(left: Utterance, right: Utterance) -> tuple[Reason, ...]:
    """The reason that lies in when it was said; none where a day is unknown."""
    if left.when is None or right.when is None or abs((left.when - right.when).days) <= LATER:
        return ()
    weight = min(weight_of(utterance.words) for utterance in (left, right))
    return (Reason("more than a week apart", LATER_LONG if weight >= LONG else LATER_SHORT),)


def _by_article(left: Utterance, right: Utterance) -> Iterator[Reason]:
    """The reasons that lie in how the articles tell it."""
    if left.denied != right.denied:
        yield Reason("one denies what the other says", NEGATED)
    if left.article != right.article and left.original == right.original:
        yield Reason("one article reprints the other", REPRINTED)
