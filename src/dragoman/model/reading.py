"""What the language model read in a text: tokens, sentences, trees and names, as plain values.

Whatever model reads, the rest of the house sees only this. Tags are the universal ones (UPOS), `fine` the
Penn Treebank's, relations those of Universal Dependencies v2.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dragoman.model.gists import NOTHING, Gists
from dragoman.model.negotiation import MatterKind
from dragoman.model.plover import EventType

CLAUSES = frozenset({"root", "conj", "ccomp", "advcl", "acl", "acl:relcl", "parataxis", "csubj", "advcl:relcl"})
EXCHANGE = (
    *("offer", "about", "accept", "reject", "conditional", "counter", "defer"),  # `about`: laid out or only mentioned
    *("kept", "broken", "lapsed", "superseded"),
)
ANYTHING = frozenset({"root", "ccomp", "acl:relcl", "parataxis"})  # heads a clause whatever it is


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark at `start` to `end`; `head` is the index of its head, its own where it is a root."""

    index: int
    start: int
    end: int
    text: str
    lemma: str
    tag: str
    fine: str
    head: int
    relation: str

    @property
    def is_root(self) -> bool:
        return self.head == self.index

    @property
    def heads_clause(self) -> bool:
        """Whether the word heads a clause."""
        if self.is_root:
            return True
        return self.relation in CLAUSES and (self.tag == "VERB" or self.relation in ANYTHING)


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens `first` up to, not including, `last`."""

    first: int
    last: int


class NameKind(StrEnum):
    """What the model takes a run of tokens to name or count."""

    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"
    NORP = "norp"  # nationalities, religious and political groups
    OTHER = "other"
    DATE = "date"
    TIME = "time"
    DURATION = "duration"
    NUMBER = "number"
    MONEY = "money"
    PERCENT = "percent"
    ORDINAL = "ordinal"


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens `first` up to, not including, `last` that name something."""

    first: int
    last: int
    kind: NameKind


Likely = tuple[tuple[int, float], ...]


@dataclass(frozen=True, slots=True)
class CueScores:
    """A token that may begin a cue of speech, how likely it does, and which tokens are likely its parts.

    `cue`, `source` and `content` hold tokens with their probabilities, in order; unlikely tokens are left out.
    """

    first: int
    score: float
    cue: Likely
    source: Likely
    content: Likely


@dataclass(frozen=True, slots=True)
class TriggerScores:
    """A token that may tell an event, with the likely types of it, the likeliest first.

    `chances` leaves out what is hardly likely; together they say how likely it tells any event.
    """

    token: int
    chances: tuple[tuple[EventType, float], ...]


@dataclass(frozen=True, slots=True)
class ExchangeScores:
    """A token that may stand in words which make, answer or end an offer.

    `chances` are those of `EXCHANGE`, in its order; `kind` is the likeliest kind of what is offered.
    """

    token: int
    chances: tuple[float, ...]
    kind: MatterKind

    def of(self, name: str) -> float:
        return self.chances[EXCHANGE.index(name)]


@dataclass(frozen=True, slots=True)
class Reading:
    """All layers of one article's text, in its order. Heads never leave their sentence.

    `cues` is empty where the model does not read attributions.

    `triggers` are signs of events to weigh beside others (`{t.token: dict(t.chances) for t in reading.triggers}`), not
    events: alone they reach a typed F1 of .40 on articles not learned from (training.more_heads). What is
    fitted on the annotated articles must take `training.more_heads.out_of_fold()` in their place.

    `loaded` holds words of open classes with the chance that readers would call them loaded: F1 .50 at a chance of .25
    on the words of sentences kept out, .76 by sentence, where the likeliest word decides.

    `exchange` holds the words that may make or answer an offer, in their order.
    """

    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...]
    cues: tuple[CueScores, ...] = ()
    triggers: tuple[TriggerScores, ...] = ()
    loaded: Likely = ()
    exchange: tuple[ExchangeScores, ...] = ()
    gists: Gists = NOTHING

    def children(self, index: int) -> list[Token]:
        """The tokens that hang on this one, in order of the text."""
        sentence = self.sentence_of(index)
        return [t for t in self.tokens[sentence.first : sentence.last] if t.head == index and t.index != index]

    def subtree(self, index: int) -> list[Token]:
        """The token with all that hangs on it, in order of the text."""
        sentence = self.sentence_of(index)
        inside = {index}
        grew = True
        while grew:
            more = {t.index for t in self.tokens[sentence.first : sentence.last] if t.head in inside} - inside
            inside |= more
            grew = bool(more)
        return [self.tokens[i] for i in sorted(inside)]

    def sentence_of(self, index: int) -> Sentence:
        """The sentence a token stands in."""
        low, high = 0, len(self.sentences) - 1
        while low < high:
            middle = (low + high) // 2
            if self.sentences[middle].last <= index:
                low = middle + 1
            else:
                high = middle
        return self.sentences[low]
