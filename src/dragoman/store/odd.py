"""Characters that no database can hold: the null character and halves of surrogate pairs.

They stand in the store as replacement characters, one for one, so that every place stays where it is; where they
stood is kept beside the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

ODD = re.compile("[\0\ud800-\udfff]")
SHOWN = "\N{REPLACEMENT CHARACTER}"


def storable(value: Any) -> Any:
    r"""A text as a database can hold it; anything else as it is.

    >>> storable("We\0will")
    'We�will'
    """
    return ODD.sub(SHOWN, value) if isinstance(value, str) and ODD.search(value) else value


def odd(text: str) -> list[list[int]]:
    r"""The place and code of each such character.

    >>> odd("We\0will")
    [[2, 0]]
    """
    return [[found.start(), ord(found[0])] for found in ODD.finditer(text)]


def as_read(text: str, places: Sequence[Sequence[int]]) -> str:
    r"""The text with those characters back.

    >>> as_read("We�will", [[2, 0]])
    'We\x00will'
    """
    letters = list(text) if places else []
    for place, code in places:
        letters[place] = chr(code)
    return "".join(letters) if places else text
