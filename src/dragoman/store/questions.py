"""What a store can be asked, one function for each question; rows come back as the record has them.

`run` is the number of a run (see `run_called`). Does not search in the texts: see `search`.
"""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import TypeAdapter
from sqlalchemy import Connection, Select, select

from dragoman.model.record import ClaimRow, DisagreementRow, On, ProposalRow, StatementRow
from dragoman.store import schema
from dragoman.store.load import rows_of
from dragoman.store.rows import KEPT

Made = TypeVar("Made")
LIST = {StatementRow: "statements", ProposalRow: "proposals", ClaimRow: "claims", DisagreementRow: "disagreements"}


def statements_by(db: Connection, run: int, entity: str) -> list[StatementRow]:
    """What somebody is quoted as saying."""
    table = schema.statement
    return found(db, run, StatementRow, select(table.c.id).where(table.c.run == run, table.c.source == entity))


def statements_in(db: Connection, run: int, article: str) -> list[StatementRow]:
    """What one article quotes."""
    table = schema.statement
    return found(db, run, StatementRow, select(table.c.id).where(table.c.run == run, table.c.article == article))


def offers_involving(db: Connection, run: int, entity: str) -> list[ProposalRow]:
    """What somebody offered, was offered, or answered."""
    party, response = schema.party, schema.response
    took = select(party.c.of).where(party.c.run == run, party.c.list == "proposals", party.c.entity == entity)
    answered = select(response.c.of).where(response.c.run == run, response.c.by == entity)
    table = schema.proposal
    named = table.c.id.in_(took) | table.c.id.in_(answered)
    return found(db, run, ProposalRow, select(table.c.id).where(table.c.run == run, named))


def offers_without_answer(db: Connection, run: int) -> list[ProposalRow]:
    """Offers put to a party of whom no answer is reported."""
    party = schema.party
    waiting = select(party.c.of).where(party.c.run == run, party.c.list == "proposals", party.c.role == "no_answer")
    return found(db, run, ProposalRow, waiting)


def claims_carried_by(db: Connection, run: int, outlet: str) -> list[ClaimRow]:
    """What an outlet says, differs on or denies."""
    support, article = schema.support, schema.article
    own = (article.c.run == support.c.run) & (article.c.id == support.c.article)
    carried = select(support.c.of).join(article, own).where(article.c.run == run, article.c.outlet == outlet)
    return found(db, run, ClaimRow, carried.where(support.c.list == "claims"))


def disagreements_on(db: Connection, run: int, on: On) -> list[DisagreementRow]:
    """Disagreements on one thing: a date, a number, the participants ..."""
    table = schema.disagreement
    return found(db, run, DisagreementRow, select(table.c.id).where(table.c.run == run, table.c.on == on))


def rows_resting_on(db: Connection, run: int, article: str) -> list[tuple[str, str]]:
    """The list and id of every row that has evidence in an article."""
    table = schema.evidence
    asked = select(table.c.list, table.c.of).where(table.c.run == run, table.c.article == article).distinct()
    return [(name, identifier) for name, identifier in db.execute(asked.order_by(table.c.list, table.c.of))]


def found(db: Connection, run: int, made: type[Made], ids: Select[Any]) -> list[Made]:
    """The rows of the ids asked for, in the order of the record."""
    (kind,) = [kind for kind in KEPT if kind.list == LIST[made]]
    values: TypeAdapter[list[Made]] = TypeAdapter(list[made])  # type: ignore[valid-type]
    return values.validate_python(rows_of(db, run, kind, ids))
