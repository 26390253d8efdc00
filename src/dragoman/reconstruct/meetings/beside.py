"""What stands beside a meeting and is not of it: a day that another thing has, and those who stayed away.

"The first talks since the war broke out in May" were not held in May, nor were those that came of "the offer of 9 May"
held on the ninth; what came "before the talks opened" has a day of its own; who was absent from a session did not sit
there. Reads the words in a row around the word of meeting.
"""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.model.record import EventMentionRow

SINCE = re.compile(r"\bsince\s+\S+\s+\S")  # something that happened, not a day
BEYOND = re.compile(r"\b(?:before|after|ahead of|until)\s+(?:(?:the|these|those|any)\s+)?(?:\w+\s+)?$", re.IGNORECASE)
OWNED = re.compile(r"\b(?P<owner>\w+)\s+of\s+(?:the\s+)?$")
PARTS = frozenset(
    "morning afternoon evening night hours day days week weeks weekend month eve end beginning start course round "
    "session sessions talks meeting summit dinner first second third".split()
)
"""Words before "of" and a day that are the day's own, or a meeting's."""
AWAY = re.compile(
    r"\b(?:absent from|stayed? away from|skip(?:ped|s)?|boycott(?:ed|s)?|missed|shunn?(?:ed|s)?|snubb?(?:ed|s)?)\s+"
    r"(?:[\w’'-]+\s+){0,4}$",
    re.IGNORECASE,
)
BEFORE = 60  # characters before the word in which that is told


def of_its_own(mention: EventMentionRow, text: str) -> EventMentionRow:
    """The mention without the day of another thing, and without those who were not there."""
    start = mention.trigger.start
    before = text[max(0, start - BEFORE) : start]
    if AWAY.search(before):
        mention = replace(mention, actors=())
    beyond = BEYOND.search(before)
    date = mention.date
    if date is None:
        return mention
    later = SINCE.search(text[start : date.evidence.start])
    earlier = beyond and date.evidence.end <= start - len(before) + beyond.start()
    owned = OWNED.search(text[mention.trigger.end : date.evidence.start])
    other = owned and owned["owner"].lower() not in PARTS
    return replace(mention, date=None) if later or earlier or other else mention
