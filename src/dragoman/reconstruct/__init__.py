"""What was said, by whom, when, and what is missing: the rows of the record.

Everything found in single articles and linked across them is written out as rows with their evidence: circle by circle
(`part`), since articles of different circles tell nothing of one another, then as one record (`together`). A circle
that is what it was is not looked at again where it is remembered. Lists are the same in every run.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dragoman.model.circles import Circles
from dragoman.model.flow import Linked
from dragoman.model.problem import Problem
from dragoman.model.record import EntityRow, Made, Record
from dragoman.reconstruct.articles import article_rows
from dragoman.reconstruct.entities import mentioned, rows_of
from dragoman.reconstruct.gaps import unreadable
from dragoman.reconstruct.part import Memory, Part, key_of, part_of
from dragoman.reconstruct.together import together

Tie = Callable[[Linked], Linked]
Entities = tuple[EntityRow, ...]


def reconstruct(
    linked: Linked,
    *,
    made: Made,
    problems: Sequence[Problem] = (),
    memory: Memory | None = None,
    tie: Tie | None = None,
) -> Record:
    """The record of all articles; `problems` are what could not be read, `memory` what circles came to before.

    `tie` finds what ties the articles of a circle together, where that has not been done; it is asked only of circles
    that are not remembered.
    """
    articles = article_rows(linked)
    rank = {row.id: place for place, row in enumerate(articles)}
    circles, entities = Circles(linked), rows_of(linked)
    each = sorted(circles.each, key=lambda circle: min(rank[article] for article in circle))
    return together(
        (found_in(circle, circles, memory, tie, entities if len(each) == 1 else None) for circle in each),
        made=made,
        articles=articles,
        entities=mentioned(entities),
        unread=unreadable(problems),
    )


def found_in(
    circle: Sequence[str], circles: Circles, memory: Memory | None, tie: Tie | None, entities: Entities | None
) -> Part:
    """The part of a circle, as it is remembered or made anew; `entities` are its own, where they are known."""
    key = key_of(circle, circles, memory) if memory else ""
    known = memory.recall_part(key) if memory else None
    if known is not None:
        return known
    own = circles.of(circle)
    part = part_of(tie(own) if tie else own, memory, entities)
    if memory:
        memory.keep_part(key, part)
    return part
