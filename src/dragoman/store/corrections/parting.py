"""A row that is two: what one article tells of it, and what the others tell.

The part of the article gets an id of its own. Names in other rows are for `renaming`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, TypeVar

from dragoman.model.evidence import Evidence
from dragoman.model.identity import DIGITS, digest
from dragoman.model.mention import Form
from dragoman.model.record import EntityRow, EventMentionRow, EventRow, MentionRow, ProposalRow

Row = TypeVar("Row")
Parted = tuple[Row, Row] | None


def parted(row: Row, article: str) -> Parted[Row]:
    """What stays, and what the article tells; None where either would be empty."""
    made: Any = None
    if isinstance(row, EntityRow):
        made = entities(row, article)
    elif isinstance(row, EventRow):
        made = events(row, article)
    elif isinstance(row, ProposalRow):
        made = proposals(row, article)
    result: Parted[Row] = made
    return result


def id_of_part(identifier: str, article: str) -> str:
    return f"{identifier[:2]}-{digest(identifier, article)[:DIGITS]}"


def entities(row: EntityRow, article: str) -> tuple[EntityRow, EntityRow] | None:
    here, there = split(row.mentions, article)
    if not here or not there:
        return None
    part = replace(
        named(row, here),
        id=id_of_part(row.id, article),
        country=None,
        side=None,
        roles=tuple(role for role in row.roles if role.evidence.article == article),
        links=tuple(link for link in row.links if link.article == article),
    )
    rest = replace(
        named(row, there),
        roles=tuple(role for role in row.roles if role.evidence.article != article),
        links=tuple(link for link in row.links if link.article != article),
    )
    return rest, part


def named(row: EntityRow, mentions: tuple[MentionRow, ...]) -> EntityRow:
    """The entity with some of its mentions only, and by the fullest of their names where its own is not among them."""
    quotes = {mention.quote for mention in mentions}
    names = [mention.quote for mention in mentions if mention.form is Form.NAME] or sorted(quotes)
    fullest = max(names, key=lambda name: (len(name.split()), len(name), name))
    return replace(
        row,
        name=row.name if row.name in quotes else fullest,
        aliases=tuple(alias for alias in row.aliases if alias in quotes) or (fullest,),
        mentions=mentions,
    )


def events(row: EventRow, article: str) -> tuple[EventRow, EventRow] | None:
    here, there = split(row.mentions, article)
    if not here or not there:
        return None
    return told(row, there), replace(told(row, here), id=id_of_part(row.id, article))


def told(row: EventRow, mentions: tuple[EventMentionRow, ...]) -> EventRow:
    """The event as some of its mentions tell it."""
    actors = tuple(dict.fromkeys(actor for m in mentions for actor in m.actors))
    return replace(
        row,
        type=mentions[0].type,
        mode=next((m.mode for m in mentions if m.mode), None),
        actors=actors,
        recipients=tuple(dict.fromkeys(r for m in mentions for r in m.recipients if r not in actors)),
        place=next((m.place for m in mentions if m.place), None),
        date=next((m.date for m in mentions if m.date and m.date.start), None),
        status=mentions[0].status,
        mentions=mentions,
    )


def proposals(row: ProposalRow, article: str) -> tuple[ProposalRow, ProposalRow] | None:
    here, there = split(row.evidence, article)
    if not here or not there:
        return None
    rest, part = accounts(row, there, {e.article for e in row.evidence} - {article}), accounts(row, here, {article})
    fate = part.outcome_by_article[0].outcome if part.outcome_by_article else "open"
    return rest, replace(part, id=id_of_part(row.id, article), outcome=fate, supersedes=None)


def accounts(row: ProposalRow, evidence: tuple[Evidence, ...], articles: set[str]) -> ProposalRow:
    """The proposal as some articles tell it."""
    responses = tuple(answer for answer in row.responses if answer.evidence[0].article in articles)
    answered = {answer.by for answer in responses}
    return replace(
        row,
        responses=responses,
        outcome_by_article=tuple(o for o in row.outcome_by_article if o.article in articles),
        no_answer=tuple(party for party in row.to if party not in answered),
        violations=tuple(v for v in row.violations if v.evidence[0].article in articles),
        evidence=evidence,
    )


def split(items: Sequence[Any], article: str) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
    """What is of the article, and what is of others."""
    return tuple(i for i in items if i.article == article), tuple(i for i in items if i.article != article)
