"""Second names that a text gives somebody: "Ada Okello, better known as Mama Tarn", "alias", "whose nom de guerre is".

Finds pairs of names that stand in one sentence with such words between them and nobody else. A name in quotation
marks behind "known as" or a "call sign" is one too. Does not guess that two names mean one person otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.annotate.referents.context import Context, Stretch
from dragoman.model.mention import EntityKind

CALLED = (
    ("known", "as"),
    ("nicknamed",),
    ("alias",),
    ("aka",),
    ("a.k.a.",),
    ("nom", "de", "guerre"),
    ("call", "sign"),
    ("real", "name"),
    ("codenamed",),
    ("called", "himself"),
    ("calls", "himself"),
)
FIRST_WORDS = frozenset(words[0] for words in CALLED)
LEADING = frozenset(["is", "was", "of", "the", "by", "“", '"', "'", "‘", ",", "commander", "comrade"])
BEFORE, BEHIND = 12, 3  # tokens between the first name and the words, and between these and the second


def other_names(context: Context, named: Sequence[Stretch]) -> Iterator[tuple[Stretch, Stretch]]:
    """The first name with the second that the text gives the same person."""
    persons = [stretch for stretch in named if stretch.kind is EntityKind.PERSON]
    starts = {stretch.first: stretch for stretch in persons}
    for stretch in persons:
        for at in range(stretch.last, min(stretch.last + BEFORE, len(context.tokens))):
            if at in starts or not context.same_sentence(stretch.first, at):
                break
            behind = _called(context, at)
            if behind is not None:
                second = _second(context, behind, starts)
                if second is not None:
                    yield stretch, second
                break


def _called(context: Context, at: int) -> int | None:
    """The token behind the words that give a second name, where they begin here."""
    if context.lower(at) not in FIRST_WORDS:
        return None
    for words in CALLED:
        if all(context.lower(at + i) == word for i, word in enumerate(words)):
            return at + len(words)
    return None


def _second(context: Context, first: int, starts: dict[int, Stretch]) -> Stretch | None:
    for at in range(first, first + BEHIND):
        if at in starts:
            return starts[at]
        if context.lower(at) not in LEADING:
            return None
    return None
