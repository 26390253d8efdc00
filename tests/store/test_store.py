"""A run that is kept comes back the same, and the database refuses what would break the promises of the record."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, delete, func, insert, select, text, update

from dragoman.model.problem import NothingFound, StoreError
from dragoman.model.record import Made, Record
from dragoman.store import schema
from dragoman.store.database import HEAD, reading, writing
from dragoman.store.load import load
from dragoman.store.runs import kept_runs
from dragoman.store.save import save
from dragoman.store.schema import metadata

WORDS = {"run": 1, "list": "statements", "of": "st-11111111", "nth": 9, "part": "cue", "article": "ar-gazette"}


def test_a_run_comes_back_as_it_was_kept(record: Record, later: Record, place: Path) -> None:
    first, second = save(record, place), save(later, place)
    assert load(place, first) == load(place, "1") == record
    assert load(place, second) == load(place) == later
    assert (place / "dragoman.db").is_file()


def test_an_empty_record_is_a_run(place: Path) -> None:
    empty = Record(dragoman=Made(version="1", model="m"), articles=(), entities=(), times=(), statements=())
    save(empty, place)
    assert load(place) == empty


def test_characters_that_no_database_holds_come_back(record: Record, place: Path) -> None:
    herald, *others = record.articles
    odd = replace(record, articles=(replace(herald, text=herald.text.replace("Share", "\0hare"), title="a\0"), *others))
    save(odd, place)
    assert load(place) == odd


def test_the_same_record_is_the_same_run_and_comes_last(record: Record, later: Record, place: Path) -> None:
    assert [save(record, place), save(later, place)] == [first := save(record, place), save(later, place)]
    save(record, place)
    with reading(place) as db:
        assert [run.id for run in kept_runs(db)][-1] == first
        assert db.scalar(select(func.count()).select_from(schema.run)) == 2


def test_runs_share_the_texts_of_their_articles(record: Record, later: Record, place: Path) -> None:
    save(record, place)
    save(later, place)
    with reading(place) as db:
        texts = len({article.text for article in record.articles})
        assert db.scalar(select(func.count()).select_from(schema.body)) == texts


def test_a_run_has_its_manifest(record: Record, place: Path) -> None:
    save(record, place)
    with reading(place) as db:
        (run,) = kept_runs(db)
    assert (run.version, run.model, run.rows["statements"]) == ("0.1.0", "en_test 1", 3)
    assert [(i.path, i.sha256) for i in run.inputs] == [(a.path, a.sha256) for a in record.articles]


@pytest.mark.parametrize(
    ("start", "end", "quote"),
    [
        (0, 9, "Ruritania has"),
        (0, 9, "Lakeland"),
        (1, 9, "Ruritania"),
        (-1, 9, "Ruritania"),
        (9, 9, ""),
        (900, 902, ""),
    ],
)
def test_words_that_do_not_stand_there_cannot_be_evidence(
    record: Record, place: Path, start: int, end: int, quote: str
) -> None:
    save(record, place)
    with pytest.raises(StoreError), writing(place) as db:
        db.execute(insert(schema.evidence).values(**WORDS, start=start, end=end, quote=quote))
    with writing(place) as db:
        db.execute(insert(schema.evidence).values(**WORDS, start=0, end=9, quote="Ruritania"))


def test_evidence_and_texts_do_not_change(record: Record, place: Path) -> None:
    save(record, place)
    for change in (
        update(schema.evidence).values(quote="never said"),
        update(schema.body).values(text="never written"),
        update(schema.article).where(schema.article.c.id == "ar-gazette").values(body=1),
    ):
        with pytest.raises(StoreError, match=r"verbatim|does not change"), writing(place) as db:
            db.execute(change)
    assert load(place) == record


@pytest.mark.parametrize(
    "change",
    [
        update(schema.statement).values(source="en-nobody"),
        update(schema.statement).values(article="ar-nowhere"),
        update(schema.statement).values(manner="shouted"),
        update(schema.claim).values(standing="true"),
        update(schema.response).values(by="en-nobody"),
        insert(schema.story).values(run=7, id="sy-1", nth=0, row={}),
        delete(schema.entity),
    ],
)
def test_rows_lead_to_rows_and_words_are_those_of_the_contract(record: Record, place: Path, change: object) -> None:
    save(record, place)
    with pytest.raises(StoreError), writing(place) as db:
        db.execute(change)  # type: ignore[call-overload]
    assert load(place) == record


def test_a_record_with_a_broken_promise_is_not_kept_at_all(record: Record, place: Path) -> None:
    save(record, place)
    (row,) = record.framing
    broken = replace(record, framing=(replace(row, evidence=replace(row.evidence, quote="its enemy")),))
    with pytest.raises(StoreError, match="was not kept"):
        save(broken, place)
    assert load(place) == record


def test_the_migrations_make_the_tables_of_the_schema(record: Record, place: Path) -> None:
    save(record, place)
    fresh = create_engine("sqlite://")
    metadata.create_all(fresh)
    made = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND type IN ('table', 'index')"
    with reading(place) as db, fresh.connect() as other:
        kept = {name: sql for name, sql in db.execute(text(made)) if not name.startswith(("body_words", "alembic"))}
        assert kept == dict(other.execute(text(made)).all())
        ours = {"include_object": lambda o, name, kind, r, c: not str(name).startswith("body_words")}
        assert compare_metadata(MigrationContext.configure(db, opts=ours), metadata) == []
        assert db.scalar(text("SELECT version_num FROM alembic_version")) == HEAD


def test_a_store_of_a_newer_version_asks_for_an_upgrade(record: Record, place: Path) -> None:
    save(record, place)
    with writing(place) as db:
        db.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    for call in (lambda: load(place), lambda: save(record, place)):
        with pytest.raises(StoreError, match="upgrade dragoman"):
            call()


def test_a_run_of_a_newer_contract_asks_for_an_upgrade(record: Record, place: Path) -> None:
    save(record, place)
    with writing(place) as db:
        db.execute(update(schema.run).values(record=9))
    with pytest.raises(StoreError, match="upgrade dragoman"):
        load(place)


def test_a_damaged_store_says_how_to_go_on(record: Record, place: Path) -> None:
    save(record, place)
    whole = (place / "dragoman.db").read_bytes()
    for damaged in (b"no database at all, and long enough to be read" * 9, whole[:5000], whole[:100] + b"\xff" * 9000):
        (place / "dragoman.db").write_bytes(damaged)
        for call in (lambda: load(place), lambda: save(record, place)):
            with pytest.raises(StoreError, match=r"damaged.*move it away"):
                call()


def test_a_store_that_is_not_there_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="dragoman run PATH"):
        load(tmp_path)
    (tmp_path / "dragoman.db").touch()
    with pytest.raises(StoreError, match="dragoman run PATH"):
        load(tmp_path)
    assert (tmp_path / "dragoman.db").stat().st_size == 0


def test_a_run_that_is_not_there_names_those_that_are(record: Record, place: Path) -> None:
    identifier = save(record, place)
    with pytest.raises(NothingFound, match=rf"No run 9 is kept. Kept: 1 \({identifier}\)"):
        load(place, "9")


def test_an_address_that_is_no_database_is_told() -> None:
    for address in ("nosuch://host/talks", "postgresql://nobody@localhost:1/talks"):
        with pytest.raises(StoreError, match=r"not a database|cannot be used"):
            load(address)
