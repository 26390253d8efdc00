"""Strangers' words made safe for a terminal: nothing in them can move its cursor or change its settings.

Data for programs does not pass through here.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO

from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment

SHOWN = "\N{REPLACEMENT CHARACTER}"
CONTROLS = {code: SHOWN for code in (*range(32), *range(127, 160)) if chr(code) not in "\n\t"}


def harmless(text: str) -> str:
    r"""The text with its control characters replaced.

    >>> harmless("red \x1b[31m")
    'red �[31m'
    """
    return text.translate(CONTROLS)


class Screen(Console):
    """A console that prints no control character but its own."""

    def __init__(self, *, stderr: bool = False, file: IO[str] | None = None) -> None:
        super().__init__(stderr=stderr, file=file, markup=False, highlight=False, emoji=False)

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        for segment in super().render(renderable, options):
            yield segment if segment.control else Segment(harmless(segment.text), segment.style)
