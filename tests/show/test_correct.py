"""Corrections as users meet them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dragoman.store.files import CORRECTIONS
from tests.show.conftest import Program


def test_a_correction_is_made_shown_listed_and_taken_back(program: Program, kept: Path) -> None:
    kept_at = ("--from", str(kept))
    made = program("correct", "same", "en-erdogan", "en-bauer", "--because", "one envoy", "--by", "desk", *kept_at)
    assert made.returncode == 0, made.stderr
    identifier, _, text = made.stdout.decode().splitlines()[0].partition("  ")
    assert text == "Tarja Erdoğan and Otto Bauer are the same"
    assert "one envoy · by desk" in made.stdout.decode()
    why = program("why", "en-erdogan", *kept_at)
    assert f"{identifier}: Tarja Erdoğan and Otto Bauer are the same" in " ".join(why.stdout.decode().split())
    assert b"1 correction is laid over what was read" in why.stderr
    gone = program("why", "en-bauer", *kept_at)
    assert "shown here as it was read" in " ".join(gone.stdout.decode().split())
    shown = json.loads(program("show", "statements", "--json", *kept_at).stdout)
    assert {row["source"]["entity"] for row in shown} <= {"en-erdogan", None}
    listed = json.loads(program("correct", "list", "--json", *kept_at).stdout)
    assert [row["id"] for row in listed] == [identifier]
    undone = program("correct", "undo", identifier, *kept_at)
    assert undone.stdout.decode() == "Taken back: Tarja Erdoğan and Otto Bauer are the same\n"
    assert program("why", "en-bauer", *kept_at).stderr == b""


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("same", "en-erdogan"), 2, "the ids of two rows"),
        (("same", "en-erdogan", "en-erdogan"), 2, "one already"),
        (("wrong", "st-1111111"), 3, "Near ids: st-11111111"),
        (("note", "st-11111111"), 2, "the note"),
        (("note", "st-11111111", " "), 2, "a note needs words"),
        (("different", "en-erdogan", "ar-gazette"), 2, "does not stand in the article"),
        (("different", "en-erdogan", "ar-herald"), 2, "stands in no other article"),
        (("undo", "co-1"), 3, "No correction"),
        (("list",), 3, "Nothing is corrected"),
        (("list", "x"), 2, "nothing more"),
    ],
)
def test_what_cannot_be_corrected_ends_as_it_should(
    program: Program, kept: Path, words: tuple[str, ...], code: int, said: str
) -> None:
    done = program("correct", *words, "--from", str(kept))
    assert (done.returncode, said in done.stderr.decode()) == (code, True), done.stderr
    assert not (kept / CORRECTIONS).exists()


def test_the_report_is_renewed_where_there_is_one(program: Program, kept: Path) -> None:
    (kept / "report.html").write_text("old", encoding="utf-8")
    program("correct", "wrong", "pr-ferry", "--from", str(kept))
    report = (kept / "report.html").read_text(encoding="utf-8")
    assert len(report) > 1000


def test_a_broken_file_of_corrections_is_told(program: Program, kept: Path) -> None:
    (kept / CORRECTIONS).write_text("- what: [", encoding="utf-8")
    done = program("show", "statements", "--from", str(kept))
    assert (done.returncode, b"corrections.yaml:1: not YAML" in done.stderr) == (1, True), done.stderr
