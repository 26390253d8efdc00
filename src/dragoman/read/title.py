"""Which unit of a page is its title.

Goes by what is given, by repetition, and by place and shape. A first paragraph that is a sentence is no title
unless its words are capitalised as in headlines. Does not read the title.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from dragoman.read.page import Sign, Unit
from dragoman.read.phrases import fold, is_menu, is_sentence, words_of

MOST_WORDS = 30
LETTERS = re.compile(r"[^\W_]+")


def key(text: str) -> str:
    """The letters and digits of a title, for comparing."""
    return " ".join(LETTERS.findall(fold(text[:600])))


def title_of(units: Sequence[Unit], marked: Mapping[int, Sign], given: str | None) -> int | None:
    """The place of the title among the units, or None."""
    open_units = [at for at in range(len(units)) if at not in marked][:60]
    if given:
        words = key(given)
        return next((at for at in open_units if key(units[at].text) == words), None)
    head = []
    for at in open_units:
        if not titled(units[at].text):
            break
        head.append(at)
    signed = above_byline(units, marked, open_units)
    if signed is not None and (not head or signed > head[-1]):
        return signed
    if not head or len(open_units) == len(head) == 1:
        return None
    return best(units, head)


def above_byline(units: Sequence[Unit], marked: Mapping[int, Sign], open_units: Sequence[int]) -> int | None:
    """A headline with a byline and a date right below it, though sentences stand above."""
    for at in open_units[:15]:
        below = [marked[near] for near in (at + 1, at + 2) if near in marked]
        credited = any(sign.facts.author or sign.facts.agency for sign in below) and any(
            sign.facts.days for sign in below
        )
        if credited and titled(units[at].text) and units[at].text.count(" ") >= 3:
            return at
    return None


def best(units: Sequence[Unit], head: Sequence[int]) -> int:
    """The one that the page repeats, else the first of four words or more below the menu, else the first."""
    counted = Counter(key(unit.text) for unit in units if len(unit.text) < 600)
    repeated = [at for at in head if counted[key(units[at].text)] > 1 and units[at].text.count(" ") >= 2]
    long = [at for at in head if units[at].text.count(" ") >= 3]
    menus = [at for at in range(head[0], head[-1]) if is_menu(units[at].text)]
    below = [at for at in long if not any(sum(at < menu < later for menu in menus) > 1 for later in long)]
    return (repeated or below or long or list(head))[0]


def without_outlet(title: Unit | None) -> tuple[Unit | None, str | None]:
    """A title and the outlet that is named behind a bar: "Talks end | The Example"."""
    if title is None or " | " not in title.text:
        return title, None
    words, _, outlet = title.text.rpartition(" | ")
    if outlet.count(" ") > 4 or words.count(" ") < 2:
        return title, None
    return title.rest(title.start, title.start + len(words)), outlet.strip()


def titled(text: str) -> bool:
    """Whether a unit has the shape of a headline.

    >>> titled("Talks end without a deal"), titled("Talks ended on Monday in Geneva.")
    (True, False)
    """
    words = LETTERS.findall(text[:400])
    if not words or len(text) > 300 or len(words) > MOST_WORDS:
        return False
    return not is_sentence(text) or text.endswith(("?", "!")) or headline_case(text)


def capitalised(text: str) -> bool:
    """Whether every word begins with a capital, but for the small ones."""
    return all(word[:1].isupper() or word in words_of("small") for word in text.split())


def headline_case(text: str) -> bool:
    """Whether nearly every word is written as in headlines."""
    words = [
        word
        for word in text.split()[1:]
        if word.strip(".,:;'\"“”‘’").lower() not in words_of("small") and word[:1].isalpha()
    ]
    return len(words) >= 3 and sum(word[0].isupper() for word in words) >= 0.85 * len(words)


def says_again(words: str, title: str) -> bool:
    """Whether words are the title again: once, several times run together, or numbered as a picture."""
    if words == title or (words.startswith(title + " ") and len(words) - len(title) < 12 and len(title) > 30):
        return True
    bare, once = words.replace(" ", ""), title.replace(" ", "")
    times = len(bare) // len(once) if len(once) > 15 else 0
    return times > 0 and bare == once * times
