"""Meetings told by no word of meeting: by verbs of coming together, of receiving somebody, and by rounds counted.

"Sat across from each other", "came together at the residence", "spent four hours with the envoy", "was received by the
president", "is to see the minister on Tuesday", "brought the sides back to the table"; and what stands for a round or
session told just before: "the first, on 4 May, lasted an hour", "one set for June was called off".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator

from dragoman.annotate.events.subjects import agents_of, is_passive, subjects
from dragoman.annotate.events.triggers import Trigger
from dragoman.annotate.tree import Tree
from dragoman.model.mention import EntityKind, Form, Mention
from dragoman.model.plover import EventType
from dragoman.model.reading import Token

MentionOf = Callable[[int], Mention | None]
TOGETHER = frozenset("come get sit gather bring assemble".split())
FACING = frozenset("face see sit stand speak talk greet spend dine lunch".split())
ONE_ANOTHER = re.compile(r"\b(?:each other|one another|face to face|face-to-face)\b", re.IGNORECASE)
SITTING = re.compile(
    r"^(?:down\s+)?(?:\w+\s+)?(?:across\s+(?:from|(?:the|a)\s+table)|opposite|at\s+(?:one|the\s+same|a)\s+table)\b",
    re.IGNORECASE,
)
LEFT = frozenset("spend be leave sit find talk speak".split())
ALONE = re.compile(r"\balone\b", re.IGNORECASE)
LENGTHS = frozenset("minute hour day night evening afternoon morning".split())
COMPANY = re.compile(r"\b(?:in\s+the\s+company\s+of|closeted\s+with|alone\s+with)\b", re.IGNORECASE)
GUESTS = frozenset(
    "envoy delegation minister president premier chancellor leader ambassador secretary negotiator mediator executive "
    "representative counterpart delegate chairman chairwoman commander general colonel governor mayor official".split()
)
SIDES = frozenset("side party delegation team negotiator envoy leader minister government delegate".split())
NAMED = re.compile(r"\b(?:round|session|meeting|sitting)s?\b", re.IGNORECASE)
ROUND = frozenset({"round"})
FIXED = frozenset("set plan schedule fix arrange due call hold".split())
COUNTED = frozenset("first second third fourth fifth sixth one another last next previous latest".split())
VOTING = re.compile(r"\b(?:vot(?:e|es|ed|ing|ers)|ballots?|elections?|polls?|polling|runoff|run-off|shots?|bullets?)\b")
BACK = 160  # characters before an elliptic word in which the round stands that it continues
TALKING = re.compile(r"\b(?:talks?|negotiat\w+|mediat\w+|bargain\w+)\b", re.IGNORECASE)
REACH = 9  # words behind a verb in which it is told with whom


def gatherings(
    text: str, tree: Tree, mention_of: MentionOf, dated: Collection[int], taken: Collection[int]
) -> Iterator[Trigger]:
    """The triggers of such meetings, in the order of the text. `dated` are the tokens that tell a time."""
    elliptic = {token.index for token in tree.with_lemma(ROUND, COUNTED, FIXED)}
    for token in tree.tokens:
        if token.index in taken:
            continue
        if token.tag == "VERB":
            if gathers(token, text, tree) or receives(token, tree, mention_of) or sees(token, tree, mention_of, dated):
                yield Trigger(token.index, None, EventType.CONSULT, None)
            elif calls(token, tree, mention_of, dated):
                yield Trigger(token.index, None, EventType.CONSULT, "phone")
        elif token.index in elliptic and (is_round(token, text, tree, dated) or is_counted(token, text, tree, dated)):
            yield Trigger(token.index, None, EventType.CONSULT, None)


def behind(verb: Token, text: str, tree: Tree) -> str:
    """The words that follow a verb in its sentence, a few of them."""
    last = min(verb.index + REACH, tree.sentence_of(verb.index).last - 1)
    return text[verb.end : tree.tokens[last].end]


def gathers(verb: Token, text: str, tree: Tree) -> bool:
    """Whether people come together by it: "came together", "faced each other", "sat opposite her", "spent hours"."""
    lemma, words = verb.lemma.lower(), behind(verb, text, tree)
    if lemma in TOGETHER and re.match(r"\s+(?:\S+\s+){0,3}together\b", words):
        return lemma != "bring" or any(is_side(t) for t in tree.on(verb.index, "obj"))
    if lemma == "bring" and re.search(r"\bback\s+(?:to|for|into)\b|\bto\s+the\s+(?:same\s+)?table\b", words):
        return any(is_side(t) for t in tree.on(verb.index, "obj"))
    if lemma in FACING and ONE_ANOTHER.search(words):
        return True
    if lemma == "sit" and SITTING.match(words.strip()):
        return True
    if lemma in LEFT and (COMPANY.search(words) or ALONE.search(words)) and are_two(verb, tree):
        return True
    lasting = lemma == "spend" and any(
        t.lemma.lower() in LENGTHS for t in tree.on(verb.index, "obj", "obl:tmod", "obl")
    )
    return lasting and re.search(r"\bwith\s+(?!a\b)", words) is not None


def are_two(verb: Token, tree: Tree) -> bool:
    """Whether two are told who do it or undergo it."""
    told = tree.spread(tree.on(verb.index, "nsubj:pass")) or subjects(verb.index, tree)
    return len(told) > 1 or any(tree.tokens[i].fine in ("NNS", "NNPS") for i in told)


def is_side(token: Token) -> bool:
    return token.lemma.lower() in SIDES


def receives(verb: Token, tree: Tree, mention_of: MentionOf) -> bool:
    """Whether somebody receives or is received by somebody: "was received by the king", "received the delegation"."""
    if verb.lemma.lower() != "receive":
        return False
    if is_passive(verb.index, tree):
        guests = tree.on(verb.index, "nsubj:pass")
        hosts = tree.spread(agents_of(verb.index, tree))
    else:
        guests, hosts = tree.on(verb.index, "obj"), subjects(verb.index, tree)
    return any(is_guest(t, mention_of) for t in guests) and any(mention_of(i) is not None for i in hosts)


def is_guest(token: Token, mention_of: MentionOf) -> bool:
    mention = mention_of(token.index)
    person = mention is not None and mention.kind is EntityKind.PERSON
    return person or token.lemma.lower() in GUESTS


def sees(verb: Token, tree: Tree, mention_of: MentionOf, dated: Collection[int]) -> bool:
    """Whether a person sees another on a day that is told: "saw Mrs. Roe on Friday"; not "saw him shot"."""
    if verb.lemma.lower() not in ("see", "visit") or tree.on(verb.index, "xcomp", "ccomp", "advcl"):
        return False
    return between_persons(verb, tree, mention_of) and told_when(verb, tree, dated)


def calls(verb: Token, tree: Tree, mention_of: MentionOf, dated: Collection[int]) -> bool:
    """Whether a person rings another on a day that is told: "called General Roe this morning"."""
    if (
        verb.lemma.lower() not in ("call", "ring")
        or tree.on(verb.index, "xcomp", "ccomp")
        or tree.particles(verb.index)
    ):
        return False
    return between_persons(verb, tree, mention_of) and told_when(verb, tree, dated)


def between_persons(verb: Token, tree: Tree, mention_of: MentionOf) -> bool:
    others = [t.index for t in tree.on(verb.index, "obj")]
    named = [m for i in others if (m := mention_of(i)) is not None and m.kind is EntityKind.PERSON]
    acting = [mention_of(i) for i in subjects(verb.index, tree)]
    return any(m.form is not Form.PRONOUN for m in named) and any(
        m is not None and m.kind is EntityKind.PERSON for m in acting
    )


def told_when(verb: Token, tree: Tree, dated: Collection[int]) -> bool:
    return any(t.index in dated for t in tree.below(verb.index))


def is_round(token: Token, text: str, tree: Tree, dated: Collection[int]) -> bool:
    """Whether it is a round of talks told with its day: "a round on 4 May had brought nothing"; not one of voting."""
    if (
        token.lemma.lower() not in ROUND
        or token.tag != "NOUN"
        or any("of" in tree.cases(t.index) for t in tree.on(token.index, "nmod"))
    ):
        return False
    sentence = tree.sentence_of(token.index)
    around = text[tree.tokens[sentence.first].start : tree.tokens[sentence.last - 1].end]
    told = any(t.index in dated for t in tree.below(above(token, tree).index))
    return told and VOTING.search(around) is None and TALKING.search(text) is not None


def is_counted(token: Token, text: str, tree: Tree, dated: Collection[int]) -> bool:
    """Whether it stands for a round told before, with a day of its own: "the first, on 4 May", "one set for June"."""
    before = tree.tokens[token.index - 1].lemma.lower() if token.index else ""
    counted = token.lemma.lower() in COUNTED and token.relation in ("nsubj", "nsubj:pass", "conj", "obj", "root")
    if not counted and not (token.lemma.lower() in FIXED and before in COUNTED):
        return False
    if any(t.tag in ("NOUN", "PROPN") and "of" in tree.cases(t.index) for t in tree.on(token.index, "nmod")):
        return False
    if NAMED.search(text, max(0, token.start - BACK), token.start) is None:
        return False
    return any(t.index in dated for t in tree.below(above(token, tree).index))


def above(token: Token, tree: Tree) -> Token:
    """The verb of which a noun is the subject, else the noun."""
    head = tree.tokens[token.head]
    return head if token.relation.startswith("nsubj") and head.tag == "VERB" else token
