"""Demands that are made by saying what somebody must do: "Moscow must withdraw", the minister said.

Only what a source says counts: in an article's own voice it is the article's opinion. The verb that is demanded is the
trigger; a verb that the lexicon holds as an event of its own keeps that reading, and is proposed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dragoman.annotate.events.triggers import Trigger
from dragoman.annotate.tree import Tree
from dragoman.model.plover import EventType
from dragoman.model.reading import Token

OBLIGING = frozenset({"should", "must", "ought"})
SUBJECTS = ("nsubj", "nsubj:pass")
# Verbs that say how things are, not what somebody is to do.
STATES = frozenset("be seem appear mean know understand remember note recall see feel like think look say".split())


def demands(tree: Tree, is_said: Callable[[int], bool], is_party: Callable[[int], bool]) -> Iterator[Trigger]:
    """Every demand said by a source, in the order of the text. `is_said` asks whether a source says a token."""
    for token in tree.tokens:
        if token.tag in ("VERB", "AUX", "ADJ") and is_said(token.index) and is_demanded(token, tree):
            subjects = [i for child in tree.on(token.index, *SUBJECTS) for i in tree.spread([child])]
            second = any(tree.tokens[i].lemma.lower() in ("you", "they", "he", "she") for i in subjects)
            if any(map(is_party, subjects)) or second:
                yield Trigger(token.index, None, EventType.REQUEST, "change", said=True)


def is_demanded(token: Token, tree: Tree) -> bool:
    auxiliaries = tree.on(token.index, "aux", "aux:pass")
    modal = any(t.lemma.lower() in OBLIGING for t in auxiliaries if t.relation == "aux")
    perfect = modal and any(t.lemma.lower() == "have" for t in auxiliaries)
    return modal and not perfect and token.lemma.lower() not in STATES
