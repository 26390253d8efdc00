"""Choices of words in an article's own voice, and none of what others are quoted with."""

from __future__ import annotations

import pytest

from tests.newspaper import record_of


def framed(text: str) -> list[tuple[str, str]]:
    record = record_of(f"@gazette 2024-12-06\n{text}")
    return [(row.kind, row.evidence.quote) for row in record.framing]


def test_a_loaded_word_is_told_with_what_it_colours() -> None:
    assert ("loaded", "reluctantly agreed") in framed("President Ortega reluctantly agreed to the talks in Lima.")


def test_words_of_others_are_not_the_articles() -> None:
    assert framed("“It was a chaotic and brutal regime of thugs,” President Ortega said in Lima on Friday.") == []


def test_neutral_reporting_has_no_framing() -> None:
    assert framed("President Ortega met Minister Ito in Lima on Friday. They signed an agreement on fishing.") == []


def test_scare_quotes_are_no_speech() -> None:
    found = framed("The “election” in the province was held on Sunday, and the governor stayed in office.")
    assert found == [("scare-quotes", "“election”")]


def test_titles_in_quotation_marks_are_no_scare_quotes() -> None:
    assert framed("The newspaper “Der Morgen” printed the agreement in full on Sunday.") == []


def test_he_claimed_doubts() -> None:
    assert ("doubt", "claimed") in framed("President Ortega claimed that the army had left the province.")


def test_a_regime_is_a_label_and_a_sanctions_regime_is_none() -> None:
    record = record_of("""
        @herald 2024-12-05
        The regime in Oslo keeps its fishing boats at sea.
        The sanctions regime of the union is old.
    """)
    assert [(row.kind, row.evidence.quote) for row in record.framing] == [("label", "regime")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The miners spurned the paper, and the fishermen were held to ransom for a week.", "held to ransom"),
        ("The ministry spurned the miners' paper on Friday and left the hall.", "spurned"),
        ("After a night in the hall the minister signed away the coast of the province.", "signed away"),
        ("The governor turned a deaf ear to the miners and went on with the sale.", "turned a deaf ear"),
        ("By its own account the junta let the boats pass on Sunday.", "By its own account"),
    ],
)  # fmt: skip
def test_figures_of_speech_take_sides(text: str, words: str) -> None:
    assert any(words in quote for _, quote in framed(text))


def test_common_phrases_take_none() -> None:
    assert (
        framed("The union gave way to the mediators on Friday, and no more than 300 miners stayed in the hall.") == []
    )
