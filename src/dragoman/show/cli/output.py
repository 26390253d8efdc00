"""Where words go: data to stdout, everything else to stderr.

JSON, CSV and Markdown leave as UTF-8 whatever the locale says; a screen for people is fitted to what the
terminal can write. A reader that stops reading (`| head`) ends the program quietly.
"""

from __future__ import annotations

import codecs
import os
import sys
import unicodedata
from collections.abc import Iterable
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

PLAIN = {
    "‘": "'", "’": "'", "‚": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": "--", "…": "...",
    "→": "->", "·": "-", "•": "*", "\N{NO-BREAK SPACE}": " ", "€": "EUR", "£": "GBP",
}  # fmt: skip


def plainly(error: UnicodeError) -> tuple[str, int]:
    """The nearest that a poorer encoding has: quotation marks straight, accents off, else a question mark."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    plain = "".join(nearest(c) for c in error.object[error.start : error.end])
    return plain, error.end


def nearest(character: str) -> str:
    """
    >>> nearest("”"), nearest("ğ"), nearest("Ж")
    ('"', 'g', '?')
    """
    found = PLAIN.get(character) or unicodedata.normalize("NFKD", character).encode("ascii", "ignore").decode()
    return found or "?"


def fit_to_terminal() -> None:
    """Make the standard streams write what they can instead of failing on what they cannot."""
    codecs.register_error("plainly", plainly)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="plainly")


def console(*, stderr: bool = False) -> Console:
    """A console for people; what is printed on it comes from strangers and is taken as mere words."""
    from dragoman.show.cli.plain import Screen

    return Screen(stderr=stderr)


def show(parts: Iterable[RenderableType]) -> None:
    """Print parts of a screen on stdout."""
    out = console()
    try:
        for part in parts:
            out.file.write(rendered(out, part))
        out.file.flush()
    except BrokenPipeError:
        stop_quietly()


def rendered(out: Console, part: RenderableType) -> str:
    """What a part looks like here, without the spaces rich pads lines with."""
    with out.capture() as capture:
        out.print(part)
    return "".join(f"{line.rstrip(' ')}\n" for line in capture.get().splitlines()) or "\n"


def data(text: str) -> None:
    """Write data on stdout as UTF-8."""
    try:
        sys.stdout.flush()
        buffer = getattr(sys.stdout, "buffer", None)
        if buffer is None:
            sys.stdout.write(text)
        else:
            buffer.write(text.encode("utf-8", "surrogatepass"))
        sys.stdout.flush()
    except BrokenPipeError:
        stop_quietly()


def warn(line: str) -> None:
    """One line for the user on stderr."""
    from dragoman.show.cli.plain import harmless

    try:
        sys.stderr.write(f"{harmless(line)}\n")
        sys.stderr.flush()
    except BrokenPipeError:
        stop_quietly()


def stop_quietly() -> NoReturn:
    """End without complaint when nobody reads any more."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    raise SystemExit(0)
