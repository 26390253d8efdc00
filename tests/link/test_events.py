"""Which mentions tell one happening, and that look-alikes stay apart."""

from __future__ import annotations

from dragoman.annotate import annotate
from dragoman.link import link
from dragoman.link.agreement import score
from dragoman.link.events import happenings, pairs, rarities
from dragoman.link.happenings import sides_of, told_in
from dragoman.model.flow import Linked
from dragoman.model.plover import EventType
from tests.newspaper import news


def linked(text: str) -> Linked:
    return link([annotate(article) for article in news(text)])


def groups_of(found: Linked, event_type: EventType) -> list[set[str]]:
    """The articles of each group that has an event of the type."""
    articles = {a.article.id: a for a in found.articles}
    return [
        {articles[at.article].article.label for at in event.mentions}
        for event in found.events
        if any(articles[at.article].events[at.place].type is event_type for at in event.mentions)
    ]


def test_two_papers_tell_one_meeting() -> None:
    found = linked("""
        @herald 2024-12-03
        Norwegian President Anna Berg met Peruvian President Luis Quispe in Geneva on Monday.
        @gazette 2024-12-03
        President Quispe of Peru met Norwegian President Berg in Geneva on Monday to talk about the valley.
    """)
    assert {"herald", "gazette"} in groups_of(found, EventType.CONSULT)


def test_two_strikes_on_one_town_stay_apart() -> None:
    found = linked("""
        @herald 2024-12-03
        Peruvian forces bombed the town of Arica on Monday, killing 3 people.
        @gazette 2024-12-06
        Peruvian forces bombed the town of Arica on Thursday, killing 8 people.
    """)
    assert {"herald", "gazette"} not in groups_of(found, EventType.ASSAULT)


def test_every_mention_tells_one_happening() -> None:
    found = linked("""
        @herald 2024-12-03
        Norway accused Peru of breaking the truce. Peru rejected the charge and called for talks with Norway.
    """)
    told = [at for event in found.events for at in event.mentions]
    assert sorted((at.article, at.place) for at in told) == [
        (a.article.id, i) for a in found.articles for i in range(len(a.events))
    ]
    assert len(happenings(found)) == len(found.events)


def test_a_score_can_be_taken_apart() -> None:
    found = linked("""
        @herald 2024-12-03
        Norway and Peru held talks in Geneva on Monday.
        @gazette 2024-12-03
        Norway and Peru held talks in Geneva on Monday.
    """)
    told = [t for a in found.articles for t in told_in(a, found, sides_of(found)) if EventType.CONSULT in t.types]
    value = score(told[0], told[-1], rarities(told), 1.0)
    assert "same day" in str(value)
    assert value.value > 0
    assert pairs(told)


def test_a_day_that_few_name_joins_what_is_told_in_other_words() -> None:
    found = linked("""
        @herald 2024-12-03
        Norway and Peru met in Geneva on Monday.
        A mining order lapsed on November 4.
        @gazette 2024-12-03
        Peru met Norway in Geneva on Monday.
        The mining order ran out on November 4.
    """)
    articles = {a.article.id: a for a in found.articles}
    told = [
        sorted(articles[at.article].article.quote(articles[at.article].events[at.place].trigger) for at in e.mentions)
        for e in found.events
    ]
    assert ["lapsed", "ran"] in told


def test_one_word_with_nothing_else_in_common_joins_nothing() -> None:
    found = linked("""
        @herald 2024-12-03
        A nurse in the valley was asked for water by a farmer.
        @gazette 2024-12-03
        The school had asked a bank for money.
    """)
    assert all(len(group) == 1 for group in groups_of(found, EventType.REQUEST))
