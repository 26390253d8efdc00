"""Datelines: the place, day and agency that open a news report.

Knows the forms of the agencies ("KYIV, May 16 (Reuters) -", "GENEVA (AP) —", "May 16—", "Geneva, 3 March --").
Does not know which places there are: it goes by shape, and by what stands around.
"""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.model.text import BoilerplateKind, PublishedBy
from dragoman.read.agencies import agency_of
from dragoman.read.days import DAY, WEEKDAY, parts
from dragoman.read.page import Day, Facts, Sign, Unit
from dragoman.read.phrases import words_of
from dragoman.read.title import capitalised

_CAPS = r"[A-ZÀ-ÖØ-ÞĀ-Ž][A-ZÀ-ÖØ-ÞĀ-Ž.'’-]+"
_TITLE = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w.'’-]*"
_SMALL = r"(?:\s(?:of|the|al|de|la|el|del|du|sur|am|and|da|do|dos|es|le|les|on|upon|di))"
_LOUD = rf"{_CAPS}(?:[\s/]{_CAPS}){{0,4}}"
_CALM = rf"{_TITLE}(?:{_SMALL}{{0,2}}[\s/]{_TITLE}){{0,3}}"
_REGION = rf"(?:,\s{_TITLE}(?:{_SMALL}{{0,2}}\s{_TITLE}){{0,3}})"
_AGENCY = r"(?:\s?[(\[](?P<agency>[\w.’' /-]{2,40})[)\]])"
_DATE = rf"(?:{WEEKDAY},?\s)?{DAY}"
_DASH = r"(?:\s?(?:—|–|--|- -|―|-{2,3})\s?|\s-\s|\s?-\s(?=[\"“A-Z]))"
_AFTER = r"(?=[\"“‘'«(]?\s?[A-ZÀ-ÖØ-Þ\d$€£])"

_I = "(?i:" + _DATE + ")"
LOUD = re.compile(rf"(?P<place>{_LOUD}){_REGION}{{0,2}}(?:[,.]?\s{_I})?{_AGENCY}?\s?(?P<dash>{_DASH}|:\s)")
_END = rf"\s?(?:{_DASH}|:\s|-(?=[A-Z]))"
CALM = re.compile(rf"(?P<place>{_CALM}){_REGION}{{0,2}}\s?[,.–—-]?\s{_I}{_AGENCY}?{_END}")
WIRE = re.compile(rf"(?P<place>{_CALM}){_REGION}{{0,2}}{_AGENCY}{_END}")
PLAIN = re.compile(rf"(?P<place>{_TITLE}(?:[\s/]{_TITLE}){{0,2}}{_REGION}?)\s?(?:—|–|--)\s?{_AFTER}")
HYPHEN = re.compile(rf"(?P<place>{_TITLE})-(?=(?:The|A|An|In|At|After|As|With)\s)")
DATED = re.compile(rf"{_I}\s?{_AGENCY}?\s?(?:{_DASH}|-(?=[A-Z\"“])|:\s)")
FOREIGN = re.compile(rf"(?P<place>{_LOUD}){_REGION}?,\s[^(){{}}.;:]{{2,25}}{_AGENCY}\s?{_DASH}")
WIRED = re.compile(rf"{_AGENCY}\s?(?:{_DASH}|:?\s)(?:(?P<place>{_TITLE}(?:\s{_TITLE}){{0,2}}),\s{_I}\s?{_DASH})?")
ALONE = re.compile(rf"(?:(?P<place>{_LOUD}|{_CALM}){_REGION}{{0,2}}[,.]?\s)?{_I}{_AGENCY}?[.:]?")
SPEAKER = re.compile(rf"{_LOUD}:\s")
LONGEST = 160


def dateline(unit: Unit, *, colon: bool) -> Sign | None:
    """The dateline that opens a unit, if one does. `colon` allows "GENEVA: The talks ..."."""
    head = unit.text[:LONGEST]
    for form in (LOUD, CALM, WIRE, FOREIGN, DATED, WIRED, PLAIN, HYPHEN):
        found = form.match(head)
        if found and found.end() < len(unit.text) and plausible(found, head, form, colon=colon):
            return sign(unit, found, found.end())
    return None


def lone_dateline(unit: Unit) -> Sign | None:
    """A unit that is a dateline and nothing else: "GENEVA, Dec. 3, 1995"."""
    found = ALONE.fullmatch(unit.text) if len(unit.text) <= LONGEST else None
    if found is None or not parts(found):
        return None
    told = sign(unit, found, len(unit.text))
    return replace(told, facts=replace(told.facts, place=None)) if is_paper(found["place"]) else told


def is_paper(name: str | None) -> bool:
    """Whether what stands before a day is a paper's name: "The Lakeside Courier, 3 December 1995"."""
    return name is not None and bool(words_of("papers") & set(name.lower().split()))


def plausible(found: re.Match[str], head: str, form: re.Pattern[str], *, colon: bool) -> bool:
    """Whether what looks like a dateline can be one."""
    groups = found.groupdict()
    place, agency, dated = groups.get("place"), groups.get("agency"), "d1" in groups and parts(found) is not None
    if place and place.split()[0].strip(".,").lower() in words_of("no_place"):
        return False
    if form in (WIRED, WIRE, FOREIGN):
        return agency is not None and agency_of(agency) is not None
    if form is DATED:
        return dated and re.match(_AFTER, head[found.end() :]) is not None
    if place and form is LOUD and not dated and agency is None:
        named = head[: found.start("dash")].split()
        if len(place.split()) > 4 or len(named) > 6 or (found["dash"].strip() == ":" and len(place) < 4):
            return False
        capital = re.match(_AFTER, head[found.end() :]) is not None
        return capital and (colon or found["dash"].strip() != ":")
    return True


def is_place(words: str) -> bool:
    """Whether capitals may be a place: no day of the week and no agency."""
    return agency_of(words.strip(". ")) is None and re.fullmatch(f"(?i:{WEEKDAY})", words.strip(", ")) is None


def sign(unit: Unit, found: re.Match[str], length: int) -> Sign:
    """What the dateline tells, and where it stands."""
    groups = found.groupdict()
    shown = groups.get("place")
    bracketed = groups.get("agency")
    agency = agency_of(bracketed or (shown or "").strip(". "))
    place = (unit.start + found.start("place"), unit.start + found.end("place")) if shown and is_place(shown) else None
    day = parts(found) if "d1" in groups else None
    days = (Day(*day, PublishedBy.DATELINE),) if day else ()
    if agency is None and day and bracketed and capitalised(bracketed):
        agency = bracketed.strip()  # a bracket behind a place and a day names a wire, known or not
    end = unit.start + len(unit.text[:length].rstrip())
    return Sign(unit.start, end, BoilerplateKind.DATELINE, Facts(place=place, days=days, agency=agency))
