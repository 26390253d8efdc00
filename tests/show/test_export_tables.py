"""The tables for R, pandas and spreadsheets, opened by the libraries their users have."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import openpyxl
import pandas
import pyarrow.parquet
import pytest

import dragoman
from dragoman.model.evidence import Evidence
from dragoman.model.problem import UsageError
from dragoman.model.record import Made, Record
from dragoman.show.export import EXPORTS, xlsx
from dragoman.show.export.kind import LibraryMissing
from dragoman.show.export.places import places
from dragoman.show.export.tables import tables

FORMULA = '=HYPERLINK("https://example.org","minutes")'
TABLED = ("csv", "xlsx", "parquet")


def titled(record: Record, title: str) -> Record:
    """The record with another title for its first article."""
    first, *others = record.articles
    return replace(record, articles=(replace(first, title=title), *others))


def read_csv(record: Record, name: str) -> pandas.DataFrame:
    content = EXPORTS["csv"].files(record)[f"{name}.csv"]
    return pandas.read_csv(io.BytesIO(content), keep_default_na=False)


@pytest.mark.parametrize("form", TABLED)
def test_tables_are_the_same_bytes_each_time(record: Record, form: str) -> None:
    assert EXPORTS[form].files(record) == EXPORTS[form].files(record)


def test_every_list_of_the_record_is_a_csv_file(record: Record) -> None:
    files = EXPORTS["csv"].files(record)
    assert {f"{name}.csv" for name in Record.__slots__ if name != "dragoman"} < set(files)
    for name, content in files.items():
        head, *rows = csv.reader(io.StringIO(content.decode()))
        assert {len(row) for row in rows} <= {len(head)}, name
        assert len(set(head)) == len(head), name


def test_the_range_of_a_row_gives_its_words_in_pandas(record: Record) -> None:
    articles = read_csv(record, "articles").set_index("id")["text"]
    for name in ("statements", "proposals", "claims_support", "evidence"):
        rows = read_csv(record, name)
        assert len(rows), name
        for row in rows.itertuples():
            assert articles[row.article][int(row.start) : int(row.end)] == row.quote


def test_all_evidence_stands_in_one_table(record: Record) -> None:
    rows = read_csv(record, "evidence")
    found = {Evidence(r.article, r.start, r.end, r.quote) for r in rows.itertuples()}
    kept = {place for row in (*record.statements, *record.proposals, *record.entities) for _, place in places(row)}
    assert kept <= found
    said = rows[(rows["row"] == "st-22222222") & (rows["part"] == "source/evidence")]
    assert list(said["quote"]) == ["A senior official"]


def test_actors_are_told_by_id_and_by_name(record: Record) -> None:
    (offer,) = read_csv(record, "proposals").to_dict("records")
    assert (offer["proposers"], offer["proposers_name"]) == ("en-erdogan", "Tarja Erdoğan")
    (answer,) = read_csv(record, "proposals_responses").to_dict("records")
    assert (answer["within"], answer["by_name"], answer["stance"]) == ("pr-ferry", "Otto Bauer", "reject")


def test_a_list_without_rows_still_has_its_columns() -> None:
    empty = Record(dragoman=Made(version="1", model="m"), articles=(), entities=(), times=(), statements=())
    assert read_csv(empty, "statements").columns[0] == "id"
    assert {table.name for table in tables(empty) if table.rows} == {"about"}


@pytest.mark.parametrize("title", [FORMULA, "+1", "-1 at night", "@talks", "\tterms", "\n=1", "＝1"])
def test_words_that_a_spreadsheet_would_compute_are_only_words(record: Record, title: str) -> None:
    assert read_csv(titled(record, title), "articles")["title"][0] == f"'{title}"
    book = openpyxl.load_workbook(io.BytesIO(xlsx.files(titled(record, title))["record.xlsx"]))
    cell = next(row for row in book["articles"].iter_rows(min_row=2))[5]
    assert (cell.data_type, cell.value) == ("s", f"'{title}")


def test_the_workbook_has_a_sheet_for_each_table(record: Record) -> None:
    book = openpyxl.load_workbook(io.BytesIO(xlsx.files(record)["record.xlsx"]), read_only=True)
    assert book.sheetnames == [table.name for table in tables(record)]
    head, *rows = book["statements"].iter_rows(values_only=True)
    assert [row[head.index("source_entity_name")] for row in rows] == ["Tarja Erdoğan", None, "Otto Bauer"]


def test_a_workbook_drops_what_xml_forbids_and_cuts_what_no_cell_holds(record: Record) -> None:
    book = openpyxl.load_workbook(io.BytesIO(xlsx.files(titled(record, "a\x00b\x1b" + "c" * 40_000))["record.xlsx"]))
    assert book["articles"]["F2"].value == "ab" + "c" * 32_765


def test_a_table_longer_than_a_sheet_names_other_formats(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "MOST", 2)
    with pytest.raises(UsageError, match="csv or parquet"):
        xlsx.files(record)


def test_parquet_has_types(record: Record, tmp_path: Path) -> None:
    content = EXPORTS["parquet"].files(titled(record, FORMULA))
    table = pyarrow.parquet.read_table(io.BytesIO(content["meetings.parquet"]))
    assert [str(table.schema.field(name).type) for name in ("date_start", "parties", "start")] == [
        "date32[day]", "list<element: string>", "int64",
    ]  # fmt: skip
    assert table.column("parties").to_pylist() == [["en-ruritania"]]
    assert pandas.read_parquet(io.BytesIO(content["articles.parquet"]))["title"][0] == FORMULA


def test_a_table_of_the_record_as_a_data_frame(record: Record) -> None:
    frame = dragoman.to_pandas(record, "statements")
    assert list(frame["source_entity_name"].dropna()) == ["Tarja Erdoğan", "Otto Bauer"]
    assert str(frame["date_start"].dt.date[0]) == "1995-11-01"
    assert frame["end"].sub(frame["start"]).tolist() == frame["quote"].str.len().tolist()
    with pytest.raises(UsageError, match=r"no such table.*statements"):
        dragoman.to_pandas(record, "opinions")


def test_a_missing_library_is_named_with_its_mend(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "openpyxl", None)
    with pytest.raises(LibraryMissing, match=r"openpyxl is not installed.*dragoman\[export\]"):
        xlsx.files(record)
