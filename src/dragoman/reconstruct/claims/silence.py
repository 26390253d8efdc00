"""Who is silent: the articles that tell the story and not the claim. Does not say why."""

from __future__ import annotations

from collections.abc import Collection, Mapping


def silent(telling: Collection[str], stories: Mapping[str, Collection[str]]) -> tuple[str, ...]:
    """The other articles of the stories that these articles belong to, in order.

    >>> silent(["ar-1"], {"ar-1": ["ar-1", "ar-2"], "ar-3": ["ar-3"]})
    ('ar-2',)
    """
    around = {article for teller in telling for article in stories.get(teller, ())}
    return tuple(sorted(around - set(telling)))
