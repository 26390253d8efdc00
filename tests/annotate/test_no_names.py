"""No rule names anybody: what rules and word lists say about voices and entities holds for every country and outlet.

Tables of the world (countries, bodies, media, given names) are data and say so; they are not asked here.
"""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import dragoman
from dragoman.annotate.attribution.lexicon import outlets
from dragoman.annotate.referents.wordlists import sex_of_given_name
from dragoman.model import countries as world
from dragoman.model.names import fold_name

SOURCE = Path(dragoman.__file__).parent
ROOMS = ("annotate/attribution", "annotate/referents", "link")
LAYERS = ("annotate/statements.py", "annotate/quotations.py", "annotate/blocks.py", "annotate/mentions.py")
LEXICONS = ("cues", "acts", "sources", "channels", "titles")
NAMED = re.compile(r"\b[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+)*")
COMMON = frozenset(["US", "Sultan"])  # a pronoun in capitals, a title


def literals(path: Path) -> Iterator[str]:
    """The strings of a file that are no docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    owners = (ast.Module, ast.FunctionDef, ast.ClassDef)
    docs = {
        node.body[0].value for node in ast.walk(tree) if isinstance(node, owners) and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in docs:
            yield node.value


def words_of(value: object) -> Iterator[str]:
    """All strings of a table, keys included."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from words_of(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from words_of(inner)


def names_somebody(text: str) -> list[str]:
    """The persons, outlets and places among the capitalised words of a string."""
    return [word for word in NAMED.findall(text) if word not in COMMON and is_name(word)]


def is_name(word: str) -> bool:
    place = world.named_country(word) or world.adjective_country(word) or world.capital_country(word)
    return bool(place or world.seat_country(word) or word in outlets() or sex_of_given_name(fold_name(word)))


FILES = sorted([*(path for room in ROOMS for path in (SOURCE / room).glob("*.py")), *(SOURCE / f for f in LAYERS)])


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_rule_names_a_person_an_outlet_or_a_place(path: Path) -> None:
    assert [name for text in literals(path) for name in names_somebody(text)] == []


@pytest.mark.parametrize("name", LEXICONS)
def test_no_word_list_names_a_person_an_outlet_or_a_place(name: str) -> None:
    table = tomllib.loads((SOURCE / "annotate" / "lexicon" / f"{name}.toml").read_text(encoding="utf-8"))
    found = [word for text in words_of(table) for word in names_somebody(text)]
    assert set(found) <= {"X"}  # a verb that names its own channel ("tweeted")


def test_the_question_finds_names() -> None:
    assert names_somebody("the Kremlin told Reuters that Maria left Norway") == [
        "Kremlin",
        "Reuters",
        "Maria",
        "Norway",
    ]
