"""The API keeps what its OpenAPI says, whatever it is asked: schemathesis asks, in this process, so many times.

Reading is stubbed, so that what is sent is taken and nothing is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode

from dragoman.show.web.app import inside, workspace
from dragoman.show.web.days import Days
from dragoman.show.web.intake.order import AnyOrder
from dragoman.show.web.intake.work import Job, Work
from dragoman.show.web.settings import Settings
from dragoman.store.folder import keep
from dragoman.store.save import save
from tests.show.newsroom import small_record


class Idle(Work):
    """Takes every order and does nothing with it."""

    def take(self, order: AnyOrder) -> Job:
        job = Job(id=f"jo-{next(self.numbers)}", state="failed", told="Nothing is done in this test.")
        self.jobs[job.id] = job
        return job


@pytest.fixture(scope="module")
def api(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder: Path = tmp_path_factory.mktemp("asked")
    record = small_record()
    save(record, folder)
    keep(record, folder)
    served = Settings(folder=folder, names=("testserver",), reads_a_second=1e9, writes_a_second=1e9)
    app = workspace(served, work=Idle(), days=Days(folder, folder, Idle()))
    return schemathesis.openapi.from_asgi("/api/v1/openapi.json", app)


def operations() -> Iterator[tuple[str, str, GenerationMode]]:
    """Every path and method, asked with what fits and, where there is something to fill in, with what does not."""
    for path, methods in inside(Settings(folder=Path())).openapi()["paths"].items():
        for method, asked in methods.items() if not path.endswith("/events") else ():
            yield path, method, GenerationMode.POSITIVE
            if "requestBody" in asked or any(one["in"] == "query" for one in asked.get("parameters", ())):
                yield path, method, GenerationMode.NEGATIVE


bounded = settings(
    max_examples=10, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)


@pytest.mark.parametrize(("path", "method", "mode"), list(operations()))
def test_every_answer_is_as_the_schema_says(api: Any, path: str, method: str, mode: GenerationMode) -> None:
    operation = api[path][method.upper()]

    @bounded
    @given(case=operation.as_strategy(generation_mode=mode))
    def asked(case: schemathesis.Case) -> None:
        case.call_and_validate()

    asked()
