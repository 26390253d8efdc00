"""The one screen after a run: how much was read, who is quoted most, in which words, and what is missing.

Every sentence on it is verbatim. Does not summarise and does not rank by importance.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dragoman.model.record import ArticleRow, GapRow, Record, StatementRow
from dragoman.model.statement import Manner
from dragoman.show.headlines import headlines
from dragoman.show.lookup import Lookup, Speaker, accounts, outlets
from dragoman.show.views.statements import told_of
from dragoman.show.wording import count, day, quoted, span

SAID = "What the sources say, not what is true."
VOICES = 6
SAMPLES = 3
WORDS = range(8, 36)
"""A sample is long enough to say something and short enough for a screen."""


def brief(record: Record, *, report: Path) -> Iterable[Text | Padding | Table]:
    """The parts of the screen, top to bottom."""
    lookup = Lookup.of(record)
    yield Text(counted(record.articles), style="bold")
    yield Text(f"{days(record.articles)}. {SAID}")
    yield from headlines(lookup)
    yield from most_quoted(lookup)
    yield from in_their_words(lookup)
    yield from missing(record.gaps)
    yield Text()
    yield Text.assemble(("Report  ", "bold"), str(report))
    yield Text.assemble(("Next    ", "bold"), f"dragoman show statements{at(report)}")


def at(report: Path) -> str:
    """The option that names the folder of a run, where it is not the usual one."""
    folder = str(report.parent)
    return "" if folder == "dragoman-out" else f" --from {folder}"


def counted(articles: Sequence[ArticleRow]) -> str:
    """How many articles, outlets and independent accounts."""
    known = outlets(articles)
    unknown = sum(article.outlet is None for article in articles)
    copies = sum(article.copy_of is not None for article in articles)
    known_told = count(len(known), "outlet") if known else "no outlet known"
    parts = [
        count(len(articles), "article"),
        known_told + f" and {unknown} of unknown outlet" * bool(known and unknown),
        count(accounts(articles), "independent account"),
    ]
    return ", ".join(parts) + f" ({count(copies, 'copy', 'copies')} counted once)" * bool(copies)


def days(articles: Sequence[ArticleRow]) -> str:
    """The span of days on which the articles appeared."""
    known = sorted(article.published for article in articles if article.published)
    unknown = len(articles) - len(known)
    told = f"Published {span(known[0], known[-1])}" if known else "No day of publication is known"
    return told + f" ({unknown} without a day)" * bool(known and unknown)


def most_quoted(lookup: Lookup) -> Iterable[Text | Padding]:
    groups = [(s, rows) for s, rows in lookup.by_speaker(lookup.record.statements) if not s.unnamed]
    unnamed = len(lookup.record.statements) - sum(len(rows) for _, rows in groups)
    yield Text()
    yield Text.assemble(("Most quoted", "bold"), f"  of {count(len(lookup.record.statements), 'statement')}")
    table = Table.grid(padding=(0, 2))
    table.add_column(justify="right")
    table.add_column(overflow="fold")
    for speaker, rows in groups[:VOICES]:
        table.add_row(str(len(rows)), speaker.name + told_of(speaker))
    if len(groups) > VOICES:
        table.add_row(
            str(sum(len(rows) for _, rows in groups[VOICES:])), count(len(groups) - VOICES, "other named voice")
        )
    if unnamed:
        table.add_row(str(unnamed), "voices that no article names")
    yield Padding(table, (0, 0, 0, 2))


def in_their_words(lookup: Lookup) -> Iterable[Text | Padding]:
    """A direct quotation of each of the most quoted voices."""
    chosen = [(s, sample) for s, rows in lookup.by_speaker(lookup.record.statements) if (sample := sample_of(s, rows))]
    if not chosen:
        return
    yield Text()
    yield Text("In their words", style="bold")
    for speaker, statement in chosen[:SAMPLES]:
        article = lookup.articles[statement.article]
        when = f", {day(article.published)}" if article.published else ""
        yield Padding(Text(quoted(statement.content)), (0, 0, 0, 2))
        yield Padding(Text(f"{speaker.name}, in {article.label}{when} · {statement.id}", style="dim"), (0, 0, 0, 4))


def sample_of(speaker: Speaker, rows: Sequence[StatementRow]) -> StatementRow | None:
    """The first whole quotation of fitting length, in the order of telling."""
    fitting = [
        row
        for row in rows
        if speaker.entity
        and row.manner is Manner.DIRECT
        and len(quoted(row.content).split()) in WORDS
        and row.made
        and not row.inside
    ]
    return fitting[0] if fitting else None


def missing(gaps: Sequence[GapRow]) -> Iterable[Text | Padding]:
    """The gaps by kind, the most frequent first, one line each."""
    if not gaps:
        return
    yield Text()
    yield Text.assemble(("Gaps", "bold"), "  what is missing; `dragoman show gaps` tells each")
    counts = Counter(gap.kind for gap in gaps)
    for kind, number in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        yield Padding(Text(f"{number:>3}  {kind}"), (0, 0, 0, 2))
