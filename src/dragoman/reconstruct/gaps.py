"""What the reader should know is missing, each with the mend.

Files that could not be read, articles without a day, voices without a name, days that could not be resolved. Gaps of
one kind are in the order of the articles and of the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.model.flow import Linked
from dragoman.model.identity import Ids
from dragoman.model.problem import Problem
from dragoman.model.record import GapRow, StatementRow, TimeRow
from dragoman.model.statement import SourceKind
from dragoman.reconstruct.articles import by_path


def unreadable(problems: Sequence[Problem]) -> tuple[GapRow, ...]:
    """What could not be read at all, in the order of the files."""
    ids = Ids()
    noted = sorted(problems, key=lambda p: (p.path or "", p.line or 0, p.kind, p.text))
    return tuple(from_problem(ids, problem) for problem in noted)


def unread(ids: Ids, linked: Linked) -> Iterator[GapRow]:
    """What went wrong with articles, in their order."""
    return (from_problem(ids, problem) for annotated in by_path(linked) for problem in annotated.problems)


def from_problem(ids: Ids, problem: Problem) -> GapRow:
    return GapRow(
        id=ids.new("ga", problem.kind, problem.path, problem.line, problem.text),
        kind=problem.kind,
        text=problem.text,
        path=problem.path,
        line=problem.line,
        ref=problem.article,
        evidence=(),
    )


def undated(ids: Ids, linked: Linked) -> Iterator[GapRow]:
    for annotated in by_path(linked):
        article = annotated.article
        if article.published is None:
            yield GapRow(
                id=ids.new("ga", "undated-article", article.id),
                kind="undated-article",
                text="the article shows no day of publication, so its relative days stay open: give one with --meta",
                path=article.path,
                line=None,
                ref=article.id,
                evidence=(),
            )


def unresolved(ids: Ids, times: Sequence[TimeRow]) -> Iterator[GapRow]:
    for time in times:
        if time.start is None:
            yield GapRow(
                id=ids.new("ga", "unresolved-date", time.id),
                kind="unresolved-date",
                text=f"“{time.text}” could not be tied to a day: {time.why}",
                path=None,
                line=None,
                ref=time.id,
                evidence=(time.evidence,),
            )


def unknown_sources(ids: Ids, statements: Sequence[StatementRow]) -> Iterator[GapRow]:
    for row in statements:
        if row.made and row.source.kind is SourceKind.ANONYMOUS:
            voice = f"“{row.source.evidence.quote}”" if row.source.evidence else "nobody"
            yield GapRow(
                id=ids.new("ga", "unknown-source", row.id),
                kind="unknown-source",
                text=f"the statement is laid to {voice}: look for a named voice in another account",
                path=None,
                line=None,
                ref=row.id,
                evidence=(row.source.evidence or row.content[0],),
            )
