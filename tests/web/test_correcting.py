"""Corrections in the workspace: made at a row, shown as such, taken back; by hand and by a program."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dragoman.store.folder import keep
from dragoman.store.save import save
from tests.show.newsroom import small_record
from tests.web.conftest import HERE, Page, app, secret


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder with the small record, for one test alone."""
    record = small_record()
    save(record, tmp_path)
    keep(record, tmp_path)
    (tmp_path / "report.html").write_text("the old report", encoding="utf-8")
    return tmp_path


@pytest.fixture
def bench(own: Path) -> Iterator[TestClient]:
    with TestClient(app(own), base_url=HERE) as here:
        yield here


def sent(bench: TestClient, **given: str) -> Page:
    given["secret"] = secret(bench)
    answer = bench.post("/corrections", data=given, headers={"Origin": HERE})
    assert answer.status_code == 200, answer.text
    return Page(answer.text)


def test_a_note_stands_at_its_row_until_it_is_taken_back(bench: TestClient, own: Path) -> None:
    page = sent(bench, id="st-11111111", what="note", note="seen <b>on the recording</b>", by="Ann")
    assert "seen <b>on the recording</b>" in page.text
    assert "by Ann" in page.text
    assert "on the recording" in (own / "corrections.yaml").read_text(encoding="utf-8")
    (made,) = bench.get("/api/v1/corrections").json()["corrections"]
    assert "on the recording" in Page(bench.get("/corrections").text).text
    undo = f"/corrections/{made['id']}/undo"
    bench.post(undo, data={"secret": secret(bench)}, headers={"Origin": HERE})
    assert "Nothing is corrected" in Page(bench.get("/corrections").text).text
    assert "on the recording" not in bench.get("/row/st-11111111").text


def test_a_row_that_should_not_be_there_goes_from_every_page(bench: TestClient) -> None:
    assert "The ferry accord" in bench.get("/offers").text
    assert "Corrections" in sent(bench, id="pr-ferry", what="wrong", note="it is a song").text
    assert "This record has no offers." in Page(bench.get("/offers").text).text
    assert bench.get("/row/pr-ferry").status_code == 404


def test_runs_in_a_database_elsewhere_are_corrected(own: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    desk = tmp_path_factory.mktemp("desk")
    with TestClient(app(desk, store=str(own / "dragoman.db")), base_url=HERE) as bench:
        assert "seen on the recording" in sent(bench, id="st-11111111", what="note", note="seen on the recording").text
    assert (desk / "corrections.yaml").exists()


def test_two_actors_become_one(bench: TestClient) -> None:
    assert bench.get("/api/v1/actors").json()["total"] == 3
    sent(bench, id="en-bauer", what="same", other="en-erdogan", note="a pen name")
    assert bench.get("/api/v1/actors").json()["total"] == 2


def test_the_form_offers_what_can_be_corrected(bench: TestClient) -> None:
    actor, claim = (Page(bench.get(f"/correct/{one}").text).text for one in ("en-ruritania", "cl-signed"))
    assert "It is the same as another actor" in actor
    assert "It is another actor in one article" in actor
    assert "It should not be there" in claim
    assert "It is the same as" not in claim


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"id": "st-11111111"}, 422),
        ({"id": "st-11111111", "what": "note"}, 422),
        ({"id": "st-nowhere", "what": "wrong"}, 404),
        ({"id": "en-bauer", "what": "same"}, 422),
        ({"id": "en-bauer", "what": "burn"}, 422),
    ],
)
def test_what_cannot_be_corrected_is_explained(bench: TestClient, given: dict[str, str], code: int) -> None:
    answer = bench.post("/corrections", data=given | {"secret": secret(bench)}, headers={"Origin": HERE})
    assert answer.status_code == code


def test_nothing_is_corrected_without_the_secret(bench: TestClient, own: Path) -> None:
    for address, data in (
        ("/corrections", {"id": "pr-ferry", "what": "wrong"}),
        ("/corrections/co-1/undo", {"x": "y"}),
    ):
        assert bench.post(address, data=data, headers={"Origin": HERE}).status_code == 403
    assert not (own / "corrections.yaml").exists()


def test_a_program_corrects_and_takes_back(bench: TestClient) -> None:
    made = bench.post("/api/v1/corrections", json={"what": "note", "ids": ["cl-signed"], "note": "see the treaty"})
    assert made.status_code == 201
    assert made.json()["applied"]
    gone = bench.delete(f"/api/v1/corrections/{made.json()['id']}")
    assert gone.json() == {"id": made.json()["id"], "what": "note"}
    assert bench.delete("/api/v1/corrections/co-1").status_code == 404


def test_an_older_run_is_not_corrected_from_its_pages(bench: TestClient) -> None:
    assert "Correct this" in bench.get("/row/cl-signed").text
    assert "Correct this" not in bench.get("/row/cl-signed?run=1").text


def test_what_is_broken_in_the_file_is_told(bench: TestClient, own: Path) -> None:
    (own / "corrections.yaml").write_text("- [", encoding="utf-8")
    answer = bench.get("/offers")
    assert answer.status_code == 503
    assert "corrections.yaml" in Page(answer.text).text
