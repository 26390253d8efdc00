"""The words of `lexicon/offers.toml`, ready to be looked up by lemma.

Says what words can mean, not what they mean in a sentence.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from dragoman.model.negotiation import How, MatterKind, MoveKind

FILE = Path(__file__).parents[1] / "lexicon" / "offers.toml"
AGENTS = FILE.with_name("agents.toml")  # bodies and groups, which are people too
FIGURES = ("met", "deeds", "ignoring", "joining")
Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Sense:
    """What a verb does to a matter. `particle` is the word it needs beside it; a `weak` one answers only what is
    known, and wishes only for matters of a known kind; a `telling` one needs an infinitive."""

    kind: MoveKind
    particle: str | None
    how: How = How.PLAN
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Offers:
    matters: Mapping[str, MatterKind]
    pointing: Words
    parts: Words
    clauses: Mapping[str, MatterKind]
    verbs: Mapping[str, tuple[Sense, ...]]
    telling: Words
    things_wanted: Words
    nouns: Mapping[str, MoveKind]
    put: Mapping[str, How]
    bare: Words
    made: Words
    answering: Words
    against: Words
    belittling_verbs: Words
    belittling: Words
    praising: Words
    judging: Words
    harming: Words
    helping: Words
    complaining: Words
    phrases: Mapping[MoveKind, tuple[str, ...]]
    met: Mapping[str, tuple[Sense, ...]]
    deeds: Mapping[str, tuple[Sense, ...]]
    ignoring: Words
    joining: Words
    asserted: Words
    documents: Words
    idle: Words
    idle_deeds: Words
    writing: Words
    discussing: Words
    delaying: tuple[str, ...]
    obliging: Words
    willing: Words
    attending: Words
    undoing: Words
    wanting: Words
    refusing: Words
    unspoken: Words
    people: Words
    speaking: Words
    unconditional: Words
    scope: Words
    areas: Words
    further: Mapping[str, str]
    paired: Mapping[str, Mapping[str, str]]
    laying: Words
    under: Words


@cache
def offers() -> Offers:
    """The whole lexicon, read once."""
    with FILE.open("rb") as file:
        table = tomllib.load(file)
    matters = dict(table["matters"])
    pointing, parts = frozenset(matters.pop("pointing")), frozenset(matters.pop("parts"))
    nouns = dict(table["nouns"])
    put, made = nouns.pop("put"), nouns.pop("made")
    bare = frozenset(put.pop("bare"))
    belittling_verbs = frozenset(table["belittling"]["verbs"])
    belittling = frozenset((*table["belittling"]["nouns"], *table["belittling"]["words"]))
    praising = frozenset(table["praising"]["words"])
    return Offers(
        matters={word: MatterKind(kind) for word, kind in by_word(matters).items()},
        pointing=pointing,
        parts=parts,
        clauses={word: MatterKind(kind) for word, kind in by_word(table["verbs_of"]).items()},
        verbs=senses(table),
        telling=frozenset(table["put"]["telling"]),
        things_wanted=frozenset(table["put"]["things"]),
        nouns={word: move_kind(kind) for word, kind in by_word(nouns).items()},
        put={word: How(how) for word, how in by_word(put).items()},
        bare=bare,
        made=frozenset(made["by"]),
        answering=frozenset(made["answering"]),
        against=frozenset(made["against"]),
        belittling_verbs=belittling_verbs,
        belittling=belittling,
        praising=praising,
        judging=belittling_verbs | belittling | praising,
        harming=frozenset(table["belittling"]["harming"]),
        helping=frozenset(table["praising"]["helping"]),
        complaining=frozenset(table["belittling"]["complaining"]),
        phrases={move_kind(kind): tuple(words) for kind, words in table["phrases"].items()},
        met=figures(table["answers"]["met"]),
        deeds=figures(table["answers"]["deeds"]),
        ignoring=frozenset(table["answers"]["ignoring"]["verbs"]),
        joining=frozenset(table["answers"]["joining"]["verbs"]),
        asserted=frozenset(table["asserted"]["words"]),
        idle=frozenset(table["put"]["idle"]),
        idle_deeds=frozenset(table["put"]["idle_deeds"]),
        writing=frozenset(table["airing"]["writing"]),
        discussing=frozenset(table["airing"]["discussing"]),
        documents=frozenset(table["put"]["documents"]),
        delaying=tuple(table["delaying"]["phrases"]),
        obliging=frozenset(table["obliging"]["words"]),
        willing=frozenset(table["obliging"]["willing"]),
        attending=frozenset(table["attending"]["words"]),
        undoing=frozenset(table["undoing"]["words"]),
        wanting=frozenset(table["wishing"]["wanting"]),
        refusing=frozenset(table["wishing"]["refusing"]),
        unspoken=frozenset(table["wishing"]["unspoken"]),
        speaking=frozenset(table["speaking"]["words"]),
        people=frozenset(table["people"]["words"]) | bodies_and_groups(),
        unconditional=frozenset(table["terms"]["unconditional"]),
        scope=frozenset(table["terms"]["scope"]),
        areas=frozenset(table["terms"]["areas"]),
        further={word: name for word, name in by_word(table["further"]).items() if "_" not in word},
        paired=pairs(table["further"]),
        laying=frozenset(table["laying"]["verbs"]),
        under=frozenset(table["laying"]["under"]),
    )


def bodies_and_groups() -> Words:
    """The nouns for bodies and groups that mentions are found by."""
    with AGENTS.open("rb") as file:
        table = tomllib.load(file)
    return frozenset((*table["organizations"]["heads"], *table["groups"]["heads"]))


def pairs(table: Mapping[str, list[str]]) -> dict[str, dict[str, str]]:
    """The words that name a term only beside another: by the one, then the other."""
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for word, name in by_word(table).items():
        if "_" in word:
            one, _, other = word.partition("_")
            found[one][other] = name
    return dict(found)


def by_word(table: Mapping[str, list[str]]) -> dict[str, str]:
    return {word: name for name, words in table.items() for word in words}


def senses(table: Mapping[str, Any]) -> dict[str, tuple[Sense, ...]]:
    """What each verb can do, the senses with a particle first."""
    found: defaultdict[str, list[Sense]] = defaultdict(list)

    def add(words: list[str], kind: MoveKind, how: How = How.PLAN, *, weak: bool = False) -> None:
        for word in words:
            lemma, _, particle = word.partition("_")
            found[lemma].append(Sense(kind, particle or None, how, weak))

    for how in How:
        add(table["put"][how.value], MoveKind.PROPOSE, how)
    answers = dict(table["answers"])
    weak = answers.pop("weak")
    answers = {kind: words for kind, words in answers.items() if kind not in FIGURES}
    for kinds, is_weak in ((answers, False), (table["fates"], False), (weak, True)):
        for kind, words in kinds.items():
            add(words, move_kind(kind), weak=is_weak)
    add(table["put"]["wish"], MoveKind.PROPOSE, How.DEMAND, weak=True)
    add(table["put"]["declare"], MoveKind.PROPOSE, How.PLAN, weak=True)
    return {lemma: tuple(sorted(several, key=lambda s: s.particle is None)) for lemma, several in found.items()}


def figures(table: Mapping[str, list[str]]) -> dict[str, tuple[Sense, ...]]:
    """Verbs that answer only in a figure of speech, each with the words that make it one."""
    found: defaultdict[str, list[Sense]] = defaultdict(list)
    for kind, words in table.items():
        for word in words:
            lemma, _, beside = word.partition("_")
            found[lemma].append(Sense(move_kind(kind), beside or None, weak=True))
    return {lemma: tuple(several) for lemma, several in found.items()}


def move_kind(name: str) -> MoveKind:
    return MoveKind(name.replace("_", " "))
