"""How often pronouns and descriptions of persons mean the right one, on GUM: `python -m training.entities_gum [FILE]`.

Reads the raw text of each document with our own model, and compares each pronoun's chain with the gold cluster of the
names and descriptions in it. Prints shares of right, wrong and left alone, by pronoun; `--show` prints the wrong ones.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from dragoman.annotate.language import read_language
from dragoman.annotate.mentions import add_mentions
from dragoman.annotate.quotations import add_quotations
from dragoman.model.flow import Annotated
from dragoman.model.mention import Form, Mention
from dragoman.model.text import Article, Span

UD = Path(__file__).parents[2] / "shared/corpora/ud"
GENRES = ("news", "bio", "interview", "court", "speech", "essay", "letter", "voyage")
BRACKET = re.compile(r"\(([^()]+)|([^()]*)\)")


@dataclass(slots=True)
class Doc:
    """A document: its text, and the gold clusters by character span."""

    name: str
    text: str = ""
    paragraphs: list[tuple[int, int]] = field(default_factory=list)
    clusters: list[tuple[int, int, str, str]] = field(default_factory=list)


def documents(path: Path) -> Iterator[Doc]:
    doc: Doc | None = None
    open_spans: dict[str, list[tuple[int, str]]] = {}
    begin = 0
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newdoc id = "):
            if doc is not None:
                yield closed(doc, begin)
            doc, begin, open_spans = Doc(line.split(" = ")[1]), 0, {}
        elif doc is not None and line.startswith("# newpar") and "block" not in line:
            if doc.text.strip():
                doc.paragraphs.append((begin, len(doc.text.rstrip())))
                doc.text = doc.text.rstrip() + "\n\n"
            begin = len(doc.text)
        elif doc is not None and line[:1].isdigit():
            cells = line.split("\t")
            if "-" in cells[0] or "." in cells[0]:
                continue
            start = len(doc.text)
            doc.text += cells[1] + ("" if "SpaceAfter=No" in cells[9] else " ")
            entities(doc, cells[9], start, start + len(cells[1]), open_spans)
    if doc is not None:
        yield closed(doc, begin)


def closed(doc: Doc, begin: int) -> Doc:
    doc.paragraphs.append((begin, len(doc.text.rstrip())))
    doc.paragraphs = [(a, b) for a, b in doc.paragraphs if b > a]
    return doc


def entities(doc: Doc, misc: str, start: int, end: int, spans: dict[str, list[tuple[int, str]]]) -> None:
    found = re.search(r"Entity=([^|]+)", misc)
    for opened, shut in BRACKET.findall(found.group(1)) if found else ():
        if opened:
            number, kind = opened.split("-")[:2]
            spans.setdefault(number, []).append((start, kind))
            if f"({opened})" in misc:
                begin, kind = spans[number].pop()
                doc.clusters.append((begin, end, number, kind))
        elif shut and spans.get(shut.split("-")[0]):
            begin, kind = spans[shut.split("-")[0]].pop()
            doc.clusters.append((begin, end, shut.split("-")[0], kind))


def annotated(doc: Doc) -> Annotated:
    spans = tuple(Span(doc.name, a, b) for a, b in doc.paragraphs)
    article = Article(id=doc.name, path=doc.name, text=doc.text, sha256="", paragraphs=spans)
    return add_mentions(add_quotations(Annotated(article=article, reading=read_language(article))))


def cluster_of(doc: Doc, mention: Mention) -> str | None:
    """The gold cluster whose span ends with the mention's last word and holds most of it."""
    start, end = mention.span.start, mention.span.end
    near = [(abs(a - start) + abs(b - end), c) for a, b, c, _ in doc.clusters if a <= start < b or start <= a < end]
    exact = [(d, c) for d, c in near if d <= 12]
    return min(exact)[1] if exact else None


def score(doc: Doc, tally: Counter[tuple[str, str]], show: bool) -> None:
    found = annotated(doc)
    chains: dict[int, Counter[str]] = {}
    for m in found.mentions:
        cluster = cluster_of(doc, m) if m.form is not Form.PRONOUN else None
        if cluster:
            chains.setdefault(m.chain, Counter())[cluster] += 1
    ours = {(m.span.start, m.span.end): m for m in found.mentions if m.form is Form.PRONOUN}
    named = {c for a, b, c, _ in doc.clusters if doc.text[a:b].lower() not in PRONOUNS}
    for a, b, cluster, _ in doc.clusters:
        word = doc.text[a:b].lower()
        if word not in PRONOUNS or cluster not in named:
            continue
        mention = ours.get((a, b))
        meant = chains.get(mention.chain) if mention else None
        verdict = (
            "alone" if not meant else "right" if cluster in meant and meant[cluster] == max(meant.values()) else "wrong"
        )
        tally[PRONOUNS[word], verdict] += 1
        if show and verdict != "right":
            names = sorted({m.text for m in found.mentions if mention and m.chain == mention.chain})
            around = f"…{doc.text[max(0, a - 160) : a]}[{doc.text[a:b]}]{doc.text[b : b + 40]}…"
            print(doc.name, verdict, around, names[:4])


SORTS = {
    "he": "he him his himself",
    "she": "she her hers herself",
    "it": "it its",
    "they": "they them their",
    "who": "who",
}
PRONOUNS = {word: sort for sort, forms in SORTS.items() for word in forms.split()}


def main() -> None:
    args = [a for a in sys.argv[1:] if not a.startswith("--")]
    path = UD / (args[0] if args else "gum-dev.conllu")
    tally: Counter[tuple[str, str]] = Counter()
    for doc in documents(path):
        if any(f"_{g}_" in doc.name for g in (args[1].split(",") if len(args) > 1 else GENRES)):
            score(doc, tally, "--show" in sys.argv)
    for word in SORTS:
        right, wrong, alone = (tally[word, v] for v in ("right", "wrong", "alone"))
        total = max(1, right + wrong + alone)
        print(f"{word:5} right {right / total:.3f}  wrong {wrong / total:.3f}  alone {alone / total:.3f}  of {total}")


if __name__ == "__main__":
    main()
