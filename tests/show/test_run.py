"""A run from files to the screen: what is kept, what is printed where, and what a half-broken folder costs."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from dragoman.model.record import Record
from dragoman.show.brief import brief
from dragoman.show.cli import output
from tests.show.conftest import Program

NEWS = "LAKETOWN, Nov 2 - “We have come to sign the ferry accord,” Foreign Minister Tarja Halonen said on Wednesday.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "herald.txt").write_text(NEWS, encoding="utf-8")
    (tmp_path / "news" / "scan.txt").write_bytes(b"\x00\x01\x02PK\x03\x04")
    return tmp_path / "news"


def test_a_run_keeps_record_and_report_and_prints_one_screen(program: Program, folder: Path, tmp_path: Path) -> None:
    done = program("run", "news")
    screen = done.stdout.decode()
    assert done.returncode == 0
    assert "What the sources say, not what is true." in screen.replace("\n", " ")
    assert "dragoman-out/report.html" in screen
    assert max(len(line) for line in screen.splitlines()) <= 80
    assert re.fullmatch(r"news/scan\.txt(:\d+)?: .+\n", done.stderr.decode())
    kept = sorted(path.name for path in (tmp_path / "dragoman-out").iterdir())
    assert kept == ["dragoman.db", "record.json", "report.html"]


def test_json_is_the_record_and_nothing_is_written(program: Program, folder: Path, tmp_path: Path) -> None:
    done = program("run", "news", "--json", "--jobs", "1")
    assert [row["path"] for row in json.loads(done.stdout)["articles"]] == ["news/herald.txt"]
    assert not (tmp_path / "dragoman-out").exists()


def test_the_screen_begins_with_the_negotiation(record: Record, capsys: pytest.CaptureFixture[str]) -> None:
    output.show(brief(record, report=Path("dragoman-out/report.html")))
    screen = capsys.readouterr().out
    titles = re.findall(r"^([A-Z][a-z]+(?: [a-z]+)*)(?:  .*)?$", screen, re.MULTILINE)
    assert titles == [
        "Meetings", "Offers and answers", "Disagreements", "Most quoted", "In their words", "Gaps", "Report", "Next",
    ]  # fmt: skip
    assert "reject: Otto Bauer; no answer reported: Ruritania" in screen
