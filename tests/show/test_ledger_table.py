"""The exchange ledger as a table that can be pasted into a memo: 80 columns, every answer and every silence."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dragoman.model.record import Record
from dragoman.show.cli.app import app
from dragoman.store.folder import keep


@pytest.fixture
def screen(kept: Path, runner: CliRunner) -> str:
    return runner.invoke(app, ["show", "offers", "--from", str(kept)], env={"COLUMNS": "80"}).stdout


def test_the_table_stands_first_and_fits_a_page(screen: str) -> None:
    lines = screen.splitlines()
    assert lines[0].split() == ["Offer", "From,", "to", "Answers", "Outcome"]
    assert set(lines[1].strip()) == {"="}
    assert max(map(len, lines)) <= 80


def test_a_line_has_terms_parties_answers_silence_and_allegations(screen: str) -> None:
    table = screen.partition("\n\n")[0]
    for told in ("The ferry accord", "30 days", "Tarja Erdoğan", "→ Ruritania", "Otto Bauer: reject", "pr-ferry"):
        assert told in table
    words = " ".join(table.split())
    for told in ("answer reported", "(outlets", "(breach"):
        assert told in words


def test_a_long_ledger_leaves_the_words_to_why(record: Record, runner: CliRunner, tmp_path: Path) -> None:
    offer = record.proposals[0]
    many = tuple(replace(offer, id=f"pr-{n}") for n in range(9))
    keep(replace(record, proposals=many), tmp_path)
    shown = runner.invoke(app, ["show", "offers", "--from", str(tmp_path)]).stdout
    assert "dragoman why ID" in shown
    assert "answer: " not in shown.partition("The words")[0]
