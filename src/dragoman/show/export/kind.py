"""What every export has in common: what it is for, the files it writes, and the libraries it needs.

Does not write to disk: an export gives the bytes of its files, and the command puts them in their place.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from types import ModuleType

from dragoman.model.problem import DragomanError
from dragoman.model.record import Record


class LibraryMissing(DragomanError):  # noqa: N818 - it names what to install
    """An export needs a library that is not installed; the message says how to install it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """One format. `name` is the file it writes, or the folder where it writes several (`folder`).

    `binary` is what no screen can show.
    """

    about: str
    name: str
    files: Callable[[Record], Mapping[str, bytes]]
    folder: bool = False
    binary: bool = False


def library(name: str) -> ModuleType:
    """A library that not everybody has. Raises LibraryMissing with the mend where it is not there."""
    try:
        return import_module(name)
    except ImportError as error:
        package = name.partition(".")[0]
        raise LibraryMissing(f"{package} is not installed; run `pip install 'dragoman[export]'`") from error


def utf8(text: str) -> bytes:
    r"""The text as UTF-8; half a character, which no file may hold, becomes a question mark.

    >>> utf8("Ağrı \ud800").decode()
    'Ağrı ?'
    """
    return text.encode("utf-8", "replace")
