"""The one door to the language model.

Reads the paragraphs of an article in one pass and gives back a `Reading`, our own plain value: nothing else in the
house knows which model read. Does not see boilerplate, and does not join names or say who they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from dragoman.annotate.gists import gists_of
from dragoman.annotate.lemmas import lemma
from dragoman.annotate.reader import VERSION, CueLinks, Floats, Layers, Run, Scored, layers_of, scored
from dragoman.model.negotiation import MatterKind
from dragoman.model.plover import EventType
from dragoman.model.reading import (
    CueScores,
    ExchangeScores,
    Likely,
    Name,
    NameKind,
    Reading,
    Sentence,
    Token,
    TriggerScores,
)
from dragoman.model.text import Article

LEAST = 0.05  # chance below which a word is no part of an attribution, tells no event, is not loaded
OPEN = frozenset(("VERB", "NOUN", "ADJ", "ADV", "PROPN"))
ENTITIES = {
    "Person": NameKind.PERSON,
    "Organization": NameKind.ORGANIZATION,
    "Location": NameKind.PLACE,
    "Facility": NameKind.PLACE,
    "NORP": NameKind.NORP,
    "Product": NameKind.OTHER,
    "Misc": NameKind.OTHER,
    "Date": NameKind.DATE,
    "Money": NameKind.MONEY,
}
QUANTITIES = {
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
def model_name() -> str:
    """Name and version of the language model, for the record."""
    return f"reader {VERSION}"


def scored_language(article: Article) -> Scored:
    """What the network says of the article's own paragraphs, before anything is made of it: the one slow step.

    All paragraphs are read in one pass, as one text with everything else blanked, so that places stay what they
    are in the article and no sentence runs over the end of a paragraph.
    """
    return scored(own_text(article))


def read_language(article: Article, said: Scored | None = None) -> Reading:
    """The tokens, sentences, trees, names and cues of the article; `said` is what the network says, where known."""
    layers = layers_of(said or scored_language(article), lines_part=True)
    tokens = tokens_from(article.text, layers)
    is_open = [tag in OPEN for tag in layers.upos]
    sentences = sentences_from(layers)
    return Reading(
        tokens,
        sentences,
        names_from(layers),
        cues=tuple(cue_from(links, layers) for links in layers.links),
        triggers=trigger_scores(layers.event, is_open),
        loaded=tuple((i, p) for i, p in enumerate(layers.loaded.tolist()) if p >= LEAST and is_open[i]),
        exchange=exchange_scores(layers.exchange, layers.matter),
        gists=gists_of(layers.gist, tokens, sentences),
    )


def own_text(article: Article) -> str:
    """The article's paragraphs at their places, each a line of its own, and nothing else."""
    parts, at = [], 0
    for span in article.paragraphs:
        parts += ["\n" * (span.start - at), article.text[span.start : span.end].replace("\n", " ")]
        at = span.end
    return "".join(parts)


def tokens_from(text: str, layers: Layers) -> tuple[Token, ...]:
    words = zip(
        layers.starts.tolist(), layers.ends.tolist(), layers.upos, layers.xpos, layers.heads.tolist(), asked(layers),
        strict=True,
    )  # fmt: skip
    return tuple(
        Token(
            index=index,
            start=start,
            end=end,
            text=text[start:end],
            lemma=lemma(text[start:end], tag, fine),
            tag=tag,
            fine=fine,
            head=head,
            relation=relation,
        )
        for index, (start, end, tag, fine, head, relation) in enumerate(words)
    )


def asked(layers: Layers) -> list[str]:
    """The relations, with whoever is asked to do something as an object, as all our rules have it."""
    heads, relations = layers.heads.tolist(), list(layers.relations)
    below = {(heads[place], relation) for place, relation in enumerate(relations)}
    for place, relation in enumerate(layers.relations):
        if relation == "iobj" and (heads[place], "xcomp") in below and (heads[place], "obj") not in below:
            relations[place] = "obj"
    return relations


def sentences_from(layers: Layers) -> tuple[Sentence, ...]:
    bounds = [*layers.sentence_starts.nonzero()[0].tolist(), len(layers.upos)]
    return tuple(Sentence(first, last) for first, last in pairwise(bounds))


def names_from(layers: Layers) -> tuple[Name, ...]:
    """Names as the model has them, and quantities where no name stands."""
    names = [name_from(run, ENTITIES) for run in layers.entities]
    taken = {index for name in names for index in range(name.first, name.last)}
    counted = [name_from(run, QUANTITIES) for run in layers.quantities]
    names += [name for name in counted if taken.isdisjoint(range(name.first, name.last))]
    return tuple(sorted(names, key=lambda name: name.first))


def name_from(run: Run, kinds: dict[str, NameKind]) -> Name:
    return Name(run.first, run.last, kinds[run.kind])


def cue_from(links: CueLinks, layers: Layers) -> CueScores:
    """What the model says of a cue, tokens that are hardly likely left out."""

    def likely(chances: list[float]) -> Likely:
        return tuple((links.begin + at, chance) for at, chance in enumerate(chances) if chance >= LEAST)

    return CueScores(
        first=links.first,
        score=float(layers.cue[links.first, 1]),
        cue=likely(links.cue.tolist()),
        source=likely(links.source.tolist()),
        content=likely(links.content.tolist()),
    )


def trigger_scores(chances: Floats, is_open: Sequence[bool]) -> tuple[TriggerScores, ...]:
    """The open words that may tell an event, from rows of chances: of no event, then of each type."""
    found = []
    for index in (chances[:, 1:].sum(axis=1) >= LEAST).nonzero()[0] if chances.size else ():
        if is_open[index]:
            types = [(kind, round(p, 4)) for kind, p in zip(EventType, chances[index, 1:].tolist(), strict=True)]
            likely = sorted((pair for pair in types if pair[1] >= LEAST / 5), key=lambda pair: -pair[1])
            found.append(TriggerScores(int(index), tuple(likely)))
    return tuple(found)


def exchange_scores(chances: Floats, kinds: Floats) -> tuple[ExchangeScores, ...]:
    """The words that may make or answer an offer, from rows of chances and of scores of its kinds."""
    if not chances.size:
        return ()
    names = tuple(MatterKind)
    return tuple(
        ExchangeScores(int(i), tuple(round(p, 4) for p in chances[i].tolist()), names[int(kinds[i].argmax())])
        for i in (chances.max(axis=1) >= LEAST).nonzero()[0]
    )
