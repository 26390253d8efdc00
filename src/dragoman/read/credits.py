"""Bylines, credit lines, lines of metadata and copyright: who wrote a piece, when, and for whom.

Goes by the shape of the line. A byline without "By" is found only where another credit line follows it.
"""

from __future__ import annotations

import re

from dragoman.model.text import BoilerplateKind, PublishedBy
from dragoman.read.agencies import agency_in, agency_of
from dragoman.read.days import DAY, WEEKDAY, day_in_url, parts
from dragoman.read.page import Day, Facts, Sign, Unit
from dragoman.read.phrases import fold, words_of

CREDIT, OTHER, DATELINE = BoilerplateKind.CREDIT, BoilerplateKind.OTHER, BoilerplateKind.DATELINE
_NAME = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w.'’-]*"
_PERSON = rf"{_NAME}(?:\s(?:(?:al|de|la|von|van|der|bin|ibn|el|del|da|dos|du|di)\s)?{_NAME}){{0,4}}"
_PEOPLE = rf"{_PERSON}(?:(?:,\s|\sand\s|\s&\s|,\sand\s){_PERSON}){{0,4}}"
_ZONE = r"(?:\(?(?:GMT|UTC|[A-Z]{2,4}T|[A-Z]{3})\)?)?(?:\s?[+-]\d{1,2}:?\d{0,2})?"
_TIME = rf"(?:[,\s–-]{{0,3}}(?:at\s)?\d{{1,2}}[:.]\d\d(?::\d\d)?\s?(?i:[ap]\.?m\.?)?,?\s?{_ZONE})"
_DATE = rf"(?i:(?:{WEEKDAY},?\s)?{DAY})"
_KEY = (
    r"(?i:(?:(?:first |last )?(?:published|posted|updated|modified|created|issued)(?: (?:on|at))?)"
    r"|date|pubdate|publication date|this (?:article|story) was (?:first )?(?:published|posted) on)"
)
BYLINE = re.compile(
    r"(?i:by|written by|co-authored by|reported by|words by|author|authors|story by|text by)\s?[:|]?\s"
    rf"(?P<who>{_PEOPLE})(?P<rest>(?:\s?[,|/•·–—-]\s?|\s(?:for|in|of)\s(?:the\s)?|\n).{{0,80}})?"
)
DATE_LINE = re.compile(
    rf"(?:(?P<key>{_KEY})\s?[:|-]?\s?|(?P<outlet>[A-Z][\w .&’'-]{{1,40}}?)\s?[-–—|•]\s)?(?:[-–—|•]\s?)?{_DATE}{_TIME}?"
    r"(?:\s?[|•·/]\s?[^.!?]{0,60}|\s?Updated .{0,40})?\.?"
)
UPDATED = re.compile(r"(?i)\b(?:updated|modified)\b")
KEYED = re.compile(
    rf"(?P<key>{_KEY})\s{{0,2}}[:=]?\s{{0,2}}{_DATE}(?:[T\s]\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?(?=\s|$)"
)
FIELD = re.compile(
    r"(?P<key>(?i:title|headline|author|byline|source|outlet|publisher|publication|site|url|link|language|lang|section"
    r"|category|tags|keywords|id))\s?[:=]\s?(?P<value>\S.{0,300})"
)
JOB = re.compile(
    r"(?i)\b(?:correspondent|reporter|editor|writer|journalist|analyst|columnist|contributor|bureau|staff)s?\b"
)
TITLED = re.compile(
    r"(?i:title|headline)\s?[:=]\s?(?P<title>\S.{3,250}?)\s(?=(?i:date|url|link|published|pubdate)\s?[:=]?\s?[\dh])"
)
ADDRESS = re.compile(r"(?i:url|link)\s?[:=]\s?(?=https?://)")
ENDED = re.compile(
    r"(?<=[.?!\"”’])\s{1,3}(?:Enditem|ENDITEM|[(\[](?:[Ee]nds?|ENDS?)[)\]]|-\s?[Ee]nds\s?-|-?30-|###)\.?$"
)
PARTED = re.compile(r",\s(?!and\s)")
URL = re.compile(r"https?://\S{3,500}")
TRAIL = re.compile(
    r"\((?:[Aa]dditional |[Ff]urther )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled|[Tt]ranslated|[Ww]ritten"
    r"|[Ee]dited|[Rr]eported|[Pp]roduced)\b[^()]{2,400}\)\.?$"
    r"|\((?P<agency>[\w.’' /-]{2,40})\)\.?$|[—–-]\s?(?P<dashed>[A-Z][\w.’' ]{1,30})\.?$"
)
REPORTED_FROM = re.compile(
    rf"(?:{_PEOPLE}|[\w ]{{0,60}}(?:writer|correspondent|reporter|journalist|staff)s?\b.{{0,120}})\s(?:also )?"
    r"(?:reported from|reports? from|contributed(?:\.$"
    r"|\s(?:reporting|to (?:this|the) (?:report|story|article)|from))).{0,200}"
)
COPYRIGHT = re.compile(
    r"(?:©|\([cC]\)|(?i:copyright))\s?(?P<year>(?:19|20)\d\d)?\s?(?:[-–]\s?(?:19|20)\d\d\s?)?"
    r"(?P<who>[A-Z][\w.’'& -]{1,60})?"
)


def credit_line(unit: Unit, *, head: bool) -> Sign | None:
    """The whole unit where it credits or dates the piece and says nothing else."""
    text = unit.text
    if len(text) > 400:
        return None
    return byline(unit) or date_line(unit, bare=head) or field(unit) or copyright_line(unit) or trailing_note(unit)


def whole(unit: Unit, kind: BoilerplateKind, facts: Facts) -> Sign:
    return Sign(unit.start, unit.end, kind, facts)


def byline(unit: Unit) -> Sign | None:
    """A line such as "By A. Writer and B. Reporter, Associated Press"."""
    found = BYLINE.fullmatch(unit.text) if len(unit.text) <= 200 and unit.text.count(" ") < 25 else None
    if found is None or unit.text.endswith(("?", "!")) or (unit.text.endswith(".") and unit.text.count(" ") > 7):
        return None
    first, *others = PARTED.split(found["who"].strip(" .,"))
    names = ", ".join([first, *(part for part in others if not (agency_in(part) or JOB.search(part)))])
    author = names.title().replace(" And ", " and ") if names.isupper() else names
    agency = agency_in(", ".join(others) + (found["rest"] or ""))
    return whole(unit, CREDIT, Facts(author=author, agency=agency, days=days_in(found["rest"] or "")))


def days_in(text: str) -> tuple[Day, ...]:
    found = re.search(_DATE, text)
    day = parts(found) if found else None
    return (Day(*day, PublishedBy.TEXT),) if day else ()


def date_line(unit: Unit, *, bare: bool) -> Sign | None:
    """A line that tells the day: "Published: May 16, 2025". With `bare`, a date alone will do."""
    found = DATE_LINE.fullmatch(unit.text) if len(unit.text) <= 160 else None
    day = parts(found) if found else None
    if found is None or day is None or not (bare or found["key"] or found["outlet"]):
        return None
    days = () if found["key"] and UPDATED.search(found["key"]) else (Day(*day, PublishedBy.TEXT),)
    facts = Facts(days=days, agency=agency_in(found["outlet"] or ""))
    return whole(unit, OTHER if found["key"] else DATELINE, facts)


def field(unit: Unit) -> Sign | None:
    """ "Author: A. Writer", "url: https://..."."""
    found = FIELD.fullmatch(unit.text)
    if found is None or len(unit.text.split()) > 25:
        return None
    key, value = found["key"].lower(), found["value"].strip()
    if key in ("title", "headline"):
        return whole(unit, OTHER, Facts(title=value))
    if key in ("author", "byline"):
        return whole(unit, CREDIT, Facts(author=value))
    if key in ("url", "link"):
        return whole(unit, OTHER, Facts(url=value)) if URL.fullmatch(value) else None
    if key in ("outlet", "publisher", "publication", "site"):
        return whole(unit, CREDIT, Facts(outlet=value))
    if key == "source":
        link = value if URL.fullmatch(value) else None
        return whole(unit, CREDIT, Facts(agency=agency_in(value), url=link, days=days_in(value)))
    return whole(unit, OTHER, Facts()) if len(value.split()) <= 12 else None


def copyright_line(unit: Unit) -> Sign | None:
    found = COPYRIGHT.match(unit.text) if len(unit.text) <= 200 else None
    if found is None or not (found["year"] or found["who"] or unit.text.startswith("©")):
        return None
    agency = agency_in(unit.text)
    who = re.split(r"\.\s|\.$|(?i:all rights)", found["who"] or "")[0].strip(" -,")
    named = bool(found["year"]) and len(who) > 1 and who.count(" ") < 5 and not agency
    return whole(unit, CREDIT, Facts(agency=agency, outlet=who if named else None))


def trailing_note(unit: Unit) -> Sign | None:
    """ "A. Writer reported from Geneva.", "(Reporting by A. Writer; Editing by B. Desk)"."""
    noted = REPORTED_FROM.fullmatch(unit.text) or (unit.text.startswith("(") and TRAIL.fullmatch(unit.text))
    return whole(unit, CREDIT, Facts(agency=agency_in(unit.text))) if noted else None


def trail(unit: Unit) -> Sign | None:
    """A credit at the end of a paragraph: "... to Geneva. (Reuters)", "... (Reporting by A. Writer)"."""
    if ended := ENDED.search(unit.text[-30:]):
        return Sign(unit.end - len(ended.group().lstrip()), unit.end, OTHER)
    tail_start = max(0, len(unit.text) - 420)
    found = TRAIL.search(unit.text, tail_start)
    if found is None or found.start() == 0:
        return None
    before = unit.text[: found.start()].rstrip()
    agency = agency_of((found["agency"] or found["dashed"] or "").strip())
    if (found["agency"] or found["dashed"]) and (agency is None or before[-1:] not in tuple('.!?"”’')):
        return None
    return Sign(unit.start + found.start(), unit.end, CREDIT, Facts(agency=agency or agency_in(found.group())))


def opening(unit: Unit) -> Sign | None:
    """Metadata before the text on its own line: "date 2025-05-16 The first ...", "https://... The first ..."."""
    if (label := ADDRESS.match(unit.text)) is not None:
        return Sign(unit.start, unit.start + label.end(), OTHER)
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


PARTS = re.compile(r"\s*[/|]\s+|\s+[/|]\s*")
PERSON = re.compile(rf"(?:{_PERSON})")


def slashed(unit: Unit) -> Sign | None:
    """Credits parted by strokes before the text: "Title/ Outlet/ CITY/ Author/ Edition/ The text ..."."""
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
