"""The report page, put together from its sections.

Escapes whatever came from outside. Its security policy lets in its own style and script, known by their hashes, and
nothing else: no address is asked, no other script runs. Does not decide what a section shows (see `sections`).
"""

from __future__ import annotations

from dragoman.model.record import Record
from dragoman.show.lookup import Lookup
from dragoman.show.report.assets import policy, script, style
from dragoman.show.report.environment import environment
from dragoman.show.report.heading import heading
from dragoman.show.report.sections import SECTIONS


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
    return writable(html)


def writable(html: str) -> str:
    """The page without what no file and no browser takes: halves of characters, and NUL, which browsers drop."""
    return html.encode("utf-8", "replace").decode("utf-8").replace("\0", "\ufffd")
