"""What negotiations are about, by the nouns that name it: the talks, the deal, the truce, the offer, the deadline."""

from __future__ import annotations

from dragoman.model.reading import Token

THINGS = {
    "talks": "talk talks negotiation meeting summit session discussion round consultation",
    "deal": "deal agreement accord pact treaty settlement understanding framework outline document",
    "truce": "ceasefire cease-fire truce armistice",
    "offer": "offer proposal initiative plan overture gesture bid",
    "deadline": "deadline",
}
CLASSES = {lemma: name for name, lemmas in THINGS.items() for lemma in lemmas.split()}


def class_of(token: Token) -> str | None:
    return CLASSES.get(token.lemma) or CLASSES.get(token.text.casefold().removesuffix("s"))
