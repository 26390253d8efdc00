"""What the language model read of the cues of an article, looked up by token for the drafts that stand there.

Judges no draft: that is for `signs` and `belief`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from dragoman.annotate.attribution.draft import Draft
from dragoman.annotate.attribution.page import Page
from dragoman.model.reading import CueScores

FLOOR = 0.02  # chance that stands for whatever the model leaves out


@dataclass(frozen=True, slots=True)
class Read:
    """What the language model read of cues, by token: how likely each stands in one, and the scores it stands in."""

    chances: Mapping[int, float]
    scores: Mapping[int, CueScores]
    _content: dict[int, Mapping[int, float]] = field(default_factory=dict)

    @classmethod
    def of(cls, page: Page) -> Read:
        """What the model read of the cues of a page."""
        chances: dict[int, float] = {}
        scores: dict[int, CueScores] = {}
        for found in page.trees.reading.cues:
            for token, chance in ((found.first, 1.0), *found.cue):
                sure = min(chance, found.score)
                if sure > chances.get(token, 0.0):
                    chances[token], scores[token] = sure, found
        return cls(chances, scores)

    def chance(self, made: Draft) -> float:
        """How likely the likeliest word of a cue stands in one."""
        return max((self.chances.get(index, 0.0) for index in (made.head, *range(*made.cue))), default=0.0)

    def around(self, made: Draft) -> CueScores | None:
        """The scores of the cue, where the model read one there."""
        best = max((made.head, *range(*made.cue)), key=lambda index: self.chances.get(index, 0.0))
        return self.scores.get(best)

    def content(self, scores: CueScores) -> Mapping[int, float]:
        """How likely each token is content of a cue, as log odds, worked out once for all drafts of it."""
        if scores.first not in self._content:
            self._content[scores.first] = {token: odds(chance) for token, chance in scores.content}
        return self._content[scores.first]


def odds(chance: float) -> float:
    """A chance as log odds, about from -1 to 1."""
    held = min(max(chance, FLOOR), 1 - FLOOR)
    return math.log(held / (1 - held)) / 4
