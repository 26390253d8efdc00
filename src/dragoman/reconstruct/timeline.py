"""Everything dated, in order of its day.

A dated statement stands under its day; any other resolved expression of time stands with its sentence. Days of
publication are no entries: they are `reported`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.model.evidence import Evidence
from dragoman.model.flow import Annotated, Linked
from dragoman.model.identity import Ids
from dragoman.model.record import Date, StatementRow, TimelineRow, TimeRow
from dragoman.model.text import Span


def timeline_rows(
    linked: Linked, times: Sequence[TimeRow], statements: Sequence[StatementRow]
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
        for ref, date, evidence in entries(annotated, times, statements)
    ]
    return tuple(sorted(rows, key=order))


def order(row: TimelineRow) -> tuple[object, ...]:
    evidence = row.evidence[0]
    return (row.date.start, row.date.end, evidence.article, evidence.start, evidence.end, row.id)


def entries(
    annotated: dict[str, Annotated], times: Sequence[TimeRow], statements: Sequence[StatementRow]
) -> Iterator[tuple[str, Date, Evidence]]:
    dated = set()
    for row in statements:
        if row.date is not None and row.date.start is not None:
            dated.add((row.article, row.date.evidence.start))
            yield row.id, row.date, row.content[0]
    for time in times:
        if time.start is not None and (time.article, time.evidence.start) not in dated:
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
