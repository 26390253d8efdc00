"""The one door to the language model.

Reads the paragraphs of an article and gives back a `Reading`, our own plain value: nothing else in the house
knows which model read. Does not see boilerplate, and does not join names or say who they are.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.annotate.lemmas import lemma
from dragoman.model.reading import Name, NameKind, Reading, Sentence, Token
from dragoman.model.text import Article

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODEL = Path(__file__).parent / "en_start"

KINDS = {
    "PERSON": NameKind.PERSON,
    "ORG": NameKind.ORGANIZATION,
    "LOC": NameKind.PLACE,
    "MISC": NameKind.OTHER,
    "DATE": NameKind.DATE,
    "SET": NameKind.DATE,
    "TIME": NameKind.TIME,
    "DURATION": NameKind.DURATION,
    "MONEY": NameKind.MONEY,
    "PERCENT": NameKind.PERCENT,
    "NUMBER": NameKind.NUMBER,
    "ORDINAL": NameKind.ORDINAL,
}


@cache
def model() -> Language:
    """The pipeline, loaded once in a process."""
    import spacy

    return spacy.load(MODEL)


def model_name() -> str:
    """Name and version of the language model, for the record."""
    meta = json.loads((MODEL / "meta.json").read_text(encoding="utf-8"))
    return f"{meta['lang']}_{meta['name']} {meta['version']}"


def read_language(article: Article) -> Reading:
    """The tokens, sentences, trees and names of the article's own paragraphs.

    Paragraphs are read one by one, so that no sentence runs over the end of one, in a fixed order, so that
    the same text gives the same reading in every run.
    """
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    names: list[Name] = []
    texts = [article.text[span.start : span.end] for span in article.paragraphs]
    for span, doc in zip(article.paragraphs, model().pipe(texts, batch_size=32), strict=True):
        base, offset = len(tokens), span.start
        kept = kept_tokens(doc)
        tokens += [token_from(doc, i, kept, base, offset) for i in kept]
        sentences += sentences_from(doc, kept, base)
        names += names_from(doc, kept, base)
    return Reading(tuple(tokens), tuple(sentences), tuple(names))


def kept_tokens(doc: Doc) -> dict[int, int]:
    """The place of each token that is not mere white space, by its index in the model's document."""
    words = [token.i for token in doc if not token.is_space]
    return {i: place for place, i in enumerate(words)}


def token_from(doc: Doc, i: int, kept: dict[int, int], base: int, offset: int) -> Token:
    token, head = doc[i], doc[i].head
    while head.i not in kept and head.head.i != head.i:
        head = head.head
    place = base + kept[i]
    return Token(
        index=place,
        start=offset + token.idx,
        end=offset + token.idx + len(token),
        text=token.text,
        lemma=lemma(token.text, token.pos_, token.tag_),
        tag=token.pos_,
        fine=token.tag_,
        head=base + kept[head.i] if head.i in kept else place,
        relation=token.dep_.lower() if token.dep_ == "ROOT" else token.dep_,
    )


def sentences_from(doc: Doc, kept: dict[int, int], base: int) -> list[Sentence]:
    found = []
    for sent in doc.sents:
        places = [kept[i] for i in range(sent.start, sent.end) if i in kept]
        if places:
            found.append(Sentence(base + places[0], base + places[-1] + 1))
    return found


def names_from(doc: Doc, kept: dict[int, int], base: int) -> list[Name]:
    found = []
    for ent in doc.ents:
        places = [kept[i] for i in range(ent.start, ent.end) if i in kept]
        if places:
            found.append(Name(base + places[0], base + places[-1] + 1, KINDS[ent.label_]))
    return found
