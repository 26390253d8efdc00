"""What an address asks for: which rows of which run, and which page of them. The same names as `dragoman show` has."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal
from urllib.parse import urlencode

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from dragoman.show.filters import Filter

LONGEST = 200
MOST = 200


def nothing(value: object) -> object:
    """An empty field of a form asks for nothing."""
    return None if value == "" else value


Word = Annotated[str, Field(max_length=LONGEST)]
Name = Annotated[Word | None, BeforeValidator(nothing)]
Day = Annotated[dt.date | None, BeforeValidator(nothing)]
Standing = Annotated[Literal["corroborated", "contested", "single"] | None, BeforeValidator(nothing)]


class Asked(BaseModel):
    """Filters, run and page."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    q: Name = Field(None, description="Rows with these words, in any order; case and accents do not count.")
    actor: Name = Field(None, description="Rows of this actor, by id or any of its names.")
    outlet: Name = Field(None, description="Rows from this outlet.")
    kind: Name = Field(None, description="Rows of this kind: what a list calls kind, status, act, or on.")
    standing: Standing = Field(None, description="Claims, and what rests on them, of this standing.")
    story: Name = Field(None, description="Rows that rest on articles of this story, by id.")
    since: Day = Field(None, description="Rows of this day or later.")
    until: Day = Field(None, description="Rows of this day or earlier.")
    as_of: Day = Field(None, description="The record as it stood on this day.")
    run: Name = Field(None, description="A kept run, by number or id; the last one where none is named.")
    page: int = Field(1, ge=1, le=1_000_000, description="Which page of the rows.")
    per_page: int = Field(50, ge=1, le=MOST, description="Rows on a page.")

    @property
    def filter(self) -> Filter:
        return Filter(actor=self.actor, outlet=self.outlet, since=self.since, until=self.until)

    @property
    def filters(self) -> dict[str, str]:
        """The filters that are set, as they stand in the address."""
        set_here = self.model_dump(exclude_none=True, exclude={"page", "per_page", "run", "as_of"})
        return {name: str(value) for name, value in set_here.items()}

    def address(self, path: str, **changes: object) -> str:
        """An address that asks for the same with some changes; None leaves a filter out."""
        presets = {name: info.default for name, info in type(self).model_fields.items()}
        values = self.model_dump() | changes
        query = {name: value for name, value in values.items() if value is not None and value != presets.get(name)}
        return f"{path}?{urlencode(query)}" if query else path
