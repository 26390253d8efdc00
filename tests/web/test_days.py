"""The record as it stood on a day: worked out from what was read, in the background, corrected as the last run is."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dragoman.engine.adding import build_kept
from dragoman.read import Upload
from dragoman.show.web import days
from dragoman.store.folder import keep
from tests.web.conftest import HERE, Page, app

ARTICLES = {
    "a.txt": "---\npublished: 1995-11-01\noutlet: Herald\n---\n“We have agreed,” Minister Aino Ito said in Geneva.",
    "b.txt": "---\npublished: 1995-11-03\noutlet: Gazette\n---\nMs. Berta Ortega denied that anything was agreed.",
}


@pytest.fixture(scope="module")
def talks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("days")
    uploads = [Upload(path=path, content=text.encode()) for path, text in ARTICLES.items()]
    keep(build_kept(folder, uploads=uploads, jobs=1), folder)
    return folder


def test_a_day_is_worked_out_and_then_at_hand(talks: Path) -> None:
    with TestClient(app(talks), base_url=HERE) as desk:
        end = time.monotonic() + 60
        while (answer := desk.get("/api/v1/articles?as_of=1995-11-02")).status_code == 202:
            assert answer.json()["state"] in ("waiting", "working")
            assert time.monotonic() < end
            time.sleep(0.2)
        assert [row["outlet"] for row in answer.json()["rows"]] == ["Herald"]
        page = Page(desk.get("/statements?as_of=1995-11-02").text)
        assert "as it stood on 2 November 1995" in page.text
        assert "Ito" in page.text
        assert "Ortega" not in page.text
        assert any(href.startswith("/row/") and href.endswith("?as_of=1995-11-02") for href in page.values("href"))


def test_the_wait_is_shown_to_people(talks: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(days, "PATIENCE", 0)
    with TestClient(app(talks), base_url=HERE) as desk:
        answer = desk.get("/offers?as_of=1995-11-02")
        assert answer.status_code == 202
        assert "is being worked out" in Page(answer.text).text


def test_a_day_before_all_articles_is_explained_and_one_after_all_is_the_last_run(talks: Path) -> None:
    with TestClient(app(talks), base_url=HERE) as desk:
        answer = desk.get("/?as_of=1990-01-01")
        assert answer.status_code == 404
        assert "choose a later day" in Page(answer.text).text
        assert desk.get("/api/v1/articles?as_of=2000-01-01").json()["total"] == 2


def test_the_slider_has_every_day_of_the_run(talks: Path) -> None:
    with TestClient(app(talks), base_url=HERE) as desk:
        assert Page(desk.get("/").text).values("data-days") == ["1995-11-01 1995-11-03"]
