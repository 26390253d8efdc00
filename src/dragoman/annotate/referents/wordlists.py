"""The word lists of titles and of heads of noun phrases, read once from `lexicon/`."""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from pathlib import Path

LEXICON = Path(__file__).parents[1] / "lexicon"


@cache
def _lists(name: str) -> dict[str, dict[str, list[str]]]:
    """The file of that name."""
    return tomllib.loads((LEXICON / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def words(name: str, table: str, *keys: str) -> frozenset[str]:
    """The words of a table of a list; of some of its keys, or of all."""
    rows = _lists(name)[table]
    return frozenset(word for key in (keys or tuple(rows)) for word in rows[key])


@cache
def office_classes() -> dict[str, frozenset[str]]:
    """For each word of an office, the classes that it belongs to."""
    found: dict[str, set[str]] = {}
    for office, names in _lists("titles")["offices"].items():
        for name in names:
            found.setdefault(name, set()).add(office)
    return {name: frozenset(classes) for name, classes in found.items()}


@lru_cache(maxsize=50_000)
def sex_of_word(word: str) -> str | None:
    """What a title, description or kin word tells of the sex of the one it describes."""
    lower = word.lower().rstrip(".")
    tables = (("honorifics", "titles"), ("sex", "titles"), ("kin", "titles"))
    for table, name in tables:
        for sex in ("male", "female"):
            if lower in _lists(name)[table].get(sex, ()):
                return sex
    return None


@cache
def cue_verbs() -> frozenset[str]:
    """The verbs that report what somebody says."""
    rows = tomllib.loads((LEXICON / "cues.toml").read_text(encoding="utf-8")).get("verbs", {})
    return frozenset(verb for act in rows.values() for verb in act)


@cache
def _given_names() -> dict[str, str]:
    rows = tomllib.loads((LEXICON / "given_names.toml").read_text(encoding="utf-8"))
    return {name: sex for sex in ("male", "female") for name in rows[sex]}


def sex_of_given_name(name: str) -> str | None:
    """The sex that nearly all who bear this given name (folded) have."""
    return _given_names().get(name)
