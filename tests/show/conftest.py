"""What the tests of this room ask for: the small record, kept in a folder, and the program as users meet it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dragoman.model.record import Record
from dragoman.show.lookup import Lookup
from dragoman.store.folder import keep
from tests.show.newsroom import small_record

Program = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture
def record() -> Record:
    return small_record()


@pytest.fixture
def lookup(record: Record) -> Lookup:
    return Lookup.of(record)


@pytest.fixture
def kept(record: Record, tmp_path: Path) -> Path:
    """A folder with the small record in it."""
    keep(record, tmp_path / "kept")
    return tmp_path / "kept"


@pytest.fixture
def runner() -> CliRunner:
    return CliRunner()


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """The program in a process of its own, with a plain environment, in an empty folder."""

    def run(*words: str, **settings: str) -> subprocess.CompletedProcess[bytes]:
        kept_settings = {key: os.environ[key] for key in ("PATH", "HOME") if key in os.environ}
        command = [sys.executable, "-m", "dragoman.show.cli.app", *words]
        return subprocess.run(
            command,
            env=kept_settings | settings,
            cwd=tmp_path,
            capture_output=True,
            stdin=subprocess.DEVNULL,
            check=False,
        )

    return run
