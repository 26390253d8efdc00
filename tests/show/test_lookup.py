"""Counting accounts, finding sentences, cutting text: the small decisions that screens rest on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.model.record import ArticleRow, Record
from dragoman.show.context import Mark, around, bracketed, pieces
from dragoman.show.lookup import Lookup, accounts
from dragoman.show.views import inbrief
from tests.show.newsroom import article_row


def articles() -> list[ArticleRow]:
    return [article_row(identifier) for identifier in ("ar-herald", "ar-mirror", "ar-gazette")]


def test_a_copy_is_no_second_account() -> None:
    assert accounts(articles()) == 2


def test_two_reports_of_one_wire_are_one_account() -> None:
    herald, mirror, gazette = articles()
    wired = [replace(herald, agency="Northern Wire"), replace(mirror, copy_of=None, agency="NORTHERN WIRE"), gazette]
    assert accounts(wired) == 2


def test_copies_of_each_other_do_not_go_round_for_ever() -> None:
    herald, mirror, _ = articles()
    assert accounts([replace(herald, copy_of="ar-mirror"), mirror]) <= 2


@pytest.mark.parametrize(
    ("text", "words", "sentence"),
    [
        ("Talks began. “We agree,” he said. They left.", "We agree", "“We agree,” he said."),
        ("Gen. Ito spoke to the U.S. envoy. They left.", "spoke", "Gen. Ito spoke to the U.S. envoy."),
        ("A heading\nThe talks began.", "talks", "The talks began."),
        (
            "The delegations of the two neighbouring countries\nmet for the first time in ten years. They left.",
            "met",
            "The delegations of the two neighbouring countries\nmet for the first time in ten years.",
        ),
    ],
)
def test_words_are_shown_in_their_sentence(text: str, words: str, sentence: str) -> None:
    start = text.index(words)
    low, high = around(text, start, start + len(words))
    assert text[low:high] == sentence


def test_marks_may_stand_inside_each_other() -> None:
    text = "Ito said Bauer agreed."
    marks = [Mark(9, 21, "content"), Mark(9, 14, "source"), Mark(15, 21, "content")]
    assert bracketed(pieces(text, 0, len(text), marks)) == "Ito said [content: [source: Bauer] [content: agreed]]."


def test_in_brief_no_sentence_is_told_twice(record: Record) -> None:
    again = replace(record.claims[0], id="cl-again")
    told = inbrief.chosen(Lookup.of(replace(record, claims=(record.claims[0], again))))
    assert [row.id for row in told] == ["cl-signed"]
