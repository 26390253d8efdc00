"""What cannot be one utterance by the bound is none by the full comparison."""

from __future__ import annotations

import random

from dragoman.link.bound import could_be_one, ready
from dragoman.link.sameness import SURE, sameness
from dragoman.link.utterances import FULL, HALF, Utterance, Word
from dragoman.model.turns import turns_of

VOCABULARY = "sign accord ferry border open shut close minister reject refuse troops nine truce ceasefire end".split()


def words(chance: random.Random) -> tuple[Word, ...]:
    drawn = chance.choices(VOCABULARY, k=chance.randint(1, 14))
    return tuple(
        Word(
            lemma,
            turns_of(lemma),
            chance.choice((FULL, FULL, HALF)),
            lemma == "nine",
            chance.random() < 0.1,
            sentence=at // chance.randint(2, 9),
        )
        for at, lemma in enumerate(drawn)
    )


def utterance(chance: random.Random, article: str, said: tuple[Word, ...]) -> Utterance:
    quoted = said if chance.random() < 0.6 else said[: chance.randint(0, len(said))]
    original = "one" if chance.random() < 0.1 else article
    return Utterance(
        article=article, original=original, place=0, quoted=quoted, words=said, denied=False, speaker=None, when=None
    )


def test_the_bound_never_parts_what_is_one() -> None:
    chance = random.Random(1995)
    sure = cut = 0
    for _ in range(4_000):
        said = words(chance)
        again = said if chance.random() < 0.5 else words(chance)
        again = tuple(word for word in again if chance.random() < 0.9) or said
        left, right = utterance(chance, "one", said), utterance(chance, "two", again)
        if could_be_one(ready(left), ready(right)):
            sure += sameness(left, right).value >= SURE
        else:
            cut += 1
            assert sameness(left, right).value < SURE
    assert sure > 300
    assert cut > 300
