"""The five promises of the record, on messy texts and on the bundled example.

Verbatim, nothing without evidence, nothing lost, offline, repeatable. Whether a row is right is not asked here.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.engine.build import build, record_from
from dragoman.model.problem import Problem
from dragoman.read import read
from dragoman.store.json import to_json
from tests.newspaper import article

DRAGOMAN = Path(sys.executable).with_name("dragoman")
ID = re.compile(r"[a-z]{2,3}-[0-9a-f]{8}(-\d+)?")

PIECES = (
    "“We have agreed,” Minister Ito said",
    "“We will sign,” the minister said, “if they do.",
    "According to the Herald Wire Agency, citing an unnamed official",
    "The two sides met in Geneva on Friday",
    "‘Not yet’, Ms. Ortega's spokesman wrote on X",
    '"He said "no" twice"',
    "GENEVA, May 16 (HWA) —",
    "talks lasted 3½ hours; 1,000 prisoners were to be freed",
    "«Nous verrons», a-t-elle dit",
    "Share on Facebook",
    "Tuesday",
    "the U.S.-brokered truce of Feb. 29",
    "…",
    "”",
    "“",
    ")(",
    "İ ﬁ ẞ e\u0301 👩🏽‍⚖️ \u200b\u00ad \ufeff",
    "和平谈判",
    "\u202eright to left\u202c",
    "\x00\x0b\x0c\x1c\x85\u2028",
    "a" * 300,
)
JOINTS = (" ", ". ", "\n", "\n\n", "\r\n", "\r", "\t", " \n \n\n ", ", ", "")

messy_texts = st.lists(
    st.tuples(st.sampled_from(PIECES) | st.text(st.characters(codec="utf-8"), max_size=20), st.sampled_from(JOINTS)),
    min_size=1,
    max_size=12,
).map(lambda parts: "".join(piece + joint for piece, joint in parts))

patiently = settings(
    max_examples=40, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)


def objects(node: Any) -> Iterator[dict[str, Any]]:
    """Every object inside a JSON value, itself first."""
    if isinstance(node, dict):
        yield node
    for child in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from objects(child)


def evidence_in(node: Any) -> list[dict[str, Any]]:
    return [each for each in objects(node) if {"article", "start", "end", "quote"} <= each.keys()]


def strings(node: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Every string inside a JSON value, with the key it stands under."""
    if isinstance(node, str):
        yield key, node
    elif isinstance(node, dict):
        for name, child in node.items():
            yield from strings(child, name)
    elif isinstance(node, list):
        for child in node:
            yield from strings(child, key)


def as_json(record: Any) -> dict[str, Any]:
    loaded = json.loads(to_json(record))
    assert isinstance(loaded, dict)
    return loaded


def dragoman(*arguments: str | Path, **changes: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [DRAGOMAN, *arguments],
        capture_output=True,
        encoding="utf-8",
        env=os.environ | changes,
        timeout=120,
        check=False,
    )


@pytest.fixture(scope="module")
def record(example: Path) -> dict[str, Any]:
    return as_json(build([str(example)], jobs=1))


@patiently
@given(messy_texts)
def test_whatever_the_text_its_evidence_is_verbatim(text: str) -> None:
    rows = as_json(record_from([article(text)], jobs=1))
    assert not [gap["text"] for gap in rows["gaps"] if gap["kind"] == "not-annotated"]
    for evidence in evidence_in({key: rows[key] for key in rows if key != "articles"}):
        assert text[evidence["start"] : evidence["end"]] == evidence["quote"] != ""


@patiently
@given(messy_texts)
def test_whatever_the_file_its_text_is_kept_or_the_loss_is_told(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    file = tmp_path_factory.mktemp("news") / "a.txt"
    file.write_bytes(b"The ministers met.\n" + text.encode())
    (found,) = read([str(file)])
    if isinstance(found, Problem):
        assert found.path == str(file)
        assert re.search(r"[\x00-\x08\x0e-\x1f\x7f]", text), "only control characters make a file no text"
        return
    kept = "The ministers met.\n" + text.replace("\r\n", "\n").replace("\r", "\n")
    assert found.text == kept.strip("\ufeff")


def test_all_evidence_of_the_example_is_verbatim(record: dict[str, Any]) -> None:
    texts = {row["id"]: row["text"] for row in record["articles"]}
    found = evidence_in({key: record[key] for key in record if key != "articles"})
    assert len(found) > 100
    assert [e for e in found if texts[e["article"]][e["start"] : e["end"]] != e["quote"] or not e["quote"]] == []


def test_nothing_is_without_evidence(record: dict[str, Any]) -> None:
    for name in record.keys() - {"dragoman", "articles", "stories", "gaps"}:
        bare = [row for row in record[name] if not evidence_in(row)]
        assert bare == [], name


def test_ids_are_unique_and_every_reference_leads_to_a_row(record: dict[str, Any]) -> None:
    rows = [row for name in record if name != "dragoman" for row in record[name]]
    ids = [row["id"] for row in rows]
    assert len(ids) == len(set(ids))
    named = {text for key, text in strings(rows) if key not in ("id", "wording", "sha256") and ID.fullmatch(text)}
    assert named - set(ids) == set()


def test_the_order_of_the_files_changes_nothing(example: Path, record: dict[str, Any]) -> None:
    found = read([str(example)])
    assert as_json(record_from(found[::-1], jobs=1)) == record


def test_the_example_loses_no_file(example: Path, record: dict[str, Any]) -> None:
    read_from = {row["path"] for row in record["articles"]}
    assert read_from == {f"{example}/{file.name}" for file in example.iterdir()}
    assert len(record["articles"]) == 7


@pytest.mark.parametrize(
    ("jobs", "seed", "locale"), [("1", "1", "C"), ("2", "2", "C.UTF-8"), ("3", "3", "tr_TR.UTF-8")]
)
def test_processes_hashing_and_locale_change_nothing(
    example: Path, house: Path, record: dict[str, Any], jobs: str, seed: str, locale: str
) -> None:
    files = sorted(example.iterdir(), reverse=seed == "2")
    done = dragoman(
        "run", *files, "--json", "--jobs", jobs, PYTHONHASHSEED=seed, LC_ALL=locale, LANG=locale, TZ="Asia/Tokyo"
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == json.dumps(record, ensure_ascii=False, indent=1) + "\n"


FORBID_SOCKETS = """
import os, sys
def forbid(event, arguments):
    if event.startswith("socket.") and event != "socket.gethostname":
        os.write(2, f"{event} {arguments}".encode())
        os._exit(86)
sys.addaudithook(forbid)
"""


def test_a_run_opens_no_socket(example: Path, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(FORBID_SOCKETS, encoding="utf-8")
    forbidden = subprocess.run(
        [sys.executable, "-c", "import socket; socket.socket()"],
        env=os.environ | {"PYTHONPATH": str(tmp_path)},
        capture_output=True,
        check=False,
    )
    assert forbidden.returncode == 86, "the hook that forbids sockets does not work"
    done = dragoman("run", example, "-o", tmp_path / "out", PYTHONPATH=str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out" / "record.json").is_file()


def test_one_broken_article_never_stops_the_rest(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("“We have agreed,” Minister Ito said on Friday.", encoding="utf-8")
    (tmp_path / "broken.json").write_text('{"text": "no end', encoding="utf-8")
    (tmp_path / "lines.jsonl").write_text('{"text": "The ministers met."}\n{"text":\n', encoding="utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "bytes.txt").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "page.html").write_text("<html><body><p>Unclosed <b>“page", encoding="utf-8")
    (tmp_path / "folder.txt").mkdir()
    (tmp_path / "nowhere.txt").symlink_to(tmp_path / "gone.txt")
    (tmp_path / "round").symlink_to(tmp_path)
    done = dragoman("run", tmp_path, "--json")
    assert done.returncode == 0, done.stderr
    rows = json.loads(done.stdout)
    assert "“We have agreed,”" in [content["quote"] for row in rows["statements"] for content in row["content"]]
    told = {Path(gap["path"]).name for gap in rows["gaps"] if gap["path"] and not gap["ref"]}
    assert told == {"broken.json", "lines.jsonl", "empty.txt", "bytes.txt", "page.html", "nowhere.txt", "round"}


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("run", "example", "--json"), 0),
        (("run", "broken", "--json"), 1),
        (("run", "example", "--no-such-option"), 2),
        (("run",), 2),
        (("no-such-command",), 2),
        (("run", "empty", "--json"), 3),
    ],
)
def test_exit_codes_tell_what_happened(example: Path, tmp_path: Path, arguments: tuple[str, ...], code: int) -> None:
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "a.json").write_text("{", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    folders = {"example": example, "broken": tmp_path / "broken", "empty": tmp_path / "empty"}
    done = dragoman(*(folders.get(argument, argument) for argument in arguments))
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr


def test_two_identical_articles_get_two_ids(tmp_path: Path) -> None:
    for name in ("herald.txt", "gazette.txt"):
        (tmp_path / name).write_text("The ministers met in Geneva.", encoding="utf-8")
    gazette, herald = as_json(build([str(tmp_path)], jobs=1))["articles"]
    assert herald["id"] == f"{gazette['id']}-2"
