"""The report page, put together from its sections.

Escapes whatever came from outside. Its security policy lets in its own style and script, known by their hashes, and
nothing else: no address is asked, no other script runs. Does not decide what a section shows (see `sections`).
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.record import Record
from dragoman.show.brief import SAID, counted, days
from dragoman.show.lookup import Lookup
from dragoman.show.report.assets import policy, script, style
from dragoman.show.report.environment import environment
from dragoman.show.report.parts import Chip, chips
from dragoman.show.report.sections import SECTIONS


@dataclass(frozen=True, slots=True)
class Heading:
    """The top of the page: the story, or how many there are; the span of days; who was read."""

    title: str
    counts: str
    span: str
    said: str
    chips: tuple[Chip, ...]


def page(record: Record) -> str:
    """The report of a record as one HTML page, the same bytes for the same record."""
    lookup = Lookup.of(record)
    views = [(section, section.view(lookup)) for section in SECTIONS]
    html = (
        environment()
        .get_template("page.html")
        .render(
            heading=heading(lookup),
            sections=[(section, it) for section, it in views if it is not None],
            policy=policy(),
            style=style(),
            script=script(),
            made=record.dragoman,
        )
    )
    return html.encode("utf-8", "replace").decode("utf-8")


def heading(lookup: Lookup) -> Heading:
    articles, stories = lookup.record.articles, lookup.record.stories
    return Heading(
        stories[0].label if len(stories) == 1 else f"{len(stories):,} stories" if stories else "The record",
        counted(articles),
        days(articles),
        SAID,
        chips((article.id for article in lookup.in_order()), lookup),
    )
