"""The numerals of an article: where one begins, what it is worth, and what it counts.

Reads "1.6 billion", "48 crore", "180m", "a hundred thousand", and spans as "$40 billion to $50 billion". Words of
people, deeds, money and scales are data (`figures.toml`). Ages count nothing here, nor do parts of hyphenated words.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from dragoman.model.reading import Token
from dragoman.reconstruct.claims.numbers import number_in
from dragoman.reconstruct.claims.pages import Page

WORDS = Path(__file__).with_suffix(".toml")
NEAR = 4  # tokens after a number in which its noun stands
GATHERED = frozenset("crowd force army total number membership garrison audience".split())  # "a crowd of 60,000"


class Lexicon(BaseModel):
    """The words of amounts, as read at the door."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    people: str
    anybody: str
    skipped: str
    deeds: Mapping[str, str]
    money: Mapping[str, str]
    scales: Mapping[str, float]


@cache
def lexicon() -> Lexicon:
    """The file figures.toml."""
    return Lexicon.model_validate(tomllib.loads(WORDS.read_text(encoding="utf-8")))


@cache
def people() -> frozenset[str]:
    """The nouns that mean people, in both numbers."""
    return frozenset(form for word in lexicon().people.split() for form in (word, f"{word}s"))


@cache
def anybody() -> frozenset[str]:
    """The nouns that say no more than that they are people."""
    return frozenset(lexicon().anybody.split())


@cache
def skipped() -> frozenset[str]:
    """The nouns that are counted in passing."""
    return frozenset(lexicon().skipped.split())


@cache
def deeds() -> dict[str, str]:
    """For each word what it says befell people."""
    return {word: deed for deed, words in lexicon().deeds.items() for word in words.split()}


@cache
def currencies() -> dict[str, str]:
    """For each sign and name of money its currency."""
    return {word: code for code, words in lexicon().money.items() for word in words.split()}


def begins(page: Page, token: Token) -> bool:
    """Whether a number begins here, by a numeral or a scale ("a hundred"); not within a name or a hyphenated word."""
    if number_in(token.text) is None or token.relation == "flat":
        return False
    if is_ten_with_unit("".join(t.text for t in ten_and_unit(page, token))):
        return True
    if "-" in token.text:
        return False
    after = page.tokens[token.index + 1] if token.index + 1 < len(page.tokens) else token
    before = page.tokens[token.index - 1] if token.index else token
    joined = (after.text in ("-", ":", "/") and after.start == token.end) or (
        before.text in ("-", ":", "/", "№") and before.end == token.start and before.index != token.index
    )
    return not joined and token.tag in ("NUM", "NOUN", "ADJ", "DET", "SYM", "PROPN")


def ten_and_unit(page: Page, token: Token) -> Sequence[Token]:
    """The words of a number that a hyphen joins ("thirty-eight"), be it read as one word or as three."""
    three = page.tokens[token.index : token.index + 3]
    glued = all(a.end == b.start for a, b in pairwise(three))
    return three if len(three) == 3 and three[1].text == "-" and glued else [token]


def is_ten_with_unit(text: str) -> bool:
    """Whether a hyphenated word is one number: "thirty-eight", and not "eight-hour"."""
    ten, _, unit = text.casefold().partition("-")
    return ten.isalpha() and number_in(ten) in range(20, 100, 10) and number_in(unit) in range(1, 10)


def run_from(page: Page, first: Token, last: int) -> list[Token]:
    """The words that write one number with its scale: "1.6 billion", "a hundred thousand", "48 crore", "180m"."""
    joined = ten_and_unit(page, first)
    run = list(joined) if is_ten_with_unit("".join(t.text for t in joined)) else [first]
    for token in page.tokens[run[-1].index + 1 : last]:
        text = token.text.casefold()
        glued = token.start == run[-1].end
        if text not in lexicon().scales or (len(text) < 3 and not glued and not is_money(page, first)):
            break
        run.append(token)
    return run


def upper(page: Page, run: Sequence[Token], last: int) -> list[Token] | None:
    """The words of the second number of a span: "$40 billion to $50 billion", "between 300,000 and 500,000"."""
    rest = page.tokens[run[-1].index + 1 : last]
    before = page.tokens[run[0].index - 1].lemma if run[0].index else ""
    if not rest or not (rest[0].text in ("to", "-", "–") or (rest[0].lemma in ("and", "or") and before == "between")):
        return None
    following = rest[2:] if len(rest) > 1 and rest[1].text.casefold() in currencies() else rest[1:]
    if before == "from" or not following or number_in(following[0].text) is None or "-" in following[0].text:
        return None
    top = run_from(page, following[0], last)
    return top if value_of(top) > value_of(run) else None


def is_money(page: Page, token: Token) -> bool:
    """Whether the sign of a currency stands before a number."""
    return token.index > 0 and page.tokens[token.index - 1].text.casefold() in currencies()


def is_sign(token: Token) -> bool:
    """Whether a word is that of a currency: "$", "Rs", "euros"."""
    return token.text.casefold() in currencies()


def value_of(run: Sequence[Token]) -> float:
    """What a number is worth with its scales."""
    joined = len(run) > 2 and run[1].text == "-"
    value = number_in("".join(t.text for t in run[:3]) if joined else run[0].text) or 0.0
    for token in run[3 if joined else 1 :]:
        value *= lexicon().scales[token.text.casefold()]
    return value


def counted(page: Page, run: Sequence[Token], before: Sequence[Token], last: int) -> tuple[str | None, Token | None]:
    """The kind of what is counted and its noun; no kind where nothing is."""
    sign = before[-1] if before else None
    if sign is not None and (code := currencies().get(sign.text.casefold())):
        return f"money {code}", run[-1]
    after = page.tokens[run[-1].index + 1 : min(run[-1].index + 1 + NEAR, last)]
    if (after and after[0].text.casefold() in ("%", "percent")) or [t.text.casefold() for t in after[:2]] == [
        "per",
        "cent",
    ]:
        return "percent", after[0] if after[0].text.casefold() != "per" else after[1]
    if after and (after[0].text == "-" or after[0].lemma in ("time", "a.m.", "p.m.", "am", "pm", "year-old")):
        return None, None
    for place, token in enumerate(after):
        lemma = token.lemma.casefold()
        if token.text.casefold() in currencies():
            return f"money {currencies()[token.text.casefold()]}", token
        if token.tag == "NOUN" or (lemma in people() and token.tag == "ADJ"):
            if lemma in skipped():
                return None, None
            following = after[place + 1] if place + 1 < len(after) else None
            if following is not None and following.tag == "NOUN" and following.relation != "punct":
                continue
            return ("people" if lemma in people() else lemma), token
        if token.lemma == "of" and place == 0:
            below = page.tokens[token.head]
            near = below if token.relation == "case" and 0 < below.index - token.index < 5 else None
            if near is not None and near.tag == "NOUN":
                return ("people" if near.lemma.casefold() in people() else near.lemma.casefold()), near
        if token.tag not in ("ADJ", "PROPN", "ADV") and not (token.tag == "VERB" and token.fine in ("VBN", "VBG")):
            break
    above = page.tokens[run[0].head]
    if above.tag == "NOUN" and run[0].relation == "nummod" and 0 < above.index - run[0].index < 6:
        lemma = above.lemma.casefold()
        return (None if lemma in skipped() else "people" if lemma in people() else lemma), above
    if above.lemma in GATHERED and run[0].relation in ("nmod", "obl") and before and before[-1].lemma == "of":
        return "people", above
    return "things", None


def is_age(page: Page, number: Token, before: Sequence[Token]) -> bool:
    """Whether a bare number is somebody's age: "a man of 58", "Ada Obi, 58,"."""
    after = page.tokens[number.index + 1 : number.index + 2]
    if len(before) > 1 and before[-1].lemma == "of" and before[-2].lemma.casefold() in people():
        return 1 < (number_in(number.text) or 0) < 110 and not (after and after[0].tag in ("NOUN", "ADJ", "PROPN"))
    ends = bool(after) and after[0].text in (",", ".", ")")
    return len(before) > 1 and before[-1].text == "," and before[-2].tag == "PROPN" and ends
