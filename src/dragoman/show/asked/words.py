"""What a stretch of words is about, ready to be compared with the words of a question.

Names stand for whom they mean, numbers for their value, other words for their lemma; how much a word says is how rare
it is in the news. Needs no language model: names are those that the record knows. Does not compare: that is `likeness`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import takewhile

import simplemma

from dragoman.model.evidence import Evidence
from dragoman.model.mention import Form
from dragoman.model.rarity import rarity
from dragoman.model.turns import opposites_of, spelling
from dragoman.reconstruct.claims.numbers import number_in
from dragoman.show.context import around
from dragoman.show.lookup import Lookup
from dragoman.show.names import folded

WORD = re.compile(r"\d[\d,.]*\d|\w+(?:[-’']\w+)*")
NEGATIONS = frozenset("not n't never no nobody none nothing neither nor without cannot".split())
NEGATORS = frozenset("decline refuse reject deny fail dismiss rebuff avoid".split())
"""Verbs that say of what follows that it is not done or not so."""
SUPPOSED = frozenset("if unless whether until lest".split())
EMPTY = frozenset(
    "be have do will would shall should can could may might must make get go say tell that this it".split()
)
"""Words that say nothing of what is asked."""
OPENING = 3
"""Words before a place that still bear on it: if, not, denied that."""
YEARS = range(1900, 2100)
LEAST = 0.25
"""Words in more articles than this rarity tells say nothing by themselves: the, said, would."""


@dataclass(frozen=True, slots=True)
class Keys:
    """`words` are lemmas with their weights; `entities` ids, each with the state or body it stands for.

    `order` are all lemmas as they stand, those just before the place among them.
    """

    words: Mapping[str, float]
    entities: Mapping[str, str]
    numbers: frozenset[float]
    negated: bool
    order: tuple[str, ...]

    def opposed(self, lemma: str) -> list[int]:
        """Where words stand that cannot be meant where this one is."""
        others = opposites_of(lemma)
        return [i for i, other in enumerate(self.order) if other in others]


class Reading:
    """The keys of places of a record, each sentence read once."""

    def __init__(self, lookup: Lookup) -> None:
        self.lookup = lookup
        self._sentences: dict[tuple[str, int, int], Keys] = {}
        self._mentions: dict[str, list[tuple[int, int, str]]] = {}
        for entity in lookup.record.entities:
            for mention in entity.mentions:
                self._mentions.setdefault(mention.article, []).append((mention.start, mention.end, entity.id))
        for found in self._mentions.values():
            found.sort()

    def of(self, place: Evidence, *, voice: str | None = None) -> tuple[Keys, Keys]:
        """The keys of the words, and of the sentence or sentences that they stand in; `voice` says them."""
        own = keys_of(place.quote, self.named(place.article, place.start, place.end), self.lookup)
        text = self.lookup.articles[place.article].text
        sentence = (place.article, *around(text, place.start, place.end))
        own = replace(own, order=(*order_of(text[sentence[1] : place.start])[-OPENING:], *own.order))
        if sentence not in self._sentences:
            self._sentences[sentence] = keys_of(text[sentence[1] : sentence[2]], self.named(*sentence), self.lookup)
        whole = self._sentences[sentence]
        said = {voice: side_of(voice, self.lookup)} if voice else {}
        return own, replace(whole, entities={**whole.entities, **said})

    def named(self, article: str, start: int, end: int) -> list[str]:
        """Whoever is mentioned in a stretch of an article, by name or otherwise, in order."""
        mentions = self._mentions.get(article, [])
        first = bisect_left(mentions, (start,))
        inside = takewhile(lambda mention: mention[0] < end, mentions[first:])
        return list(dict.fromkeys(entity for _, last, entity in inside if last <= end))

    def unknown(self, asked: Keys) -> list[str]:
        """The words of a question that no article has in any form."""
        known = {lemma_of(w.group()) for a in self.lookup.record.articles for w in WORD.finditer(a.text)}
        return [word for word in asked.words if word not in known]


def question_keys(question: str, lookup: Lookup) -> Keys:
    """The keys of the user's own words."""
    named = named_in(question, lookup)
    return keys_of(question, named, lookup, without=named.values())


def keys_of(text: str, entities: Iterable[str], lookup: Lookup, *, without: Iterable[str] = ()) -> Keys:
    """The keys of some words in which these entities are named; `without` are words that only name them."""
    names = {word for name in without for word in folded(name).split()}
    words: dict[str, float] = {}
    numbers: set[float] = set()
    for word in WORD.findall(text):
        lemma = lemma_of(word)
        value = number_in(word)
        if value is not None and value > 1:
            numbers.add(value)
        elif len(lemma) > 1 and lemma not in EMPTY | NEGATIONS and not set(folded(word).split()) <= names:
            words |= {lemma: weight} if (weight := rarity(lemma, word)) >= LEAST else {}
    sides = {entity: side_of(entity, lookup) for entity in entities}
    order = order_of(text)
    counted = frozenset(n for n in numbers if n not in YEARS)
    return Keys(words, sides, counted, not NEGATIONS.isdisjoint(order), order)


def order_of(text: str) -> tuple[str, ...]:
    """The lemmas of all words as they stand; a joined `n't` makes the word one of negation."""
    return tuple(map(lemma_of, WORD.findall(text)))


@lru_cache(maxsize=50_000)
def lemma_of(word: str) -> str:
    """
    >>> lemma_of("Refused"), lemma_of("Russia’s"), lemma_of("defence")
    ('refuse', 'russia', 'defense')
    """
    plain = word.replace("’", "'").removesuffix("'s").casefold()
    if plain.endswith("n't"):
        return "not"
    return spelling(str(simplemma.lemmatize(plain, lang="en")).casefold())


def side_of(entity: str, lookup: Lookup) -> str:
    row = lookup.entities.get(entity)
    return (row.country or row.side or row.id) if row else entity


def named_in(text: str, lookup: Lookup) -> dict[str, str]:
    """The entities that the user's words name, each with the words: the longest forms of theirs that stand there."""
    plain = f" {folded(text)} "
    forms = sorted(((folded(f), e) for e, f in forms_of(lookup)), key=lambda item: (-len(item[0]), item))
    found: dict[str, str] = {}
    for form, entity in forms:
        if form and f" {form} " in plain:
            found.setdefault(entity, form)
            plain = plain if any(other == form and e != entity for other, e in forms) else plain.replace(form, "|")
    return found


def forms_of(lookup: Lookup) -> Iterable[tuple[str, str]]:
    """Every entity's id with every form that is a name."""
    for row in lookup.record.entities:
        named = {mention.quote for mention in row.mentions if mention.form is Form.NAME}
        yield from ((row.id, form) for form in sorted({row.name, *named}))
