"""What is told, by how many accounts, and who is silent."""

from __future__ import annotations

from dragoman.reconstruct.claims.corroborate import standing
from tests.newspaper import record_of

DAM = "Sudan and Egypt signed a treaty on the water of the river dam in Geneva."


def test_two_outlets_in_other_words_are_one_claim() -> None:
    record = record_of("""
        @gazette 2024-12-06
        Sudan accepted a 60-day truce on Thursday. The generals in Khartoum were tired of the siege of the harbour.
        @courier 2024-12-06
        Khartoum agreed to a truce of sixty days. The siege of the harbour had lasted since the spring.
        @herald 2024-12-06
        The siege of the harbour of Khartoum goes on. The generals said nothing of the truce.
    """)
    found = [row for row in record.claims if {s.article for s in row.support} == {a.id for a in record.articles[:2]}]
    assert found
    assert found[0].independent == 2
    assert found[0].standing == "corroborated"


def test_what_nobody_has_said_yet_supports_no_claim() -> None:
    record = record_of("""
        @gazette 2024-12-06
        Minister Ada Okello may announce that Sudan accepted a 60-day truce on Thursday.
        @courier 2024-12-06
        Minister Ada Okello did not say that Sudan accepted a truce of sixty days.
    """)
    outer = [row for row in record.statements if row.inside is None]
    assert [(row.supposed, row.negated) for row in outer] == [(True, False), (False, True)]
    assert [claim.text for claim in record.claims if "truce" in claim.text] == []


def test_copies_count_once() -> None:
    record = record_of(f"""
        @gazette 2024-12-06
        {DAM} The ministers shook hands, and the engineers of both countries will open the sluices before the rain.
        @courier 2024-12-06
        {DAM} The ministers shook hands, and the engineers of both countries will open the sluices before the rain.
    """)
    assert record.claims
    assert {row.independent for row in record.claims} == {1}
    assert {row.standing for row in record.claims} == {"single"}


def test_articles_of_another_story_are_not_silent() -> None:
    record = record_of(f"""
        @gazette 2024-12-06
        {DAM}
        @courier 2024-12-06
        In Geneva, Egypt and Sudan signed a treaty on the water of the river dam.
        @herald 2024-12-06
        The orchestra of Lima opened its season with a symphony that nobody had heard for a hundred years.
    """)
    orchestra = next(a.id for a in record.articles if a.outlet == "herald")
    assert record.claims
    assert all(orchestra not in row.silent for row in record.claims)


def test_a_contested_claim_is_not_called_corroborated() -> None:
    assert standing(4, contested=True) == "contested"


def test_a_claim_that_another_account_dates_differently_is_contested() -> None:
    record = record_of("""
        @gazette 2024-12-06
        Sudan and Egypt held talks in Geneva on Thursday about the river dam.
        @herald 2024-12-06
        Sudan and Egypt held talks in Geneva on Thursday about the dam on the river.
        @courier 2024-12-06
        Sudan and Egypt held talks in Geneva on Friday about the river dam.
    """)
    contested = [row for row in record.claims if row.standing == "contested"]
    assert contested
    assert {s.stance for row in contested for s in row.support} == {"says", "differs"}
    assert record.disagreements[0].claim in {row.id for row in contested}


def test_words_of_like_meaning_bring_tellings_together() -> None:
    record = record_of("""
        @herald 2024-12-05
        The troops of Chile seized the harbour of Sull on Thursday.
        @gazette 2024-12-05
        Soldiers of Chile captured the harbour of Sull on Thursday.
    """)
    assert any(row.independent == 2 for row in record.claims)


def test_a_shared_verb_and_doer_alone_make_no_claim() -> None:
    record = record_of("""
        @herald 2024-12-05
        President Ortega continued his attacks on the harbour of Sull.
        @gazette 2024-12-05
        President Ortega continued to push for cheaper bread.
    """)
    assert not any("attacks" in row.text or "bread" in row.text for row in record.claims)
