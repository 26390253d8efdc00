"""How near the words of an article come to a question, and whether they say the same, another value, or the contrary.

The share of what the question's words say that stands in a place too. Words that stand for one another count, and so do
one side's name for another's and a name that stands elsewhere in the sentence. The contrary is told from words of
negation that stand just before a word that is met, and from words that cannot be meant where another is. Grammar is not
looked at, so that a place is shown with its words for the user to judge.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from dragoman.model.turns import turns_of
from dragoman.show.asked.words import NEGATIONS, NEGATORS, SUPPOSED, Keys

NAME, NUMBER = 1.0, 0.8
TURNED, SIDE, AROUND = 0.8, 0.7, 0.7
BEFORE, BESIDE = 4, 6
"""Words up to which a negation governs what follows, and within which two words belong together."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """`share` of the question that is met and `content` of its words that name nobody; the `missing` ones of these.

    Another number in the place of one that was asked for counts as met, and is told by `other_number`.
    """

    share: float
    content: float
    missing: tuple[str, ...]
    negated: bool
    contrary: bool
    supposed: bool
    other_number: bool


def likeness(asked: Keys, own: Keys, around: Keys) -> Likeness:
    """How near a place comes by its own words; whom it is about may stand in the sentence around it."""
    met = {word: share for word in asked.words if (share := met_by(word, own))}
    present = own.entities.keys() | around.entities.keys()
    opposed = [word for word in asked.words if word not in met and opposite(word, own, met)]
    opposed = opposed if asked.entities.keys() <= present else []
    met |= dict.fromkeys(opposed, 1.0)
    missed, others = asked.numbers - own.numbers, own.numbers - asked.numbers
    words = sum(asked.words[word] * share for word, share in met.items())
    names = NAME * sum(named_by(entity, side, own, around) for entity, side in asked.entities.items())
    numbers = NUMBER * len(asked.numbers if others else asked.numbers & own.numbers)
    negated = is_negated(own, asked, met)
    every = sum(asked.words.values())
    total = every + NAME * len(asked.entities) + NUMBER * len(asked.numbers)
    return Likeness(
        share=round((words + names + numbers) / total, 6) if total else 0.0,
        content=round(words / every, 6) if every else float(bool(total)),
        missing=tuple(word for word in asked.words if word not in met),
        negated=negated,
        contrary=asked.negated ^ negated ^ bool(len(opposed) % 2),
        supposed=not SUPPOSED & set(asked.order) and any(word in SUPPOSED for word in before(own, met, BESIDE)),
        other_number=bool(missed and others),
    )


def met_by(word: str, own: Keys) -> float:
    """How far one word of the question stands in a place."""
    if word in own.words:
        return 1.0
    return TURNED * any(turns_of(word) & turns_of(other) for other in own.words)


def opposite(word: str, own: Keys, met: Collection[str]) -> bool:
    """Whether a word that cannot be meant where this one is stands beside another that is met."""
    return any(abs(place - p) <= BESIDE for place in own.opposed(word) for m in met for p in places_of(m, own))


def places_of(word: str, own: Keys) -> list[int]:
    """Where a word, or one that stands for it, is met."""
    turns = turns_of(word)
    return [i for i, lemma in enumerate(own.order) if lemma == word or turns & turns_of(lemma)]


def is_negated(own: Keys, asked: Keys, met: Collection[str]) -> bool:
    """Whether a word of negation, which the question has not, governs a word that is met."""
    said = frozenset(asked.order)
    return any(is_negation(word, said) for word in before(own, met, BEFORE))


def before(own: Keys, met: Collection[str], reach: int) -> Iterator[str]:
    """The words that stand just before one that is met."""
    for word in met:
        for place in places_of(word, own) or own.opposed(word):
            yield from own.order[max(0, place - reach) : place]


def is_negation(lemma: str, said: frozenset[str]) -> bool:
    if lemma in NEGATIONS:
        return True
    return lemma in NEGATORS and lemma not in said and not any(turns_of(lemma) & turns_of(word) for word in said)


def named_by(entity: str, side: str, own: Keys, around: Keys) -> float:
    """How far somebody the question names is named in a place: himself, one of his side, or elsewhere beside it."""
    if entity in own.entities:
        return 1.0
    return max(SIDE * (side in own.entities.values()), AROUND * (entity in around.entities))
