"""Rows that two runs have in common are copied inside the database, and stand there as if they had been sent to it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Connection, select, text, update

from dragoman.model.record import Record
from dragoman.store import schema, taking
from dragoman.store.database import HEAD, reading, writing
from dragoman.store.load import load
from dragoman.store.rows import KEPT, PARTS
from dragoman.store.save import save

TABLES = (schema.article, schema.evidence, *(kind.table for kind in KEPT), *(table for table, _, _ in PARTS))


def kept(db: Connection, run: int) -> dict[str, list[tuple[object, ...]]]:
    """All that stands in the tables under a run, its number and those of texts aside."""
    aside = ("run", "body")
    return {
        table.name: sorted(
            (tuple(row) for row in db.execute(
                select(*(c for c in table.columns if c.name not in aside)).where(table.c.run == run)
            )),
            key=repr,
        )
        for table in TABLES
    }  # fmt: skip


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the rows that are not copied."""
    found: list[str] = []
    take = taking.take

    def noted(*given: object) -> dict[str, list[tuple[int, dict[str, str]]]]:
        new = take(*given)  # type: ignore[arg-type]
        found.extend(row["id"] for rows in new.values() for _, row in rows)
        return new

    monkeypatch.setattr("dragoman.store.save.take", noted)
    return found


def test_a_run_after_another_stands_as_if_it_were_alone(
    record: Record, later: Record, tmp_path: Path, sent: list[str]
) -> None:
    save(record, tmp_path / "both")
    sent.clear()
    save(later, tmp_path / "both")
    assert "st-44444444" in sent
    assert "st-11111111" not in sent
    save(later, tmp_path / "alone")
    with reading(tmp_path / "both") as both, reading(tmp_path / "alone") as alone:
        assert kept(both, 2) == kept(alone, 1)
    assert (load(tmp_path / "both", "1"), load(tmp_path / "both")) == (record, later)


def test_rows_in_other_places_keep_their_content(record: Record, place: Path, sent: list[str]) -> None:
    save(record, place)
    sent.clear()
    turned = replace(record, statements=record.statements[::-1])
    save(turned, place)
    assert sent == []
    assert load(place) == turned


def test_a_row_of_the_same_id_and_other_content_is_sent(record: Record, place: Path, sent: list[str]) -> None:
    save(record, place)
    sent.clear()
    first, *others = record.statements
    other = replace(record, statements=(replace(first, negated=not first.negated), *others))
    save(other, place)
    assert sent == [first.id]
    assert (load(place, "1"), load(place)) == (record, other)


@pytest.mark.parametrize("damage", [b"", b"x" * 9])
def test_without_knowing_its_rows_all_are_sent(record: Record, later: Record, place: Path, damage: bytes) -> None:
    save(record, place)
    with writing(place) as db:
        db.execute(update(schema.known_rows).values(content=damage))
    save(later, place)
    assert (load(place, "1"), load(place)) == (record, later)


def test_a_store_from_before_is_brought_up_to_date(record: Record, later: Record, place: Path) -> None:
    save(record, place)
    with writing(place) as db:
        db.execute(text("DROP TABLE known_rows"))
        db.execute(text("DROP TABLE traits"))
        db.execute(text("UPDATE alembic_version SET version_num = '0004'"))
    save(later, place)
    assert (load(place, "1"), load(place)) == (record, later)
    with reading(place) as db:
        assert db.scalar(text("SELECT version_num FROM alembic_version")) == HEAD
        assert [run for (run,) in db.execute(select(schema.known_rows.c.run))] == [2]
