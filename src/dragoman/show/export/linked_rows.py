"""One row of the record as one node of linked data, or as a few where it holds rows of its own.

The places that a row rests on are not here: they are annotations.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.model.mention import EntityKind
from dragoman.model.plover import Status
from dragoman.model.record import (
    ArticleRow,
    ClaimRow,
    DisagreementRow,
    EntityRow,
    EventRow,
    MeetingRow,
    ProposalRow,
    StatementRow,
)
from dragoman.model.statement import Manner
from dragoman.show.export.addresses import web_address
from dragoman.show.export.linked import Node, days, known, name_of, names_of
from dragoman.show.lookup import Lookup
from dragoman.show.wording import quoted

KINDS = {
    EntityKind.PERSON: "schema:Person",
    EntityKind.ORGANIZATION: "schema:Organization",
    EntityKind.PLACE: "schema:Place",
    EntityKind.EVENT: "schema:Event",
}


def article(row: ArticleRow) -> Node:
    outlet = {"@type": "schema:NewsMediaOrganization", "schema:name": row.outlet} if row.outlet else None
    return known({
        "@id": name_of(row.id), "@type": ["schema:NewsArticle", "prov:Entity"], "schema:headline": row.title,
        "schema:name": row.label, "schema:url": web_address(row.url), "schema:publisher": outlet,
        "schema:author": row.author, "schema:datePublished": row.published.isoformat() if row.published else None,
        "schema:inLanguage": row.language, "schema:articleBody": row.text, "dragoman:sha256": row.sha256,
        "dragoman:copyOf": name_of(row.copy_of) if row.copy_of else None, "dragoman:agency": row.agency,
    })  # fmt: skip


def entity(row: EntityRow) -> Node:
    side = "schema:affiliation" if row.kind is EntityKind.PERSON else "dragoman:side"
    return {
        "@id": name_of(row.id), "@type": KINDS.get(row.kind, "schema:Thing"), "schema:name": row.name,
        "schema:alternateName": [alias for alias in row.aliases if alias != row.name],
        side: name_of(row.side) if row.side else None, "dragoman:country": row.country,
    }  # fmt: skip


def statement(row: StatementRow, lookup: Lookup) -> Node:
    """A quotation by its speaker, or what somebody is said to claim."""
    direct = row.manner is Manner.DIRECT
    speaker = name_of(row.source.entity) if row.source.entity else None
    told = "schema:spokenByCharacter" if direct else "schema:claimInterpreter"
    return {
        "@id": name_of(row.id), "@type": "schema:Quotation" if direct else "schema:Claim",
        "schema:text": quoted(row.content), told: speaker, "schema:creditText": lookup.speaker(row.source).name,
        "schema:isPartOf": name_of(row.article), "prov:wasDerivedFrom": name_of(row.article),
        "dragoman:manner": row.manner.value, "dragoman:act": row.act.value, "dragoman:negated": row.negated,
        "dragoman:supposed": row.supposed,
        "dragoman:statedIn": name_of(row.inside) if row.inside else None, **days(row.date),
    }  # fmt: skip


def event(row: EventRow) -> Node:
    return {
        "@id": name_of(row.id), "@type": "schema:Event", "schema:actor": names_of(row.actors),
        "schema:recipient": names_of(row.recipients), "schema:location": name_of(row.place) if row.place else None,
        "dragoman:plover": row.type.value if row.type else None, "dragoman:mode": row.mode,
        "dragoman:status": row.status.value if isinstance(row.status, Status) else row.status, **days(row.date),
    }  # fmt: skip


def meeting(row: MeetingRow) -> Node:
    statuses = {"planned": "schema:EventScheduled", "cancelled": "schema:EventCancelled"}
    status = statuses.get(row.status)
    return {
        "@id": name_of(row.id), "@type": "schema:Event", "schema:name": row.label,
        "schema:attendee": names_of([*row.parties, *(head.head for head in row.heads)]),
        "schema:organizer": names_of(row.mediators), "schema:location": name_of(row.place) if row.place else None,
        "schema:eventStatus": {"@id": status} if status else None, "dragoman:status": row.status,
        "dragoman:level": row.level, "dragoman:about": name_of(row.event) if row.event else None, **days(row.date),
    }  # fmt: skip


def offer(row: ProposalRow) -> Iterator[Node]:
    """The offer, then each answer to it."""
    yield {
        "@id": name_of(row.id), "@type": "dragoman:Offer", "schema:name": row.label, "dragoman:kind": row.kind,
        "dragoman:offeredBy": names_of(row.proposers), "dragoman:putTo": names_of(row.to),
        "dragoman:noAnswerOf": names_of(row.no_answer), "dragoman:outcome": row.outcome,
        "dragoman:durationDays": row.terms.duration_days, "dragoman:scope": row.terms.scope,
        "dragoman:supersedes": name_of(row.supersedes) if row.supersedes else None, **days(row.date),
    }  # fmt: skip
    for nth, answer in enumerate(row.responses):
        yield {
            "@id": name_of(f"{row.id}/{nth}"), "@type": "dragoman:Answer", "dragoman:answers": name_of(row.id),
            "schema:agent": name_of(answer.by) if answer.by else None, "dragoman:stance": answer.stance,
            "dragoman:statedIn": name_of(answer.statement) if answer.statement else None, **days(answer.date),
        }  # fmt: skip


def claim(row: ClaimRow) -> Node:
    """What is told, with the articles in which it appears and those that are silent."""
    return {
        "@id": name_of(row.id), "@type": "schema:Claim", "schema:text": row.text,
        "schema:appearance": sorted({name_of(s.article) for s in row.support if s.stance == "says"}),
        "dragoman:silent": names_of(row.silent), "dragoman:standing": row.standing,
        "dragoman:independentAccounts": row.independent,
    }  # fmt: skip


def disagreement(row: DisagreementRow) -> Iterator[Node]:
    """The question, then each position."""
    positions = [name_of(f"{row.id}/{nth}") for nth, _ in enumerate(row.positions)]
    yield {
        "@id": name_of(row.id), "@type": "dragoman:Disagreement", "schema:name": row.question, "dragoman:on": row.on,
        "dragoman:about": names_of([row.event, row.claim]), "dragoman:position": positions, "dragoman:why": row.why,
    }  # fmt: skip
    for name, position in zip(positions, row.positions, strict=True):
        yield {
            "@id": name, "@type": ["dragoman:Position", "schema:Claim"], "schema:text": position.value,
            "schema:appearance": sorted({name_of(support.article) for support in position.support}),
        }  # fmt: skip
