"""What all tests may ask for. Does not make articles: that is for `newspaper`."""

from __future__ import annotations

from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent


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
