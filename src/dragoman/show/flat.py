"""A list of the record as flat rows of words, as `dragoman show WHAT --format csv` has them.

Typed tables, one for each list with its evidence, are for `export`.
"""

from __future__ import annotations

from dragoman.model.problem import UsageError
from dragoman.model.record import Record


def table(record: Record, what: str) -> list[dict[str, str]]:
    """One list of the record as flat rows, as `dragoman show WHAT --format csv` has them.

    Raises UsageError for a list that is not shown.
    """
    from dragoman.show.lookup import Lookup
    from dragoman.show.views import VIEWS

    if what not in VIEWS:
        raise UsageError(f"{what}: no such list; choose one of {', '.join(VIEWS)}")
    return [dict(row.cells) for row in VIEWS[what].rows(Lookup.of(record))]
