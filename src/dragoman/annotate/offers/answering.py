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
from dragoman.annotate.offers.lexicon import Sense, offers
from dragoman.annotate.offers.matters import antecedent, in_general, matter_at, owners
from dragoman.annotate.offers.page import Page
from dragoman.annotate.offers.parties import actor_words, actors, told_of
from dragoman.annotate.offers.putting import named_by_another
from dragoman.annotate.offers.terms import CONDITIONAL
from dragoman.model.mention import Mention
from dragoman.model.negotiation import ANSWERS, How, Matter, MatterKind, Move, MoveKind
from dragoman.model.plover import EventType, Status
from dragoman.model.reading import Token
from dragoman.model.text import Span

GIVEN = frozenset({Status.HAPPENED, Status.ALLEGED, Status.DENIED, Status.PLANNED})
NAMED = ("obj", "nsubj:pass", "obl")
ABOUT = frozenset({"to", "on", "upon", "over", "for", "with", "of"})
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
RELATIVE = ("WDT", "WP")
LEADING_TO = ("provided that", "as long as", "on condition that", "so long as", "on the condition that")
WHETHER = frozenset({"whether", "if"})
SPEAKING = frozenset({"comment", "say", "elaborate", "identify", "name", "specify", "speculate", "answer", "speak"})
AFTER = frozenset({"it", "that", "this", "them", "both", "these", "those"})


def answered_by_verb(verb: Token, sense: Sense, page: Page) -> Iterator[Move]:
    """The answer that a verb gives, if it gives one here."""
    status = status_of(Trigger(verb.index, None, EventType.AGREE, None), page.tree)
    status = Status.PLANNED if status is Status.CONDITIONAL and announced(verb, page) else status
    urged = urging(verb, page)
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
        kind=sense.kind if urged is not None else bent(put_off(sense.kind, verb, page), verb, page),
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
    return would and not tied and "if" not in page.tree.cases(verb.index) and page.statement_of(verb) is not None


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


def what_is_answered(verb: Token, sense: Sense, page: Page) -> Matter | None:
    """The thing that the verb answers: a named one before a clause, a clause before one that only points."""
    tree = page.tree
    inner = next((t for t in tree.on(verb.index, "xcomp", "ccomp") if t.tag == "VERB"), None)
    if inner is not None and any(s.kind in ANSWERS for s in offers().verbs.get(inner.lemma.lower(), ())):
        return what_is_answered(inner, sense, page)
    near = [t for t in tree.on(verb.index, *NAMED) if t.lemma.lower() != "condition"]  # "on condition that ..."
    heads = [t for t in near if t.relation != "obl" or tree.cases(t.index) & ABOUT]
    indices = [antecedent(verb, page) if tree.tokens[i].fine in RELATIVE else i for i in tree.spread(heads)]
    if verb.relation in ("acl", "acl:relcl") and not heads and (verb.fine == "VBN" or told_with_subject(verb, page)):
        indices.append(antecedent(verb, page))
    indices = [t.index for i in indices for t in basis_of(i, page)]
    strong = not sense.weak and sense.kind is not MoveKind.DEFER
    things = [m for m in (matter_at(i, page, any_noun=strong) for i in dict.fromkeys(indices)) if m is not None]
    things = [m for m in things if tree_noun(m)] or things
    named = [m for m in things if not m.anaphoric]
    direct = [m for m in (matter_at(t.index, page) for t in tree.on(verb.index, "obj")) if m is not None]
    if named and not (direct and direct[0].anaphoric and direct[0].head in offers().pointing and not of_it(verb, page)):
        return named_by_another(named)
    if things and things[0].head in offers().pointing and (beside := said_beside(verb, page)) is not None:
        return replace(beside, owner=things[0].owner, put=things[0].put)
    told = next((t for t in tree.on(verb.index, "xcomp", "ccomp") if t.tag == "VERB" and to_be_done(t, page)), None)
    if told is not None and not sense.weak and not things:
        return spoken_of_in(told, page) or matter_at(told.index, page)
    return things[0] if things else pronoun_after(verb, page)


def to_be_done(clause: Token, page: Page) -> bool:
    """Whether a clause tells of what is to be done: "agreed to withdraw", "agreed that arms would be handed over"."""
    if clause.relation == "xcomp":
        return True
    ahead = offers().willing | offers().obliging
    return clause.fine == "VB" or any(t.lemma.lower() in ahead for t in page.tree.on(clause.index, "aux"))


def spoken_of_in(clause: Token, page: Page) -> Matter | None:
    """What an inner clause only points to: "refused to discuss it"."""
    found = (matter_at(t.index, page) for t in page.tree.on(clause.index, "obj"))
    return next((m for m in found if m is not None and m.anaphoric), None)


def told_with_subject(verb: Token, page: Page) -> bool:
    """Whether a relative clause has a subject of its own beside its pronoun: "the plan | that voters rejected"."""
    own = [t for t in page.tree.on(verb.index, "nsubj") if t.fine not in RELATIVE]
    return bool(own) and any(t.fine in RELATIVE for t in page.tree.children[verb.index])


def basis_of(index: int, page: Page) -> list[Token]:
    """What somebody works "on the basis of"; else the word itself."""
    token = page.tree.tokens[index]
    wholes = [t for t in page.tree.on(index, "nmod") if "of" in page.tree.cases(t.index)]
    return wholes or [token] if token.lemma.lower() == "basis" else [token]


def pronoun_after(verb: Token, page: Page) -> Matter | None:
    """The pronoun right after a verb, wherever a parser hangs it: "rejected that as a humiliation"."""
    after = page.tree.tokens[verb.index + 1 : verb.index + 2]
    return matter_at(after[0].index, page) if after and after[0].lemma.lower() in AFTER else None


def of_it(verb: Token, page: Page) -> bool:
    """Whether a phrase beside the verb can say what its object is of: "rejected the proposal | for a truce"."""
    return any(page.tree.cases(t.index) & {"for", "of", "on"} for t in page.tree.on(verb.index, "obl"))


def said_beside(verb: Token, page: Page) -> Matter | None:
    """What a pointing noun is of, where a parser hangs that on the verb: "rejected an offer by Oslo to cut fees"."""
    inner = [t for t in page.tree.on(verb.index, "advcl", "xcomp", "acl") if t.index > verb.index]
    told = next((t for t in inner if t.fine == "VB" and "to" in page.tree.cases(t.index)), None)
    return matter_at(told.index, page) if told is not None else None


def is_a_noun(verb: Token, matter: Matter, page: Page) -> bool:
    """Whether it is a thing, not a clause: a thing of no known kind is only answered where it was put forward."""
    if verb.lemma.lower() == "agree":
        return False  # what somebody has agreed to was put to him
    return any(t.lemma.lower() == matter.head for t in page.tree.on(verb.index, *NAMED)) or verb.fine == "VBN"


def tree_noun(matter: Matter) -> bool:
    return matter.head in offers().pointing or matter.anaphoric or matter.kind is not MatterKind.OTHER


def put_off(kind: MoveKind, verb: Token, page: Page) -> MoveKind:
    """Who agrees to study it has not agreed to it."""
    inner = (s for t in page.tree.on(verb.index, "xcomp") for s in offers().verbs.get(t.lemma.lower(), ()))
    return MoveKind.DEFER if kind is MoveKind.ACCEPT and any(s.kind is MoveKind.DEFER for s in inner) else kind


def bent(kind: MoveKind, verb: Token, page: Page) -> MoveKind:
    """The answer as its clause bends it: not accepted is refused, "unless" makes it conditional."""
    negated = any(t.lemma in ("not", "never", "no") for t in page.tree.on(verb.index, "aux", "advmod", "det"))
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
