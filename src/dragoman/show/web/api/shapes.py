"""The shapes of the API's answers, as OpenAPI has them. Answers are made as plain values; these say what is in them."""

from __future__ import annotations

import datetime as dt
from typing import Any, Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from dragoman.model.record import (
    ArticleRow,
    ClaimRow,
    DisagreementRow,
    EntityRow,
    FramingRow,
    GapRow,
    MeetingRow,
    ProposalRow,
    StatementRow,
    StoryRow,
    TimelineRow,
)

Row = TypeVar("Row")
Strings = list[str]
"""By a name of its own, since rows have a key that is called list."""


class Answer(BaseModel):
    """One answer to an offer."""

    model_config = ConfigDict(extra="allow")
    of: str = Field(description="The id of the offer.")
    by: str
    stance: str


class Page(BaseModel, Generic[Row]):
    """One page of the rows that match."""

    run: str = Field(description="The id of the run they are of.")
    total: int = Field(description="How many rows match.")
    undated: int = Field(description="How many were left out since nobody knows their day.")
    page: int
    pages: int
    next: str | None = Field(description="The address of the next page.")
    previous: str | None
    rows: list[Row]


class Input(BaseModel):
    path: str
    sha256: str


class Run(BaseModel):
    """The manifest of a kept run."""

    number: int
    id: str
    version: str
    model: str
    options: dict[str, str]
    first_day: dt.date | None
    last_day: dt.date | None
    rows: dict[str, int]
    inputs: list[Input]


class Runs(BaseModel):
    runs: list[Run]


class Change(BaseModel):
    """A row that is not as it was."""

    list: str
    what: Literal["new", "changed", "gone"]
    id: str
    was: str | None
    keys: Strings


class Changes(BaseModel):
    before: str
    after: str
    changes: list[Change]


class Place(BaseModel):
    """Sentences of an article, with the words that the row rests on marked."""

    article: str
    label: str
    path: str
    start: int
    end: int
    text: str
    marks: list[dict[str, Any]]


Places = list[Place]


class Explained(BaseModel):
    """One row: as the record has it, and what it rests on."""

    run: str
    list: str
    row: dict[str, Any]
    heading: str
    rules: Strings
    links: Strings
    places: Places


class Hit(BaseModel):
    """A row of the list `kind`."""

    kind: str
    id: str
    text: str
    articles: list[str]
    days: list[dt.date] = Field(description="The first and last day, none where no day is known.")


class Facet(BaseModel):
    value: str
    told: str
    rows: int


class Search(BaseModel):
    """Rows of every list that match, and how many there would be with one filter more."""

    run: str
    total: int
    page: int
    pages: int
    next: str | None
    previous: str | None
    facets: dict[str, list[Facet]]
    rows: list[Hit]


class Given(BaseModel):
    """An article handed over as text."""

    model_config = ConfigDict(extra="forbid")
    text: str = Field(min_length=1, max_length=20_000_000)
    title: str | None = Field(None, max_length=2_000)
    outlet: str | None = Field(None, max_length=500)
    published: dt.date | None = None
    url: str | None = Field(None, max_length=2_000)
    author: str | None = Field(None, max_length=500)
    language: str | None = Field(None, max_length=35)


class Articles(BaseModel):
    model_config = ConfigDict(extra="forbid")
    articles: list[Given] = Field(min_length=1, max_length=1_000)


class Job(BaseModel):
    """Articles on their way into the store."""

    id: str
    state: Literal["waiting", "working", "done", "failed"]
    step: str
    done: int
    total: int
    problems: list[str]
    run: str | None
    told: str


class Jobs(BaseModel):
    jobs: list[Job]


class Problem(BaseModel):
    """What went wrong, and what mends it (RFC 9457)."""

    model_config = ConfigDict(extra="allow")
    status: int
    title: str
    detail: str


LISTS: dict[str, Any] = {
    "brief": ClaimRow,
    "articles": ArticleRow,
    "stories": StoryRow,
    "meetings": MeetingRow,
    "offers": ProposalRow,
    "answers": Answer,
    "statements": StatementRow,
    "disagreements": DisagreementRow,
    "claims": ClaimRow,
    "framing": FramingRow,
    "actors": EntityRow,
    "timeline": TimelineRow,
    "gaps": GapRow,
}
"""What a row of each list is."""
