"""What stands on a page beside the article: menus, captions, credits, teasers, repeated titles.

Each sign is general: the shape of a line, its place at the head or foot, its neighbours, the repetition of the
title, a known phrase. No outlet is known by name. Lines are judged one by one in `phrases.py`, `captions.py`
and `credits.py`; here is what takes the whole page to see.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from dragoman.model.text import BoilerplateKind
from dragoman.read.agencies import agency_in
from dragoman.read.captions import caption
from dragoman.read.credits import (
    barred,
    byline,
    correspondents,
    credit_line,
    date_line,
    edition_line,
    placed_byline,
    printed_on,
)
from dragoman.read.dateline import SPEAKER, dateline, lone_dateline
from dragoman.read.forms import JOB, PERSON
from dragoman.read.menus import is_masthead, menu, spelled
from dragoman.read.openings import opening, slashed
from dragoman.read.page import Facts, Sign, Unit
from dragoman.read.phrases import fold, is_sentence, phrase_kind, wholes, words_of
from dragoman.read.title import capitalised, key, says_again, title_of, titled
from dragoman.read.trails import author_note, contributing_wire, trail, trailing_note

NAVIGATION, CAPTION, CREDIT = BoilerplateKind.NAVIGATION, BoilerplateKind.CAPTION, BoilerplateKind.CREDIT
TEASER, OTHER = BoilerplateKind.TEASER, BoilerplateKind.OTHER
CAPTION_LABELS = frozenset({"image caption", "photo caption", "caption"})
CRUMBS = re.compile(r"[^>»›]{2,30}(?:\s?[>»›]\s?[^>»›]{2,80}){1,6}")
PICTURE = re.compile(r"(?i:photo|image|picture|courtesy|credit)")
BARRED = re.compile(r"\w\s*[|•·>»›]\s*\w")
DATELINES_WITHIN = 4
LEAST_PROSE = 3
"""Paragraphs of text that a note on the writer stands below."""


@dataclass(slots=True)
class Sheet:
    """A page on the desk: its units, which of them are marked whole, and all signs found so far."""

    units: list[Unit]
    whole: dict[int, Sign] = field(default_factory=dict)
    parts: list[Sign] = field(default_factory=list)
    title: int | None = None

    @property
    def signs(self) -> list[Sign]:
        return sorted([*self.parts, *self.whole.values()], key=lambda sign: (sign.start, sign.end))

    def open(self) -> list[int]:
        """The places of the units that are not marked."""
        return [at for at in range(len(self.units)) if at not in self.whole]

    def prose(self) -> list[int]:
        return [at for at in self.open() if at != self.title and is_sentence(self.units[at].text)]

    def mark(self, at: int, kind: BoilerplateKind, *, author: str | None = None, outlet: str | None = None) -> None:
        unit = self.units[at]
        self.whole.setdefault(at, Sign(unit.start, unit.end, kind, Facts(author=author, outlet=outlet)))

    def cut(self, at: int, sign: Sign) -> None:
        """Take a sign off the beginning or the end of a unit; the rest stays open."""
        unit = self.units[at]
        rest = unit.rest(sign.end) if sign.start == unit.start else unit.rest(unit.start, sign.start)
        if not rest.text:
            self.whole[at] = sign
            return
        self.parts.append(sign)
        self.units[at] = rest


def survey(units: Iterable[Unit], title: str | None) -> Sheet:
    """The page with every sign that is found on it."""
    sheet = Sheet(list(units))
    for step in (openings, lines, doubles, strokes):
        step(sheet)
    shown = title or Facts.merged(sign.facts for sign in sheet.signs).title
    sheet.title = title_of(sheet.units, sheet.whole, shown)
    for step in (repeats, head, author_notes, pointers, foot, datelines, trails):
        step(sheet)
    return sheet


def openings(sheet: Sheet) -> None:
    """Metadata in front of the text at the top of the page."""
    for at in range(min(3, len(sheet.units))):
        while (sign := opening(sheet.units[at])) is not None and at not in sheet.whole:
            sheet.cut(at, sign)


def lines(sheet: Sheet) -> None:
    """Lines that show by themselves what they are. A date is a heading in the middle, a credit at the ends."""
    prose = sheet.prose()
    first, last = (prose[0], prose[-1]) if prose else (len(sheet.units), -1)
    for at in sheet.open():
        unit = sheet.units[at]
        ends = at <= first or at >= last
        bare = at <= first or at - 1 in sheet.whole
        sign = caption(unit) or (
            credit_line(unit, head=bare)
            if ends
            else byline(unit)
            or correspondents(unit)
            or trailing_note(unit)
            or date_line(unit, bare=bare)
            or barred(unit)
        )
        if sign is None and at <= first:
            sign = lone_dateline(unit)
        if sign is not None:
            sheet.whole[at] = sign
        elif job_of_writer(sheet, at):
            sheet.mark(at, CREDIT)
        elif kind := phrase_kind(unit.text) or crumbs(unit):
            days = printed_on(unit.text) if at >= last else ()
            sheet.whole[at] = Sign(unit.start, unit.end, kind, Facts(agency=wire(unit, kind), days=days))
        elif (at < first or at > last) and (listed := menu(unit, head=at < first)):
            sheet.whole[at] = listed
        elif (
            at < first - 1
            and (dated := edition_line(unit))
            and any(titled(sheet.units[i].text) for i in range(at + 1, first))
        ):
            sheet.whole[at] = dated


def job_of_writer(sheet: Sheet, at: int) -> bool:
    """Whether a short line below a byline says what the writer is."""
    before, text = sheet.whole.get(at - 1), sheet.units[at].text
    below = before is not None and before.facts.author is not None
    return below and text.count(" ") < 6 and not is_sentence(text) and (", " in text or JOB.search(text) is not None)


def wire(unit: Unit, kind: BoilerplateKind) -> str | None:
    """The agency of a credit line, where the credit is not for a picture."""
    if kind is not CREDIT or PICTURE.match(unit.text):
        return None
    return agency_in(unit.text) or contributing_wire(unit)


def crumbs(unit: Unit) -> BoilerplateKind | None:
    """A trail of sections: "Home > World > Talks end"."""
    if len(unit.text) > 200 or not CRUMBS.fullmatch(unit.text):
        return None
    return phrase_kind(re.split("[>»›]", unit.text)[0].strip()) and NAVIGATION


def doubles(sheet: Sheet) -> None:
    """A line said twice running: a caption where it is no sentence, else the second is left out."""
    for at, after in pairwise(sheet.open()):
        text = sheet.units[at].text
        if after != at + 1 or len(text) > 700 or text != sheet.units[after].text or not text.count(" "):
            continue
        if not is_sentence(text) and at > 1:
            sheet.mark(at, CAPTION)
        sheet.mark(after, CAPTION if at in sheet.whole else OTHER)


def strokes(sheet: Sheet) -> None:
    """Credits parted by strokes, at the beginning of an early paragraph."""
    for at in sheet.open()[:8]:
        if sign := slashed(sheet.units[at]):
            sheet.cut(at, sign)


def repeats(sheet: Sheet) -> None:
    """The title said again, and a short label that stands between it and the text."""
    if sheet.title is None:
        return
    title = key(sheet.units[sheet.title].text)
    for at in sheet.open():
        if at == sheet.title or not says_again(key(sheet.units[at].text), title):
            continue
        sheet.mark(at, OTHER)
        after = at + 1
        if after < len(sheet.units) - 1 and after not in sheet.whole and is_label(sheet.units[after].text):
            sheet.mark(after, NAVIGATION)


def is_label(text: str) -> bool:
    return text.count(" ") < 3 and len(text) < 40 and not is_sentence(text)


def head(sheet: Sheet) -> None:
    """Names without "By" that stand among the credits, between title and text."""
    prose = sheet.prose()
    first = prose[0] if prose else 0
    if sheet.title is not None and sheet.units[sheet.title].text.count(" ") >= 3:
        for at in [at for at in sheet.open() if at < sheet.title and sheet.units[at].text.count(" ") < 4]:
            sheet.mark(at, NAVIGATION, outlet=masthead(sheet, at))
    for at in [at for at in sheet.open() if (sheet.title is not None and sheet.title < at < first)]:
        around = [sheet.whole[near].kind for near in (at - 1, at + 1) if near in sheet.whole]
        text = sheet.units[at].text
        named = PERSON.fullmatch(text) and 1 <= text.count(" ") <= 3 and len(text) < 50
        credited = any(kind in (CREDIT, BoilerplateKind.DATELINE, OTHER) for kind in around)
        if named and credited and is_masthead(text):
            sheet.mark(at, CREDIT, outlet=text)
        elif around and (placed := placed_byline(sheet.units[at])):
            sheet.whole[at] = placed
        elif named and credited:
            sheet.mark(at, CREDIT, author=text.title() if text.isupper() else text)
        elif around and is_label(text) and capitalised(text):
            sheet.mark(at, NAVIGATION, outlet=masthead(sheet, at))


def masthead(sheet: Sheet, at: int) -> str | None:
    """The name of the outlet, where a line of capitalised words stands beside a menu or the day of publication."""
    text = spelled(sheet.units[at].text)
    beside = [near for near in (at - 1, at + 1) if near in sheet.whole]
    dated = any(sheet.whole[near].facts.days for near in beside)
    listed = any(sheet.whole[near].kind is NAVIGATION and BARRED.search(sheet.units[near].text) for near in beside)
    named = capitalised(text) and text.count(" ") <= 4 and text.isprintable() and fold(text) not in words_of("labels")
    above = sheet.title is not None and at < sheet.title
    if not named or ":" in text or not (" " in text or (above and at == 0 and dated)):
        return None
    first = above and at == 0 and is_masthead(text)
    return text if listed or first or (dated and (above or is_masthead(text))) else None


def author_notes(sheet: Sheet) -> None:
    """Who the writer is, below the text: the last words of it, or below a line that says so. Needs some text above."""
    prose = sheet.prose()
    while len(prose) > LEAST_PROSE and author_note(sheet.units[prose[-1]]):
        sheet.mark(prose.pop(), CREDIT)


def pointers(sheet: Sheet) -> None:
    """The titles that stand after "Read more:" or "Latest news", and the text after "Image caption"."""
    prose = sheet.prose()
    last = prose[-1] if prose else -1
    for at in sorted(sheet.whole):
        text = sheet.units[at].text
        if fold(text) in CAPTION_LABELS and at + 1 < len(sheet.units):
            sheet.mark(at + 1, CAPTION)
        if sheet.whole[at].kind is not TEASER or not (fold(text) in wholes(TEASER) or text.endswith(":")):
            continue
        run = titles_after(sheet, at)
        foot_follows = at > last
        for follower in run if foot_follows or closed(sheet, run) else run[:1] if len(run) < 3 else run[:-1]:
            sheet.mark(follower, TEASER)


def closed(sheet: Sheet, run: list[int]) -> bool:
    """Whether a run of titles ends at furniture, and not at text that its last line may be the heading of."""
    return bool(run) and run[-1] + 1 in sheet.whole


def titles_after(sheet: Sheet, at: int) -> list[int]:
    """The unmarked units after a place, up to the next sentence or mark."""
    run: list[int] = []
    for after in range(at + 1, len(sheet.units)):
        if after in sheet.whole or after == sheet.title or is_sentence(sheet.units[after].text):
            break
        run.append(after)
    return run


def foot(sheet: Sheet) -> None:
    """What stands below the text, once furniture has begun there; and a last line that announces nothing."""
    prose = sheet.prose()
    if not prose:
        return
    begun = False
    for at in range(prose[-1] + 1, len(sheet.units)):
        sign = sheet.whole.get(at)
        begun = begun or (sign is not None and sign.kind in (NAVIGATION, TEASER))
        if begun and sign is None:
            sheet.mark(at, TEASER)
    final = sheet.open()[-1]
    if final > prose[-1] and sheet.units[final].text.endswith(":") and sheet.units[final].text.count(" ") < 5:
        sheet.mark(final, NAVIGATION)


def datelines(sheet: Sheet) -> None:
    """The dateline of the first paragraph that has one, among the first few."""
    turns = sum(SPEAKER.match(unit.text[:60]) is not None for unit in sheet.units)
    near = [at for at in sheet.open() if at != sheet.title and (sheet.title is None or at > sheet.title)]
    for at in near[:DATELINES_WITHIN]:
        if sign := dateline(sheet.units[at], colon=turns < 2):
            sheet.cut(at, sign)
            return


def trails(sheet: Sheet) -> None:
    """Credits at the end of paragraphs."""
    for at in sheet.open():
        if sign := trail(sheet.units[at]):
            sheet.cut(at, sign)
