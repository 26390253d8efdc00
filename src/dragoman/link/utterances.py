"""What was said, ready to be compared: the words of a statement's content, weighed, with who spoke and when.

Takes the words inside the quotation marks apart from the rest, since only those are the speaker's own. Does not
compare utterances: that is `wordings`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import NamedTuple

from dragoman.model.flow import Annotated, Linked
from dragoman.model.mention import Entity
from dragoman.model.reading import Token
from dragoman.model.statement import Act, Manner, Statement
from dragoman.model.text import Span
from dragoman.model.turns import spelling, turns_of

FULL, HALF, LITTLE = 1.0, 0.4, 0.2
WEIGHTS = {"NOUN": FULL, "PROPN": FULL, "VERB": FULL, "ADJ": FULL, "NUM": FULL, "ADV": HALF, "INTJ": HALF}
LIGHT = frozenset(
    "be have do go get make say tell take come give put let can could will would shall should may might must thing "
    "very so just also then there here now more much many such other own well even".split()
)  # words that every quotation holds
MANY = frozenset({"one", "hundred", "thousand", "million", "billion"})  # written in figures or in words
STOPS = frozenset(".!?")
NEGATIONS = frozenset({"not", "n't", "never", "no", "nobody", "none", "nothing", "nor", "neither", "without", "cannot"})


class Word(NamedTuple):
    """A word and what it weighs. `negated` where a negation stands before it and after the last word of full weight.

    `sentence` counts the sentences of what is said."""

    lemma: str
    turns: frozenset[int]
    weight: float
    number: bool
    negated: bool
    sentence: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """What one statement says: `quoted` are the words inside quotation marks, `words` all words of the content.

    What another statement inside this one says is left to that one. `original` is the article that this one
    reprints, else itself. `denied` where the source says that it is not so, or did not say it. `when` is the day it
    was said, else the day it was published.
    """

    article: str
    original: str
    place: int
    quoted: tuple[Word, ...]
    words: tuple[Word, ...]
    denied: bool
    speaker: Entity | None
    when: date | None


def utterances_of(linked: Linked) -> list[Utterance]:
    """Every statement that says something and is not merely supposed, in the order of articles and statements."""
    entities = {entity.id: entity for entity in linked.entities}
    return [
        utterance
        for annotated in sorted(linked.articles, key=lambda a: a.article.id)
        for place, statement in enumerate(annotated.statements)
        if not statement.supposed and (utterance := _utterance(annotated, place, statement, linked, entities)).words
    ]


def _utterance(
    annotated: Annotated,
    place: int,
    statement: Statement,
    linked: Linked,
    entities: Mapping[str, Entity],
) -> Utterance:
    article = annotated.article
    mention = statement.source.mention
    said = statement.date.when if statement.date else None
    within = [span for other in annotated.statements if other.inside == place for span in other.content]
    tokens = list(_tokens(annotated, statement.content))
    tokens = [token for token in tokens if not _inside(token, within)] if within else tokens
    marks = [span for quotation in annotated.quotations for span in quotation.spans]
    near = [mark for mark in marks if any(mark.overlaps(part) for part in statement.content)]
    return Utterance(
        article=article.id,
        original=linked.copies.get(article.id, article.id),
        place=place,
        quoted=words_of([token for token in tokens if _inside(token, near)]),
        words=words_of(tokens),
        denied=statement.negated or (statement.act is Act.DENY and statement.manner is Manner.INDIRECT),
        speaker=entities.get(linked.who.get((article.id, mention.chain), "")) if mention else None,
        when=said.start if said else article.published,
    )


def words_of(tokens: Sequence[Token]) -> tuple[Word, ...]:
    """The words in order, each with its weight and whether it is negated. Negations themselves are no words."""
    words: list[Word] = []
    negated, sentence = False, 0
    for token in tokens:
        lemma = token.lemma.casefold().replace("’", "'")
        if lemma in STOPS:
            negated, sentence = False, sentence + 1
        elif lemma in NEGATIONS:
            negated = True
        elif lemma.isalnum() or any(map(str.isalnum, lemma)):
            lemma = spelling(lemma)
            weight = LITTLE if lemma in LIGHT else WEIGHTS.get(token.tag, LITTLE)
            number = token.tag == "NUM" and lemma not in MANY
            words.append(Word(lemma, turns_of(lemma), weight, number, negated, sentence))
            negated = negated and weight < FULL
    return tuple(words)


def weight_of(words: Sequence[Word]) -> float:
    """What the words weigh together."""
    return sum(word.weight for word in words)


def sentences_of(words: Sequence[Word]) -> list[tuple[Word, ...]]:
    """The words of each sentence."""
    return [tuple(sentence) for _, sentence in groupby(words, key=lambda word: word.sentence)]


def _tokens(annotated: Annotated, content: Sequence[Span]) -> Iterator[Token]:
    tokens = annotated.reading.tokens
    for span in content:
        first = bisect_left(tokens, span.start, key=lambda token: token.start)
        for token in tokens[first:]:
            if token.end > span.end:
                break
            yield token


def _inside(token: Token, marks: Sequence[Span]) -> bool:
    return any(mark.start <= token.start and token.end <= mark.end for mark in marks)
