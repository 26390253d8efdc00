"""Disagreements on who did it: what only one side can have done, told of two; and sides that blame one another for it.

Who hosted, drafted, first asked for or broke a thing is told of one side by one voice and of another by another; the
thing must be one: named by the same words, with more that is alike around it. Accusations that go both ways must be of
like things. Whether it happened is not asked here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from dragoman.model.meanings import nearness
from dragoman.model.reading import Token
from dragoman.model.turns import opposites_of, plain_verb
from dragoman.reconstruct.claims.alike import NAMES
from dragoman.reconstruct.claims.drafts import Dispute, Names, Place, Position
from dragoman.reconstruct.claims.pages import Page
from dragoman.reconstruct.claims.tellings import NEGATIONS, keys_of, parties, side_at, token_keys
from dragoman.reconstruct.contradict.character import named_side
from dragoman.reconstruct.contradict.denials import place_at
from dragoman.reconstruct.contradict.things import class_of

ROLES = (  # what one does to a thing and no other can have done to it; forms too that readers leave as they are
    frozenset({"host"}),
    frozenset({"draft", "write", "author", "compose", "wrote", "written"}),
    frozenset({"propose", "suggest", "initiate", "float", "table"}),
    frozenset({"request", "ask", "seek", "sought", "solicit"}),
    frozenset({"break", "violate", "breach", "infringe", "broke", "broken"}),
    frozenset({"start", "provoke", "trigger", "launch"}),
    frozenset({"leak", "publish"}),
    frozenset({"cancel", "scrap", "abort"}),
)
BROKEN = next(n for n, verbs in enumerate(ROLES) if "breach" in verbs)
BREACHES = frozenset({"violation", "breach", "infringement"})
KEPT = ("truce", "deal")  # what a story has one of
ACCUSING = frozenset({"accuse", "blame"})
NOT_DONE = frozenset({"will", "would", "shall", "may", "might", "could", "should", "must", "can", "if", "to"})
THINGS = ("obj", "nsubj:pass", "obl")
FEWEST = 1  # keys besides the role, the thing and the sides that both must tell
NEAR = 0.6  # how near in meaning two words must be that name one thing
WEIGHT = 0.7  # what the words shared by two accusations must weigh


@dataclass(frozen=True, slots=True)
class Done:
    """One place where a side is said to have done what one alone can have done: the role, the thing, what is around."""

    role: int
    doers: frozenset[str]
    thing: str
    keys: Mapping[str, float]
    voice: str
    place: Place
    words: str


@dataclass(frozen=True, slots=True)
class Accused:
    """One accusation: by which side, of which, and what the sentence tells."""

    by: str
    of: str
    keys: Mapping[str, float]
    place: Place
    words: str


def role_disputes(
    pages: Mapping[str, Page], statements: Mapping[tuple[str, int], str], names: Names
) -> Iterator[Dispute]:
    """One for each two places of a story that give one role in one thing to different sides."""
    told = [done for page in pages.values() for done in done_in(page, statements)]
    used: set[Place] = set()
    for one, other in combinations(told, 2):
        if one.place in used or other.place in used or not of_one_thing(one, other):
            continue
        used |= {one.place, other.place}
        yield Dispute(
            on="participants",
            question=f"Who did it: {one.words}?",
            why="what one alone can have done, told of two sides",
            positions=tuple(Position(whose(d, names), (d.place,)) for d in (one, other)),
        )


def whose(done: Done, names: Names) -> str:
    return ", ".join(sorted(names.get(side, side) for side in done.doers))


def of_one_thing(one: Done, other: Done) -> bool:
    """Whether two places tell one role in one thing, by different sides and in different voices."""
    if one.role != other.role or one.doers & other.doers or one.voice == other.voice:
        return False
    if one.role == BROKEN and one.thing == other.thing and one.thing in KEPT:
        return True
    if one.thing != other.thing and nearness(one.thing, other.thing) < NEAR:
        return False
    if other.thing in opposites_of(one.thing):
        return False
    days = [{k for k in d.keys if k[:2] == "D:"} for d in (one, other)]
    if days[0] and days[1] and not days[0] & days[1]:
        return False
    sides = one.doers | other.doers
    shared = [k for k in one.keys if k in other.keys and k[:2] not in ("S:", "V:", "T:", "K:")]
    return len([k for k in shared if k.removeprefix("E:") not in sides]) >= FEWEST


def done_in(page: Page, statements: Mapping[tuple[str, int], str]) -> Iterator[Done]:
    """Each place of an article where a side is told to have filled such a role."""
    for head in page.own_tokens:
        if head.lemma in BREACHES and head.tag == "NOUN" and page.is_said(head):
            yield from breach(page, head, statements)
            continue
        if head.tag != "VERB" or not page.is_said(head) or is_unreal(page, head):
            continue
        verb = verb_at(page, head)
        role = next((n for n, verbs in enumerate(ROLES) if verb in verbs), None)
        thing = next((t for t in page.children[head.index] if t.relation in THINGS and is_thing(page, t)), None)
        if role is None or thing is None or not (doers := doers_of(page, head)):
            continue
        yield done(page, head, role, doers, thing, statements)


def done(
    page: Page, head: Token, role: int, doers: frozenset[str], thing: Token, statements: Mapping[tuple[str, int], str]
) -> Done:
    own = page.clause(head)
    place = place_at(page, own, statements)
    said = {key for token in (head, thing) for key, _ in token_keys(page, token)}
    keys = {k: w for k, w in keys_of(page, own).items() if k not in said}
    named = (class_of(thing) if role == BROKEN else None) or thing.lemma.casefold()
    return Done(role, doers, named, keys, voice_of(page, head), place, words(page, place))


def breach(page: Page, noun: Token, statements: Mapping[tuple[str, int], str]) -> Iterator[Done]:
    """The role that "Norland's breach of the truce", "40 violations by Norland" give to whoever is named."""
    near = page.children[noun.index]
    by = [t for t in near if t.relation in ("nmod:poss", "amod", "compound") or (is_by(page, t))]
    sides = {side for t in by if (side := side_at(page, t) or named_side(t))}
    kept = next((t for t in near if t.relation == "nmod" and class_of(t) in KEPT), None)
    if sides and kept and not any(t.lemma in NEGATIONS for t in near):
        yield done(page, noun, BROKEN, frozenset(sides), kept, statements)


def is_by(page: Page, token: Token) -> bool:
    return any(t.lemma == "by" for t in page.children[token.index] if t.relation == "case")


def verb_at(page: Page, head: Token) -> str:
    """A verb, with its particle as the plain one it stands for."""
    lemma, form = head.lemma.casefold(), head.text.casefold()
    particles = [t.lemma for t in page.children[head.index] if t.relation in ("compound:prt", "advmod")]
    plain = [v for p in particles for verb in (lemma, form) if (v := plain_verb(verb, p)) != verb]
    return plain[0] if plain else lemma


def is_thing(page: Page, token: Token) -> bool:
    """Whether a word is what something is done to, and not whom by, where or when."""
    cases = {t.lemma for t in page.children[token.index] if t.relation == "case"}
    above = page.tokens[token.head].lemma
    return token.tag == "NOUN" and (
        not cases & {"by", "on", "in", "at", "after"} or (above == "go" and cases == {"on"})
    )


def is_unreal(page: Page, head: Token) -> bool:
    """Whether it is ahead, supposed or denied."""
    near = page.children[head.index]
    ahead = any(t.lemma in NOT_DONE for t in near if t.relation in ("aux", "mark"))
    return ahead or any(t.lemma in NEGATIONS for t in near)


def doers_of(page: Page, head: Token) -> frozenset[str]:
    """Who does it; whom a relative clause is about ("it was Norway that asked"), or who is accused of it."""
    doers, _ = parties(page, head, [])
    above = page.tokens[head.head]
    if not doers and above.lemma in ACCUSING and above.index != head.index:
        return parties(page, above, [])[1]
    if doers or head.relation != "acl:relcl":
        return doers
    relative = any(t.relation == "nsubj" and t.tag == "PRON" for t in page.children[head.index])
    side = side_at(page, page.tokens[head.head]) if relative else None
    return frozenset([side] if side else [])


def voice_of(page: Page, head: Token) -> str:
    """Whose words it stands in: a speaker, else the outlet."""
    return page.speaker_at(head) or page.annotated.article.id


def blame_disputes(
    pages: Mapping[str, Page], statements: Mapping[tuple[str, int], str], names: Names
) -> Iterator[Dispute]:
    """One for each two accusations of a story that go opposite ways and are of like things."""
    told = [accused for page in pages.values() for accused in accusations_in(page, statements)]
    used: set[Place] = set()
    for one, other in combinations(told, 2):
        if {one.place, other.place} & used or (one.by, one.of) != (other.of, other.by):
            continue
        shared = {k: min(w, other.keys[k]) for k, w in one.keys.items() if k in other.keys and k[:2] not in NAMES}
        if sum(w for k, w in shared.items() if k[:2] != "T:") < WEIGHT:
            continue
        used |= {one.place, other.place}
        yield Dispute(
            on="cause",
            question=f"Who is to blame: {names.get(one.of, one.of)} or {names.get(other.of, other.of)}?",
            why="two sides that accuse each other of one thing",
            positions=tuple(Position(a.words, (a.place,)) for a in (one, other)),
        )


def accusations_in(page: Page, statements: Mapping[tuple[str, int], str]) -> Iterator[Accused]:
    """Each accusation by one side of another."""
    for head in page.own_tokens:
        if head.lemma not in ACCUSING or head.tag != "VERB" or is_unreal(page, head):
            continue
        doers, done_to = parties(page, head, [])
        if len(doers) != 1 or len(done_to) != 1 or doers == done_to:
            continue
        own = page.own(head, without=frozenset())
        said = {key for key, _ in token_keys(page, head)}
        keys = {k: w for k, w in keys_of(page, own).items() if k not in said}
        place = place_at(page, own, statements)
        yield Accused(next(iter(doers)), next(iter(done_to)), keys, place, words(page, place))


def words(page: Page, place: Place) -> str:
    return " ".join(page.annotated.article.quote(place.span).split())
