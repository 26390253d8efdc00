"""The record of the bundled articles and of three small clusters, in lines that people can read, compared whole.

What a change does to any row shows in the difference: `make golden` saves the lines anew. Ids, offsets and scores are
left out, so that only what is told counts. What the language model reads is kept (`tests.readings`), so that the lines
are the same on every processor.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dragoman.annotate.language import read_language
from dragoman.engine.build import build
from dragoman.model.record import Date, EventMentionRow, ProposalRow, Record, StatementRow, SupportRow
from dragoman.model.text import Article
from dragoman.read import read
from dragoman.show.lookup import Lookup
from dragoman.show.wording import closed_up, dated, quoted
from tests import readings

HOUSE = Path(__file__).parent.parent
SAVED = Path(__file__).parent / "golden" / "records"
CLUSTERS = {
    "istanbul-2025": HOUSE / "examples" / "istanbul-2025",
    **{name: HOUSE / "tests" / "clusters" / name for name in ("hostages", "strike", "trade")},
}


LEAST = {"words": 1.0, "tags": 0.99, "heads": 0.97, "names": 0.95}  # processors round otherwise


@pytest.mark.parametrize("name", CLUSTERS)
def test_golden_record(
    name: str, golden: Callable[[Path, str], None], monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    if request.config.getoption("--renew"):
        readings.keep(name, articles(name))
    readings.use(name, monkeypatch)
    golden(SAVED / f"{name}.txt", "\n".join(lines(build([str(CLUSTERS[name])], jobs=1))) + "\n")


@pytest.mark.parametrize("name", CLUSTERS)
def test_what_is_read_here_is_what_was_kept_but_for_rounding(name: str) -> None:
    kept = readings.kept(name)
    for article in articles(name):
        found = readings.agreement(read_language(article), kept[article.sha256])
        assert all(found[what] >= least for what, least in LEAST.items()), found


def articles(name: str) -> list[Article]:
    return [item for item in read([str(CLUSTERS[name])]) if isinstance(item, Article)]


def lines(record: Record) -> Iterator[str]:
    lookup = Lookup.of(record)
    yield "# Statements"
    yield from (statement(row, lookup) for row in record.statements)
    yield "\n# Events"
    yield from (event(mention, lookup) for row in record.events for mention in row.mentions)
    yield "\n# Meetings"
    for row in record.meetings:
        heads = ", ".join(f"{lookup.name(head.party)} by {lookup.name(head.head)}" for head in row.heads)
        yield f"{row.label} | {row.status}, {row.level} | {when(row.date)} | {lookup.name(row.place)} | {heads}"
    yield "\n# Offers"
    for offer in record.proposals:
        yield from proposal(offer, lookup)
    yield "\n# Claims"
    for claim in record.claims:
        yield f"{closed_up(claim.text)} | {claim.standing}, {claim.independent}"
        yield from (f"    {support(row, lookup)}" for row in claim.support)
    yield "\n# Disagreements"
    for dispute in record.disagreements:
        yield f"{dispute.on}: {dispute.question} | {dispute.why}"
        for position in dispute.positions:
            yield f"    {position.value}"
            yield from (f"        {support(row, lookup)}" for row in position.support)
    yield "\n# Framing"
    for choice in record.framing:
        yield f"{lookup.label(choice.article)}: {choice.kind} {choice.evidence.quote!r} of {lookup.name(choice.target)}"


def when(date: Date | None) -> str:
    return f"{date.text!r} = {dated(date)}" if date else "no day"


def names(ids: tuple[str, ...], lookup: Lookup) -> str:
    return ", ".join(lookup.name(entity) or entity for entity in ids) or "-"


def statement(row: StatementRow, lookup: Lookup) -> str:
    via = "".join(f" via {lookup.via(part)}" for part in row.via)
    marks = [
        row.act,
        row.manner,
        *(["negated"] if row.negated else []),
        *(["supposed"] if row.supposed else []),
        *([row.channel] if row.channel else []),
    ]
    cue = closed_up(row.cue.quote) if row.cue else "-"
    speaker = lookup.speaker(row.source)
    return f"{lookup.label(row.article)}: {speaker.name} [{cue}] {quoted(row.content)} | {', '.join(marks)}{via}"


def event(row: EventMentionRow, lookup: Lookup) -> str:
    numbers = "".join(f", {number.value:g} {number.of}" for number in row.numbers)
    parties = f"{names(row.actors, lookup)} > {names(row.recipients, lookup)}"
    told = f"{lookup.label(row.article)}: {row.type} {row.trigger.quote!r} {row.status} | {parties}"
    return f"{told} | {when(row.date)} | {lookup.name(row.place)}{numbers}"


def proposal(row: ProposalRow, lookup: Lookup) -> Iterator[str]:
    yield f"{row.label} | {row.kind}, {row.outcome} | {names(row.proposers, lookup)} > {names(row.to, lookup)}"
    for answer in row.responses:
        yield f"    {lookup.name(answer.by)}: {answer.stance}: {quoted(answer.evidence)}"


def support(row: SupportRow, lookup: Lookup) -> str:
    return f"{row.stance} {lookup.label(row.article)}: {closed_up(row.evidence.quote)}"
