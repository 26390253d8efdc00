"""What `dragoman doctor` looks at, one function per question, each with the mend where the answer is no."""

from __future__ import annotations

import importlib.metadata
import platform
import sys
import tempfile
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from rich.text import Text

from dragoman import __version__
from dragoman.model.text import Article, Span

NEEDED = (
    "onnxruntime",
    "tokenizers",
    "spacy",
    "pydantic",
    "typer",
    "rich",
    "jinja2",
    "rapidfuzz",
    "fastapi",
    "uvicorn",
)
SENTENCE = "The talks opened on Monday, the minister said."


@dataclass(frozen=True, slots=True)
class Finding:
    """The answer to one question; `mend` says what to do where it is no."""

    what: str
    fine: bool
    found: str
    mend: str = ""

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    def line(self) -> Text:
        told = Text.assemble(
            ("ok    " if self.fine else "FAIL  ", "" if self.fine else "bold"), f"{self.what}: {self.found}"
        )
        return told if self.fine else told.append(f"\n      mend: {self.mend}")


def python() -> Finding:
    fine = (3, 11) <= sys.version_info[:2] <= (3, 13)
    return Finding("Python", fine, platform.python_version(), "install Python 3.11, 3.12 or 3.13")


def packages() -> Finding:
    found, missing = [f"dragoman {__version__}"], []
    for name in NEEDED:
        try:
            found.append(f"{name} {importlib.metadata.version(name)}")
        except importlib.metadata.PackageNotFoundError:
            missing.append(name)
    if missing:
        return Finding(
            "packages", False, f"missing {', '.join(missing)}", "run `pip install --force-reinstall dragoman`"
        )
    return Finding("packages", True, ", ".join(found))


def language_model() -> Finding:
    """Whether the model reads a sentence: it must find its words and its one sentence."""
    mend = "run `pip install --force-reinstall dragoman`: the model ships inside the package"
    try:
        from dragoman.annotate.language import model_name, read_language

        whole = Span("ar-check", 0, len(SENTENCE))
        reading = read_language(Article(id="ar-check", path="-", text=SENTENCE, sha256="", paragraphs=(whole,)))
    except (ImportError, OSError, ValueError) as error:
        return Finding("language model", False, f"cannot be loaded ({error})", mend)
    fine = len(reading.sentences) == 1 and any(token.lemma == "say" for token in reading.tokens)
    return Finding("language model", fine, f"{model_name()} reads {len(reading.tokens)} tokens", mend)


def write_access() -> Finding:
    here = Path.cwd()
    try:
        with tempfile.TemporaryFile(dir=here):
            return Finding("write access", True, f"{here} can be written")
    except OSError as error:
        return Finding("write access", False, f"{here}: {error.strerror}", "name a folder you may write with -o")


def terminal() -> Finding:
    """An encoding that lacks signs is no failure: they are written as the nearest that it has."""
    encoding = sys.stdout.encoding or "unknown"
    try:
        "“ğЖ→".encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return Finding(
            "terminal", True, f"{encoding}: some signs are shown as the nearest; PYTHONUTF8=1 shows them all"
        )
    return Finding("terminal", True, encoding)


CHECKS: tuple[Callable[[], Finding], ...] = (python, packages, language_model, write_access, terminal)
