"""What stretches of a text mean, kept as bytes: sums of pieces, and how near two are."""

from __future__ import annotations

import numpy as np
import pytest

from dragoman.annotate.gists import clause_of, gists_of
from dragoman.annotate.language import read_language
from dragoman.model.gists import NOTHING, SIZE, Gists, Meanings, nearness
from dragoman.model.reading import Reading
from dragoman.store.packed import packed, packed_fast, unpacked
from tests.newspaper import news


def reading_of(text: str) -> Reading:
    (article,) = news(f"@herald 2024-12-05\n{text}")
    return read_language(article)


def meant(reading: Reading) -> list[np.ndarray]:
    """What each sentence means."""
    held = Meanings(reading.gists, len(reading.tokens))
    return [held.of(sentence.first, sentence.last) for sentence in reading.sentences]


@pytest.mark.parametrize(
    ("one", "like", "other"),
    [
        ("The two sides agreed to stop firing.", "Both camps accepted a truce.", "Bread grew dearer in the capital."),
        ("The miners walked out on Monday.", "A strike closed the pits.", "The orchestra opened its season."),
        ("The bridge was blown up at dawn.", "An explosion destroyed the crossing.", "Voters stayed at home."),
    ],
)
def test_one_thing_in_other_words_is_nearer_than_another_thing(one: str, like: str, other: str) -> None:
    first, second, third = meant(reading_of(f"{one} {like} {other}"))
    assert nearness(first, second) > nearness(first, third) + 0.1


def test_a_stretch_is_the_sum_of_its_pieces_and_a_part_of_a_piece_its_share() -> None:
    rows = np.zeros((2, SIZE), np.int8)
    rows[0, 0], rows[1, 1] = 10, -4
    held = Meanings(Gists((0, 3), rows.tobytes()), 5)
    assert held.of(0, 5)[:2].tolist() == [30, -8]
    assert held.of(2, 4)[:2].tolist() == [10, -4]
    assert held.of(5, 5).any() == np.False_


def test_a_text_without_gists_means_nothing_and_is_near_to_nothing() -> None:
    nought = Meanings(NOTHING, 7).of(0, 7)
    assert not nought.any()
    assert nearness(nought, np.ones(SIZE)) == 0


def test_pieces_end_where_a_clause_or_a_sentence_does() -> None:
    reading = reading_of("The envoy, who had come by train, signed the treaty. Nobody cheered.")
    words = [token.text for token in reading.tokens]
    opening = {words[first] for first in reading.gists.firsts}
    assert {"The", "who", "signed", "Nobody"} <= opening | {words[first + 1] for first in reading.gists.firsts[:-1]}
    assert len(clause_of(reading.tokens)) == len(words)
    assert len(reading.gists.vectors) == SIZE * len(reading.gists.firsts)


def test_without_rows_there_are_no_pieces() -> None:
    reading = reading_of("The envoy signed.")
    assert gists_of(np.zeros((len(reading.tokens), 0), np.float32), reading.tokens, reading.sentences) == NOTHING


def test_they_are_kept_as_bytes() -> None:
    gists = reading_of("The envoy signed the treaty, and the crowd sang.").gists
    assert unpacked(packed(gists), Gists) == gists
    assert packed_fast(gists) is not None
