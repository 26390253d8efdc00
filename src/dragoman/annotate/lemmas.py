"""Lemmas by tag and table.

The table is simplemma's English one. It does not know tags, so closed classes, names, adjectives and nouns in -ing are
left to rules here, and a verb it does not know is looked for by its endings. Only the coarse tag is trusted: a model
may call a plural singular.
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
MENDED = {"thanked": "thank", "thanking": "thank", "assailed": "assail", "assailing": "assail"}  # wrong in the table
UNCHANGED = frozenset({"media", "data", "news", "means"})
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
    if tag in ("VERB", "AUX"):
        return AMBIGUOUS[lower] if lower in AMBIGUOUS and fine != "VB" else verb_lemma(lower)
    if tag == "NOUN":
        return noun_lemma(lower)
    return looked_up(lower) if fine in ("JJR", "JJS", "RBR", "RBS") else lower


def verb_lemma(word: str) -> str:
    """The base of a verb: as the table has it, else the first stem that the table knows.

    >>> verb_lemma("rejected"), verb_lemma("thanked"), verb_lemma("met"), verb_lemma("urging")
    ('reject', 'thank', 'meet', 'urge')
    """
    if word in MENDED:
        return MENDED[word]
    found = looked_up(word)
    if simplemma.is_known(found, lang="en"):
        return found
    stems = (word.removesuffix(end) for end in ("ed", "ing", "d", "es", "s") if word.endswith(end))
    for stem in stems:
        for candidate in (stem, f"{stem}e", stem[:-1]):
            if candidate and simplemma.is_known(candidate, lang="en"):
                return candidate
    return found


def noun_lemma(word: str) -> str:
    """The singular of a noun.

    >>> noun_lemma("reporters"), noun_lemma("meetings"), noun_lemma("media"), noun_lemma("hearing")
    ('reporter', 'meeting', 'media', 'hearing')
    """
    if word in UNCHANGED:
        return word
    if word.endswith("ings"):
        return word[:-1]
    return word if word.endswith(("ing", "ed")) else looked_up(word)


def looked_up(word: str) -> str:
    return str(simplemma.lemmatize(word, lang="en")) if any(map(str.isalpha, word)) else word
