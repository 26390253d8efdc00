"""Which articles are compared at all: those that are akin by themselves, directly or by way of others."""

from __future__ import annotations

import random

from dragoman.link.stories import link_stories
from dragoman.model.flow import Annotated, Linked
from tests.newspaper import article

FERRY = "ferry harbour Lakeby dockers tugboat pilots quay moorings lighthouse keel stevedores anchorage".split()
FRUIT = "orchard quinces Hillby growers cider ladders blossom pruning grafts frost harvest crates".split()
OTHER = "velvet trumpet glacier saddle lantern marble pepper violin canyon almond copper walnut thimble bishop".split()


def linked(texts: list[str]) -> Linked:
    """Articles of these texts; their ids are numbers, in order."""
    papers = [Annotated(article=article(text, id=f"ar-{number:02}")) for number, text in enumerate(texts)]
    return link_stories(Linked(articles=tuple(papers)))


def told(subject: list[str], seed: int) -> str:
    """An article on a subject, with most of its words and one that belongs to nothing."""
    chance = random.Random(seed)
    words = [*chance.sample(subject, 8), chance.choice(OTHER)]
    chance.shuffle(words)
    return f"The {' '.join(words)}."


def test_many_articles_on_one_subject_stay_one_circle() -> None:
    texts = [told(FERRY, seed) for seed in range(40)]
    assert len(linked(texts).circles) == 1
    assert len(linked(texts[:5]).circles) == 1


def test_subjects_apart_are_circles_of_their_own() -> None:
    texts = [told(FERRY if seed % 2 else FRUIT, seed) for seed in range(40)]
    first, second = linked(texts).circles
    assert len(first) == len(second) == 20


def test_what_is_added_parts_no_circle() -> None:
    texts = [told(FERRY if seed % 3 else FRUIT, seed) for seed in range(30)]
    for size in range(2, 30, 5):
        before, after = linked(texts[:size]).circles, linked(texts[: size + 1]).circles
        assert all(any(set(circle) <= set(grown) for grown in after) for circle in before)


def test_every_story_lies_in_one_circle() -> None:
    found = linked([told(FERRY if seed % 2 else FRUIT, seed) for seed in range(12)])
    assert all(any(set(story) <= set(circle) for circle in found.circles) for story in found.stories)
