"""How well reprints are found: recall and precision on reprints made from newswire, and pairs found in the wild.

    python -m training.reprints_score            made reprints, and look-alikes that are none
    python -m training.reprints_score --wild     prints every pair found among the articles of `neus` (not test)

Made reprints are articles of `ner/worldwide-train` edited as desks edit: cut from the end, a new head, paragraphs
in another order, words changed or left out, a sentence of one's own put in, a masthead before and after. The
look-alikes keep what is quoted, with the words around it scrambled, and take the rest from another article.
Nothing here is part of the program.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.link.likeness import share
from dragoman.link.reprints import link_reprints
from dragoman.link.shingles import shingles_of
from dragoman.model.flow import Annotated, Linked, Quotation
from dragoman.model.text import Article

CORPORA = Path(__file__).parents[2] / "shared/corpora"
QUOTED = re.compile(r"[“\"][^”\"\n]{3,}(?:[”\"]|$)", re.MULTILINE)  # a paragraph may leave its quotation open
HEAD = "New in this edition: what is known so far about the matter that many people talk about."
MASTHEAD = "You read the Evening Mirror, the paper for the whole family since many years."
OWN = "Our own correspondent adds that the mood in the capital was calm when the evening fell."
SWAPS = {"said": "stated", "people": "persons", "government": "cabinet", "also": "too", "officials": "authorities"}


def made(id_: str, paragraphs: Iterable[str]) -> Annotated:
    """An article of these paragraphs, with its quotations."""
    text, spans = "", []
    for paragraph in paragraphs:
        spans.append((len(text), len(text) + len(paragraph)))
        text += paragraph + "\n\n"
    article = Article(id=id_, path=id_, text=text, sha256=id_, paragraphs=())
    article = Article(
        id=id_, path=id_, text=text, sha256=id_, paragraphs=tuple(article.span(*s) for s in spans if s[0] < s[1])
    )
    quotations = tuple(Quotation(spans=(article.span(*m.span()),)) for m in QUOTED.finditer(text))
    return Annotated(article=article, quotations=quotations)


def cut(s: list[str], dice: random.Random) -> list[str]:
    return s[: max(3, int(len(s) * dice.uniform(0.4, 0.9)))]


def headed(s: list[str], dice: random.Random) -> list[str]:
    return [MASTHEAD, HEAD, *s[1:], MASTHEAD]


def ordered(s: list[str], dice: random.Random) -> list[str]:
    return dice.sample(s, len(s))


def worded(s: list[str], dice: random.Random) -> list[str]:
    """One word in twenty left out, and some words changed."""
    return [" ".join(SWAPS.get(w, w) for w in x.split() if dice.random() > 0.05) for x in s]


def widened(s: list[str], dice: random.Random) -> list[str]:
    at = dice.randrange(len(s))
    return [*s[:at], OWN, *s[at:]]


EDITS: tuple[Callable[[list[str], random.Random], list[str]], ...] = (cut, headed, ordered, worded, widened)


def newswire() -> list[list[str]]:
    """Articles as lists of sentences, those long enough to be news and of which no sentence came before."""
    rows = [json.loads(line) for line in (CORPORA / "ner/worldwide-train.jsonl").open()]
    texts = [[" ".join(word for word, _ in sentence) for sentence in row["sents"]] for row in rows]
    kept: list[list[str]] = []
    seen: set[str] = set()
    for text in texts:
        long = {sentence for sentence in text if len(sentence.split()) > 12}
        if len(text) >= 6 and sum(len(s.split()) for s in text) >= 120 and not long & seen:
            kept.append([s.replace("``", '"').replace("''", '"').replace("“", '"').replace("”", '"') for s in text])
        seen |= long
    return kept


def alike(left: Annotated, right: Annotated) -> float:
    return max(share(shingles_of(left), shingles_of(right)), share(shingles_of(right), shingles_of(left)))


@dataclass(frozen=True, slots=True)
class Made:
    """Articles of our making; `reprints` are the pairs of ids that belong together, `edits` how each was made."""

    articles: tuple[Annotated, ...]
    reprints: frozenset[tuple[str, str]]
    edits: dict[str, str]


def make(texts: Sequence[list[str]]) -> Made:
    """Each text, an edited reprint of it, and a look-alike."""
    dice = random.Random(7)
    articles, truth, kinds = [], set(), {}
    for number, text in enumerate(texts):
        base, copy = f"b{number:04}", f"r{number:04}"
        edits = dice.sample(EDITS, dice.choice((1, 2, 2, 3)))
        changed = text
        for edit in edits:
            changed = edit(changed, dice)
        other = texts[(number + 1) % len(texts)]
        quoting = [s for s in text if '"' in s] + [s for s in other if '"' not in s][: len(text)]
        lookalike = [f"{s} {number}" for s in _other_words(quoting, dice)]
        articles += [made(base, text), made(copy, changed), made(f"x{number:04}", lookalike)]
        truth.add((base, copy))
        kinds[copy] = "+".join(sorted(edit.__name__ for edit in edits))
    return Made(tuple(articles), frozenset(truth), kinds)


def found_among(articles: tuple[Annotated, ...]) -> frozenset[tuple[str, str]]:
    """The pairs of ids that are found to be reprint and original, each in order."""
    copies = link_reprints(Linked(articles=articles)).copies
    return frozenset((min(pair), max(pair)) for pair in copies.items())


def score_made() -> None:
    paper = make(newswire())
    pairs = found_among(paper.articles)
    right = len(pairs & paper.reprints)
    print(f"{len(paper.reprints)} reprints; found {len(pairs)}", end="; ")
    print(f"recall {right / len(paper.reprints):.3f}; precision {right / max(len(pairs), 1):.3f}")
    print("missed", Counter(paper.edits[copy] for _, copy in paper.reprints - pairs).most_common())
    by_id = {annotated.article.id: annotated for annotated in paper.articles}
    for left, right_id in sorted(pairs - paper.reprints):
        print("WRONG", left, right_id, f"{alike(by_id[left], by_id[right_id]):.2f}")


def _other_words(quoting: list[str], dice: random.Random) -> list[str]:
    """The quoting sentences with their words outside the quotation marks scrambled: another desk's own words."""
    told = []
    for sentence in quoting:
        parts = re.split(r'("[^"]*(?:"|$))', sentence)
        told.append(
            " ".join(p if p.startswith('"') else " ".join(dice.sample(p.split(), len(p.split()))) for p in parts)
        )
    return told


def score_wild() -> None:
    rows = [json.loads(line) for line in (CORPORA / "crossdoc/neus_triples.jsonl").open()]
    articles = [
        made(f"{number:04}-{place}", [article["text"]])
        for number, row in enumerate(rows)
        if row["split"] != "test"
        for place, article in enumerate(row["articles"])
    ]
    copies = link_reprints(Linked(articles=tuple(articles))).copies
    by_id = {a.article.id: a for a in articles}
    across = sum(left[:4] != right[:4] for left, right in copies.items())
    print(f"{len(articles)} articles; {len(copies)} copies, {across} of them across stories; those not word for word:")
    for left, right in sorted(copies.items()):
        if by_id[left].article.text == by_id[right].article.text:
            continue
        print(f"\n{left} {right} {alike(by_id[left], by_id[right]):.2f}")
        print("   ", by_id[left].article.text.strip())
        print("   ", by_id[right].article.text.strip())


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--wild", action="store_true")
    score_wild() if parser.parse_args().wild else score_made()
