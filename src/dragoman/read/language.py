"""In which language an article is written, as ISO 639-1, by py3langid: offline and the same in every run.

Says nothing of texts with too few letters to tell. A text full of the small words of English is not handed on: most
articles are, and the model takes as long over one as all other reading of it.
"""

from __future__ import annotations

from itertools import islice

import py3langid

ENOUGH_LETTERS = 20
SAMPLE = 2_000
SMALL = frozenset(
    "the of and to that was with has have which from said by its this had were would their been will he who not "
    "but".split()
)
ENGLISH = (40, 0.15)  # words at least, and the share of them that are small ones of English


def language_of(text: str) -> str | None:
    """The language, or None where there is too little to go by.

    >>> language_of("The two ministers met in Geneva and agreed to meet again."), language_of("12:30")
    ('en', None)
    """
    sample = text[:SAMPLE]
    if len(list(islice(filter(str.isalpha, sample), ENOUGH_LETTERS))) < ENOUGH_LETTERS:
        return None
    return "en" if is_english(sample) else str(py3langid.classify(sample)[0])


def is_english(text: str) -> bool:
    """Whether a text holds so many small words of English that it is in no other language.

    >>> is_english("The ministers said that the talks of the week have ended and that the text has to wait. " * 3)
    True
    """
    words = text.split()
    least, share = ENGLISH
    return len(words) >= least and sum(map(SMALL.__contains__, words)) >= share * len(words)
