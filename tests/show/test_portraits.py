"""How an outlet tells: forms in its own voice, cues by side, voices by words, what it leaves out."""

from __future__ import annotations

from dragoman.show.lookup import Lookup
from dragoman.show.portraits import Portrait, portraits
from tests.newspaper import record_of


def drawn() -> dict[str, Portrait]:
    record = record_of("""
        @herald 2024-12-05
        President Kari Lund of Norway arrived in Oslo on Thursday. “We will sign the fishing treaty,” Lund said.
        Lund claimed that Chile had agreed to the fishing treaty.
        The talks in Oslo ended on Thursday.
        @gazette 2024-12-05
        The talks in Oslo ended on Thursday. The harbour was quiet.
        @courier 2024-12-05
        The talks in Oslo ended on Thursday. Norway signed the fishing treaty with Chile.
    """)
    return {portrait.outlet: portrait for portrait in portraits(Lookup.of(record))}


def test_there_is_one_for_each_outlet() -> None:
    assert list(drawn()) == ["courier", "gazette", "herald"]


def test_words_are_counted_as_quoted_and_as_paraphrased() -> None:
    (lund,) = [voice for voice in drawn()["herald"].voices if voice.name.endswith("Lund")]
    assert (lund.quoted, lund.paraphrased > 0, lund.statements) == (6, True, 2)


def test_cues_stand_under_the_side_whose_words_they_introduce() -> None:
    found = {cue: number for _, counted in drawn()["herald"].cues for cue, number in counted}
    assert (found["said"], found["claimed"]) == (1, 1)


def test_forms_are_those_of_the_outlets_own_voice() -> None:
    forms = {form for _, counted in drawn()["herald"].named for form, _ in counted}
    assert any("Lund" in form for form in forms)
    assert "Chile" not in forms


def test_who_carries_nobodys_words_has_no_voices() -> None:
    assert drawn()["gazette"].voices == ()
