"""The templates of the report, and how any one section is shown alone: on a page of the workspace, in a notebook.

Everything that is put into a template is escaped. `address` says where an anchor lies, for pages on which the articles
stand elsewhere; in the report every anchor is on the page itself.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from dragoman.show.report.marks import mark
from dragoman.show.report.written import Written

HERE = Path(__file__).parent


def here(anchor: str) -> str:
    """The address of an anchor on the same page."""
    return f"#{anchor}"


@cache
def environment(address: Callable[[str], str] = here) -> Environment:
    made = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {"at": address, "mark": mark, "p": Written(address)}
    made.filters |= {"pair": lambda actor: (actor.id, actor.name), "twice": lambda word: (word, word)}
    return made


def section_html(anchor: str, it: object, *, address: Callable[[str], str] = here) -> Markup:
    """One section from its view, without its heading."""
    return Markup(environment(address).get_template(f"sections/{anchor}.html").render(it=it))


def part_html(template: str, macro: str, value: object, *, address: Callable[[str], str] = here) -> Markup:
    """One row from its value, by the macro of a section's template that shows it."""
    return Markup(getattr(environment(address).get_template(template).module, macro)(value))
