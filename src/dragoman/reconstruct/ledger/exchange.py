"""A proposal in the making: its turns, and what they together tell of it.

Whether two are one is for `matching`; which turns belong to it is for `exchanges`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar, cast

from dragoman.model.negotiation import Matter, MatterKind, MoveKind
from dragoman.model.when import When
from dragoman.reconstruct.ledger.turns import Turn

IN_EXCHANGE = "in exchange"  # what `annotate` calls a condition that something is given in return
UNNAMED = "that"  # what an answer is about that names nothing: "she declined to come"
MANY = 60  # turns after which more of them tell nothing new of what it is
V = TypeVar("V")


class Told(Generic[V]):
    """What the turns of an exchange come to, worked out once for each number of them."""

    def __init__(self, make: Callable[[Exchange], V]) -> None:
        self.make = make
        self.name = make.__name__
        self.__doc__ = make.__doc__

    def __get__(self, exchange: Exchange, owner: type[Exchange]) -> V:
        number, value = exchange.told.get(self.name, (-1, None))
        if number != len(exchange.turns):
            value = self.make(exchange)
            exchange.told[self.name] = len(exchange.turns), value
        return cast("V", value)


@dataclass(slots=True)
class Exchange:
    """One proposal in the making: its turns in the order of the text.

    `joined` are other articles with what joined them. `counters` are the proposals that it was put against; `countered`
    the turns of others that answer it by another, and `offered` what they put forward, each with its refusal or none.
    """

    turns: list[Turn] = field(default_factory=list)
    counters: list[Exchange] = field(default_factory=list)
    countered: list[Turn] = field(default_factory=list)
    offered: list[tuple[Turn | None, Turn]] = field(default_factory=list)
    joined: list[tuple[str, str]] = field(default_factory=list)
    told: dict[str, tuple[int, object]] = field(default_factory=dict, repr=False)

    def settle(self) -> None:
        """Put the turns in the order of the text."""
        self.turns.sort(key=lambda turn: turn.move.span)
        self.told.clear()

    @property
    def telling(self) -> list[Turn]:
        """The turns that say what it is: of very many the first, so that none is weighed against all others."""
        return self.turns if len(self.turns) <= MANY else self.turns[:MANY]

    @Told
    def kind(self) -> MatterKind:
        """The kind told most often; that it is "the deal" says less than that it is a truce."""
        known = [t for t in self.telling if t.matter.kind is not MatterKind.OTHER and t.matter.head != UNNAMED]
        known = [t for t in known if t.move.kind is not MoveKind.COUNTER] or known
        named = [t.matter.kind for t in known]
        plain = [t.matter.kind for t in known if not bare(t.matter)]
        if not named:
            given = any(c.name == IN_EXCHANGE for m in self.matters for c in m.conditions)
            return MatterKind.EXCHANGE if given else MatterKind.OTHER
        most = max(plain or named, key=(plain or named).count)
        return MatterKind.TALKS if most is MatterKind.SUMMIT and self.among_themselves else most

    @Told
    def among_themselves(self) -> bool:
        """Whether those that would meet are not people of two countries: then it is no summit."""
        named = [t for t in self.telling if t.matter.kind is MatterKind.SUMMIT and t.matter.head == "summit"]
        met = [t for t in self.telling if t.proposes and t.matter.kind is MatterKind.SUMMIT]
        return not named and bool(met) and all(not t.abroad or not t.of_people for t in met)

    @Told
    def agreed(self) -> bool:
        """Whether somebody is told to have agreed to it or signed it."""
        done = [turn for turn in self.telling if turn.move.kind in (MoveKind.ACCEPT, MoveKind.SIGN)]
        return any(turn.known or turn.move.kind is MoveKind.SIGN or not turn.heading for turn in done)

    @Told
    def settled_on(self) -> list[When]:
        """The days on which it is told to have been agreed or signed."""
        agreed = [t for t in self.telling if t.move.kind in (MoveKind.ACCEPT, MoveKind.SIGN)]
        return [t.move.date.when for t in agreed if t.move.date is not None and t.move.date.when is not None]

    @Told
    def matters(self) -> list[Matter]:
        return [turn.matter for turn in self.telling]

    @Told
    def duration(self) -> int | None:
        told = [(t.proposes or t.matter.kind is self.kind, t.matter.duration_days) for t in self.telling]
        own = [days for whole, days in told if days and (whole or self.kind is not MatterKind.AGREEMENT)]
        return next(iter(own), None)  # how long a part of a deal holds is not how long the deal does

    @Told
    def start(self) -> When | None:
        return next((m.start.when for m in self.matters if m.start and m.start.when), None)

    @Told
    def makers(self) -> frozenset[str]:
        """The sides that put it forward."""
        made = [t.by_sides for t in self.telling if t.proposes] + [t.owner_sides for t in self.telling]
        return frozenset().union(*made)

    @Told
    def sides(self) -> frozenset[str]:
        """Every side that has to do with it."""
        named = [t.by_sides | t.to_sides | t.owner_sides for t in self.telling]
        return frozenset().union(*named)

    @Told
    def asked(self) -> frozenset[str]:
        """The sides it is put to, or that are urged to take it."""
        return frozenset().union(*(turn.to_sides for turn in self.telling))

    @Told
    def asked_parties(self) -> frozenset[str]:
        """The entities it is put to, some of which may be of its maker's own country."""
        return frozenset(party for turn in self.telling if turn.proposes for party in turn.to)

    @Told
    def signers(self) -> frozenset[str]:
        """The sides that signed it."""
        return frozenset().union(*(t.by_sides for t in self.telling if t.move.kind is MoveKind.SIGN))

    @Told
    def areas(self) -> frozenset[str]:
        return frozenset().union(*(matter.areas for matter in self.matters))

    @Told
    def places(self) -> frozenset[str]:
        return frozenset(turn.place for turn in self.telling if turn.place is not None)

    @Told
    def participants(self) -> frozenset[str]:
        """The sides that would meet: who puts it forward and to whom."""
        return self.makers | frozenset().union(*(turn.to_sides for turn in self.telling))

    @Told
    def own_words(self) -> frozenset[str]:
        """Words that tell it from others of its kind."""
        return self.words - {m.head for m in self.matters}

    @Told
    def words(self) -> frozenset[str]:
        return frozenset().union(*(m.words for m in self.matters if not m.anaphoric))


def bare(matter: Matter) -> bool:
    """Whether it only says that something was agreed: "the accord", "this deal"."""
    return matter.kind is MatterKind.AGREEMENT and matter.definite and matter.words <= {matter.head}
