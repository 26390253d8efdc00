"""Which articles tell one story, and what it is called."""

from __future__ import annotations

from tests.newspaper import record_of


def test_two_stories_in_one_folder() -> None:
    record = record_of("""
        @gazette 2024-12-06
        Envoys of Sudan and Egypt met in Geneva to speak of the dam. The sluices will stay shut until the rain.
        @courier 2024-12-06
        The dam was the matter in Geneva, where Egypt and Sudan met. Their envoys did not open the sluices.
        @herald 2024-12-06
        The orchestra of Lima opened its season with a forgotten symphony for bassoon and choir.
    """)
    assert [len(row.articles) for row in record.stories] == [2, 1]
    assert "Sudan" in record.stories[0].label


def test_articles_years_apart_are_two_stories() -> None:
    record = record_of("""
        @gazette 2014-12-06
        Envoys of Sudan and Egypt met in Geneva to speak of the dam.
        @courier 2024-12-06
        Envoys of Sudan and Egypt spoke of water and of borders in Geneva.
    """)
    assert len(record.stories) == 2


def test_every_article_is_in_one_story() -> None:
    record = record_of("""
        @gazette 2024-12-06
        Nothing happened.
        @courier
        Nothing happened.
    """)
    assert sorted(a for row in record.stories for a in row.articles) == sorted(a.id for a in record.articles)


def test_a_hundred_copies_of_one_wire_are_one_story() -> None:
    text = "Envoys of Sudan and Egypt met in Geneva to speak of the dam. " * 6
    paper = "\n".join(f"@paper{n} 2024-12-06\n{text}" for n in range(100))
    record = record_of(paper)
    assert [len(row.articles) for row in record.stories] == [100]
    assert {row.independent for row in record.claims} <= {1}
    assert record.disagreements == ()
