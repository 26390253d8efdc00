"""What articles tell in words of their own is one happening; what is faint in one counts where another tells it."""

from __future__ import annotations

import pytest

from dragoman.annotate import annotate
from dragoman.link import across, link
from dragoman.link.across import scored, with_meanings
from dragoman.link.events import rarities
from dragoman.link.happenings import faint_in, sides_of, told_in
from dragoman.model.flow import Linked
from tests.newspaper import news

REFUSED = """
    @herald 2024-12-03
    The dockers of Arica rejected an offer of 4 percent. The mayor called for calm.
    """
LAUGHED = """
    @gazette 2024-12-03
    The dockers of Arica laughed the 4 percent out of the hall. A school was painted.
    """
PLACARDS = """
    @herald 2024-12-03
    The miners' union suspended its strike for 30 days. Norway and Peru met in Geneva.
    @gazette 2024-12-03
    The miners put down their placards for 30 days. Norway's ambassador met Peru's foreign minister in Geneva.
    """
BOMBED = """
    @herald 2024-12-03
    Peruvian forces bombed the town of Arica on Monday, killing 3 people.
    @gazette 2024-12-06
    Peruvian forces bombed the town of Arica on Thursday, killing 8 people.
    """


def linked(text: str) -> Linked:
    return link([annotate(article) for article in news(text)])


def words_of(found: Linked) -> list[str]:
    """The words that carry each event, article by article."""
    return [a.article.quote(event.trigger) for a in found.articles for event in a.events]


def together(found: Linked) -> list[set[str]]:
    """The words of each happening that several articles tell."""
    by_id = {a.article.id: a for a in found.articles}
    return [
        {by_id[at.article].article.quote(by_id[at.article].events[at.place].trigger) for at in event.mentions}
        for event in found.events
        if len({at.article for at in event.mentions}) > 1
    ]


@pytest.mark.parametrize(
    ("text", "one"),
    [(REFUSED + LAUGHED, {"rejected an offer", "laughed"}), (PLACARDS, {"suspended its strike", "put"})],
)
def test_what_is_faint_in_one_article_is_an_event_where_another_tells_it(text: str, one: set[str]) -> None:
    assert one in together(linked(text))


def test_what_is_faint_is_no_event_of_its_article_alone() -> None:
    assert words_of(linked(LAUGHED)) == []
    assert "painted" not in words_of(linked(REFUSED + LAUGHED))


def test_an_article_does_not_take_up_what_is_faint_in_itself() -> None:
    found = linked("""
        @herald 2024-12-03
        The dockers of Arica rejected an offer of 4 percent. They laughed the 4 percent out of the hall.
        """)
    assert words_of(found) == ["rejected an offer"]


def test_days_that_are_far_apart_are_never_one_happening() -> None:
    assert not any("bombed" in words for words in together(linked(BOMBED)))


def test_a_story_with_too_many_tellings_is_joined_without_what_is_faint(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(across, "MANY", 1)
    assert together(linked(PLACARDS)) == [{"met"}]


def test_events_stay_in_the_order_of_the_text_and_every_one_belongs_to_a_happening() -> None:
    found = linked(PLACARDS)
    told = sorted((at.article, at.place) for event in found.events for at in event.mentions)
    assert told == [(a.article.id, place) for a in found.articles for place in range(len(a.events))]
    for annotated in found.articles:
        assert [e.trigger for e in annotated.events] == sorted(e.trigger for e in annotated.events)


def test_the_order_of_articles_does_not_matter() -> None:
    articles = [annotate(article) for article in news(PLACARDS + LAUGHED)]
    assert link(articles) == link(articles[::-1])


def test_a_score_across_articles_can_be_taken_apart() -> None:
    found = linked(PLACARDS)
    told = [telling for a in found.articles for telling in told_in(a, found, sides_of(found))]
    _, score = next(iter(scored(found, list(with_meanings(found, told, faint=False)), rarities(told))))
    assert {"always", "nearer than usual"} <= {reason.why for reason in score.reasons}


def test_what_may_be_an_event_stands_behind_the_events() -> None:
    (annotated,) = (annotate(article) for article in news(LAUGHED))
    faint = list(faint_in(annotated, Linked(articles=(annotated,)), {}))
    assert [telling.at.place for telling in faint] == [len(annotated.events), len(annotated.events) + 1]
