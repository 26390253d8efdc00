"""Whether a statement was made at all: "did not say", "refused to say", "may announce", "if he says".

Reads the words around the cue in its own clause. Content that is itself negated is a matter of the content.
"""

from __future__ import annotations

from dragoman.annotate.attribution.page import Page

NOT = frozenset(("not", "n't", "n’t", "never", "neither", "nor", "no"))
WITHHELD = frozenset(("refuse", "decline", "fail", "avoid", "stop", "hesitate", "omit", "neglect", "forbear"))
MODAL = frozenset(("may", "might", "could", "should", "can", "must"))


def is_negated(page: Page, cue: int) -> bool:
    """Whether the text says that it was not said."""
    token = page.tokens[cue]
    near = max(page.sentence(cue)[0], cue - 2)
    before = [c for c in page.trees.dependents[cue] if cue - 5 < c < near]
    if any(
        page.tokens[c].text.lower() in NOT and page.quoted[c] == page.quoted[cue] for c in (*before, *range(near, cue))
    ):
        return True
    governor = page.tokens[token.head]
    if token.relation == "xcomp" and governor.lemma in WITHHELD:
        return True
    stopped = page.tokens[cue - 2] if cue >= 2 else None
    return stopped is not None and page.tokens[cue - 1].text.lower() == "to" and stopped.lemma in WITHHELD


def is_supposed(page: Page, cue: int) -> bool:
    """Whether the cue is only supposed: "may announce", "if he says"."""
    for child in page.trees.dependents[cue]:
        word = page.tokens[child]
        if child < cue and word.relation.startswith("aux") and word.lemma.lower() in MODAL:
            return True
        if child < cue and word.relation == "mark" and word.text.lower() in ("if", "unless", "whether", "lest"):
            return True
    return False
