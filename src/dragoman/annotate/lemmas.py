"""Lemmas by tag and table.

The table is simplemma's English one; it does not know tags, so that closed classes and names are left to rules
here: a proper noun keeps its form, a pronoun its lower case, "'s" is what its tag says.
"""

from __future__ import annotations

from functools import lru_cache

import simplemma

CLITICS = {
    **dict.fromkeys(("'s", "'re", "'m"), "be"),
    "'ve": "have", "'ll": "will", "'d": "would", "n't": "not", "ca": "can", "wo": "will",
}  # fmt: skip
AMBIGUOUS = {
    "left": "leave",
    "saw": "see",
    "felt": "feel",
    "found": "find",
    "ground": "grind",
    "bound": "bind",
}
OPEN = {"VERB", "NOUN", "ADJ", "ADV", "AUX"}


@lru_cache(maxsize=50_000)
def lemma(text: str, tag: str, fine: str) -> str:
    """The lemma of a word as tagged.

    >>> lemma("left", "VERB", "VBD"), lemma("n’t", "PART", "RB"), lemma("Putin", "PROPN", "NNP")
    ('leave', 'not', 'Putin')
    """
    if tag == "PROPN":
        return text
    lower = text.lower().replace("’", "'")
    if lower in CLITICS and tag in ("AUX", "VERB", "ADV", "PART"):
        return CLITICS[lower]
    if tag not in OPEN:
        return lower
    if tag == "VERB" and lower in AMBIGUOUS and fine in ("VBD", "VBN"):
        return AMBIGUOUS[lower]
    if fine in ("VB", "NN"):
        return lower
    return str(simplemma.lemmatize(lower, lang="en"))
