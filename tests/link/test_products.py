"""Products of texts with all others are those of each pair, to the last digit."""

from __future__ import annotations

from dragoman.annotate import annotate
from dragoman.link.nearness import Nearness, vectors
from dragoman.link.products import Products
from dragoman.model.flow import Annotated
from tests.newspaper import article

TOLD = (
    "The dockers of Lakeby struck on Monday, and the harbour of Lakeby stood still.",
    "The harbour of Lakeby stood still on Monday while dockers struck for higher wages.",
    "Growers in the Hill country harvested apples and pears.",
)


def annotated(text: str) -> Annotated:
    return annotate(article(text))


def test_products_are_those_of_each_pair() -> None:
    found = list(vectors([annotated(text) for text in TOLD]).values())
    pairs = [(0, 1), (1, 2), (0, 2), (0, 1)]
    products = dict(Products(found).of_pairs(pairs))
    assert products == {
        (i, j): sum(weight * found[j][word] for word, weight in found[i].items() if word in found[j])
        for i, j in pairs
    }  # fmt: skip
    assert products[0, 1] > products[0, 2]


def test_two_reports_of_one_strike_are_nearest() -> None:
    one, other, far = (annotated(text) for text in TOLD)
    ids = [a.article.id for a in (one, other, far)]
    near = Nearness((one, other, far), {(ids[1], ids[0]), (ids[0], ids[2]), (ids[1], ids[2])})
    assert near.of(ids[0], ids[1]) == near.of(ids[1], ids[0]) == 1.0
    assert near.of(ids[0], ids[2]) < 0.5
    assert near.of(ids[2], ids[2]) == 1.0
