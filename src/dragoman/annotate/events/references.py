"""Nouns that only point to an event told elsewhere: "after the talks", "an end to the war".

Such a noun names no party, day or place of its own and stands beside the thing that is told. What it points to is
told where it has them.
"""

from __future__ import annotations

from dragoman.annotate.events.triggers import Trigger
from dragoman.annotate.tree import Tree
from dragoman.model.event import EventMention

BESIDE = ("nmod", "nmod:poss", "obl", "compound", "appos", "conj", "nmod:tmod", "obl:tmod")
OWN = ("nmod:poss", "nmod", "acl", "acl:relcl", "nummod")
# "A round of talks" is the talks themselves.
MEASURES = frozenset({"round", "series", "wave", "session", "string", "spate", "hour", "day", "week", "month"})
POINTING = frozenset({"the", "this", "that", "these", "those", "any", "no", "such"})


def is_reference(trigger: Trigger, event: EventMention, tree: Tree) -> bool:
    """Whether the trigger is a noun that only points to an event."""
    head = tree.tokens[trigger.head]
    if head.tag != "NOUN" or head.relation not in BESIDE or tree.tokens[head.head].lemma.lower() in MEASURES:
        return False
    if event.date is not None or event.place is not None or event.recipients or tree.on(head.index, *OWN):
        return False
    named = any(t.text[:1].isupper() for t in tree.on(head.index, "amod", "compound"))
    determined = {t.lemma.lower() for t in tree.on(head.index, "det")}
    return not named and (not determined or bool(determined & POINTING))
