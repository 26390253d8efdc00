"""What is done by saying it: the act of the cue, corrected by the words of the content.

A cue such as "demanded" tells its act; after "said", "told" or "added" the content does: "you must leave" is a demand,
"we will sign" a promise, "will you sign?" a question. The signs and what each weighs stand in acts.toml; the act with
the greatest sum is taken, in the order of `Act` where sums are equal. Knows no context beyond cue and content.
"""

from __future__ import annotations

from dragoman.annotate.attribution.draft import Draft
from dragoman.annotate.attribution.lexicon import act_signs, act_weights
from dragoman.annotate.attribution.page import Page
from dragoman.model.statement import Act

PLAIN = frozenset((Act.OFFER, Act.REFUSE, Act.THREATEN, Act.PROMISE, Act.DEMAND))  # cues that leave no doubt
ACTS = tuple(Act)
SHORT = 6  # words of a content that is hardly a clause


def act_of(page: Page, draft: Draft) -> Act:
    """The act of a statement."""
    said = " ".join(page.text[start:end] for start, end in draft.content)
    behind = page.tokens[draft.cue[1]].text if draft.cue[1] < len(page.tokens) else ""
    return act_from(page.tokens[draft.head].lemma, draft.act, behind, said)


def act_from(lemma: str, act: Act, behind: str, said: str) -> Act:
    """The act that cue and content come to; `behind` is the word behind the cue.

    >>> act_from("say", Act.ASSERT, "the", "The army must leave the valley.")
    <Act.DEMAND: 'demand'>
    """
    if act in PLAIN:
        return act
    weights = act_weights()
    sums = dict.fromkeys(ACTS, 0.0)
    for feature in features(lemma, act, behind, said):
        for name, weight in weights.get(feature, {}).items():
            sums[name] += weight
    return max(ACTS, key=sums.__getitem__)


def features(lemma: str, act: Act, behind: str, said: str) -> list[str]:
    """The signs in a statement, as acts.toml names them."""
    found = ["always", f"cue {act}"]
    if behind.lower() in ("for", "on", "upon"):
        found.append(f"{lemma} for")
    if len(said.split()) <= SHORT:
        found.append("short")
    small = said.lower()
    return found + [name for name, pattern in act_signs().items() if pattern.search(small)]
