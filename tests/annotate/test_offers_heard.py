"""Answers in words that no rule knows, as the reader hears them."""

import pytest

from dragoman.annotate import annotate
from dragoman.annotate.language import exchange_scores
from dragoman.annotate.offers.heard import any_answer, grouped, head_of
from dragoman.annotate.offers.page import Page
from dragoman.model.flow import Annotated
from dragoman.model.negotiation import ANSWERS, MatterKind, Move
from dragoman.model.reading import EXCHANGE, ExchangeScores
from tests.newspaper import news, record_of


def read(text: str) -> Annotated:
    (article,) = news(text)
    return annotate(article)


def answers(text: str) -> list[tuple[str, str]]:
    """The answers of a record: how, and in which words."""
    rows = [row for proposal in record_of(text).proposals for row in proposal.responses]
    return [(row.stance, row.evidence[0].quote) for row in rows]


def heard(annotated: Annotated) -> list[Move]:
    return [move for move in annotated.moves if move.chance is not None]


ISLANDS = """
    @herald 2019-05-02
    Norland offered on Monday to hand back the two islands in return for fishing rights.
    {}
    The islands lie forty miles off the coast.
    """
MINES = """
    @herald 2019-05-02
    The ministry proposed on Monday to close two of the five mines.
    {}
    The mines employ two thousand people.
    """


@pytest.mark.parametrize(
    ("paper", "line", "stance", "words"),
    [
        (ISLANDS, "“Not one net will be cast in our waters,” Foreign Minister Luca Ito said.", "reject", "Not one net"),
        (MINES, "The miners' leader, Pia Holm, said her members would sleep on it.", "defer", "sleep on it"),
    ],
)
def test_an_answer_in_words_of_its_own_goes_to_what_was_just_offered(
    paper: str, line: str, stance: str, words: str
) -> None:
    found = answers(paper.format(line))
    assert any(how == stance and words in quote for how, quote in found), found


@pytest.mark.parametrize(
    "line", ["The miners' leader, Pia Holm, said her members slept badly.", "Two of the mines were opened in 1911."]
)
def test_what_is_told_beside_an_offer_is_no_answer(line: str) -> None:
    assert answers(MINES.format(line)) == []


def test_where_a_rule_reads_an_answer_it_is_told_once() -> None:
    read_ = read(MINES.format("The miners' leader, Pia Holm, rejected the proposal."))
    (answer,) = [move for move in read_.moves if move.kind in ANSWERS]
    assert answer.chance is None


def test_a_text_without_offers_has_none() -> None:
    assert not heard(read("@herald 2019-05-02\nThe harbour was built in 1911.\nIt handles two million tonnes a year."))


def test_what_the_reader_makes_of_each_word_is_not_kept() -> None:
    assert read(MINES.format("Holm said no.")).reading.exchange == ()


def scores(token: int, **chances: float) -> ExchangeScores:
    return ExchangeScores(token, tuple(chances.get(name, 0.0) for name in EXCHANGE), MatterKind.TALKS)


def test_the_chances_of_its_kinds_make_that_of_any_answer() -> None:
    assert any_answer(scores(0, accept=0.5, reject=0.5)) == pytest.approx(0.75)
    assert any_answer(scores(0, offer=0.9, kept=0.9)) == 0


def test_words_of_two_sentences_are_two_answers() -> None:
    (article,) = news("@herald 2019-05-02\nHolm said no. Berg said yes.")
    page = Page.of(annotate(article))
    assert list(grouped([1, 2, 5, 6], page)) == [[1, 2], [5, 6]]
    assert head_of(page.tree.tokens[0:3]).text == "said"


def test_without_the_head_nothing_is_heard() -> None:
    import numpy as np

    assert exchange_scores(np.zeros((3, 0), np.float32), np.zeros((3, 0), np.float32)) == ()
