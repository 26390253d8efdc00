"""The people, bodies and places as rows, with the decisions that made them one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from dragoman.model.countries import named_country, seat_country
from dragoman.model.evidence import Evidence
from dragoman.model.flow import Linked
from dragoman.model.mention import Entity, EntityKind, Link
from dragoman.model.record import EntityRow, LinkRow, MentionRow, RoleRow
from dragoman.model.sectors import sector_of, usual_sector
from dragoman.model.text import Article


def mentioned(rows: Iterable[EntityRow]) -> tuple[EntityRow, ...]:
    """Those who are mentioned."""
    return tuple(row for row in rows if row.mentions)


def rows_of(linked: Linked) -> tuple[EntityRow, ...]:
    """Everybody, also those whose side somebody is on and who are mentioned nowhere."""
    articles = {a.article.id: a.article for a in linked.articles}
    links: defaultdict[str, list[Link]] = defaultdict(list)
    for link in linked.links:
        links[link.entity].append(link)
    rows = [entity_row(entity, articles, links[entity.id]) for entity in linked.entities]
    return tuple(sorted(rows, key=lambda row: (row.kind, row.name.casefold(), row.id)))


def entity_row(entity: Entity, articles: dict[str, Article], links: list[Link]) -> EntityRow:
    mentions = sorted(entity.mentions, key=lambda mention: mention.span)
    return EntityRow(
        id=entity.id,
        name=entity.name,
        kind=entity.kind,
        aliases=entity.aliases,
        country=entity.country,
        side=entity.side,
        roles=tuple(
            RoleRow(title=role.title, evidence=Evidence.of(articles[role.span.article], role.span))
            for role in entity.roles
        ),
        mentions=tuple(
            MentionRow(
                article=mention.span.article,
                start=mention.span.start,
                end=mention.span.end,
                quote=articles[mention.span.article].quote(mention.span),
                form=mention.form,
            )
            for mention in mentions
        ),
        links=tuple(link_row(link) for link in sorted(links, key=lambda link: (link.article, link.chain))),
        sector=sector(entity),
    )


def sector(entity: Entity) -> str | None:
    """The sector of an actor: a person's by the titles given, a body's by its names; a state is its government."""
    if entity.kind is EntityKind.PERSON:
        return usual_sector(role.title for role in entity.roles)
    if entity.kind is EntityKind.PLACE:
        return "GOV" if named_country(entity.name) else None
    if entity.kind not in (EntityKind.ORGANIZATION, EntityKind.GROUP):
        return None
    seat = any(seat_country(alias) for alias in (entity.name, *entity.aliases))
    return "GOV" if seat else sector_of(entity.name) or usual_sector(entity.aliases)


def link_row(link: Link) -> LinkRow:
    return LinkRow(
        article=link.article,
        judgement=link.judgement.value,
        score=round(link.score.value, 3),
        reasons=tuple(f"{reason.weight:+.1f} {reason.why}" for reason in link.score.reasons),
    )
