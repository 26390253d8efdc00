"""The templates of the workspace, over those of the report: the same parts, with addresses of the workspace."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from jinja2 import ChoiceLoader, Environment, FileSystemLoader
from markupsafe import Markup

from dragoman.show.report.environment import environment as of_report
from dragoman.show.web.pages.addresses import address, to
from dragoman.show.wording import closed_up, count, day, how_published, span

HERE = Path(__file__).parent.parent


@cache
def environment() -> Environment:
    base = of_report(address)
    base.auto_reload = False
    made = base.overlay(loader=ChoiceLoader([FileSystemLoader(HERE / "templates"), *filter(None, [base.loader])]))
    made.filters |= {"day": day, "closed_up": closed_up, "how_published": how_published}
    made.globals |= {"to": to, "count": count, "span": span, "static": static}
    return made


def rendered(template: str, **values: object) -> Markup:
    return Markup(environment().get_template(template).render(**values))


@cache
def static(name: str) -> str:
    """The address of a file of ours, with its hash, so that browsers may keep it."""
    from dragoman.show.web.pages.files import FILES

    return f"/static/{hashlib.sha256(FILES[name]()).hexdigest()[:12]}/{name}"
