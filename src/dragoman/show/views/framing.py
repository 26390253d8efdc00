"""The framing: which words each outlet chooses, in its own voice, for whom. Counts nothing and scores nobody."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from rich.padding import Padding
from rich.text import Text

from dragoman.model.record import FramingRow
from dragoman.show.lookup import Lookup
from dragoman.show.views.row import Shown, View, published
from dragoman.show.views.support import known, origin
from dragoman.show.wording import closed_up

NOBODY = "nobody in particular"


def rows(lookup: Lookup) -> list[Shown]:
    found = [shown(row, lookup) for row in lookup.record.framing]
    return sorted(found, key=lambda item: (item.cells["target"] or "~", item.cells["kind"], item.cells["outlet"]))


def shown(row: FramingRow, lookup: Lookup) -> Shown:
    return Shown(
        id=row.id,
        actors=known(row.target),
        articles=(row.article,),
        days=published(lookup, row.article),
        cells={
            "id": row.id,
            "target": lookup.name(row.target) or "",
            "kind": row.kind,
            "words": closed_up(row.evidence.quote),
            "outlet": lookup.label(row.article),
            "article": row.article,
            "at": str(row.evidence.start),
        },
    )


def screen(shown: Sequence[Shown], lookup: Lookup) -> Iterable[Text | Padding]:
    for target, group in groupby(shown, key=lambda item: item.cells["target"]):
        yield Text(target or NOBODY, style="bold")
        for item in group:
            yield Padding(Text(f"{item.cells['words']}  ({item.cells['kind']})"), (0, 0, 0, 2))
            yield Padding(Text(f"{origin(item.articles[0], lookup)} · {item.id}", style="dim"), (0, 0, 0, 4))
        yield Text()


FRAMING = View(
    key="framing",
    about="which words each outlet chooses for whom, in its own voice",
    brief=("target", "kind", "words", "outlet", "id"),
    rows=rows,
    screen=screen,
)
