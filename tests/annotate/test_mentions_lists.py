"""The word lists hold words of the language and facts of the world, and no person of any story."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.annotate.referents.wordlists import sex_of_given_name
from dragoman.annotate.referents.wordlists import words as words_of
from dragoman.model.names import fold_name

LISTS = (
    "annotate/lexicon/titles.toml",
    "annotate/lexicon/agents.toml",
    "link/gazetteer/heads.toml",
    "link/gazetteer/offices.toml",
    "model/countries.toml",
    "model/bodies.toml",
    "model/institutions.toml",
)
CODE = ("annotate/referents", "annotate/mentions.py", "link", "model")
PLACES = {"abu dhabi", "san jose", "santo domingo", "la paz", "saint lucia", "al jazeera", "hong kong"}


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from (key, *strings(inner))
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)


def literals(path: Path) -> Iterator[str]:
    """The strings of a file of code, its docstrings aside."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
    docs = {id(n.body[0].value) for n in ast.walk(tree) if isinstance(n, documented) and n.body
            and isinstance(n.body[0], ast.Expr)}  # fmt: skip
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.value


def is_full_name(text: str) -> bool:
    """Whether a string is a given name with a capitalised word behind it."""
    words = text.split()
    if len(words) < 2 or fold_name(text) in PLACES or not all(w[:1].isupper() for w in words[:2]):
        return False
    bodies = words_of("agents", "organizations", "name_words")
    return sex_of_given_name(fold_name(words[0])) is not None and not bodies & set(words[1:])


def test_a_full_name_is_known_for_one() -> None:
    assert is_full_name("Carlos Ibarra")
    assert not is_full_name("Foreign Minister")


@pytest.mark.parametrize("name", LISTS)
def test_no_list_names_a_person(house: Path, name: str) -> None:
    rows = tomllib.loads((house / "src/dragoman" / name).read_text(encoding="utf-8"))
    assert [text for text in strings(rows) if is_full_name(text)] == []


@pytest.mark.parametrize("name", CODE)
def test_no_rule_names_a_person(house: Path, name: str) -> None:
    place = house / "src/dragoman" / name
    files = [place] if place.suffix == ".py" else sorted(place.rglob("*.py"))
    assert [text for path in files for text in literals(path) if is_full_name(text)] == []


def test_given_names_are_single_words(house: Path) -> None:
    rows = tomllib.loads((house / "src/dragoman/annotate/lexicon/given_names.toml").read_text(encoding="utf-8"))
    assert all(" " not in name and name == name.lower() for name in strings(list(rows.values())))
    assert not set(rows["male"]) & set(rows["female"])
