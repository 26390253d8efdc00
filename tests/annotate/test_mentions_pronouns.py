"""Whom "he" and "she" mean: the one who is likeliest by the sentences before, or the subject that is still to come."""

from __future__ import annotations

import pytest

from dragoman.annotate.language import read_language
from dragoman.annotate.mentions import add_mentions
from dragoman.annotate.quotations import add_quotations
from dragoman.annotate.referents.likely import strength, weights
from dragoman.model.flow import Annotated
from dragoman.model.mention import Form
from tests.newspaper import article


def meant(text: str, pronoun: str) -> set[str]:
    """The names and descriptions that the last such pronoun stands for."""
    made = article(text)
    found: Annotated = add_mentions(add_quotations(Annotated(article=made, reading=read_language(made))))
    last = [m for m in found.mentions if m.form is Form.PRONOUN and m.text == pronoun][-1]
    return {m.text for m in found.mentions if m.chain == last.chain and m.form is not Form.PRONOUN}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Mayor Oskar Lindqvist opened the session. Lindqvist praised the drivers, and Lindqvist left early. "
            'Bertil Ek, who heads the dockers, was not moved. "We have waited two winters," he said.',
            "Bertil Ek",
        ),
        (
            "The envoy Mats Ferrari spoke to Ruben Costa on Monday. Costa ruled out a second ferry. "
            '"We kept the first one. We lost money on it," he told reporters.',
            "Costa",
        ),
        (
            'Idris Noor cut in: "Not one metre." On Friday Interior Secretary Paul Denham, in a grey coat, warned that '
            'the bridge might stay shut. "It can wait until spring," he said.',
            "Paul Denham",
        ),
    ],
)
def test_who_goes_on_speaking_is_the_subject_of_the_sentence_before(text: str, speaker: str) -> None:
    assert speaker in meant(text, "he")


def test_sentences_of_one_quotation_do_not_put_the_speaker_farther_away() -> None:
    text = 'Vera Lund met Anna Berg. Berg turned the plan down. "It is late. It is thin. It is dear," she said.'
    assert "Berg" in meant(text, "she")


@pytest.mark.parametrize(
    "text",
    [
        "Tomas Brandt spoke for an hour. Before he left, Peter Sandoval signed the book.",
        "Tomas Brandt spoke for an hour. When he rose, Peter Sandoval thanked the hosts.",
        "Tomas Brandt spoke for an hour. In his answer, Peter Sandoval thanked the hosts.",
    ],
)
def test_a_clause_before_the_subject_waits_for_it(text: str) -> None:
    assert "Peter Sandoval" in meant(text, "he" if " he " in text else "his")


def test_a_strength_is_the_sum_of_its_signs() -> None:
    assert strength([("named", 1.0), ("often", 2.0)]) == pytest.approx(weights()["named"] + 2 * weights()["often"])
    assert strength([("no such sign", 1.0)]) == 0
