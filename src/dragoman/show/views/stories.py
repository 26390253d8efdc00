"""The stories: which articles tell of one and the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.padding import Padding
from rich.text import Text

from dragoman.model.record import StoryRow
from dragoman.show.lookup import Lookup, accounts
from dragoman.show.views.row import Shown, View
from dragoman.show.views.support import labels, origin
from dragoman.show.wording import count


def rows(lookup: Lookup) -> list[Shown]:
    return [shown(row, lookup) for row in lookup.record.stories]


def shown(row: StoryRow, lookup: Lookup) -> Shown:
    articles = [lookup.articles[article] for article in row.articles]
    days = sorted(article.published for article in articles if article.published)
    return Shown(
        id=row.id,
        actors=(),
        articles=row.articles,
        days=(days[0], days[-1]) if days else None,
        cells={
            "id": row.id,
            "label": row.label,
            "articles": str(len(articles)),
            "accounts": str(accounts(articles)),
            "first": str(days[0]) if days else "",
            "last": str(days[-1]) if days else "",
            "outlets": labels(row.articles, lookup),
        },
    )


def screen(shown: Sequence[Shown], lookup: Lookup) -> Iterable[Text | Padding]:
    for item in shown:
        told = count(int(item.cells["accounts"]), "independent account")
        yield Text.assemble((item.cells["label"], "bold"), f"  {told} · {item.id}")
        yield from (Padding(Text(origin(article, lookup)), (0, 0, 0, 2)) for article in item.articles)
        yield Text()


STORIES = View(
    key="stories",
    about="which articles tell of one and the same",
    brief=("label", "articles", "accounts", "first", "last", "outlets", "id"),
    rows=rows,
    screen=screen,
)
