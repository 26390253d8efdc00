"""Texts in which offers, answers and what became of them are marked, as spans with a class.

Four kinds: passages written for this purpose (`training/exchanges`, whose README has the marks), clusters written for
it (`training/clusters`), annotated newswire, and the annotated clusters that are open. Each knows which classes were
looked for in it; of the others nothing is known.
Does not read words as vectors.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.model.text import Article
from dragoman.read import read
from training.corpora import CORPORA

WITHOUT = ("w5", "jeddah", "nagpur", "stockholm", "washington")  # groups that the shipped head has not learned from
PASSAGES = Path(__file__).parent / "exchanges"
CLUSTERS = Path(__file__).parent.parent / "tests" / "gold"
WRITTEN = Path(__file__).parent / "clusters"
STANCES = ("accept", "reject", "conditional", "counter", "defer")
FATES = ("kept", "broken", "lapsed", "superseded")
CLASSES = ("offer", "about", *STANCES, *FATES)  # `about`: laid out or only mentioned
KINDS = ("talks", "ceasefire", "summit", "agreement", "exchange", "sanctions", "legislation", "other")
Quote = tuple[str, str, str | None]
MARK = re.compile(r"\[\[(\w+) (o\d+)((?: |; ?)?[^|\]]*)\|\s*([^\[\]|]*)\]\]")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text with its class; of an offer laid out, or answered, its kind too."""

    start: int
    end: int
    name: str
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Marked:
    """A text, its spans, the classes that were looked for, and what it belongs to: texts of one group share a fold."""

    text: str
    spans: tuple[Span, ...]
    looked_for: tuple[str, ...]
    group: str


def passages() -> Iterator[Marked]:
    """The written passages, in the order of their files.

    A counter-offer marked as one stretch is an answer and an offer laid out.
    """
    for file in sorted(PASSAGES.glob("*.txt")):
        for number, part in enumerate(re.split(r"(?m)^## ", file.read_text(encoding="utf-8"))[1:]):
            text, spans = unmarked(part.partition("\n")[2].strip())
            yield Marked(text, tuple(spans), CLASSES, f"{file.stem}/{number}")


def ledgers() -> Iterator[tuple[str, str, list[dict[str, Any]]]]:
    """Each passage's name and text, and its offers with their answers as rows of annotated newswire have them."""
    for file in sorted(PASSAGES.glob("*.txt")):
        for part in re.split(r"(?m)^## ", file.read_text(encoding="utf-8"))[1:]:
            head, _, body = part.partition("\n")
            yield head.split(" | ")[0], unmarked(body.strip())[0], list(offers_in(body).values())


def offers_in(marked: str) -> dict[str, dict[str, Any]]:
    """The offers of a passage by their marks' ids, each with where it is told and how it was answered."""
    rows: dict[str, dict[str, Any]] = {}

    def row(name: str) -> dict[str, Any]:
        return rows.setdefault(name, {"kind": "other", "proposers": [], "mention": [], "responses": []})

    for mark in MARK.finditer(marked):
        name, offer, keys, words = mark.groups()
        said = dict(pair.strip().split("=", 1) for pair in keys.split(";") if "=" in pair)
        if name in STANCES:
            row(offer)["responses"].append({"by": said.get("by"), "stance": name, "quote": words.strip()})
        laid_out = offer if name == "offer" else said.get("offer")
        if laid_out is not None:
            row(laid_out)["kind"] = said.get("kind", "other")
            row(laid_out)["proposers"] += [said["by"]] if "by" in said else []
        if laid_out is not None or name == "mention":
            row(laid_out or offer)["mention"].append(words.strip())
    return {name: one for name, one in rows.items() if one["mention"]}


def unmarked(marked: str) -> tuple[str, list[Span]]:
    """The text without its marks, and where they stood.

    >>> unmarked("They [[reject o1 by=They|said no]].")
    ('They said no.', [Span(start=5, end=12, name='reject', kind=None)])
    """
    text, spans, at = "", [], 0
    kinds = {name: str(one["kind"]) for name, one in offers_in(marked).items()}
    for mark in MARK.finditer(marked):
        text += marked[at : mark.start()]
        name, offer, keys, words = mark.groups()
        said = dict(pair.strip().split("=", 1) for pair in keys.split(";") if "=" in pair)
        bounds = (len(text), len(text) + len(words.rstrip()))
        kind = said.get("kind", kinds.get(offer) if name in STANCES else None)
        spans += [Span(*bounds, one, kind) for one in classes_of(name, said)]
        text, at = text + words, mark.end()
    return text + marked[at:], spans


def classes_of(name: str, said: dict[str, str]) -> tuple[str, ...]:
    if name == "offer" or "offer" in said:
        return tuple(dict.fromkeys(("offer", "about", name)))
    return ("about",) if name == "mention" else (name,)


def newswire() -> Iterator[Marked]:
    """Annotated newswire: an offer's places are not told apart into laid out and mentioned."""
    folder = CORPORA / "events/annotated"
    looked_for = ("about", *STANCES)
    found = {Path(a.path).stem: a for a in read([str(folder / "articles")]) if isinstance(a, Article)}
    for line in (folder / "annotations.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["article"] not in found:
            continue
        text = found[row["article"]].text
        quotes = [(quote, "about", None) for offer in row["proposals"] for quote in offer["mention"]]
        quotes += [(one["quote"], one["stance"], o["kind"]) for o in row["proposals"] for one in o["responses"]]
        yield Marked(text, tuple(spans_of(text, quotes)), looked_for, f"newswire/{row['article']}")


def clusters() -> Iterator[Marked]:
    """The articles of annotated clusters that are open, each a group, and of those written to learn from, where those
    of one writer are a group."""
    folders = sorted(path.parent for path in (*CLUSTERS.glob("*/gold.json"), *WRITTEN.glob("*/gold.json")))
    for folder in folders:
        if (folder / "HELD_OUT").exists():
            continue
        gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
        articles = {Path(a.path).name: a for a in read([str(folder / "articles")]) if isinstance(a, Article)}
        names = {name: articles[file] for name, file in gold["articles"].items() if file in articles}
        for name, article in names.items():
            spans = spans_of(article.text, quotes_in(gold["proposals"], name))
            yield Marked(article.text, tuple(spans), ("offer", "about", *STANCES), group_of(folder))


def group_of(folder: Path) -> str:
    """A cluster's own name; of those written to learn from, its writer's."""
    return folder.name.partition("-")[0] if folder.parent == WRITTEN else folder.name


def quotes_in(proposals: Iterable[dict[str, Any]], article: str) -> Iterator[Quote]:
    """The words of one article about offers, each with its class and the kind of the offer."""
    for offer in proposals:
        for one in offer["evidence"]:
            if one["article"] == article:
                yield one["quote"], "offer", offer["kind"]
                yield one["quote"], "about", None
        for answer in offer["responses"]:
            if answer["article"] == article:
                yield answer["quote"], answer["stance"], offer["kind"]


def spans_of(text: str, quotes: Iterable[Quote]) -> Iterator[Span]:
    """Where each quote stands in a text, white space aside; one that is not found is left out."""
    for quote, name, kind in quotes:
        found = re.search(r"\s+".join(map(re.escape, quote.split())), text)
        if found is not None:
            yield Span(found.start(), found.end(), name, kind)
