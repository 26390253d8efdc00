"""What a word tells when the thing is still to come, or is not done: PLOVER's rules of the future tense.

Help and cooperation to come are promised (AGREE), harm to come is threatened by whoever says so (THREATEN), and what
somebody does not or will not do is refused (REJECT). A meeting to come stays a meeting, with its status.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.annotate.events.triggers import Trigger
from dragoman.annotate.tree import Tree
from dragoman.model.plover import EventType

FUTURE = frozenset({"will", "would", "shall"})
REFUSING = frozenset({"not", "never", "n't"})
HELPING = frozenset({EventType.AID, EventType.COOPERATE, EventType.SUPPORT})
GIVING = frozenset({EventType.AGREE, EventType.AID, EventType.COOPERATE, EventType.CONCEDE})
HARMING = frozenset({EventType.SANCTION, EventType.COERCE, EventType.ASSAULT, EventType.PROTEST})
THREATS = {
    EventType.SANCTION: "relations",
    EventType.COERCE: "restrict",
    EventType.ASSAULT: "violence",
    EventType.PROTEST: "restrict",
}
FAILING = frozenset({"fail", "refuse", "decline"})


def as_intended(trigger: Trigger, tree: Tree, *, said: bool) -> Trigger:
    """The trigger with the type that its tense and polarity give it; `said` where a source says it."""
    verb = tree.tokens[trigger.head]
    if verb.tag != "VERB" or trigger.said:
        return trigger
    lemmas = {token.lemma.lower() for token in tree.on(trigger.head, "aux", "aux:pass", "advmod")}
    if trigger.type in GIVING and (lemmas & REFUSING or failed(trigger, tree)):
        return replace(trigger, type=EventType.REJECT, mode=None)
    if not lemmas & FUTURE or lemmas & REFUSING:
        return trigger
    if trigger.type in HELPING:
        return replace(trigger, type=EventType.AGREE, mode=None)
    if trigger.type is EventType.RETREAT:
        return replace(trigger, type=EventType.CONCEDE, mode=None)
    if trigger.type in HARMING and said and not tree.on(trigger.head, "aux:pass"):
        return replace(trigger, type=EventType.THREATEN, mode=THREATS[trigger.type])
    return trigger


def failed(trigger: Trigger, tree: Tree) -> bool:
    """Whether it hangs on a verb of failing or refusing: "failed to reach an agreement"."""
    token = tree.tokens[trigger.head]
    return token.relation == "xcomp" and tree.tokens[token.head].lemma.lower() in FAILING
