"""What is wrong with a file becomes a Problem with the mend; the rest is read."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from dragoman.model.problem import Problem
from dragoman.model.text import Article
from dragoman.read import files, read
from dragoman.read.formats import jsonl

STORY = "Norland has offered talks. Suderia has not answered.\n"
SKIPPED_LINE = '{"text": "Norland has'


def kinds(items: list[Article | Problem]) -> list[str]:
    return [item.kind if isinstance(item, Problem) else "article" for item in items]


def kind_of(path: Path, content: bytes | str) -> str:
    """The one thing that is read from a file with this content."""
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    (kind,) = kinds(read([str(path)]))
    return kind


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "unreadable"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "unreadable"),
        (bytes(range(256)) * 8, "unreadable"),
        ("\u201c", "no-text"),
        ("12:30 \u2013 14:00", "no-text"),
        ("x" * 50_000, "not-an-article"),
        ("Menu\nHome\nNews\n", "not-an-article"),
        ("Talks in Geneva", "not-an-article"),
        ("\U0001f54a\ufe0f Talks resumed in Geneva today. \U0001f91d", "article"),
        ("قال الوزير إن المحادثات ستستأنف غدا في جنيف.", "article"),
        ("两国外长星期五在日内瓦举行会谈，双方同意下月再次会晤。", "article"),
    ],
)
def test_one_file(tmp_path: Path, content: bytes | str, kind: str) -> None:
    assert kind_of(tmp_path / "a.txt", content) == kind


def test_every_problem_names_its_file_and_the_mend(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    for item in read([str(tmp_path), str(tmp_path / "nowhere")]):
        assert isinstance(item, Problem)
        assert item.path is not None
        assert ";" in item.text
        assert "\n" not in item.text


def test_a_missing_path_does_not_stop_the_rest(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    assert kinds(read([str(tmp_path / "a.txt"), str(tmp_path / "b.txt")])) == ["article", "unreadable"]


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(STORY)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    (problem,) = read([str(tmp_path / "a.txt")])
    assert isinstance(problem, Problem)
    assert problem.kind == "unreadable"
    assert "permission denied" in problem.text


def test_a_file_that_changes_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    story = tmp_path / "a.txt"
    story.write_text(STORY)
    states = iter([(1, 1), (2, 1)])
    monkeypatch.setattr(files, "state", lambda _: next(states))
    assert kinds(read([str(story)])) == ["changed"]


def test_a_file_that_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LONGEST_TEXT", 100)
    assert kind_of(tmp_path / "a.txt", STORY * 3) == "too-large"


def test_a_line_that_is_too_long_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonl, "LONGEST_LINE", 100)
    feed = tmp_path / "a.jsonl"
    words = "word " * 100
    feed.write_text(f'{{"text": "{words}"}}\n{{"text": "{STORY.strip()}"}}\n')
    problem, article = read([str(feed)])
    assert isinstance(problem, Problem)
    assert (problem.kind, problem.line) == ("too-large", 1)
    assert isinstance(article, Article)


def test_broken_lines_are_numbered_and_the_others_read(tmp_path: Path) -> None:
    feed = tmp_path / "a.jsonl"
    feed.write_text(f'{{"text": "{STORY.strip()}"}}\n{SKIPPED_LINE}\n\n{{"title": "no text"}}\n[]\n{{"text": 3}}\n')
    found = read([str(feed)])
    assert kinds(found) == ["article", "broken-line", "no-text", "no-text", "no-text"]
    assert [item.line for item in found if isinstance(item, Problem)] == [2, 4, 5, 6]


def test_deep_and_odd_json(tmp_path: Path) -> None:
    assert kind_of(tmp_path / "a.json", "[" * 100_000) == "broken-line"
    assert kind_of(tmp_path / "b.json", '{"text": "Half a sign \\ud83d here, they said."}') == "article"
    assert kind_of(tmp_path / "c.json", "null") == "no-text"


def test_a_link_back_to_its_own_folder(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "round").symlink_to(tmp_path, target_is_directory=True)
    assert kinds(read([str(tmp_path)])) == ["article", "skipped"]


def test_a_link_to_nowhere(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    assert kinds(read([str(tmp_path)])) == ["unreadable"]


def test_unknown_kinds_are_skipped_in_folders_and_read_when_named(tmp_path: Path) -> None:
    (tmp_path / "story.rst").write_text(STORY)
    assert kinds(read([str(tmp_path)])) == ["skipped"]
    assert kinds(read([str(tmp_path / "story.rst")])) == ["article"]


def test_hidden_files_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "a.txt").write_text(STORY)
    (tmp_path / ".b.txt").write_text(STORY)
    assert read([str(tmp_path)]) == []


def test_standard_input() -> None:
    (article,) = read(["-"], stdin=io.BytesIO(STORY.encode()))
    assert isinstance(article, Article)
    assert article.path == "-"
    assert kinds(read(["-"], stdin=io.BytesIO(b'{"text": "They met in Oslo."}\n{'))) == ["article", "broken-line"]
    assert kinds(read(["-"])) == ["unreadable"]


def test_paths_are_joined_to_the_folder_as_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "news" / "may").mkdir(parents=True)
    (tmp_path / "news" / "may" / "a.txt").write_text(STORY)
    monkeypatch.chdir(tmp_path)
    for given, path in (("news", "news/may/a.txt"), ("./news/", "./news/may/a.txt"), (".", "./news/may/a.txt")):
        (article,) = read([given])
        assert article.path == path
    assert len(read(["news", os.fspath(tmp_path / "news")])) == 1


def test_a_name_that_is_no_utf8_can_be_written(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_text(
        "Minister Ito said on Friday that the truce would hold.\n", encoding="utf-8"
    )
    (found,) = read([str(tmp_path)])
    assert isinstance(found, Article)
    assert found.path.encode("utf-8").decode().endswith("caf\ufffd.txt")
