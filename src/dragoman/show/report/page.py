"""The report page, put together from its sections.

Escapes whatever came from outside and lets nothing run: the page carries no script, and its security policy
would not let one in. Does not decide what a section shows (see `sections`).
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from dragoman.model.record import Record
from dragoman.show.lookup import Lookup
from dragoman.show.report.places import anchor
from dragoman.show.report.sections import SECTIONS, heading
from dragoman.show.views import offers
from dragoman.show.views.support import origin, said_by
from dragoman.show.wording import closed_up, count, dated, day, how_published, quoted, span, weekday

HERE = Path(__file__).parent


def page(record: Record) -> str:
    """The report of a record as one HTML page, the same bytes for the same record."""
    lookup = Lookup.of(record)
    shown = [(section, rows) for section in SECTIONS if (rows := section.rows(lookup))]
    html = (
        environment()
        .get_template("page.html")
        .render(
            heading=heading(lookup),
            sections=shown,
            policy=policy(),
            style=Markup(style()),
            made=record.dragoman,
            lookup=lookup,
        )
    )
    return "\n".join(line.rstrip() for line in html.splitlines()) + "\n"


def policy() -> str:
    """The security policy of the page: nothing but its own style sheet, known by its hash."""
    digest = base64.b64encode(hashlib.sha256(style().encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


@cache
def style() -> str:
    return (HERE / "style.css").read_text(encoding="utf-8")


@cache
def environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "day": day,
        "weekday": weekday,
        "quoted": quoted,
        "closed_up": closed_up,
        "how_published": how_published,
        "dated": dated,
    }
    made.globals |= {"count": count, "span": span, "anchor": anchor, "origin": origin, "said_by": said_by}
    made.globals |= {"terms": offers.terms, "answer": offers.answer, "violation": offers.violation}
    return made
