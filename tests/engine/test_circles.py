"""Circles of articles are reconstructed by themselves: what is added to one leaves the others as they were."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

import dragoman.reconstruct as room
from dragoman.annotate.reader import Scored
from dragoman.engine import workers
from dragoman.engine.adding import build_kept
from dragoman.engine.build import build
from dragoman.model.flow import Annotated, Linked
from dragoman.model.text import Article
from dragoman.reconstruct.part import Part
from dragoman.store.json import to_json

HARBOUR = (
    "the harbour of Lakeby would open on Friday after the strike of dockers, crane drivers and tugboat pilots, whose "
    "wages the shipping firms had frozen"
)
ORCHARD = (
    "the orchard growers of Hillby would sell ninety tons of apples, plums and quinces to the cider cooperative, whose "
    "cellars were flooded in spring"
)
TUNNEL = (
    "the tunnel beneath Mount Grau would be closed to lorries and coaches while engineers repair its ventilators, "
    "which failed during a blaze of brake linings"
)
NO = "“We will not give them the money, the people or the time they want,”"
TOLD = {
    "a": f"Minister Aino Halonen of Ruritania said {HARBOUR}.",
    "b": f"{NO} Halonen said. She added that {HARBOUR}.",
    "c": f"{NO} Aino Halonen said. She knew that {HARBOUR}.",
    "d": f"Otto Bauer, who speaks for the cooperative, announced that {ORCHARD}.",
    "e": f"Growers said {ORCHARD}. {NO} Bauer said.",
    "f": f"{NO} Otto Bauer said; {ORCHARD}. Frost killed nine trees on Tuesday.",
    "g": f"Engineers denied that {TUNNEL}. Bauer demanded that Ruritania pay; Minister Halonen refused.",
    "h": f"Ms. Halonen said {TUNNEL}. Sixteen lorries were turned back on Wednesday, she said.",
}


@pytest.fixture
def papers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Articles of three stories, with people who stand in several; each is annotated once only."""
    known: dict[str, Annotated] = {}
    annotate: Callable[[Article, Scored | None], Annotated] = workers.annotate

    def once(article: Article, said: Scored | None = None) -> Annotated:
        key = repr(article)
        if key not in known:
            known[key] = annotate(article, said)
        return known[key]

    monkeypatch.setattr(workers, "annotate", once)
    monkeypatch.chdir(tmp_path)
    for day, (name, text) in enumerate(TOLD.items(), start=1):
        page = f"---\noutlet: Paper {name}\npublished: 1995-11-{day:02}\n---\n{text}\n"
        (tmp_path / f"{name}.md").write_text(page, encoding="utf-8")
    return [f"{name}.md" for name in TOLD]


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many articles each circle has that is reconstructed."""
    found: list[int] = []
    part_of = room.part_of

    def noted(circle: Linked, *known: object) -> Part:
        found.append(len(circle.articles))
        return part_of(circle, *known)  # type: ignore[arg-type]

    monkeypatch.setattr(room, "part_of", noted)
    return found


@pytest.mark.parametrize("seed", range(4))
def test_stories_that_come_mixed_give_the_record_of_all_at_once(papers: list[str], tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    order = chance.sample(papers, len(papers))
    place = tmp_path / "kept"
    while order:
        some, order = order[: (size := chance.randint(1, 3))], order[size:]
        record = build_kept(place, some, add=True, jobs=1)
        assert to_json(record) == to_json(build([article.path for article in record.articles], jobs=1))
    assert [article.path for article in record.articles] == papers


def test_only_the_circle_that_grew_is_reconstructed(papers: list[str], tmp_path: Path, made: list[int]) -> None:
    place = tmp_path / "kept"
    build_kept(place, papers[:7], jobs=1)
    assert sorted(made) == [1, 3, 3]
    made.clear()
    build_kept(place, papers[7:], add=True, jobs=1)
    assert made == [2]
    made.clear()
    build_kept(place, papers, jobs=1)
    assert made == []


def test_a_fuller_name_told_elsewhere_is_taken_up(papers: list[str], tmp_path: Path, made: list[int]) -> None:
    place = tmp_path / "kept"
    build_kept(place, ["b.md", "h.md"], jobs=1)
    made.clear()
    record = build_kept(place, ["a.md"], add=True, jobs=1)
    assert sorted(made) == [1, 2]
    assert [entity.name for entity in record.entities if entity.kind == "person"] == ["Aino Halonen"]


def test_what_two_circles_say_alike_is_two_utterances(papers: list[str]) -> None:
    record = build(papers, jobs=1)
    said = {
        row.article: row.wording
        for row in record.statements
        if row.content[0].quote.strip("“”, ").startswith("We will")
    }
    first, second = (
        found for story in record.stories if (found := {said[article] for article in story.articles if article in said})
    )
    assert len(said) == 4
    assert len(first) == len(second) == 1
    assert first.isdisjoint(second)
