"""What counts as an event, and its parts: types, parties, status, numbers, dates, contexts, delegations."""

from __future__ import annotations

import pytest

from dragoman.annotate import annotate
from dragoman.annotate.events.contexts import contexts_of
from dragoman.model.event import EventMention
from dragoman.model.flow import Annotated
from dragoman.model.plover import Context, EventType, Status
from tests.newspaper import news


def read(text: str, day: str = "2024-12-05") -> Annotated:
    (article,) = news(f"@herald {day}\n{text}")
    return annotate(article)


def told(annotated: Annotated, event_type: EventType) -> EventMention:
    found = [event for event in annotated.events if event.type is event_type]
    assert found, [(annotated.article.quote(e.trigger), e.type) for e in annotated.events]
    return found[0]


def names(annotated: Annotated, mentions: object) -> list[str]:
    return [annotated.article.quote(m.span) for m in mentions]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("Norway and Peru signed a trade agreement on Monday.", EventType.SUPPORT),
        ("Norwegian troops withdrew from Peru on Monday.", EventType.RETREAT),
        ("Norway imposed sanctions on Peru on Monday.", EventType.SANCTION),
        ("Police arrested 12 opposition leaders in Lima on Monday.", EventType.COERCE),
        ("Thousands of workers protested in Lima on Monday.", EventType.PROTEST),
        ("Norway accused Peru of breaking the treaty.", EventType.ACCUSE),
    ],
)
def test_a_verb_tells_an_event_of_its_type(text: str, event_type: EventType) -> None:
    assert event_type in {event.type for event in read(text).events}


def test_of_a_meeting_all_parties_are_actors() -> None:
    annotated = read("Norwegian Foreign Minister Anna Berg met Peruvian President Luis Quispe in Geneva on Monday.")
    met = told(annotated, EventType.CONSULT)
    assert len(met.actors) == 2
    assert not met.recipients
    assert met.place is not None
    assert met.place.text == "Geneva"


def test_in_the_passive_the_agent_acts() -> None:
    accused = told(read("Peru was accused by Norway of arming the rebels."), EventType.ACCUSE)
    assert [m.text for m in accused.actors] == ["Norway"]
    assert [m.text for m in accused.recipients] == ["Peru"]


def test_the_recipient_of_a_refusal_is_whose_plan_it_is() -> None:
    rejected = told(read("Norway rejected a peace plan of Peru on Monday."), EventType.REJECT)
    assert [m.text for m in rejected.actors] == ["Norway"]
    assert [m.text for m in rejected.recipients] == ["Peru"]


@pytest.mark.parametrize(
    ("text", "event_type", "recipients"),
    [
        ("Norway rejected Peruvian President Luis Quispe's plan on Monday.", EventType.REJECT, ["Quispe"]),
        ("At least three Peruvian miners were killed in Oslo on Monday.", EventType.ASSAULT, ["miners"]),
        ("Norwegian troops withdrew on Monday from Lima.", EventType.RETREAT, ["Lima"]),
    ],
)
def test_whose_plan_who_is_hit_and_what_is_left_are_recipients(
    text: str, event_type: EventType, recipients: list[str]
) -> None:
    annotated = read(text)
    event = told(annotated, event_type)
    found = names(annotated, event.recipients)
    assert all(any(name in one for one in found) for name in recipients), found


def test_saying_what_somebody_must_do_is_a_demand_of_the_source() -> None:
    annotated = read("“Peru must leave the valley,” Norwegian Foreign Minister Anna Berg said on Monday.")
    demand = told(annotated, EventType.REQUEST)
    assert any("Berg" in m.text for m in demand.actors)
    assert [m.text for m in demand.recipients] == ["Peru"]
    assert demand.status is Status.HAPPENED


def test_an_article_that_says_so_itself_demands_nothing() -> None:
    assert not [e for e in read("Peru must play without its captain.").events if e.type is EventType.REQUEST]


def test_help_to_come_is_promised() -> None:
    annotated = read("Norway will donate 20 trucks to Peru, the ministry said on Monday.")
    assert EventType.AGREE in {event.type for event in annotated.events}
    assert EventType.AID not in {event.type for event in annotated.events}


def test_not_helping_is_refusing() -> None:
    annotated = read("Norway will not accept the offer of Peru, its government said on Monday.")
    assert EventType.REJECT in {event.type for event in annotated.events}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Berg met Quispe in Geneva on Monday.", Status.HAPPENED),
        ("Berg will meet Quispe in Geneva on Monday.", Status.PLANNED),
        ("Berg did not meet Quispe in Geneva.", Status.DENIED),
        ("Berg could meet Quispe in Geneva on Monday.", Status.CONDITIONAL),
        ("Berg is to meet Quispe in Geneva on Monday.", Status.PLANNED),
        ("Berg and Quispe were to meet in Geneva on Monday.", Status.PLANNED),
        ("Berg is said to have met Quispe in Geneva.", Status.ALLEGED),
    ],
)
def test_tense_and_negation_say_whether_it_happened(text: str, status: Status) -> None:
    assert told(read(text), EventType.CONSULT).status is status


def test_an_article_names_the_opposition_without_telling_a_refusal() -> None:
    assert not read("A leader of the opposition lives in Lima.").events


def test_numbers_say_what_is_counted() -> None:
    killed = told(read("A bombing in Lima killed 34 people and wounded 117 on Monday."), EventType.ASSAULT)
    counted = {(n.of, n.value) for e in [killed] for n in e.numbers}
    assert ("killed", 34.0) in counted


@pytest.mark.parametrize(
    ("text", "of", "value"),
    [
        ("Norway offered Peru a loan of $4 trillion on Monday.", "money", 4e12),
        ("Norway and Peru held the 12th round of talks in Geneva on Monday.", "round", 12.0),
        ("Norway and Peru agreed on a 30-day ceasefire on Monday.", "days", 30.0),
    ],
)
def test_sums_rounds_and_days_are_numbers(text: str, of: str, value: float) -> None:
    assert (of, value) in {(n.of, n.value) for event in read(text).events for n in event.numbers}


def test_an_undated_event_of_the_story_takes_its_day() -> None:
    annotated = read("Berg visited Lima on Monday. She met President Luis Quispe and praised the truce.")
    dates = {e.date.when.start.isoformat() for e in annotated.events if e.date and e.date.when}
    carried = [e.date for e in annotated.events if e.date and e.date.why == "the day that the story told last"]
    assert dates == {"2024-12-02"}
    assert carried


def test_a_bound_is_no_date() -> None:
    annotated = read("Norway and Peru held their first talks since 2019 in Geneva.")
    assert [event.date for event in annotated.events if event.type is EventType.CONSULT] == [None]


def test_who_is_sent_to_lead_a_delegation_leads_it() -> None:
    annotated = read("Norway sent Defense Minister Erik Dahl to lead its delegation. The talks began on Monday.")
    (led,) = annotated.delegations
    assert led.head.text.endswith("Dahl")


def test_a_context_is_what_the_clause_is_about() -> None:
    annotated = read("Norway imposed tariffs on imports of oil from Peru on Monday.")
    clause = annotated.reading.tokens
    assert {Context.ECONOMIC, Context.NATURAL_RESOURCE} <= set(contexts_of(clause, None))
    assert Context.CYBER in contexts_of(clause, "cyber")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("“I was ready to meet him today,” President Okello said.", Status.PLANNED),
        ("Nothing will move until Okello and Ruiz meet.", Status.CONDITIONAL),
        ("Okello and Ruiz met on Friday.", Status.HAPPENED),
    ],
)
def test_being_ready_to_meet_is_no_meeting(text: str, status: Status) -> None:
    (paper,) = news(f"@herald 2019-03-14\n{text}")
    (event,) = (one for one in annotate(paper).events if one.type is EventType.CONSULT)
    assert event.status is status


@pytest.mark.parametrize(
    ("line", "parties"),
    [
        ("Norwegian and Swedish negotiators met in Oslo on Friday.", ["Norwegian", "Swedish"]),
        ("Peruvian, Chilean and Bolivian envoys held talks in Lima.", ["Peruvian", "Chilean", "Bolivian"]),
        ("Peruvian envoys held talks in Lima.", ["Peruvian"]),
    ],
)
def test_people_of_several_sides_are_these_sides(line: str, parties: list[str]) -> None:
    (article,) = news(f"@herald 2025-05-16\n{line}")
    (met,) = (event for event in annotate(article).events if event.type is EventType.CONSULT)
    assert [actor.text for actor in met.actors] == parties


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("A meeting between Peru and Chile was possible, the envoy said.", Status.CONDITIONAL),
        (
            "Vega said a meeting between Rojas and Soto was possible, but only after the delegations met.",
            Status.CONDITIONAL,
        ),
        ("Talks between Peru and Chile were unthinkable.", Status.DENIED),
        ("The meeting between Peru and Chile was long.", Status.HAPPENED),
    ],
)
def test_what_is_said_of_a_meeting_tells_whether_it_was_held(line: str, status: Status) -> None:
    assert told(read(line), EventType.CONSULT).status is status
