"""The order of the rooms: from files to the record."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import BinaryIO, Unpack

from dragoman import __version__
from dragoman.annotate.language import model_name
from dragoman.annotate.reader.network import one_thread
from dragoman.engine.options import Making, Options
from dragoman.engine.readings import Fresh, Readings
from dragoman.link import grounded, tied, with_layers
from dragoman.link.traits import Traits
from dragoman.model.flow import Linked
from dragoman.model.problem import NothingFound, Problem, Unreadable
from dragoman.model.record import Made, Record
from dragoman.model.text import Article
from dragoman.read import drafts_of, finished
from dragoman.read.assemble import Draft
from dragoman.reconstruct import reconstruct
from dragoman.reconstruct.part import Memory

SELDOM = (1_000_000, 50, 100)
Remember = Callable[[Sequence[Traits]], Memory]


def build(paths: Sequence[str], **options: Unpack[Options]) -> Record:
    """The record of what these files and folders say, made as the options have it.

    Raises NothingFound where there is no file or none so early, Unreadable where none of the files could be read.
    """
    meta, stdin, making = parted(options)
    items = in_order(drafts_of(paths, meta=meta, stdin=stdin))
    return record_from(chosen(finished(items), paths, making.get("as_of")), **making)


def parted(options: Options) -> tuple[Path | None, BinaryIO | None, Making]:
    """What is needed to read files, and how the record is to be made of them."""
    making: Making = {
        "as_of": options.get("as_of"),
        "jobs": options.get("jobs"),
        "on_progress": options.get("on_progress"),
        "on_problem": options.get("on_problem"),
    }
    return options.get("meta"), options.get("stdin"), making


def in_order(items: Sequence[Draft | Problem]) -> list[Draft | Problem]:
    """What was read, by its path, whatever the order it came in; the articles of one file stay in theirs."""
    return sorted(items, key=lambda item: (item.path or "") if isinstance(item, Problem) else item.page.path)


def chosen(found: Sequence[Article | Problem], paths: Sequence[str], as_of: date | None) -> list[Article | Problem]:
    """What the record is made of. Raises NothingFound or Unreadable where no article is left."""
    if not found:
        raise NothingFound(f"no articles in {', '.join(paths)}: name a folder with .txt, .md, .html or .json files")
    if not any(isinstance(item, Article) for item in found):
        raise Unreadable([item for item in found if isinstance(item, Problem)])
    early = [item for item in found if not is_later(item, as_of)]
    if not any(isinstance(item, Article) for item in early):
        raise NothingFound(f"every article was published after {as_of}: name a later day")
    return early


def is_later(item: Article | Problem, as_of: date | None) -> bool:
    """Whether an article was published after a day; one without a day was not, as far as anyone can tell."""
    if as_of is None or not isinstance(item, Article) or item.published is None:
        return False
    return item.published > as_of


def record_from(
    found: Sequence[Article | Problem],
    *,
    readings: Readings | None = None,
    remember: Remember | None = None,
    **making: Unpack[Making],
) -> Record:
    """The record of articles that have been read; what could not be read stands among its gaps.

    Matrix products are small and many here: a second thread costs more than it brings, on a busy machine most of all.

    `readings` are of these articles in their order, where they are not to be read here and now; `remember` gives what
    their circles came to before.
    """
    with collected_seldom(), one_thread().limit(limits=1, user_api="blas"):
        return linked_record(found, readings, remember, making)


@contextmanager
def collected_seldom() -> Iterator[None]:
    """While a record is made, garbage is looked for seldom: its values hold no circles, and there are very many."""
    before = gc.get_threshold()
    gc.set_threshold(*SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def linked_record(
    found: Sequence[Article | Problem], readings: Readings | None, remember: Remember | None, making: Making
) -> Record:
    """The same, room by room."""
    articles = articles_in(found)
    problems = [item for item in found if isinstance(item, Problem)]
    tell = making.get("on_problem") or (lambda problem: None)
    on_progress, as_of = making.get("on_progress"), making.get("as_of")
    for problem in problems:
        tell(problem)
    read = readings or Fresh(articles, jobs=making.get("jobs"))
    traits = []
    for done, item in enumerate(read.traits(), start=1):
        traits.append(item)
        for problem in item.problems:
            tell(problem)
        if on_progress is not None:
            on_progress("annotate", done, len(articles))
    options = {"as_of": as_of.isoformat()} if as_of else {}
    made = Made(version=__version__, model=model_name(), options=options)
    memory = remember(traits) if remember else None

    def tie(circle: Linked) -> Linked:
        return tied(with_layers(circle, read.layers(bare.article for bare in circle.articles)))

    return reconstruct(grounded(traits), made=made, problems=problems, memory=memory, tie=tie)


def articles_in(found: Sequence[Article | Problem]) -> list[Article]:
    """What could be read."""
    return [item for item in found if isinstance(item, Article)]
