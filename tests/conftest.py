"""What all tests may ask for. Does not make articles: that is for `newspaper`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--renew", action="store_true", help="write the saved expectations anew (make golden)")


@pytest.fixture(scope="session")
def house() -> Path:
    """The folder of the whole project."""
    return HOUSE


@pytest.fixture(scope="session")
def example() -> Path:
    """The bundled articles."""
    return HOUSE / "examples" / "istanbul-2025"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The corpora to score on, which are not part of the project."""
    folder = HOUSE.parent / "shared"
    if not folder.is_dir():
        pytest.skip("no corpora beside the project: ../shared is absent")
    return folder


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compares a text with a saved one, whole; `make golden` saves it anew and shows the difference."""

    def compare(saved: Path, text: str) -> None:
        if request.config.getoption("--renew"):
            saved.parent.mkdir(parents=True, exist_ok=True)
            saved.write_text(text, encoding="utf-8")
        assert text == saved.read_text(encoding="utf-8")

    return compare
