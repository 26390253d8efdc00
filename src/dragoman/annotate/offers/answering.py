"""Answers: who accepts, refuses, binds to conditions or puts off what was put forward.

Reads verbs and their bending ("would not", "only if") and nouns ("the rejection of"). What is only said of a proposal
is for `judging`, deeds and figures of speech for `passing`. Which proposal is answered is for the ledger.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from dragoman.annotate.events.status import status_of
from dragoman.annotate.events.subjects import subjects
from dragoman.annotate.events.triggers import Trigger
from dragoman.annotate.offers.answered import NAMED, tree_noun, what_is_answered
from dragoman.annotate.offers.lexicon import Sense, offers
from dragoman.annotate.offers.matters import in_general, matter_at, owners
from dragoman.annotate.offers.page import Page
from dragoman.annotate.offers.parties import actor_words, actors, told_of
from dragoman.annotate.offers.terms import CONDITIONAL
from dragoman.model.mention import Mention
from dragoman.model.negotiation import How, Matter, MatterKind, Move, MoveKind
from dragoman.model.plover import EventType, Status
from dragoman.model.reading import Token
from dragoman.model.text import Span

GIVEN = frozenset({Status.HAPPENED, Status.ALLEGED, Status.DENIED, Status.PLANNED})
RESOLVED = frozenset(
    {
        "vow",
        "promise",
        "pledge",
        "swear",
        "undertake",
        "determine",
        "refuse",
        "decide",
        "vote",
        "choose",
        "move",
        "rush",
        "agree",
        "ready",
        "willing",
        "prepared",
    }
)
LEADING_TO = ("provided that", "as long as", "on condition that", "so long as", "on the condition that")
PLAIN = frozenset({MoveKind.ACCEPT, MoveKind.REJECT})
WHETHER = frozenset({"whether", "if"})
SPEAKING = frozenset({"comment", "say", "elaborate", "identify", "name", "specify", "speculate", "answer", "speak"})


def answered_by_verb(verb: Token, sense: Sense, page: Page) -> Iterator[Move]:
    """The answer that a verb gives, if it gives one here."""
    status = status_of(Trigger(verb.index, None, EventType.AGREE, None), page.tree)
    status = Status.PLANNED if status is Status.CONDITIONAL and announced(verb, page) else status
    urged = urging(verb, page)
    if told_with_the_first(verb, page):
        return
    if urged is None and (status is Status.CONDITIONAL or comes_first(verb, page)):
        yield from made_a_condition(verb, sense, page)
        return
    if urged is None and (status not in GIVEN or only_wanted(verb, page)):
        return
    spoken = [t for t in page.tree.on(verb.index, "xcomp") if t.lemma.lower() in SPEAKING]
    if spoken:
        yield from left_open(verb, spoken[0], sense, page)
        return  # who declines to comment declines nothing else
    by = (urged,) if urged is not None else actors(verb, page)
    if not by and by_a_thing(verb, page):
        return
    matter = what_is_answered(verb, sense, page)
    if matter is None or (verb.lemma.lower() == "consider" and page.tree.on(verb.index, "xcomp")):
        return
    yield Move(
        kind=sense.kind
        if urged is not None
        else undecided(verb, page) or bent(put_off(sense.kind, verb, page), verb, page),
        span=clause_with_subject(verb, page),
        matter=matter,
        by=by,
        named=actor_words(verb, page),
        date=page.date_of(verb),
        statement=page.statement_of(verb),
        outright=not sense.weak and urged is None and matter.head not in offers().asserted,
        firm=not sense.weak
        and urged is None
        and not any(in_general(t.index, page) for t in page.tree.on(verb.index, "obj"))
        and (tree_noun(matter) or not is_a_noun(verb, matter, page) or granted(verb, matter)),
    )


def undecided(verb: Token, page: Page) -> MoveKind | None:
    """Who neither takes a thing nor leaves it puts it off: "neither took it nor turned it down"."""
    return MoveKind.DEFER if len(of_neither(verb, page)) == 2 else None


def told_with_the_first(verb: Token, page: Page) -> bool:
    """Whether the first verb of "neither accepts nor refuses" already tells the answer of both."""
    both = of_neither(verb, page)
    return len(both) == 2 and verb == both[1] and bool(plain_kinds(both[0]))


def of_neither(verb: Token, page: Page) -> tuple[Token, ...]:
    """The two verbs of "neither ... nor", where the verb is one of them and they do not both accept or both refuse."""
    above = page.tree.tokens[verb.head]
    first = above if verb.relation == "conj" and "nor" in joined_by(verb, page) else verb
    second = next((t for t in page.tree.on(first.index, "conj") if "nor" in joined_by(t, page)), None)
    if second is None or not any(t.lemma.lower() == "neither" for t in page.tree.children[first.index]):
        return ()
    kinds = [plain_kinds(first), plain_kinds(second)]
    return () if kinds[0] and kinds[0] == kinds[1] else (first, second)


def joined_by(verb: Token, page: Page) -> set[str]:
    """The conjunctions that join a verb to the one before it."""
    return {t.lemma.lower() for t in page.tree.on(verb.index, "cc")}


def plain_kinds(verb: Token) -> set[MoveKind]:
    """Whether a verb accepts or refuses, by itself."""
    return {s.kind for s in offers().verbs.get(verb.lemma.lower(), ()) if s.kind in PLAIN and s.particle is None}


def left_open(verb: Token, spoken: Token, sense: Sense, page: Page) -> Iterator[Move]:
    """Who will not say whether it is enough puts his answer off."""
    asked = [t for t in page.tree.on(spoken.index, "ccomp") if page.tree.cases(t.index) & WHETHER]
    about = (matter_at(t.index, page) for clause in asked for t in page.tree.on(clause.index, "nsubj", "obj"))
    matter = next((m for m in about if m is not None), None)
    by = actors(verb, page)
    if sense.kind is MoveKind.REJECT and matter is not None and by:
        yield reply(MoveKind.DEFER, verb, matter, by, page)


def by_a_thing(verb: Token, page: Page) -> bool:
    """Whether no people but a thing is its subject: a law blocks it, a resolution endorses it."""
    if told_of(verb, page) or actor_words(verb, page) is not None:
        return False
    heads = [page.tree.tokens[i] for i in subjects(verb.index, page.tree)]
    things = offers().matters.keys() | offers().pointing | offers().documents
    return any(t.tag == "NOUN" and t.lemma.lower() in things for t in heads)


def granted(verb: Token, matter: Matter) -> bool:
    """Whether a body approves money or another term that negotiators write down, told as something new."""
    return verb.lemma.lower() == "approve" and bool(matter.further) and not matter.definite


def announced(verb: Token, page: Page) -> bool:
    """Whether somebody is reported to have said that he "would" answer so, without an if."""
    would = any(t.lemma.lower() == "would" for t in page.tree.on(verb.index, "aux"))
    tied = [t for t in page.tree.on(verb.index, "advcl") if page.tree.cases(t.index) & CONDITIONAL]
    return would and not tied and not page.tree.cases(verb.index) & WHETHER and page.statement_of(verb) is not None


def comes_first(verb: Token, page: Page) -> bool:
    """Whether it is what must happen first: "only after they agree to a truce", "until they accept"."""
    first = page.tree.below(verb.index)[0].index
    only = any(page.tree.tokens[i].lemma == "only" for i in (first - 1, first) if i >= 0)
    marks = page.tree.cases(verb.index)
    return verb.relation == "advcl" and ("until" in marks or (only and bool(marks & {"after", "once"})))


def made_a_condition(verb: Token, sense: Sense, page: Page) -> Iterator[Move]:
    """Who does something only if another accepts it demands it: "refused to talk unless they agreed to a truce"."""
    above = page.tree.tokens[verb.head]
    if sense.kind is not MoveKind.ACCEPT or verb.relation != "advcl" or above.tag != "VERB":
        return
    by, to, matter = actors(above, page), actors(verb, page), what_is_answered(verb, sense, page)
    chains = {mention.chain for mention in by}
    if matter is None or not by or not to or chains & {mention.chain for mention in to}:
        return
    demanded = reply(MoveKind.PROPOSE, verb, matter, by, page)
    yield replace(demanded, to=to, how=How.DEMAND, firm=matter.kind is not MatterKind.OTHER)


def only_wanted(verb: Token, page: Page) -> bool:
    """Whether the answer is only asked for, refused or aimed at by the words above it."""
    above = page.tree.tokens[verb.head]
    if verb.is_root or verb.relation not in ("xcomp", "ccomp", "advcl", "acl"):
        return False
    if verb.relation == "ccomp" and verb.fine != "VB":
        return any(s.kind is MoveKind.PROPOSE and not s.weak for s in offers().verbs.get(above.lemma.lower(), ()))
    return "to" in page.tree.cases(verb.index) and above.lemma.lower() not in RESOLVED


def urging(verb: Token, page: Page) -> Mention | None:
    """Whoever is quoted to say that another should give the answer."""
    if not any(t.lemma.lower() in offers().obliging for t in page.tree.on(verb.index, "aux")):
        return None
    return page.speaker_of(verb)


def clause_with_subject(verb: Token, page: Page) -> Span:
    return page.span(page.tree.below(verb.index, without=("parataxis", "conj")))


def is_a_noun(verb: Token, matter: Matter, page: Page) -> bool:
    """Whether it is a thing, not a clause: a thing of no known kind is only answered where it was put forward."""
    if verb.lemma.lower() == "agree":
        return False  # what somebody has agreed to was put to him
    return any(t.lemma.lower() == matter.head for t in page.tree.on(verb.index, *NAMED)) or verb.fine == "VBN"


def put_off(kind: MoveKind, verb: Token, page: Page) -> MoveKind:
    """Who agrees to study it has not agreed to it."""
    inner = (s for t in page.tree.on(verb.index, "xcomp") for s in offers().verbs.get(t.lemma.lower(), ()))
    return MoveKind.DEFER if kind is MoveKind.ACCEPT and any(s.kind is MoveKind.DEFER for s in inner) else kind


def bent(kind: MoveKind, verb: Token, page: Page) -> MoveKind:
    """The answer as its clause bends it: not accepted is refused, "unless" makes it conditional."""
    negated = any(
        t.lemma.lower() in ("not", "never", "no", "neither") for t in page.tree.on(verb.index, "aux", "advmod", "det")
    )
    if kind is MoveKind.ACCEPT and negated:
        return MoveKind.CONDITIONAL if hedged(verb, page) else MoveKind.REJECT
    if kind is MoveKind.REJECT and negated:
        return MoveKind.DEFER
    if kind in (MoveKind.ACCEPT, MoveKind.REJECT) and hedged(verb, page):
        return MoveKind.CONDITIONAL
    return kind


def hedged(verb: Token, page: Page) -> bool:
    """Whether a clause of condition hangs on it."""
    for clause_head in page.tree.on(verb.index, "advcl"):
        if page.tree.cases(clause_head.index) & CONDITIONAL or provided(clause_head, page):
            return True
    words = page.tree.below(verb.index, without=("conj", "parataxis", "ccomp"))
    said = page.annotated.article.quote(page.span(words)).lower()
    if any(leading in said for leading in LEADING_TO):
        return True
    if any(t.lemma.lower() == "condition" and "on" in page.tree.cases(t.index) for t in words):
        return True
    return any(t.lemma == "unless" for t in words) or only_after(words)


def provided(clause: Token, page: Page) -> bool:
    """Whether "provided that" or "as long as" leads to a clause, wherever a parser hangs it."""
    first = page.tree.below(clause.index)[0].index
    before = " ".join(t.text.lower() for t in page.tree.tokens[max(0, first - 3) : first + 1])
    return any(words in before for words in LEADING_TO)


def only_after(words: Sequence[Token]) -> bool:
    return any(a.lemma == "only" and b.lemma in ("after", "if", "when", "once") for a, b in pairwise(words))


def answered_by_noun(noun: Token, kind: MoveKind, page: Page) -> Iterator[Move]:
    """An answer told by its noun: "Oslo's rejection of the plan"."""
    by = owners(noun, page) or callers(noun, page)
    for token in page.tree.on(noun.index, "nmod"):
        matter = matter_at(token.index, page, any_noun=True)
        if matter is not None and "of" in page.tree.cases(token.index) and by:
            yield reply(kind, noun, matter, by, page)


def callers(noun: Token, page: Page) -> tuple[Mention, ...]:
    """Who calls for it, announces or voices it: "called for approval of the draft"."""
    above = page.tree.tokens[noun.head]
    lemma = above.lemma.lower()
    puts = any(sense.kind is MoveKind.PROPOSE for sense in offers().verbs.get(lemma, ())) or lemma in offers().made
    return actors(above, page) if puts and above.tag == "VERB" else ()


def reply(
    kind: MoveKind, word: Token, matter: Matter, by: tuple[Mention, ...], page: Page, words: Sequence[Token] = ()
) -> Move:
    return Move(
        kind=kind,
        span=page.span(list(words) or page.tree.below(word.index, without=("parataxis", "conj"))),
        matter=matter,
        by=by,
        date=page.date_of(word),
        statement=page.statement_of(word),
        firm=False,
    )
