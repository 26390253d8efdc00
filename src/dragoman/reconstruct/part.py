"""What one circle of articles comes to: all rows but those of its articles and of who is in them.

A circle is reconstructed as if there were no other articles, so that its part can be remembered (`Memory`) as long as
its articles, and who is who in them, stay what they were. Parts are put together in `together`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from dragoman.model.circles import Circles
from dragoman.model.flow import Linked
from dragoman.model.identity import Ids, digest
from dragoman.model.mention import Entity
from dragoman.model.record import (
    ClaimRow,
    DisagreementRow,
    EntityRow,
    EventRow,
    FramingRow,
    GapRow,
    MeetingRow,
    ProposalRow,
    RefinementRow,
    StatementRow,
    StoryRow,
    TimelineRow,
    TimeRow,
)
from dragoman.reconstruct.articles import article_rows
from dragoman.reconstruct.contradict.compared import compared
from dragoman.reconstruct.contradict.story import Memory as StoryMemory
from dragoman.reconstruct.entities import rows_of
from dragoman.reconstruct.events import event_rows, told_statements
from dragoman.reconstruct.framing import framing_rows
from dragoman.reconstruct.gaps import undated, unknown_sources, unread, unresolved
from dragoman.reconstruct.ledger.proposals import proposal_rows
from dragoman.reconstruct.ledger.unanswered import ledger_gaps
from dragoman.reconstruct.meetings.rows import meeting_rows
from dragoman.reconstruct.statements import statement_rows
from dragoman.reconstruct.stories import story_rows
from dragoman.reconstruct.timeline import timeline_rows
from dragoman.reconstruct.times import time_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The rows of one circle, each list as if it were the record's; `gaps` are lists of one kind of gap each."""

    times: tuple[TimeRow, ...]
    statements: tuple[StatementRow, ...]
    events: tuple[EventRow, ...]
    meetings: tuple[MeetingRow, ...]
    proposals: tuple[ProposalRow, ...]
    claims: tuple[ClaimRow, ...]
    disagreements: tuple[DisagreementRow, ...]
    framing: tuple[FramingRow, ...]
    stories: tuple[StoryRow, ...]
    refinements: tuple[RefinementRow, ...]
    timeline: tuple[TimelineRow, ...]
    gaps: tuple[tuple[GapRow, ...], ...]


class Memory(StoryMemory, Protocol):
    """What circles and their stories came to before, by what it depends on."""

    def recall_part(self, key: str) -> Part | None:
        """What a circle came to under this key."""

    def keep_part(self, key: str, part: Part) -> None:
        """Remember it."""


def part_of(circle: Linked, memory: StoryMemory | None = None, known: tuple[EntityRow, ...] | None = None) -> Part:
    """The rows of a circle; `known` are those of who is in it, where they have been made."""
    articles = article_rows(circle)
    entities = rows_of(circle) if known is None else known
    times = time_rows(circle)
    statements = statement_rows(circle)
    told = told_statements(circle, statements)
    events = event_rows(circle, statements)
    proposals = proposal_rows(circle, entities, told)
    meetings = meeting_rows(circle, events, entities, proposals)
    together = compared(circle, told, articles, entities, events, proposals, memory)
    ids = Ids()
    return Part(
        times=times,
        statements=statements,
        events=events,
        meetings=meetings,
        proposals=proposals,
        claims=together.claims,
        disagreements=together.disagreements,
        framing=framing_rows(circle),
        stories=story_rows(circle, entities),
        refinements=together.refinements,
        timeline=timeline_rows(circle, times, statements, events, meetings, proposals),
        gaps=(
            tuple(unread(ids, circle)),
            tuple(undated(ids, circle)),
            tuple(unresolved(ids, times)),
            tuple(unknown_sources(ids, statements)),
            tuple(ledger_gaps(ids, proposals, entities)),
        ),
    )


def key_of(circle: Sequence[str], circles: Circles, memory: Memory) -> str:
    """What the part of a circle depends on: its articles, who is who in them, and what these are called and stand for.

    What is told of somebody in other circles only is left out: it changes nothing here (see `Circles`).
    """
    linked = circles.linked
    paths = {annotated.article.id: annotated.article.path for annotated in linked.articles}
    articles = (
        repr((article, paths[article], memory.print_of(article), linked.copies.get(article), circles.who[article]))
        for article in circle
    )
    entities = (repr(known(entity, circles)) for entity in circles.known_in(circle))
    return digest(*articles, repr(circles.stories_of(circle)), *entities)


def known(entity: Entity, circles: Circles) -> tuple[object, ...]:
    """What all articles together tell of somebody."""
    return entity.id, entity.name, entity.kind.value, entity.country, entity.side, circles.added[entity.id]
