"""Names of places and bodies that are one name spelled in two ways ("Luhansk" and "Lugansk").

Compares names inside blocks that share initials and consonants, so that the cost grows with the text. Does not join
names that differ in a word or a number.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from rapidfuzz.distance import JaroWinkler

from dragoman.link.chains import Chain
from dragoman.link.people import skeleton
from dragoman.model.mention import EntityKind
from dragoman.model.names import fold_name

ALIKE = 0.9
SHORTEST = 6
KINDS = (EntityKind.PLACE, EntityKind.ORGANIZATION)


def alike_names(chains: list[Chain]) -> dict[str, str]:
    """For each folded name the one it is another spelling of: the more frequent of the two."""
    counts: Counter[tuple[str, str]] = Counter()
    for chain in chains:
        if chain.kind in KINDS and chain.names and not chain.state:
            counts[chain.kind.value, fold_name(chain.fullest).removeprefix("the ")] += len(chain.mentions)
    blocks: dict[tuple[str, str], list[str]] = defaultdict(list)
    found: dict[str, str] = {}
    for (kind, name), _ in sorted(counts.items(), key=lambda c: (-c[1], c[0])):
        key = (kind, block(name))
        same = next((other for other in blocks[key] if one_name(name, other)), None)
        if same is not None:
            found[name] = same
        elif len(name) >= SHORTEST:
            blocks[key].append(name)
    return found


def block(name: str) -> str:
    """The consonants of a short name; of a longer one those of its first word, with the initials of the rest."""
    words = name.split()
    return skeleton(words[0]) + "|" + "".join(w[0] for w in words[1:])


def one_name(left: str, right: str) -> bool:
    """Whether two folded names are one in two spellings.

    >>> one_name("lugansk", "luhansk"), one_name("north kivu", "south kivu"), one_name("group of 7", "group of 20")
    (True, False, False)
    """
    a, b = left.split(), right.split()
    if len(a) != len(b) or min(len(left), len(right)) < SHORTEST:
        return False
    return all(
        x == y or (min(len(x), len(y)) >= SHORTEST and JaroWinkler.similarity(x, y) >= ALIKE)
        for x, y in zip(a, b, strict=True)
    )
