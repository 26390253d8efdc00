"""Doubt: words that keep a distance from what is told, and cues that doubt or grant what their source says.

"He said" is neutral; "he claimed" doubts and "he admitted" grants. Does not doubt for itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.annotate.framing.lexicon import first_words, lexicon
from dragoman.annotate.framing.loaded import phrase_at
from dragoman.annotate.tree import Tree
from dragoman.model.flow import Annotated
from dragoman.model.reading import Token
from dragoman.model.text import Span


def doubt_in(tokens: list[Token], tree: Tree) -> Iterator[tuple[Token, list[Token]]]:
    """Each phrase of doubt, with the token to find its target by."""
    allowed = frozenset(t.index for t in tokens)
    listed = first_words("doubt")
    for token in tokens:
        phrase = phrase_at(token, tree, allowed, listed.get(token.text.casefold(), ()))
        if phrase:
            yield token, phrase


def doubting_cues(annotated: Annotated, tokens: list[Token]) -> Iterator[tuple[Token, Span]]:
    """The cues of statements that are more than neutral, where they stand in the article's own voice."""
    held = lexicon()
    own = {t.start: t for t in tokens}
    for statement in annotated.statements:
        cue = statement.cue
        if cue is None:
            continue
        for token in (own[start] for start in range(cue.start, cue.end) if start in own):
            if token.tag == "VERB" and token.lemma in (*held.doubting, *held.granting):
                yield token, annotated.article.span(token.start, token.end)
                break
