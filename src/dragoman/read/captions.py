"""Captions and the credits of pictures.

Goes by the credit at the end ("(Agency Photo/Name)", "[Name/Agency]", "AGENCY/Name") and by the words that
open captions. A caption that shows neither is not found.
"""

from __future__ import annotations

import re

from dragoman.model.text import BoilerplateKind
from dragoman.read.agencies import agency_of, pattern
from dragoman.read.page import Facts, Sign, Unit

LONGEST = 1_500
_AGENTS = (
    rf"(?:{pattern()}|Getty(?:\sImages)?|Shutterstock|iStock|Alamy|WENN|Zuma|Unsplash|Flickr|NurPhoto|Pool"
    r"|Wikimedia(?:\sCommons)?|Twitter|Facebook|X)"
)
_PHOTO = (
    r"(?:[Pp]hotos?|PHOTOS?|[Ii]mages?|IMAGES?|[Pp]ictures?|[Hh]andout|HANDOUT|[Cc]redit|[Ff]ile|FILE"
    r"|[Ss]creengrab|[Ss]creenshot|[Vv]ideo|[Cc]ourtesy)"
)
BRACKETED = re.compile(r"[(\[](?P<credit>[^()\[\]]{2,120})[)\]]\.?$")
CREDIT = re.compile(
    rf"(?:(?=[A-ZÀ-Þ]|{_PHOTO}\b)(?:\S+\s){{0,9}}?\S*\b{_PHOTO}\b.*|(?:\S+\s){{1,9}}via\s(?:the\s)?{_AGENTS}"
    rf"|.{{0,60}}/\s?{_AGENTS}(?:/.*)?\.?|{_AGENTS}\s?/.{{1,60}}|.+/\s?(?:Pool|EPA|EFE)"
    r"|(?:[A-ZÀ-Þ][\w.’'-]*\s){1,3}[A-ZÀ-Þ][\w.’'-]*\s?/"
    r"\s?(?:[A-ZÀ-Þ][\w.’'-]*\s?){1,3}(?:,\s?(?:[Ff]ile|FILE|Pool|POOL))?)"
)
SLASHED = re.compile(
    rf"(?:^|[.\s]){_AGENTS}\s?/\s?(?:[A-ZÀ-Þ][\w.'’-]*\s?){{1,4}}\.?$"
    rf"|\s[–—-]\s?{_AGENTS}\s?[Pp]hoto\.?$|/\s?{_AGENTS}\.?$"
)
LONE_PARTED = re.compile(
    rf"[^()\[\]]{{0,60}}[/|]\s?{_AGENTS}[^()\[\]]{{0,30}}"
    rf"|{_AGENTS}(?:\sPhoto)?\s?[/|].{{1,40}}"
    rf"|(?:{pattern()}|Getty Images)(?:\s(?:[Ss]taff|STAFF|[Pp]hoto|[Ww]riters?))?"
)
_SHOT = r"(?:photo|image|picture|video|frame|still|photograph)"
OPENING = re.compile(
    r"(?:In this (?:[\w-]+ )?(?:(?:handout|file|undated|frame|pool|aerial|satellite|combination|screen ?grab) )?"
    rf"{_SHOT}\b(?=.{{0,80}}\b(?:from|by|released|provided|taken|made|shows?|on|posted)\b)"
    rf"|This (?:[\w-]+ ){{0,2}}{_SHOT}s? (?:shows?|taken|released|provided|made)\b"
    rf"|(?:A|An) (?:handout|undated|file|combination|satellite|general) (?:{_SHOT}|view) "
    r"(?:of|shows?|taken|released|provided|made)\b"
    r"|FILE\b\s?(?:PHOTO|PIC|IMAGE)?\s?[-–—:])"
)
SIDES = re.compile(
    r"\((?:[LC]|\d[LR]|[LRC]-[LRC]|[Ff]rom (?:left|right|L|R)|[Ff]ront (?:left|right)|[Ll]eft|[Rr]ight|[Cc]ent(?:er|re)"
    r"|pictured(?: left| right)?)\)|\bfrom left to right\b|\(left\) and\b"
)
MOST_CREDIT_WORDS = 14


def caption(unit: Unit) -> Sign | None:
    """The whole unit where it is a caption or a picture's credit."""
    text = unit.text
    if len(text) > LONGEST:
        return None
    if len(text) <= 60 and LONE_PARTED.fullmatch(text):
        return Sign(unit.start, unit.end, BoilerplateKind.CREDIT, Facts(agency=agency_of(text)))
    bracketed = BRACKETED.search(text[-130:])
    credit = bracketed["credit"] if bracketed else ""
    credited = credit.count(" ") < MOST_CREDIT_WORDS and CREDIT.fullmatch(credit) is not None
    if credited or OPENING.match(text) or sided(text) or SLASHED.search(text[-90:]):
        return Sign(unit.start, unit.end, BoilerplateKind.CAPTION)
    return None


def sided(text: str) -> bool:
    """Whether one sentence says who stands where: "Minister Ito (L) greets President Ortega"."""
    return len(text) < 700 and SIDES.search(text) is not None and '"' not in text and "“" not in text
