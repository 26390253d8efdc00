"""What somebody denies, held against what tells it: each in a few lines of news."""

from __future__ import annotations

from dragoman.model.record import Record
from tests.newspaper import record_of


def positions(record: Record) -> list[list[list[str]]]:
    """The words of each support of each position of each dispute on yes or no."""
    rows = [row for row in record.disagreements if row.on == "polarity"]
    return [[[s.evidence.quote for s in p.support] for p in row.positions] for row in rows]


def test_a_denial_with_content_answers_the_sentence_before() -> None:
    record = record_of("""
        @herald 2024-12-05
        Two miners were thrown out of the hall, a witness said. The ministry of Norland denied having sent the guards.
    """)
    ((told, denied),) = positions(record)
    assert told == ["Two miners were thrown out of the hall, a witness said."]
    assert denied == ["The ministry of Norland denied having sent the guards"]


def test_what_is_denied_is_found_in_another_account() -> None:
    record = record_of("""
        @herald 2024-12-05
        Norway denied having shelled the harbour of Osterby. The talks with Chile go on.
        @gazette 2024-12-05
        Norway shelled the harbour of Osterby at dawn, fishermen said. The talks of Norway with Chile go on.
    """)
    ((told, denied),) = positions(record)
    assert told == ["Norway shelled the harbour of Osterby at dawn"]
    assert denied == ["Norway denied having shelled the harbour of Osterby"]


def test_what_she_says_next_belongs_to_her_denial() -> None:
    record = record_of("""
        @herald 2024-12-05
        The firm said the union had left the talks. Ada Obi, its leader, denied that. "We sat there," she said.
    """)
    ((_, denied),) = positions(record)
    assert '"We sat there,"' in denied


def test_an_offered_figure_that_is_rejected_is_denied_by_nobody() -> None:
    record = record_of("""
        @herald 2024-12-05
        The company offered a rise of 7 per cent. The union's delegation rejected the figure.
    """)
    assert positions(record) == []


def test_a_question_is_told_by_nobody() -> None:
    record = record_of("""
        @herald 2024-12-05
        Why did the fund stand in the way? The fund has denied that it intervened.
    """)
    assert positions(record) == []
