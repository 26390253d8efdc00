"""Bylines, date lines, fields and copyright: lines that credit or date the piece and say nothing else.

Goes by the shape of the line. A byline without "By" is for `furniture.py`, which sees the lines around it.
"""

from __future__ import annotations

import re

from dragoman.model.text import BoilerplateKind, PublishedBy
from dragoman.read.agencies import agency_in, agency_of
from dragoman.read.days import FULL, parts
from dragoman.read.forms import CLOCK, DATE_FORM, DAY_KEY, JOB, PEOPLE, PERSON_FORM, UPDATED, URL
from dragoman.read.page import Day, Facts, Sign, Unit
from dragoman.read.phrases import words_of
from dragoman.read.trails import trailing_note

CREDIT, OTHER, DATELINE = BoilerplateKind.CREDIT, BoilerplateKind.OTHER, BoilerplateKind.DATELINE
BYLINE = re.compile(
    r"(?i:(?:analysis |opinion |comment |commentary )?by|written by|co-authored by|reported by|words by|author|authors"
    r"|story by|text by)\s?[:|]?\s"
    rf"(?P<who>{PEOPLE})(?P<rest>(?:\s?[,|/•·–—-]\s?|\s(?:for|in|of)\s(?:the\s)?|\n).{{0,80}})?"
)
NAMELESS = re.compile(
    r"(?:By|From) (?:[Aa] |[Oo]ur )(?:own |staff |special |foreign )?"
    r"(?:[Cc]orrespondents?|[Rr]eporters?|[Ss]taff)\b(?P<rest>[^.?!]*)\.?"
)
DATE_LINE = re.compile(
    rf"(?:(?P<key>{DAY_KEY})\s?[:|-]?\s?|(?P<outlet>[A-Z][\w .&’'-]{{1,40}}?)\s?[-–—|•]\s)?"
    rf"(?:[-–—|•]\s?)?{DATE_FORM}(?:T\d\d:\d\d[\d:.]{{0,10}}Z?|{CLOCK})?"
    r"(?:\s?[|•·/]\s?[^.!?]{0,60}"
    r"|\s{2,}[^.!?]{0,40}|\s?Updated .{0,40}|(?P<more>\.\s[A-Z][^.!?]{0,60}))?\.?"
)
PLACED = re.compile(
    rf"(?P<who>{PERSON_FORM})\sin\s{PERSON_FORM}(?:(?:,\s|,?\sand\s|;\s)(?P<more>{PERSON_FORM})\sin\s{PERSON_FORM})?"
)
PRINTED = re.compile(r"(?i)\b(?:published|posted|printed|appeared|edition|issue)\b")
EDITION = frozenset("late early edition issue no nr vol volume week ending price est updated".split())
FIELD = re.compile(
    r"(?P<key>(?i:title|headline|author|byline|source|outlet|publisher|publication|site|url|link|language|lang|section"
    r"|category|tags|keywords|id))\s?[:=]\s?(?P<value>\S.{0,300})"
)
LIVE_LINE = re.compile(
    rf"(?:(?P<key>{DAY_KEY})\s?[:|-]?\s?)?{DATE_FORM}{CLOCK}?[.;,]\s(?P<rest>[A-Z(][^.!?]{{3,80}}[.)]?)"
)
NOTE_WORDS = re.compile(r"(?i)\b(?:updates?|updated|entries|posts|newest|latest|live|times|by)\b")
PARTED = re.compile(r",\s(?!and\s)")
BARS = re.compile(r"\s[|•·]\s")
COPYRIGHT = re.compile(
    r"(?:©|\([cC]\)|(?i:copyright))\s?(?P<year>(?:19|20)\d\d)?\s?(?:[-–]\s?(?:19|20)\d\d\s?)?"
    r"(?P<who>[A-Z][\w.’'& -]{1,60})?"
)


def credit_line(unit: Unit, *, head: bool) -> Sign | None:
    """The whole unit where it credits or dates the piece and says nothing else."""
    text = unit.text
    if len(text) > 400:
        return None
    return (
        byline(unit)
        or correspondents(unit)
        or date_line(unit, bare=head)
        or live_line(unit)
        or barred(unit)
        or field(unit)
        or copyright_line(unit)
        or trailing_note(unit)
    )


def whole(unit: Unit, kind: BoilerplateKind, facts: Facts) -> Sign:
    return Sign(unit.start, unit.end, kind, facts)


def byline(unit: Unit) -> Sign | None:
    """A line such as "By A. Writer and B. Reporter, Associated Press"."""
    found = BYLINE.fullmatch(unit.text) if len(unit.text) <= 200 and unit.text.count(" ") < 25 else None
    if found is None or unit.text.endswith(("?", "!")) or (unit.text.endswith(".") and unit.text.count(" ") > 7):
        return None
    first, *others = PARTED.split(found["who"].strip(" .,"))
    if agency_of(first):
        return whole(unit, CREDIT, Facts(agency=agency_of(first), days=days_in(found["rest"] or "")))
    papers = [part for part in others if part.startswith("The ") and not agency_in(part)]
    names = ", ".join([first, *(p for p in others if not (agency_in(p) or JOB.search(p) or p in papers))])
    author = names.title().replace(" And ", " and ") if names.isupper() else names
    agency = agency_in(", ".join(others) + (found["rest"] or ""))
    outlet = papers[0] if papers else None
    return whole(unit, CREDIT, Facts(author=author, agency=agency, outlet=outlet, days=days_in(found["rest"] or "")))


def correspondents(unit: Unit) -> Sign | None:
    """A byline that names nobody: "By our correspondent in Geneva, 14 October"."""
    found = NAMELESS.fullmatch(unit.text) if len(unit.text) <= 120 else None
    return whole(unit, CREDIT, Facts(days=days_in(found["rest"]))) if found else None


def days_in(text: str) -> tuple[Day, ...]:
    found = re.search(DATE_FORM, text)
    day = parts(found) if found else None
    return (Day(*day, PublishedBy.TEXT),) if day else ()


def date_line(unit: Unit, *, bare: bool) -> Sign | None:
    """A line that tells the day: "Published: May 16, 2025". With `bare`, a date alone will do."""
    found = DATE_LINE.fullmatch(unit.text) if len(unit.text) <= 160 else None
    day = parts(found) if found else None
    if found is None or day is None or not (bare or ((found["key"] or found["outlet"]) and not found["more"])):
        return None
    days = () if found["key"] and UPDATED.search(found["key"]) else (Day(*day, PublishedBy.TEXT),)
    facts = Facts(days=days, agency=agency_in(found["outlet"] or ""))
    return whole(unit, OTHER if found["key"] else DATELINE, facts)


def edition_line(unit: Unit) -> Sign | None:
    """A line at the head of a page that ends or begins with the whole day and else names the issue and the place."""
    text = unit.text
    found = FULL.search(text) if len(text) <= 120 else None
    day = parts(found) if found else None
    if found is None or day is None or day[0] is None or (found.start() and found.end() < len(text.rstrip(" .)"))):
        return None
    rest = (text[: found.start()] + " " + text[found.end() :]).replace("(", " ").replace(")", " ").split()
    listed = all(w.strip(".,:;-–—#").lower() in EDITION | words_of("small") or not w[:1].islower() for w in rest)
    return whole(unit, DATELINE, Facts(days=(Day(*day, PublishedBy.TEXT),))) if listed and len(rest) < 9 else None


def placed_byline(unit: Unit) -> Sign | None:
    """Names with the places they write from: "Ana Lind in Oslo and Cora Holm in Geneva"."""
    found = PLACED.fullmatch(unit.text) if len(unit.text) <= 120 else None
    names = [name for name in (found["who"], found["more"]) if name and " " in name] if found else []
    return whole(unit, CREDIT, Facts(author=" and ".join(names))) if names else None


def printed_on(text: str) -> tuple[Day, ...]:
    """The whole day that a note below an article says it was printed on."""
    found = FULL.search(text) if PRINTED.search(text) and not UPDATED.search(text) else None
    day = parts(found) if found else None
    return (Day(*day, PublishedBy.TEXT),) if day and day[0] else ()


def live_line(unit: Unit) -> Sign | None:
    """The line of a running page that tells its day and how it is kept: the day of its last update is its own.

    >>> sign = live_line(Unit(0, 0, "Last updated 18 December 2018, 21:40 GMT. Latest entries first."))
    >>> [(day.year, day.month, day.day, day.by.value) for day in sign.facts.days]
    [(2018, 12, 18, 'inferred')]
    >>> live_line(Unit(0, 0, "12 March 2018. Envoys of both sides met in Oslo."))
    """
    found = LIVE_LINE.fullmatch(unit.text) if len(unit.text) <= 160 else None
    day = parts(found) if found else None
    if found is None or day is None or not NOTE_WORDS.search(found["rest"]) or found["rest"].count(" ") > 8:
        return None
    by = PublishedBy.INFERRED if found["key"] and UPDATED.search(found["key"]) else PublishedBy.TEXT
    return whole(unit, OTHER, Facts(days=(Day(*day, by),)))


def barred(unit: Unit) -> Sign | None:
    """Short credits parted by bars, an agency or a day among them: "AFP | Geneva | Updated: 27-01-2022"."""
    members = [part.strip() for part in BARS.split(unit.text)] if len(unit.text) <= 200 else []
    if len(members) < 2 or any(part.count(" ") > 5 or part.endswith((".", "?")) for part in members):
        return None
    days = tuple(day for part in members if not UPDATED.search(part) for day in days_in(part))
    agency = next((agency for part in members if (agency := agency_of(part))), None)
    dated = any(days_in(part) for part in members)
    return whole(unit, CREDIT, Facts(days=days, agency=agency)) if agency or dated else None


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
    named = (
        bool(found["year"] or re.search(r"(?i:rights)", unit.text))
        and len(who) > 1
        and who.count(" ") < 5
        and not agency
    )
    return whole(unit, CREDIT, Facts(agency=agency, outlet=who if named else None))
