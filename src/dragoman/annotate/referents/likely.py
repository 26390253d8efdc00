"""How likely "he" or "she" means somebody whom the text has mentioned: signs, each with a weight.

The signs: how long ago and in what part he was last mentioned, how often, by what words, and whether the pronoun is who
says something. The weights are learnt by `training/entities_antecedents.py`. Does not say who is a candidate.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from dragoman.annotate.referents.chains import Referent
from dragoman.annotate.referents.progress import Pass
from dragoman.annotate.referents.pronouns import Pronoun
from dragoman.annotate.referents.salience import Place
from dragoman.annotate.referents.wordlists import cue_verbs
from dragoman.model.mention import Form

FILE = Path(__file__).parents[1] / "lexicon" / "antecedents.toml"
FAR = 4  # sentences, beyond which all is far
MANY = 10  # mentions, after which more do not count
PARTS = {
    "nsubj": "subject",
    "nsubj:pass": "subject",
    "obj": "object",
    "iobj": "object",
    "nmod:poss": "owner",
    "obl:agent": "agent",
    "conj": "one of several",
    "appos": "apposition",
    "flat": "apposition",
    "root": "root",
    "parataxis": "root",
}
WITHIN = frozenset(["ccomp", "advcl", "xcomp"])
LAST_PLACES = 8
Sign = tuple[str, float]


@cache
def weights() -> Mapping[str, float]:
    """The weight of each sign."""
    table: Mapping[str, float] = tomllib.loads(FILE.read_text(encoding="utf-8"))["weights"]
    return table


@cache
def least() -> float:
    """The share of all chances that the best must have."""
    return float(tomllib.loads(FILE.read_text(encoding="utf-8"))["least"])


def signs_of(state: Pass, found: Pronoun, referent: Referent) -> Iterator[Sign]:
    """What speaks for and against a person as the one whom a pronoun means."""
    context, at = state.context, found.index
    places = [p for p in state.memory.places[referent.number][-LAST_PLACES:] if p.head < at]
    if not places:
        return
    last, quoted = places[-1], context.quoted[at]
    speaks = says(state, found)
    away = min(FAR, context.told[at] - context.told[last.head])
    part = part_of(state, last)
    yield f"{away} away", 1.0
    yield f"{'near' if away < 2 else 'far'} {part}", 1.0
    if speaks:
        yield f"{away} away, speaks", 1.0
    before = [p for p in places if context.told[at] - context.told[p.head] == 1]
    if any(state.memory.is_main_subject(p) for p in before):
        yield "subject of the sentence before", 1.0
        if speaks:
            yield "subject of the sentence before, speaks", 1.0
            if behind_quotation(state, at):
                yield "subject of the sentence before, speaks behind a quotation", 1.0
    if any(says_at(state, p) for p in before):
        yield "spoke in the sentence before", 1.0
        if speaks:
            yield "spoke in the sentence before, speaks", 1.0
    here = [p for p in places if context.told[at] == context.told[p.head]]
    is_subject = context.tokens[at].relation.startswith("nsubj")
    if any(state.memory.is_main_subject(p) for p in here):
        yield "main subject of this sentence", 1.0
        if is_subject:
            yield "main subject of this sentence, subject", 1.0
        if speaks:
            yield "main subject of this sentence, speaks", 1.0
    if is_subject and any(p.head in above(state, found) and says_at(state, p) for p in here):
        yield "says the clause", 1.0
    if here and found.owning:
        yield "in this sentence, owns", 1.0
    if last.quoted >= 0 and last.quoted != quoted:
        yield "in a quotation", 1.0
    yield "often", math.log(min(len(places), MANY))
    if referent.is_named:
        yield "named", 1.0
    elif all(s.form is Form.PRONOUN for s in referent.stretches):
        yield "only pronouns", 1.0
    if any(d.indefinite for d in referent.descriptions) and not referent.is_named:
        yield "indefinite", 1.0
    if referent.offices:
        yield "has an office", 1.0
    if context.tokens[last.head].tag == "PRON":
        yield "last a pronoun", 1.0


def part_of(state: Pass, place: Place) -> str:
    """The part a mention has in its clause; a subject of a clause that only describes somebody is one aside."""
    part = PARTS.get(place.role, "other")
    verb = state.context.tokens[state.context.tokens[place.head].head]
    return "subject aside" if part == "subject" and verb.relation.startswith("acl") else part


def says(state: Pass, found: Pronoun) -> bool:
    """Whether the pronoun is the subject of a verb that reports, and is not itself what another reports."""
    tokens = state.context.tokens
    token = tokens[found.index]
    verb = tokens[token.head]
    return token.relation.startswith("nsubj") and verb.lemma.lower() in cue_verbs() and not above(state, found)


def above(state: Pass, found: Pronoun) -> list[int]:
    """The subjects of the verb in whose clause the pronoun's own clause stands."""
    tokens = state.context.tokens
    verb = tokens[tokens[found.index].head]
    while verb.relation == "conj" and not verb.is_root:
        verb = tokens[verb.head]
    if verb.relation not in WITHIN:
        return []
    return [i for i in state.context.children[verb.head] if tokens[i].relation.startswith("nsubj") and i < found.index]


def behind_quotation(state: Pass, at: int) -> bool:
    """Whether a quotation ends right before a token."""
    return any(i >= 0 and state.context.quoted[i] >= 0 for i in range(at - 3, at))


def says_at(state: Pass, place: Place) -> bool:
    """Whether a mention is the subject of a verb that reports."""
    tokens = state.context.tokens
    return place.role.startswith("nsubj") and tokens[tokens[place.head].head].lemma.lower() in cue_verbs()


def strength(signs: Iterable[Sign]) -> float:
    """The weights of signs, added up."""
    known = weights()
    return sum(known.get(name, 0.0) * size for name, size in signs)


def likeliest(rated: Iterable[tuple[float, int, Referent]]) -> Referent | None:
    """The one with the best chance, if it is good enough."""
    ordered = sorted(rated, key=lambda r: r[:2], reverse=True)
    if not ordered:
        return None
    total = sum(math.exp(score - ordered[0][0]) for score, _, _ in ordered)
    return ordered[0][2] if 1 / total >= least() else None
