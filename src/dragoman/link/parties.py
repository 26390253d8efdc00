"""Which groups without a name are somebody: "the creditors", "rebel leaders", "voters".

News is full of plurals, and most of them mean nobody in particular: they would flood the list of actors. A group
becomes an entity where it does what a party to a negotiation does - it speaks, offers, answers, meets, acts in an
event - and is either known by its very name ("the creditors") or told apart by a word ("rebel leaders"). Whoever is
only counted ("two lawmakers"), owned ("their allies") or heard ("aid workers said", "officials") stays nobody: the next
article means others.
"""

from __future__ import annotations

import re

from dragoman.link.descriptions import Described, heads
from dragoman.model.flow import Annotated
from dragoman.model.mention import Mention

COUNTED = re.compile(
    r"(his|her|its|their|our|my|your|a|an|another|any|some|several|many|few|most|more|other|all|every|each|no|one|two|three|four|five|six|seven|eight|"
    r"nine|ten|eleven|twelve|dozens|hundreds|thousands|\w+teen|\w+ty|[\d,.]+)\b",
    re.IGNORECASE,
)
GREAT = frozenset(["power", "country", "nation", "state"])  # "the six powers" are known by their number


def acting(annotated: Annotated) -> frozenset[int]:
    """The chains of an article that speak, are spoken to, act in an event, make a move or have one put to them."""
    found: list[Mention | None] = [s.source.mention for s in annotated.statements]
    found += [s.addressee for s in annotated.statements]
    found += [actor for event in annotated.events for actor in event.actors]
    found += [party for move in annotated.moves for party in (*move.by, *move.to)]
    return frozenset(mention.chain for mention in found if mention is not None)


def is_party(told: Described, aliases: tuple[str, ...]) -> bool:
    """Whether a group that acts is a party, by the head and the words of its description and by how it is told.

    >>> from dragoman.link.descriptions import described
    >>> [is_party(described(text), (text,)) for text in ("rebel leaders", "leaders", "voters", "two lawmakers")]
    [True, False, True, False]
    """
    if told.head in heads("voices") or (told.head in heads("told") and not telling(told)):
        return False
    return told.head in GREAT or not all(COUNTED.match(alias) for alias in aliases)


def telling(told: Described) -> bool:
    """Whether some word, and not only a number, tells which are meant."""
    return any(not word.isdigit() and word != "both" for word in told.words)
