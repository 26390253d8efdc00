"""Pairs of short articles that differ in one respect, or in none (`differences.toml`), and how many are told apart.

Of each kind there are five, nearly all written before the rules were tried on them. What is not found counts as open.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import pytest

from tests.newspaper import record_of

FOUND = {
    "polarity": 3,
    "characterisation": 1,
    "cause": 4,
    "participants": 5,
    "date": 1,
    "number": 4,
    "wording": 3,
}
PAPER = "@herald 2025-03-05\n{left}\n@gazette 2025-03-06\n{right}\n"


@cache
def pairs() -> tuple[dict[str, str], ...]:
    """The pairs of the file."""
    return tuple(tomllib.loads(Path(__file__).with_name("differences.toml").read_text(encoding="utf-8"))["pair"])


def kinds(pair: dict[str, str]) -> list[str]:
    """What the two articles are found to differ in."""
    return [row.on for row in record_of(PAPER.format(left=pair["left"], right=pair["right"])).disagreements]


@pytest.mark.parametrize("on", FOUND)
def test_articles_that_differ_are_found(on: str) -> None:
    held = [kinds(pair) for pair in pairs() if pair["on"] == on]
    assert len(held) == 5
    assert sum(on in found for found in held) >= FOUND[on]
    assert all(set(found) <= {on} for found in held)


def test_articles_that_do_not_differ_are_left_alone() -> None:
    assert [kinds(pair) for pair in pairs() if pair["on"] == "none"] == [[]] * 12


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Norway broke the ceasefire on the lake, Sweden said.", "Norway accused Sweden of violating the ceasefire."),
        (
            "There were 12 violations of the truce by Chile, the army of Peru said.",
            "Chile said that Peru broke the truce.",
        ),
        ("Ghana tore up the agreement on cocoa, Togo said.", "It was Togo that breached the agreement on cocoa."),
    ],
)
def test_who_broke_it_is_told_in_two_ways(left: str, right: str) -> None:
    assert kinds({"left": left, "right": right}) == ["participants"]
