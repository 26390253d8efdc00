"""Which article reprints which: the same wire cut, re-headed, re-ordered or under another masthead.

Says of articles that are near copies which is the original. What counts are the outlet's own words: two outlets that
quote one speech are no copies. Does not find articles that tell the same in other words, nor single paragraphs taken
over from a wire.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from dragoman.link.likeness import Likenesses
from dragoman.link.traits import Traits, traits_in
from dragoman.model.flow import Linked
from dragoman.model.text import Article


def link_reprints(linked: Linked, traits: Sequence[Traits] = ()) -> Linked:
    """With `copies`: the id of each article that reprints another, and the id of that other, itself no copy."""
    articles = {annotated.article.id: annotated.article for annotated in linked.articles}
    likenesses = Likenesses({one.article.id: one.shingles for one in traits or traits_in(linked)})
    copies: dict[str, str] = {}
    for group in _groups(likenesses):
        copies |= _copies_in([articles[article] for article in group], likenesses)
    return replace(linked, copies=dict(sorted(copies.items())))


def _groups(likenesses: Likenesses) -> list[list[str]]:
    """Articles tied together by likeness, each group and all groups in order."""
    groups: list[list[str]] = []
    seen: set[str] = set()
    for first in likenesses.articles():
        if first in seen:
            continue
        group = [first]
        seen.add(first)
        for article in group:  # grows while it is read
            new = [other for other in likenesses.like(article) if other not in seen]
            seen.update(new)
            group.extend(new)
        groups.append(sorted(group))
    return groups


def _copies_in(group: Sequence[Article], likenesses: Likenesses) -> Mapping[str, str]:
    """The copies among articles that are alike, each with its original. The most original is taken first."""
    agencies = frozenset(article.agency for article in group if article.agency)
    left = [
        article.id for article in sorted(group, key=lambda a: (_is_part(a, likenesses), *_originality(a, agencies)))
    ]
    copies: dict[str, str] = {}
    while left:
        root = left.pop(0)
        family = _family(root, left, likenesses)
        copies |= dict.fromkeys(sorted(family), root)
        left = [article for article in left if article not in family]
    return copies


def _is_part(article: Article, likenesses: Likenesses) -> bool:
    """Whether it stands in another that has much besides: the longer one cannot be the copy."""
    return any(
        likenesses.reprints(article.id, other) and not likenesses.reprints(other, article.id)
        for other in likenesses.like(article.id)
    )


def _originality(article: Article, agencies: frozenset[str]) -> tuple[int, date, int, str]:
    """The wire itself first, then those credited to no wire; then the earliest, the longest, and by id."""
    standing = 0 if article.outlet in agencies else 2 if article.agency else 1
    return standing, article.published or date.max, -sum(map(len, article.paragraphs)), article.id


def _family(root: str, others: Sequence[str], likenesses: Likenesses) -> set[str]:
    """Those that reprint the root, and those that reprint such a reprint and are still like the root."""
    family = {other for other in others if likenesses.reprints(other, root)}
    rest = [other for other in others if other not in family and likenesses.follows(other, root)]
    return family | {other for other in rest if any(likenesses.reprints(other, copy) for copy in sorted(family))}
