"""The glossary defines every list of the record and every closed vocabulary in it, each word once."""

from __future__ import annotations

import re
from dataclasses import fields
from enum import StrEnum
from pathlib import Path

import pytest

from dragoman.model.mention import EntityKind, Form, Judgement
from dragoman.model.plover import EventType, Status
from dragoman.model.record import Record
from dragoman.model.statement import Act, Manner, SourceKind
from dragoman.model.when import Anchor

VOCABULARIES = (EntityKind, Form, Judgement, EventType, Status, Act, Manner, SourceKind, Anchor)
PLURALS = {"entities": "entity", "stories": "story"}


@pytest.fixture(scope="module")
def page(house: Path) -> str:
    return (house / "docs" / "words.md").read_text(encoding="utf-8")


def defined(page: str) -> list[str]:
    """The words that the page defines, in its order."""
    terms = re.findall(r"^\*\*(.+?)\*\*.*\n:", page, re.MULTILINE)
    return [word for term in terms for word in term.split(", ")]


def test_every_list_of_the_record_is_defined(page: str) -> None:
    lists = {field.name for field in fields(Record)} - {"dragoman"}
    assert {PLURALS.get(name, name.removesuffix("s")) for name in lists} - set(defined(page)) == set()


@pytest.mark.parametrize("vocabulary", VOCABULARIES)
def test_every_word_of_a_closed_vocabulary_is_explained(page: str, vocabulary: type[StrEnum]) -> None:
    words = set(re.findall(r"[\w-]+", page.lower()))
    assert {member.value.lower() for member in vocabulary} - words == set()


def test_no_word_is_defined_twice(page: str) -> None:
    words = defined(page)
    assert sorted(words) == sorted(set(words))
