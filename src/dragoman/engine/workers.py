"""Many articles at once, one process for each core; or one process, which reads ahead where it has a second core.

Articles do not depend on each other until they are linked, so they are annotated apart and come back in the
order in which they were given. An article on which a step fails is kept, with the failure noted.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

from dragoman.annotate import annotate, network_on
from dragoman.annotate.reader import Scored
from dragoman.model.flow import Annotated
from dragoman.model.problem import Problem
from dragoman.model.text import Article

Said = Callable[[], Scored | None]

WORTH_A_PROCESS = 200_000  # characters: loading the model takes as long as reading about so many
CHUNK = 4


def annotate_all(articles: Sequence[Article], *, jobs: int | None = None) -> Iterator[Annotated]:
    """The articles with their layers, in the same order, each as soon as those before it are done."""
    workers = min(jobs or fitting_jobs(articles), max(1, len(articles)))
    if workers > 1:
        return in_processes(articles, workers)
    return reading_ahead(articles) if cores() > 1 and len(articles) > 1 else one_by_one(articles)


def fitting_jobs(articles: Sequence[Article]) -> int:
    """As many processes as there are cores, but no more than there is work for."""
    work = sum(len(article.text) for article in articles)
    return max(1, min(cores(), work // WORTH_A_PROCESS))


def cores() -> int:
    """How many cores there are."""
    return os.cpu_count() or 1


def one_by_one(articles: Sequence[Article]) -> Iterator[Annotated]:
    return (annotate_safely(article) for article in articles)


def reading_ahead(articles: Sequence[Article]) -> Iterator[Annotated]:
    """The same, while a thread has the network on the article after: that works outside the interpreter, rules in it.

    It is on no more than one article ahead, and says of each what it would say alone. What fails there is told of its
    own article.
    """
    with ThreadPoolExecutor(1) as reader:
        before: tuple[Article, Said] | None = None
        for article in articles:
            started = (article, reader.submit(network_on, article).result)
            if before is not None:
                yield annotate_safely(*before)
            before = started
        if before is not None:
            yield annotate_safely(*before)


def in_processes(articles: Sequence[Article], workers: int) -> Iterator[Annotated]:
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context) as pool:
        yield from pool.map(annotate_safely, articles, chunksize=CHUNK)


def annotate_safely(article: Article, said: Said = lambda: None) -> Annotated:
    """The article with its layers, or without any and with the failure noted: the run goes on.

    `said` waits for what the network says of it, where somebody else has it on the article.
    """
    try:
        return annotate(article, said())
    except Exception as error:  # noqa: BLE001 - the one place: no article may stop the others
        what = f"{type(error).__name__}: {error}"
        problem = Problem(
            kind="not-annotated",
            text=f"the article was read but not annotated ({what}); please report this with the article",
            path=article.path,
            article=article.id,
        )
        return Annotated(article=article, problems=(problem,))
