"""What cannot all be so, and what only looks like it, each in a few lines of news."""

from __future__ import annotations

from dragoman.model.flow import Annotated, Linked
from dragoman.model.reading import Reading, Sentence, Token
from dragoman.model.record import Record
from dragoman.reconstruct.claims.pages import Page
from dragoman.reconstruct.contradict.amounts import amounts_in
from tests.newspaper import news, record_of


def on(record: Record, kind: str) -> list[tuple[str, ...]]:
    return [tuple(p.value for p in row.positions) for row in record.disagreements if row.on == kind]


def test_one_meeting_on_two_days() -> None:
    record = record_of("""
        @herald 2024-12-06
        Norland and Sudonia met in Geneva on Thursday. The delegations of Norland and Sudonia spoke of the river border.
        @gazette 2024-12-06
        Sudan and Egypt held talks in Geneva on Thursday. The delegations spoke of the river dam for the first time.
        @courier 2024-12-06
        Sudan and Egypt held talks in Geneva on Friday. The delegations spoke of the river dam for the first time.
    """)
    assert on(record, "date") == [("Thursday 5 December 2024", "Friday 6 December 2024")]


def test_two_meetings_told_by_one_article_are_no_disagreement() -> None:
    record = record_of("""
        @gazette 2024-12-06
        Sudan and Egypt held talks in Geneva on Thursday about the river dam.
        Sudan and Egypt met in Geneva on Friday as well to speak of the river dam.
        @courier 2024-12-06
        Sudan and Egypt held talks in Geneva on Friday about the river dam.
    """)
    assert on(record, "date") == []


def test_morning_and_ten_oclock_are_one_time_told_more_precisely() -> None:
    record = record_of("""
        @gazette 2024-12-06
        Sudan and Egypt held talks in Geneva on Friday morning about the river dam.
        @courier 2024-12-06
        Sudan and Egypt held talks in Geneva at 10 a.m. on Friday about the river dam.
    """)
    assert on(record, "date") == []


def test_a_quotation_in_other_words() -> None:
    record = record_of("""
        @gazette 2024-12-06
        “We are ready to sign the river treaty before the end of the rainy season,” Minister Ito said.
        @courier 2024-12-06
        “We are prepared to sign the river treaty before the end of the rainy season,” Minister Ito said.
    """)
    (positions,) = on(record, "wording")
    assert {"ready" in p for p in positions} == {True, False}


def test_a_shortened_quotation_is_no_disagreement() -> None:
    record = record_of("""
        @gazette 2024-12-06
        “We are ready to sign the river treaty before the end of the rainy season,” Minister Ito said.
        @courier 2024-12-06
        “We are ready to sign the river treaty,” Minister Ito said.
    """)
    assert on(record, "wording") == []


def test_one_article_has_no_disagreement_with_its_copy() -> None:
    text = "Sudan and Egypt held talks in Geneva on Friday about the river dam and the water of the Nile."
    record = record_of(f"""
        @gazette 2024-12-06
        {text}
        @courier 2024-12-06
        {text}
    """)
    assert record.disagreements == ()


def test_the_length_of_a_meeting() -> None:
    record = record_of("""
        @gazette 2024-12-06
        The talks of Sudan and Egypt on the river dam lasted 90 minutes, officials in Geneva said.
        @courier 2024-12-06
        The talks of Sudan and Egypt on the river dam lasted more than three hours, officials in Geneva said.
    """)
    assert on(record, "number") == [("90 minutes", "more than three hours")]


def test_every_disagreement_says_why_and_shows_both_sides() -> None:
    record = record_of("""
        @gazette 2024-12-06
        Sudan and Egypt held talks in Geneva on Thursday about the river dam.
        @courier 2024-12-06
        Sudan and Egypt held talks in Geneva on Friday about the river dam.
    """)
    (row,) = record.disagreements
    assert row.why
    assert row.question.endswith("?")
    assert [len({s.article for s in p.support}) for p in row.positions] == [1, 1]


def tolls(day: str) -> Record:
    return record_of(f"""
        @gazette 2024-12-06
        A missile struck a market in Kano on Thursday, killing 34 people.
        The rescuers worked all night in the ruins of the market.
        @courier {day}
        A missile that struck a market in Kano on December 5 killed 41 people.
        The rescuers worked all night in the ruins.
    """)


def test_two_tolls_of_one_day_cannot_both_hold() -> None:
    assert on(tolls("2024-12-06"), "number") == [("34", "41")]


def test_a_later_toll_is_an_update() -> None:
    record = tolls("2024-12-08")
    assert on(record, "number") == []
    assert [row.on for row in record.refinements] == ["number"]


def test_authorities_that_speak_are_no_quality_of_a_delegation() -> None:
    record = record_of("""
        @herald 2024-12-05
        The Norwegian authorities have said that the talks in Oslo will go on, a Norwegian official told reporters.
        @gazette 2024-12-05
        The Norwegian authorities have not said whether the talks in Oslo will go on.
    """)
    assert on(record, "characterisation") == []


def test_lists_that_say_they_are_open_contradict_none() -> None:
    record = record_of("""
        @herald 2024-12-05
        Norway, Chile and Kenya also have made offers to Iceland for the fishing grounds, officials in Iceland said.
        @gazette 2024-12-05
        None of the other bidders, Peru, Chile and Kenya, has made offers to Iceland for the fishing grounds.
    """)
    assert on(record, "participants") == []


def test_a_million_is_one_million() -> None:
    record = record_of("""
        @herald 2024-12-05
        The damage to the harbour of Sull is a million dollars, Norway said.
        @gazette 2024-12-05
        The damage to the harbour of Sull is estimated at one-million dollars, Norway said.
    """)
    assert on(record, "number") == []


def test_talks_that_are_called_off_and_put_off_for_two_reasons() -> None:
    record = record_of("""
        @herald 2024-12-05
        A round of talks of Norway and Chile in Oslo on the fishing treaty was called off for logistical reasons.
        @gazette 2024-12-06
        The meeting of Norway and Chile in Oslo on the fishing treaty was postponed after Kari Lund fell ill.
    """)
    ((one, other),) = on(record, "cause")
    assert {one, other} == {"for logistical reasons", "after Kari Lund fell ill"}


def test_deadlines_of_different_months_are_two() -> None:
    paper = """
        @herald 2024-12-05
        The deadline slipped because Norway wanted more time.
        @gazette {}
        The deadline slipped because the ships of Chile had sailed.
    """
    assert len(on(record_of(paper.format("2024-12-06")), "cause")) == 1
    assert on(record_of(paper.format("2025-05-06")), "cause") == []


def test_a_deal_is_a_gain_to_one_and_a_loss_to_another() -> None:
    record = record_of("""
        @herald 2024-12-05
        President Lund called the agreement "a historic understanding" on Thursday.
        @gazette 2024-12-05
        Prime Minister Ito denounced the agreement as a "historic mistake" on Thursday.
    """)
    assert on(record, "characterisation") == [("historic", "mistake")]


def test_crimes_that_are_committed_show_no_will() -> None:
    record = record_of("""
        @herald 2024-12-05
        Norway committed three errors in the talks with Chile.
        @gazette 2024-12-05
        Norway is reluctant to sign the treaty with Chile.
    """)
    assert on(record, "characterisation") == []


def test_a_number_behind_its_noun_counts_nothing() -> None:
    (told,) = news("@gazette 2024-12-06\nsix pirates 12")
    tokens = (
        Token(0, 0, 3, "six", "six", "NUM", "CD", 1, "nummod"),
        Token(1, 4, 11, "pirates", "pirate", "NOUN", "NNS", 1, "root"),
        Token(2, 12, 14, "12", "12", "NUM", "CD", 1, "nummod"),
    )
    annotated = Annotated(article=told, reading=Reading(tokens, (Sentence(0, 3),), ()))
    page = Page(annotated, Linked(articles=(annotated,)), {})
    assert [amount.words for amount in amounts_in(page, {})] == ["six pirates"]
