"""Articles read as far as the layer of events needs, kept between runs so that a rule can be tried in seconds.

Holds nothing of its own: what it keeps is made by `read` and `annotate`, and is made anew when it is deleted.
"""

from __future__ import annotations

import pickle
from pathlib import Path

from dragoman.annotate import STEPS
from dragoman.annotate.events import add_events
from dragoman.model.flow import Annotated
from dragoman.model.text import Article
from dragoman.read import read

KEPT = Path(".work/events")
BEFORE = STEPS[: STEPS.index(add_events)]


def read_folder(folder: Path) -> dict[str, Annotated]:
    """The articles of a folder by the stem of their file, with all layers below events."""
    return kept(folder.name, [article for article in read([str(folder)]) if isinstance(article, Article)])


def kept(name: str, articles: list[Article]) -> dict[str, Annotated]:
    """The articles with all layers below events, from the file of this name where it is there."""
    file = KEPT / f"{name}.pickle"
    if file.exists():
        found: dict[str, Annotated] = pickle.loads(file.read_bytes())
        return found
    made = {Path(article.path).stem: before_events(article) for article in articles}
    KEPT.mkdir(parents=True, exist_ok=True)
    file.write_bytes(pickle.dumps(made))
    return made


def before_events(article: Article) -> Annotated:
    """The article with every layer that events stand on."""
    annotated = Annotated(article=article)
    for step in BEFORE:
        annotated = step(annotated)
    return annotated
