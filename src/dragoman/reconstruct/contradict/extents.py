"""Disagreements on how long something lasts: "a 48-hour ceasefire" and a truce that "holds for 72 hours".

Read are a length behind "for" or "of" or a verb of lasting, and one that stands before its noun. How long ago or how
much later something was and how often a year are no lengths. They are held against each other like other amounts,
where their clauses mean nearly the same; an article that has both lengths tells of two things. How long the parties
met is for `lengths`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dragoman.model.gists import nearness
from dragoman.model.reading import Token
from dragoman.reconstruct.claims.drafts import Dispute, Place
from dragoman.reconstruct.claims.numbers import number_in
from dragoman.reconstruct.claims.pages import Page
from dragoman.reconstruct.contradict.amounts import Amount, clause_span
from dragoman.reconstruct.contradict.character import statement_id
from dragoman.reconstruct.contradict.counts import agreed, disputes, scored, thing_near
from dragoman.reconstruct.contradict.numbers import ABOUT, bounds, words_near
from dragoman.reconstruct.contradict.surroundings import clause_of, context_of, days_of, is_wanted, teller_of

HOURS = {"hour": 1.0, "day": 24.0, "week": 168.0, "month": 730.0, "year": 8760.0}
LASTING = frozenset("last run hold stay continue stand".split())
BETWEEN = frozenset("a an another further about some at least most only just the next full up to more than".split())
OTHERWISE = frozenset("ago later earlier before after old since long".split())
PAST = frozenset("first last past time".split())
AGES = 3 * HOURS["year"]  # what lasted longer is history
SURE, LIKE = -2.6, 0.55  # what the signs of two lengths must come to, and how near their clauses must be in meaning
OF_LIKE = 0.1  # how near what lasts must be
MOST = 2.5  # by how many times they may differ


def extent_disputes(
    pages: Mapping[str, Page], statements: Mapping[tuple[str, int], str], copies: Mapping[str, str]
) -> Iterator[Dispute]:
    """One for each thing that accounts of a story let last differently long; refinements are marked as such."""
    own = [page for article, page in pages.items() if article not in copies]
    told = [extent for page in own for extent in extents_in(page, statements)]
    days = {page.annotated.article.id: page.annotated.article.published for page in own}
    yield from disputes(list(extents_apart(told)), days, "one thing, told to last differently long")


def extents_apart(told: Sequence[Amount]) -> Iterator[tuple[Amount, Amount]]:
    """Lengths of two articles that are of one thing and differ, the surest first, each in one pair."""
    used: set[int] = set()
    for (i, j), score in sorted(scored(told).items(), key=lambda item: (-item[1], item[0])):
        one, other = told[i], told[j]
        if score < SURE or i in used or j in used or agreed(told, one, other):
            continue
        if thing_near(one, other) < OF_LIKE:
            continue
        least, most = sorted((one.low or one.high, other.low or other.high))
        if least < most <= MOST * least and nearness(one.gist, other.gist) >= LIKE:
            used |= {i, j}
            yield (one, other)


def extents_in(page: Page, statements: Mapping[tuple[str, int], str]) -> Iterator[Amount]:
    """The lengths of time that an article's own text tells of something, in their order."""
    for place, sentence in enumerate(page.annotated.reading.sentences):
        for token in page.tokens[sentence.first : sentence.last]:
            if token.index in page.own_places and (found := length_at(page, token, sentence.last)):
                value, run = found
                before = page.tokens[max(sentence.first, run[0].index - 4) : run[0].index]
                of = what_lasts(page, run, before)
                if of is not None and value <= AGES:
                    yield extent(page, value, run, before, of, place, statements)


def length_at(page: Page, token: Token, last: int) -> tuple[float, Sequence[Token]] | None:
    """The hours of a length that begins at a word, and its words: "48-hour" in one or three, "six months"."""
    number, _, unit = token.text.casefold().rpartition("-")
    if unit in HOURS and (value := number_in(number)) is not None:
        return value * HOURS[unit], [token]
    if (value := number_in(token.text)) is None or value < 1:
        return None
    rest = page.tokens[token.index + 1 : min(last, token.index + 3)]
    run = rest[:2] if rest and rest[0].text == "-" else rest[:1]
    if not run or run[-1].lemma not in HOURS:
        return None
    return value * HOURS[run[-1].lemma], [token, *run]


def what_lasts(page: Page, run: Sequence[Token], before: Sequence[Token]) -> Token | None:
    """The word for what lasts so long, or nothing where it is told otherwise than how long something lasts."""
    following = page.tokens[run[-1].index + 1 : run[-1].index + 2]
    if any(t.lemma in OTHERWISE for t in following) or any(t.lemma in PAST for t in before[-2:]):
        return None
    if len(run) != 2:  # it stands before its noun
        near = page.tokens[run[-1].index + 1 : run[-1].index + 4]
        return next((t for t in near if t.tag == "NOUN"), None)
    opened = next((t for t in reversed(before) if t.lemma not in BETWEEN), None)
    if opened is None:
        return None
    if opened.lemma == "of" and opened.index > 0 and page.tokens[opened.index - 1].tag == "NOUN":
        return page.tokens[opened.index - 1]
    above = clause_of(page, run[0])
    if opened.lemma == "for" or (opened.lemma in LASTING and opened.tag == "VERB"):
        return above
    return None


def extent(
    page: Page,
    value: float,
    run: Sequence[Token],
    before: Sequence[Token],
    of: Token,
    sentence: int,
    statements: Mapping[tuple[str, int], str],
) -> Amount:
    """A length as an amount of what lasts so long."""
    clause = clause_of(page, run[0])
    own = page.clause(clause)
    place = Place(clause_span(page, own, run), statement_id(page, run[0], statements))
    low, high = bounds(value, words_near(before[-3:]))
    near = [of, *(t for t in page.children[of.index] if t.relation in ("nsubj", "nsubj:pass", "obj", "compound"))]
    return Amount(
        kind="time",
        noun="time",
        deed="",
        low=low,
        high=high,
        about=any(t.lemma in ABOUT for t in before[-3:]),
        words=" ".join(page.annotated.article.text[run[0].start : run[-1].end].split()),
        place=place,
        context=context_of(page, run, own, sentence, bare=False),
        days=days_of(page, sentence, own) - {"since"},
        things=frozenset(t.lemma.casefold() for t in near if t.tag in ("NOUN", "VERB")),
        sentence=sentence,
        part=False,
        wanted=is_wanted(page, run[0]),
        bare=False,
        pointing=False,
        teller=teller_of(page, run[0]),
        gist=page.meaning(place.span),
    )
