"""How many meetings a telling is compared with: those of its own parties and months, whatever the collection holds."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import count

import pytest

from dragoman.reconstruct.meetings import sameness
from tests.newspaper import record_of

PARTIES = ("Norway and Peru", "Chile and Ghana", "Kenya and Japan", "Canada and Spain")


def compared(papers: int, monkeypatch: pytest.MonkeyPatch) -> tuple[int, int]:
    """How many pairs are compared where so many papers tell of as many meetings, and how many meetings come of it."""
    tally, plain = count(), sameness.forbidden
    monkeypatch.setattr(sameness, "forbidden", lambda *args: (next(tally), plain(*args))[1])
    told = []
    for number in range(papers):
        day = date(2021, 1, 11) + timedelta(days=35 * number)
        who = PARTIES[number % len(PARTIES)]
        told.append(
            f"@paper{number} {day}\n{who} held talks in Geneva on Monday.\n{who} said the talks had been useful."
        )
    record = record_of("\n".join(told))
    monkeypatch.undo()
    return next(tally), len(record.meetings)


def test_what_is_told_of_other_months_is_not_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    few, found = compared(8, monkeypatch)
    many, more = compared(24, monkeypatch)
    assert (found, more) == (8, 24)
    assert many <= 3 * few + 3
