"""Articles added to a kept run give the record of all at once; what was read is not read again."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from pathlib import Path

import pytest

from dragoman.annotate.reader import Scored
from dragoman.engine import readings, workers
from dragoman.engine.adding import build_kept
from dragoman.engine.build import build
from dragoman.model.problem import NothingFound, Unreadable
from dragoman.model.text import Article
from dragoman.read import Upload
from dragoman.reconstruct.contradict.story import Stories
from dragoman.store.database import writing
from dragoman.store.json import to_json
from dragoman.store.load import load
from dragoman.store.runs import kept_runs
from dragoman.store.schema import compared as compared_table
from dragoman.store.schema import layers as layers_table
from dragoman.store.schema import traits as traits_table

HARBOUR = """---
outlet: {outlet}
published: {day}
---
{text}
"""
TOLD = {
    "a.md": ("Herald", "1995-11-02", "“We will open the harbour on Friday,” Minister Aino Halonen said in Lakeby."),
    "b.md": ("Gazette", "1995-11-03", "Halonen said that the harbour would not be opened. Ruritania refused."),
    "c.md": ("Courier", "1995-11-03", "“We will open the harbour on Friday,” Aino Halonen told reporters."),
    "deep/d.md": ("Mirror", "1995-11-05", "Otto Bauer met Halonen on Saturday in Lakeby. Nine were hurt, he said."),
}  # fmt: skip


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of articles, two of which need the others: one shows no year, one is no article at all."""
    folder = tmp_path / "news"
    for name, (outlet, day, text) in TOLD.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(HARBOUR.format(outlet=outlet, day=day, text=text), encoding="utf-8")
    dayless = "The harbour talks\n\nBy Ann Onym\nNovember 4\n\nMinister Aino Halonen said on Friday that talks go on.\n"
    (folder / "e.txt").write_text(dayless, encoding="utf-8")
    (folder / "f.txt").write_text(dayless, encoding="utf-8")
    (folder / "torn.json").write_text("{", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return folder


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder.parent).as_posix() for path in folder.rglob("*.*"))


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the articles that the language model reads."""
    found: list[str] = []
    annotate = workers.annotate

    def noted(article: Article, said: Scored | None) -> object:
        found.append(article.path)
        return annotate(article, said)

    monkeypatch.setattr(workers, "annotate", noted)
    return found


def orders(names: Sequence[str]) -> list[list[list[str]]]:
    """Some orders of the files, one at a time, the torn one beside another; backwards is one of them."""
    *whole, torn = names
    chance = random.Random(1995)
    ways = [whole[::-1], *(chance.sample(whole, len(whole)) for _ in range(3))]
    return [
        [[name, torn] if nth == way else [name] for nth, name in enumerate(order)] for way, order in enumerate(ways)
    ]


def test_one_by_one_is_all_at_once_in_any_order(news: Path, tmp_path: Path) -> None:
    whole = to_json(build(["news"], jobs=1))
    assert json.loads(whole)["articles"][4]["published_by"] == "inferred"
    for nth, order in enumerate(orders(files(news))):
        place = tmp_path / f"kept-{nth}"
        records = [build_kept(place, names, add=True, jobs=1) for names in order]
        assert to_json(records[-1]) == whole, order
        assert to_json(load(place)) == whole


def test_what_was_read_is_not_read_again(news: Path, tmp_path: Path, read: list[str]) -> None:
    build_kept(tmp_path, ["news/a.md", "news/b.md"], jobs=1)
    build_kept(tmp_path, ["news/c.md"], add=True, jobs=1)
    assert read == ["news/a.md", "news/b.md", "news/c.md"]
    build_kept(tmp_path, ["news"], jobs=1)
    assert sorted(read[3:]) == ["news/deep/d.md", "news/e.txt", "news/f.txt"]


def test_without_add_a_run_is_of_what_is_named(news: Path, tmp_path: Path) -> None:
    build_kept(tmp_path, ["news/a.md"], jobs=1)
    assert to_json(build_kept(tmp_path, ["news/b.md"], jobs=1)) == to_json(build(["news/b.md"], jobs=1))


def test_a_day_that_the_others_change_is_read_again(news: Path, tmp_path: Path, read: list[str]) -> None:
    alone = build_kept(tmp_path, ["news/e.txt"], jobs=1)
    assert alone.articles[0].published is None
    both = build_kept(tmp_path, ["news/a.md"], add=True, jobs=1)
    assert str(both.articles[1].published) == "1995-11-04"
    assert read == ["news/e.txt", "news/a.md", "news/e.txt"]


def test_another_version_of_the_program_reads_anew(
    news: Path, tmp_path: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    build_kept(tmp_path, ["news/a.md"], jobs=1)
    monkeypatch.setattr(readings, "maker_of", lambda *rooms: "another")
    build_kept(tmp_path, ["news/a.md"], jobs=1)
    assert read == ["news/a.md", "news/a.md"]
    with writing(tmp_path) as db:
        assert [row.maker for row in db.execute(layers_table.select())] == ["another"]


@pytest.mark.parametrize("damage", [b"", b"x" * 40])
def test_damaged_layers_are_made_anew_where_they_are_needed(
    news: Path, tmp_path: Path, read: list[str], damage: bytes
) -> None:
    first = build_kept(tmp_path, ["news/a.md"], jobs=1)
    with writing(tmp_path) as db:
        db.execute(layers_table.update().values(content=damage))
    assert build_kept(tmp_path, ["news/a.md"], jobs=1) == first
    assert read == ["news/a.md"]
    both = build_kept(tmp_path, ["news/c.md"], add=True, jobs=1)
    assert sorted(read) == ["news/a.md", "news/a.md", "news/c.md"]
    assert both == build(["news/a.md", "news/c.md"], jobs=1)


@pytest.mark.parametrize("damage", [b"", b"x" * 40])
def test_damaged_traits_are_told_from_the_layers(news: Path, tmp_path: Path, read: list[str], damage: bytes) -> None:
    first = build_kept(tmp_path, ["news/a.md"], jobs=1)
    with writing(tmp_path) as db:
        db.execute(traits_table.update().values(content=damage))
    assert build_kept(tmp_path, ["news/a.md"], jobs=1) == first
    assert read == ["news/a.md"]


def test_a_file_that_is_read_again_replaces_what_it_gave(news: Path, tmp_path: Path) -> None:
    build_kept(tmp_path, ["news/a.md", "news/b.md"], jobs=1)
    (news / "a.md").write_text(
        HARBOUR.format(outlet="Herald", day="1995-11-02", text="Ms. Halonen said nothing of it.")
    )
    record = build_kept(tmp_path, ["news/a.md"], add=True, jobs=1)
    assert to_json(record) == to_json(build(["news/a.md", "news/b.md"], jobs=1))
    with writing(tmp_path) as db:
        assert len(kept_runs(db)) == 2


def test_uploads_are_read_by_their_suffix_and_added(news: Path, tmp_path: Path) -> None:
    build_kept(tmp_path, ["news/a.md"], jobs=1)
    upload = Upload(path="news/b.md", content=(news / "b.md").read_bytes())
    assert build_kept(tmp_path, uploads=[upload], add=True, jobs=1) == build(["news/a.md", "news/b.md"], jobs=1)


def test_adding_nothing_readable_changes_nothing(news: Path, tmp_path: Path) -> None:
    build_kept(tmp_path, ["news/a.md"], jobs=1)
    (tmp_path / "empty").mkdir()
    with pytest.raises(NothingFound):
        build_kept(tmp_path, ["empty"], add=True, jobs=1)
    with pytest.raises(Unreadable, match=r"torn\.json"):
        build_kept(tmp_path, ["news/torn.json"], add=True, jobs=1)
    with writing(tmp_path) as db:
        assert len(kept_runs(db)) == 1


def test_a_run_that_is_cut_off_goes_on_where_it_was(
    news: Path, tmp_path: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(step: str, done: int, total: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build_kept(tmp_path, ["news"], jobs=1, on_progress=stop)
    assert len(read) == 2
    build_kept(tmp_path, ["news"], jobs=1)
    assert len(read) == len(set(read)) == 6


def test_what_another_program_adds_meanwhile_is_taken_in(
    news: Path, tmp_path: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    build_kept(tmp_path, ["news/a.md"], jobs=1)
    overtaking = iter([lambda: build_kept(tmp_path, ["news/b.md"], add=True, jobs=1)])

    def overtaken(step: str, done: int, total: int) -> None:
        for other in overtaking:
            other()

    record = build_kept(tmp_path, ["news/c.md"], add=True, jobs=1, on_progress=overtaken)
    assert to_json(record) == to_json(build(["news/a.md", "news/b.md", "news/c.md"], jobs=1))
    assert sorted(read[:3]) == ["news/a.md", "news/b.md", "news/c.md"]


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many articles each story has that is compared."""
    found: list[int] = []
    compare = Stories.compare

    def noted(stories: Stories, told: Sequence[str]) -> object:
        found.append(len(told))
        return compare(stories, told)

    monkeypatch.setattr(Stories, "compare", noted)
    return found


def test_only_the_story_that_changed_is_compared_anew(tmp_path: Path, compared: list[int]) -> None:
    harbour = "Minister Aino Halonen said the harbour of Lakeby would open on Friday after the dockers’ strike."
    orchard = "The orchard growers of Hillby harvested ninety tons of apples, the cooperative’s auditor reported."
    texts = {"a": harbour, "b": f"{harbour} Dockers cheered.", "c": orchard, "d": f"{orchard} Prices fell."}
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    paths = [str(tmp_path / f"{name}.txt") for name in texts]
    build_kept(tmp_path, paths[:3], jobs=1)
    assert sorted(compared) == [1, 2]
    compared.clear()
    record = build_kept(tmp_path, paths[3:], add=True, jobs=1)
    assert compared == [2]
    assert to_json(record) == to_json(build(paths, jobs=1))


def test_damaged_comparisons_are_made_anew(news: Path, tmp_path: Path, compared: list[int]) -> None:
    first = build_kept(tmp_path, ["news"], jobs=1)
    anew = len(compared)
    with writing(tmp_path) as db:
        db.execute(compared_table.update().values(content=b"x"))
    assert build_kept(tmp_path, ["news"], jobs=1) == first
    assert len(compared) == 2 * anew
    assert build_kept(tmp_path, ["news"], jobs=1) == first
    assert len(compared) == 2 * anew


def test_what_only_another_article_makes_an_event_comes_the_same_one_by_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    told = {
        "a": "The dockers of Arica rejected an offer of 4 percent. The mayor called for calm.",
        "b": "The dockers of Arica laughed the 4 percent out of the hall. A school was painted.",
        "c": "Two dockers of Arica, who want 9 percent and not the 4 of the offer, were arrested in the hall.",
    }
    for name, text in told.items():
        Path(f"{name}.md").write_text(f"---\npublished: 1995-11-05\n---\n{text}\n", encoding="utf-8")
    whole = build([f"{name}.md" for name in told], jobs=1)
    words = [{m.trigger.quote for m in event.mentions} for event in whole.events]
    assert any({"rejected an offer", "laughed"} <= each for each in words)
    for order in ("abc", "cba", "bca"):
        records = [build_kept(tmp_path / order, [f"{name}.md"], add=True, jobs=1) for name in order]
        assert to_json(records[-1]) == to_json(whole), order
