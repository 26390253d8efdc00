"""The framing: which words each outlet chooses, in its own voice, for whom, and whose words it carries.

First each outlet in a few lines, in counts and words, then every choice under whom it is said of. Scores nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from rich.padding import Padding
from rich.text import Text

from dragoman.model.record import FramingRow
from dragoman.show.lookup import Lookup
from dragoman.show.portraits import Counted, Portrait, portraits
from dragoman.show.views.row import Shown, View, published
from dragoman.show.views.support import known, origin
from dragoman.show.wording import closed_up, count

NOBODY = "nobody in particular"
MOST, FORMS = 3, 5  # entities or voices of an outlet, and forms of each, that are shown


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
    here = {article for item in shown for article in item.articles}
    for drawn in portraits(lookup):
        if here & set(drawn.articles):
            yield from drawing(drawn, lookup)
    for target, group in groupby(shown, key=lambda item: item.cells["target"]):
        yield Text(target or NOBODY, style="bold")
        for item in group:
            yield Padding(Text(f"{item.cells['words']}  ({item.cells['kind']})"), (0, 0, 0, 2))
            yield Padding(Text(f"{origin(item.articles[0], lookup)} · {item.id}", style="dim"), (0, 0, 0, 4))
        yield Text()


def drawing(drawn: Portrait, lookup: Lookup) -> Iterable[Text | Padding]:
    """One outlet in a few lines: its choices, whom it names how, its cues and voices, what it leaves out."""
    chosen = ", ".join(f"{number} {kind}" for kind, number in drawn.choices)
    yield Text.assemble((drawn.outlet, "bold"), f"  {chosen}" if chosen else "")
    for name, lines in (("names", forms(drawn.named, lookup)), ("cues", forms(drawn.cues, lookup))):
        yield from (Padding(Text.assemble((f"{name}  ", "dim"), line), (0, 0, 0, 2)) for line in lines)
    if drawn.voices:
        told = "; ".join(f"{v.name}, {count(v.words, 'word')} ({v.quoted} quoted)" for v in drawn.voices[:MOST])
        more = f"; {count(len(drawn.voices) - MOST, 'other voice')}" if len(drawn.voices) > MOST else ""
        yield Padding(Text.assemble(("carries  ", "dim"), told + more), (0, 0, 0, 2))
    if drawn.leaves_out:
        told = count(len(drawn.leaves_out), "claim") + " that two accounts or more carry"
        yield Padding(Text.assemble(("leaves out  ", "dim"), told), (0, 0, 0, 2))
    yield Text()


def forms(counted: Sequence[tuple[str, Counted]], lookup: Lookup) -> list[str]:
    """The first few entities, each with its forms or cues and how often they come."""
    return [
        f"{lookup.name(entity) or entity}: " + ", ".join(f"{form} {number}" for form, number in found[:FORMS])
        for entity, found in counted[:MOST]
    ]


FRAMING = View(
    key="framing",
    about="which words each outlet chooses for whom, in its own voice",
    brief=("target", "kind", "words", "outlet", "id"),
    rows=rows,
    screen=screen,
)
