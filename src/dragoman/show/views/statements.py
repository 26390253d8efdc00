"""The statements under those who make them: words, outlet, manner, channel, and through whom they came."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.padding import Padding
from rich.text import Text

from dragoman.model.record import StatementRow
from dragoman.model.statement import Act
from dragoman.show.lookup import Lookup, Speaker
from dragoman.show.views.row import Shown, View, days_of, joined, published
from dragoman.show.wording import closed_up, count, day, quoted


def rows(lookup: Lookup) -> list[Shown]:
    return [shown(row, lookup) for row in sorted(lookup.record.statements, key=lookup.told)]


def shown(row: StatementRow, lookup: Lookup) -> Shown:
    speaker = lookup.entities.get(row.source.entity or "")
    actors = (row.source.entity, speaker.side if speaker else None, *(via.entity for via in row.via))
    return Shown(
        id=row.id,
        actors=tuple(actor for actor in actors if actor),
        articles=(row.article,),
        days=days_of(row.date) or published(lookup, row.article),
        cells=cells(row, lookup),
    )


def cells(row: StatementRow, lookup: Lookup) -> dict[str, str]:
    article = lookup.articles[row.article]
    return {
        "id": row.id,
        "speaker": lookup.speaker(row.source).name,
        "source_kind": row.source.kind,
        "cue": closed_up(row.cue.quote) if row.cue else "",
        "content": quoted(row.content),
        "manner": row.manner,
        "act": row.act,
        "negated": "yes" if row.negated else "",
        "supposed": "yes" if row.supposed else "",
        "channel": row.channel or "",
        "addressee": lookup.name(row.addressee) or "",
        "via": joined(lookup.via(via) for via in row.via),
        "inside": row.inside or "",
        "wording": row.wording or "",
        "date": str(row.date.start or "") if row.date else "",
        "outlet": article.label,
        "published": str(article.published or ""),
        "article": row.article,
        "start": str(row.content[0].start),
        "end": str(row.content[-1].end),
    }


def screen(rows: Sequence[Shown], lookup: Lookup) -> Iterable[Text | Padding]:
    wanted = [lookup.statements[row.id] for row in rows]
    for speaker, statements in lookup.by_speaker(wanted):
        yield Text.assemble((speaker.name, "bold"), told_of(speaker), "  ", count(len(statements), "statement"))
        for statement in statements:
            yield Padding(words(statement), (0, 0, 0, 2))
            yield Padding(Text(attributed(statement, lookup), style="dim"), (0, 0, 0, 4))
        yield Text()


def words(statement: StatementRow) -> Text:
    """What is said, behind the word that says so."""
    cue = f"{closed_up(statement.cue.quote)}: " if statement.cue else ""
    return Text.assemble((cue, "italic"), quoted(statement.content))


def described(speaker: Speaker) -> str:
    """What the articles say of a speaker, in a few words."""
    entity = speaker.entity
    if entity is None:
        return f"{speaker.kind}, in {speaker.where}" if speaker.where else ""
    roles = [closed_up(role.title) for role in entity.roles[:1]]
    return ", ".join(part for part in (*roles, entity.country or "") if part)


def told_of(speaker: Speaker) -> str:
    """The same in brackets, to stand behind a name."""
    return f" ({described(speaker)})" if described(speaker) else ""


def attributed(statement: StatementRow, lookup: Lookup) -> str:
    """Outlet, day, chain, manner and channel of a statement on one line.

    "The Herald, 1 November 1995, citing Reuters · direct · channel: television · st-1f2e3d4c"
    """
    article = lookup.articles[statement.article]
    origin = ", ".join(
        [
            article.label,
            day(article.published) if article.published else "day unknown",
            *(f"citing {lookup.via(via)}" for via in statement.via),
        ]
    )
    return " · ".join([origin, *how(statement, lookup), statement.id])


def how(statement: StatementRow, lookup: Lookup) -> list[str]:
    """How it was said: manner, act, channel, addressee, day."""
    parts = [str(statement.manner)]
    if statement.negated:
        parts.append("did NOT say so")
    if statement.supposed:
        parts.append("only SUPPOSED to be said")
    if statement.act not in (Act.ASSERT, Act.OTHER):
        parts.append(f"act: {statement.act}")
    if statement.channel:
        parts.append(f"channel: {statement.channel}")
    if lookup.name(statement.addressee):
        parts.append(f"to {lookup.name(statement.addressee)}")
    if statement.date and statement.date.start:
        parts.append(f"said {day(statement.date.start)}")
    if statement.inside:
        parts.append(f"within {statement.inside}")
    return parts


STATEMENTS = View(
    key="statements",
    about="who said what, through whom, in which outlet",
    brief=("speaker", "content", "outlet", "published", "manner", "channel", "via", "id"),
    rows=rows,
    screen=screen,
)
