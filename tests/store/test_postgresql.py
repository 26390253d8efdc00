"""PostgreSQL keeps the same, and forbids the same. Skipped where DRAGOMAN_TEST_POSTGRESQL names no server."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import create_engine, delete, insert, text, update

from dragoman.engine.adding import build_kept
from dragoman.engine.build import build
from dragoman.model.problem import StoreError
from dragoman.model.record import Record
from dragoman.store import schema
from dragoman.store.database import reading, writing
from dragoman.store.json import to_json
from dragoman.store.load import load
from dragoman.store.questions import offers_without_answer, statements_by
from dragoman.store.runs import kept_runs
from dragoman.store.save import save
from dragoman.store.search import places_of_words
from tests.newspaper import record_of
from tests.store.test_killed import killed, version
from tests.store.test_store import WORDS

SERVER = os.environ.get("DRAGOMAN_TEST_POSTGRESQL", "")
pytestmark = pytest.mark.skipif(not SERVER, reason="no PostgreSQL server: name one in DRAGOMAN_TEST_POSTGRESQL")


@pytest.fixture
def url() -> Iterator[str]:
    """An empty database of its own."""
    name = f"dragoman_{uuid.uuid4().hex[:12]}"
    server = create_engine(SERVER.replace("postgresql://", "postgresql+psycopg://"), isolation_level="AUTOCOMMIT")
    with server.connect() as db:
        db.execute(text(f"CREATE DATABASE {name}"))
    yield f"{SERVER.rpartition('/')[0]}/{name}"
    with server.connect() as db:
        db.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    server.dispose()


def test_runs_come_back_and_questions_are_answered(record: Record, later: Record, url: str) -> None:
    save(record, url)
    save(later, url)
    assert (load(url, "1"), load(url)) == (record, later)
    with reading(url) as db:
        assert [run.number for run in kept_runs(db)] == [1, 2]
        assert statements_by(db, 1, "en-erdogan") == [record.statements[0]]
        assert offers_without_answer(db, 1) == list(record.proposals)
        assert places_of_words(db, 1, "FERRY accord")[0].quote == "ferry accord"


LONG = "@herald 1995-11-03\n" + "The train is late. " * 7_000 + "Lakeby’s ferry-accord was signed."


@pytest.mark.parametrize(
    ("words", "quotes"),
    [
        ("FERRY accord", ["ferry accord", "Ferry-Accord"]),
        ("ferr", []),
        ("host/lakeby", ["host/Lakeby"]),
        ("lakeby", ["Lakeby"]),
        ("accord ferry", []),
        ("Пётр", ["Пётр"]),
        ("signed.", ["signed"]),
    ],
)
def test_whole_words_are_found_by_the_index(url: str, words: str, quotes: list[str]) -> None:
    told = "@herald 1995-11-02\nThe ferry accord was signed. Ferry-Accord: see host/Lakeby, Пётр said."
    save(record_of(told), url)
    with reading(url) as db:
        assert [place.quote for place in places_of_words(db, 1, words)] == quotes
        db.execute(text("SET LOCAL enable_seqscan = off"))
        plan = "\n".join(db.scalars(text("EXPLAIN SELECT 1 FROM body WHERE body_words @@ phraseto_tsquery('a')")))
    assert "ix_body_body_words" in plan


def test_the_end_of_a_long_text_is_found(url: str) -> None:
    save(record_of(LONG), url)
    with reading(url) as db:
        assert [place.quote for place in places_of_words(db, 1, "ferry accord")] == ["ferry-accord"]


@pytest.mark.parametrize(
    "change",
    [
        insert(schema.evidence).values(**WORDS, start=1, end=9, quote="Ruritania"),
        update(schema.evidence).values(quote="never said"),
        update(schema.body).values(text="never written"),
        update(schema.statement).values(source="en-nobody"),
        update(schema.statement).values(manner="shouted"),
        update(schema.claim).values(standing="true"),
        delete(schema.entity),
    ],
)
def test_what_breaks_a_promise_is_refused(record: Record, url: str, change: object) -> None:
    save(record, url)
    with pytest.raises(StoreError), writing(url) as db:
        db.execute(change)  # type: ignore[call-overload]
    assert load(url) == record


def test_the_migrations_make_the_tables_of_the_schema(record: Record, url: str) -> None:
    save(record, url)
    with reading(url) as db:
        found = compare_metadata(MigrationContext.configure(db), schema.metadata)
    assert [item for item in found if "body_words" not in str(item)] == []


@pytest.mark.parametrize("moment", [3, 30, 70, 95])
def test_a_killed_run_leaves_the_runs_before_it(record: Record, later: Record, url: str, moment: int) -> None:
    save(record, url)
    died = killed(lambda: save(later, url), before=moment)
    assert load(url) == (record if died else later)


def test_two_programs_keep_runs_in_one_new_store(record: Record, url: str) -> None:
    children = []
    for name in "ab":
        child = os.fork()
        if child == 0:
            for nth in range(4):
                save(version(record, f"{name}{nth}"), url)
            os._exit(0)
        children.append(child)
    assert [os.waitpid(child, 0)[1] for child in children] == [0, 0]
    with reading(url) as db:
        assert len(kept_runs(db)) == 8


def test_articles_are_added(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("The ferry accord will be signed on Friday, Minister Aino Halonen said.", encoding="utf-8")
    Path("b.txt").write_text("“Nobody will sign,” Otto Bauer told reporters in Lakeby.", encoding="utf-8")
    build_kept(url, ["a.txt"], jobs=1)
    assert to_json(build_kept(url, ["b.txt"], add=True, jobs=1)) == to_json(build(["a.txt", "b.txt"], jobs=1))
    assert to_json(load(url)) == to_json(build(["a.txt", "b.txt"], jobs=1))
