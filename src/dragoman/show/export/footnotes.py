"""Footnotes for Markdown: each place once, in the order in which the memo calls it.

Each gives the words, the outlet, the day and the range in the article's text. Does not follow house styles of
citation: export `csl-json` for a citation manager.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dragoman.model.evidence import Evidence
from dragoman.show.export.addresses import web_address
from dragoman.show.lookup import Lookup
from dragoman.show.views.support import origin
from dragoman.show.wording import closed_up, quoted_once

SIGNS = "\\`*_[]|~^$"
OPENING = re.compile(r"^([-+#>]|\d+(?=[.)]))")
"""What means something at the start of a line only: a list, a heading, a quotation."""


def marked(text: str) -> str:
    r"""Strangers' words, so that no sign in them means anything in Markdown or HTML.

    >>> marked("a *b*\n<i> & [c](d)"), marked("- 3. a")
    ('a \\*b\\* &lt;i> &amp; \\[c\\](d)', '\\- 3. a')
    """
    safe = closed_up(text)
    for sign in SIGNS:
        safe = safe.replace(sign, f"\\{sign}")
    safe = safe.replace("&", "&amp;").replace("<", "&lt;")
    return OPENING.sub(opened, safe)


def opened(found: re.Match[str]) -> str:
    """A sign or number that would begin a list, so that it does not."""
    return f"{found[1]}&#8203;" if found[1].isdigit() else f"\\{found[1]}"


class Footnotes:
    """Numbers places as they are called, and prints them at the end."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup
        self._numbers: dict[Evidence, int] = {}

    def call(self, places: Iterable[Evidence]) -> str:
        """The marks of some places, each once: `[^1][^2]`."""
        numbers = dict.fromkeys(self._numbers.setdefault(place, len(self._numbers) + 1) for place in places)
        return "".join(f"[^{number}]" for number in numbers)

    def lines(self) -> Iterator[str]:
        for place, number in self._numbers.items():
            yield f"[^{number}]: {self._told(place)}"
        yield ""

    def _told(self, place: Evidence) -> str:
        words = marked(quoted_once(closed_up(place.quote)))
        address = web_address(self._lookup.articles[place.article].url)
        link = f", <{address}>" if address else ""
        told = marked(origin(place.article, self._lookup))
        return f"{words} {told}, characters {place.start} to {place.end} of {place.article}{link}"
