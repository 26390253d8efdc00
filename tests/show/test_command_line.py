"""The program as users meet it: what goes where, how it ends, and what it says when nothing is found."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import os
import pty
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dragoman import __version__
from dragoman.model.record import Record
from dragoman.show.cli.app import app
from dragoman.show.cli.show import What
from dragoman.show.views import VIEWS
from dragoman.store.folder import keep
from tests.show.conftest import Program

LISTS = list(VIEWS)


def test_the_version_is_printed(runner: CliRunner) -> None:
    assert runner.invoke(app, ["--version"]).stdout == f"dragoman {__version__}\n"


def test_every_view_can_be_asked_for() -> None:
    assert [what.value for what in What] == LISTS


@pytest.mark.parametrize("what", LISTS)
def test_every_list_has_a_screen_of_80_columns(runner: CliRunner, kept: Path, what: str) -> None:
    screen = runner.invoke(app, ["show", what, "--from", str(kept)], env={"COLUMNS": "80"}).stdout
    assert screen.strip()
    assert max(len(line) for line in screen.splitlines()) <= 80


@pytest.mark.parametrize("what", LISTS)
def test_json_gives_the_rows_as_they_stand_in_the_record(runner: CliRunner, kept: Path, what: str) -> None:
    rows = json.loads(runner.invoke(app, ["show", what, "--json", "--from", str(kept)]).stdout)
    view = VIEWS[what]
    whole = json.loads((kept / "record.json").read_text(encoding="utf-8"))[view.key]
    if view.within:
        whole = [{"of": row["id"], **item} for row in whole for item in row[view.within]]
    assert rows
    assert all(row in whole for row in rows)


@pytest.mark.parametrize("what", LISTS)
def test_csv_has_one_line_of_equal_length_for_each_row(runner: CliRunner, kept: Path, what: str) -> None:
    text = runner.invoke(app, ["show", what, "--format", "csv", "--from", str(kept)]).stdout
    head, *rows = csv.reader(io.StringIO(text))
    assert {len(row) for row in rows} == {len(head)}


def test_markdown_lets_no_sign_of_a_stranger_through(runner: CliRunner, kept: Path) -> None:
    table = runner.invoke(app, ["show", "articles", "--format", "md", "--from", str(kept)]).stdout
    assert "&lt;b>Envoy&lt;/b> denies" in table


def test_statements_stand_under_their_speakers_with_outlet_manner_and_chain(runner: CliRunner, kept: Path) -> None:
    screen = " ".join(runner.invoke(app, ["show", "statements", "--from", str(kept)]).stdout.split())
    assert "Tarja Erdoğan (Foreign Minister, FIN) 1 statement said: “We have come" in screen
    assert "Lakeland Herald, 2 November 1995, citing the Northern Wire · indirect" in screen
    assert "A senior official (anonymous, in Lakeland Herald)" in screen


def test_the_ledger_tells_who_has_not_answered_and_who_accuses(runner: CliRunner, kept: Path) -> None:
    screen = " ".join(runner.invoke(app, ["show", "offers", "--from", str(kept)]).stdout.split())
    assert "Tarja Erdoğan → Ruritania · 1 November 1995 · pr-ferry" in screen
    assert (
        "answer: Otto Bauer: reject Ruritania has not agreed to anything according to Otto Bauer, ar-gazette.txt"
        in screen
    )
    assert "answer: Ruritania: no answer reported" in screen
    assert "alleged: Ruritania broke it, Tarja Erdoğan says" in screen
    assert "outcome by outlet: Lakeland Herald: open; ar-gazette.txt: rejected" in screen


def test_a_claim_tells_who_denies_it_and_who_is_silent(runner: CliRunner, kept: Path) -> None:
    screen = " ".join(runner.invoke(app, ["show", "claims", "--from", str(kept)]).stdout.split())
    assert "contested, 1 independent account" in screen
    assert "denies: Ruritania has not agreed to anything according to Otto Bauer, ar-gazette.txt" in screen
    assert "silent: Morning Mirror" in screen


@pytest.mark.parametrize("name", ["erdogan", "TARJA ERDOGAN", "Erdoğan", "en-erdogan"])
def test_an_actor_is_found_without_case_and_accents(runner: CliRunner, kept: Path, name: str) -> None:
    rows = json.loads(runner.invoke(app, ["show", "statements", "--actor", name, "--json", "--from", str(kept)]).stdout)
    assert [row["id"] for row in rows] == ["st-11111111"]


def test_a_mistyped_actor_is_answered_with_the_near_name(program: Program, kept: Path) -> None:
    done = program("show", "statements", "--actor", "Erdogann", "--from", str(kept))
    assert (done.returncode, done.stdout) == (3, b"")
    assert "Did you mean Tarja Erdoğan?" in done.stderr.decode()


def test_a_span_of_days_leaves_out_what_has_no_day_and_says_so(program: Program, kept: Path) -> None:
    done = program("show", "statements", "--since", "1995-11-02", "--json", "--from", str(kept))
    assert [row["id"] for row in json.loads(done.stdout)] == ["st-22222222"]
    assert done.stderr.decode() == "1 statements without a day are left out\n"


def test_filters_that_leave_nothing_say_what_was_asked(program: Program, kept: Path) -> None:
    done = program("show", "statements", "--outlet", "mirror", "--from", str(kept))
    assert done.returncode == 3
    assert "None of 3 statements matches outlet mirror" in done.stderr.decode()


def test_what_is_no_day_is_wrong_usage(program: Program, kept: Path) -> None:
    done = program("show", "statements", "--since", "Tuesday", "--from", str(kept))
    assert done.returncode == 2
    assert "--since Tuesday: not a day; write it as YYYY-MM-DD" in done.stderr.decode()


@pytest.mark.parametrize("words", [["show", "nothing"], ["nonsense"], ["show", "gaps", "--wrong"], ["run"]])
def test_wrong_usage_ends_with_2(program: Program, words: list[str]) -> None:
    done = program(*words)
    assert (done.returncode, done.stdout) == (2, b"")


def test_an_empty_folder_ends_with_3(program: Program, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = program("run", "empty")
    assert (done.returncode, done.stdout) == (3, b"")
    assert not (tmp_path / "dragoman-out").exists()


def test_a_record_that_is_not_there_is_one_line_with_the_mend(program: Program) -> None:
    done = program("show", "articles")
    assert done.returncode == 1
    assert done.stderr.decode().count("\n") == 1
    assert "dragoman run" in done.stderr.decode()


def test_an_encoding_without_the_signs_gets_the_nearest(program: Program, kept: Path) -> None:
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = program("show", "statements", "--from", str(kept), **plain)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b'"We have come to sign the ferry accord' in done.stdout
    assert b"Tarja Erdogan" in done.stdout


def test_json_is_utf_8_whatever_the_locale(program: Program, kept: Path) -> None:
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = program("show", "actors", "--json", "--from", str(kept), **plain)
    assert "Tarja Erdoğan" in {row["name"] for row in json.loads(done.stdout.decode("utf-8"))}


def test_no_escape_leaves_for_a_file_or_where_colour_is_unwanted(program: Program, kept: Path) -> None:
    for settings in ({}, {"NO_COLOR": "1"}):
        assert b"\x1b" not in program("show", "statements", "--from", str(kept), **settings).stdout


def test_a_reader_that_stops_reading_ends_it_quietly(kept: Path) -> None:
    command = [sys.executable, "-m", "dragoman.show.cli.app", "show", "articles", "--json", "--from", str(kept)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_showing_needs_no_language_model(kept: Path) -> None:
    code = (
        "import sys; from dragoman.show.cli.app import app\n"
        f"app(['show', 'statements', '--from', {str(kept)!r}], standalone_mode=False)\n"
        "sys.exit('spacy' in sys.modules or 'dragoman.annotate' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode == 0


def test_the_package_itself_costs_nothing() -> None:
    code = "import sys, dragoman; sys.exit('pydantic' in sys.modules or 'dragoman.show' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_doctor_reads_a_sentence_and_says_so(runner: CliRunner) -> None:
    done = runner.invoke(app, ["doctor", "--json"])
    findings = {finding["what"]: finding for finding in json.loads(done.stdout)}
    assert list(findings) == ["Python", "packages", "language model", "write access", "terminal"]
    assert findings["language model"]["fine"]
    assert done.exit_code == 0


def test_the_doctor_fails_where_nothing_can_be_written(
    runner: CliRunner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(**_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.TemporaryFile", refused)
    done = runner.invoke(app, ["doctor"])
    assert done.exit_code == 1
    assert "FAIL  write access" in done.stdout
    assert "mend: name a folder you may write with -o" in done.stdout


def on_a_terminal(kept: Path, **settings: str) -> bytes:
    """What `why` writes where stdout is a terminal."""
    command = [sys.executable, "-m", "dragoman.show.cli.app", "why", "st-33333333", "--from", str(kept)]
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        command, stdout=theirs, stderr=theirs, env={**os.environ, "TERM": "xterm", **settings}
    ) as done:
        os.close(theirs)
        written = b""
        with contextlib.suppress(OSError):  # the terminal is gone once the program has ended
            while chunk := os.read(ours, 4096):
                written += chunk
        done.wait()
    os.close(ours)
    return written


def test_marks_are_style_on_a_terminal_and_brackets_where_colour_is_unwanted(kept: Path) -> None:
    assert b"\x1b[4mRuritania has not agreed to anything\x1b[0m" in on_a_terminal(kept)
    assert b"[content: Ruritania has not agreed to anything]" in on_a_terminal(kept, NO_COLOR="1")


def test_an_article_cannot_command_the_terminal(record: Record, program: Program, tmp_path: Path) -> None:
    hostile = replace(record.articles[0], title="Talks \x1b[2J\x07 open \x9b31m", label="A\x1b]0;B")
    keep(replace(record, articles=(hostile, *record.articles[1:])), tmp_path)
    for words in (["show", "articles"], ["show", "statements"], ["why", "ar-herald"], ["why", "st-11111111"]):
        done = program(*words, "--from", str(tmp_path))
        assert done.returncode == 0
        assert not {0x1B, 0x07} & set(done.stdout)
        assert "\x9b" not in done.stdout.decode()
