"""Why a line of the ledger says what it says: the rule that filled each field, and what joined its articles.

Tells what was decided elsewhere in plain words; decides nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dragoman.model.flow import Annotated
from dragoman.model.record import ProposalRow, RuleRow
from dragoman.reconstruct.ledger import kinds
from dragoman.reconstruct.ledger.exchange import Exchange


def rules_of(exchange: Exchange, row: ProposalRow, annotated: Mapping[str, Annotated]) -> tuple[RuleRow, ...]:
    """The rules in the order of the fields, then one line for each article that was joined."""
    told = (
        ("kind", kinds.why(exchange)),
        ("proposers", of_proposers(exchange, row)),
        ("to", "named by those words as whom it is put to" if row.to else "no account says to whom it was put"),
        ("date", f"{row.date.why}, beside the words that put it forward" if row.date else None),
        ("terms", "told with it, those told most often; what no account tells is left out"),
        ("responses", of_responses(exchange, row)),
        ("outcome", f"{row.outcome}: {row.why}"),
    )
    found = [RuleRow(field=field, why=why) for field, why in told if why is not None]
    return (*found, *joins(exchange, annotated))


def of_proposers(exchange: Exchange, row: ProposalRow) -> str:
    if any(turn.proposes and turn.by for turn in exchange.turns):
        return "they are told to put it forward"
    if any(turn.owner for turn in exchange.turns):
        return "it is told to be theirs"
    if row.proposers:
        return "no account names who put it forward: they are told to have signed or reached it"
    return "no account names who put it forward"


def of_responses(exchange: Exchange, row: ProposalRow) -> str:
    if not row.responses:
        return "no account reports an answer"
    heard = sum(turn.move.chance is not None for turn in exchange.turns)
    by_reader = f"; {heard} in words that no rule knows, by what the language model makes of them" if heard else ""
    silent = "; those it was put to and of whom none is told stand as unanswered" if row.no_answer else ""
    return f"each by the words that take, leave, bind or put it off{by_reader}{silent}"


def joins(exchange: Exchange, annotated: Mapping[str, Annotated]) -> Iterator[RuleRow]:
    """What joined the accounts of other articles to the first."""
    for article, why in exchange.joined:
        yield RuleRow(field="joined", why=f"{annotated[article].article.label}: {why}")
