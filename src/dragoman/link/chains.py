"""The chains of mentions of all articles, with what each shows about whom it means."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from dragoman.link.descriptions import core
from dragoman.link.parties import acting
from dragoman.link.tails import fuller_words
from dragoman.model import countries as world
from dragoman.model.flow import Annotated
from dragoman.model.mention import EntityKind, Form, Mention, Role
from dragoman.model.names import name_words

Told = TypeVar("Told", bound=str)
HONORIFICS = frozenset(
    ["Sir", "Dame", "Lord", "Lady", "Mr.", "Mr", "Mrs.", "Mrs", "Ms.", "Ms", "Dr.", "Dr", "Gen.", "General"]
)
PLACED = re.compile(r"\b(in|at|near|outside|around)\s+$", re.IGNORECASE)
DEFINITE = re.compile(r"(the|his|her|its|their)\s|.*\w['’]s\s", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Chain:
    """The mentions of one article that mean the same one.

    `names` are the names as written, with how often; `titles` what is said beside them; `state` the code of the
    country whose government or people is meant; `fuller` are descriptions with what is said behind
    them; `placed` is true where a preposition of place goes before a name, `acts` where they speak or do something.
    """

    article: str
    number: int
    kind: EntityKind
    mentions: tuple[Mention, ...]
    names: tuple[tuple[str, int], ...]
    aliases: tuple[str, ...]
    titles: tuple[Role, ...]
    country: str | None
    state: str | None
    fuller: tuple[str, ...] = ()
    placed: bool = False
    acts: bool = False

    @cached_property
    def fullest(self) -> str:
        """The name with most words; of these the most frequent."""
        return min(self.names, key=lambda n: (-len(name_words(n[0])), -n[1], n[0]))[0] if self.names else ""

    @cached_property
    def words(self) -> tuple[str, ...]:
        return name_words(self.fullest)


def chains_of(annotated: Annotated) -> list[Chain]:
    """The chains of one article, in its order."""
    groups: dict[int, list[Mention]] = defaultdict(list)
    for mention in annotated.mentions:
        groups[mention.chain].append(mention)
    busy = acting(annotated)
    fuller = fuller_words(annotated)
    return [chain_from(annotated, n, tuple(m), fuller, acts=n in busy) for n, m in sorted(groups.items())]


def chain_from(
    annotated: Annotated,
    number: int,
    mentions: tuple[Mention, ...],
    fuller: Mapping[Mention, Sequence[str]],
    *,
    acts: bool,
) -> Chain:
    article = annotated.article
    named = [m for m in mentions if m.form is Form.NAME]
    names = [plain(m.text) for m in named]
    countries = [m.country for m in mentions if m.country]
    titles = tuple(Role(article.quote(span), span) for m in mentions for span in m.titles)
    return Chain(
        article=article.id,
        number=number,
        kind=commonest([m.kind for m in named or mentions]),
        mentions=mentions,
        names=tuple((name, names.count(name)) for name in sorted(set(names))),
        aliases=tuple(sorted({alias for m in mentions for alias in aliases_of(annotated, m)})),
        fuller=tuple(sorted({words for m in mentions for words in fuller.get(m, ())})),
        titles=titles,
        country=commonest(countries) if countries else None,
        state=state_of(mentions),
        placed=any(is_placed(annotated, m) for m in named),
        acts=acts,
    )


def commonest(values: Sequence[Told]) -> Told:
    """What stands most often among some values; of those equally often the first in the alphabet."""
    told = set(values)
    return values[0] if len(told) == 1 else min(told, key=lambda value: (-values.count(value), value))


def is_placed(annotated: Annotated, mention: Mention) -> bool:
    before = annotated.article.text[max(0, mention.span.start - 12) : mention.span.start]
    return PLACED.search(before) is not None


def plain(text: str) -> str:
    """A name on one line, without a possessive."""
    flat = " ".join(text.split())
    return flat[:-2] if flat.endswith(("’s", "'s")) else flat


def state_of(mentions: tuple[Mention, ...]) -> str | None:
    """The country meant, where the mentions are names of one, of its people, or of its capital for its government."""
    codes: list[str] = []
    for mention in mentions:
        if mention.form is not Form.NAME or mention.country is None or mention.kind is EntityKind.PERSON:
            continue
        text = plain(mention.text)
        named = world.named_country(text) or world.adjective_country(text) or world.people_country(text)
        if mention.kind is EntityKind.ORGANIZATION:
            named = named or world.capital_country(text)
        if named == mention.country:
            codes.append(named)
    return commonest(codes) if codes else None


def aliases_of(annotated: Annotated, mention: Mention) -> list[str]:
    """The words of a mention as written: bare, with the titles that touch it, and a title that stands apart alone."""
    if mention.form is Form.PRONOUN:
        return []
    article, found = annotated.article, [plain(mention.text)]
    if mention.form is Form.NOMINAL and mention.kind is not EntityKind.PERSON:
        found.append(core(plain(mention.text)))
    for span in mention.titles:
        title = article.quote(span)
        if not article.text[span.end : mention.span.start].strip() and span.end <= mention.span.start:
            found.append(plain(article.text[span.start : mention.span.end]))
            if title.split()[-1] in HONORIFICS:
                found.append(f"{title.split()[-1]} {plain(mention.text)}")
        elif span.end <= mention.span.start and article.text[span.end : mention.span.start].strip() == ",":
            found += [
                plain(article.text[span.start : mention.span.end]),
                *([plain(title)] if DEFINITE.match(title) else []),
            ]
        elif not article.text[mention.span.end : span.start].strip() and mention.span.end <= span.start:
            found.append(plain(article.text[mention.span.start : span.end]))
        elif DEFINITE.match(title):
            found.append(plain(title))
    return found
