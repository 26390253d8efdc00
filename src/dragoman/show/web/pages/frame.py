"""The frame around every page: sections, search, the day, the drawer; and the page for what cannot be answered."""

from __future__ import annotations

import re

from markupsafe import Markup

from dragoman.show.report.sections.articles import citation
from dragoman.show.web.asked import Asked
from dragoman.show.web.days import StillAtWork
from dragoman.show.web.head import Refusal
from dragoman.show.web.office import Office
from dragoman.show.web.pages.addresses import staying
from dragoman.show.web.pages.environment import environment
from dragoman.show.web.pages.pieces import PARTS
from dragoman.show.web.shelf import Held

BAR = [part for part in PARTS.values() if part.anchor not in ("stories", "statements")]

CITED = re.compile(r'data-article="([\w-]+)"')
"""An article that a quotation on the page is of."""
IDS = re.compile(r' id="(ar-[^"]*)"')
"""An article that stands on the page itself."""

BARE: dict[str, object] = {"parts": [], "here": "", "held": None, "secret": "", "most": 0, "days": [], "now": "/"}
"""A frame around nothing."""


def framed(
    template: str, office: Office, *, held: Held | None, asked: Asked, here: str = "", path: str = "/", **values: object
) -> str:
    """A page in its frame; `here` is the section it belongs to, `path` its own address without a query."""
    known = days(office.shelf.run(asked.run)) if held else []
    whole: dict[str, object] = {
        "parts": BAR, "here": here, "held": held, "asked": asked, "path": path, "secret": office.secret,
        "most": office.settings.most_bytes, "days": known, "day_place": day_place(known, asked),
        "now": asked.model_copy(update={"run": None, "as_of": None}).address(path),
    }  # fmt: skip
    with staying(asked):
        html = environment().get_template(template).render(**(whole | values))
    return with_citations(html, held) if held else html


def with_citations(html: str, held: Held) -> str:
    """The page with how its articles are cited, for the buttons of the drawer, where the articles are not on it."""
    named = set(CITED.findall(html)) & held.lookup.articles.keys()
    absent = [held.lookup.articles[one] for one in sorted(named - set(IDS.findall(html)))]
    cites = (Markup('<i hidden id="{}" data-cite="{}"></i>').format(row.id, citation(row)) for row in absent)
    return html.replace("<footer>", f"{Markup().join(cites)}\n<footer>", 1)


def trouble(refusal: Refusal) -> str:
    """The page for what cannot be answered: what happened, and what mends it. Shows nothing of any record."""
    told = {"status": refusal.status, "title": refusal.title, "mend": refusal.mend}
    return environment().get_template("trouble.html").render(**BARE, **told)


def waiting(work: StillAtWork) -> str:
    """The page that is shown while a day is being worked out; it asks again by itself."""
    return environment().get_template("waiting.html").render(**BARE, day=work.day, job=work.job)


def days(held: Held) -> list[str]:
    """The days on which the articles of the run appeared."""
    return held.made("days", lambda: sorted({str(a.published) for a in held.lookup.record.articles if a.published}))


def day_place(known: list[str], asked: Asked) -> int:
    """The place of the day asked for among the days that there are: the last one not later."""
    wanted = str(asked.as_of or "9999")
    return max(0, sum(day <= wanted for day in known) - 1)
