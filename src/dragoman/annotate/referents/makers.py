"""Who made the article: its outlet, its agency and its authors, where the text itself names them.

They stand in bylines, mastheads and datelines, which the language model does not read, and an account has all its words
from them. Also finds what an outlet calls itself in passing ("told the Gazette"). Adds nobody whom only metadata name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dragoman.annotate.referents.gazetteer import body_words
from dragoman.model.mention import EntityKind, Form, Mention
from dragoman.model.names import fold_name
from dragoman.model.text import Article, Span

APART = re.compile(r"\s*(?:,|;|&|\band\b)\s*")
DESKS = frozenset("staff bureau desk editor editors correspondent correspondents reporter reporters agencies".split())
Maker = tuple[str, EntityKind]


def with_makers(article: Article, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, with those of whoever made the article."""
    found = list(mentions)
    for name, kind in makers(article):
        spans = [s for s in places(article, name, kind) if not any(overlap(s, m.span) for m in mentions)]
        chain = chain_of(name, mentions) if spans else None
        number = chain if chain is not None else max((m.chain for m in found), default=-1) + 1
        found += [
            Mention(span=span, text=article.quote(span), kind=kind, form=Form.NAME, chain=number) for span in spans
        ]
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
    last = name.split()[-1]
    if kind is EntityKind.ORGANIZATION and last != name and last[:1].isupper():
        short = re.compile(rf"(?<=\b[Tt]he ){re.escape(last)}(?!\w|\s[A-Z])")
        yield from (article.span(*match.span()) for match in short.finditer(article.text))


def overlap(left: Span, right: Span) -> bool:
    return left.start < right.end and right.start < left.end


def chain_of(name: str, mentions: Sequence[Mention]) -> int | None:
    """The chain that the article has under this name already."""
    asked = fold_name(name).removeprefix("the ")
    named = (m for m in mentions if m.form is Form.NAME)
    return next((m.chain for m in named if fold_name(m.text).removeprefix("the ") == asked), None)
