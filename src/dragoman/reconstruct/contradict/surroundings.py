"""What stands around a number: its clause, the words and names near it, its days, who tells it and how.

Used by `amounts`; does not compare.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from dragoman.model.mention import EntityKind
from dragoman.model.reading import Token
from dragoman.model.turns import spelling
from dragoman.model.when import TimeMention
from dragoman.reconstruct.claims.numbers import number_in
from dragoman.reconstruct.claims.pages import Page
from dragoman.reconstruct.claims.tellings import FULL, LIGHT
from dragoman.reconstruct.contradict.figures import deeds

CLAUSE, SENTENCE, BEFORE = 1.0, 0.5, 0.25  # what a word counts by where it stands
MONTHS = tuple("jan feb mar apr may jun jul aug sep oct nov dec".split())
MONTH = rf"(?P<month>{'|'.join(MONTHS)})[a-z]*\.?"
DAY_MONTH = re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?{MONTH}")
MONTH_DAY = re.compile(rf"\b{MONTH} (?P<day>\d{{1,2}})\b")
WANTING = frozenset("want demand seek ask insist hope expect urge request".split())
COUNTING = frozenset("per cent percent less least most many few total".split())  # tell nothing of what is counted
TELLING = frozenset("put count claim speak say see estimate reckon record number report calculate maintain".split())
POINTING = frozenset("figure number toll count total estimate tally need cost loss".split())  # what a figure is put at


def clause_of(page: Page, token: Token) -> Token:
    """The head of the clause that a token stands in."""
    for _ in range(40):
        if token.index in page.heads or token.head == token.index:
            break
        token = page.tokens[token.head]
    return token


def deed_of(page: Page, held: Token, number: Token) -> str:
    """What befell or was done to those who are counted, by the words that govern them."""
    near = [
        held,
        *(t for t in page.children[held.index] if t.relation == "acl"),
        page.tokens[held.head],
        page.tokens[number.head],
        clause_of(page, number),
    ]
    for token in near:
        if found := deeds().get(token.lemma.casefold()) or deeds().get(token.text.casefold()):
            return found
    return ""


def context_of(
    page: Page, run: Sequence[Token], own: Sequence[Token], sentence: int, *, bare: bool
) -> dict[str, float]:
    """The words and names near an amount; those of the sentence before too, where the amount is bare."""
    sentences = page.annotated.reading.sentences
    here = sentences[sentence]
    inside = {t.index for t in own}
    told: dict[str, float] = {}
    numbers = {t.index for t in run}

    def add(token: Token, weight: float) -> None:
        for key, much in keys_at(page, token):
            told[key] = max(told.get(key, 0.0), weight * much)

    for token in page.tokens[here.first : here.last]:
        if token.index not in numbers:
            add(token, CLAUSE if token.index in inside else SENTENCE)
    if sentence > 0:
        earlier = sentences[sentence - 1]
        for token in page.tokens[earlier.first : earlier.last]:
            add(token, SENTENCE if bare else BEFORE)
    return told


def keys_at(page: Page, token: Token) -> Iterator[tuple[str, float]]:
    """What one word tells of an amount's surroundings: a name, or the lemma of a full word."""
    named = page.who.get(token.index)
    if named is not None:
        entity, kind, _ = named
        yield f"E:{entity}", 1.0 if kind is EntityKind.PLACE else 0.7
    lemma = spelling(token.lemma.casefold())
    if (
        token.tag not in FULL
        or lemma in LIGHT
        or lemma in COUNTING
        or len(lemma) < 3
        or number_in(token.text) is not None
    ):
        return
    if named is None or token.tag != "PROPN":
        yield deeds().get(lemma, lemma), FULL[token.tag]


def things_of(page: Page, held: Token, clause: Token) -> frozenset[str]:
    """The words between an amount and the verb of its clause, and what is compounded with them."""
    found: set[str] = set()
    token = held
    for _ in range(4):
        if token.index == clause.index or token.head == token.index:
            break
        token = page.tokens[token.head]
        near = [token, *(t for t in page.children[token.index] if t.relation in ("compound", "amod", "obj"))]
        found |= {t.lemma.casefold() for t in near if t.tag in ("NOUN", "VERB", "ADJ") and t.index != held.index}
    return frozenset(found - LIGHT)


def is_wanted(page: Page, number: Token) -> bool:
    """Whether it is what somebody wants or asks for, and no more."""
    token = number
    for _ in range(10):
        if token.lemma in WANTING and token.tag == "VERB":
            return True
        if token.head == token.index:
            break
        token = page.tokens[token.head]
    return False


def is_put_at(page: Page, number: Token, first: int) -> bool:
    """Whether somebody puts "the figure" at it, or "the need", "its losses": what was counted before, by another."""
    near = page.tokens[max(first, number.index - 9) : number.index]
    return (
        any(t.lemma == "put" for t in near)
        and any(t.lemma in POINTING for t in near)
        and any(t.lemma == "at" for t in near[-4:])
    )


def is_part(page: Page, run: Sequence[Token], before: Sequence[Token]) -> bool:
    """Whether it is told as a part: "nine of them", "including three", "among them two", "of that, 30"."""
    after = [t.text.casefold() for t in page.tokens[run[-1].index + 1 : run[-1].index + 3]]
    of_it = any(a.lemma == "of" and b.text.casefold() in ("that", "this") for a, b in pairwise(before))
    opened = of_it or any(t.lemma in ("include", "including", "among") for t in before[-3:])
    return opened or (len(after) == 2 and after[0] == "of" and after[1] in ("them", "those", "these", "whom"))


def teller_of(page: Page, number: Token) -> str:
    """Who is said to count, put or claim it, in the clause or the one above: a name or the noun."""
    token = number
    for _ in range(8):
        if token.lemma in TELLING and token.tag == "VERB":
            subject = next((t for t in page.children[token.index] if t.relation == "nsubj"), None)
            if subject is not None:
                return page.who[subject.index][0] if subject.index in page.who else subject.lemma.casefold()
        if token.head == token.index:
            break
        token = page.tokens[token.head]
    return ""


def days_of(page: Page, sentence: int, own: Sequence[Token]) -> frozenset[str]:
    """The days of the year that the clause names, else the one that its sentence names; also where no year is known."""
    here = page.annotated.reading.sentences[sentence]
    first, last = page.tokens[here.first].start, page.tokens[here.last - 1].end
    inside = {t.start for t in own}
    found = [
        (time.span.start, day)
        for time in page.annotated.times
        if first <= time.span.start < last and (day := day_of(time, page.annotated.article.quote(time.span)))
    ]
    if any(t.lemma == "since" for t in own):
        return frozenset({"since"})  # a count of many days
    clause, whole = (frozenset(d for s, d in found if s in inside)), frozenset(d for _, d in found)
    return clause or (whole if len(whole) == 1 else frozenset())


def day_of(time: TimeMention, text: str) -> str | None:
    """Month and day, where one day is told: "05-28"; of an unresolved "28 May" too."""
    if time.when is not None:
        return f"{time.when.start:%m-%d}" if time.when.days <= 1 else None
    named = DAY_MONTH.search(text.casefold()) or MONTH_DAY.search(text.casefold())
    if named is None:
        return None
    return f"{1 + MONTHS.index(named['month'][:3]):02}-{int(named['day']):02}"
