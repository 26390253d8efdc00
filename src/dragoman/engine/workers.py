"""Many articles at once, one process for each core.

Articles do not depend on each other until they are linked, so they are annotated apart and come back in the
order in which they were given. An article on which a step fails is kept, with the failure noted.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor

from dragoman.annotate import annotate
from dragoman.model.flow import Annotated
from dragoman.model.problem import Problem
from dragoman.model.text import Article

WORTH_A_PROCESS = 200_000  # characters: loading the model takes as long as reading about so many
CHUNK = 4


def annotate_all(articles: Sequence[Article], *, jobs: int | None = None) -> Iterator[Annotated]:
    """The articles with their layers, in the same order, each as soon as those before it are done."""
    workers = min(jobs or fitting_jobs(articles), max(1, len(articles)))
    return one_by_one(articles) if workers == 1 else in_processes(articles, workers)


def fitting_jobs(articles: Sequence[Article]) -> int:
    """As many processes as there are cores, but no more than there is work for."""
    work = sum(len(article.text) for article in articles)
    return max(1, min(os.cpu_count() or 1, work // WORTH_A_PROCESS))


def one_by_one(articles: Sequence[Article]) -> Iterator[Annotated]:
    return (annotate_safely(article) for article in articles)


def in_processes(articles: Sequence[Article], workers: int) -> Iterator[Annotated]:
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context) as pool:
        yield from pool.map(annotate_safely, articles, chunksize=CHUNK)


def annotate_safely(article: Article) -> Annotated:
    """The article with its layers, or without any and with the failure noted: the run goes on."""
    try:
        return annotate(article)
    except Exception as error:  # noqa: BLE001 - the one place: no article may stop the others
        what = f"{type(error).__name__}: {error}"
        problem = Problem(
            kind="not-annotated",
            text=f"the article was read but not annotated ({what}); please report this with the article",
            path=article.path,
            article=article.id,
        )
        return Annotated(article=article, problems=(problem,))
