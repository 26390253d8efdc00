"""The tense of the clause that an expression of time stands in.

Read off the verb that the expression hangs on, its auxiliaries, and the verb above an infinitive; where there is
no tree, off the words of the sentence. Does not say what day is meant: tense is only one reason for it.
"""

from __future__ import annotations

from dragoman.annotate.times.setting import Tense
from dragoman.annotate.times.vocabulary import WEEKDAYS, context
from dragoman.annotate.times.words import Words
from dragoman.annotate.tree import Tree, tree_of
from dragoman.model.reading import Reading, Token
from dragoman.model.text import Span

WILL = frozenset(("will", "'ll", "’ll", "shall", "wo", "gon"))
MODALS = frozenset(("may", "might", "can", "could", "must", "should", "would", "'d", "’d"))
PLANNED = context("planned")
PLANS = context("plans")
CARRIED_OUT = context("carried_out")
REPORTING = context("reporting")
MOVED = context("moved")
ENDS = ("deadline", "ultimatum", "eve")
ENDING = ("until", "till", "through")
PROLONGED = context("prolonged")


class Tenses:
    """Answers the tense at a place of one article."""

    def __init__(self, reading: Reading) -> None:
        self._tree = tree_of(reading)

    def at(self, span: Span, words: Words, first: int, end: int) -> Tense:
        """The tense of the clause at a span, which are the words first to end of its paragraph."""
        head = self._tree.head_of(span)
        if head is None:
            return tense_of_words(words, first, end)
        if words.low(first - 1) in ENDING and is_prolonged(self._tree, head):
            return Tense.FUTURE
        beside = tense_beside(self._tree, span)
        if beside is None and words.low(first - 1) == "for" and words.low(first) in WEEKDAYS and words.low(end) != "'":
            return Tense.PAST if was_before(self._tree, head) else Tense.FUTURE  # "called a walkout for Thursday"
        return beside or tense_at(self._tree, head)


def was_before(tree: Tree, head: Token) -> bool:
    """Whether the verb above had been done before something else: "had been announced for Friday"."""
    verb = next((token for token in tree.upwards(head) if token.tag == "VERB"), None)
    return verb is not None and any(t.text.lower() == "had" for t in tree.on(verb.index, "aux"))


def is_prolonged(tree: Tree, head: Token) -> bool:
    """Whether the verb above an end gives or draws something out till then: "extended the truce until May"."""
    verb = next((token for token in tree.upwards(head) if is_verb(tree, token)), None)
    return verb is not None and verb.lemma.lower() in PROLONGED


def tense_beside(tree: Tree, span: Span) -> Tense | None:
    """By a finite verb that stands right before or after: "said on Thursday", "on Thursday called", "Friday will"."""
    inside = tree.at(span)
    before, after = tree.beside(inside[0].index, inside[-1].index)
    if after is not None and after.fine == "VBD":
        return Tense.PAST
    if after is not None and after.text.lower() in WILL:
        return Tense.FUTURE
    closed = after is not None and after.fine == "POS"
    return Tense.PAST if before is not None and before.fine == "VBD" and not closed else None


def tense_at(tree: Tree, head: Token) -> Tense:
    """The tense of the first verb on the way up from a token."""
    for token in tree.upwards(head):
        lows = {child.text.lower() for child in tree.children[token.index] if child.relation == "case"}
        if "ahead" in lows or token.text.lower() == "ahead" or is_plan(tree, token, head):
            return Tense.FUTURE
        if is_verb(tree, token):
            return tense_of_verb(tree, token)
    return Tense.UNKNOWN


def is_plan(tree: Tree, token: Token, head: Token) -> bool:
    """Whether a day is what something is planned for: scheduled for Thursday, plans for Friday."""
    if token.index == head.index:
        return False
    own = {child.text.lower() for child in tree.children[head.index] if child.relation == "case"}
    if is_put_off(tree, token) and own & {"to", "until"}:
        return token.index in (head.head, tree.tokens[head.head].head)
    if token.lemma.lower() in PLANNED and token.tag in ("VERB", "ADJ"):
        cases = {child.text.lower() for child in tree.children[head.index] if child.relation == "case"}
        due = token.lemma.lower() in ("due", "expect", "expected", "slate", "slated", "set") and not cases
        return head.head == token.index and (bool(cases & {"for", "until", "to"}) or due)
    dated = "of" in own and head.head == token.index and token.lemma.lower() not in ENDS
    return token.tag == "NOUN" and token.lemma.lower() in PLANS and not dated  # "the plan of June 25" was made then


def is_put_off(tree: Tree, verb: Token) -> bool:
    """Whether a verb moves something to another day: "postponed", "put off"."""
    particles = {
        child.text.lower() for child in tree.children[verb.index] if child.relation in ("advmod", "compound:prt")
    }
    return verb.tag == "VERB" and (
        verb.lemma.lower() in MOVED or (verb.lemma == "put" and bool(particles & {"off", "back"}))
    )


def is_verb(tree: Tree, token: Token) -> bool:
    """Whether a token is the predicate of a clause."""
    if token.tag in ("VERB", "AUX"):
        return True
    return any(child.relation in ("cop", "aux", "nsubj", "nsubj:pass") for child in tree.children[token.index])


def tense_of_verb(tree: Tree, verb: Token) -> Tense:
    helpers = [child for child in tree.children[verb.index] if child.relation.startswith(("aux", "cop"))]
    lows = {helper.text.lower() for helper in helpers}
    if lows & WILL:
        return Tense.FUTURE
    if any(helper.lemma == "have" for helper in helpers) or (verb.lemma == "have" and verb.fine == "VBD"):
        return Tense.PAST
    if lows & MODALS:
        return Tense.CONDITIONAL
    if is_to(tree, verb):
        return Tense.FUTURE
    if is_infinitive(tree, verb):
        return tense_of_infinitive(tree, verb)
    fines = {helper.fine for helper in helpers if helper.tag == "AUX"} or {fine_of(verb)}
    return tense_of_form(tree, verb, fines)


def fine_of(verb: Token) -> str:
    """The fine tag of a verb; what ends in "ed" is no present, whatever a tagger says of a rare word."""
    low = verb.text.lower()
    past = low.endswith("ed") and low != verb.lemma.lower() and verb.fine in ("VB", "VBP", "VBZ")
    return "VBD" if past else verb.fine


def tense_of_form(tree: Tree, verb: Token, fines: set[str]) -> Tense:
    """By the finite word of a verb; a bare gerund has the tense of what it hangs on."""
    if "VBD" in fines:
        return Tense.FUTURE if going(tree, verb) else Tense.PAST
    if fines & {"VBZ", "VBP", "VB"}:
        return Tense.PAST if verb.lemma in REPORTING else Tense.PRESENT
    if verb.fine == "VBG" and not verb.is_root:
        return next((tense_of_verb(tree, t) for t in above(tree, verb) if is_verb(tree, t)), Tense.UNKNOWN)
    return Tense.PAST if verb.fine in ("VBN", "VBD") else Tense.UNKNOWN


def going(tree: Tree, verb: Token) -> bool:
    """Was going to, was to: what was ahead then."""
    return verb.text.lower() == "going" and any(child.relation == "xcomp" for child in tree.children[verb.index])


def is_to(tree: Tree, verb: Token) -> bool:
    """They are to meet: what is fixed for later."""
    return verb.lemma == "be" and any(is_infinitive(tree, child) for child in tree.children[verb.index])


def is_infinitive(tree: Tree, verb: Token) -> bool:
    marks = {child.text.lower() for child in tree.children[verb.index] if child.relation == "mark"}
    return "to" in marks and verb.fine in ("VB", "NN", "VBP")


def tense_of_infinitive(tree: Tree, verb: Token) -> Tense:
    """Ahead of the verb above it, unless that says it was carried out: agreed to meet, managed to meet."""
    over = next(iter(above(tree, verb)), None)
    if over is None:
        return Tense.FUTURE
    if over.lemma in CARRIED_OUT or verb.relation == "advcl":
        return tense_of_verb(tree, over)
    if verb.relation == "acl" and over.lemma.lower() not in PLANS:
        return tense_at(tree, over)
    return Tense.FUTURE


def above(tree: Tree, token: Token) -> list[Token]:
    return list(tree.upwards(token))[1:]


def tense_of_words(words: Words, first: int, end: int) -> Tense:
    """Without a tree: future where a word of the sentence near the expression says so."""
    for i in nearby(words, first, end):
        if words.low(i) in WILL or words.low(i) in PLANNED or words.low(i) == "would":
            return Tense.FUTURE
        if words.low(i) == "'" and words.low(i + 1) == "ll":
            return Tense.FUTURE
    return Tense.UNKNOWN


def nearby(words: Words, first: int, end: int) -> list[int]:
    """The places of the words around an expression, up to the ends of its sentence, ten on either side."""
    found = []
    for step, start in ((-1, first - 1), (1, end)):
        for i in range(start, start + 10 * step, step):
            if not 0 <= i < len(words) or words.low(i) in (".", "!", "?", ";", ":"):
                break
            found.append(i)
    return found
