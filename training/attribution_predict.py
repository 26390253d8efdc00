"""Find the statements in the texts of an attribution corpus, for its scorer to compare.

    python -m training.attribution_predict CORPUS PREDICTIONS.jsonl [--every N]

CORPUS/text/*.txt are read as they are, one paragraph a line. Writes a line of JSON for each statement that stands
inside no other: corpora of attributions mark only the outermost.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from dragoman.annotate import STEPS
from dragoman.annotate.statements import add_statements
from dragoman.model.flow import Annotated
from dragoman.model.statement import Statement
from dragoman.model.text import Article, Span


def article(path: Path) -> Article:
    """The text as an article, untouched, each line that holds words a paragraph."""
    text = path.read_bytes().decode("utf-8")
    paragraphs, at = [], 0
    for line in text.split("\n"):
        words = line.strip()
        if words:
            start = at + line.index(words)
            paragraphs.append(Span(path.stem, start, start + len(words)))
        at += len(line) + 1
    return Article(id=path.stem, path=str(path), text=text, sha256="", paragraphs=tuple(paragraphs), language="en")


def statements(path: Path) -> list[Statement]:
    """The statements of a text that stand inside no other."""
    annotated = Annotated(article=article(path))
    for step in STEPS[: STEPS.index(add_statements) + 1]:
        annotated = step(annotated)
    return [statement for statement in annotated.statements if statement.inside is None]


def line_of(statement: Statement) -> str:
    """One statement as the scorer reads it."""
    source = [] if statement.source.span is None else [statement.source.span]
    parts = {"source": source, "cue": [statement.cue] if statement.cue else [], "content": statement.content}
    spans = {role: [[span.start, span.end] for span in found] for role, found in parts.items()}
    return json.dumps({"doc": statement.content[0].article, **spans})


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("corpus", type=Path)
    options.add_argument("predictions", type=Path)
    options.add_argument("--every", type=int, default=1, help="read one text in so many")
    given = options.parse_args()
    with given.predictions.open("w", encoding="utf-8") as out:
        for path in sorted((given.corpus / "text").glob("*.txt"))[:: given.every]:
            out.writelines(line_of(statement) + "\n" for statement in statements(path))


if __name__ == "__main__":
    main()
