"""What is believed to be a statement, and with which edges: weak objects, other ends of a content, plain marks."""

from __future__ import annotations

import pytest

from dragoman.annotate.attribution.belief import belief, edges, least, weights
from tests.annotate.test_statements import by, read, said, the_one


@pytest.mark.parametrize(
    "text", ["The hotel in Tarn offers breathtaking views of the lake.", "The port offers cheap berths to fishermen."]
)
def test_a_thing_that_is_for_sale_is_nothing_said(text: str) -> None:
    assert read(text).statements == ()


def test_a_thing_that_is_rejected_is() -> None:
    found, statement = the_one("On Friday Minister Ada Okello rejected the new plan for the ferry.", "plan")
    assert (by(found, statement), said(found, statement)) == ("Minister Ada Okello", "the new plan for the ferry")


def test_what_is_said_is_believed_more_than_what_is_offered() -> None:
    assert belief([("always", 1.0), ("content clause", 1.0)]) > belief([("always", 1.0), ("act offer noun", 1.0)])


def test_signs_without_a_weight_say_nothing() -> None:
    assert belief([("unheard of", 1.0)]) == 0.5


def test_no_weight_decides_alone() -> None:
    assert 0 < least() < 1
    assert all(abs(weight) < 4 for table in (weights(), edges()) for weight in table.values())


def test_a_quotation_with_a_signature_needs_no_cue() -> None:
    found, statement = the_one("“The ferry is all we have, and it must stay.” ― Quenna Adlibone", "ferry")
    assert by(found, statement) == "Quenna Adlibone"


def test_a_transcript_within_quotation_marks_has_its_speakers() -> None:
    text = '"OKELLO: The ferry left at dawn and nobody was on it.\n\n"ITO: Then who took the money?'
    found = read(text)
    assert [by(found, s) for s in found.statements] == ["OKELLO", "ITO"]


def test_a_long_paragraph_with_an_open_mark_loses_itself_at_most() -> None:
    text = "“" + "The minister said that the ferry would leave at dawn. " * 400
    found = read(text + "\n\nOkello left. “Good night,” she told reporters.")
    assert (by(found, found.statements[-1]), said(found, found.statements[-1])) == ("she", "“Good night,”")


def test_lines_that_are_all_quotations_and_headings_without_stops_are_read() -> None:
    lines = [f"“We waited {n} days for the ferry.”" for n in range(2, 20)]
    headings = ["Okello Says Ferry Will Leave", "- rebels reject truce", "1. The ferry", "TALKS FAIL"] * 5
    found = read("\n".join([*lines, *headings, "The minister said that the talks had failed."]))
    assert said(found, found.statements[-1]) == "that the talks had failed"
