"""Everything dated, in order of its day.

A meeting, a proposal, an event and a dated statement each stand under their day, a meeting in place of the events it
is made of; any other resolved expression of time stands with its sentence only where nothing else is dated by it.
Days of publication are no entries: they are `reported`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.model.evidence import Evidence
from dragoman.model.flow import Annotated, Linked
from dragoman.model.identity import Ids
from dragoman.model.record import (
    Date,
    EventRow,
    MeetingRow,
    ProposalRow,
    StatementRow,
    TimelineRow,
    TimeRow,
)
from dragoman.model.text import Span


def timeline_rows(
    linked: Linked,
    times: Sequence[TimeRow],
    statements: Sequence[StatementRow],
    events: Sequence[EventRow] = (),
    meetings: Sequence[MeetingRow] = (),
    proposals: Sequence[ProposalRow] = (),
) -> tuple[TimelineRow, ...]:
    """Rows by the first day, the last day, then the place in the text."""
    annotated = {a.article.id: a for a in linked.articles}
    ids = Ids()
    rows = [
        TimelineRow(
            id=ids.new("tl", ref),
            date=date,
            reported=annotated[evidence.article].article.published,
            ref=ref,
            evidence=(evidence,),
        )
        for ref, date, evidence in (
            *happened(events, meetings, proposals),
            *said_or_named(annotated, times, statements, events),
        )
    ]
    return tuple(sorted(rows, key=order))


def order(row: TimelineRow) -> tuple[object, ...]:
    evidence = row.evidence[0]
    return (row.date.start, row.date.end, evidence.article, evidence.start, evidence.end, row.id)


def happened(
    events: Sequence[EventRow], meetings: Sequence[MeetingRow], proposals: Sequence[ProposalRow]
) -> Iterator[tuple[str, Date, Evidence]]:
    """What has a day of its own: meetings, proposals, and the events that are no meetings."""
    met = {meeting.event for meeting in meetings}
    told = {evidence for meeting in meetings for evidence in meeting.evidence}
    apart = (e for e in events if e.id not in met and not all(m.evidence in told for m in e.mentions))
    rows: tuple[EventRow | MeetingRow | ProposalRow, ...] = (*meetings, *proposals, *apart)
    for row in rows:
        if row.date is not None and row.date.start is not None:
            yield row.id, row.date, opening(row, row.date)


def opening(row: EventRow | MeetingRow | ProposalRow, date: Date) -> Evidence:
    """The place that tells it, the one nearest to the words of its date where their article tells it."""
    told = [m.evidence for m in row.mentions] if isinstance(row, EventRow) else list(row.evidence)
    dated = [e for e in told if e.article == date.evidence.article]
    return min(dated, key=lambda e: abs(e.start - date.evidence.start), default=told[0])


def said_or_named(
    annotated: dict[str, Annotated],
    times: Sequence[TimeRow],
    statements: Sequence[StatementRow],
    events: Sequence[EventRow],
) -> Iterator[tuple[str, Date, Evidence]]:
    """Dated statements, and expressions of time that date nothing else."""
    used = {(m.article, m.date.evidence.start) for event in events for m in event.mentions if m.date}
    for statement in statements:
        if statement.made and statement.date is not None and statement.date.start is not None:
            used.add((statement.article, statement.date.evidence.start))
            yield statement.id, statement.date, statement.content[0]
    for time in times:
        if time.start is not None and (time.article, time.evidence.start) not in used:
            yield time.id, plain(time), sentence_at(annotated[time.article], time.evidence)


def plain(time: TimeRow) -> Date:
    """The date alone, without what makes it a row."""
    return Date(
        start=time.start,
        end=time.end,
        time=time.time,
        text=time.text,
        evidence=time.evidence,
        anchor=time.anchor,
        why=time.why,
    )


def sentence_at(annotated: Annotated, evidence: Evidence) -> Evidence:
    """The sentence that the words stand in, else the words themselves."""
    tokens, sentences = annotated.reading.tokens, annotated.reading.sentences
    low, high = 0, len(sentences)
    while low < high:
        middle = (low + high) // 2
        if tokens[sentences[middle].last - 1].end <= evidence.start:
            low = middle + 1
        else:
            high = middle
    if low == len(sentences):
        return evidence
    sentence = sentences[low]
    span = Span(evidence.article, tokens[sentence.first].start, tokens[sentence.last - 1].end)
    return Evidence.of(annotated.article, span) if span.start <= evidence.start else evidence
