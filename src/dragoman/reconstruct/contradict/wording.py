"""Disagreements on wording: one utterance, quoted in words that differ.

Only words inside quotation marks are compared, sentence by sentence; what one article leaves out is no difference,
nor are spelling, contractions and punctuation. Which statements are one utterance is decided by `link`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations
from math import sqrt

from dragoman.model.flow import Annotated, Linked
from dragoman.model.meanings import meaning, nearness
from dragoman.model.names import fold_name
from dragoman.model.rarity import rarity
from dragoman.model.text import Span
from dragoman.model.turns import spelling
from dragoman.reconstruct.claims.drafts import Dispute, Place, Position
from dragoman.reconstruct.claims.tellings import FULL, LIGHT

ALIKE = 0.45  # how much two sentences must have in common to be one
MARKS = "“”\"'‘’«»„‹› \n\t"
SHORT = {"'s": "is", "'re": "are", "'m": "am", "'ve": "have", "'ll": "will", "'d": "would", "n't": " not"}
SHARED, LIKE, MEANT = 0.9, 0.7, 0.55  # of words that both have, of words that are alike, of meaning
SHORTEST = 8  # words
GAP = "…"  # says that something is left out
LITTLE = frozenset("the a an of to and that this it is are was be been have has had in on for with so then".split())


@dataclass(frozen=True, slots=True)
class Quoted:
    """One sentence of what was said, as one article has it."""

    place: Place
    words: tuple[str, ...]
    text: str
    speaker: str


def wording_disputes(linked: Linked, statements: Mapping[tuple[str, int], str]) -> Iterator[Dispute]:
    """One for each utterance that is quoted in different words, in the order of the wordings' ids."""
    names = {entity.id: entity.name for entity in linked.entities}
    by_id = {annotated.article.id: annotated for annotated in linked.articles}
    groups: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for key, wording in sorted(linked.wordings.items()):
        groups[wording].append(key)
    for _, keys in sorted(groups.items()):
        each = [list(sentences(by_id[article], n, linked, names, statements)) for article, n in keys]
        yield from disputes([q for held in each for q in held], whole=all(len(held) == 1 for held in each))
    for one, other in near_quotations(linked, names, statements):
        yield from disputes([one, other], whole=True)


def near_quotations(
    linked: Linked, names: Mapping[str, str], statements: Mapping[tuple[str, int], str]
) -> Iterator[tuple[Quoted, Quoted]]:
    """Sentences that articles of one story quote of one speaker, alike enough to be one, though not one wording."""
    for story in linked.stories:
        said: defaultdict[str, list[tuple[int, Quoted, dict[str, float]]]] = defaultdict(list)
        own = sorted((a for a in linked.articles if a.article.id in story), key=lambda a: a.article.path)
        for annotated in own:
            if annotated.article.id in linked.copies:
                continue
            for n, statement in enumerate(annotated.statements):
                mention = statement.source.mention
                speaker = linked.who.get((annotated.article.id, mention.chain)) if mention else None
                if speaker is not None:
                    found = sentences(annotated, n, linked, names, statements)
                    said[speaker] += [(n, quoted, told_by(annotated, quoted)) for quoted in found]
        for _, held in sorted(said.items()):
            for (n, one, left), (m, other, right) in combinations(held, 2):
                here, there = one.place.span.article, other.place.span.article
                wordings = linked.wordings.get((here, n)), linked.wordings.get((there, m))
                if here != there and (None in wordings or wordings[0] != wordings[1]) and is_near(left, right):
                    yield one, other


def told_by(annotated: Annotated, quoted: Quoted) -> dict[str, float]:
    """The full words of a quoted sentence, each with what it weighs."""
    span, tokens = quoted.place.span, annotated.reading.tokens
    first = bisect_left(tokens, span.start, key=lambda t: t.start)
    found: dict[str, float] = {}
    for token in tokens[first : bisect_left(tokens, span.end, key=lambda t: t.start)]:
        lemma = spelling(token.lemma.casefold())
        if token.tag in FULL and lemma not in LIGHT and len(lemma) > 2:
            found[lemma] = FULL[token.tag] * rarity(lemma, token.text)
    return found


def is_near(one: Mapping[str, float], other: Mapping[str, float]) -> bool:
    """Whether two sentences share enough words, and have a like word for most of the others."""
    if sum(min(w, other[key]) for key, w in one.items() if key in other) < SHARED:
        return False
    like = sum(max((nearness(key, o) * min(w, v) for o, v in other.items()), default=0.0) for key, w in one.items())
    most = sqrt(sum(one.values()) * sum(other.values()))
    return like >= LIKE * most and float(meaning(one) @ meaning(other)) >= MEANT


def disputes(quoted: Sequence[Quoted], *, whole: bool = False) -> Iterator[Dispute]:
    """One for each sentence that articles quote in different words; `whole` where each article has only that one."""
    used: set[int] = set()
    for i, one in enumerate(quoted):
        if i in used:
            continue
        alike = [j for j in range(i + 1, len(quoted)) if j not in used and (whole or same_sentence(one, quoted[j]))]
        versions = [one, *(quoted[j] for j in alike)]
        used |= {i, *alike}
        positions = by_words(versions)
        if len(positions) > 1 and len({p.span.article for position in positions for p in position.places}) > 1:
            who = one.speaker or "the speaker"
            yield Dispute(
                on="wording",
                question=f"In which words did {who} say it?",
                why="one utterance, quoted in different words",
                positions=tuple(positions),
            )


def by_words(versions: Sequence[Quoted]) -> list[Position]:
    """The versions that differ in words, each with those that have it so; shortened ones go with the whole."""
    ordered = sorted(versions, key=lambda q: (-len(q.words), q.place))
    kept: list[tuple[Quoted, list[Place]]] = []
    for version in ordered:
        same = next((places for first, places in kept if not versions_differ(first, version)), None)
        if same is None:
            kept.append((version, [version.place]))
        else:
            same.append(version.place)
    found = [Position(first.text, tuple(sorted(places))) for first, places in kept]
    return sorted(found, key=lambda position: min(position.places))


def versions_differ(one: Quoted, other: Quoted) -> bool:
    """Short sentences that are both quoted from their first word on also differ where they begin differently."""
    begun = all(q.text[:1].isupper() and len(q.words) <= SHORTEST for q in (one, other))
    return differ(one.words, other.words) or (begun and begin_differently(one.words, other.words))


def begin_differently(one: Sequence[str], other: Sequence[str]) -> bool:
    """
    >>> begin_differently("never say so".split(), "do not ever say so".split())
    True
    """
    tag, a, b, c, d = SequenceMatcher(a=list(one), b=list(other), autojunk=False).get_opcodes()[0]
    return tag == "replace" and full(one[a:b]) and full(other[c:d])


def same_sentence(one: Quoted, other: Quoted) -> bool:
    if one.place.span.article == other.place.span.article:
        return False
    left, right = ([word for word in quoted.words if word not in LITTLE] for quoted in (one, other))
    shared = SequenceMatcher(a=left, b=right, autojunk=False).get_matching_blocks()
    return sum(block.size for block in shared) >= max(2, ALIKE * min(len(left), len(right)))


def differ(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether one has words in the place of the other's, or among them; what stands only at an end is left out.

    >>> differ("we are ready to talk".split(), "we are prepared to talk".split())
    True
    >>> differ("today we are ready to talk".split(), "we are ready".split())
    False
    >>> differ("we sit at the table".split(), "we sit at the negotiating table".split())
    True
    """
    if GAP in one or GAP in other:
        return False
    for tag, a, b, c, d in SequenceMatcher(a=list(one), b=list(other), autojunk=False).get_opcodes():
        inside = (a > 0 and b < len(one)) or (c > 0 and d < len(other))
        if tag == "replace" and inside and full(one[a:b]) and full(other[c:d]):
            return True
        if tag in ("insert", "delete") and a > 0 and b < len(one) and full((*one[a:b], *other[c:d])):
            return True
    return False


def full(words: Sequence[str]) -> bool:
    return any(word not in LITTLE for word in words)


def sentences(
    annotated: Annotated,
    number: int,
    linked: Linked,
    names: Mapping[str, str],
    statements: Mapping[tuple[str, int], str],
) -> Iterator[Quoted]:
    """The sentences of a statement that stand inside quotation marks."""
    statement, article = annotated.statements[number], annotated.article
    mention = statement.source.mention
    speaker = names.get(linked.who.get((article.id, mention.chain), ""), "") if mention else ""
    tokens = annotated.reading.tokens
    for run in (span for quotation in annotated.quotations for span in quotation.spans):
        if not any(run.overlaps(content) for content in statement.content):
            continue
        for sentence in annotated.reading.sentences:
            start = max(run.start, tokens[sentence.first].start)
            end = min(run.end, tokens[sentence.last - 1].end)
            if start >= end:
                continue
            text = article.text[start:end].strip(MARKS)
            words = words_of(text)
            if len(words) >= 3:
                place = Place(Span(article.id, start, end), statements.get((article.id, number), ""))
                yield Quoted(place, words, " ".join(text.split()), speaker)


def words_of(text: str) -> tuple[str, ...]:
    """
    >>> words_of("It’s time — we don't wait.")
    ('it', 'is', 'time', 'we', 'do', 'not', 'wait')
    """
    plain = text.casefold().replace("’", "'").replace("can't", "can not").replace("won't", "will not")
    for short, long in SHORT.items():
        plain = re.sub(short + r"\b", f" {long}", plain)
    plain = plain.replace("...", GAP)
    return tuple(spelling(fold_name(word)) for word in re.findall(rf"\w+|{GAP}", plain))
