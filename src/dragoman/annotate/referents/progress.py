"""What one reading of an article from top to bottom knows so far: who was mentioned, where, and by which words.

Holds no decisions of its own: whom descriptions mean is decided in `resolve`, whom pronouns mean in `antecedents`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.annotate.referents.chains import Referent
from dragoman.annotate.referents.context import Context
from dragoman.annotate.referents.salience import Memory, head_of
from dragoman.model.mention import EntityKind

PERSONS = frozenset([EntityKind.PERSON])
BODIES = frozenset([EntityKind.PLACE, EntityKind.ORGANIZATION, EntityKind.GROUP])
THINGS = frozenset([EntityKind.AGREEMENT, EntityKind.EVENT])
HOME = 2  # an office of a country may be held by somebody of untold country if the article is mostly about it
DOMINANT = 2  # so many times more often than the next must the one country be named
OFTEN_NAMED, SELDOM_NAMED = 5, 2  # of the one country of a domestic article, and of any other


@dataclass(slots=True)
class Pass:
    """One reading of the article from top to bottom."""

    context: Context
    referents: list[Referent]
    memory: Memory
    at_token: dict[int, Referent] = field(default_factory=dict)
    common: dict[object, Referent] = field(default_factory=dict)
    named_at: dict[int, Referent] = field(default_factory=dict)
    states: dict[str, Referent] = field(default_factory=dict)
    by_head: dict[str, list[Referent]] = field(default_factory=dict)
    order: list[tuple[int, Referent]] = field(default_factory=list)
    home: frozenset[str] = frozenset()
    dominant: str | None = None
    is_domestic: bool = False

    @classmethod
    def over(cls, context: Context, named: list[Referent]) -> Pass:
        begun = cls(context, list(named), Memory(context))
        begun.named_at = {i: r for r in named for s in r.stretches for i in range(s.first, s.last)}
        begun.states = {r.state: r for r in named if r.state}
        often = sorted(begun.states, key=lambda c: (-len(begun.states[c].stretches), c))
        begun.home = frozenset(often[:HOME])
        counts = [len(begun.states[c].stretches) for c in often]
        if counts and (len(counts) == 1 or counts[0] >= DOMINANT * counts[1]):
            begun.dominant = often[0]
            begun.is_domestic = counts[0] >= OFTEN_NAMED and sum(counts[1:2]) <= SELDOM_NAMED
        for referent in named:
            begun.index(referent)
        return begun

    def index(self, referent: Referent) -> None:
        """Keeps the referent under the words of its titles and descriptions."""
        for head in sorted(referent.heads):
            kept = self.by_head.setdefault(head, [])
            if referent not in kept[-3:]:
                kept.append(referent)

    def note(self, referent: Referent, first: int, last: int) -> None:
        self.memory.note(referent, first, last)
        self.order.append((self.context.sentence[first], referent))
        for i in range(first, last):
            self.at_token.setdefault(i, referent)
        self.at_token[head_of(self.context, first, last)] = referent

    def recent(self, at: int, window: int) -> list[Referent]:
        """Whoever was mentioned in the sentences before, once each."""
        since = self.context.sentence[at] - window
        found: dict[int, Referent] = {}
        for sentence, referent in reversed(self.order):
            if sentence <= since:
                break
            found[referent.number] = referent
        return list(found.values())

    def new(self, kind: EntityKind) -> Referent:
        referent = Referent(len(self.referents), kind)
        self.referents.append(referent)
        return referent


def clearest(rated: list[tuple[float, int, Referent]], margin: float) -> Referent | None:
    """The best of those rated, if it is better than the next by this much."""
    rated.sort(key=lambda r: r[:2], reverse=True)
    if not rated or (len(rated) > 1 and rated[0][0] - rated[1][0] < margin):
        return None
    return rated[0][2]
