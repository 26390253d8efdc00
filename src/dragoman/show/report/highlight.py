"""An article's text cut into paragraphs and runs, so that each run carries one set of marks.

Every character of the text but line ends is kept, in order. Does not write HTML.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman.model.evidence import Evidence
from dragoman.model.record import ArticleRow, StatementRow
from dragoman.show.context import Mark, Piece, pieces
from dragoman.show.report.places import anchor

WRAPPED = 100
"""Lines no longer than this, with empty lines between, are wrapped lines of one paragraph."""

BOILERPLATE = "boilerplate "


@dataclass(frozen=True, slots=True)
class Number:
    """The number of a statement, standing behind its words; `id` leads to its row."""

    id: str
    number: int


@dataclass(frozen=True, slots=True)
class Run:
    """Words that carry one set of marks; `anchors` are statements that begin here, `numbers` those that end."""

    text: str
    marks: str
    anchors: tuple[str, ...]
    numbers: tuple[Number, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`boilerplate` is its kind where nothing in it is the article's own."""

    runs: tuple[Run, ...]
    boilerplate: str | None


def paragraphs(
    article: ArticleRow,
    statements: Sequence[StatementRow],
    numbered: Mapping[str, int],
    places: Sequence[Evidence] = (),
) -> Iterator[Paragraph]:
    """The article's paragraphs in order, empty ones left out; `places` are what other rows point to."""
    marks = [
        *statement_marks(statements),
        *(Mark(b.start, b.end, f"{BOILERPLATE}{b.kind}") for b in article.boilerplate),
        *(Mark(place.start, place.end, "evidence") for place in places),
    ]
    anchors: dict[int, list[str]] = defaultdict(list)
    for place in places:
        anchors[place.start].append(anchor(place))
    ends: dict[int, list[Number]] = defaultdict(list)
    for statement in sorted(statements, key=lambda s: numbered[s.id]):
        anchors[statement.content[0].start].append(f"s-{statement.id}")
        ends[statement.content[-1].end].append(Number(statement.id, numbered[statement.id]))
    wrapped = is_wrapped(article.text)
    runs: list[tuple[Run, str | None]] = []
    for piece in pieces(article.text, 0, len(article.text), marks):
        for run, breaks in cut(piece, anchors, ends, wrapped=wrapped):
            runs.append((run, kind_of(piece)))
            if breaks:
                yield from paragraph(runs)
                runs = []
    yield from paragraph(runs)


def statement_marks(statements: Iterable[StatementRow]) -> Iterator[Mark]:
    for statement in statements:
        if statement.source.evidence:
            yield Mark(statement.source.evidence.start, statement.source.evidence.end, "source")
        if statement.cue:
            yield Mark(statement.cue.start, statement.cue.end, "cue")
        yield from (Mark(part.start, part.end, "content") for part in statement.content)
        yield from (Mark(v.evidence.start, v.evidence.end, "via") for v in statement.via if v.evidence)


def is_wrapped(text: str) -> bool:
    """Whether line ends are the work of a page width and paragraphs are parted by empty lines."""
    return "\n\n" in text.strip() and all(len(line) <= WRAPPED for line in text.splitlines())


def cut(
    piece: Piece, anchors: Mapping[int, list[str]], ends: Mapping[int, list[Number]], *, wrapped: bool
) -> Iterator[tuple[Run, bool]]:
    """The runs of a piece, and after each whether a paragraph ends there."""
    parts = piece.text.split("\n\n" if wrapped else "\n")
    classes = " ".join(sorted({m.what.split()[0] for m in piece.marks}))
    for place, part in enumerate(parts):
        first, last = place == 0, place == len(parts) - 1
        yield (
            Run(
                part,
                classes,
                tuple(anchors.get(piece.start, ())) if first else (),
                tuple(ends.get(piece.end, ())) if last else (),
            ),
            not last,
        )


def kind_of(piece: Piece) -> str | None:
    return next((m.what.removeprefix(BOILERPLATE) for m in piece.marks if m.what.startswith(BOILERPLATE)), None)


def paragraph(runs: Sequence[tuple[Run, str | None]]) -> Iterator[Paragraph]:
    """One paragraph of runs, nothing where there is nothing to see or to link to."""
    full = [(run, kind) for run, kind in runs if run.text or run.anchors or run.numbers]
    if not any(run.text.strip() or run.anchors or run.numbers for run, _ in full):
        return
    kinds = {kind for run, kind in full if run.text.strip()}
    only = next(iter(kinds)) if len(kinds) == 1 else None
    yield Paragraph(tuple(run for run, _ in full), only)
