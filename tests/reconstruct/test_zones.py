"""Hours told by the clocks of two zones, in a few lines of news."""

from __future__ import annotations

from tests.newspaper import record_of


def test_one_signing_by_two_clocks_is_a_refinement() -> None:
    record = record_of("""
        @herald 2024-12-06
        The foreign ministers of Norway and Chile signed the fishing accord at 4 p.m. local time on Thursday.
        @gazette 2024-12-06
        Norway and Chile signed the fishing accord at 1900 GMT on Thursday, in a hall by the sea.
    """)
    assert [row.on for row in record.disagreements if row.on == "date"] == []
    assert "one moment, told by the clocks of two zones" in [row.why for row in record.refinements]


def test_one_clock_has_one_hour() -> None:
    record = record_of("""
        @herald 2024-12-06
        The foreign ministers of Norway and Chile signed the fishing accord at 4 p.m. on Thursday.
        @gazette 2024-12-06
        Norway and Chile signed the fishing accord at 6:30 p.m. on Thursday, in a hall by the sea.
    """)
    assert [row.on for row in record.disagreements] == ["date"]
