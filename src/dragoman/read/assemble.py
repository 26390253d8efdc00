"""Pages become articles.

A draft is made of each page by itself; then the run as a whole gives the years that are left out, and ids.
Does not open files, and does not judge what a line is (`furniture.py`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from dragoman.model.identity import Ids
from dragoman.model.problem import Problem
from dragoman.model.text import Article, Boilerplate, Span
from dragoman.read.furniture import survey
from dragoman.read.language import language_of
from dragoman.read.layout import units
from dragoman.read.page import Facts, Page, Sign, Unit
from dragoman.read.phrases import SENTENCE_END
from dragoman.read.publication import READ_FOR_DATES, Published, around, inferred, shown
from dragoman.read.title import without_outlet

LONGEST_WORD = 2_000
NAMED = re.compile(r"\w{4,}")
CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september "
    "october november december sept".split()
)
SHARED, SHARE = 2, 0.15
"""Names that two articles share, at least, and of the one with fewer names at least this share; of articles that are
akin, those count that are at least half as near as the nearest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A page that has been read: all but its id and the year that only the run can tell."""

    page: Page
    signs: tuple[Sign, ...]
    paragraphs: tuple[Unit, ...]
    title: str | None
    title_at: Unit | None
    facts: Facts
    published: Published | None
    language: str | None


def draft(page: Page) -> Draft | Problem:
    """What the page holds, or why it is no article."""
    if fault := unfit(page):
        return fault
    sheet = survey(apart(units(page.text), page.signs), page.metadata.title)
    signs = joined(page.text, [*page.signs, *sheet.signs])
    facts = Facts.merged(sign.facts for sign in signs)
    title_at, outlet = without_outlet(None if sheet.title is None else sheet.units[sheet.title])
    facts = Facts.merged([facts, Facts(outlet=outlet)])
    paragraphs = tuple(sheet.units[at] for at in sheet.open())
    if not paragraphs:
        return no_article(page, "it holds no text but furniture of a page; take it out, or give the article's text")
    own = " ".join(unit.text for unit in paragraphs)[:10_000]
    return Draft(
        page=page,
        signs=signs,
        paragraphs=paragraphs,
        title=page.metadata.title or (title_at.text if title_at else facts.title),
        title_at=title_at,
        facts=facts,
        published=shown(page.metadata, facts),
        language=page.metadata.language or language_of(own),
    )


def joined(text: str, signs: Sequence[Sign]) -> tuple[Sign, ...]:
    """The signs in order; those of one kind on one line, with nothing but spaces between, become one."""
    found: list[Sign] = []
    for sign in sorted(signs, key=lambda sign: (sign.start, sign.end)):
        last = found[-1] if found else None
        if last and last.kind is sign.kind and not text[last.end : sign.start].strip(" \t"):
            found[-1] = Sign(last.start, sign.end, sign.kind, Facts.merged([last.facts, sign.facts]))
        else:
            found.append(sign)
    return tuple(found)


def unfit(page: Page) -> Problem | None:
    """Why a text cannot be an article, if it cannot."""
    text = page.text
    if not text.strip(" \t\n\r\0\ufeff\u200b"):
        return Problem(kind="empty", text="it holds no text; take it out or fill it", path=page.path, line=page.line)
    if not any(c.isalpha() for c in text):
        return Problem(
            kind="no-text", text="it holds no letters; give the article's text", path=page.path, line=page.line
        )
    if max(map(len, text.split())) > LONGEST_WORD and text.count(" ") < len(text) / 200:
        return no_article(page, "it is one run of characters without a space; give the article's text")
    if not any(has_sentence(line) for line in text.split("\n")) and not has_sentence(text):
        return no_article(page, "it holds no sentence; give the article's text")
    return None


def no_article(page: Page, text: str) -> Problem:
    return Problem(kind="not-an-article", text=text, path=page.path, line=page.line)


def has_sentence(text: str) -> bool:
    """Whether there is anything to read: three words and an end, many words, or as many signs of another script."""
    words = len(text[:5_000].split())
    ended = any(mark in text for mark in (". ", "。", "؟", "।", "۔")) or SENTENCE_END.search(text.rstrip()[-8:])
    return bool(words >= 3 and ended) or words >= 25 or (len(text) >= 20 and any(mark in text for mark in "。।۔"))


def apart(all_units: Sequence[Unit], signs: Sequence[Sign]) -> list[Unit]:
    """The units that no sign of the format covers."""
    return [unit for unit in all_units if not any(s.start <= unit.start and unit.end <= s.end for s in signs)]


def finish(drafts: Sequence[Draft]) -> list[Article]:
    """The articles of a run, in its order, with their years and ids."""
    ids = Ids()
    named = [names(item.page.text) for item in drafts] if any(map(lacks_year, drafts)) else []
    return [article(item, ids, others(drafts, named, at)) for at, item in enumerate(drafts)]


def lacks_year(item: Draft) -> bool:
    return item.published is None


def others(drafts: Sequence[Draft], named: Sequence[frozenset[str]], at: int) -> list[date]:
    """The days of the other articles that may tell of the same things, where this one needs them."""
    if not lacks_year(drafts[at]):
        return []
    kin = {
        place: kinship(named[at], named[place])
        for place, item in enumerate(drafts)
        if item.published is not None and place != at
    }
    nearest = max(kin.values(), default=0.0)
    days = [(item.published, kin.get(place, 0.0)) for place, item in enumerate(drafts)]
    return [day[0] for day, share in days if day is not None and share >= max(SHARE, nearest / 2)]


def names(text: str) -> frozenset[str]:
    """The words that a text has with a capital only, days and months aside."""
    words = set(NAMED.findall(text[:READ_FOR_DATES]))
    return frozenset(w for w in words if w[0].isupper() and w.lower() not in words and w.casefold() not in CALENDAR)


def kinship(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the names of the text with fewer that both have; nothing where they have too few together."""
    fewer = min(len(one), len(other))
    common = len(one & other)
    return common / fewer if common >= max(1, min(SHARED, fewer)) else 0.0


def article(item: Draft, ids: Ids, days: Sequence[date]) -> Article:
    """One article of the draft. `days` are those of the other articles."""
    page, facts, meta = item.page, item.facts, item.page.metadata
    name = ids.new("ar", page.text)
    published = item.published or inferred(page.text, facts, item.signs, days)
    return Article(
        id=name,
        path=page.path,
        text=page.text,
        sha256=sha256(page.text.encode("utf-8", "surrogatepass")).hexdigest(),
        paragraphs=tuple(Span(name, unit.start, unit.end) for unit in item.paragraphs),
        boilerplate=tuple(Boilerplate(Span(name, sign.start, sign.end), sign.kind) for sign in item.signs),
        title=item.title,
        title_span=Span(name, item.title_at.start, item.title_at.end) if item.title_at else None,
        outlet=meta.outlet or facts.outlet,
        author=meta.author or facts.author,
        agency=in_full(facts.agency, meta.outlet or facts.outlet),
        url=meta.url or facts.url,
        dateline=Span(name, *facts.place) if facts.place else None,
        published=published[0] if published else None,
        published_by=published[1] if published else None,
        language=item.language,
        extra=meta.extra,
        around=around(days) if published is None else None,
    )


def in_full(agency: str | None, outlet: str | None) -> str | None:
    """An agency by the outlet's own name, where it is that outlet in short.

    >>> in_full("LPA", "Lakeside Press Agency"), in_full("AFP", "Lakeside Press Agency")
    ('Lakeside Press Agency', 'AFP')
    """
    initials = "".join(word[0] for word in (outlet or "").split() if word[0].isupper())
    return outlet if agency is not None and agency in (initials, f"The {initials}") else agency
