"""The ids by which rows name each other, put right where rows became one, were parted or are gone.

`REFERS` lists every field that names a row, so that no words of an article can be taken for an id. A list loses what
is gone; a row that cannot be without what is gone goes too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from dragoman.model import record as r

Names = Callable[[str, str | None], str | None]
"""The id that now stands for an id, in one article or in none; None where it is gone."""

REFERS: Mapping[type, tuple[str, ...]] = {
    r.EntityRow: ("side",),
    r.StatementRow: ("source", "inside", "addressee", "via"),
    r.SourceRef: ("entity",),
    r.ViaRef: ("entity",),
    r.EventRow: ("actors", "recipients", "place", "mentions"),
    r.EventMentionRow: ("actors", "recipients", "place", "statement"),
    r.MeetingRow: ("event", "place", "parties", "heads", "mediators"),
    r.HeadRow: ("party", "head"),
    r.ProposalRow: ("proposers", "to", "terms", "responses", "no_answer", "violations", "supersedes"),
    r.Terms: ("place",),
    r.ResponseRow: ("by", "statement"),
    r.ViolationRow: ("of", "alleged_by", "statement"),
    r.ClaimRow: ("support",),
    r.SupportRow: ("statement",),
    r.DisagreementRow: ("event", "claim", "positions"),
    r.PositionRow: ("support",),
    r.RefinementRow: ("positions",),
    r.FramingRow: ("target",),
    r.TimelineRow: ("ref",),
    r.GapRow: ("ref",),
    r.CorrectionRow: ("rows",),
}
NEEDED: Mapping[type, str] = {r.HeadRow: "head", r.ResponseRow: "by", r.TimelineRow: "ref", r.GapRow: "ref"}


def renamed(value: Any, names: Names, article: str | None = None) -> Any:
    """A row with the ids that now stand in it; None for a row that cannot be any more."""
    article = article_of(value) or article
    changes = {}
    for field in REFERS.get(type(value), ()):
        old = getattr(value, field)
        new = now(old, names, article)
        if new is None and old is not None and NEEDED.get(type(value)) == field:
            return None
        if new is not old:
            changes[field] = new
    return replace(value, **changes) if changes else value


def now(value: Any, names: Names, article: str | None) -> Any:
    """What a field holds now: an id, a part of a row, or several of either."""
    if isinstance(value, str):
        return names(value, article)
    if not isinstance(value, tuple):
        return renamed(value, names, article)
    new = [now(item, names, article) for item in value]
    if all(a is b for a, b in zip(new, value, strict=True)):
        return value
    return tuple(dict.fromkeys(item for item in new if item is not None))


def article_of(row: Any) -> str | None:
    """The one article that a row or part of a row tells of."""
    own = getattr(row, "article", None)
    if own is not None:
        return str(own)
    evidence = getattr(row, "evidence", None)
    told = {place.article for place in evidence} if isinstance(evidence, tuple) else set()
    return told.pop() if len(told) == 1 else None
