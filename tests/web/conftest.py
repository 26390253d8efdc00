"""What the tests of the workspace ask for: the small record kept as a run, and a client of the workspace over it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dragoman.show.web.app import workspace
from dragoman.show.web.guard import Wall
from dragoman.show.web.settings import Settings
from dragoman.store.folder import keep
from dragoman.store.save import save
from tests.show.newsroom import small_record

HERE = "http://127.0.0.1:8417"
VOID = {"meta", "br", "link", "hr", "img", "input"}
Client = Callable[..., TestClient]


class Page(HTMLParser):
    """The elements and words of a page; fails where its elements are not nested."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.words: list[str] = []
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {key: value or "" for key, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {key: value or "" for key, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())

    def values(self, name: str) -> list[str]:
        return [attrs[name] for _, attrs in self.elements if name in attrs]


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two runs of the small record in it; nothing of a test may change it."""
    place = tmp_path_factory.mktemp("talks")
    record = small_record()
    save(replace(record, gaps=()), place)
    save(record, place)
    keep(record, place)
    return place


@pytest.fixture
def client(folder: Path) -> Client:
    """Makes a client of a workspace; what it is served by can be set."""

    def made(*, base_url: str = HERE, **settings: object) -> TestClient:
        return TestClient(app(folder, **settings), base_url=base_url, raise_server_exceptions=False)

    return made


@pytest.fixture
def desk(client: Client) -> Iterator[TestClient]:
    """A client of a workspace as it is by default."""
    with client() as here:
        yield here


def app(folder: Path, **settings: object) -> Wall:
    return workspace(Settings(folder=folder, **settings))  # type: ignore[arg-type]


def secret(desk: TestClient) -> str:
    """What the forms of the workspace carry."""
    return Page(desk.get("/add").text).values("data-secret")[0]
