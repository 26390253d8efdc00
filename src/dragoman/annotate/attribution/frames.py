"""What a verb may have as its content, by the tree and by the order of words.

A frame is the shape in which a content stands to its cue: a clause ("said that ..."), the clause the cue is
inserted into ("..., he said"), an infinitive, an object, a phrase with a preposition. Which words are cues, and in
which frames, is for the lexicon; quotations are for `voices`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dragoman.annotate.attribution.edges import another_speaks, clause_end
from dragoman.annotate.attribution.lexicon import verbs
from dragoman.annotate.attribution.page import Page, Range
from dragoman.annotate.attribution.sources import CITING

FINITE = ("ccomp",)
TOLD = frozenset(("tell", "assure", "inform", "remind", "warn", "notify", "convince", "promise", "persuade"))
THAT_WITHIN = 8  # tokens between a cue and the "that" of its clause
PREPOSITIONS = frozenset(
    (
        "about",
        "against",
        "as",
        "at",
        "for",
        "from",
        "in",
        "into",
        "of",
        "on",
        "over",
        "to",
        "toward",
        "towards",
        "upon",
        "with",
    )
)


class Frame(StrEnum):
    QUOTATION = "quotation"
    CLAUSE = "clause"
    INSERTED = "inserted"
    INFINITIVE = "infinitive"
    OBJECT = "object"
    PHRASE = "phrase"


@dataclass(frozen=True, slots=True)
class Filled:
    """A frame with its content, as tokens; `preposition` is that of a phrase."""

    frame: Frame
    parts: tuple[Range, ...]
    preposition: str = ""


def frames_of(page: Page, verb: int) -> list[Filled]:
    """The frames around a verb that have a content, the likeliest first."""
    found = [inserted(page, verb), clause(page, verb), infinitive(page, verb), object_of(page, verb)]
    return [filled for filled in [*found, *phrases(page, verb)] if filled is not None]


def inserted(page: Page, verb: int) -> Filled | None:
    """ "The talks, he said, will go on": the sentence around a cue that is set off by commas."""
    own = own_clause(page, verb)
    first, last = page.sentence(verb)
    before = page.tokens[own[0] - 1] if own[0] > first else None
    if before is None or before.text not in (",", "—", "–", "-", ";") or own[0] - first < 3:
        return None
    after = page.tokens[own[1]] if own[1] < last else None
    if after is not None and after.text in (".", ";", "!", "?", "—", "–"):
        return Filled(Frame.INSERTED, ((first, own[0] - 1),))
    if after is None or _cites(page, own[1]):
        return Filled(Frame.INSERTED, ((first, own[0] - 1),))
    if after.text == "," and takes_over(page, verb, own[1] + 1):
        return Filled(Frame.INSERTED, ((first, own[0] - 1),))
    if after.text == "," and own[1] + 1 < last:
        return Filled(Frame.INSERTED, ((first, own[0] - 1), (own[1] + 1, last)))
    return None


def takes_over(page: Page, verb: int, at: int) -> bool:
    """Whether the reporter goes on behind an inserted cue ("The truce held, Ito told him, and she left")."""
    if at + 1 >= len(page.tokens) or page.tokens[at].tag != "CCONJ":
        return False
    said = page.tokens[at + 1]
    joined = (c for c in page.trees.dependents[verb] if c > at and page.tokens[c].relation == "conj")
    known = any(page.tokens[c].lemma in verbs() and page.trees.child(c, "nsubj") == at + 1 for c in joined)
    return said.tag == "PRON" and (known or another_speaks(page, at + 1))


def own_clause(page: Page, verb: int) -> Range:
    """The cue's own words: its subject, its auxiliaries, and what stands close behind it, without any content."""
    trees = page.trees
    first, last = verb, verb + 1
    for child in trees.dependents[verb]:
        relation = page.tokens[child].relation
        if relation.startswith(("nsubj", "aux", "advmod", "obl", "iobj", "compound:prt")):
            if child < verb:
                first = min(first, trees.first[child])
            elif trees.last[child] - last < 30:
                last = max(last, trees.last[child])
    return first, last


def clause(page: Page, verb: int) -> Filled | None:
    """ "said that they would": the clause that hangs on the verb."""
    child = page.trees.child(verb, *FINITE)
    if child is None:
        return _behind_that(page, verb)
    first, last = page.trees.first[child], page.trees.last[child]
    if first <= verb < last or (first < verb and page.tokens[verb].fine == "VBG"):
        return None
    return Filled(Frame.CLAUSE, (clause_end(page, (first, last), verb),))


def _behind_that(page: Page, verb: int) -> Filled | None:
    """ "said on Monday that they would", "told the men on both sides that ..." where the tree hangs it elsewhere."""
    last = page.sentence(verb)[1]
    passing = page.tokens[verb].lemma in TOLD or _cites(page, verb + 1)
    for index in range(verb + 1, min(last, verb + (2 if passing else 1) * THAT_WITHIN)):
        token = page.tokens[index]
        if not passing and token.tag in ("PUNCT", "VERB"):
            return None
        if token.text.lower() == "that" and (passing or token.tag == "SCONJ"):
            return Filled(Frame.CLAUSE, (clause_end(page, (index, last), verb),))
    return None


def _cites(page: Page, index: int) -> bool:
    """Whether ", citing" comes next: "Tass reported, citing an official, that ..."."""
    pair = page.tokens[index : index + 2]
    return len(pair) == 2 and pair[0].text == "," and pair[1].lemma in CITING


def infinitive(page: Page, verb: int) -> Filled | None:
    """ "refused to sign", with the object before it where there is one ("told them to leave")."""
    child = page.trees.child(verb, "xcomp", "advcl")
    if child is None or child < verb:
        return None
    marks = [c for c in page.trees.dependents[child] if page.tokens[c].text.lower() == "to" and c < child]
    if not marks or page.tokens[marks[0]].tag not in ("PART", "ADP"):
        return None
    return Filled(Frame.INFINITIVE, ((page.trees.first[child], page.trees.last[child]),))


def object_of(page: Page, verb: int) -> Filled | None:
    """ "rejected the offer"; of a passive, its subject ("the offer was rejected")."""
    child = page.trees.child(verb, "obj")
    if child is None:
        child = page.trees.child(verb, "nsubj:pass")
        if child is None or page.tokens[child].relation != "nsubj:pass":
            return None
    first, last = page.trees.first[child], page.trees.last[child]
    if first <= verb < last:
        return None
    if child > verb:
        last = max(last, _after_object(page, verb, last))
    return Filled(Frame.OBJECT, ((first, last),))


def _after_object(page: Page, verb: int, last: int) -> int:
    """Where an object's complement ends: "called the offer a trick", "dismissed it as a trick"."""
    for child in page.trees.dependents[verb]:
        if child >= last and page.tokens[child].relation in ("xcomp", "obl") and page.trees.first[child] == last:
            last = page.trees.last[child]
    return last


def phrases(page: Page, verb: int) -> list[Filled]:
    """ "called for a truce", "spoke of progress": what follows the verb with a preposition."""
    found = []
    for child in page.trees.dependents[verb]:
        case = page.trees.child(child, "case", "mark")
        if child < verb or case is None or case < verb or case > child:
            continue
        word = page.tokens[case].text.lower()
        if word in PREPOSITIONS and page.tokens[child].relation.split(":")[0] in ("obl", "advcl", "ccomp"):
            found.append(Filled(Frame.PHRASE, ((case + 1, page.trees.last[child]),), word))
    return found
