"""How long talks went on: "after nine days of talks", "talks entered a fourth day on Friday".

The day that dates them, or their sentence, is then the last of so many, or the first where they begin on it. Reads
whole days and weeks only; does not find the day: that is for `days`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from dragoman.annotate.events.numbers import value_of
from dragoman.annotate.events.triggers import Trigger
from dragoman.annotate.tree import Tree
from dragoman.model.plover import EventType
from dragoman.model.reading import Token
from dragoman.model.when import TimeMention, When

ORDINALS = {
    word: place
    for place, word in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split(), start=1)
}
ENTERING = frozenset({"enter", "begin", "start", "resume", "continue", "go", "stretch", "run"})
BEGINNING = frozenset({"begin", "start", "open", "launch", "plan", "schedule", "expect"})
LONGEST = 60
EACH = {"day": 1, "week": 7}
WITHIN = 14  # words after the talks in which the day they have come to is told


def with_spell(
    date: TimeMention | None, trigger: Trigger, tree: Tree, beside: Callable[[], Sequence[TimeMention]]
) -> TimeMention | None:
    """The date of talks, drawn out over the days that they are told to have taken.

    Where none is told of them themselves it is that of their sentence: "agreed on Thursday, after a week of talks".
    """
    if date is None and trigger.type is EventType.CONSULT and days_of(trigger, tree) is not None:
        told = beside()
        date = told[0] if len(told) == 1 else None
    if date is None or date.when is None or not date.when.is_day or trigger.type is not EventType.CONSULT:
        return date
    days = day_reached(trigger, tree) or days_of(trigger, tree)
    if days is None or not 1 < days <= LONGEST:
        return date
    step, at = timedelta(days=days - 1), date.when.start
    if begins(trigger, tree):
        return replace(date, when=When(at, at + step), why=f"{days} days from it; {date.why}")
    return replace(date, when=When(at - step, at), why=f"{days} days up to it; {date.why}")


def days_of(trigger: Trigger, tree: Tree) -> int | None:
    """How many days of talks are told: "18 days of talks". By the words in a row: trees slip here."""
    noun = max(trigger.tokens)
    at = next((i for i in range(noun - 1, max(noun - 6, 1), -1) if tree.tokens[i].lemma.lower() == "of"), 0)
    each = EACH.get(tree.tokens[at - 1].lemma.lower()) if at > 1 else None
    if each is None:
        return None
    count = tree.tokens[at - 2].text.lower()
    value = 1 if count in ("a", "one") else value_of([count])
    return int(value * each) if value is not None else None


def day_reached(trigger: Trigger, tree: Tree) -> int | None:
    """Which day talks have come to: "talks entered a fourth day on Friday"."""
    last = max(trigger.tokens)
    following = tree.tokens[last : last + WITHIN]
    for before, day in pairwise(following):
        entered = any(t.lemma.lower() in ENTERING for t in following if t.index < before.index)
        if day.lemma.lower() == "day" and entered and (number := ordinal(before)) is not None:
            return number
    return None


def ordinal(token: Token) -> int | None:
    digits = token.text[:-2] if token.text[-2:].lower() in ("st", "nd", "rd", "th") else ""
    return int(digits) if digits.isdigit() else ORDINALS.get(token.text.lower())


def begins(trigger: Trigger, tree: Tree) -> bool:
    """Whether the day is that on which they begin."""
    measure = tree.tokens[tree.tokens[trigger.head].head]
    near = (trigger.head, measure.index, measure.head)
    return any(tree.tokens[i].lemma.lower() in BEGINNING for i in near) and day_reached(trigger, tree) is None
