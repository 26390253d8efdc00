"""The screen of `dragoman why`. The marks are told by style on a terminal, by brackets everywhere else."""

from __future__ import annotations

from collections.abc import Iterable

from rich.padding import Padding
from rich.text import Text

from dragoman.show.context import Piece, bracketed, pieces
from dragoman.show.explain import Explained, Place
from dragoman.show.wording import closed_up

STYLES = {"source": "bold", "cue": "italic", "content": "underline", "via": "bold italic", "evidence": "underline"}


def screen(explained: Explained, *, styled: bool) -> Iterable[Text | Padding]:
    yield Text.assemble((explained.id, "bold"), f"  {explained.list}")
    yield Padding(Text(explained.heading), (0, 0, 1, 2))
    for place in explained.places:
        yield from shown(place, styled=styled)
    parts = (
        ("corrected", explained.corrections),
        ("facts", [f"{k}: {v}" for k, v in explained.facts]),
        ("links", explained.links),
    )
    for title, lines in parts:
        if lines:
            yield Text(title, style="bold")
            yield from (Padding(Text(line), (0, 0, 0, 2)) for line in lines)
            yield Text()
    yield Text("rule", style="bold")
    yield from (Padding(Text(rule), (0, 0, 0, 2)) for rule in explained.rules)


def plain(explained: Explained) -> str:
    """The screen as mere text, the marks in brackets."""
    parts = [part.renderable if isinstance(part, Padding) else part for part in screen(explained, styled=False)]
    return "\n".join(str(part) for part in parts).rstrip() + "\n"


def shown(place: Place, *, styled: bool) -> Iterable[Text | Padding]:
    yield Text.assemble((place.label, "bold"), f"  {place.path}, characters {place.start} to {place.end}")
    yield Padding(marked(place) if styled else Text(in_brackets(place)), (0, 0, 0, 2))
    ranges = ", ".join(f"{mark.what} {mark.start}-{mark.end}" for mark in place.marks)
    yield Padding(Text(ranges, style="dim"), (0, 0, 1, 2))


def in_brackets(place: Place) -> str:
    return closed_up(bracketed(pieces_of(place)))


def pieces_of(place: Place) -> list[Piece]:
    full = " " * place.start + place.text
    return pieces(full, place.start, place.end, place.marks)


def marked(place: Place) -> Text:
    """The sentence in style, each kind of mark in its own."""
    text = Text()
    for piece in pieces_of(place):
        styles = [STYLES.get(mark.what, "underline") for mark in piece.marks]
        text.append(piece.text.replace("\n", " "), style=" ".join(dict.fromkeys(" ".join(styles).split())))
    return text
