"""Whether a word that may tell an event does tell one: a score that can be taken apart.

Each sign (its lemma, how it stands in the sentence, who takes part, what surrounds it) has a weight, learnt by
`training/events_worth.py` from completely annotated newswire. Knows counts, no texts.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from dragoman.annotate.events.read import Chances, any_chance, chance, step_of
from dragoman.annotate.events.subjects import is_passive
from dragoman.annotate.events.triggers import Trigger
from dragoman.annotate.tree import Tree
from dragoman.model.event import EventMention
from dragoman.model.mention import Mention, Reason, Score
from dragoman.model.reading import Token

FILE = Path(__file__).parent / "worth.toml"
MODALS = {"will": "future", "shall": "future", "would": "would", "should": "should", "must": "must"}
FEW = 50  # words of a text too short to be dense or thin
SHORT = "short"
DEFINITE = frozenset({"the", "this", "that", "these", "those"})


@cache
def weights() -> Mapping[str, float]:
    """The weight of each sign."""
    table: Mapping[str, float] = tomllib.loads(FILE.read_text(encoding="utf-8"))["weights"]
    return table


@cache
def least() -> Mapping[str, float]:
    """The score below which a word tells no event, by how dense the article is."""
    table: Mapping[str, float] = tomllib.loads(FILE.read_text(encoding="utf-8"))["least"]
    return table


@cache
def reasons() -> Mapping[str, Reason]:
    """What each sign says for or against an event."""
    return {sign: Reason(sign, weight) for sign, weight in weights().items()}


def worth(signs: Iterable[str]) -> Score:
    """The score of a possible event, sign by sign."""
    known = reasons()
    return Score(tuple([known[sign] for sign in signs if sign in known]))


def signs(trigger: Trigger, event: EventMention, tree: Tree, density: str, chances: Chances) -> Iterator[str]:
    """What speaks for or against an event. `density` says how political the article is, `chances` what is read."""
    head = tree.tokens[trigger.head]
    kind = "said" if trigger.said else "phrase" if trigger.noun is not None else head.tag.lower()
    yield from of_reading(trigger, chances)
    yield "always"
    yield f"{kind}"
    yield f"{trigger.type.value} {kind}"
    yield f"word {lemmas(trigger, tree)}"
    yield f"article {density}"
    yield f"{kind} as {head.relation.split(':')[0]}"
    yield f"actor {form(event.actors)}"
    yield f"recipient {form(event.recipients)}"
    yield f"{trigger.type.value} {'with' if event.actors else 'without'} actor"
    yield f"{kind} {'with' if event.actors else 'without'} actor, {'with' if event.recipients else 'without'} recipient"
    yield f"status {event.status.value}"
    if event.date is not None:
        yield "dated"
    if event.place is not None:
        yield "placed"
    yield "in a statement" if event.statement is not None else "in own voice"
    if head.tag == "NOUN":
        told = "told" if event.actors or event.recipients or event.date or event.place else "bare"
        yield f"noun {told} as {head.relation.split(':')[0]}"
        yield f"noun {told} {article_of(head, tree)}"
        yield f"{trigger.type.value} noun {told}"
        yield from of_noun(head, tree)
    else:
        yield from of_verb(head, tree)


def of_reading(trigger: Trigger, chances: Chances) -> Iterator[str]:
    """How likely the language model finds its type, any event, and another type."""
    own, any_one = chance(trigger, chances), any_chance(trigger, chances)
    yield f"read as its type {step_of(own)}"
    yield f"read as an event {step_of(any_one)}"
    if any_one > 2 * own:
        yield f"read as another type {step_of(any_one - own)}"
    if trigger.read:
        yield "only read"
        yield f"only read as {trigger.type.value}"


def lemmas(trigger: Trigger, tree: Tree) -> str:
    return " ".join(tree.tokens[i].lemma.lower() for i in trigger.tokens) if not trigger.said else "(said)"


def form(mentions: Sequence[Mention]) -> str:
    """How the first of them is referred to, and whether it has a country."""
    if not mentions:
        return "none"
    first = mentions[0]
    return f"{first.kind.value} {first.form.value}"


def of_verb(head: Token, tree: Tree) -> Iterator[str]:
    lower = {token.lemma.lower() for token in tree.on(head.index, "aux", "aux:pass", "advmod", "mark")}
    yield f"verb {head.fine}"
    yield "passive" if is_passive(head.index, tree) else "active"
    for modal, sign in MODALS.items():
        if modal in lower:
            yield f"modal {sign}"
    if lower & {"can", "could", "may", "might"}:
        yield "modal can"
    if lower & {"not", "never"}:
        yield "negated"
    if "to" in lower:
        yield "infinitive"
    if lower & {"if", "unless", "whether", "when"}:
        yield "in a condition"


def of_noun(head: Token, tree: Tree) -> Iterator[str]:
    plural = "plural" if head.fine == "NNS" else "singular"
    yield f"noun {article_of(head, tree)} {plural}"
    if tree.on(head.index, "compound", "amod"):
        yield "noun described"
    if tree.on(head.index, "nmod", "acl", "acl:relcl"):
        yield "noun qualified"
    if any("of" in tree.cases(t.index) for t in tree.on(head.index, "nmod")):
        yield "noun of"
    cases = tree.cases(head.index)
    yield f"noun behind {min(cases)}" if cases else "noun behind nothing"


def article_of(noun: Token, tree: Tree) -> str:
    before = {token.lemma.lower() for token in tree.on(noun.index, "det")}
    owned = bool(tree.on(noun.index, "nmod:poss"))
    return "definite" if before & DEFINITE else "indefinite" if before else "owned" if owned else "without article"


def density_of(candidates: int, words: int) -> str:
    """How thick possible events stand in an article, in words.

    >>> density_of(20, 400), density_of(1, 400)
    ('dense', 'thin')
    """
    if words < FEW:
        return SHORT
    share = 100 * candidates / words
    return "dense" if share >= 5 else "full" if share >= 3.5 else "middling" if share >= 2 else "thin"
