"""Disagreements on the cause of anything: one happening, of which two voices give reasons that have nothing in common.

Reads a verb with its reason ("because", "owing to", a close "after", "when" with what went before) and a cause that is
said to bring a thing about ("the storm caused the flood", "the fire was caused by ..."). Happenings are one where the
words that name them and what befalls them are alike. What talks, deals and truces fail of is also in `causes`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from dragoman.model.meanings import meaning, nearness
from dragoman.model.reading import Token
from dragoman.model.turns import opposites_of, turns_of
from dragoman.reconstruct.claims.drafts import Dispute, Place, Position
from dragoman.reconstruct.claims.pages import Page
from dragoman.reconstruct.claims.tellings import NEGATIONS, keys_of
from dragoman.reconstruct.contradict.causes import causes_of
from dragoman.reconstruct.contradict.denials import place_at

BRINGING = frozenset("cause trigger provoke spark".split())
NOT_SO = NEGATIONS | {"if", "would", "may", "might", "could", "should", "must"}
NEAR = 0.6  # how near two words must be that tell one thing
APART = 0.5  # how near in meaning two causes may be
LEAST = 0.5  # what the words of a cause must weigh
FEWEST, MORE = 2, 3  # keys that both must tell, and where the words that govern them are only near in meaning
MONTHS = 60  # days between two articles beyond which one without a day tells of another happening


@dataclass(frozen=True, slots=True)
class Reason:
    """One place that gives a reason: what happened (`head`), the words around it, the cause, the day of publication."""

    head: str
    keys: Mapping[str, float]
    cause: Mapping[str, float]
    voice: str
    told: date | None
    place: Place
    words: str
    effect: str


def reason_disputes(pages: Mapping[str, Page], statements: Mapping[tuple[str, int], str]) -> Iterator[Dispute]:
    """One for each two places of a story that give one happening different causes."""
    told = [reason for page in pages.values() for reason in reasons_in(page, statements)]
    used: set[Place] = set()
    for one, other in combinations(told, 2):
        if {one.place, other.place} & used or one.voice == other.voice:
            continue
        if one_effect(one, other) and apart(one.cause, other.cause):
            used |= {one.place, other.place}
            yield Dispute(
                on="cause",
                question=f"Why was it: {one.effect}?",
                why="one happening, with causes that have nothing in common",
                positions=tuple(Position(r.words, (r.place,)) for r in (one, other)),
            )


def one_effect(one: Reason, other: Reason) -> bool:
    """Whether two tell of one happening: like words govern them, and more of what is around is the same."""
    same = one.head == other.head or bool(turns_of(one.head) & turns_of(other.head))
    if not same and (nearness(one.head, other.head) < NEAR or other.head in opposites_of(one.head)):
        return False
    shared = [k for k in one.keys if k in other.keys and k[:2] not in ("S:", "V:", "T:", "K:")]
    named = {k for k in one.keys if k[:2] == "E:"}, {k for k in other.keys if k[:2] == "E:"}
    days = [{k for k in r.keys if k[:2] == "D:"} for r in (one, other)]
    if days[0] and days[1] and not days[0] & days[1]:
        return False
    far = one.told and other.told and abs((one.told - other.told).days) > MONTHS
    if far and not days[0] & days[1]:
        return False
    if named[0] and named[1] and not named[0] & named[1]:
        return False
    plain = [k for k in shared if k[1:2] != ":"]
    return len(shared) >= (FEWEST if same else MORE) and bool(plain)


def apart(one: Mapping[str, float], other: Mapping[str, float]) -> bool:
    """Whether two causes share nothing and do not mean the same."""
    if any(k in other for k in one if k[:2] not in ("S:", "K:")):
        return False
    left, right = ({k: w for k, w in c.items() if k[1:2] != ":"} for c in (one, other))
    return float(meaning(left) @ meaning(right)) < APART


def reasons_in(page: Page, statements: Mapping[tuple[str, int], str]) -> Iterator[Reason]:
    """Each reason that an article gives, in its own voice or another."""
    for head in page.own_tokens:
        if head.tag != "VERB" or not page.is_said(head):
            continue
        if any(t.lemma in NOT_SO for t in page.children[head.index] if t.relation in ("aux", "mark", "advmod")):
            continue
        if head.lemma in BRINGING:
            yield from brought_about(page, head, statements)
            continue
        for cause in causes_of(page, head):
            own = [t for t in page.clause(head) if t.index not in {c.index for c in cause}]
            if own:
                yield from reason(page, head, own, cause, head.lemma, statements)


def brought_about(page: Page, head: Token, statements: Mapping[tuple[str, int], str]) -> Iterator[Reason]:
    """The reason told by "the storm caused the flood" or "the flood was caused by the storm"."""
    near = page.children[head.index]
    passive = next((t for t in near if t.relation == "nsubj:pass"), None)
    agent = next((t for t in near if t.relation.startswith("obl") and marked_by(page, t)), None)
    subject, thing = (next((t for t in near if t.relation == relation), None) for relation in ("nsubj", "obj"))
    effect, cause = (passive, agent) if passive else (thing, subject)
    if effect is None or cause is None or effect.tag == "PRON" or cause.tag == "PRON":
        return
    by = page.own(cause, without=frozenset())
    told = {t.index for t in by} | {head.index}
    yield from reason(page, head, [t for t in page.clause(head) if t.index not in told], by, effect.lemma, statements)


def marked_by(page: Page, token: Token) -> bool:
    return any(t.lemma == "by" for t in page.children[token.index])


def reason(
    page: Page,
    head: Token,
    own: Sequence[Token],
    cause: Sequence[Token],
    lemma: str,
    statements: Mapping[tuple[str, int], str],
) -> Iterator[Reason]:
    why = keys_of(page, list(cause))
    if sum(w for k, w in why.items() if k[:2] not in ("S:", "T:", "K:", "D:")) < LEAST:
        return
    article = page.annotated.article
    first, last = min(t.start for t in cause), max(t.end for t in cause)
    start, end = min(t.start for t in own), max(t.end for t in own)
    yield Reason(
        head=lemma.casefold(),
        keys=keys_of(page, list(own)),
        cause=why,
        voice=page.speaker_at(head) or article.id,
        told=article.published,
        place=place_at(page, sorted([*own, head, *cause], key=lambda t: t.index), statements),
        words=" ".join(article.text[first:last].split()),
        effect=" ".join(article.text[start:end].split()),
    )
