"""Which article reprints which: the same wire cut, re-headed, re-ordered or under another masthead.

Near copies of whole articles are looked for with MinHash and locality-sensitive hashing (Broder 1997; Leskovec,
Rajaraman and Ullman, *Mining of Massive Datasets*, ch. 3), so that the cost grows with the copies and not with the
square of the collection, and each pair found is measured exactly. What counts are the outlet's own words: two
outlets that quote one speech are no copies. Does not find articles that tell the same in other words, nor single
paragraphs taken over from a wire.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from datasketch import MinHash, MinHashLSH

from dragoman.link.shingles import Shingles, shingles_of
from dragoman.model.flow import Linked
from dragoman.model.text import Article

SEED = 1
HASHES = 128
BANDS, ROWS = 64, 2  # finds nine of ten pairs that share a sixth of their shingles, nearly all that share a third

COPIED = 0.5  # an article that stands in another to this share of its own words reprints it
FOLLOWS = 0.35  # enough where it also reprints another reprint of the same
FEW = 20  # own shingles below which own words alone decide nothing
WHOLE = 0.9  # the share of all words asked for then
FEWEST_WORDS = 20


@dataclass(frozen=True, slots=True)
class Likeness:
    """The share of the left article that stands in the right one, and the other way round."""

    left_in_right: float
    right_in_left: float


def link_reprints(linked: Linked) -> Linked:
    """With `copies`: the id of each article that reprints another, and the id of that other, itself no copy."""
    articles = {annotated.article.id: annotated.article for annotated in linked.articles}
    shingles = {annotated.article.id: shingles_of(annotated) for annotated in linked.articles}
    holds = _holdings(shingles)
    copies: dict[str, str] = {}
    for group in _groups(holds):
        copies |= _copies_in(group, articles, shingles, holds)
    return replace(linked, copies=dict(sorted(copies.items())))


def likeness(left: Shingles, right: Shingles) -> Likeness:
    """How much of each text stands in the other; 0 for texts too short to tell."""
    if min(left.words, right.words) < FEWEST_WORDS:
        return Likeness(0.0, 0.0)
    return Likeness(_share(left, right), _share(right, left))


def _share(part: Shingles, whole: Shingles) -> float:
    """The share of `part` that stands in `whole`, by its own words where it has enough of them."""
    every = len(part.every & whole.every) / max(len(part.every), 1)
    if len(part.own) >= FEW:
        return min(every, len(part.own & whole.own) / len(part.own))
    return every if every >= WHOLE else 0.0


def _holdings(shingles: Mapping[str, Shingles]) -> dict[str, dict[str, float]]:
    """For each article those that it may reprint, with the share of it that stands there."""
    holds: dict[str, dict[str, float]] = {}
    for left, right in _candidates(shingles):
        like = likeness(shingles[left], shingles[right])
        if max(like.left_in_right, like.right_in_left) >= FOLLOWS:
            holds.setdefault(left, {})[right] = like.left_in_right
            holds.setdefault(right, {})[left] = like.right_in_left
    return holds


def _candidates(shingles: Mapping[str, Shingles]) -> Iterable[tuple[str, str]]:
    """Pairs of articles that may be near copies, each once, in order."""
    index = MinHashLSH(num_perm=HASHES, params=(BANDS, ROWS))
    hashes = {}
    for article, own in sorted(shingles.items()):
        if own.words < FEWEST_WORDS:
            continue
        hashes[article] = MinHash(num_perm=HASHES, seed=SEED, hashfunc=int)
        hashes[article].update_batch(sorted(own.every))
        index.insert(article, hashes[article], check_duplication=False)
    for article, hashed in hashes.items():
        yield from ((article, other) for other in sorted(index.query(hashed)) if article < other)


def _groups(holds: Mapping[str, Mapping[str, float]]) -> list[list[str]]:
    """Articles tied together by likeness, each group and all groups in order."""
    groups = []
    seen: set[str] = set()
    for first in sorted(holds):
        if first in seen:
            continue
        group, waiting = [], [first]
        seen.add(first)
        while waiting:
            group.append(waiting.pop())
            new = sorted(holds[group[-1]].keys() - seen)
            seen.update(new)
            waiting.extend(new)
        groups.append(sorted(group))
    return groups


def _copies_in(
    group: Sequence[str],
    articles: Mapping[str, Article],
    shingles: Mapping[str, Shingles],
    holds: Mapping[str, Mapping[str, float]],
) -> dict[str, str]:
    """The copies among articles that are alike, each with its original. The most original is taken first."""
    agencies = frozenset(agency for article in group if (agency := articles[article].agency))

    def originality(article: str) -> tuple[bool, int, date, int, str]:
        one_way = any(
            share >= COPIED and holds[other][article] < COPIED for other, share in holds[article].items()
        )
        standing = _standing(articles[article], agencies)
        return one_way, standing, articles[article].published or date.max, -len(shingles[article].every), article

    copies: dict[str, str] = {}
    left = sorted(group, key=originality)
    while left:
        root = left.pop(0)
        family = _family(root, left, holds)
        copies |= dict.fromkeys(family, root)
        left = [article for article in left if article not in family]
    return copies


def _standing(article: Article, agencies: frozenset[str]) -> int:
    """0 for the wire itself, 1 for an article credited to no agency, 2 for one that is."""
    if article.outlet is not None and article.outlet in agencies:
        return 0
    return 2 if article.agency else 1


def _family(root: str, others: Sequence[str], holds: Mapping[str, Mapping[str, float]]) -> set[str]:
    """Those that reprint the root, and those that reprint such a reprint and are still like the root."""
    family = {other for other in others if holds[other].get(root, 0.0) >= COPIED}
    for other in others:
        through = any(copy in family and share >= COPIED for copy, share in holds[other].items())
        if through and holds[other].get(root, 0.0) >= FOLLOWS:
            family.add(other)
    return family
