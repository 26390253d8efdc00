"""In which language an article is written, as ISO 639-1, by py3langid: offline and the same in every run.

Says nothing of texts with too few letters to tell.
"""

from __future__ import annotations

import py3langid

ENOUGH_LETTERS = 20
SAMPLE = 2_000


def language_of(text: str) -> str | None:
    """The language, or None where there is too little to go by.

    >>> language_of("The two ministers met in Geneva and agreed to meet again."), language_of("12:30")
    ('en', None)
    """
    sample = text[:SAMPLE]
    if sum(c.isalpha() for c in sample) < ENOUGH_LETTERS:
        return None
    return str(py3langid.classify(sample)[0])
