"""Single reasons for and against two tellings being one happening."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dragoman.link.agreement import score, signs, weights
from dragoman.link.happenings import Told, kinds
from dragoman.model.event import EventPlace
from dragoman.model.plover import EventType, Status
from dragoman.model.when import When

NOTHING: frozenset[str] = frozenset()


def told(article: str, kind: EventType, word: str) -> Told:
    return Told(
        at=EventPlace(article, 0), types=frozenset({kind}), words=frozenset({word}), kinds=kinds().get(word, NOTHING),
        parties=NOTHING, sides=NOTHING, places=NOTHING, days=(), numbers=frozenset(), content=NOTHING,
        actors=NOTHING, recipients=NOTHING, points=False,
    )  # fmt: skip


def why(left: Told, right: Told) -> dict[str, float]:
    return dict(signs(left, right, {}, 1.0))


REFUSED, TURNED = told("a", EventType.REJECT, "reject"), told("b", EventType.REJECT, "turn")


def test_words_of_one_kind_speak_for_one_happening_though_a_word_has_several() -> None:
    assert "word of the same kind, said" in why(REFUSED, TURNED)
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
    deed = told("a", EventType.ASSAULT, "strike")
    spoken = score(REFUSED, replace(REFUSED, at=EventPlace("b", 0)), {}, 1.0)
    assert spoken.value < score(deed, replace(deed, at=EventPlace("b", 0)), {}, 1.0).value


def test_the_word_alone_does_not_tell_one_word_given() -> None:
    assert "nothing but the word in common, said" in why(REFUSED, replace(REFUSED, at=EventPlace("b", 0)))
    assert score(REFUSED, replace(REFUSED, at=EventPlace("b", 0)), {}, 1.0).value < 0


def test_what_was_refused_matters_in_its_own_words_or_near_ones() -> None:
    accord, deal = replace(REFUSED, about=frozenset({"accord"})), replace(TURNED, about=frozenset({"deal"}))
    assert "about the same, said" in why(accord, deal)
    assert "about other things, said" in why(accord, replace(TURNED, about=frozenset({"budget"})))


def test_what_is_accepted_is_not_what_is_refused() -> None:
    accepted = replace(told("b", EventType.AGREE, "offer"), kinds=kinds()["offer"])
    assert "refused and not refused" in why(told("a", EventType.REJECT, "offer"), accepted)


def test_accounts_may_differ_by_a_day_and_not_by_a_week() -> None:
    monday = replace(REFUSED, days=(When.day(2024, 12, 2),))
    assert "a day beside" in why(monday, replace(TURNED, days=(When.day(2024, 12, 3),)))
    assert "other days" in why(monday, replace(TURNED, days=(When.day(2024, 12, 9),)))


def test_what_was_done_after_an_article_was_printed_it_does_not_tell() -> None:
    early = replace(REFUSED, published=date(2024, 12, 2))
    assert "done after the other was printed" in why(early, replace(TURNED, days=(When.day(2024, 12, 4),)))
    assert "done after the other was printed" not in why(early, replace(TURNED, days=(When.day(2024, 12, 1),)))


def test_each_sign_weighs_as_it_was_learnt_or_set() -> None:
    amounts, known = why(REFUSED, TURNED), weights()
    reasons = {reason.why: reason.weight for reason in score(REFUSED, TURNED, {}, 1.0).reasons}
    assert reasons == {
        sign: round(known[sign] * amount, 2)
        for sign, amount in amounts.items()
        if round(known.get(sign, 0) * amount, 2)
    }
