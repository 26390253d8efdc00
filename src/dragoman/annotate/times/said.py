"""When something was said: the time that dates the cue of a statement. Not told is not guessed."""

from __future__ import annotations

from dataclasses import replace

from dragoman.annotate.times.clause import times_of
from dragoman.model.flow import Annotated


def date_statements(annotated: Annotated) -> Annotated:
    """The article with the day of each statement, where its clause tells one."""
    clauses = times_of(annotated)
    dated = (
        replace(statement, date=statement.date or (clauses.of(statement.cue) if statement.cue else None))
        for statement in annotated.statements
    )
    return replace(annotated, statements=tuple(dated))
