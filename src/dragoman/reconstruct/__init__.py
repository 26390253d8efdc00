"""What was said, by whom, when, and what is missing: the rows of the record.

Everything found in single articles and linked across them is written out as rows with their evidence. Rows are
made in the order of the articles' paths and of the text, so that their lists are the same in every run.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.model.flow import Linked
from dragoman.model.identity import Ids
from dragoman.model.problem import Problem
from dragoman.model.record import Made, Record
from dragoman.reconstruct.articles import article_rows
from dragoman.reconstruct.contradict.compared import compared
from dragoman.reconstruct.contradict.story import Memory
from dragoman.reconstruct.entities import entity_rows
from dragoman.reconstruct.events import event_rows, told_statements
from dragoman.reconstruct.framing import framing_rows
from dragoman.reconstruct.gaps import gap_rows
from dragoman.reconstruct.ledger.proposals import proposal_rows
from dragoman.reconstruct.ledger.unanswered import ledger_gaps
from dragoman.reconstruct.meetings.rows import meeting_rows
from dragoman.reconstruct.statements import statement_rows
from dragoman.reconstruct.stories import story_rows
from dragoman.reconstruct.timeline import timeline_rows
from dragoman.reconstruct.times import time_rows


def reconstruct(
    linked: Linked, *, made: Made, problems: Sequence[Problem] = (), memory: Memory | None = None
) -> Record:
    """The record of all articles; `problems` are what could not be read, `memory` what stories came to before."""
    articles = article_rows(linked)
    entities = entity_rows(linked)
    times = time_rows(linked)
    statements = statement_rows(linked)
    events = event_rows(linked, statements)
    meetings = meeting_rows(linked, events, entities)
    proposals = proposal_rows(linked, entities, told_statements(linked, statements))
    together = compared(linked, told_statements(linked, statements), articles, entities, events, proposals, memory)
    return Record(
        dragoman=made,
        articles=articles,
        entities=entities,
        times=times,
        statements=statements,
        events=events,
        meetings=meetings,
        proposals=proposals,
        claims=together.claims,
        disagreements=together.disagreements,
        framing=framing_rows(linked),
        stories=story_rows(linked, entities),
        refinements=together.refinements,
        timeline=timeline_rows(linked, times, statements, events, meetings, proposals),
        gaps=(*gap_rows(linked, problems, times, statements), *ledger_gaps(Ids(), proposals, entities)),
    )
