"""What all pages and the API work with: the settings, the runs at hand, and the work in hand."""

from __future__ import annotations

import contextlib
import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from starlette.requests import Request

from dragoman.model.problem import DragomanError
from dragoman.show.web.asked import Asked
from dragoman.show.web.listing import standing_of_rows, texts_of
from dragoman.show.web.pages.cut import resting_rows
from dragoman.show.web.search import SEARCHED
from dragoman.show.web.settings import Settings
from dragoman.show.web.shelf import Held, Shelf

if TYPE_CHECKING:
    from dragoman.show.web.days import Days
    from dragoman.show.web.intake.work import Work


@dataclass(slots=True)
class Office:
    """`secret` stands in every form that this process gives out, and in nobody else's."""

    settings: Settings
    shelf: Shelf
    work: Work
    days: Days
    secret: str = field(default_factory=lambda: secrets.token_urlsafe(24))

    def ready(self, asked: Asked) -> Held | None:
        """The last run, where it is asked for and at hand; costs nothing."""
        return None if asked.run or asked.as_of else self.shelf.at_hand()

    def warm(self) -> None:
        """Have the last run at hand, and what its first pages need, before anybody asks."""
        with contextlib.suppress(DragomanError):
            held = self.shelf.run()
            for what in SEARCHED:
                texts_of(held, what)
            standing_of_rows(held)
            resting_rows(held)

    def held(self, asked: Asked) -> Held:
        """The run that is asked for, as it stood on the day asked for.

        Raises NothingFound where there is none, StillAtWork while what it was on that day is being worked out.
        """
        whole = self.shelf.run(asked.run)
        return whole if asked.as_of is None else self.days.held(whole, asked.as_of)


def office_of(request: Request) -> Office:
    office: Office = request.app.state.office
    return office
