"""The words of an article itself, counted: by them articles are told to be of one story. Does not weigh them."""

from __future__ import annotations

import re
from collections import Counter

from dragoman.model.text import Article

WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*|\d{2,}")


def words_of(article: Article) -> Counter[str]:
    """The words of the article itself, in lower case; those of its title count twice."""
    text = " ".join(article.quote(span) for span in article.paragraphs)
    return Counter(words_in(text)) + Counter(words_in(article.title or ""))


def words_in(text: str) -> list[str]:
    """
    >>> words_in("Kyiv’s envoys met in 2025")
    ['kyiv', 'envoys', 'met', 'in', '2025']
    """
    return [re.sub(r"[’']s$", "", word) for word in WORD.findall(text.casefold()) if len(word) > 1]
