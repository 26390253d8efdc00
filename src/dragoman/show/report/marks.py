"""The signs that stand before words of standing, stance, answer, outcome and status, so that they are seen at a glance.

Every sign stands beside its word: nothing is told by a sign or a colour alone.
"""

from __future__ import annotations

from collections.abc import Mapping

MARKS: Mapping[str, str] = {
    "corroborated": "●", "contested": "◐", "single": "○",
    "says": "●", "differs": "≠", "denies": "✕", "silent": "–",
    "accept": "✓", "reject": "✕", "conditional": "◐", "counter": "⇄", "defer": "…",
    "open": "○", "accepted": "✓", "rejected": "✕", "in force": "●", "lapsed": "◌", "broken": "⚡", "superseded": "→",
    "held": "●", "planned": "◔", "proposed": "○", "cancelled": "✕", "declined": "✕",
}  # fmt: skip


def mark(word: str) -> str:
    """The sign of a word, or none.

    >>> mark("denies"), mark("something else")
    ('✕', '')
    """
    return MARKS.get(word, "")
