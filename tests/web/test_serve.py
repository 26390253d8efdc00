"""`dragoman serve` as users meet it: a real process on a loopback address, and the clear words where it cannot be."""

from __future__ import annotations

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.web.conftest import Page

Serving = Callable[..., tuple["subprocess.Popen[str]", str, int]]
COMMAND = [sys.executable, "-m", "dragoman.show.cli.app", "serve"]


@pytest.fixture
def serving(folder: Path) -> Iterator[Serving]:
    """Starts a workspace in a process of its own; gives back the process and its address."""
    started: list[subprocess.Popen[str]] = []

    def start(*options: str, **settings: str) -> tuple[subprocess.Popen[str], str, int]:
        command = [*COMMAND, str(folder), "--port", "0", *options]
        process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=os.environ | settings
        )
        started.append(process)
        assert process.stdout is not None
        line = process.stdout.readline()
        found = re.search(r"http://([^/]+):(\d+)/", line)
        assert found, line + (process.stderr.read() if process.stderr else "")
        return process, found[1], int(found[2])

    yield start
    for process in started:
        process.kill()
        process.communicate()


def refused(folder: Path, *options: str, **settings: str) -> tuple[int, str]:
    """How a workspace that cannot be served ends, and what it says."""
    command = [*COMMAND, str(folder), *options]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, env=os.environ | settings, check=False)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stderr


def test_a_workspace_answers_on_loopback_until_it_is_interrupted(serving: Serving) -> None:
    process, host, port = serving()
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("GET", "/")
    answer = connection.getresponse()
    assert (host, answer.status) == ("127.0.0.1", 200)
    assert "server" not in {name.lower() for name, _ in answer.getheaders()}
    assert "The ferry accord" in Page(answer.read().decode()).text
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=20) in (0, 130, -2)
    assert process.stderr is not None
    assert "Traceback" not in process.stderr.read()


def test_a_hundred_megabytes_are_refused_in_clear_words_and_not_held(serving: Serving) -> None:
    import psutil

    process, _, port = serving()
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    before = psutil.Process(process.pid).memory_info().rss
    connection.putrequest("POST", "/articles")
    for name, value in {"Content-Type": "application/x-www-form-urlencoded", "Content-Length": "100000005"}.items():
        connection.putheader(name, value)
    connection.endheaders()
    connection.send(b"text=")
    for _ in range(100):
        connection.send(b"x" * 1_000_000)
    answer = connection.getresponse()
    assert answer.status == 413
    assert "longer than 25 MB" in Page(answer.read().decode()).text
    assert psutil.Process(process.pid).memory_info().rss - before < 60_000_000


def test_a_port_in_use_is_told_with_the_mend(folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        code, told = refused(folder, "--port", str(port))
    assert code == 1
    assert f"port {port} is in use" in told
    assert f"--port {port + 1}" in told


def test_others_are_let_in_only_with_a_token(folder: Path, serving: Serving) -> None:
    code, told = refused(folder, "--host", "0.0.0.0", DRAGOMAN_TOKEN="")
    assert code == 2
    assert "needs a token" in told
    _, _, port = serving("--host", "0.0.0.0", DRAGOMAN_TOKEN="long-enough-to-be-a-token")
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("GET", "/api/v1/claims")
    assert connection.getresponse().status == 401


@pytest.mark.parametrize(
    ("options", "code", "words"),
    [
        (("--host", "203.0.113.7", "--token", "long-enough-to-be-a-token"), 2, "not an address of this machine"),
        (("--host", "nowhere.invalid", "--token", "long-enough-to-be-a-token"), 2, "not an address of this machine"),
    ],
)
def test_an_address_of_another_machine_is_refused(
    folder: Path, options: tuple[str, ...], code: int, words: str
) -> None:
    assert refused(folder, *options)[0] == code
    assert words in refused(folder, *options)[1]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    code, told = refused(tmp_path / "nowhere")
    assert code == 3
    assert "dragoman run PATH" in told


def test_without_a_browser_the_address_is_enough(serving: Serving) -> None:
    _, _, port = serving("--open", BROWSER="/nowhere/at/all", PATH="/nowhere", DISPLAY="")
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("GET", "/")
    assert connection.getresponse().status == 200
