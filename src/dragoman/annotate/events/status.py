"""Whether an event happened, as it is told: from tense, mood, negation and what stands above it.

Reads PLOVER's auxiliary modes (future, hypothetical, negation) and the words that propose, plan or doubt.
"""

from __future__ import annotations

from dragoman.annotate.events.triggers import Trigger
from dragoman.annotate.tree import Tree
from dragoman.model.plover import Status

NEGATORS = frozenset({"not", "never", "no", "neither", "nor", "without", "nobody", "none"})
FUTURE = frozenset({"will", "shall", "going"})
HYPOTHETICAL = frozenset({"would", "could", "might", "may", "can"})
OBLIGING = frozenset({"should", "must", "ought"})
PLANNING = frozenset(
    "plan intend schedule expect prepare set aim agree vow pledge promise decide hope wait seek want due slate "
    "vote threaten ready willing prepared able likely eager keen".split()
)
PROPOSING = frozenset(
    "propose suggest offer demand urge call ask request invite recommend insist appeal press require proposal offer "
    "suggestion demand call invitation challenge".split()
)
REFUSING = frozenset("refuse decline reject fail deny avoid cancel scrap rule prevent block".split())
ALLEGING = frozenset("accuse allege allegedly reportedly purportedly allegation accusation suspect claim".split())
TELLING = frozenset("say tell announce confirm agree state declare report add promise".split())
HEARSAY = frozenset("say believe think report understand rumour rumor".split())
FINITE = ("VBZ", "VBP", "VBD")
CONDITIONS = frozenset({"if", "unless", "provided", "whether"})
AHEAD = frozenset({"until", "till", "once"})  # with a verb of the present they look ahead
POSSIBLE = frozenset("possible likely unlikely conceivable feasible imminent necessary planned due premature".split())
FIXED = frozenset("plan schedule set slate expect pencil fix due".split())  # "talks set for May"
IMPOSSIBLE = frozenset("impossible unthinkable inconceivable".split())
UPWARDS = ("xcomp", "ccomp", "acl", "obl", "obj", "nmod", "advcl", "csubj")


def status_of(trigger: Trigger, tree: Tree) -> Status:
    """How the trigger's own clause tells it, else how the words above it do."""
    own = own_status(trigger.head, tree)
    if own is not None:
        return own
    if (held := status_as_subject(trigger.head, tree)) is not None:
        return held
    if is_fixed(trigger.head, tree):
        return Status.PLANNED
    return status_from_above(trigger.head, tree) or Status.HAPPENED


def status_as_subject(head: int, tree: Tree) -> Status | None:
    """What is said of the thing itself: "a meeting is possible", "talks are unthinkable".

    Behind a verb of saying a parser may hang it on that verb, beside what is said of it.
    """
    token = tree.tokens[head]
    if token.tag != "NOUN" or token.relation not in ("nsubj", "obj"):
        return None
    said = tree.tokens[token.head]
    if token.relation == "obj":
        beside = [t for t in tree.on(said.index, "ccomp") if t.tag == "ADJ" and t.index > head]
        if not beside:
            return None
        said = beside[0]
    denied = any(t.lemma.lower() in NEGATORS for t in tree.on(said.index, "advmod", "det"))
    if said.lemma in IMPOSSIBLE or (said.lemma in POSSIBLE and denied):
        return Status.DENIED
    return Status.CONDITIONAL if said.lemma in POSSIBLE else None


def is_fixed(head: int, tree: Tree) -> bool:
    """Whether a thing is set for a day to come: "talks planned for May", "a second round is pencilled in for June"."""
    token = tree.tokens[head]
    if token.tag != "NOUN":
        return False
    told = [t for t in tree.on(head, "acl") if t.fine == "VBN"]
    if token.relation == "nsubj:pass":
        told.append(tree.tokens[token.head])
    ahead = [t for t in told if t.lemma in FIXED]
    return any("for" in {word.lemma for word in tree.tokens[t.index + 1 : t.index + 3]} for t in ahead)


def own_status(head: int, tree: Tree) -> Status | None:
    lemmas = {token.lemma.lower() for token in tree.on(head, "aux", "advmod", "det", "cc:preconj", "case", "mark")}
    if lemmas & ALLEGING:
        return Status.ALLEGED
    if lemmas & CONDITIONS:
        return Status.CONDITIONAL
    if lemmas & AHEAD and tree.tokens[head].fine in ("VB", "VBP", "VBZ"):
        return Status.CONDITIONAL
    if lemmas & NEGATORS:
        return Status.DENIED
    if is_to(head, tree):
        return Status.PLANNED
    if lemmas & OBLIGING:
        return Status.PROPOSED
    if lemmas & FUTURE:
        return Status.PLANNED
    if "would" in lemmas and is_future_in_past(head, tree):
        return Status.PLANNED
    return Status.CONDITIONAL if lemmas & HYPOTHETICAL else None


def is_to(head: int, tree: Tree) -> bool:
    """Whether it is fixed for later by "to be": "they are to meet on Friday", "the talks were to open in May"."""
    marks = [t.index for t in tree.on(head, "mark") if t.lemma == "to"]
    if not marks:
        return False
    finite = [t.index for t in tree.on(head, "aux", "aux:pass", "cop") if t.lemma == "be" and t.fine in FINITE]
    return any(at - 1 in finite for at in marks)


def is_hearsay(head: int, tree: Tree) -> bool:
    """Whether it is only "said to have" been done, by nobody who is named."""
    above = tree.tokens[tree.tokens[head].head]
    infinitive = any(t.lemma == "to" for t in tree.on(head, "mark"))
    return infinitive and above.lemma in HEARSAY and above.fine == "VBN" and bool(tree.on(above.index, "aux:pass"))


def is_future_in_past(head: int, tree: Tree) -> bool:
    """Whether "would" is the "will" of somebody quoted: "they said a further round would be held in May"."""
    clause = tree.tokens[head]
    above = tree.tokens[clause.head]
    bound = any(tree.cases(t.index) & CONDITIONS for t in tree.on(head, "advcl"))
    return clause.relation == "ccomp" and above.lemma in TELLING and above.fine in ("VBD", "VBN") and not bound


def status_from_above(head: int, tree: Tree, *, depth: int = 3) -> Status | None:
    """What a governing verb or noun makes of it: a thing planned, proposed, refused or alleged."""
    token = tree.tokens[head]
    if token.is_root or depth == 0 or token.relation.split(":")[0] not in UPWARDS:
        return None
    above = tree.tokens[token.head]
    infinitive = token.fine in ("VB", "NN", "NNS", "VBG")
    if above.lemma in ALLEGING or is_hearsay(head, tree):
        return Status.ALLEGED
    if infinitive and above.lemma in REFUSING and token.relation in ("xcomp", "obj", "ccomp", "advcl"):
        return Status.DENIED
    if infinitive and above.lemma in PROPOSING:
        return Status.PROPOSED
    if infinitive and token.relation in ("xcomp", "acl", "ccomp") and above.lemma in PLANNING:
        return Status.PLANNED
    if token.relation in ("obj", "xcomp", "nmod", "obl"):
        own = own_status(above.index, tree)
        return own or status_from_above(above.index, tree, depth=depth - 1)
    return None
