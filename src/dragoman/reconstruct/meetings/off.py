"""Whether the words around a meeting say that it was not to be: cancelled, postponed, or planned and come to nothing.

Reads the sentence of the meeting, and a later "the meeting was called off" where it was not told as held.
"""

from __future__ import annotations

import re

from dragoman.model.plover import Status
from dragoman.model.record import EventMentionRow

OFF = r"(?:cancell?ed|called off|postponed|scrapped|put off|shelved|abandoned|dropped|ditched|aborted)"
NEVER = r"(?:did not|didn[’']t|never)\s+(?:take place|took place|happen|happened|materiali[sz]ed?)"
ENDED = (
    rf"(?:(?:was|were|is|are|be|been|being)\s+(?:\w+\s+)?{OFF}"
    rf"|{NEVER}|fell through|(?:was|were)\s+off(?=\s*(?:[.,;:]|$)))"
)
WORDS = r"(?:\s+(?!and\b(?!\s+[A-Z])|but\b)(?:[\w’'-]|\.(?=\w|\s+\d))+){0,9}?\s+"
CALLED_OFF = re.compile(rf"{WORDS}{ENDED}\b")
WHICH_ENDED = re.compile(rf"[\w\s.’'-]{{0,60}},\s+which\s+(?:[\w.’'-]+\s+){{1,5}}{OFF}\b")
COLLAPSED = re.compile(rf"{WORDS}(?:collapsed|fell apart|came to nothing|failed)\b")
CALLING_OFF = re.compile(rf"\b{OFF}\s+(?:the|this|that|a|his|her|their|its)\s+(?:[\w-]+\s+){{0,3}}$")
THAT_ENDED = re.compile(
    rf"\b(?:the|this|that)\s+(?:[\w-]+\s+){{0,2}}(?:meeting|talks|summit|visit|call|session|round)\s+{ENDED}\b",
    re.IGNORECASE,
)
BEFORE, AFTER = 48, 144  # characters around a meeting in which a verb tells what became of it
SOON = 240  # characters behind a meeting in which "the meeting was called off" means it


def is_off(mention: EventMentionRow, text: str) -> bool:
    """Whether the words before or after it say that it was not to be: "the meeting was postponed"."""
    before, after = text[max(0, mention.trigger.start - BEFORE) : mention.trigger.start], text[mention.trigger.end :]
    if CALLED_OFF.match(after[:AFTER]) or CALLING_OFF.search(before) or WHICH_ENDED.match(after[:SOON]):
        return True
    if mention.status is Status.PLANNED and COLLAPSED.match(after[:AFTER]):
        return True
    return mention.status is not Status.HAPPENED and THAT_ENDED.search(after[:SOON]) is not None
