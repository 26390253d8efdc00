"""Strangers' words made safe for the program that opens a file.

A spreadsheet takes a cell that begins with = + - @ (also in their wide forms), a tab or a line end for a formula; XML
has no way to write most control characters. Does nothing to numbers and days, which are ours.
"""

from __future__ import annotations

import datetime as dt
import re

FORMULA = tuple("=+-@\t\r\n＝＋－＠")
NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
BETWEEN = "; "

Cell = str | int | float | bool | dt.date | tuple[str, ...] | None


def no_formula(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would compute it.

    >>> no_formula("=1+1"), no_formula("We will sign")
    ("'=1+1", 'We will sign')
    """
    return f"'{text}" if text.startswith(FORMULA) else text


def for_xml(text: str) -> str:
    r"""The text without the characters that XML forbids.

    >>> for_xml("talks\x00 and \x1b[1mterms")
    'talks and [1mterms'
    """
    return NOT_XML.sub("", text)


def as_text(cell: Cell) -> str:
    """A cell for a format that knows only words: lists joined, days as ISO days, nothing as the empty text.

    >>> as_text(("Lakeland", "Ruritania")), as_text(True), as_text(None)
    ('Lakeland; Ruritania', 'true', '')
    """
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, dt.date):
        return cell.isoformat()
    if isinstance(cell, tuple):
        return no_formula(BETWEEN.join(cell))
    return no_formula(cell) if isinstance(cell, str) else str(cell)
