"""The sections of the report in the order of the page: each with its anchor, title, a line about it, and its view.

A view takes a record at hand to plain values; the template of the same name in `templates/sections` shows them, and
`dragoman serve` shows the same. A section without anything to show has no view (None). Does not write HTML.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dragoman.show.lookup import Lookup
from dragoman.show.report.sections import (
    actors,
    articles,
    brief,
    claims,
    disagreements,
    framing,
    gaps,
    meetings,
    offers,
    timeline,
)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page. `view` gives what its template calls `it`, or None where there is nothing to show."""

    anchor: str
    title: str
    about: str
    view: Callable[[Lookup], object | None]


SECTIONS = (
    Section("brief", "In brief", "What is contested and what is best carried, in the words of an article.", brief.view),
    Section("meetings", "Meetings", "Who met whom, when and where, as the accounts tell it.", meetings.view),
    Section(
        "offers", "Exchange ledger", "Each offer, its terms, each party’s answer, and what became of it.", offers.view
    ),
    Section(
        "disagreements", "Disagreements", "Where the accounts cannot all be right, side by side.", disagreements.view
    ),
    Section("claims", "Claim by article", "Which article says it, differs, denies it, or is silent.", claims.view),
    Section("timeline", "Timeline", "What is dated, by its day; beside it the day it was reported.", timeline.view),
    Section("framing", "Framing", "The words each outlet chooses, and whose voices it carries.", framing.view),
    Section("actors", "Actors", "Who is named and speaks: names, roles, side; said, offered, answered.", actors.view),
    Section("articles", "Articles", "The full text as read, with what was found marked in it.", articles.view),
    Section("gaps", "Gaps", "What is missing, unknown or could not be read.", gaps.view),
)  # fmt: skip
