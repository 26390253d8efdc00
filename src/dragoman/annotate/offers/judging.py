"""What is said of a proposal by whoever takes or leaves it: it is called a ruse, out of the question, a good basis.

Also orders of steps ("first the truce, then talks") and phrases that put an answer off. These answer only what is
known: which proposal is meant is for the ledger.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.annotate.offers.answering import RELATIVE, reply, tree_noun
from dragoman.annotate.offers.lexicon import offers
from dragoman.annotate.offers.matters import antecedent, matter_at
from dragoman.annotate.offers.page import Page
from dragoman.annotate.offers.parties import actors
from dragoman.model.mention import Mention
from dragoman.model.negotiation import Matter, Move, MoveKind
from dragoman.model.reading import Token


def judged(verb: Token, page: Page) -> Iterator[Move]:
    """A proposal that is called a ruse or unacceptable is refused by whoever says so, a credible one welcome."""
    found = called(verb, page)
    if found is None:
        return
    by, heads, words = found
    indices = [antecedent(verb, page) if page.tree.tokens[i].fine in RELATIVE else i for i in page.tree.spread(heads)]
    matter = next((m for m in (matter_at(i, page) for i in indices) if m is not None and tree_noun(m)), None)
    kind = verdict(words)
    if matter is None or not by or kind is None:
        return
    denied = any(t.lemma == "not" for t in page.tree.on(verb.index, "advmod"))
    if not denied or (verb.tag != "VERB" and kind is MoveKind.ACCEPT):
        yield reply(MoveKind.REJECT if denied else kind, verb, matter, by, page)


def called(verb: Token, page: Page) -> tuple[tuple[Mention, ...], list[Token], list[Token]] | None:
    """Who calls what how: "denounced it as a ruse", "\u201cThe offer is fair,\u201d he said"."""
    lemma, tree = verb.lemma.lower(), page.tree
    if verb.tag == "VERB" and lemma in offers().belittling_verbs:
        words = tree.below(verb.index, without=("conj", "parataxis", "advcl"))
        return actors(verb, page), tree.on(verb.index, "obj", "nsubj:pass"), words
    if tree.on(verb.index, "cop"):
        speaker = page.speaker_of(verb)
        return (speaker,) if speaker else (), tree.on(verb.index, "nsubj"), [verb]
    return None


def verdict(words: Sequence[Token]) -> MoveKind | None:
    lemmas = {word.lemma.lower() for word in words}
    if lemmas & offers().belittling:
        return MoveKind.REJECT
    return MoveKind.ACCEPT if lemmas & offers().praising else None


def ordered(word: Token, page: Page) -> Iterator[Move]:
    """Steps put in an order: who wants this before that counters that; "only after this" binds it."""
    if word.lemma.lower() not in ("before", "then", "after"):
        return
    tree = page.tree
    sentence = page.annotated.reading.sentence_of(word.index)
    words = tree.tokens[sentence.first : sentence.last]
    matters = [t for t in words if t.tag == "NOUN" and t.lemma.lower() in offers().matters]
    earlier = [t for t in matters if t.index < word.index]
    later = [t for t in matters if t.index > word.index]
    if not earlier or not later:
        return
    one, other = matter_at(earlier[-1].index, page), matter_at(later[0].index, page)
    by = speaker_above(word, page)
    if one is None or other is None or one.kind is other.kind or not by:
        return
    if word.lemma == "before" or (word.lemma == "then" and any(t.lemma == "first" for t in words)):
        yield reply(MoveKind.COUNTER, word, other, by, page, words)
    elif word.lemma == "after" and word.index and tree.tokens[word.index - 1].lemma == "only":
        yield reply(MoveKind.CONDITIONAL, word, one, by, page, words)


def speaker_above(word: Token, page: Page) -> tuple[Mention, ...]:
    """Whoever is quoted with the word, else the subject of the verb that its clause hangs on."""
    speaker = page.speaker_of(word)
    if speaker is not None:
        return (speaker,)
    index = word.index
    while not page.tree.tokens[index].is_root:
        index = page.tree.tokens[index].head
        token = page.tree.tokens[index]
        if token.lemma.lower() in offers().verbs and (found := actors(token, page)):
            return found
    return ()


def phrased(page: Page) -> Iterator[Move]:
    """Phrases that answer or put off what their sentence names or points to, by whoever uses them."""
    for statement in page.annotated.statements:
        by = statement.source.mention
        if by is None:
            continue
        for span in statement.content:
            kind = phrase_in(page.annotated.article.quote(span).lower())
            if kind is not None:
                words = [t for t in page.tree.tokens if span.start <= t.start < span.end]
                matter = what_is_delayed(words, page)
                if matter is not None:
                    yield reply(kind, words[0], matter, (by,), page, words)


def phrase_in(text: str) -> MoveKind | None:
    if any(phrase in text for phrase in offers().delaying):
        return MoveKind.DEFER
    return next((kind for kind, phrases in offers().phrases.items() if any(phrase in text for phrase in phrases)), None)


def what_is_delayed(words: Sequence[Token], page: Page) -> Matter | None:
    found = [m for m in (matter_at(t.index, page) for t in words if t.tag in ("NOUN", "PRON")) if m is not None]
    return min(found, key=lambda m: m.anaphoric, default=None)
