"""The layer of quotations: which words stand between marks."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.annotate.quotations import quotations
from tests.newspaper import article


def quoted(text: str) -> list[list[str]]:
    """The parts of each quotation."""
    paper = article(text)
    return [[paper.quote(span) for span in quotation.spans] for quotation in quotations(paper)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We agreed,” he said, “and left.”", [["“We agreed,”"], ["“and left.”"]]),
        ('He said: "No." She said "yes".', [['"No."'], ['"yes"']]),
        ("„Genug“, said one. «Assez», said another. »Nok«, said a third.", [["„Genug“"], ["«Assez»"], ["»Nok«"]]),
        ("“The mayor told us “never” twice,” she said.", [["“The mayor told us “never” twice,”"]]),
        ("“The mayor said ‘never’ twice,” she said.", [["“The mayor said ‘never’ twice,”"]]),
        ("''We agreed,'' he said.", [["''We agreed,''"]]),
        ('" We agreed , " he said .', [['" We agreed , "']]),
        ("The gate is 6' 2\" wide, and “open”.", [["“open”"]]),
    ],
)
def test_each_kind_of_mark(text: str, expected: list[list[str]]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "'I won't sign,' she said of the workers' party. 'Not in the '90s, not now.'",
            [["'I won't sign,'"], ["'Not in the '90s, not now.'"]],
        ),
        ("The workers' party met in the ministers' hall.", []),
        ("'He told me \"no\" and left,' she said.", [["'He told me \"no\" and left,'"]]),
        ("Rock 'n' roll and the '60s; 'tis over.", []),
    ],
)
def test_single_marks_are_told_apart_from_apostrophes(text: str, expected: list[list[str]]) -> None:
    assert quoted(text) == expected


def test_a_quotation_over_several_paragraphs_is_one() -> None:
    text = "“The first day was calm.\n\n“The second was not.\n\n“The third never came,” she said."
    assert quoted(text) == [["“The first day was calm.", "“The second was not.", "“The third never came,”"]]


def test_a_quotation_whose_middle_has_no_marks_is_one() -> None:
    text = "He wrote: “The first day was calm.\nThe second was not.\nThe third never came.” Nobody answered."
    assert quoted(text) == [["“The first day was calm.", "The second was not.", "The third never came.”"]]


def test_a_mark_that_is_never_closed_costs_its_paragraph_at_most() -> None:
    paper = article("He said: “We will wait for them\n\nThe minister left. “Good night,” she said.")
    first, second = quotations(paper)
    assert (paper.quote(first.spans[0]), first.closed) == ("“We will wait for them", False)
    assert (paper.quote(second.spans[0]), second.closed) == ("“Good night,”", True)


def test_a_forgotten_closing_mark_does_not_swallow_the_next_quotation() -> None:
    assert quoted("“We will wait, he said. “We will not sign,” he added.") == [["“We will not sign,”"]]


def test_a_long_text_with_an_open_mark_is_read() -> None:
    text = "“" + "They waited for the ferry. " * 4000
    assert len(quoted(text)) == 1


@settings(max_examples=400)
@given(st.text(alphabet="ab ,.\n“”\"'‘’«»„-5s", max_size=60))
def test_quotations_stand_in_order_and_in_the_text(text: str) -> None:
    paper = article(text)
    spans = [span for quotation in quotations(paper) for span in quotation.spans]
    assert all(before.end <= after.start for before, after in pairwise(spans))
    assert all(span.end <= len(text) and "\n" not in paper.quote(span) for span in spans)
