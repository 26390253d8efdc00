"""Disagreements on who left the table: a walk-out told of one by one account, and of another, or of nobody, by others.

Reads "walked out", "stormed out", "left the room", "broke off the talks", "stayed away", told as a fact. Leavings of
two days are two, and so are those of which one article tells both. What is only threatened or asked about is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from dragoman.model.reading import Token
from dragoman.model.text import Span
from dragoman.reconstruct.claims.drafts import Dispute, Place, Position
from dragoman.reconstruct.claims.pages import Page
from dragoman.reconstruct.claims.tellings import SUPPOSED
from dragoman.reconstruct.contradict.character import statement_id
from dragoman.reconstruct.contradict.surroundings import days_of

OUT = frozenset({"walk", "storm", "stalk", "march"})
FROM = frozenset({"leave", "quit", "abandon", "boycott"})  # with the table or the room as their object
TABLE = frozenset("table room talk talks meeting session hall negotiation negotiations chamber".split())
NOT_SO = frozenset("will would may might could should must can not never to if whether".split()) | SUPPOSED
NOBODY = frozenset({"nobody", "none", "no-one"})
BACK = 3  # clauses up which a subject is looked for


@dataclass(frozen=True, slots=True)
class Left:
    """One place that tells who left: an entity, a word, or nobody (empty); with the days of its clause."""

    who: str
    words: str
    days: frozenset[str]
    place: Place


def leaving_disputes(
    pages: Mapping[str, Page], statements: Mapping[tuple[str, int], str], copies: Mapping[str, str]
) -> Iterator[Dispute]:
    """One for each two accounts that tell a leaving of different doers, or of somebody and of nobody."""
    told = [left for article, page in pages.items() if article not in copies for left in leavings(page, statements)]
    used: set[Place] = set()
    for one, other in combinations(told, 2):
        if one.place in used or other.place in used or not at_odds(one, other, told):
            continue
        used |= {one.place, other.place}
        yield Dispute(
            on="participants" if one.who and other.who else "polarity",
            question="Who walked out?",
            why="a leaving told of different doers" if one.who and other.who else "a leaving told, and told of nobody",
            positions=tuple(Position(left.words, (left.place,)) for left in (one, other)),
        )


def at_odds(one: Left, other: Left, told: Sequence[Left]) -> bool:
    """Whether two accounts tell leavings of different doers that may be one."""
    here, there = one.place.span.article, other.place.span.article
    if here == there or one.who == other.who or (one.days and other.days and not one.days & other.days):
        return False
    if any(left.place.span.article in (here, there) and left not in (one, other) for left in told):
        return not (one.who and other.who)
    return True


def leavings(page: Page, statements: Mapping[tuple[str, int], str]) -> Iterator[Left]:
    """Every leaving that an article tells as a fact, with whoever left."""
    for token in page.own_tokens:
        if token.tag != "VERB" or not leaves(page, token) or not told_as_so(page, token):
            continue
        subject = subject_of(page, token)
        if subject is None or subject.lemma in ("who", "what", "which"):
            continue
        own = page.clause(token)
        article = page.annotated.article
        span = Span(article.id, min(own[0].start, subject.start), max(own[-1].end, token.end))
        sentence = next(n for n, s in enumerate(page.annotated.reading.sentences) if s.first <= token.index < s.last)
        place = Place(span, statement_id(page, token, statements))
        who = "" if subject.lemma.casefold() in NOBODY else doer(page, subject)
        yield Left(who, named(page, subject), days_of(page, sentence, own), place)


def leaves(page: Page, token: Token) -> bool:
    """Whether a verb, with the words behind it, says that somebody left or stayed away."""
    after = [t.lemma for t in page.tokens[token.index + 1 : token.index + 3]]
    if token.lemma in OUT:
        return "out" in after
    if token.lemma in FROM:
        above = page.tokens[token.head]
        got_up = token.relation == "conj" and above.lemma == "get"
        return got_up or any(t.relation == "obj" and t.lemma in TABLE for t in page.children[token.index])
    off = token.lemma == "break" and "off" in after
    return (token.lemma == "stay" and "away" in after) or (
        off and any(t.relation == "obj" and t.lemma in TABLE for t in page.children[token.index])
    )


def told_as_so(page: Page, token: Token) -> bool:
    """Whether it is told as a fact: neither planned nor threatened, supposed or asked, nor of staying off work."""
    near = page.children[token.index]
    if any(t.lemma in NOT_SO for t in near if t.relation in ("aux", "mark", "advmod")) or not page.is_said(token):
        return False
    last = page.annotated.reading.sentence_of(token.index).last
    return not any(t.text == "?" for t in page.tokens[max(0, last - 2) : last]) and not any(
        t.lemma in ("work", "since", "job") for t in page.clause(token)
    )


def subject_of(page: Page, token: Token) -> Token | None:
    """Who leaves, also by way of the verb that this one is joined to or hangs on."""
    for _ in range(BACK):
        for child in page.children[token.index]:
            if child.relation.startswith("nsubj"):
                relative = child.lemma in ("who", "which", "that")
                return page.tokens[token.head] if relative and token.relation == "acl:relcl" else child
        if token.relation not in ("conj", "advcl") or token.head == token.index:
            return None
        token = page.tokens[token.head]
    return None


def named(page: Page, subject: Token) -> str:
    """The words for whoever left."""
    own = page.clause(subject)
    return " ".join(page.annotated.article.text[own[0].start : own[-1].end].split())


def doer(page: Page, subject: Token) -> str:
    """An entity, or the word for whoever it is, with the speaker's side for "our delegation"."""
    if subject.index in page.who:
        return page.who[subject.index][0]
    ours = any(t.lemma in ("our", "we") for t in page.children[subject.index])
    speaker = page.speaker_at(subject)
    return f"{speaker} {subject.lemma}" if ours and speaker else subject.lemma.casefold()
