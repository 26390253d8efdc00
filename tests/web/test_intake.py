"""New articles: what is handed over, how it is read in the background, and what is told of it."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dragoman.read import Upload
from dragoman.show.web.intake.order import Order, dropped, pasted
from dragoman.show.web.intake.work import WAITING, Job, Work, Worker
from tests.web import workers
from tests.web.conftest import HERE, Page, app, secret


def order(place: Path) -> Order:
    return Order(place=place, folder=place, uploads=(Upload(path="a.txt", content=b"They met."),))


def done(work: Work, place: Path) -> Job:
    """The job of an order once it is over."""
    job = work.take(order(place))
    assert job is not None
    end = time.monotonic() + 60
    while not work.jobs[job.id].is_over and time.monotonic() < end:
        time.sleep(0.02)
    return work.jobs[job.id]


NAMES = ["../../etc/passwd", "/etc/passwd", "..\\..\\boot.ini", "", ".", "a\x00\n.txt", "x" * 900]


@pytest.mark.parametrize("name", NAMES)
def test_the_name_of_a_file_leads_nowhere(name: str) -> None:
    path = dropped(name, b"They met.").path
    folder, digest, last = path.split("/")
    assert (folder, len(digest)) == ("added", 8)
    assert last
    assert ".." not in path.split("/")
    assert len(path) < 200
    assert path.isprintable()


def test_two_files_of_one_name_both_stay() -> None:
    assert dropped("a.txt", b"They met.").path != dropped("a.txt", b"They did not meet.").path
    assert dropped("a.txt", b"They met.") == dropped("a.txt", b"They met.")


def test_pasted_text_keeps_what_is_known_of_it() -> None:
    upload = pasted({"text": "They met.", "outlet": "Herald", "published": "1995-11-01", "title": ""})
    assert json.loads(upload.content) == {"text": "They met.", "outlet": "Herald", "published": "1995-11-01"}


def test_work_is_told_step_by_step(tmp_path: Path) -> None:
    job = done(Work(workers.reads), tmp_path)
    assert (job.state, job.run, job.done, job.total) == ("done", "ru-1", 2, 2)
    assert job.problems == ("a.txt: it is empty; take it out or fill it",)


@pytest.mark.parametrize(("worker", "told"), [(workers.fails, "none of the files"), (workers.is_killed, "code -9")])
def test_work_that_fails_says_so_and_the_next_goes_on(tmp_path: Path, worker: Worker, told: str) -> None:
    work = Work(worker)
    job = done(work, tmp_path)
    assert job.state == "failed"
    assert told in job.told
    work.worker = workers.reads
    assert done(work, tmp_path).state == "done"


def test_too_many_orders_are_not_taken(tmp_path: Path) -> None:
    work = Work(workers.reads)
    work.stopped = True
    taken = [work.take(order(tmp_path)) for _ in range(WAITING + 1)]
    assert taken[0] is not None
    assert taken[-1] is None


def test_articles_dropped_and_pasted_are_read_and_one_that_is_broken_stops_nothing(tmp_path: Path) -> None:
    with TestClient(app(tmp_path), base_url=HERE) as desk:
        files = [
            ("files", ("herald.txt", "“We have agreed,” Minister Ito said on Friday.".encode(), "text/plain")),
            ("files", ("../empty.txt", b"", "text/plain")),
            ("files", ("scan.pdf", bytes(range(256)) * 9, "application/pdf")),
        ]
        data = {"text": "Ms. Ortega denied that.", "outlet": "Gazette", "published": "1995-11-02"}
        data["secret"] = secret(desk)
        answer = desk.post("/articles", data=data, files=files, headers={"Origin": HERE})
        assert answer.url.path.startswith("/jobs/jo-")
        told = desk.get(f"{answer.url.path}/events").text
        last = json.loads(told.strip().rpartition("data: ")[2])
        assert last["state"] == "done", last
        assert len(last["problems"]) == 2
        assert "2 articles in all" in Page(desk.get(answer.url.path).text).text
        assert desk.get("/api/v1/articles").json()["total"] == 2
        assert "Minister Ito" in Page(desk.get("/statements").text).text
    assert (tmp_path / "record.json").exists()
    assert "Ms. Ortega" in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_a_program_adds_articles_and_follows_the_job(tmp_path: Path) -> None:
    work = Work(workers.reads)
    from dragoman.show.web.app import workspace
    from dragoman.show.web.settings import Settings

    with TestClient(workspace(Settings(folder=tmp_path), work=work), base_url=HERE) as desk:
        answer = desk.post("/api/v1/articles", json={"articles": [{"text": "They met.", "published": "1995-11-01"}]})
        assert answer.status_code == 202
        job = answer.json()["id"]
        desk.get(f"/api/v1/jobs/{job}/events")
        assert desk.get(f"/api/v1/jobs/{job}").json()["state"] == "done"
        assert [one["id"] for one in desk.get("/api/v1/jobs").json()["jobs"]] == [job]
        assert desk.get("/api/v1/jobs/jo-99").status_code == 404


@pytest.mark.parametrize("body", [{}, {"articles": []}, {"articles": [{"text": ""}]}, {"articles": [{"title": "x"}]}])
def test_what_is_no_article_is_refused(desk: TestClient, body: dict[str, object]) -> None:
    assert desk.post("/api/v1/articles", json=body).status_code == 422


def test_nothing_sent_is_told(desk: TestClient) -> None:
    answer = desk.post("/articles", data={"text": "  ", "secret": secret(desk)}, headers={"Origin": HERE})
    assert answer.status_code == 422
    assert "nothing was sent" in Page(answer.text).text
