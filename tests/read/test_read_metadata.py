"""Metadata beside the text: front matter, JSON keys, the table of `--meta`; and ids."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from dragoman.model.problem import Problem
from dragoman.model.text import Article, PublishedBy
from dragoman.read import read

STORY = "Norland has offered talks. Suderia has not answered.\n"


def articles(items: list[Article | Problem]) -> list[Article]:
    return [item for item in items if isinstance(item, Article)]


def test_the_table_wins_over_the_file(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"---\noutlet: Herald\npublished: 2024-01-02\n---\n{STORY}")
    (tmp_path / "meta.csv").write_text("path,outlet,published,title,url,author\na.md,Gazette,,An offer,,Ana Lind\n")
    (article,) = articles(read([str(tmp_path / "a.md")], meta=tmp_path / "meta.csv"))
    assert (article.outlet, article.title, article.author) == ("Gazette", "An offer", "Ana Lind")
    assert (article.published, article.published_by) == (date(2024, 1, 2), PublishedBy.METADATA)


def test_rows_are_found_by_path_below_the_folder(tmp_path: Path) -> None:
    (tmp_path / "may").mkdir()
    (tmp_path / "may" / "a.txt").write_text(STORY)
    (tmp_path / "meta.csv").write_text("path,outlet\nmay/a.txt,Gazette\n")
    (article,) = articles(read([str(tmp_path)], meta=tmp_path / "meta.csv"))
    assert article.outlet == "Gazette"


def test_faults_of_the_table(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "meta.csv").write_text("path,published\na.txt,2025-13-01\nb.txt,2025-01-01\na.txt,2025-01-01\n")
    found = read([str(tmp_path / "a.txt")], meta=tmp_path / "meta.csv")
    problems = [(item.kind, item.line) for item in found if isinstance(item, Problem)]
    assert problems == [("bad-date", 2), ("bad-metadata", 4), ("bad-metadata", 3)]
    assert articles(found)[0].published is None


def test_a_table_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "meta.csv").write_text("file,outlet\na.txt,Herald\n")
    for meta in (tmp_path / "meta.csv", tmp_path / "gone.csv"):
        (problem,) = read([], meta=meta)
        assert isinstance(problem, Problem)
        assert problem.kind == "bad-metadata"


def test_front_matter_is_marked_and_not_cut(tmp_path: Path) -> None:
    text = f"---\ntitle: An offer\n---\n\n{STORY}"
    (tmp_path / "a.md").write_text(text)
    (article,) = articles(read([str(tmp_path / "a.md")]))
    assert article.text == text
    assert [(mark.kind.value, article.quote(mark.span)) for mark in article.boilerplate] == [
        ("other", "---\ntitle: An offer\n---")
    ]


def test_a_rule_is_no_front_matter(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"---\nOslo, on the lake.\n---\n{STORY}")
    (article,) = articles(read([str(tmp_path / "a.md")]))
    assert article.extra == {}


def test_other_keys_are_kept(tmp_path: Path) -> None:
    row = {
        "id": 7,
        "text": STORY,
        "published": "2025-05-16T08:00:00Z",
        "desk": "world",
        "authors": ["A. Lind", "E. Roth"],
    }
    (tmp_path / "a.json").write_text(json.dumps(row))
    (article,) = articles(read([str(tmp_path / "a.json")]))
    assert article.extra == {"id": 7, "desk": "world"}
    assert (article.author, article.published) == ("A. Lind, E. Roth", date(2025, 5, 16))


def test_ids_hang_on_the_text_alone(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_text(STORY)
    (tmp_path / "c.txt").write_text(STORY + "More followed.")
    first, second, third = articles(read([str(tmp_path)]))
    assert second.id == f"{first.id}-2"
    assert third.id != first.id
    (alone,) = articles(read([str(tmp_path / "b.txt")]))
    assert alone.id == first.id


def test_the_order_of_the_arguments_does_not_matter(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_text(f"{name} tells it. {STORY}")
    paths = [str(tmp_path / name) for name in ("a.txt", "b.txt")]
    assert read(paths) == read(paths[::-1]) == read([str(tmp_path)])
