"""Whether the right one is meant by a source, by the form it is told in: name, office, pronoun, group of words.

Looks at gold statements of the annotated clusters that are not held out and whose words were found:
`python -m training.sources_by_form [CLUSTER ...]`. A source is right where its entity goes by a name that gold gives
the one meant.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import dragoman
from dragoman.annotate.referents.wordlists import words
from dragoman.model.names import fold_name
from dragoman.store.json import to_json

CLUSTERS = Path("tests/gold")
PRONOUNS = frozenset("he she it they we i you who which that one his her its their".split())
ARTICLES = frozenset("the a an its his her their our this that".split())
LEAST = 0.5  # of the characters that two contents have, the share that they share


def form_of(source: str) -> str:
    """The form a source is told in.

    >>> form_of("Ada Okello"), form_of("the prime minister"), form_of("She"), form_of("the bank")
    ('name', 'office', 'pronoun', 'group of words')
    """
    said = source.split()
    plain = [word for word in said if word.lower() not in ARTICLES]
    if len(said) == 1 and said[0].lower() in PRONOUNS:
        return "pronoun"
    offices = words("titles", "offices")
    if plain and plain[-1].lower() in offices and (said[0].lower() in ARTICLES or plain[0][:1].islower()):
        return "office"
    return "name" if plain and plain[-1][:1].isupper() else "group of words"


def place_of(text: str, words_said: str) -> tuple[int, int] | None:
    """Where a text has these words, however its lines are broken."""
    flat = " ".join(text.split())
    at = flat.find(" ".join(words_said.split()))
    return None if at < 0 else (at, at + len(" ".join(words_said.split())))


def shared(one: tuple[int, int], other: tuple[int, int]) -> float:
    """The characters of both stretches over those of either."""
    both = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, both) / (max(one[1], other[1]) - min(one[0], other[0]))


def judged(record: Mapping[str, Any], gold: Mapping[str, Any]) -> Iterator[tuple[str, bool]]:
    """For each gold statement with a known source that was found: its form, and whether the right one is meant."""
    articles = {Path(a["path"]).name: a for a in record["articles"]}
    entities = {e["id"]: {fold_name(n) for n in (e["name"], *e["aliases"])} for e in record["entities"]}
    meant = {e["name"]: {fold_name(n) for n in (e["name"], *e["aliases"])} for e in gold["entities"]}
    for row in gold["statements"]:
        article = articles.get(Path(gold["articles"][row["article"]]).name)
        if article is None or row.get("borderline") or row.get("source_entity") not in meant or not row["source"]:
            continue
        asked = place_of(article["text"], row["content"])
        best, source = 0.0, None
        for statement in record["statements"]:
            if statement["article"] != article["id"] or asked is None:
                continue
            part = place_of(article["text"], statement["content"][0]["quote"])
            likeness = shared(asked, part) if part is not None else 0.0
            if likeness > best:
                best, source = likeness, statement["source"]
        if best >= LEAST and source is not None:
            names = entities.get(source["entity"] or "", set())
            yield form_of(row["source"]), bool(names & meant[row["source_entity"]])


def main(chosen: Sequence[str]) -> None:
    """Prints the share that is right, by form, over the clusters chosen or all open ones."""
    found: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for folder in sorted(CLUSTERS.iterdir()):
        wanted = folder.name in chosen if chosen else folder.is_dir() and not (folder / "HELD_OUT").exists()
        if not wanted or not (folder / "gold.json").exists():
            continue
        record = json.loads(to_json(dragoman.build(str(folder / "articles"))))
        for form, is_right in judged(record, json.loads((folder / "gold.json").read_text(encoding="utf-8"))):
            found[form] += 1
            right[form] += is_right
    for form in sorted(found):
        print(f"{form:16} {right[form] / found[form]:.3f} ({right[form]}/{found[form]})")


if __name__ == "__main__":
    main(sys.argv[1:])
