"""Loaded words and labels: those that readers or a linguist call loaded, with the words they colour.

A noun is a label where it calls somebody something, and is told with what describes it; an adjective or adverb is
told with the word it colours. Words in somebody's mouth are never looked at here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from dragoman.annotate.framing.lexicon import LOADED, first_words, hyphened, own, weights
from dragoman.annotate.tree import Tree
from dragoman.model.framing import FramingKind
from dragoman.model.reading import Token

OPEN = frozenset({"NOUN", "ADJ", "ADV", "VERB"})
NEUTRAL = frozenset({"attack", "kill", "war", "die", "death", "strike", "crisis", "conflict"})  # told as they are

SURE, HINTED, KNOWN = 0.22, 0.1, 0.12  # chances by the model, alone and with what is known of the word

Found = tuple[FramingKind, Token, list[Token]]


def loaded_in(tokens: list[Token], tree: Tree, chances: Mapping[int, float]) -> Iterator[Found]:
    """Each choice: its kind, the token that is loaded, and all tokens that tell it, in the order of the text.

    `chances` are those that the language model gives a token to be loaded where it stands.
    """
    allowed = frozenset(t.index for t in tokens)
    listed, joined = first_words("phrases"), hyphened()
    for token in tokens:
        word = token.text.casefold()
        begun = (*listed.get(word, ()), *joined.get(word, ()))
        phrase = phrase_at(token, tree, allowed, begun) if begun else []
        if phrase:
            yield FramingKind.LOADED, token, phrase
        elif token.tag in OPEN and is_loaded(token, tree, chances.get(token.index, 0.0)):
            yield kind_of(token), token, told_with(token, tree, allowed)


def is_loaded(token: Token, tree: Tree, chance: float) -> bool:
    """Whether a word is a name to call somebody by, loaded by itself, or by where it stands."""
    lemma = token.lemma.casefold()
    if lemma in NEUTRAL:
        return False
    return (
        is_name_called(token, tree)
        or likely(token) >= LOADED
        or chance >= SURE
        or (chance >= HINTED and weights().get(lemma, 0.0) >= KNOWN)
    )


def is_name_called(token: Token, tree: Tree) -> bool:
    """Whether a noun calls somebody a name: "the junta", not "the sanctions regime"."""
    if token.tag != "NOUN" or token.lemma.casefold() not in own()["names"]:
        return False
    near = tree.on(token.index, "compound", "amod", "nmod")
    if any(t.lemma.casefold() in own()["rules"] for t in near):
        return False
    return token.relation not in ("compound", "amod") or tree.tokens[token.head].tag == "PROPN"


def likely(token: Token) -> float:
    """How likely a word is loaded, by its form or its lemma."""
    form, lemma = token.text.casefold(), token.lemma.casefold()
    if lemma in NEUTRAL:
        return 0.0
    listed = {"NOUN": "labels", "ADJ": "qualities", "ADV": "qualities", "VERB": "acts"}[token.tag]
    if lemma in own()[listed] or form in own()[listed]:
        return max(weights().get(lemma, 0.0), weights().get(form, 0.0))
    return weights().get(form, 0.0)


def kind_of(token: Token) -> FramingKind:
    called = token.tag == "NOUN" and token.relation in ("appos", "compound", "nsubj", "nmod", "obl:agent", "conj")
    named = token.tag == "NOUN" and token.lemma.casefold() in own()["names"]
    return FramingKind.LABEL if named or (called and token.lemma in own()["labels"]) else FramingKind.LOADED


def told_with(token: Token, tree: Tree, allowed: Collection[int]) -> list[Token]:
    """The loaded word with what it colours, or with what describes it."""
    held = [token]
    if token.relation in ("amod", "advmod"):
        held.append(tree.tokens[token.head])
    if token.tag == "NOUN":
        held += tree.on(token.index, "amod", "compound", "nmod:poss")
    if token.tag == "VERB":
        held += tree.on(token.index, "obj", "compound:prt", "advmod")[:2]
    first, last = min(t.index for t in held), max(t.index for t in held)
    run = tree.tokens[first : last + 1]
    if last - first > 6 or any(t.index not in allowed for t in run):
        return [token]
    return list(run)


def phrase_at(token: Token, tree: Tree, allowed: Collection[int], phrases: Sequence[tuple[str, ...]]) -> list[Token]:
    """The tokens of the first of some phrases that stands here, none if none does."""
    for words in phrases:
        run = tree.tokens[token.index : token.index + len(words)]
        if tuple(t.text.casefold() for t in run) == words and all(t.index in allowed for t in run):
            return list(run)
    return []
