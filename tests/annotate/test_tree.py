"""Where words stand in a reading, looked up once for all rules."""

from __future__ import annotations

from dragoman.annotate.tree import Tree
from dragoman.model.reading import Reading, Sentence, Token

SAID = (("Oslo", "Oslo"), ("Led", "lead"), ("talks", "talk"), ("led", "lead"), ("by", "by"), ("it", "it"))
TREE = Tree(
    Reading(
        tuple(Token(i, 6 * i, 6 * i + 5, text, lemma, "X", "FW", 0, "dep") for i, (text, lemma) in enumerate(SAID)),
        (Sentence(0, len(SAID)),),
        (),
    )
)


def test_words_are_found_by_their_lemmas_in_small_letters_and_in_the_order_of_the_text() -> None:
    found = TREE.with_lemma(frozenset({"talk", "oslo"}), frozenset({"lead", "talk"}))
    assert [token.index for token in found] == [0, 1, 2, 3]


def test_words_are_found_as_they_are_written() -> None:
    assert [token.index for token in TREE.with_text(frozenset({"led", "it"}))] == [1, 3, 5]


def test_a_word_that_stands_nowhere_is_not_found() -> None:
    assert TREE.with_lemma(frozenset({"led", "Oslo"})) == [] == TREE.with_text(frozenset({"lead"}), frozenset())
