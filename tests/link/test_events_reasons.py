"""Single reasons for and against two tellings being one happening."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dragoman.link.agreement import SAID_AGAIN, Rarity, day_key, reasons
from dragoman.link.happenings import Told, kinds
from dragoman.model.event import EventPlace
from dragoman.model.plover import EventType, Status
from dragoman.model.text import Span
from dragoman.model.when import When

NOTHING: frozenset[str] = frozenset()


def told(article: str, kind: EventType, word: str) -> Told:
    return Told(
        at=EventPlace(article, 0), types=frozenset({kind}), words=frozenset({word}), kinds=kinds().get(word, NOTHING),
        parties=NOTHING, sides=NOTHING, places=NOTHING, days=(), numbers=frozenset(), content=NOTHING,
        actors=NOTHING, recipients=NOTHING, points=False,
    )  # fmt: skip


def why(left: Told, right: Told) -> dict[str, float]:
    return {reason.why: reason.weight for reason in reasons(left, right, Rarity({}), 1.0)}


REFUSED, TURNED = told("a", EventType.REJECT, "reject"), told("b", EventType.REJECT, "turn")


def test_words_of_one_kind_speak_for_one_happening_though_a_word_has_several() -> None:
    assert "word of the same kind" in why(REFUSED, TURNED)
    assert {"refusal", "criticism"} <= kinds()["dismiss"]


def test_what_is_only_demanded_is_not_what_was_done() -> None:
    assert "done and not done" in why(REFUSED, replace(TURNED, status=Status.PROPOSED))
    assert "done and not done" not in why(REFUSED, replace(TURNED, status=Status.PLANNED))


def test_who_speaks_matters_to_a_word_given_and_not_to_a_blow() -> None:
    sides = {"actor_sides": frozenset({"NOR"})}, {"actor_sides": frozenset({"PER"})}
    assert "other actor" in why(replace(REFUSED, **sides[0]), replace(TURNED, **sides[1]))
    blow = told("a", EventType.ASSAULT, "strike"), told("b", EventType.ASSAULT, "strike")
    assert "other actor" not in why(replace(blow[0], **sides[0]), replace(blow[1], **sides[1]))


def test_one_speaker_on_one_day_speaks_for_one_word_given() -> None:
    day = {"days": (When.day(2024, 12, 3),), "actors": frozenset({"en-1"})}
    assert "same speaker on one day" in why(replace(REFUSED, **day), replace(TURNED, **day))


def test_the_same_word_of_speech_says_less_than_the_same_deed() -> None:
    spoken = why(REFUSED, replace(REFUSED, at=EventPlace("b", 0)))
    deed = told("a", EventType.ASSAULT, "strike")
    struck = why(deed, replace(deed, at=EventPlace("b", 0)))
    assert spoken["articles of one story"] == SAID_AGAIN < struck["articles of one story"]


def test_a_day_that_few_tellings_name_says_more_than_the_day_of_the_news() -> None:
    day = When(date(2024, 11, 4), date(2024, 11, 4))
    left, right = replace(REFUSED, days=(day,)), replace(TURNED, days=(day,))
    rare = {r.why: r.weight for r in reasons(left, right, Rarity({day_key(day): 0.8}), 1.0)}
    common = {r.why: r.weight for r in reasons(left, right, Rarity({day_key(day): 0.2}), 1.0)}
    assert rare["same day"] > common["same day"] == 1.0


def test_accounts_may_be_a_day_apart_and_no_more() -> None:
    first, second, fourth = (When(date(2024, 11, n), date(2024, 11, n)) for n in (4, 5, 8))
    weights = [
        why(replace(REFUSED, days=(first,)), replace(TURNED, days=(other,)))["other days"] for other in (second, fourth)
    ]
    assert weights[1] < weights[0] < 0


def test_a_large_number_says_more_than_a_small_one() -> None:
    def both(value: float) -> dict[str, float]:
        numbers = frozenset({("prisoner", value)})
        return why(replace(REFUSED, numbers=numbers), replace(TURNED, numbers=numbers))

    assert both(118.0)["same large number"] > both(2.0)["same number"]


def is_weighed(left: Told, right: Told) -> bool:
    """Whether the same words around both count, where both have the same words around them."""
    around = frozenset({"harbour", "convoy", "grain"})
    one, other = replace(left, content=around), replace(right, content=around)
    return "same words around it" in {r.why for r in reasons(one, other, Rarity(dict.fromkeys(around, 0.9)), 1.0)}


def test_one_clause_around_two_happenings_does_not_make_them_one() -> None:
    shelled, mined = told("a", EventType.ASSAULT, "shell"), told("a", EventType.ASSAULT, "mine")
    sentence, later = Span("a", 0, 60), Span("a", 200, 260)
    assert not is_weighed(replace(shelled, clause=sentence), replace(mined, clause=sentence))
    assert is_weighed(replace(shelled, clause=sentence), replace(mined, clause=later))


def test_another_outlet_tells_a_deed_in_other_words_on_its_day_and_a_word_given_on_any() -> None:
    shelled, mined = told("a", EventType.ASSAULT, "shell"), told("b", EventType.ASSAULT, "mine")
    day = (When.day(2024, 12, 3),)
    assert not is_weighed(shelled, mined)
    assert is_weighed(replace(shelled, days=day), replace(mined, days=day))
    assert is_weighed(REFUSED, TURNED)
