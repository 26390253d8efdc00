"""Odd heaps of articles: one alone, one twice, a hundred copies, two stories, articles years apart."""

from __future__ import annotations

from functools import cache

from dragoman.engine.build import record_from
from dragoman.model.record import Record
from tests.newspaper import article, record_of

WIRE = (
    "Sudan and Egypt signed a treaty on the river dam in Geneva on Thursday, officials said. "
    "The water of the Nile will be shared by both under the treaty, and engineers of both will watch the dam. "
    "“We have waited ten years for this day,” the minister of water, Samia Idris, told reporters after the signing."
)
FISH = (
    "Fishermen in Iceland landed the largest catch of cod in a decade at the harbour of Husavik. "
    "The boats had sailed early because the ice was thin, and the price of cod fell at the auction."
)


@cache
def copies(number: int) -> Record:
    papers = [article(WIRE, id=f"ar-{n:03}", path=f"{n:03}.txt", outlet=f"paper {n}") for n in range(number)]
    return record_from(papers, jobs=1)


def test_one_article_alone_disagrees_with_nobody_and_claims_nothing_together() -> None:
    record = record_of(f"@herald 2024-12-05\n{WIRE}")
    assert record.disagreements == ()
    assert [row for row in record.claims if row.independent > 1] == []
    assert len(record.stories) == 1


def test_an_article_that_stands_twice_is_one_account() -> None:
    record = copies(2)
    assert sum(row.copy_of is not None for row in record.articles) == 1
    assert {row.independent for row in record.claims} <= {1}
    assert record.disagreements == ()


def test_a_hundred_copies_are_one_account() -> None:
    record = copies(100)
    assert sum(row.copy_of is not None for row in record.articles) == 99
    assert {row.independent for row in record.claims} <= {1}
    assert {row.standing for row in record.claims} <= {"single"}
    assert record.disagreements == ()


def test_two_stories_share_no_claim() -> None:
    record = record_of(f"@herald 2024-12-05\n{WIRE}\n@gazette 2024-12-05\n{FISH}")
    assert len(record.stories) == 2
    assert all(len({s.article for s in row.support}) == 1 for row in record.claims)
    assert all(row.silent == () for row in record.claims)
    assert record.disagreements == ()


def test_articles_years_apart_do_not_date_one_signing_twice() -> None:
    record = record_of("""
        @herald 2014-12-05
        Sudan and Egypt signed a treaty on the river dam in Geneva on Thursday.
        @gazette 2024-12-06
        Sudan and Egypt signed a treaty on the river dam in Geneva on Friday.
    """)
    assert [row for row in record.disagreements if row.on == "date"] == []
