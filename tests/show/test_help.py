"""Every command and option has help, an example and a page; the pages made from the code are not stale."""

from __future__ import annotations

import subprocess
import sys
import typing
from inspect import signature
from pathlib import Path

import pytest

from dragoman.show.cli.app import app
from tests.show.conftest import Program

COMMANDS = [(c.callback.__name__, c) for c in app.registered_commands if c.callback]
NAMES = [name for name, _ in COMMANDS]


@pytest.mark.parametrize("name", NAMES)
def test_the_help_of_a_command_has_an_example(program: Program, name: str) -> None:
    done = program(name, "--help")
    assert done.returncode == 0
    assert f"dragoman {name}" in done.stdout.decode().partition("Example:")[2]


def test_the_list_of_commands_cuts_no_sentence_short(program: Program) -> None:
    listed = program("--help", COLUMNS="80").stdout.decode().partition("Commands:")[2].partition("Example:")[0]
    assert all(name in listed for name in NAMES)
    assert "..." not in listed


@pytest.mark.parametrize(("name", "command"), COMMANDS)
def test_every_option_has_help_and_stands_on_the_page(house: Path, name: str, command: typing.Any) -> None:
    page = (house / "docs" / "reference" / "commands.md").read_text(encoding="utf-8")
    section = page.partition(f"## dragoman {name}\n")[2].partition("\n## ")[0]
    hints = typing.get_type_hints(command.callback, include_extras=True)
    for parameter in signature(command.callback).parameters:
        info = typing.get_args(hints[parameter])[1]
        assert info.help
        assert info.help.replace("|", "\\|") in section


def test_the_pages_made_from_the_code_are_not_stale(house: Path) -> None:
    done = subprocess.run(
        [sys.executable, "docs/make.py", "--check"], cwd=house, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
