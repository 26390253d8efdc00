"""What kind of voice a source is: somebody named, a body, nobody that can be named, an outlet, a document.

Goes by the head of the source's noun phrase, the names in it, and, for a pronoun, by what its chain of mentions holds.
Does not say who it is.
"""

from __future__ import annotations

from collections.abc import Callable

from dragoman.annotate.attribution.lexicon import outlets, source_words
from dragoman.annotate.attribution.page import Page, Range
from dragoman.model.mention import EntityKind, Form, Mention
from dragoman.model.reading import Name, NameKind
from dragoman.model.statement import SourceKind

INDEFINITE = ("a", "an", "one", "some", "another", "any", "no", "many", "several")
REACH = 400  # tokens that a description may stand behind the first mention of whom it means
DEFINITE = ("the", "both", "its", "their")
RELATIVES = ("who", "that", "which", "whom", "whose")
BODIES = (EntityKind.ORGANIZATION, EntityKind.PLACE, EntityKind.GROUP)


def head_of(page: Page, phrase: Range) -> int:
    """The token of a phrase that hangs on nothing inside it."""
    first, last = phrase
    for index in range(first, last):
        head = page.tokens[index].head
        if head == index or not first <= head < last:
            return index
    return last - 1


def kind_of(
    page: Page, source: Range | None, chain: Callable[[Mention], list[Mention]], mention: Mention | None
) -> SourceKind:
    """The kind of a source; `mention` is its mention and `chain` gives the mentions that mean the same."""
    if source is None:
        return SourceKind.ANONYMOUS
    head = head_of(page, source)
    token = page.tokens[head]
    if token.text.lower() in RELATIVES and token.tag in ("PRON", "DET", "SCONJ"):
        head = antecedent(page, head)
        token = page.tokens[head]
        source = (min(head, source[0]), max(head + 1, head))
    if token.tag in ("PRON", "DET") and mention is not None:
        return of_chain(page, chain(mention), token.text.lower())
    if token.tag in ("PRON", "DET"):
        return of_pronoun(token.text.lower())
    if mention is not None and mention.form is Form.NAME and mention.kind is EntityKind.PERSON:
        people = token.fine == "NNPS" and page.tokens[source[0]].text.lower() == "the"
        return SourceKind.ORGANIZATION if people else SourceKind.NAMED
    kind = of_phrase(page, source, head)
    is_body = mention is not None and mention.form is Form.NAME and mention.kind in BODIES
    return SourceKind.ORGANIZATION if kind is SourceKind.NAMED and is_body else kind


def antecedent(page: Page, pronoun: int) -> int:
    """The noun that a relative pronoun stands for."""
    verb = pronoun
    for _ in range(4):
        verb = page.tokens[verb].head
        if page.tokens[verb].relation == "acl:relcl":
            return page.tokens[verb].head
    return pronoun


def of_pronoun(word: str) -> SourceKind:
    """A pronoun whose chain is not known."""
    if word in ("it", "its", "both", "we"):
        return SourceKind.ORGANIZATION
    if word in ("he", "she", "his", "her", "i", "my", "him"):
        return SourceKind.NAMED
    return SourceKind.ANONYMOUS


def of_chain(page: Page, mentions: list[Mention], word: str) -> SourceKind:
    """The kind of the first mention that is no pronoun, a name before a description."""
    named = [m for m in mentions if m.form is Form.NAME]
    if any(m.kind is EntityKind.PERSON for m in named):
        return SourceKind.NAMED
    if any(is_outlet(m.text) for m in named):
        return SourceKind.MEDIA
    if any(m.kind in BODIES for m in named):
        return SourceKind.ORGANIZATION
    for mention in mentions:
        if mention.form is Form.NOMINAL:
            places = page.tokens_in(mention.span.start, mention.span.end)
            if len(places):
                phrase = (places.start, places.stop)
                return of_phrase(page, phrase, head_of(page, phrase))
    return of_pronoun(word)


def of_phrase(page: Page, source: Range, head: int) -> SourceKind:
    """The kind of a noun phrase."""
    words, token = source_words(), page.tokens[head]
    texts = [t.text.lower() for t in page.tokens[source[0] : source[1]]]
    lemma = token.lemma.lower()
    names = [name for name in names_in(page, source) if _names_the_head(page, name, head)]
    if is_outlet(page.text[page.tokens[source[0]].start : page.tokens[source[1] - 1].end]):
        return SourceKind.MEDIA
    if any(name.kind is NameKind.PERSON for name in names):
        return SourceKind.NAMED
    if any(is_outlet(_name_text(page, name)) for name in names) or (
        names and token.tag == "NOUN" and lemma in words.media.nouns
    ):
        return SourceKind.MEDIA
    if lemma in words.organization.nouns and token.tag == "NOUN" and texts[0] not in INDEFINITE and not names:
        return of_noun(page, source, head, lemma)
    if any(text in words.anonymous.words for text in texts):
        return SourceKind.ANONYMOUS
    if token.tag == "NOUN" or lemma in words.organization.nouns or lemma in words.office.nouns:
        return of_noun(page, source, head, lemma)
    if any(name.kind in (NameKind.ORGANIZATION, NameKind.PLACE, NameKind.NORP, NameKind.OTHER) for name in names):
        return SourceKind.ORGANIZATION
    return SourceKind.NAMED if token.tag == "PROPN" else SourceKind.ANONYMOUS


def of_noun(page: Page, source: Range, head: int, lemma: str) -> SourceKind:
    """The kind that a common noun tells."""
    words, token = source_words(), page.tokens[head]
    plural = token.fine.endswith("S")
    if lemma in words.media.nouns or (plural and lemma in words.media.plural):
        return SourceKind.MEDIA
    if lemma in words.document.nouns:
        return SourceKind.DOCUMENT
    if lemma in words.organization.nouns:
        return SourceKind.ORGANIZATION
    first = page.tokens[source[0]].text.lower()
    if plural and first in DEFINITE and lemma in words.organization.plural:
        return SourceKind.ORGANIZATION
    if plural or first in INDEFINITE or first == token.text.lower():
        return SourceKind.ANONYMOUS
    if lemma in words.office.nouns or not _came_unnamed(page, head):
        return SourceKind.NAMED
    return SourceKind.ANONYMOUS


def _came_unnamed(page: Page, head: int) -> bool:
    """Whether somebody so described came in before without a name ("a senior official ... the official")."""
    lemma = page.tokens[head].lemma
    for token in reversed(page.tokens[max(0, head - REACH) : head]):
        if token.lemma != lemma:
            continue
        articles = [page.tokens[c] for c in page.trees.dependents[token.index] if c < token.index]
        if token.fine.endswith("S") or any(word.text.lower() in INDEFINITE for word in articles):
            return True
    return False


def names_in(page: Page, source: Range) -> list[Name]:
    return [n for n in page.names_from(source[0]) if n.first < source[1]]


def _names_the_head(page: Page, name: Name, head: int) -> bool:
    """Whether a name stands for what the head means, and does not only describe it ("a spokesman for Ms Ito")."""
    if name.first <= head < name.last:
        return True
    index = head_of(page, (name.first, name.last))
    for _ in range(4):
        if page.tokens[index].relation not in ("flat", "appos", "nmod:desc", "conj", "dep"):
            return False
        index = page.tokens[index].head
        if index == head:
            return True
    return False


def _name_text(page: Page, name: Name) -> str:
    start, end = page.chars(name.first, name.last)
    return page.text[start:end]


def is_outlet(name: str) -> bool:
    """Whether the tables of media know the name."""
    bare = name.removeprefix("the ").removeprefix("The ")
    return bare in outlets() or name in outlets()
