"""Who made the article: its outlet, its agency and its authors, where the text itself names them.

They stand in bylines, mastheads and datelines, which the language model does not read, and an account has all its words
from them. Also finds what an outlet calls itself in passing ("told the Gazette"). Adds nobody whom only metadata name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.annotate.referents.gazetteer import body_words
from dragoman.annotate.referents.tagged import CALENDAR
from dragoman.annotate.referents.wordlists import words as words_of
from dragoman.model.mention import EntityKind, Form, Mention
from dragoman.model.names import fold_name
from dragoman.model.text import Article, Span

APART = re.compile(r"\s*(?:,|;|&|\band\b)\s*")
DESKS = frozenset("staff bureau desk editor editors correspondent correspondents reporter reporters agencies".split())
OWN = re.compile(r"\b[Tt]his (?:newspaper|paper|site|website|magazine|programme|station|channel|agency)\b(?!['’])")
REGION = re.compile(r",\s([A-ZÀ-ÖØ-Þ][\w.’'-]+(?:\s[A-ZÀ-ÖØ-Þ][\w.’'-]+){0,2})(?=\s?[,.]?\s?(?:[-–—(,]|$))")
Maker = tuple[str, EntityKind]


def with_makers(article: Article, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, with those of whoever made the article."""
    found = list(mentions)
    for name, kind in makers(article):
        spans = [s for s in places(article, name, kind) if not any(overlap(s, m.span) for m in mentions)]
        short = short_chains(name, found) if kind is EntityKind.ORGANIZATION else []
        found = [replace(m, chain=short[0], kind=kind) if m.chain in short else m for m in found]
        chain = (short[0] if short else chain_of(name, found)) if spans else None
        number = chain if chain is not None else max((m.chain for m in found), default=-1) + 1
        found += [
            Mention(span=span, text=article.quote(span), kind=kind, form=Form.NAME, chain=number) for span in spans
        ]
    return [*found, *where(article, found)]


def where(article: Article, mentions: Sequence[Mention]) -> list[Mention]:
    """The place that a dateline names, and the region behind it, where no mention stands there."""
    if article.dateline is None:
        return []
    found: list[Mention] = []
    line = next(
        (mark.span for mark in article.boilerplate if mark.span.start <= article.dateline.start < mark.span.end), None
    )
    region = REGION.match(article.text, article.dateline.end, line.end) if line is not None else None
    spans = [article.dateline, *([article.span(*region.span(1))] if region is not None else [])]
    for span in spans:
        if article.quote(span).split()[0].lower().strip(".") in CALENDAR or any(
            overlap(span, m.span) for m in mentions
        ):
            continue
        text = article.quote(span)
        chain = chain_of(text, mentions)
        number = chain if chain is not None else max((m.chain for m in (*mentions, *found)), default=-1) + 1
        found.append(
            Mention(
                span=span,
                text=text.title() if text.isupper() else text,
                kind=EntityKind.PLACE,
                form=Form.NAME,
                chain=number,
            )
        )
    return found


def makers(article: Article) -> Iterator[Maker]:
    """The names of an article's outlet, agency and authors, each once."""
    bodies = list(dict.fromkeys(name for name in (article.outlet, article.agency) if name))
    yield from ((name, EntityKind.ORGANIZATION) for name in bodies)
    known = {fold_name(name) for name in bodies}
    for author in dict.fromkeys(APART.split(article.author or "")):
        if is_person(author) and fold_name(author) not in known:
            yield author, EntityKind.PERSON


def is_person(author: str) -> bool:
    """Whether a byline gives a person's full name.

    >>> is_person("Ada Okello"), is_person("Herald staff"), is_person("Our correspondent"), is_person("Okello")
    (True, False, False, False)
    """
    words = author.split()
    plain = all(word[:1].isupper() or len(word) < 4 for word in words)
    return 1 < len(words) < 6 and plain and not {w.lower() for w in words} & DESKS and not set(words) & body_words()


def places(article: Article, name: str, kind: EntityKind) -> Iterator[Span]:
    """Where the text has the name; of an outlet also where it says of itself "the Gazette"."""
    whole = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
    yield from (article.span(*match.span()) for match in whole.finditer(article.text))
    if kind is EntityKind.ORGANIZATION and name == article.outlet:
        yield from (span for span in itself(article, name) if article.quote(span) != name)
    last = name.split()[-1]
    if kind is EntityKind.ORGANIZATION and last != name and last[:1].isupper():
        short = re.compile(rf"(?<=\b[Tt]he ){re.escape(last)}(?!\w|\s[A-Z])")
        yield from (article.span(*match.span()) for match in short.finditer(article.text))


def itself(article: Article, name: str) -> Iterator[Span]:
    """Where an outlet stands in capitals beside the text, and where the text says "this newspaper"."""
    loud = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
    for mark in article.boilerplate:
        yield from (article.span(*m.span()) for m in loud.finditer(article.text, mark.span.start, mark.span.end))
    for paragraph in article.paragraphs:
        yield from (article.span(*m.span()) for m in OWN.finditer(article.text, paragraph.start, paragraph.end))


def overlap(left: Span, right: Span) -> bool:
    return left.start < right.end and right.start < left.end


def short_chains(name: str, mentions: Sequence[Mention]) -> list[int]:
    """The chains of the outlet under its name or the last word of it alone ("the Gazette")."""
    words = [w for w in fold_name(name).removeprefix("the ").split() if w != "online"]
    shorts = {fold_name(name).removeprefix("the "), " ".join(words)}
    if words and words[-1] in words_of("agents", "media", "mastheads"):
        shorts.add(words[-1])
    texts: dict[int, set[str]] = {}
    for mention in mentions:
        if mention.form is Form.NAME and mention.kind is not EntityKind.PERSON:
            texts.setdefault(mention.chain, set()).add(fold_name(mention.text).removeprefix("the "))
    return sorted(chain for chain, said in texts.items() if said <= shorts)


def chain_of(name: str, mentions: Sequence[Mention]) -> int | None:
    """The chain that the article has under this name already."""
    whole = fold_name(name).removeprefix("the ")
    asked = {whole, whole.removesuffix(" online")}
    named = (m for m in mentions if m.form is Form.NAME)
    return next((m.chain for m in named if fold_name(m.text).removeprefix("the ") in asked), None)
