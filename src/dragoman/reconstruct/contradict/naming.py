"""Disagreements on whose war it is: the conflict named after one side by one article, and otherwise by others.

"A's war on B", "B's invasion" and "the war between A and B" place one conflict with different owners. A conflict that
no article gives an owner is named alike. Wars of other years are left alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from dragoman.model.reading import Token
from dragoman.model.text import Span
from dragoman.reconstruct.claims.drafts import Dispute, Names, Place, Position
from dragoman.reconstruct.claims.numbers import number_in
from dragoman.reconstruct.claims.pages import Page
from dragoman.reconstruct.contradict.character import named_side, statement_id

CONFLICTS = frozenset("war invasion aggression occupation offensive conflict".split())
BETWEEN = "both sides"


def naming_disputes(
    pages: Mapping[str, Page],
    statements: Mapping[tuple[str, int], str],
    stories: Sequence[Sequence[str]],
    names: Names,
) -> Iterator[Dispute]:
    """One for a story whose articles, in their own voice, give its conflict different owners."""
    for story in stories:
        held: defaultdict[str, list[Place]] = defaultdict(list)
        told: dict[str, str] = {}
        for article in sorted(story):
            for owner, words, place in named_in(pages[article], statements) if article in pages else ():
                held[owner].append(place)
                told.setdefault(owner, words)
        tellers = [{p.span.article for p in places} for places in held.values()]
        if len(held) < 2 or any(a & b for i, a in enumerate(tellers) for b in tellers[i + 1 :]):
            continue
        whose = ", ".join(names.get(owner, owner) for owner in sorted(held))
        yield Dispute(
            on="characterisation",
            question="Whose war is it?",
            why=f"one conflict, named after different sides ({whose})",
            positions=tuple(Position(told[owner], tuple(places)) for owner, places in sorted(held.items())),
        )


def named_in(page: Page, statements: Mapping[tuple[str, int], str]) -> Iterator[tuple[str, str, Place]]:
    """Each naming of a conflict in the article's own voice: its owner, the words, the place."""
    article = page.annotated.article
    for token in page.own_tokens:
        if token.lemma not in CONFLICTS or page.statement_at(token) is not None:
            continue
        phrase = page.own(token, without=frozenset())[:9]
        owner = owner_of(page, token)
        if owner is None or any((number_in(t.text) or 0) > 1000 for t in phrase):
            continue
        span = Span(article.id, phrase[0].start, phrase[-1].end)
        yield owner, " ".join(article.quote(span).split()), Place(span, statement_id(page, token, statements))


def owner_of(page: Page, token: Token) -> str | None:
    """The side it is named after: a possessor, or an adjective before an attack; both, where it is between two."""
    for child in page.children[token.index]:
        side = named_side(child) or entity_at(page, child)
        if child.relation == "nmod:poss" and side:
            return side
        if child.relation == "amod" and side and token.lemma != "conflict" and token.lemma != "war":
            return side
        if any(t.lemma == "between" for t in page.children[child.index]) and token.lemma in ("war", "conflict"):
            return BETWEEN
    return None


def entity_at(page: Page, token: Token) -> str | None:
    named = page.who.get(token.index)
    return page.sides.get(named[0], named[0]) if named and token.tag == "PROPN" else None
