"""Whom pronouns mean, decided in the order of the text.

"He" and "she" go to the one who is likeliest by learnt weights (`likely`), or to the subject that a clause before it
waits for; "it" and "they" to the most salient referent that agrees, if one stands out. "I" and "we" of a quotation are
its speaker, "who" is the noun before it.
"""

from __future__ import annotations

from dragoman.annotate.referents.chains import Referent
from dragoman.annotate.referents.context import Stretch
from dragoman.annotate.referents.likely import likeliest, signs_of, strength
from dragoman.annotate.referents.progress import BODIES, PERSONS, THINGS, Pass, clearest
from dragoman.annotate.referents.pronouns import Pronoun, acts, antecedent_place, same_clause, speaker_place
from dragoman.annotate.referents.salience import WINDOW, strongest_other
from dragoman.model.mention import EntityKind, Form

ENOUGH, CLOSE = 2.0, 0.2
SAME_SUBJECT = 0.3
AHEAD = ("advcl", "obl")


def take_pronoun(state: Pass, found: Pronoun) -> None:
    """Gives the pronoun to the referent that it means; "he" and "she" of nobody known are someone new."""
    referent = antecedent(state, found)
    i = found.index
    if referent is None:
        if found.sort in ("he", "she"):
            unknown = state.new(EntityKind.PERSON)
            unknown.stretches.append(Stretch(first=i, last=i + 1, kind=EntityKind.PERSON, form=Form.PRONOUN, head=i))
        return
    if found.sort in ("he", "she"):
        referent.sex = referent.sex or ("male" if found.sort == "he" else "female")
    kind = referent.kind
    referent.stretches.append(Stretch(first=i, last=i + 1, kind=kind, form=Form.PRONOUN, head=i))
    if found.sort not in ("who", "speaker"):
        state.note(referent, i, i + 1)


def antecedent(state: Pass, found: Pronoun) -> Referent | None:
    if found.sort == "who":
        return state.at_token.get(antecedent_place(state.context, found.index))
    speaker = _speaker(state, found.index)
    if found.sort == "speaker":
        return speaker
    if found.sort in ("he", "she"):
        ahead = named_ahead(state, found)
        if ahead is not None:
            return ahead
        able = (r for r in candidates(state, found) if r is not speaker)
        return likeliest((strength(signs_of(state, found, r)), -r.number, r) for r in able)
    rated = [r for r in _rated(state, found) if r[2] is not speaker]
    floor = ENOUGH
    if not acts(state.context, found):
        floor = max(floor, strongest_other(state.memory, found))
    return clearest([r for r in rated if r[0] >= floor], margin=CLOSE)


def named_ahead(state: Pass, found: Pronoun) -> Referent | None:
    """The subject behind the clause in which the pronoun stands: "Before she left, | Okello | signed"."""
    tokens = state.context.tokens
    token = tokens[found.index]
    while not token.is_root and not token.relation.startswith(AHEAD):
        token = tokens[token.head]
    if token.is_root or token.head < found.index:
        return None
    subjects = (c for c in state.context.children[token.head] if tokens[c].relation.startswith("nsubj"))
    named = [state.named_at.get(c) for c in subjects if token.index < c]
    return next((r for r in named if r is not None and agrees(found, r)), None)


def _speaker(state: Pass, index: int) -> Referent | None:
    if state.context.quoted[index] < 0:
        return None
    place = speaker_place(state.context, index)
    return (state.at_token.get(place) or state.named_at.get(place)) if place is not None else None


def candidates(state: Pass, found: Pronoun) -> list[Referent]:
    """Whoever was mentioned of late and agrees with the pronoun."""
    near = state.recent(found.index, WINDOW)
    return [r for r in near if agrees(found, r) and not _is_co_argument(state, found, r)]


def _rated(state: Pass, found: Pronoun) -> list[tuple[float, int, Referent]]:
    rated = []
    for referent in candidates(state, found):
        strong = state.memory.strength(referent, found.index)
        if strong:
            strong += preference(found, referent) + same_subject(state, found, referent)
            rated.append((strong, -referent.number, referent))
    return rated


def agrees(found: Pronoun, referent: Referent) -> bool:
    """Whether number, sex and kind allow that the pronoun means it."""
    if found.sort in ("he", "she"):
        sex = "male" if found.sort == "he" else "female"
        return referent.kind in PERSONS and not referent.plural and referent.sex in (None, sex)
    if found.sort == "it":
        return referent.kind in BODIES | THINGS and not referent.plural
    return referent.kind in BODIES or (referent.kind in PERSONS and referent.plural)


def preference(found: Pronoun, referent: Referent) -> float:
    """A group is likelier "they" than a body; a state or body is likelier "it" than an agreement."""
    if found.sort == "they":
        return 0.6 if referent.plural else -0.6
    return 0.3 if referent.kind in BODIES else -0.2


def same_subject(state: Pass, found: Pronoun, referent: Referent) -> float:
    """A subject later in a sentence is likely the subject of its main verb."""
    if not state.context.tokens[found.index].relation.startswith("nsubj"):
        return 0.0
    sentence = state.context.sentence[found.index]
    places = [p for p in state.memory.places[referent.number][-6:] if p.sentence == sentence and p.head < found.index]
    return SAME_SUBJECT if any(state.memory.is_main_subject(p) for p in places) else 0.0


def _is_co_argument(state: Pass, found: Pronoun, referent: Referent) -> bool:
    if found.owning or found.reflexive:
        return False
    sentence = state.context.sentence[found.index]
    places = [p for p in state.memory.places[referent.number][-6:] if p.sentence == sentence and p.head < found.index]
    return any(same_clause(state.context, found.index, p.head) for p in places)
