"""`dragoman export` as users meet it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dragoman.show.cli.app import app
from dragoman.show.cli.export import To
from dragoman.show.export import EXPORTS
from tests.show.conftest import Program


def test_every_format_can_be_asked_for() -> None:
    assert [to.value for to in To] == list(EXPORTS)


@pytest.mark.parametrize("form", list(EXPORTS))
def test_an_export_stands_beside_the_run_and_prints_its_path(runner: CliRunner, kept: Path, form: str) -> None:
    done = runner.invoke(app, ["export", form, "--from", str(kept)])
    assert done.exit_code == 0
    assert done.stdout == f"{kept / EXPORTS[form].name}\n"
    assert Path(done.stdout.strip()).exists()


def test_an_export_goes_where_it_is_told(runner: CliRunner, kept: Path, tmp_path: Path) -> None:
    runner.invoke(app, ["export", "csv", "--from", str(kept), "-o", str(tmp_path / "r")])
    assert (tmp_path / "r" / "statements.csv").is_file()


def test_one_text_can_be_printed(runner: CliRunner, kept: Path) -> None:
    done = runner.invoke(app, ["export", "csl-json", "--from", str(kept / "record.json"), "-o", "-"])
    assert len(json.loads(done.stdout)) == 3


def test_the_exit_codes_of_an_export(program: Program, kept: Path) -> None:
    for words, code, told in [
        (("export", "csv", "--from", str(kept), "-o", "-"), 2, "name a folder with -o"),
        (("export", "xlsx", "--from", str(kept), "-o", "-"), 2, "name a file with -o"),
        (("export", "pdf"), 2, "pdf"),
        (("export", "csv"), 1, "dragoman run"),
    ]:
        done = program(*words)
        assert (done.returncode, done.stdout) == (code, b"")
        assert told in done.stderr.decode()


def test_a_missing_library_ends_with_one_line(kept: Path, program: Program, tmp_path: Path) -> None:
    (tmp_path / "without").mkdir()
    (tmp_path / "without" / "openpyxl.py").write_text("raise ImportError\n", encoding="utf-8")
    done = program("export", "xlsx", "--from", str(kept), PYTHONPATH=str(tmp_path / "without"))
    assert done.returncode == 1
    assert done.stderr.decode() == "dragoman: openpyxl is not installed; run `pip install 'dragoman[export]'`\n"
