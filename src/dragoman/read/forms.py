"""The forms that credit lines are made of: names of people, days with their clock, and the words before them."""

from __future__ import annotations

import re

from dragoman.read.days import DAY, WEEKDAY

NAME = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w.'’-]*"
PERSON_FORM = rf"{NAME}(?:\s(?:(?:al|de|la|von|van|der|bin|ibn|el|del|da|dos|du|di)\s)?{NAME}){{0,4}}"
PEOPLE = rf"{PERSON_FORM}(?:(?:,\s|\sand\s|\s&\s|,\sand\s){PERSON_FORM}){{0,4}}"
ZONE = r"(?:\(?(?:GMT|UTC|[A-Z]{2,4}T|[A-Z]{3})\)?)?(?:\s?[+-]\d{1,2}:?\d{0,2})?"
CLOCK = rf"(?:[,\s|·–-]{{0,3}}(?:at\s)?\d{{1,2}}[:.]\d\d(?::\d\d)?\s?(?i:[ap]\.?m\.?)?,?\s?{ZONE})"
DATE_FORM = rf"(?i:(?:{WEEKDAY},?\s)?{DAY})"
DAY_KEY = (
    r"(?i:(?:(?:first |last )?(?:published|posted|updated|modified|created|issued)(?: (?:on|at))?)"
    r"|date|pubdate|publication date|this (?:article|story) was (?:first )?(?:published|posted) on)"
)
UPDATED = re.compile(r"(?i)\b(?:updated|modified)\b")
JOB = re.compile(
    r"(?i)\b(?:correspondent|reporter|editor|writer|journalist|analyst|columnist|contributor|bureau|staff)s?\b"
)
PERSON = re.compile(rf"(?:{PERSON_FORM})")
URL = re.compile(r"https?://\S{3,500}")
