"""Many articles at once give what one after the other gives, and none stops the rest."""

from __future__ import annotations

import pytest

from dragoman.annotate import annotate, network_on
from dragoman.annotate.reader import Scored
from dragoman.engine import workers
from dragoman.engine.build import record_from
from dragoman.engine.workers import annotate_all, fitting_jobs
from dragoman.model.flow import Annotated
from dragoman.model.problem import Problem
from dragoman.model.text import Article
from tests.newspaper import article, news

FIVE = news("""
    @herald 2024-12-05
    “We have agreed,” Minister Ito said.
    @gazette 2024-12-06
    Ms. Ortega said on Friday that nothing was agreed.
    @courier
    The two met in Geneva.
    @post 2024-12-07
    According to a diplomat, they will meet again on Monday.
    @mail 2024-12-07
    “Not yet,” Ito told reporters.
""")


def test_several_processes_give_what_one_gives() -> None:
    assert list(annotate_all(FIVE, jobs=2)) == list(annotate_all(FIVE, jobs=1))


def test_an_article_on_which_a_step_fails_is_kept_and_the_rest_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    def stumbling(one: Article, said: Scored | None) -> Annotated:
        if one.outlet == "gazette":
            raise ValueError("no verb")
        return annotate(one, said)

    monkeypatch.setattr(workers, "annotate", stumbling)
    herald, gazette, *_ = annotate_all(FIVE, jobs=1)
    assert herald.problems == ()
    assert herald.reading.tokens
    (problem,) = gazette.problems
    assert (problem.kind, problem.article) == ("not-annotated", gazette.article.id)
    assert "ValueError: no verb" in problem.text


def test_what_fails_while_reading_ahead_is_told_of_its_own_article(monkeypatch: pytest.MonkeyPatch) -> None:
    def stumbling(one: Article) -> Scored | None:
        if one.outlet == "gazette":
            raise ValueError("no letter")
        return network_on(one)

    monkeypatch.setattr(workers.os, "cpu_count", lambda: 2)
    monkeypatch.setattr(workers, "network_on", stumbling)
    problems = [one.problems for one in annotate_all(FIVE, jobs=1)]
    assert [len(found) for found in problems] == [0, 1, 0, 0, 0]
    assert "ValueError: no letter" in problems[1][0].text


def test_reading_ahead_gives_what_one_after_the_other_gives(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers.os, "cpu_count", lambda: 2)
    ahead = list(annotate_all(FIVE, jobs=1))
    monkeypatch.setattr(workers.os, "cpu_count", lambda: 1)
    assert list(annotate_all(FIVE, jobs=1)) == ahead


def test_one_article_is_read_ahead_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[str | None] = []

    def noted(one: Article) -> Scored | None:
        begun.append(one.outlet)
        return network_on(one)

    monkeypatch.setattr(workers.os, "cpu_count", lambda: 2)
    monkeypatch.setattr(workers, "network_on", noted)
    for done, _ in enumerate(annotate_all(FIVE, jobs=1), start=1):
        assert len(begun) <= done + 1
    assert begun == [one.outlet for one in FIVE]


def test_progress_counts_every_article() -> None:
    told: list[tuple[str, int, int]] = []
    record_from(FIVE[:3], jobs=1, on_progress=lambda *step: told.append(step))
    assert told == [("annotate", 1, 3), ("annotate", 2, 3), ("annotate", 3, 3)]


def test_problems_are_told_as_they_are_found() -> None:
    told: list[Problem] = []
    lost = Problem(kind="empty", text="the file is empty; remove it", path="b.txt")
    french = article("Le ministre a parlé.", language="fr")
    record_from([lost, french, *FIVE[:1]], jobs=1, on_problem=told.append)
    assert [problem.kind for problem in told] == ["empty", "not-annotated"]


def test_there_are_as_many_processes_as_cores_but_not_more_than_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers.os, "cpu_count", lambda: 4)
    assert fitting_jobs(FIVE) == 1
    assert fitting_jobs([article("The ministers met. " * 25_000)]) == 2
    assert fitting_jobs([article("The ministers met. " * 200_000)]) == 4
