"""On whom an event is done where the words stand far from it: owners, passives within, conditions, aims."""

from __future__ import annotations

import pytest

from dragoman.annotate import annotate
from dragoman.model.plover import EventType
from tests.newspaper import news


def recipients(text: str, event_type: EventType) -> list[str]:
    (article,) = news(f"@herald 2024-12-05\n{text}")
    return [m.text for e in annotate(article).events if e.type is event_type for m in e.recipients]


@pytest.mark.parametrize(
    "line",
    [
        "Norway rejected a Peruvian proposal for joining the pact with her.",
        "Norway has rejected a Peruvian offer for a pact with Chile.",
        "The Norwegian government dismissed the Peruvian plan for a treaty with Chile.",
    ],
)
def test_whose_plan_it_is_comes_before_whoever_else_is_named(line: str) -> None:
    assert recipients(line, EventType.REJECT)[:1] == ["Peruvian"]


@pytest.mark.parametrize(
    "line",
    [
        "Norway demanded a full apology by Peru on Monday.",
        "Norway's parliament has demanded an admission by Peru that the border was crossed.",
        "The union of Norway demanded a quick answer by Peru.",
    ],
)
def test_who_is_to_do_what_is_demanded_is_asked(line: str) -> None:
    assert "Peru" in recipients(line, EventType.REQUEST)


@pytest.mark.parametrize(
    "line",
    [
        "Norway threatened to recall its envoy unless Peru lifted the blockade.",
        "Norway threatened a boycott if Peru did not open the port.",
        "Norway has threatened to close the strait unless Peru pays its debt.",
    ],
)
def test_who_can_avert_a_threat_is_threatened(line: str) -> None:
    assert "Peru" in recipients(line, EventType.THREATEN)


@pytest.mark.parametrize(
    "line",
    [
        "Thousands of teachers marched in Oslo to demand an apology from Peru.",
        "Dockers staged a strike in Oslo in protest against the seizure of a ship by Peru.",
        "Students held a rally in Oslo to denounce the policies of Peru.",
    ],
)
def test_whom_a_protest_is_about_is_its_recipient(line: str) -> None:
    assert "Peru" in recipients(line, EventType.PROTEST)


@pytest.mark.parametrize(
    "line",
    [
        "Norway is willing to withdraw its troops from Peru.",
        "Norway is now willing to talk with Peru.",
        "The government of Norway was willing to compromise.",
    ],
)
def test_whoever_is_willing_acts(line: str) -> None:
    (article,) = news(f"@herald 2024-12-05\n{line}")
    willing = [e for e in annotate(article).events if e.trigger.start == line.find("willing")]
    assert [m.text for m in willing[0].actors] in (["Norway"], ["The government"])
