"""What is said of a proposal by whoever takes or leaves it: it is called a ruse, out of the question, a good basis.

Also orders of steps ("first the truce, then talks") and phrases that put an answer off. These answer only what is
known: which proposal is meant is for the ledger.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.annotate.offers.answered import RELATIVE, tree_noun
from dragoman.annotate.offers.answering import reply
from dragoman.annotate.offers.lexicon import offers
from dragoman.annotate.offers.matters import antecedent, matter_at
from dragoman.annotate.offers.page import Page
from dragoman.annotate.offers.parties import SUBJECTS, actors
from dragoman.model.mention import Mention
from dragoman.model.negotiation import Matter, Move, MoveKind
from dragoman.model.reading import Token

ORDERING = frozenset({"before", "then", "after"})
LEADING = (" for", " of", " to", " to ", " against", " with", " by the", " by")


def judged(verb: Token, page: Page) -> Iterator[Move]:
    """A proposal that is called a ruse or unacceptable is refused by whoever says so, a credible one welcome."""
    if verb.lemma.lower() not in offers().judging:
        return
    found = called(verb, page)
    if found is None:
        return
    by, heads, words = found
    indices = [antecedent(verb, page) if page.tree.tokens[i].fine in RELATIVE else i for i in page.tree.spread(heads)]
    matter = next((m for m in (matter_at(i, page) for i in indices) if m is not None and tree_noun(m)), None)
    kind = verdict(words) or by_phrase(words, page) or by_a_name(verb, words, page)
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


def by_a_name(verb: Token, words: Sequence[Token], page: Page) -> MoveKind | None:
    """A quoted name of the speaker's own that praises nothing: "called the offer “last year’s calendar”".

    What only says what it is, by a measure, a name or a number, is none: "described it as a “30-day truce”".
    """
    first = next((word.index for word in words if word.index > verb.index and word.text in ("“", '"')), None)
    if first is None or verb.lemma.lower() not in ("call", "describe", "brand", "label"):
        return None
    known = offers().matters.keys() | offers().pointing | offers().documents
    quoted = [word for word in words if word.index > first]
    plain = any(word.tag == "PROPN" or word.text[0].isdigit() or word.lemma.lower() in known for word in quoted)
    return None if plain else MoveKind.REJECT


def by_phrase(words: Sequence[Token], page: Page) -> MoveKind | None:
    """What a phrase in the words comes to: "called it out of the question"."""
    found = phrase_in(page.annotated.article.quote(page.span(words)).lower())
    return found[0] if found else None


def ordered(word: Token, page: Page) -> Iterator[Move]:
    """Steps put in an order: who wants this before that counters that; "only after this" binds it."""
    if word.lemma.lower() not in ORDERING:
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
        senses = offers().verbs.get(token.lemma.lower(), ())
        if any(sense.kind is MoveKind.REJECT for sense in senses):
            return ()  # the order is what he refused
        if senses and (found := actors(token, page)):
            return found
    return ()


def phrased(page: Page) -> Iterator[Move]:
    """Phrases that answer or put off what their sentence names or points to, by whoever uses them."""
    for statement in page.annotated.statements:
        by = statement.source.mention if statement.made else None
        if by is None:
            continue
        for span in statement.content:
            found = phrase_in(page.annotated.article.quote(span).lower())
            if found is None:
                continue
            kind, phrase, at = found
            words = page.tree.tokens[page.index_at(span.start) : page.index_at(span.end - 1) + 1]
            matter = more_telling(beside(phrase, span.start + at, words, page), what_is_delayed(words, page))
            if matter is not None:
                yield reply(kind, words[0], matter, (by,), page, words)


def phrase_in(text: str) -> tuple[MoveKind, str, int] | None:
    """The first phrase of a text that answers something, what it comes to, and where it stands."""
    listed = ((MoveKind.DEFER, offers().delaying), *offers().phrases.items())
    return next(((kind, phrase, text.find(phrase)) for kind, some in listed for phrase in some if phrase in text), None)


def more_telling(said_of: Matter | None, named: Matter | None) -> Matter | None:
    """What a phrase is said of; where that only points ("it was too early to discuss an exchange"), what is named."""
    if said_of is None or (said_of.anaphoric and named is not None and not named.anaphoric):
        return named
    return said_of


def beside(phrase: str, at: int, words: Sequence[Token], page: Page) -> Matter | None:
    """What a phrase is said of: the noun after it where it leads to one ("too late for"), else its subject."""
    if phrase.endswith(LEADING):
        after = [t for t in words if t.start >= at + len(phrase) and t.tag in ("NOUN", "PRON")]
        return matter_at(after[0].index, page, any_noun=True) if after else None
    first = page.index_at(at)
    sentence = page.annotated.reading.sentence_of(first)
    before = [t for t in page.tree.tokens[sentence.first : first] if t.relation in SUBJECTS]
    return matter_at(before[-1].index, page, any_noun=True) if before else None


def what_is_delayed(words: Sequence[Token], page: Page) -> Matter | None:
    found = [m for m in (matter_at(t.index, page) for t in words if t.tag in ("NOUN", "PRON")) if m is not None]
    return min(found, key=lambda m: m.anaphoric, default=None)
