"""Credits at the end: who reported from where, "(Reporting by ...)", "(AFP)", "Enditem"."""

from __future__ import annotations

import re
from functools import cache

from dragoman.model.text import BoilerplateKind
from dragoman.read.agencies import agency_in, agency_of, pattern
from dragoman.read.forms import PEOPLE, PERSON_FORM
from dragoman.read.page import Facts, Sign, Unit

CREDIT, OTHER = BoilerplateKind.CREDIT, BoilerplateKind.OTHER
TRAIL = re.compile(
    r"\((?:[Aa]dditional |[Ff]urther )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled|[Tt]ranslated|[Ww]ritten"
    r"|[Ee]dited|[Rr]eported|[Pp]roduced)\b[^()]{2,400}\)\.?$"
    r"|\((?P<agency>[\w.’' /-]{2,40})\)\.?$|[—–-]\s?(?P<dashed>[A-Z][\w.’' ]{1,30})\.?$"
)
ENDED = re.compile(
    r"(?<=[.?!\"”’])\s{1,3}(?:Enditem|ENDITEM|[(\[](?:[Ee]nds?|ENDS?)[)\]]|-\s?[Ee]nds\s?-|-?30-|###)\.?$"
)
REPORTED_FROM = re.compile(
    rf"(?:{PEOPLE}|[\w ]{{0,60}}(?:writer|correspondent|reporter|journalist|staff)s?\b.{{0,120}})\s(?:also )?"
    r"(?:reported from|reports? from|contributed(?:\.$"
    r"|\s(?:reporting|to (?:this|the) (?:report|story|article)|from))).{0,200}"
)
AUTHOR_NOTE = re.compile(
    rf"(?P<who>{PERSON_FORM})(?:, (?:a|an|the) [^.]{{3,80}},)? (?:"
    r"(?:also )?(?:covers|reports (?:on|from)|writes (?:about|on|for|from)) (?!(?:her|his|its|their|up)\b)[^.]{3,120}"
    r"|(?:is|was) (?:a|an|the|[\w’']+['’]s?) [^.]{0,60}\b(?:columnist|correspondent|reporter|journalist|editor|writer"
    r"|contributor|fellow|professor|lecturer|commentator|analyst|bureau chief|author)\b[^.]{0,120})"
    r"\.(?: [^.“\"]{0,160}\.)?"
)
CONTRIBUTED = re.compile(
    r"(?:The )?(?P<who>(?:[A-Z][\w’'.-]* ){1,3}?(?:Press|News|Agency|Wire|Service)) contributed (?:to this|reporting)\b"
)


def contributing_wire(unit: Unit) -> str | None:
    """A wire that nobody listed, where it is said to have contributed.

    >>> contributing_wire(Unit(0, 0, "Lakeside Press contributed to this report."))
    'Lakeside Press'
    """
    found = CONTRIBUTED.match(unit.text)
    return found["who"] if found else None


def author_note(unit: Unit) -> str | None:
    """The name of whom a note below the text introduces as its writer.

    >>> author_note(Unit(0, 0, "Ana Lind is a columnist and a former adviser to the ministry."))
    'Ana Lind'
    >>> author_note(Unit(0, 0, "Ana Lind covers the talks."))
    'Ana Lind'
    """
    found = AUTHOR_NOTE.fullmatch(unit.text) if len(unit.text) <= 400 else None
    return found["who"] if found else None


def trailing_note(unit: Unit) -> Sign | None:
    """ "A. Writer reported from Geneva.", "(Reporting by A. Writer; Editing by B. Desk)"."""
    noted = REPORTED_FROM.fullmatch(unit.text) or (unit.text.startswith("(") and TRAIL.fullmatch(unit.text))
    if not noted:
        return None
    return Sign(unit.start, unit.end, CREDIT, Facts(agency=agency_in(unit.text) or contributing_wire(unit)))


@cache
def wires() -> re.Pattern[str]:
    """Agencies in brackets at the end ("(AFP, Reuters)"), or one behind the last sentence ("... left. AFP")."""
    agent = rf"(?:the\s)?(?:{pattern()}|[Aa]genc(?:y|ies)|news agencies|wires?|staff)"
    listed = rf"{agent}(?:(?:,\s?(?:and\s)?|/|;\s|\sand\s){agent}){{0,4}}"
    opened = r"(?:(?:[Ww]ith|[Ii]nputs?|additional|inputs?|reporting|reports?|files|material|from|by)\s){0,4}"
    return re.compile(rf"(?:^|\s)[(\[]{opened}{listed}\.?[)\]]\.?$|(?<=[.?!\"”’])\s(?:{pattern()})$")


def trail(unit: Unit) -> Sign | None:
    """A credit at the end of a paragraph: "... to Geneva. (Reuters)", "... (Reporting by A. Writer)"."""
    if ended := ENDED.search(unit.text[-30:]):
        return Sign(unit.end - len(ended.group().lstrip()), unit.end, OTHER)
    if wired := wires().search(unit.text[-120:]):
        found_at = unit.end - len(wired.group().lstrip())
        return Sign(found_at, unit.end, CREDIT, Facts(agency=agency_in(wired.group())))
    tail_start = max(0, len(unit.text) - 420)
    found = TRAIL.search(unit.text, tail_start)
    if found is None or found.start() == 0:
        return None
    before = unit.text[: found.start()].rstrip()
    agency = agency_of((found["agency"] or found["dashed"] or "").strip())
    if (found["agency"] or found["dashed"]) and (agency is None or before[-1:] not in tuple('.!?"”’')):
        return None
    return Sign(unit.start + found.start(), unit.end, CREDIT, Facts(agency=agency or agency_in(found.group())))
