"""The parts of several circles become one record in which no id is given twice."""

from __future__ import annotations

from dataclasses import replace

from dragoman.engine.memory import Remembered
from dragoman.model.record import GapRow, Record
from dragoman.reconstruct.contradict.story import Found
from dragoman.reconstruct.part import Part
from dragoman.reconstruct.together import with_own_ids
from tests.newspaper import record_of

EMPTY = Part(
    times=(), statements=(), events=(), meetings=(), proposals=(), claims=(), disagreements=(), framing=(), stories=(),
    refinements=(), timeline=(), gaps=((), ()),
)  # fmt: skip
TWO_STORIES = """
    @herald 1995-11-02
    The dockers of Lakeby ended their strike on Friday, harbour master Otto Bauer said. Cranes moved again.
    @gazette 1995-11-03
    Orchard growers in Hillby sold ninety tons of quinces, auditor Aino Halonen reported on Thursday.
    @courier 1995-11-04
    The strike of the dockers of Lakeby is over, said Otto Bauer, the harbour master. Cranes moved again.
"""


def gap(identifier: str, *, ref: str | None = None) -> GapRow:
    return GapRow(id=identifier, kind="empty", text="see ga-1", path=None, line=None, ref=ref, evidence=())


def test_an_id_that_two_circles_give_is_numbered_wherever_it_is_named() -> None:
    first = replace(EMPTY, gaps=((gap("ga-1"),), ()))
    second = replace(EMPTY, gaps=((gap("ga-1"), gap("ga-1-2")), (gap("ga-3", ref="ga-1"),)))
    one, other = with_own_ids([first, second], set())
    assert one == first
    assert [(row.id, row.ref, row.text) for kind in other.gaps for row in kind] == [
        ("ga-1-3", None, "see ga-1"),
        ("ga-1-2", None, "see ga-1"),
        ("ga-3", "ga-1-3", "see ga-1"),
    ]


def test_what_no_article_holds_keeps_its_id() -> None:
    (part,) = with_own_ids([replace(EMPTY, gaps=((gap("ga-1"),), ()))], {"ga-1"})
    assert part.gaps[0][0].id == "ga-1-2"


def test_lists_follow_the_articles_whatever_their_circles() -> None:
    record: Record = record_of(TWO_STORIES)
    assert [len(story.articles) for story in record.stories] == [2, 1]
    order = [article.id for article in record.articles]
    told = [order.index(row.article) for row in record.statements]
    assert told == sorted(told)
    assert set(told) == {0, 1, 2}
    happened = [order.index(row.mentions[0].article) for row in record.events]
    assert happened == sorted(happened)


def test_stories_of_a_circle_stay_remembered_with_it() -> None:
    memory = Remembered({}, {})
    assert memory.recall_part("circle") is None
    assert memory.recall("story") is None
    memory.keep("story", Found())
    memory.keep_part("circle", EMPTY)
    later = Remembered({}, {key: content for key, content in memory.now.items() if content is not None})
    assert later.recall_part("circle") == EMPTY
    assert later.now.keys() == {"circle", "story"}
