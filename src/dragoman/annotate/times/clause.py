"""Which expression of time dates the clause at a place: by tree, then by distance.

The way from an event's word to a time goes up and down the tree of its sentence. A step over the edge of another
clause costs more; some edges are closed: what somebody says is not dated by when it was said, and what is said
of a noun by the way does not date the main clause. Where no time stands in the sentence, nothing is given: a
date is not carried over from another sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dragoman.annotate.times.vocabulary import OF_TIME
from dragoman.annotate.tree import Tree, tree_of
from dragoman.model.flow import Annotated
from dragoman.model.reading import Token
from dragoman.model.text import Span
from dragoman.model.when import TimeMention

CLOSED_UP = frozenset(("ccomp", "parataxis", "acl:relcl", "csubj", "csubj:pass"))
CLOSED_DOWN = frozenset(("ccomp", "parataxis", "advcl", "xcomp", "acl:relcl", "acl", "csubj", "conj"))
APART = frozenset({"after", "before", "since", "until", "once"})
WITHIN = frozenset({"in", "at", "during"})
OPENING = 3  # words at most before a time that opens its sentence
QUALIFYING = ("acl", "acl:relcl")
DEAR_UP = {"conj": 1.5, "advcl": 1.5, "acl": 1.5, "xcomp": 0.5, "appos": 1.0}
DEAR_DOWN = {"nmod": 0.5, "nmod:poss": 0.5, "compound": 0.5}
FARTHEST = 7.0
# A time that heads its sentence is a slip of the parser ("On Monday, the envoys met"): it dates whatever stands there.
MISREAD = 4.0
# One word farther off counts as much as this share of a step in the tree: enough to choose between equals.
PER_WORD = 0.02


def time_of(annotated: Annotated, span: Span) -> TimeMention | None:
    """The time that dates the clause at a span: a time inside the span first, else the nearest by tree."""
    return times_of(annotated).of(span)


def times_of(annotated: Annotated) -> Clauses:
    """The same question prepared for many spans of one article."""
    return Clauses(annotated)


class Clauses:
    """Answers which time dates a place of one article."""

    def __init__(self, annotated: Annotated) -> None:
        self._tree = tree_of(annotated.reading)
        self._times: dict[int, list[tuple[Token, TimeMention]]] = {}
        for time in annotated.times:
            head = self._tree.head_of(time.span)
            if head is not None:
                self._times.setdefault(self._tree.sentence(head), []).append((head, time))

    def between(self, first: int, last: int) -> list[TimeMention]:
        """The times whose words stand among the tokens from first up to last of one sentence."""
        sentence = self._tree.sentence(self._tree.tokens[first])
        return [time for head, time in self._times.get(sentence, ()) if first <= head.index < last]

    def of(self, span: Span, *, without: Callable[[TimeMention], bool] = lambda time: False) -> TimeMention | None:
        """The time that dates the clause at a span, or nothing; some may be left out."""
        word = self._tree.head_of(span)
        if word is None:
            return None
        rated = []
        for head, time in self._times.get(self._tree.sentence(word), ()):
            cost = 0.0 if span.holds(time.span) else way(self._tree, word, head)
            if cost is not None and cost <= FARTHEST and not without(time):
                rated.append((cost + PER_WORD * abs(head.index - word.index), time.span, time))
        return min(rated, key=lambda r: r[:2])[2] if rated else None

    def beside(self, span: Span) -> TimeMention | None:
        """The time that is told of a noun by the way: "a deal signed in 1960", "the talks, which began on Tuesday"."""
        word = self._tree.head_of(span)
        if word is None or word.tag not in ("NOUN", "PROPN"):
            return None
        told = [
            (abs(head.index - word.index), time.span, time)
            for head, time in self._times.get(self._tree.sentence(word), ())
            if [t.index for t in self._tree.upwards(head)][2:3] == [word.index]
            and self._tree.tokens[head.head].relation in QUALIFYING
        ]
        return min(told, key=lambda t: t[:2])[2] if told else None


def is_earlier(tree: Tree, token: Token) -> bool:
    """Whether a clause has a time of its own: "after banning the march"."""
    marks = {t.lemma for t in tree.children[token.index] if t.relation in ("mark", "case")}
    return token.tag == "VERB" and token.relation in ("advcl", "obl") and bool(marks & APART)


def opens(tree: Tree, time: Token) -> bool:
    """Whether a time opens its sentence, set off by a comma: "Two weeks later, speaking in Lima, she resigned"."""
    first = tree.first_of(tree.sentence(time))
    return time.index - first <= OPENING and any(t.text == "," for t in tree.tokens[time.index : time.index + 3])


def says_which(tree: Tree, time: Token) -> bool:
    """Whether a time only says which thing is meant: "rejected the plan of June 25"."""
    noun = tree.tokens[time.head]
    if noun.relation in ("obl", "nmod") and tree.cases(noun.index) & WITHIN:
        return False  # "promised in an accord of 2014"
    return time.relation == "nmod" and "of" in tree.cases(time.index) and noun.lemma.lower() not in OF_TIME


def upwards(tree: Tree, time: Token) -> Iterator[Token]:
    """The way up from a time. One behind the "and" of a second verb is that verb's, wherever a parser hangs it.

    "The truce broke in May, and by June troops had taken the port": June is of the taking.
    """
    for later in tree.on(time.head, "conj"):
        joined = [t.index for t in tree.on(later.index, "cc")]
        if later.tag == "VERB" and any(place < time.index < later.index for place in joined):
            yield time
            yield from tree.upwards(later)
            return
    yield from tree.upwards(time)


def way(tree: Tree, word: Token, time: Token) -> float | None:
    """What the way from a word to a time costs; nothing where a closed edge lies on it."""
    if time.is_root:
        return MISREAD
    up, down = list(tree.upwards(word)), list(upwards(tree, time))
    ours = {token.index: i for i, token in enumerate(up)}
    meeting = next((i for i, token in enumerate(down) if token.index in ours), None)
    if meeting is None:
        return None
    if meeting > 1 and says_which(tree, time):
        return None
    rising, falling = up[: ours[down[meeting].index]], down[:meeting]
    if any(t.relation in CLOSED_UP or is_earlier(tree, t) for t in rising) or any(
        t.relation in CLOSED_DOWN for t in falling
    ):
        return MISREAD if word.is_root and opens(tree, time) else None
    dear = sum(DEAR_UP.get(t.relation, 0.0) for t in rising) + sum(DEAR_DOWN.get(t.relation, 0.0) for t in falling)
    return len(rising) + len(falling) + dear
