"""Amounts told differently: one thing counted with other nouns, by two voices, or of another day."""

from __future__ import annotations

from dragoman.model.record import Record
from tests.newspaper import record_of


def numbers(record: Record) -> list[tuple[str, ...]]:
    return [tuple(p.value for p in row.positions) for row in record.disagreements if row.on == "number"]


def refined(record: Record) -> list[str]:
    return [row.why for row in record.refinements if row.on == "number"]


def test_one_police_action_told_with_other_nouns_and_verbs() -> None:
    record = record_of("""
        @herald 2024-12-05
        Police detained 48 marchers outside the port of Valdoria on Tuesday.
        @gazette 2024-12-06
        When police cleared the gate of the port of Valdoria on Tuesday, 31 people had to be carried away.
    """)
    assert numbers(record) == [("48 marchers", "31 people")]


def test_two_voices_of_one_article_put_the_figure_at_two_values() -> None:
    record = record_of("""
        @herald 2024-12-05
        The miners' union says 6,200 of its members have stayed at home. The company puts the figure at 2,900.
    """)
    assert numbers(record) == [("6,200 of its members", "2,900")]


def test_the_police_saw_fewer() -> None:
    record = record_of("""
        @herald 2024-12-05
        The union chairman spoke to a crowd of 40,000. The police saw 9,000.
    """)
    assert numbers(record) == [("crowd of 40,000", "9,000")]


def test_the_dead_of_two_days_are_two_tolls() -> None:
    record = record_of("""
        @herald 2024-12-06
        Shells fell on Osterby on Thursday and killed 12 people, the mayor said.
        @gazette 2024-12-06
        An air raid on Osterby on Monday killed 30 people, the mayor said.
    """)
    assert numbers(record) == []


def test_some_of_them_are_a_part_and_no_other_number() -> None:
    record = record_of("""
        @herald 2024-12-06
        The shelling of the market in Osterby killed 24 people on Thursday.
        @gazette 2024-12-06
        The shelling of the market in Osterby killed people on Thursday, among them nine children.
    """)
    assert numbers(record) == []


def test_what_one_side_wants_is_no_count_of_what_it_got() -> None:
    record = record_of("""
        @herald 2024-12-06
        The nurses of Osterby want a rise of 9 per cent over two years.
        @gazette 2024-12-06
        The nurses of Osterby will have a rise of 7 per cent over two years.
    """)
    assert numbers(record) == []


def test_a_span_is_less_precise_than_a_number_within_it() -> None:
    record = record_of("""
        @herald 2024-12-06
        Norland will buy $50 billion of grain from Valdoria each year under the trade agreement.
        @gazette 2024-12-06
        Norland will buy $40 billion to $50 billion of grain from Valdoria each year under the trade agreement.
    """)
    assert numbers(record) == []
    assert refined(record) == ["one number is less precise than the other"]


def test_two_demands_of_one_article_stay_two() -> None:
    record = record_of("""
        @herald 2024-12-06
        The drivers of Osterby asked for 12 per cent and came down to 8 per cent on Sunday night.
        @gazette 2024-12-06
        The drivers of Osterby asked for 12 per cent.
    """)
    assert numbers(record) == []


def test_clauses_that_mean_nearly_the_same_count_one_thing() -> None:
    record = record_of("""
        @herald 2024-12-05
        The plan of the minister, published on Tuesday, calls for spending cuts of 6 billion crowns.
        @gazette 2024-12-05
        The plan would freeze wages and trim public spending by 8 billion crowns.
    """)
    assert numbers(record) == [("6 billion crowns", "8 billion crowns")]


def test_what_a_share_fetched_differs_from_hour_to_hour() -> None:
    record = record_of("""
        @herald 2024-12-05
        Shares in Osterby Timber closed down 2 percent at 642 crowns.
        @gazette 2024-12-05
        Shares in Osterby Timber rose 3 percent to 671 crowns.
    """)
    assert numbers(record) == []


def test_a_number_in_words_with_a_hyphen_counts_too() -> None:
    record = record_of("""
        @herald 2024-12-05
        Bandits looted thirty-eight lorries of rice on the road to Osterby.
        @gazette 2024-12-05
        The bandits looted 45 lorries of rice on the road to Osterby.
    """)
    assert numbers(record) == [("thirty-eight lorries", "45 lorries")]


def test_of_that_so_much_is_a_part() -> None:
    record = record_of("""
        @herald 2024-12-05
        Valdoria will buy $50 billion of grain from Osterby a year.
        @gazette 2024-12-05
        Valdoria will buy goods from Osterby for years. Of that, $40 billion a year would be grain of Osterby.
    """)
    assert numbers(record) == []


def test_how_long_a_truce_holds() -> None:
    record = record_of("""
        @herald 2024-12-05
        The commanders of Valdoria and Osterby agreed on Tuesday to a 48-hour ceasefire on the river.
        @gazette 2024-12-05
        The ceasefire on the river between Valdoria and Osterby, agreed on Tuesday, holds for 72 hours.
    """)
    assert numbers(record) == [("48-hour", "72 hours")]


def test_how_long_ago_it_was_is_no_length() -> None:
    record = record_of("""
        @herald 2024-12-05
        The commanders of Valdoria and Osterby agreed on Tuesday to a ceasefire on the river for three days.
        @gazette 2024-12-05
        The commanders of Valdoria and Osterby agreed to a ceasefire on the river two days ago.
    """)
    assert numbers(record) == []


def test_an_article_with_both_lengths_tells_of_two_things() -> None:
    record = record_of("""
        @herald 2024-12-05
        Valdoria and Osterby agreed on Tuesday to a ceasefire on the river for 48 hours.
        @gazette 2024-12-05
        Valdoria and Osterby agreed on Tuesday to a ceasefire on the river for 72 hours.
        An earlier one, for 48 hours, ran out.
    """)
    assert numbers(record) == []
