"""Every amount that an article tells: so many people, so much money, so many per cent, with what surrounds it.

An amount knows its kind (dead, hurt, held, people, percent, money by currency, a noun), its bounds, who counts it, and
the words, days and names near it. "Put the figure at 4,100" counts what was counted just before. Hours of the day,
dates, ages and ordinals are no amounts. Does not compare: that is `counts`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from dragoman.model.reading import Token
from dragoman.model.text import Span
from dragoman.reconstruct.claims.drafts import Place
from dragoman.reconstruct.claims.numbers import number_in
from dragoman.reconstruct.claims.pages import Page
from dragoman.reconstruct.contradict.character import statement_id
from dragoman.reconstruct.contradict.figures import begins, counted, is_age, is_sign, run_from, upper, value_of
from dragoman.reconstruct.contradict.numbers import ABOUT, bounds, words_near
from dragoman.reconstruct.contradict.surroundings import (
    clause_of,
    context_of,
    days_of,
    deed_of,
    is_part,
    is_put_at,
    is_wanted,
    teller_of,
    things_of,
)

if TYPE_CHECKING:
    from dragoman.model.gists import Whole

HARM = ("dead", "hurt", "held")
QUALIFYING = frozenset("no more less fewer least most than over under above below between up to at a".split()) | ABOUT
FAR = 60  # tokens from a number beyond which words of its clause are not shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """So much of something. `noun` is what is counted, `deed` what befell or was done; `context` weighs what is near.

    `things` are the words it is an amount of ("a rise of", "the instalment was worth"), `part` whether it is told as a
    part of more, `teller` whoever is said to count or claim it, `gist` what its clause means.
    `bare` is true where no noun is counted, `pointing` where it is told only of "the figure".
    """

    kind: str
    noun: str
    deed: str
    low: float
    high: float
    about: bool
    words: str
    place: Place
    context: Mapping[str, float]
    days: frozenset[str]
    things: frozenset[str]
    sentence: int
    part: bool
    wanted: bool
    bare: bool
    pointing: bool
    teller: str
    gist: Whole = field(repr=False, compare=False)


def amounts_in(page: Page, statements: Mapping[tuple[str, int], str]) -> Iterator[Amount]:
    """The amounts of the article's own text, in their order."""
    dated = frozenset(i for time in page.annotated.times for i in range(time.span.start, time.span.end))
    sentences = page.annotated.reading.sentences
    firsts = [sentence.first for sentence in sentences]
    done, before = -1, None
    for token in page.own_tokens:
        if token.index <= done or number_in(token.text) is None or not begins(page, token) or token.start in dated:
            continue
        number = bisect_right(firsts, token.index) - 1
        run = run_from(page, token, sentences[number].last)
        top = upper(page, run, sentences[number].last)
        done = (top or run)[-1].index
        found = amount(page, run, top, number, statements)
        if found is not None:
            before = found = inherited(found, before)
            yield found


def inherited(amount: Amount, before: Amount | None) -> Amount:
    """A bare number counts what the number before it in its sentence does: "118 captives, and receives 87"."""
    if before is None or not amount.bare or amount.pointing or before.sentence != amount.sentence or before.bare:
        return amount
    if before.kind == "percent" or before.kind.startswith("money"):
        return amount
    return replace(amount, kind=amount.kind if amount.deed else before.kind, noun=before.noun, bare=False)


def amount(
    page: Page,
    run: Sequence[Token],
    top: Sequence[Token] | None,
    sentence: int,
    statements: Mapping[tuple[str, int], str],
) -> Amount | None:
    """The amount that a run of numerals tells, or nothing where it counts nothing."""
    bound = page.annotated.reading.sentences[sentence]
    before = page.tokens[max(bound.first, run[0].index - 4) : run[0].index]
    value = value_of(run) * (0.5 if [t.text.casefold() for t in before[-2:]] == ["half", "a"] else 1.0)
    if is_age(page, run[0], before) or (before and before[-1].lemma in ("past", "no.", "number")):
        return None
    kind, noun = counted(page, top or run, before if top is None else page.tokens[: top[0].index][-4:], bound.last)
    if kind is None or (value <= 2 and kind not in ("percent", "dead", "hurt")):
        return None
    if noun is None and (1900 <= value < 2100 or value < 10 or len(run[0].text) > 9):
        return None
    held = noun if noun is not None else run[-1]
    deed = deed_of(page, held, run[0])
    clause = clause_of(page, run[0])
    pointing = is_put_at(page, run[0], bound.first)
    if kind == "things" and noun is None and not (deed or pointing or said_of(run)):
        return None
    low, high = (value, value_of(top)) if top else bounds(value, words_near(before[-3:]))
    own = page.clause(clause)
    place = Place(clause_span(page, own, [*run, held]), statement_id(page, run[0], statements))
    return Amount(
        kind=deed if deed in HARM and kind in ("people", "things") else kind,
        noun=noun.lemma.casefold() if noun is not None else "",
        deed=deed,
        low=low,
        high=high,
        about=any(t.lemma in ABOUT for t in before[-3:]),
        words=words_of(page, [*run, *(top or ()), held], before),
        place=place,
        context=context_of(page, run, own, sentence, bare=noun is None),
        days=days_of(page, sentence, own),
        things=things_of(page, held, clause),
        sentence=sentence,
        part=is_part(page, run, before),
        wanted=is_wanted(page, run[0]),
        bare=noun is None,
        pointing=pointing,
        teller=teller_of(page, run[0]),
        gist=page.meaning(place.span),
    )


def words_of(page: Page, counted: Sequence[Token], before: Sequence[Token]) -> str:
    """The amount as written, with what qualifies it: "at least six people", "between $40 billion and $50 billion"."""
    start, end = min(t.start for t in counted), max(t.end for t in counted)
    bounding = {t.start for t in before if t.lemma in ("least", "most") or t.text.casefold() in ("least", "most")}
    for token in reversed(before):
        if token.lemma not in QUALIFYING and token.text.casefold() not in QUALIFYING and not is_sign(token):
            break
        start = token.start if token.lemma != "at" or start in bounding else start
    return " ".join(page.annotated.article.text[start:end].split())


def clause_span(page: Page, own: Sequence[Token], counted: Sequence[Token]) -> Span:
    """The clause around an amount, without what a parser hangs on it from far off."""
    near = [*counted, *(t for t in own if abs(t.index - counted[0].index) < FAR)]
    return Span(page.annotated.article.id, min(t.start for t in near), max(t.end for t in near))


def said_of(run: Sequence[Token]) -> bool:
    """Whether a bare number is somebody, or how many there were: "40 stayed aboard", "the harbour master saw 640"."""
    return run[0].relation in ("nsubj", "nsubj:pass", "obj", "obl", "root")
