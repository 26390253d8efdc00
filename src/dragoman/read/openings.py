"""What stands in front of the text on its own line: metadata of a scraper, and credits parted by strokes."""

from __future__ import annotations

import re

from dragoman.model.text import BoilerplateKind, PublishedBy
from dragoman.read.agencies import agency_of
from dragoman.read.credits import live_line
from dragoman.read.days import day_in_url, parts
from dragoman.read.forms import DATE_FORM, DAY_KEY, PERSON, UPDATED, URL
from dragoman.read.page import Day, Facts, Sign, Unit
from dragoman.read.phrases import fold, words_of

CREDIT, OTHER, DATELINE = BoilerplateKind.CREDIT, BoilerplateKind.OTHER, BoilerplateKind.DATELINE
KEYED = re.compile(
    rf"(?P<key>{DAY_KEY})\s{{0,2}}[:=]?\s{{0,2}}{DATE_FORM}(?:[T\s]\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?(?=[\s,;]|$)"
)
TITLED = re.compile(
    r"(?i:title|headline)\s?[:=]\s?(?P<title>\S.{3,250}?)\s(?=(?i:date|url|link|published|pubdate)\s?[:=]?\s?[\dh])"
)
ADDRESS = re.compile(r"(?i:url|link)\s?[:=]\s?(?=https?://)")
FUSED = re.compile(rf"{DATE_FORM}(?<=\d\d)(?=[A-Z][a-z])")
PARTS = re.compile(r"\s*[/|]\s+|\s+[/|]\s*")


def opening(unit: Unit) -> Sign | None:
    """Metadata before the text on its own line: "date 2025-05-16 The first ...", "https://... The first ..."."""
    if (label := ADDRESS.match(unit.text)) is not None:
        return Sign(unit.start, unit.start + label.end(), OTHER)
    if (fused := FUSED.match(unit.text[:60])) is not None and (day := parts(fused)):
        return Sign(unit.start, unit.start + fused.end(), DATELINE, Facts(days=(Day(*day, PublishedBy.TEXT),)))
    if (running := live_line(unit)) is not None:
        return running
    found = KEYED.match(unit.text[:200])
    if found and (day := parts(found)):
        days = () if UPDATED.search(found["key"]) else (Day(*day, PublishedBy.TEXT),)
        return Sign(unit.start, unit.start + found.end(), OTHER, Facts(days=days))
    if titled := TITLED.match(unit.text[:400]):
        return Sign(unit.start, unit.start + titled.end(), OTHER, Facts(title=titled["title"].strip()))
    if link := URL.match(unit.text):
        day_there = day_in_url(link.group())
        days = (Day(day_there.year, day_there.month, day_there.day, PublishedBy.TEXT),) if day_there else ()
        return Sign(unit.start, unit.start + link.end(), OTHER, Facts(url=link.group(), days=days))
    return None


def slashed(unit: Unit) -> Sign | None:
    """Credits parted by strokes before the text: "Title/ Outlet/ CITY/ Author/ Edition/ The text ..."."""
    if "/" not in unit.text and "|" not in unit.text:
        return None
    ends, start = [], 0
    for found in PARTS.finditer(unit.text[:600]):
        part = unit.text[start : found.start()]
        if not part or part.count(" ") > 18 or (part.rstrip()[-1:] in ".?!" and part.count(" ") > 3):
            break
        ends.append((start, found.start(), found.end()))
        start = found.end()
    if len(ends) < 3:
        return None
    return Sign(unit.start, unit.start + len(unit.text[: ends[-1][2]].rstrip()), CREDIT, roles(unit, ends))


def roles(unit: Unit, ends: list[tuple[int, int, int]]) -> Facts:
    """Who is who among parted credits: the longest is the title, capitals are the place, a name is the author."""
    found = [(start, end, unit.text[start:end].strip()) for start, end, _ in ends]
    titles = [text for _, _, text in found if text.count(" ") >= 4]
    rest = [item for item in found if item[2].count(" ") < 4 and fold(item[2]) not in words_of("editions")]
    places = [(start, end) for start, end, text in rest if text.isupper() and agency_of(text) is None and len(text) > 3]
    people = [text for _, _, text in rest if " " in text and not text.isupper() and PERSON.fullmatch(text)]
    outlets = [
        text for _, _, text in rest if not text.isupper() and text not in people[-1:] and agency_of(text) is None
    ]
    place = (unit.start + places[0][0], unit.start + places[0][1]) if places else None
    agency = next((agency for _, _, text in rest if (agency := agency_of(text))), None)
    return Facts(
        title=titles[0] if titles else None,
        outlet=outlets[0] if outlets else None,
        author=people[-1] if people else None,
        agency=agency,
        place=place,
    )
