"""What the steps that find mentions ask of a reading, answered in constant time.

Holds no decisions of its own: which token is quoted, in which sentence it stands, whether a line is a headline.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from dragoman.annotate.tree import tree_of
from dragoman.model.flow import Annotated
from dragoman.model.mention import EntityKind, Form
from dragoman.model.names import fold_name
from dragoman.model.reading import Reading, Sentence, Token
from dragoman.model.text import Article, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Tokens `first` up to, not including, `last` that refer to somebody or something.

    `titles` are stretches of tokens that describe it, `owner` is a token of the one whose it is ("his team").
    """

    first: int
    last: int
    kind: EntityKind
    form: Form
    titles: tuple[tuple[int, int], ...] = ()
    country: str | None = None
    head: int = -1
    owner: int | None = None

    def holds(self, index: int) -> bool:
        return self.first <= index < self.last


@dataclass(slots=True)
class Context:
    """A reading with its tokens' sentences, paragraphs, quotations and dependents looked up.

    `run_last` gives for a token the last one that stands in the same quotation without a break. `told` counts the
    sentences of the outlet up to a token: those of one quotation are one with the sentence that goes on behind it.
    """

    article: Article
    reading: Reading
    tokens: tuple[Token, ...]
    sentence: list[int] = field(default_factory=list)
    quoted: list[int] = field(default_factory=list)
    children: list[list[int]] = field(default_factory=list)
    headline: list[bool] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    last_words: Counter[str] = field(default_factory=Counter)
    texts: list[str] = field(default_factory=list)
    lowers: list[str] = field(default_factory=list)
    capitals: list[bool] = field(default_factory=list)
    run_last: list[int] = field(default_factory=list)
    told: list[int] = field(default_factory=list)

    @classmethod
    def of(cls, annotated: Annotated) -> Context:
        tokens = annotated.reading.tokens
        context = cls(annotated.article, annotated.reading, tokens)
        context.texts = [token.text for token in tokens]
        context.lowers = [text.lower() for text in context.texts]
        context.capitals = [text[:1].isupper() for text in context.texts]
        context.sentence = [0] * len(tokens)
        context.headline = [False] * len(tokens)
        context.sentences = _whole_sentences(annotated)
        for number, sentence in enumerate(context.sentences):
            shouts = _is_headline([t.text for t in tokens[sentence.first : sentence.last]])
            for i in range(sentence.first, sentence.last):
                context.sentence[i] = number
                context.headline[i] = shouts
        context.children = tree_of(context.reading).dependents
        context.quoted = _quoted(annotated)
        context.run_last = _run_ends(context.quoted)
        context.told = _told(context.sentence, context.quoted, context.texts)
        context.last_words = Counter(fold_name(tokens[n.last - 1].text) for n in context.reading.names)
        return context

    def text(self, i: int) -> str:
        return self.texts[i] if 0 <= i < len(self.texts) else ""

    def lower(self, i: int) -> str:
        return self.lowers[i] if 0 <= i < len(self.lowers) else ""

    def words(self, first: int, last: int) -> list[str]:
        return [self.text(i) for i in range(first, last)]

    def written(self, first: int, last: int) -> str:
        """The words as the article has them."""
        return self.article.text[self.tokens[first].start : self.tokens[last - 1].end]

    def span(self, first: int, last: int) -> Span:
        """The stretch in the article, without marks at its ends that belong to the sentence."""
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        text = self.article.text
        while end > start + 1 and not text[end - 1].isalnum() and text[end - 1] not in '.)”"':
            end -= 1
        return self.article.span(start, end)

    def same_sentence(self, i: int, j: int) -> bool:
        inside = 0 <= i < len(self.sentence) and 0 <= j < len(self.sentence)
        return inside and self.sentence[i] == self.sentence[j]

    def is_capital(self, i: int) -> bool:
        return self.capitals[i] if 0 <= i < len(self.capitals) else False

    def starts_sentence(self, i: int) -> bool:
        first = self.sentences[self.sentence[i]].first
        return all(not self.text(j)[:1].isalnum() for j in range(first, i))

    def runs(self, first: int, last: int, longest: int) -> Iterator[tuple[int, int]]:
        """Stretches inside one, the longest at each place first."""
        for i in range(first, last):
            for j in range(min(last, i + longest), i, -1):
                yield i, j


def _whole_sentences(annotated: Annotated) -> list[Sentence]:
    """The sentences; where the model cut one inside a paragraph without a mark that ends it, it is mended."""
    tokens = annotated.reading.tokens
    ends = {p.end for p in annotated.article.paragraphs}
    whole: list[Sentence] = []
    open_before = False
    for sentence in annotated.reading.sentences:
        last = tokens[sentence.last - 1]
        if open_before and whole:
            whole[-1] = Sentence(whole[-1].first, sentence.last)
        else:
            whole.append(sentence)
        open_before = last.text[-1].isalnum() and last.end not in ends
    return whole


def _is_headline(words: list[str]) -> bool:
    """Whether nearly all words of a line are capitalised and no period ends it."""
    real = [w for w in words if w[:1].isalpha() and len(w) > 3]
    if len(real) < 4 or words[-1] in (".", "”", '"', "?"):
        return False
    return sum(w[0].isupper() for w in real) >= 0.8 * len(real)


def _told(sentence: list[int], quoted: list[int], texts: list[str]) -> list[int]:
    """For each token the number of its sentence; one that ends amid a quotation is not counted, and none goes on
    into a quotation that begins behind a period."""
    count, told = 0, []
    for i in range(len(sentence)):
        if i and sentence[i] != sentence[i - 1]:
            count += not quoted[i - 1] == quoted[i] >= 0
        elif i and quoted[i] >= 0 > quoted[i - 1] and texts[i - 1] in (".", "!", "?"):
            count += 1
        told.append(count)
    return told


def _run_ends(quoted: list[int]) -> list[int]:
    """For each token the last one of the run of tokens in the same quotation that it stands in."""
    ends = list(range(len(quoted)))
    for i in range(len(quoted) - 2, -1, -1):
        if quoted[i] == quoted[i + 1]:
            ends[i] = ends[i + 1]
    return ends


def _quoted(annotated: Annotated) -> list[int]:
    """For each token the number of the quotation it stands in, or -1."""
    tokens = annotated.reading.tokens
    inside = [-1] * len(tokens)
    at = 0
    spans = sorted((s.start, s.end, n) for n, q in enumerate(annotated.quotations) for s in q.spans)
    for start, end, number in spans:
        while at < len(tokens) and tokens[at].end <= start:
            at += 1
        i = at
        while i < len(tokens) and tokens[i].start < end:
            inside[i] = number
            i += 1
    return inside
