"""Descriptions with what is said behind them: "the committee | on the two deaths", "the talks | in Sweden".

Goes by the tree: a preposition right behind a description, and the noun phrase that hangs on it. What a description is
told apart by behind its head is a form of its name; it does not decide who is who.
"""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.model.flow import Annotated
from dragoman.model.mention import EntityKind, Form, Mention
from dragoman.model.reading import Token

LONGEST = 7  # words behind the head
TELLING = ("NOUN", "PROPN", "NUM")


def fuller_words(annotated: Annotated) -> Mapping[Mention, list[str]]:
    """For each description of a body, group, agreement or happening its words with the phrase behind it, if any."""
    told = [m for m in annotated.mentions if m.form is not Form.PRONOUN and m.kind is not EntityKind.PERSON]
    tokens = annotated.reading.tokens
    at = {token.end: token.index for token in tokens}
    found: dict[Mention, list[str]] = {}
    for mention in told:
        if mention.form is Form.NAME and mention.kind is EntityKind.PLACE:
            continue
        last = end_of(tokens, at.get(mention.span.end))
        if last is not None:
            found[mention] = [" ".join(annotated.article.text[mention.span.start : last].split())]
    return found


def end_of(tokens: tuple[Token, ...], head: int | None) -> int | None:
    """Where the phrase ends that a preposition behind a head begins."""
    if head is None or head + 2 >= len(tokens) or tokens[head + 1].relation != "case":
        return None
    noun = tokens[head + 1].head
    if not head < noun <= head + LONGEST or tokens[noun].head != head or tokens[noun].tag not in TELLING:
        return None
    return tokens[noun].end
