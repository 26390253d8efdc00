"""Where things are in the workspace: the address of every anchor that the report's parts link to.

While a page is made of a run that is not the last one, its links stay in that run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from urllib.parse import quote, urlencode

from dragoman.show.web.asked import Asked

STAYING: ContextVar[str] = ContextVar("staying", default="")
"""What is added to every address so that it stays in the run and the day that are looked at."""

PLACE = re.compile(r"e-(.+)-\d+-\d+")
ON_PAGE = ("day-", "outlet-")
SECTIONS = ("brief", "meetings", "offers", "disagreements", "claims", "statements", "timeline", "framing", "actors",
            "articles", "stories", "gaps")  # fmt: skip
"""What has a page of its own, in the order of the report; statements and stories are the workspace's alone."""


@contextmanager
def staying(asked: Asked) -> Iterator[None]:
    """Addresses made within it stay in the run and day asked for."""
    held = {name: str(value) for name in ("run", "as_of") if (value := getattr(asked, name)) is not None}
    token = STAYING.set(f"?{urlencode(held)}" if held else "")
    try:
        yield
    finally:
        STAYING.reset(token)


def address(anchor: str) -> str:
    """The address of an anchor.

    >>> address("offers"), address("st-1")
    ('/offers', '/row/st-1')
    >>> address("ar-1"), address("e-ar-1-2-3-9"), address("s-st-1"), address("day-1995-11-01")
    ('/articles/ar-1', '/articles/ar-1-2#e-ar-1-2-3-9', '/place/s-st-1', '#day-1995-11-01')
    """
    if anchor in SECTIONS:
        return f"/{anchor}{STAYING.get()}"
    if anchor.startswith(ON_PAGE):
        return f"#{anchor}"
    if place := PLACE.fullmatch(anchor):
        return f"/articles/{quote(place[1])}{STAYING.get()}#{quote(anchor)}"
    if anchor.startswith("ar-"):
        return f"/articles/{quote(anchor)}{STAYING.get()}"
    if anchor.startswith("s-"):
        return f"/place/{quote(anchor)}{STAYING.get()}"
    return f"/row/{quote(anchor, safe='')}{STAYING.get()}"


def to(path: str) -> str:
    """A path of the workspace, in the run and day that are looked at."""
    return f"{path}{STAYING.get()}"
