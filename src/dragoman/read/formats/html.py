"""Web pages: the text is what trafilatura takes for the article, the day what htmldate finds in the page's metadata.

Nothing is fetched. A page without an article becomes a Problem.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.model.offline import no_sockets
from dragoman.model.problem import Problem
from dragoman.read.days import day_of
from dragoman.read.decode import plain
from dragoman.read.page import Metadata, Page

LAST_DAY = "2199-12-31"  # named, so that the answer does not hang on today's date
FEWEST_LETTERS = 60


def read_html(path: str, html: str) -> Iterator[Page | Problem]:
    """The article of a page."""
    with no_sockets():
        import trafilatura  # costs a third of a second, and most runs hold no page

    dates = {"original_date": True, "extensive_search": False, "max_date": LAST_DAY}
    found = trafilatura.bare_extraction(
        html.replace("\0", ""), include_comments=False, with_metadata=True, date_extraction_params=dates
    )
    text = plain(getattr(found, "text", None) or "").strip()
    if found is None or sum(c.isalpha() for c in text) < FEWEST_LETTERS:
        yield Problem(kind="not-an-article", text="the page holds no article; save the article's own page", path=path)
        return
    yield Page(path=path, text=text, metadata=metadata_of(found), layout="html")


def metadata_of(found: object) -> Metadata:
    """What the page tells of itself."""
    outlet = said(found, "sitename")
    return Metadata(
        title=said(found, "title"),
        outlet=outlet if outlet and "." not in outlet.strip(".") else None,
        author=said(found, "author"),
        url=said(found, "url"),
        language=said(found, "language"),
        published=day_of(date) if (date := said(found, "date")) else None,
    )


def said(found: object, name: str) -> str | None:
    value = getattr(found, name, None)
    return " ".join(plain(value).split()) or None if isinstance(value, str) else None
