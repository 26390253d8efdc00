"""Answers that no rule knows, by what the reader makes of the words: who answers an offer in his own way.

The reader gives each word the chance that it stands in an answer. Words that follow one another and likely do are one
answer; who gives it and what it is about is read off their tree as for other moves. Where a rule reads an answer in the
same words, the rule's stands, and is told how likely the reader takes it for one. Which offer is answered, if any, is
for the ledger: of what is heard here about half answers nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import prod

from dragoman.annotate.offers.answered import pointing, tree_noun
from dragoman.annotate.offers.lexicon import offers
from dragoman.annotate.offers.matters import matter_at
from dragoman.annotate.offers.page import Page
from dragoman.annotate.offers.parties import actor_words, actors
from dragoman.model.mention import Mention
from dragoman.model.negotiation import ANSWERS, Matter, MatterKind, Move, MoveKind
from dragoman.model.reading import EXCHANGE, ExchangeScores, Token

STANCES = tuple(MoveKind(name) for name in ("accept", "reject", "conditional", "counter", "defer"))
ANSWERING = slice(EXCHANGE.index(STANCES[0].value), EXCHANGE.index(STANCES[-1].value) + 1)
FAINT, SURE = 0.15, 0.3  # what each word of a run must have, and the likeliest
GAP = 2  # words between those of one run
FEWEST = 2  # words of a run
SHARED = 0.5  # of the shorter of two stretches, from where on they tell the same
SUBJECTS = ("nsubj", "nsubj:pass", "csubj")


@dataclass(frozen=True, slots=True)
class Run:
    """Words that follow one another in one sentence, `first` up to, not including, `last`."""

    first: int
    last: int
    scores: tuple[ExchangeScores, ...]


def heard(page: Page, known: Sequence[Move]) -> Iterator[Move]:
    """The answers that the reader hears beside the moves that are `known` by rules."""
    scores = {one.token: one for one in page.annotated.reading.exchange}
    answered = [move for move in known if move.kind in ANSWERS or move.kind is MoveKind.SIGN]
    made = [move for move in known if move.kind is MoveKind.PROPOSE]
    for run in runs(page, scores):
        move = answer(run, page) if not told_by(answered, run, page) else None
        if move is not None and (move.kind is MoveKind.COUNTER or not told_by(made, run, page)):
            yield move


def any_answer(one: ExchangeScores) -> float:
    """The chance that a word stands in an answer of any kind."""
    return 1 - prod(1 - chance for chance in one.chances[ANSWERING])


def runs(page: Page, scores: Mapping[int, ExchangeScores]) -> Iterator[Run]:
    """The runs of words that may each stand in an answer, one of them rather likely."""
    chances = {index: any_answer(one) for index, one in scores.items()}
    for group in grouped((index for index, chance in chances.items() if chance >= FAINT), page):
        if max(chances[i] for i in group) >= SURE and len(group) >= FEWEST:
            yield Run(group[0], group[-1] + 1, tuple(scores[i] for i in group))


def grouped(likely: Iterable[int], page: Page) -> Iterator[list[int]]:
    """The words in groups that lie close to one another in one sentence."""
    group: list[int] = []
    for index in likely:
        if group and (index - group[-1] > GAP or page.tree.sentence_of(index) != page.tree.sentence_of(group[-1])):
            yield group
            group = []
        group.append(index)
    if group:
        yield group


def told_by(moves: Iterable[Move], run: Run, page: Page) -> bool:
    """Whether one of the moves is told in the same words."""
    span = page.span(page.tree.tokens[run.first : run.last])
    return any(
        min(span.end, move.span.end) - max(span.start, move.span.start)
        >= SHARED * min(span.end - span.start, move.span.end - move.span.start)
        for move in moves
    )


def answer(run: Run, page: Page) -> Move | None:
    """The answer of a run: how it answers by the likeliest kind, about what it names, else what was put before."""
    words = page.tree.tokens[run.first : run.last]
    kind = max(STANCES, key=lambda stance: sum(one.of(stance.value) for one in run.scores))
    top = head_of(words)
    by = speaking(top, page)
    if not by and actor_words(top, page) is None:
        return None
    return Move(
        kind=kind,
        span=page.span(words),
        matter=named_in(words, top, page) or pointing(top, page),
        by=by,
        named=actor_words(top, page),
        date=page.date_of(top),
        statement=page.statement_of(top),
        firm=False,
        chance=max(any_answer(one) for one in run.scores),
        about=likeliest_kind(run.scores),
    )


def likeliest_kind(scores: Sequence[ExchangeScores]) -> MatterKind:
    """The kind of offer that most of some words tell."""
    kinds = [one.kind for one in scores]
    return max(MatterKind, key=kinds.count)


def supported(page: Page, moves: Iterable[Move]) -> Iterator[Move]:
    """The moves, the answers among them with how likely the reader takes their words for one."""
    scores = page.annotated.reading.exchange
    places = [one.token for one in scores]
    for move in moves:
        inside = [t.index for t in page.tree.at(move.span)] if move.kind in ANSWERS and scores else []
        if not inside:
            yield move
            continue
        here = scores[bisect_left(places, inside[0]) : bisect_left(places, inside[-1] + 1)]
        support = max(map(any_answer, here), default=0.0)
        yield replace(move, support=support, about=likeliest_kind(here) if here else None)


def head_of(words: Sequence[Token]) -> Token:
    """The word that the others hang on: of several the first verb."""
    inside = {token.index for token in words}
    tops = [t for t in words if t.head not in inside or t.is_root]
    return next((t for t in tops if t.tag in ("VERB", "AUX")), next((t for t in tops if t.tag != "PUNCT"), words[0]))


def speaking(top: Token, page: Page) -> tuple[Mention, ...]:
    """Who makes it: whoever acts by its verb, be it a verb further up, else whoever is quoted with it."""
    for word in page.tree.upwards(top):
        if word.tag in ("VERB", "AUX", "ADJ", "NOUN") and (by := actors(word, page)):
            return by
        if word.relation in ("ccomp", "parataxis", "acl:relcl"):
            break
    speaker = page.speaker_of(top)
    return (speaker,) if speaker is not None else ()


def named_in(words: Sequence[Token], top: Token, page: Page) -> Matter | None:
    """The first thing in some words that can be answered, who acts aside."""
    for token in words:
        if token.tag not in ("NOUN", "PRON") or (
            token.relation in SUBJECTS and token.head == top.index and top.lemma != "be"
        ):
            continue
        found = matter_at(token.index, page)
        if (
            found is not None
            and tree_noun(found)
            and (found.anaphoric or found.definite or token.lemma.lower() in offers().pointing)
        ):
            return found
    return None
