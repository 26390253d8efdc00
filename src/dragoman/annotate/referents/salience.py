"""Who is on the reader's mind at a place in an article, and how strongly.

The weights are those of Lappin and Leass (1994) in spirit: how lately somebody was mentioned, in which role, how
often. They are few and readable on purpose. Does not choose: it rates.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from dragoman.annotate.referents.chains import Referent
from dragoman.annotate.referents.context import Context
from dragoman.annotate.referents.pronouns import Pronoun
from dragoman.model.mention import EntityKind

RECENCY = (2.0, 1.4, 0.6, 0.3, 0.2, 0.1)
ROLES = {"nsubj": 1.0, "nsubj:pass": 0.9, "obl:agent": 0.5, "obj": 0.5, "iobj": 0.5, "root": 0.6, "parataxis": 0.6}
OTHER_ROLE = 0.2
OWNER_ROLE = 0.3
OFTEN = 0.12  # for each mention of a person so far
MANY = 10  # mentions, after which more do not count
MAIN_CLAUSE = 0.1  # the subject of the sentence's own verb
WINDOW = len(RECENCY)
SUBJECTS = frozenset(["nsubj", "nsubj:pass"])
LEANT = frozenset(["appos", "flat", "compound"])
LEANING = 6  # words between a title's head and the name
TIMES = frozenset(["day", "week", "month", "year", "hour", "minute", "time", "morning", "evening", "night", "way"])


@dataclass(slots=True)
class Place:
    """One mention so far: its head token, its sentence, the quotation it stands in, its role."""

    head: int
    sentence: int
    quoted: int
    role: str


@dataclass(slots=True)
class Memory:
    """What was mentioned so far, by the number of its referent."""

    context: Context
    places: dict[int, list[Place]] = field(default_factory=lambda: defaultdict(list))

    def note(self, referent: Referent, first: int, last: int) -> None:
        head = lead_of(self.context, head_of(self.context, first, last))
        token = self.context.tokens[head]
        place = Place(head, self.context.sentence[head], self.context.quoted[head], token.relation)
        self.places[referent.number].append(place)

    def strength(self, referent: Referent, at: int) -> float:
        """How strongly a referent is on the mind at a token; nothing where it is long past."""
        sentence, quoted = self.context.sentence[at], self.context.quoted[at]
        best = 0.0
        places = self.places[referent.number]
        for place in places[-8:]:
            distance = sentence - place.sentence
            if distance >= WINDOW or place.head >= at:
                continue
            strength = RECENCY[distance] + self._role(place)
            if place.quoted != quoted and place.quoted >= 0:
                strength -= 0.8
            best = max(best, strength)
        often = OFTEN if referent.kind is EntityKind.PERSON else OFTEN / 4
        return best + often * min(len(places), MANY) if best else 0.0

    def _role(self, place: Place) -> float:
        """The weight of a mention's role; in a coordination that of its first member, a little less."""
        role = place.role
        if role == "conj":
            head = self.context.tokens[place.head].head
            return 0.8 * ROLES.get(self.context.tokens[head].relation, OTHER_ROLE)
        if self.is_main_subject(place):
            return ROLES[role] + MAIN_CLAUSE
        return OWNER_ROLE if role == "nmod:poss" else ROLES.get(role, OTHER_ROLE)

    def is_main_subject(self, place: Place) -> bool:
        """Whether it is the subject of its sentence's own verb."""
        return place.role in SUBJECTS and self.context.tokens[self.context.tokens[place.head].head].is_root

    def strength_of_place(self, place: Place, at: int) -> float:
        """How strongly one place alone speaks for what is mentioned there."""
        distance = self.context.sentence[at] - place.sentence
        if distance >= WINDOW or place.head >= at:
            return 0.0
        return RECENCY[distance] + self._role(place)

    def last(self, referent: Referent, at: int) -> int:
        """How many sentences ago it was last mentioned; a large number where it was not."""
        before = [p.sentence for p in self.places[referent.number] if p.head < at]
        return self.context.sentence[at] - before[-1] if before else 10_000


def head_of(context: Context, first: int, last: int) -> int:
    """The token of a stretch whose head lies outside of it; of several the one in the strongest role."""
    heads = [token.head for token in context.tokens[first:last]]
    outer = [i for i, head in enumerate(heads, start=first) if head == i or not first <= head < last]
    if len(outer) == 1:
        return outer[0]
    return max(outer, key=lambda i: ROLES.get(context.tokens[i].relation, 0.0), default=last - 1)


def lead_of(context: Context, head: int) -> int:
    """The token whose part in its clause a mention has: for a name behind a title, the head of the title."""
    for _ in range(LEANING):
        token = context.tokens[head]
        if token.relation not in LEANT or not 0 < head - token.head < LEANING:
            return head
        if any(context.tokens[i].tag == "PUNCT" for i in range(token.head, head)):
            return head
        head = token.head
    return head


def strongest_other(memory: Memory, found: Pronoun) -> float:
    """The strength of the most salient ordinary noun that "it" or "they" may mean instead of somebody."""
    context, at = memory.context, found.index
    best = 0.0
    sentence = context.sentence[at]
    first = context.sentences[max(0, sentence - 1)].first
    known = {p.head for places in memory.places.values() for p in places[-8:]}
    for token in context.tokens[first:at]:
        if token.tag != "NOUN" or token.index in known or token.lemma in TIMES:
            continue
        if (token.fine == "NNS") != (found.sort == "they"):
            continue
        place = Place(token.index, context.sentence[token.index], context.quoted[token.index], token.relation)
        best = max(best, memory.strength_of_place(place, at))
    return best
