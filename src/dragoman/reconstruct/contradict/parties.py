"""Disagreements on who took part: lists of those who did one thing that do not hold the same sides.

Only lists of three or more are compared, of doers, in sentences that tell of the same other party and share words; a
list whose sentence says it is open ("including", "also", "among others") contradicts none; a longer one refines it.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman.model.countries import adjective_country, named_country
from dragoman.model.mention import EntityKind
from dragoman.model.reading import Token
from dragoman.model.text import Span
from dragoman.reconstruct.claims.alike import NAMES, words_in
from dragoman.reconstruct.claims.drafts import Dispute, Place, Position
from dragoman.reconstruct.claims.pages import Page, own_text
from dragoman.reconstruct.claims.tellings import keys_of
from dragoman.reconstruct.contradict.character import statement_id

FEWEST = 3  # sides in a list
SHARED, WORDS = 2, 2  # sides that both lists hold, words that both sentences share
OPEN = frozenset({"include", "including", "among", "such", "other", "others", "also"})
BETWEEN = ("PUNCT", "CCONJ", "DET", "ADJ", "NOUN", "PROPN")  # tags of what may stand between two names of a list
APART = 6  # tokens between two names


@dataclass(frozen=True, slots=True)
class Listed:
    """The sides of one list, the other sides its sentence tells of, and what it tells."""

    sides: frozenset[str]
    others: frozenset[str]
    words: frozenset[str]
    open: bool
    text: str
    place: Place


def party_disputes(
    pages: Mapping[str, Page], statements: Mapping[tuple[str, int], str], stories: Sequence[Sequence[str]]
) -> Iterator[Dispute]:
    """One for each two lists of doers of one thing, told by different articles, that differ."""
    for story in stories:
        told = [listed for a in sorted(story) if a in pages for listed in lists_in(pages[a], statements)]
        used: set[Place] = set()
        for i, one in enumerate(told):
            for other in told[i + 1 :]:
                if one.place in used or other.place in used or not of_one_thing(one, other):
                    continue
                within = one.sides <= other.sides or other.sides <= one.sides
                if (one.open or other.open) and not within:
                    continue
                used |= {one.place, other.place}
                shorter = min((one, other), key=lambda listed: len(listed.sides))
                refines = shorter.open and within
                yield Dispute(
                    on="participants",
                    question="Who took part in it?",
                    why="an open list and a longer one" if refines else "one thing, told of different doers",
                    positions=tuple(Position(listed.text, (listed.place,)) for listed in (one, other)),
                    refines=refines,
                )


def of_one_thing(one: Listed, other: Listed) -> bool:
    if one.place.span.article == other.place.span.article or one.sides == other.sides:
        return False
    alike = len(one.sides & other.sides) >= SHARED and bool((one.others & other.others) - one.sides - other.sides)
    return alike and words_in(one.words & other.words) >= WORDS


def lists_in(page: Page, statements: Mapping[tuple[str, int], str]) -> Iterator[Listed]:
    """The lists of each sentence that a verb follows: names of sides with nothing but titles and commas between.

    Read in the order of the words, since parsers often take lists apart.
    """
    allowed = own_text(page.annotated)
    for sentence in page.annotated.reading.sentences:
        tokens = page.tokens[sentence.first : sentence.last]
        if not any(s.start <= tokens[0].start < s.end for s in allowed):
            continue
        named = {t.index: side for t in tokens if (side := side_at(page, t))}
        if len(set(named.values())) < FEWEST:
            continue
        for run in runs(tokens, named):
            sides = frozenset(named[t.index] for t in run if t.index in named)
            after = page.tokens[run[-1].index + 1 : run[-1].index + 3]
            if len(sides) >= FEWEST and any(t.tag in ("VERB", "AUX") for t in after):
                yield listed(page, run, sides, frozenset(named.values()) - sides, tokens, statements)


def runs(tokens: Sequence[Token], named: Container[int]) -> Iterator[list[Token]]:
    """Runs of those named with only commas, conjunctions and titles between them, the words between included."""
    run: list[Token] = []
    last = -1
    for place, token in enumerate(tokens):
        if token.index in named:
            run = [*run, *tokens[last + 1 : place + 1]] if run else [token]
            last = place
        elif run and (token.tag not in BETWEEN or place - last > APART or (token.tag == "PUNCT" and token.text != ",")):
            yield run
            run = []
    if run:
        yield run


def listed(
    page: Page,
    run: Sequence[Token],
    sides: frozenset[str],
    others: frozenset[str],
    tokens: Sequence[Token],
    statements: Mapping[tuple[str, int], str],
) -> Listed:
    article = page.annotated.article
    keys = keys_of(page, list(tokens))
    return Listed(
        sides=sides,
        others=others,
        words=frozenset(key for key in keys if key[:2] not in NAMES),
        open=any(t.text.casefold() in OPEN for t in tokens),
        text=" ".join(article.text[run[0].start : run[-1].end].split()),
        place=Place(Span(article.id, tokens[0].start, tokens[-1].end), statement_id(page, run[0], statements)),
    )


def side_at(page: Page, token: Token) -> str | None:
    """The state that is named, or that a named person speaks for."""
    if token.text[:1].isupper() and (code := named_country(token.text) or adjective_country(token.text)):
        return code
    named = page.who.get(token.index)
    return page.sides.get(named[0]) if named and named[1] in (EntityKind.PERSON, EntityKind.ORGANIZATION) else None
