"""Corrections: kept apart, laid over what was read, shown as such, and taken back without a trace."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from dragoman.model.problem import NothingFound, StoreError, UsageError
from dragoman.model.record import Record
from dragoman.store.corrections.correction import Correction
from dragoman.store.corrections.file import HEAD, kept_corrections
from dragoman.store.corrections.laying import laid_over
from dragoman.store.corrections.making import correct, made, undo
from dragoman.store.corrections.renaming import REFERS, renamed
from dragoman.store.files import CORRECTIONS
from dragoman.store.folder import keep, load
from dragoman.store.json import from_json, to_json
from dragoman.store.save import save
from tests.newspaper import record_of

HARBOUR = """
    @herald 1995-11-02
    Foreign Minister Aino Halonen met Otto Bauer in Lakeby on Wednesday. “We offer Ruritania talks,” Halonen said.
    @gazette 1995-11-03
    Otto Bauer, a trader in Lakeby, sold nine ferries on Thursday. “Nobody was hurt,” Bauer said.
    @courier 1995-11-03
    Ruritania rejected the talks that A. Halonen had offered. Mr. Bauer said: “We will not come.”
"""


@pytest.fixture(scope="module")
def harbour() -> Record:
    return record_of(HARBOUR)


@pytest.fixture
def kept(harbour: Record, tmp_path: Path) -> Path:
    keep(harbour, tmp_path)
    return tmp_path


def named(record: Record, name: str) -> str:
    return next(row.id for row in record.entities if row.name == name)


def strings(value: Any) -> Iterator[str]:
    """Every text in a row, the words of articles aside."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from strings(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from strings(getattr(value, field.name))


def test_nobody_is_named_any_more_who_became_another(harbour: Record, kept: Path) -> None:
    halonen, bauer = named(harbour, "Aino Halonen"), named(harbour, "Otto Bauer")
    row = correct(kept, "same", [halonen, bauer], note="for the test", by="desk")
    found = load(kept)
    assert bauer not in set(strings(tuple(getattr(found, f.name) for f in fields(found) if f.name != "dragoman")))
    (entity,) = [e for e in found.entities if e.id == halonen]
    assert {"Aino Halonen", "Otto Bauer"} <= set(entity.aliases)
    assert len(entity.mentions) == sum(len(e.mentions) for e in harbour.entities if e.id in (halonen, bauer))
    by_both = [s for s in harbour.statements if s.source.entity in (halonen, bauer)]
    assert len([s for s in found.statements if s.source.entity == halonen]) == len(by_both) > 1
    assert (row.text, row.applied) == ("Aino Halonen and Otto Bauer are the same", True)
    assert found.corrections == (row,)
    assert (row.note, row.by, row.rows) == ("for the test", "desk", (halonen, halonen))


def test_a_name_in_one_article_can_be_another_person(harbour: Record, kept: Path) -> None:
    bauer = named(harbour, "Otto Bauer")
    (entity,) = [e for e in harbour.entities if e.id == bauer]
    gazette = next(a.id for a in harbour.articles if a.outlet == "gazette")
    assert {m.article for m in entity.mentions} > {gazette}
    correct(kept, "different", [bauer], article=gazette)
    found = load(kept)
    stays, part = [e for e in found.entities if set(e.aliases) & {"Otto Bauer", "Bauer"}]
    assert stays.id == bauer
    assert {m.article for m in part.mentions} == {gazette}
    assert gazette not in {m.article for m in stays.mentions}
    assert len(stays.mentions) + len(part.mentions) == len(entity.mentions)
    assert {s.source.entity for s in found.statements if s.article == gazette} == {part.id}
    assert {s.article for s in found.statements if s.source.entity == bauer} == {
        s.article for s in harbour.statements if s.source.entity == bauer
    } - {gazette}


def test_a_wrong_row_is_taken_out_and_nothing_names_it(harbour: Record, kept: Path) -> None:
    (meeting,) = harbour.meetings
    assert meeting.id in {row.ref for row in harbour.timeline}
    correct(kept, "wrong", [str(meeting.event)])
    assert load(kept).meetings == (replace(meeting, event=None),)
    correct(kept, "wrong", [meeting.id])
    assert load(kept).meetings == ()
    assert meeting.id not in {row.ref for row in (*load(kept).timeline, *load(kept).gaps)}


def test_events_and_offers_become_one(harbour: Record, kept: Path) -> None:
    first, second, *_ = harbour.events
    correct(kept, "same", [first.id, second.id])
    (event,) = [row for row in load(kept).events if row.id in (first.id, second.id)]
    assert set(event.mentions) == {*first.mentions, *second.mentions}


def test_a_store_is_enough_without_the_record_beside_it(harbour: Record, tmp_path: Path) -> None:
    save(replace(harbour, gaps=()), tmp_path / "runs")
    save(harbour, tmp_path / "runs")
    row = correct(tmp_path / "runs", "note", [named(harbour, "Otto Bauer")], note="the trader")
    assert load(tmp_path / "runs").corrections == (row,)
    (tmp_path / "desk").mkdir()
    elsewhere = str(tmp_path / "runs" / "dragoman.db")
    other = correct(tmp_path / "desk", "wrong", [named(harbour, "Otto Bauer")], store=elsewhere)
    assert load(tmp_path / "desk", store=elsewhere).corrections == (other,)
    assert load(tmp_path / "desk", store=elsewhere, corrected=False) == harbour
    assert [file.name for file in (tmp_path / "desk").iterdir()] == [CORRECTIONS]
    with pytest.raises(StoreError, match="no record is kept here"):
        correct(tmp_path / "desk", "note", [named(harbour, "Otto Bauer")], note="the trader")


def test_a_note_changes_no_row(harbour: Record, kept: Path) -> None:
    statement = harbour.statements[0]
    correct(kept, "note", [statement.id], note="seen on the recording")
    assert replace(load(kept), corrections=()) == harbour
    assert load(kept).corrections[0].evidence == tuple(dict.fromkeys(load(kept).corrections[0].evidence))


def test_what_is_taken_back_leaves_no_trace(harbour: Record, kept: Path) -> None:
    rows = [
        correct(kept, "same", [named(harbour, "Aino Halonen"), named(harbour, "Otto Bauer")]),
        correct(kept, "wrong", [harbour.proposals[0].id]),
        correct(kept, "note", [harbour.statements[0].id], note="seen"),
    ]
    for row in (rows[1], rows[0], rows[2]):
        undo(kept, row.id)
    assert load(kept) == harbour
    assert kept_corrections(kept) == ()


def test_the_record_that_was_read_is_never_changed(harbour: Record, kept: Path) -> None:
    before = (kept / "record.json").read_bytes()
    correct(kept, "wrong", [harbour.statements[0].id])
    assert (kept / "record.json").read_bytes() == before
    assert save(load(kept), kept / "corrected") != save(harbour, kept / "as-read")
    assert load(kept, corrected=False) == harbour


def test_a_corrected_record_survives_json(harbour: Record, kept: Path) -> None:
    correct(kept, "note", [harbour.statements[0].id], note="seen")
    found = load(kept)
    assert from_json(to_json(found), path="there") == found


def test_comments_and_order_of_the_file_stay(harbour: Record, kept: Path) -> None:
    one = correct(kept, "note", [harbour.statements[0].id], note="one")
    file = kept / CORRECTIONS
    file.write_text(file.read_text() + "# asked the desk about the next one\n", encoding="utf-8")
    two = correct(kept, "note", [harbour.statements[1].id], note="two")
    undo(kept, one.id)
    text = file.read_text(encoding="utf-8")
    assert text.startswith(HEAD)
    assert "# asked the desk about the next one" in text
    assert [c.id for c in kept_corrections(kept)] == [two.id]


def test_the_contrary_is_refused_and_not_written(harbour: Record, kept: Path) -> None:
    halonen, bauer = named(harbour, "Aino Halonen"), named(harbour, "Otto Bauer")
    gazette = next(a.id for a in harbour.articles if a.outlet == "gazette")
    parted = correct(kept, "different", [bauer], article=gazette)
    part = next(e.id for e in load(kept).entities if e.id != bauer and "Otto Bauer" in e.aliases)
    with pytest.raises(UsageError, match=f"{parted.id} says that they are not the same"):
        correct(kept, "same", [bauer, part])
    correct(kept, "same", [halonen, part])
    with pytest.raises(UsageError, match=f"{parted.id} says that they are not the same"):
        correct(kept, "same", [halonen, bauer])
    with pytest.raises(UsageError, match="says that what it tells is the same"):
        correct(kept, "different", [halonen], article=gazette)
    out = correct(kept, "wrong", [harbour.statements[0].id])
    with pytest.raises(NothingFound, match="No row"):
        correct(kept, "note", [harbour.statements[0].id], note="gone")
    assert len(kept_corrections(kept)) == 3
    assert out.applied


@pytest.mark.parametrize(
    ("what", "rows", "said"),
    [
        ("same", ["statements", "statements"], "only entities, events, proposals are"),
        ("same", ["entities"], "takes two"),
        ("same", ["entities", "events"], "different lists"),
        ("different", ["entities"], "name the article"),
        ("note", ["entities"], "needs words"),
        ("wrong", ["articles"], "run again without it"),
    ],
)
def test_what_cannot_be_corrected_says_why(harbour: Record, kept: Path, what: Any, rows: list[str], said: str) -> None:
    ids = [getattr(harbour, name)[nth].id for nth, name in enumerate(rows)]
    with pytest.raises(UsageError, match=said):
        correct(kept, what, ids)
    assert not (kept / CORRECTIONS).exists()


def test_ids_that_are_not_there_are_told(kept: Path) -> None:
    with pytest.raises(NothingFound, match="st-00000000"):
        correct(kept, "wrong", ["st-00000000"])
    with pytest.raises(NothingFound, match=r"co-00000000.*Kept: none"):
        undo(kept, "co-00000000")


def test_rows_are_found_by_their_words_where_ids_changed(harbour: Record, kept: Path) -> None:
    bauer, halonen = named(harbour, "Otto Bauer"), named(harbour, "Aino Halonen")
    correct(kept, "same", [halonen, bauer])
    other = from_json(to_json(harbour).replace(bauer, "en-99999999").replace(halonen, "en-88888888"), path="there")
    (row,) = laid_over(other, kept_corrections(kept)).corrections
    assert (row.applied, row.rows) == (True, ("en-88888888", "en-88888888"))


def test_an_id_that_now_means_another_is_not_believed(harbour: Record, kept: Path) -> None:
    bauer, halonen = named(harbour, "Otto Bauer"), named(harbour, "Aino Halonen")
    correct(kept, "note", [bauer], note="the trader")
    swapped = to_json(harbour).replace(bauer, "en-#").replace(halonen, bauer).replace("en-#", halonen)
    (row,) = laid_over(from_json(swapped, path="there"), kept_corrections(kept)).corrections
    assert row.rows == (halonen,)


def test_a_correction_whose_row_is_gone_is_told_and_changes_nothing(harbour: Record, kept: Path) -> None:
    correct(kept, "wrong", [harbour.proposals[0].id])
    fewer = replace(harbour, proposals=harbour.proposals[1:])
    found = laid_over(fewer, kept_corrections(kept))
    assert [row.applied for row in found.corrections] == [False]
    assert "no such row" in str(found.corrections[0].why)
    assert replace(found, corrections=()) == fewer


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- what: [", r"corrections\.yaml:\d+: not YAML"),
        ("- what: wronk\n  rows: []\n", r"correction 1: what"),
        ("- what: wrong\n  row: []\n", r"correction 1: row"),
        ("what: wrong\n", r"corrections\.yaml"),
        ("- &a {what: wrong, rows: []}\n- *a\n", "references"),
        ("\x00", "not YAML"),
        ("- !!python/object/apply:os.system [ls]\n", "not YAML"),
    ],
)
def test_a_broken_file_says_where_and_nothing_is_lost(harbour: Record, kept: Path, text: str, said: str) -> None:
    (kept / CORRECTIONS).write_text(text, encoding="utf-8")
    for call in (lambda: load(kept), lambda: correct(kept, "wrong", [harbour.statements[0].id])):
        with pytest.raises(StoreError, match=said):
            call()
    assert (kept / CORRECTIONS).read_text(encoding="utf-8") == text


def test_hostile_words_stay_words(harbour: Record, kept: Path) -> None:
    note = '"\n- what: wrong # \u2028 <script> {{ }} &x *y !!z \U0001f600 :'
    row = correct(kept, "note", [harbour.statements[0].id], note=note)
    assert kept_corrections(kept)[0].note == note
    undo(kept, row.id)
    assert kept_corrections(kept) == ()


def test_a_contradiction_in_a_shared_file_is_told(harbour: Record) -> None:
    bauer, halonen = named(harbour, "Otto Bauer"), named(harbour, "Aino Halonen")
    asked: dict[str, Any] = {"article": None, "note": None, "by": None}
    same: Correction = made(harbour, "same", [halonen, bauer], **asked)
    wrong = made(harbour, "wrong", [bauer], **asked)
    found = laid_over(harbour, [wrong, same, wrong])
    assert [row.applied for row in found.corrections] == [True, False, False]
    assert f"{wrong.id} took" in str(found.corrections[1].why)


def test_every_field_that_names_a_row_is_known(harbour: Record) -> None:
    """No id stands in a field that renaming does not know: all ids that stand anywhere can be renamed."""
    lists = [f.name for f in fields(harbour) if f.name not in ("dragoman", "articles", "times", "stories")]
    ids = {row.id for name in lists for row in getattr(harbour, name)}
    rows = [row for name in lists for row in getattr(harbour, name)]
    told = json.dumps([list(strings(renamed(row, lambda i, article: f"#{i}" if i in ids else i))) for row in rows])
    left = {row.id for row in rows}
    assert all(told.count(f'"{identifier}"') <= 1 for identifier in left)
    assert len(REFERS) > 15
