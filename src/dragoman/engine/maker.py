"""By what something was made: the code and data of the rooms that made it, and the libraries under them.

What was made by another maker is never used again. Goes by content, not by version numbers, so that it also holds
while the program is being changed.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

HOUSE = Path(__file__).parent.parent
ROOMS_OF_LAYERS = ("annotate", "model")
ROOMS_OF_TRAITS = ("annotate", "link", "model")
ROOMS_OF_STORIES = ("annotate", "link", "model", "reconstruct")
ROOMS_OF_DRAFTS = ("read", "model")
LIBRARIES = ("numpy", "onnxruntime", "py3langid", "rapidfuzz", "simplemma", "spacy", "tokenizers", "trafilatura")


@cache
def maker_of(*rooms: str) -> str:
    """The hash of these rooms as they are."""
    found = hashlib.sha256()
    for library in LIBRARIES:
        found.update(f"{library} {version(library)}\0".encode())
    for file in sorted(file for room in rooms for file in (HOUSE / room).rglob("*") if is_part(file)):
        content = file.read_bytes()
        found.update(f"{file.relative_to(HOUSE).as_posix()} {len(content)}\0".encode())
        found.update(content)
    return found.hexdigest()


def is_part(file: Path) -> bool:
    return file.is_file() and file.suffix != ".pyc"
