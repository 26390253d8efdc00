"""What became of a proposal, per article and over all, by one rule for each outcome, named in `why`.

What is told to have happened to the thing itself weighs more than answers; of answers, those of the parties it was put
to decide, and what others say of it does not. Nothing is told from silence: without an answer it is open.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from dragoman.model.evidence import Evidence
from dragoman.model.flow import Annotated
from dragoman.model.negotiation import MatterKind, MoveKind
from dragoman.model.record import Outcome, OutcomeRow
from dragoman.reconstruct.ledger.exchange import Exchange
from dragoman.reconstruct.ledger.turns import Turn

FATES: Mapping[MoveKind, tuple[int, Outcome, str]] = {
    MoveKind.SIGN: (1, "accepted", "a source says that it was signed or reached"),
    MoveKind.IN_FORCE: (2, "in force", "a source says that it took effect or is held to"),
    MoveKind.LAPSE: (3, "lapsed", "a source says that it expired"),
    MoveKind.BREAK: (3, "broken", "a source says that it collapsed"),
    MoveKind.FAIL: (3, "superseded", "a source says that it was given up"),
}
NOBODY = ""  # whoever answers without a name
MEETINGS = frozenset({MatterKind.TALKS, MatterKind.SUMMIT})
Found = tuple[Outcome, str, Turn]


def outcomes(exchange: Exchange, annotated: Mapping[str, Annotated]) -> tuple[OutcomeRow, ...]:
    """What became of it as each article has it."""
    by_article: dict[str, list[Turn]] = {}
    for turn in exchange.turns:
        by_article.setdefault(turn.article, []).append(turn)
    rows = []
    for article, turns in by_article.items():
        outcome, _, turn = outcome_of(turns, exchange)
        evidence = Evidence.of(annotated[article].article, turn.move.span)
        rows.append(OutcomeRow(article=article, outcome=outcome, evidence=evidence))
    return tuple(rows)


def overall(exchange: Exchange, by_article: Sequence[OutcomeRow], today: date | None) -> tuple[Outcome, str]:
    """The outcome of all moves together on the day of the latest article; where articles differ, what most tell."""
    return run_out(*of_all(exchange, by_article), exchange, today)


def of_all(exchange: Exchange, by_article: Sequence[OutcomeRow]) -> tuple[Outcome, str]:
    told = Counter(row.outcome for row in by_article if row.outcome != "open")
    outcome, why, _ = outcome_of(exchange.turns, exchange)
    if len(told) < 2:
        return outcome, why
    (most, number), (_, second), *_ = told.most_common()
    return (outcome, why) if most == outcome or number == second else (most, "most articles that tell one have it so")


def run_out(outcome: Outcome, why: str, exchange: Exchange, today: date | None) -> tuple[Outcome, str]:
    """What was in force for some days has lapsed when the latest article is of a later day."""
    last = max((m.end.when.end for m in exchange.matters if m.end and m.end.when), default=None)
    if outcome == "in force" and last is not None and today is not None and last < today:
        return "lapsed", "its last day is before the latest article"
    return outcome, why


def outcome_of(turns: Sequence[Turn], exchange: Exchange) -> Found:
    """The outcome of some moves of a proposal, the rule, and the move it rests on."""
    return by_fate(turns, exchange) or by_answers(turns, exchange) or ("open", "no answer settles it", turns[-1])


def by_fate(turns: Sequence[Turn], exchange: Exchange) -> Found | None:
    """The latest stage that is told; talks that were held were agreed to."""
    told = [turn for turn in turns if turn.move.kind in FATES]
    if not told:
        return None
    last = max(told, key=lambda turn: FATES[turn.move.kind][0])
    _, outcome, why = FATES[last.move.kind]
    if outcome == "accepted" and (refused := not_ratified(turns)) is not None:
        return "rejected", "voters or a parliament refused what had been signed", refused
    if exchange.kind in MEETINGS and outcome == "in force":
        return "accepted", "a source says that it was held", last
    return outcome, why, last


def not_ratified(turns: Sequence[Turn]) -> Turn | None:
    """The refusal of a signed text by those who had to ratify it, unless they took it as well."""
    plain = [t for t in turns if t.ratifying and t.move.outright]
    answers = [t for t in plain if t.move.kind in (MoveKind.REJECT, MoveKind.ACCEPT)]
    return answers[-1] if answers and all(t.move.kind is MoveKind.REJECT for t in answers) else None


def by_answers(turns: Sequence[Turn], exchange: Exchange) -> Found | None:
    """What the last words of the parties come to that it was put to, or of all that answered where none of them did."""
    last = last_words(turns, exchange)
    parties = asked_sides(exchange)
    asked = {side: turn for side, turn in last.items() if side in parties | exchange.signers}
    if not asked and not exchange.signers:
        asked = last
    refused = [turn for turn in asked.values() if turn.move.kind is MoveKind.REJECT]
    agreed = [turn for turn in asked.values() if turn.move.kind is MoveKind.ACCEPT]
    if refused:
        return "rejected", "a party it was put to refused it", refused[-1]
    if agreed and len(agreed) == len(asked):
        return "accepted", "every party that answered accepted it", agreed[-1]
    return None


def nameless(turn: Turn) -> str:
    """A side for whoever answers without a name, by the place of the words for him."""
    return f"{NOBODY}{turn.move.named.start:09}" if turn.move.named is not None else NOBODY


def asked_sides(exchange: Exchange) -> frozenset[str]:
    put = frozenset().union(*(turn.to_sides for turn in exchange.turns if turn.proposes)) - exchange.makers
    return put | exchange.asked_parties


def last_words(turns: Sequence[Turn], exchange: Exchange) -> dict[str, Turn]:
    """The answer of each side that did not make it: a plain yes or no goes before conditions, the later before the
    earlier."""
    found: dict[str, Turn] = {}
    for turn in turns:
        if not turn.answers:
            continue
        others = turn.by_sides - exchange.makers or (turn.by_sides if not exchange.makers else frozenset())
        others = others or exchange.asked_parties & set(turn.by)
        for side in sorted(others) if turn.by_sides else (nameless(turn),):
            known = found.get(side)
            plain = turn.move.kind in (MoveKind.ACCEPT, MoveKind.REJECT)
            if known is None or plain or known.move.kind not in (MoveKind.ACCEPT, MoveKind.REJECT):
                found[side] = turn
    return dict(sorted(found.items()))
