"""Which moves are one proposal: within an article, across articles, and when not."""

from __future__ import annotations

from dataclasses import replace

from dragoman.engine.build import record_from
from tests.newspaper import news, record_of


def test_two_papers_tell_one_proposal() -> None:
    record = record_of("""
        @herald 2024-12-05
        Norway proposed a 30-day ceasefire to Chile on Monday.
        @gazette 2024-12-06
        Chile rejected the 30-day ceasefire that Norway had proposed.
    """)
    (row,) = record.proposals
    assert (row.kind, row.terms.duration_days, row.outcome) == ("ceasefire", 30, "rejected")
    assert len({evidence.article for evidence in row.evidence}) == 2


def test_another_length_is_another_proposal() -> None:
    record = record_of("""
        @herald 2024-12-05
        Norway proposed a 30-day ceasefire to Chile. Chile offered a three-day ceasefire to Norway.
    """)
    assert {row.terms.duration_days for row in record.proposals} == {30, 3}


def test_the_offer_points_back() -> None:
    record = record_of("""
        @herald 2024-12-05
        Norway offered talks to Chile on Monday. Chile rejected the offer.
    """)
    (row,) = record.proposals
    assert [answer.stance for answer in row.responses] == ["reject"]


def test_an_answer_before_its_offer_finds_it() -> None:
    record = record_of("""
        @gazette 2024-12-05
        Chile rejected a 30-day ceasefire on Monday.
        @herald 2024-12-06
        Norway proposed a 30-day ceasefire to Chile last week.
    """)
    (row,) = record.proposals
    assert (len(row.proposers), [answer.stance for answer in row.responses]) == (1, ["reject"])


def test_who_refuses_and_offers_another_thing_counters() -> None:
    record = record_of("""
        @herald 2024-12-05
        Norway proposed a 30-day ceasefire to Chile. Chile rejected the offer and proposed a three-day ceasefire.
    """)
    first, second = record.proposals
    assert [answer.stance for answer in first.responses] == ["counter"]
    assert second.supersedes == first.id


def test_ids_do_not_hang_on_the_order_of_the_papers() -> None:
    lines = "Norway proposed a 30-day ceasefire to Chile. Chile rejected the offer."
    one = record_of(f"@herald 2024-12-05\n{lines}\n@gazette 2024-12-06\nPeru offered to meet.")
    two = record_of(f"@gazette 2024-12-06\nPeru offered to meet.\n@herald 2024-12-05\n{lines}")
    assert {row.id for row in one.proposals} == {row.id for row in two.proposals}


def test_an_answer_of_nobody_named_is_kept_in_the_words_of_the_article() -> None:
    record = record_of("""
        @herald 2024-12-05
        Norway proposed a 30-day ceasefire to Chile. Residents rejected the ceasefire on Monday.
    """)
    (row,) = record.proposals
    (answer,) = row.responses
    assert (answer.by, answer.stance, answer.named and answer.named.quote) == (None, "reject", "Residents")


def test_the_deal_of_a_paper_that_does_not_tell_it_is_the_deal_of_the_story() -> None:
    record = record_of("""
        @herald 2024-12-05
        Norway and Chile signed a fisheries agreement in Oslo on Thursday after nine days of talks about cod quotas.
        @gazette 2024-12-06
        Fishermen in Chile gathered after nine days of talks about cod quotas in Oslo. Peru denounced the deal.
    """)
    row = next(row for row in record.proposals if row.kind == "agreement")
    assert len({evidence.article for evidence in row.evidence}) == 2


def test_something_given_in_return_makes_an_exchange() -> None:
    record = record_of("""
        @herald 2024-12-05
        The lenders of Norland put forward a plan that gave Norland five billion crowns in return for higher taxes.
    """)
    assert [row.kind for row in record.proposals] == ["exchange"]


def test_a_yes_or_no_right_after_an_offer_is_about_it() -> None:
    record = record_of("""
        @herald 2024-12-05
        Norway demanded that Chile free the sailors and pay for the boats. Chile rejected any payment.
    """)
    (row,) = record.proposals
    assert [answer.stance for answer in row.responses] == ["reject"]


def test_a_truce_and_the_agreement_signed_on_its_day_are_one() -> None:
    record = record_of("""
        @herald 2024-12-06
        Norway and Chile agreed on Thursday to a ceasefire in the herring war after nine days of talks in Lakeby.
        @gazette 2024-12-07
        In Lakeby, after nine days of talks on the herring war, they signed on Thursday an agreement under which the
        boats of both would leave the bay.
    """)
    assert [row.kind for row in record.proposals if row.outcome == "accepted"] == ["ceasefire"]


def test_what_one_asks_for_is_not_what_another_offered() -> None:
    record = record_of("""
        @herald 2024-12-05
        Norway offered Chile a loan of 20 million dollars. Peru demanded precise proposals from Chile.
    """)
    names = {entity.id: entity.name for entity in record.entities}
    assert [{names[party] for party in row.proposers} for row in record.proposals] == [{"Norway"}, {"Peru"}]


def test_a_heading_tells_of_the_same_agreement() -> None:
    (told,) = news("""
        @herald 2024-12-05
        Fisheries deal sealed after a long night
        Norway and Chile signed a historic agreement in Oslo on Wednesday. Peru denounced the agreement.
    """)
    (row,) = record_from([replace(told, title_span=told.paragraphs[0])]).proposals
    assert {answer.stance for answer in row.responses} == {"accept", "reject"}
    assert len(record_from([told]).proposals) == 2


def test_what_is_demanded_anew_is_no_earlier_offer() -> None:
    record = record_of("""
        @herald 2024-12-05
        Norway offered a ceasefire to Chile. Peru demanded precise proposals from Chile this week.
    """)
    assert len(record.proposals) == 2


def test_parties_of_a_deal_agree_to_its_parts() -> None:
    record = record_of("""
        @herald 2024-12-05
        Norway and Chile signed an agreement in Oslo on Wednesday. Chile agreed to cut its fleet by half.
    """)
    assert len(record.proposals) == 1


def test_a_refused_request_was_put_forward() -> None:
    record = record_of("""
        @herald 2024-12-05
        President Marta Ruiz rejected a request from deputies to postpone the vote.
    """)
    (row,) = record.proposals
    assert [answer.stance for answer in row.responses] == ["reject"]


def test_an_offer_is_no_demand() -> None:
    record = record_of("""
        @herald 2024-12-05
        Norway offered 10 million dollars to Chile. Chile demanded a fishing zone from Norway. Peru welcomed the offer.
    """)
    (offer,) = (row for row in record.proposals if "million" in row.label)
    assert "accept" in [answer.stance for answer in offer.responses]


def test_nobody_answers_a_call_for_comment() -> None:
    record = record_of("""
        @herald 2024-12-05
        The ministry did not respond to a request for comment. President Marta Ruiz would veto any bill on fish.
    """)
    assert record.proposals == ()


def test_a_wish_stands_only_where_its_maker_takes_part() -> None:
    record = record_of("""
        @herald 2024-12-05
        Norway offered a 30-day ceasefire to Chile. Chile wants 40 million crowns. Bolivia wants a new stadium.
    """)
    assert [row.label for row in record.proposals if "crowns" in row.label]
    assert not [row.label for row in record.proposals if "stadium" in row.label]


def test_a_wish_of_one_is_no_offer_of_another() -> None:
    record = record_of("""
        @herald 2024-12-05
        Norway offered Chile to raise the fee for water by 9 percent. Chile wants 24 percent for the water.
    """)
    assert len(record.proposals) == 2


def test_an_answer_in_its_own_words_finds_its_offer_in_another_paper() -> None:
    record = record_of("""
        @gazette 2024-12-05
        Norway demanded on Monday that its officers search every truck from Chile.
        @herald 2024-12-06
        “Nobody is going to search our trucks,” President Marta Ruiz of Chile said. Norway and Chile disagree.
    """)
    (row,) = [row for row in record.proposals if "search" in row.label]
    assert [answer.stance for answer in row.responses] == ["reject"]


def test_the_deal_is_what_was_agreed_before_it() -> None:
    record = record_of("""
        @herald 2024-12-05
        Norway and Chile agreed on Monday to stop fighting for a month. Under the deal both sides are to leave the port.
    """)
    (row,) = record.proposals
    assert row.kind == "ceasefire"
    assert any("leave the port" in evidence.quote for evidence in row.evidence)


def test_a_planned_round_stands_in_the_ledger() -> None:
    record = record_of("""
        @herald 2024-12-05
        A second round of talks between Norway and Chile is pencilled in for January. Chile ruled out a new round.
    """)
    (row,) = record.proposals
    assert (row.kind, [answer.stance for answer in row.responses]) == ("talks", ["reject"])
