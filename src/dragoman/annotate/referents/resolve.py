"""Whom descriptions and pronouns mean, decided in the order of the text.

Each is given to the most salient referent that it fits, if one stands out; otherwise it stays alone: no link is better
than a wrong one. What a description must share with its referent (office, country, head word) is in `fits`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.annotate.referents.chains import Referent
from dragoman.annotate.referents.context import Context, Stretch
from dragoman.annotate.referents.fits import common_key, rate
from dragoman.annotate.referents.nominals import Description, delegation_head, sender_of
from dragoman.annotate.referents.pronouns import Pronoun, acts, antecedent_place, same_clause, speaker_place
from dragoman.annotate.referents.salience import WINDOW, Memory, head_of, strongest_other
from dragoman.annotate.referents.sorts import ARMED, NATIONAL, Sort
from dragoman.annotate.referents.wordlists import sex_of_word
from dragoman.model.mention import EntityKind, Form

PERSONS = frozenset([EntityKind.PERSON])
BODIES = frozenset([EntityKind.PLACE, EntityKind.ORGANIZATION, EntityKind.GROUP])
THINGS = frozenset([EntityKind.AGREEMENT, EntityKind.EVENT])
CLEARLY = 0.7  # the same, where an article has several presidents and says only "the president"
STAND_OUT = 0.25  # by how much the best must be stronger than the next
ENOUGH = {"he": 0.9, "she": 0.9, "it": 2.0, "they": 2.0}
HOME = 2  # an office of a country may be held by somebody of untold country if the article is mostly about it
DOMINANT = 2  # so many times more often than the next must the one country be named
LOOK_BACK = 40  # sentences within which a description without a shared head word looks for whom it means
OFTEN_NAMED, SELDOM_NAMED = 5, 2  # of the one country of a domestic article, and of any other
GOVERNING = frozenset(["head_of_state", "head_of_government", "minister"])
SAME_SUBJECT = 0.3
SERVANTS = frozenset(["minister", "envoy", "spokesman", "aide", "soldier", "head_of_government"])
CLOSE = {"he": 0.05, "she": 0.05, "it": 0.2, "they": 0.2}
Item = Stretch | Description | Pronoun


@dataclass(slots=True)
class Pass:
    """One reading of the article from top to bottom."""

    context: Context
    referents: list[Referent]
    memory: Memory
    at_token: dict[int, Referent] = field(default_factory=dict)
    common: dict[object, Referent] = field(default_factory=dict)
    named_at: dict[int, Referent] = field(default_factory=dict)
    states: dict[str, Referent] = field(default_factory=dict)
    by_head: dict[str, list[Referent]] = field(default_factory=dict)
    order: list[tuple[int, Referent]] = field(default_factory=list)
    home: frozenset[str] = frozenset()
    dominant: str | None = None
    is_domestic: bool = False

    @classmethod
    def over(cls, context: Context, named: list[Referent]) -> Pass:
        begun = cls(context, list(named), Memory(context))
        begun.named_at = {i: r for r in named for s in r.stretches for i in range(s.first, s.last)}
        begun.states = {r.state: r for r in named if r.state}
        often = sorted(begun.states, key=lambda c: (-len(begun.states[c].stretches), c))
        begun.home = frozenset(often[:HOME])
        counts = [len(begun.states[c].stretches) for c in often]
        if counts and (len(counts) == 1 or counts[0] >= DOMINANT * counts[1]):
            begun.dominant = often[0]
            begun.is_domestic = counts[0] >= OFTEN_NAMED and sum(counts[1:2]) <= SELDOM_NAMED
        for referent in named:
            begun.index(referent)
        return begun

    def index(self, referent: Referent) -> None:
        """Keeps the referent under the words of its titles and descriptions."""
        for head in sorted(referent.heads):
            kept = self.by_head.setdefault(head, [])
            if referent not in kept[-3:]:
                kept.append(referent)

    def note(self, referent: Referent, first: int, last: int) -> None:
        self.memory.note(referent, first, last)
        self.order.append((self.context.sentence[first], referent))
        for i in range(first, last):
            self.at_token.setdefault(i, referent)
        self.at_token[head_of(self.context, first, last)] = referent

    def recent(self, at: int, window: int) -> list[Referent]:
        """Whoever was mentioned in the sentences before, once each."""
        since = self.context.sentence[at] - window
        found: dict[int, Referent] = {}
        for sentence, referent in reversed(self.order):
            if sentence <= since:
                break
            found[referent.number] = referent
        return list(found.values())

    def new(self, kind: EntityKind) -> Referent:
        referent = Referent(len(self.referents), kind)
        self.referents.append(referent)
        return referent


def resolve(
    context: Context, named: list[Referent], described: list[Description], said: list[Pronoun]
) -> list[Referent]:
    """All referents of the article, with the descriptions and pronouns that mean them."""
    state = Pass.over(context, named)
    owners = {id(s): r for r in named for s in r.stretches}
    steps: list[tuple[int, int, Item]] = [(s.first, 0, s) for r in named for s in r.stretches]
    steps += [(d.stretch.head, 1, d) for d in described]
    steps += [(p.index, 2, p) for p in said]
    steps.sort(key=lambda s: s[:2])
    sent(state, named)
    at_home(state, named)
    for _, _, item in (*(s for s in steps if not is_speaker(s[2])), *(s for s in steps if is_speaker(s[2]))):
        if isinstance(item, Stretch):
            state.note(owners[id(item)], item.first, item.last)
        elif isinstance(item, Description):
            take_description(state, item)
        else:
            take_pronoun(state, item)
    return state.referents


def sent(state: Pass, named: list[Referent]) -> None:
    """Gives a minister or envoy of untold country the country of whoever sends or names him."""
    for referent in named:
        if referent.kind in PERSONS and referent.country is None and referent.offices & SERVANTS:
            senders = (sender_of(state.context, s.first, s.last) for s in referent.stretches)
            known = (state.named_at.get(place) for place in senders if place is not None)
            referent.country = next((r.country for r in known if r is not None and r.country), None)


def at_home(state: Pass, named: list[Referent]) -> None:
    """Gives those who hold a public office, told without a country, that of an article that is about one alone."""
    if not state.is_domestic:
        return
    for referent in named:
        if referent.kind in PERSONS and referent.country is None and referent.offices & GOVERNING:
            referent.country = state.dominant


def is_speaker(item: Item) -> bool:
    """Whether it is "I" or "we" in a quotation: whom they mean is known when the rest is."""
    return isinstance(item, Pronoun) and item.sort == "speaker"


# --- descriptions ----------------------------------------------------------------------------------------------


def take_description(state: Pass, found: Description) -> None:
    """Gives the description to the referent that it means, or makes a new one of it."""
    owner = state.at_token.get(found.owner) if found.owner is not None else None
    country = found.country or (owner.country if owner is not None and found.sort is not Sort.PERSON else None)
    referent = _by_body(state, found) or _by_key(state, found, country) or _by_fit(state, found, owner)
    if referent is None and country is None and is_national(found):
        country = state.dominant
        referent = _by_key(state, found, country) if country else None
    if referent is None:
        referent = state.new(found.stretch.kind)
        referent.country = country if found.sort in (Sort.DELEGATION, Sort.BODY, Sort.GROUP) else found.country
        referent.plural = found.plural or found.sort in (Sort.DELEGATION, Sort.GROUP)
        referent.sex = sex_of_word(found.word)
        key = common_key(found, country)
        if key is not None:
            state.common.setdefault(key, referent)
    referent.heads.add(found.word)
    state.index(referent)
    referent.stretches.append(found.stretch)
    referent.descriptions.append(found)
    if found.sort is Sort.DELEGATION and referent.country:
        head = delegation_head(state.context, found)
        person = state.named_at.get(-1 if head is None else head)
        if person is not None and person.kind in PERSONS and person.country is None:
            person.country = referent.country
    state.note(referent, found.stretch.first, found.stretch.last)


def is_national(found: Description) -> bool:
    """Whether a body that no word tells apart is that of the country the article is about ("the government")."""
    alone = not found.modifiers and not found.countries and found.owner is None and not found.indefinite
    return alone and found.word in NATIONAL and found.sort in (Sort.BODY, Sort.GROUP)


def _by_body(state: Pass, found: Description) -> Referent | None:
    """The body whose fighters are meant by its name and theirs ("the UNP rebels"), and not some of them."""
    before = found.stretch.head - 1
    named = state.named_at.get(before) if found.sort is Sort.GROUP and found.word in ARMED else None
    whole = found.definite and found.owner is None and not found.countries
    return named if whole and named is not None and named.kind is EntityKind.ORGANIZATION else None


def _by_key(state: Pass, found: Description, country: str | None) -> Referent | None:
    """A side is its country; a delegation, a body or a group of a country is one in the article."""
    if found.sort is Sort.SIDE:
        return state.states.get(found.country or "")
    key = common_key(found, country)
    return state.common.get(key) if key is not None else None


def _by_fit(state: Pass, found: Description, owner: Referent | None) -> Referent | None:
    """The most salient of those that the description fits, if it stands out."""
    if found.indefinite or not (found.definite or found.countries):
        return None
    at = found.stretch.head
    rated = []
    known = {r.number: r for r in (*state.recent(at, LOOK_BACK), *state.by_head.get(found.word, [])[-20:])}
    for referent in known.values():
        fit = rate(found, referent, owner, state.home)
        if fit <= 0 or (referent is owner and found.sort is Sort.PERSON):
            continue
        distance = state.memory.last(referent, at)
        if distance >= 10_000 or (fit < 1.5 and distance > 3):
            continue
        rated.append((fit + state.memory.strength(referent, at), -referent.number, referent))
    several = found.sort is Sort.PERSON and not found.country and len(state.by_head.get(found.word, [])) > 1
    best = _best(rated, margin=CLEARLY if several else STAND_OUT)
    return best if best is None or not found.country or best.country or _is_left(state, found, best) else None


def _is_left(state: Pass, found: Description, best: Referent) -> bool:
    """Whether somebody of untold country is the only one left for "the Norwegian minister": others are told apart."""
    if found.sort is not Sort.PERSON:
        return True
    holders = [r for r in state.by_head.get(found.word, []) if r is not best]
    return bool(holders) and all(r.country for r in holders)


def _best(rated: list[tuple[float, int, Referent]], margin: float = STAND_OUT) -> Referent | None:
    rated.sort(key=lambda r: r[:2], reverse=True)
    if not rated or (len(rated) > 1 and rated[0][0] - rated[1][0] < margin):
        return None
    return rated[0][2]


# --- pronouns --------------------------------------------------------------------------------------------------


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
    rated = [r for r in _candidates(state, found) if r[2] is not speaker]
    floor = ENOUGH[found.sort]
    if found.sort in ("it", "they") and not acts(state.context, found):
        floor = max(floor, strongest_other(state.memory, found))
    return _best([r for r in rated if r[0] >= floor], margin=CLOSE[found.sort])


def _speaker(state: Pass, index: int) -> Referent | None:
    if state.context.quoted[index] < 0:
        return None
    place = speaker_place(state.context, index)
    return (state.at_token.get(place) or state.named_at.get(place)) if place is not None else None


def _candidates(state: Pass, found: Pronoun) -> list[tuple[float, int, Referent]]:
    rated = []
    for referent in state.recent(found.index, WINDOW):
        if not agrees(found, referent) or _is_co_argument(state, found, referent):
            continue
        strength = state.memory.strength(referent, found.index)
        if strength:
            strength += preference(found, referent) + same_subject(state, found, referent)
            rated.append((strength, -referent.number, referent))
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
    if found.sort == "it":
        return 0.3 if referent.kind in BODIES else -0.2
    return 0.3 if referent.is_named else 0.0


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
