"""What speaks for or against a statement in the making: the signs that `belief` weighs.

Looks at the cue (its word, form and place in the sentence), at the source (who or what may speak), at the content (a
clause, an infinitive, a mere noun; how long) and at what the language model read. Each sign has a name and a size,
1 for one that is there or not. Weighs nothing, and knows no act of the content.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from dragoman.annotate.attribution.draft import Draft
from dragoman.annotate.attribution.kinds import head_of
from dragoman.annotate.attribution.lexicon import CueWord, nouns, source_words, verbs
from dragoman.annotate.attribution.page import Page, Range
from dragoman.annotate.attribution.polarity import is_negated
from dragoman.annotate.attribution.readings import Read, odds
from dragoman.annotate.attribution.sources import is_passive
from dragoman.model.reading import Name, NameKind, Token

Sign = tuple[str, float]

FINITE = ("VBD", "VBZ", "VBP", "MD")
DEFINITE = frozenset(("the", "this", "that", "these", "those"))
FIRST = frozenset(("i", "we", "my", "our"))
HE = frozenset(("he", "she", "they", "his", "her", "their", "who"))
THING = frozenset(("it", "its", "this", "that", "which", "these", "there", "what"))
BY_THEN = 3  # tokens in which the "that" of a clause stands ("instead that ...")
STOPS = ".!?…:\"”’'"


def signs(page: Page, made: Draft, read: Read) -> Iterator[Sign]:
    """The signs of a draft."""
    words = [index for part in made.content for index in page.tokens_in(*part)]
    shape = shape_of(page, made, words)
    yield "always", 1.0
    yield from of_cue(page, made, shape)
    yield from of_source(page, made)
    yield from of_content(page, made, words, shape)
    yield from of_edges(page, made, words, plain(shape))
    yield from of_reading(page, made, words, read, shape)


def edge_signs(page: Page, made: Draft, read: Read) -> Iterator[Sign]:
    """Those signs of a draft that are others where its content has other edges."""
    words = [index for part in made.content for index in page.tokens_in(*part)]
    shape = shape_of(page, made, words)
    yield from of_frame(page, made, shape)
    yield from of_content(page, made, words, shape)
    yield from of_edges(page, made, words, plain(shape))
    yield from of_reading(page, made, words, read, shape)


def of_cue(page: Page, made: Draft, shape: str) -> Iterator[Sign]:
    """The word that reports: how often it does in this frame, its form, and how it hangs in the sentence."""
    token = page.tokens[made.head]
    kind = kind_of(token)
    yield f"{kind} {token.fine if kind == 'verb' else ''}".strip(), 1.0
    yield f"{kind} as {token.relation.split(':')[0]}", 1.0
    yield from of_frame(page, made, shape)
    if (known := known_cue(page, made)) is not None:
        yield "reports clauses", known.shares.get("clause", 0) / 100 - 0.5
    if is_passive(page, made.head):
        yield "passive", 1.0
    if is_negated(page, made.head):
        yield "negated", 1.0
    if any(page.tokens[c].fine == "MD" and c < made.head for c in page.trees.dependents[made.head]):
        yield "modal", 1.0
    if made.cue[1] - made.cue[0] > 1:
        yield "cue of several words", 1.0
    if page.quoted[made.head] >= 0:
        yield "cue in a quotation", 1.0


def of_frame(page: Page, made: Draft, shape: str) -> Iterator[Sign]:
    """The word that reports, in this frame."""
    token, known, plainly = page.tokens[made.head], known_cue(page, made), plain(shape)
    yield f"act {made.act} {plainly}", 1.0
    yield f"word {token.lemma.lower()}", 1.0
    if known is None:
        yield f"{kind_of(token)} unknown {plainly}", 1.0
    else:
        yield f"reports {plainly}", share_of(known, shape) / 100 - 0.5


def kind_of(token: Token) -> str:
    """Whether a verb reports, a noun, or a phrase."""
    return "verb" if token.tag == "VERB" else "noun" if token.tag == "NOUN" else "phrase"


def known_cue(page: Page, made: Draft) -> CueWord | None:
    """The cue's word in the lexicon; phrases and adverbs stand there as they are."""
    token = page.tokens[made.head]
    if token.tag not in ("VERB", "NOUN"):
        return CueWord(made.act, {})
    return (verbs() if token.tag == "VERB" else nouns()).get(token.lemma)


def share_of(known: CueWord, shape: str) -> float:
    """How often, in percent, the word reports in this frame."""
    frame = {"clause": "clause", "whether": "clause", "inserted": "inserted", "infinitive": "infinitive"}.get(shape)
    if shape.startswith("for "):
        return known.shares.get(shape.removeprefix("for "), 0)
    if frame is None:
        return known.shares.get("object", 0)
    other = {"clause": "that", "infinitive": "to"}.get(frame, "")
    return max(known.shares.get(frame, 0), known.shares.get(other, 0))


def plain(shape: str) -> str:
    """The shape, whatever its preposition.

    >>> plain("for with"), plain("noun")
    ('prepositional', 'noun')
    """
    return "prepositional" if shape.startswith("for ") else shape


def shape_of(page: Page, made: Draft, words: list[int]) -> str:
    """How a content stands to its cue: as a quotation, a clause, an infinitive, a noun ..."""
    if made.quotes or made.verbatim:
        return "quotation"
    if not words:
        return "nothing"
    if len(made.content) > 1 or words[-1] < made.cue[0]:
        return "inserted"
    return shape_behind(page, made, (words[0], words[-1] + 1))


def shape_behind(page: Page, made: Draft, phrase: Range) -> str:
    """The shape of a content that stands behind its cue in one piece."""
    first = page.tokens[phrase[0]]
    lower = first.text.lower()
    before = page.tokens[phrase[0] - 1] if phrase[0] else first
    if lower == "to" and first.tag in ("PART", "SCONJ"):
        return "infinitive"
    if is_clause(page, phrase) or any(is_that(page, index) for index in range(*phrase)[:BY_THEN]):
        return "whether" if lower in ("whether", "if", "how", "why", "what", "when", "who", "where") else "clause"
    if first.tag == "ADP" and phrase[0] >= made.cue[1]:
        return f"for {lower}"
    if before.tag == "ADP" and before.index > made.head:
        return f"for {before.text.lower()}"
    head = page.tokens[head_of(page, phrase)]
    if head.fine == "VBG":
        return "participle"
    return "noun" if head.tag in ("NOUN", "PROPN", "PRON", "NUM") else "rest"


def is_that(page: Page, index: int) -> bool:
    return page.tokens[index].text.lower() == "that" and page.tokens[index].tag == "SCONJ"


def is_clause(page: Page, phrase: Range) -> bool:
    """Whether a phrase has a finite verb of its own, with its subject."""
    head = head_of(page, phrase)
    inside = [c for c in page.trees.dependents[head] if phrase[0] <= c < phrase[1]]
    finite = any(page.tokens[i].fine in FINITE for i in (head, *inside))
    return finite and any(page.tokens[c].relation.startswith(("nsubj", "csubj", "expl")) for c in inside)


def of_source(page: Page, made: Draft) -> Iterator[Sign]:
    """Who speaks, and where he stands."""
    if made.source is None:
        yield "no source", 1.0
        return
    head = head_of(page, made.source)
    yield f"source {voice_of(page, made.source, head)}", 1.0
    if page.tokens[head].head == made.head:
        yield f"source as {page.tokens[head].relation.split(':')[0]}", 1.0
    else:
        yield "source apart", 1.0
    gap = made.cue[0] - made.source[1] if made.source[1] <= made.cue[0] else made.source[0] - made.cue[1]
    yield "source far", min(max(gap, 0), 12) / 12
    yield "source long", min(made.source[1] - made.source[0], 12) / 12


def voice_of(page: Page, source: Range, head: int) -> str:
    """What kind of voice a source is: a person, a body, a pronoun, a thing."""
    token, words = page.tokens[head], source_words()
    lower = token.text.lower()
    if token.tag in ("PRON", "DET"):
        return next((name for name, of in (("I", FIRST), ("he", HE), ("it", THING)) if lower in of), "pronoun")
    named = next((name.kind for name in page.names_from(source[0]) if holds(name, head)), None)
    if named is not None:
        return f"named {named}"
    for kind in ("person", "office", "organization", "media", "document"):
        if token.lemma in getattr(words, kind).nouns:
            return kind
    return "capital" if token.tag == "PROPN" else "plural" if token.fine == "NNS" else "thing"


def holds(name: Name, index: int) -> bool:
    return name.first <= index < name.last


def of_content(page: Page, made: Draft, words: list[int], shape: str) -> Iterator[Sign]:
    """What is said: its shape, its length, and how sure it is to be more than a thing."""
    yield f"content {shape}", 1.0
    yield f"length {plain(shape)}", math.log(max(len(words), 1)) / 3 - 0.7
    if len(words) <= 2:
        yield f"short {plain(shape)}", 1.0
    if words and any(page.quoted[index] >= 0 for index in words) and shape != "quotation":
        yield "quotes a part", 1.0
    if words and plain(shape) in ("noun", "prepositional", "rest"):
        yield from of_noun(page, made, (words[0], words[-1] + 1), plain(shape))
    if words and page.text[page.tokens[page.sentence(words[0])[1] - 1].end - 1] not in STOPS:
        yield "headline", 1.0
    if words and page.paragraphs[words[0]] != page.paragraphs[made.head]:
        yield "another paragraph", 1.0


def of_noun(page: Page, made: Draft, phrase: Range, shape: str) -> Iterator[Sign]:
    """A content that is a thing: which, how described, and whether it tells what somebody does."""
    head = page.tokens[head_of(page, phrase)]
    inside = [page.tokens[index] for index in range(*phrase)]
    yield f"{shape} {head.fine}", 1.0
    yield f"{shape} {article_of(page, head.index)}", 1.0
    kinds = {name.kind for name in page.names_from(phrase[0]) if holds(name, head.index)}
    yield from (
        (f"{shape} a {kind}", 1.0) for kind in (NameKind.PERSON, NameKind.PLACE, NameKind.DATE) if kind in kinds
    )
    if kinds & {NameKind.NUMBER, NameKind.MONEY, NameKind.PERCENT} or head.tag == "NUM":
        yield f"{shape} a number", 1.0
    if any(token.tag == "VERB" for token in inside):
        yield f"{shape} with a verb", 1.0
    if head.lemma in nouns():
        yield f"{shape} that reports", 1.0
    if head.lemma.endswith(("tion", "sion", "ment", "ance", "ence", "al", "ing", "ure", "ity", "ness")):
        yield f"{shape} of doing", 1.0
    if head.lemma in source_words().person.nouns | source_words().office.nouns:
        yield f"{shape} that speaks", 1.0
    if phrase[0] < made.head:
        yield f"{shape} before the cue", 1.0


def article_of(page: Page, noun: int) -> str:
    before = {page.tokens[c].lemma.lower() for c in page.trees.dependents[noun] if page.tokens[c].relation == "det"}
    if any(page.tokens[c].relation == "nmod:poss" for c in page.trees.dependents[noun]):
        return "owned"
    return "definite" if before & DEFINITE else "indefinite" if before else "bare"


def of_edges(page: Page, made: Draft, words: list[int], shape: str) -> Iterator[Sign]:
    """Whether a content is all of a phrase, and how that hangs on its cue."""
    if not words or shape == "quotation":
        return
    first, last = words[0], words[-1]
    inside = {*words, *range(*made.cue), *range(*(made.source or (0, 0)))}
    head = head_of(page, (first, last + 1))
    if any(i not in inside for i in range(last + 1, page.trees.last[head])):
        yield f"{shape} cut short", 1.0
    if any(page.tokens[i].head not in inside and i != head and page.tokens[i].tag != "PUNCT" for i in words):
        yield f"{shape} of several trees", 1.0
    if page.trees.under(head, made.head) and head != made.head:
        yield f"{shape} as {page.tokens[head].relation.split(':')[0]}", 1.0
    else:
        yield f"{shape} apart", 1.0


def of_reading(page: Page, made: Draft, words: list[int], read: Read, shape: str) -> Iterator[Sign]:
    """What the language model thinks of cue, source and content, as log odds, a few at most."""
    chance, scores = read.chance(made), read.around(made)
    yield "read cue", odds(chance)
    yield f"read cue {plain(shape)}", odds(chance)
    if scores is None:
        yield "not read", 1.0
        return
    likely, least = read.content(scores), odds(0.0)
    inside = [likely.get(index, least) for index in words] or [least]
    yield "read content", sum(inside) / len(inside)
    yield "read least", min(inside)
    yield "read edges", (inside[0] + inside[-1]) / 2
    outside = [likely.get(i, least) for i in beyond(page, made, words)]
    yield "read beyond", max(outside, default=least)
    speaks = dict(scores.source)
    if made.source is not None:
        spoken = [odds(speaks.get(index, 0.0)) for index in range(*made.source)]
        yield "read source", sum(spoken) / len(spoken)
    else:
        yield "read another source", odds(max(speaks.values(), default=0.0))


def beyond(page: Page, made: Draft, words: list[int]) -> list[int]:
    """The words right before and behind a content, in its sentence, that are neither cue nor source."""
    if not words:
        return []
    taken = {*range(*made.cue), *range(*(made.source or (0, 0)))}
    first, last = page.sentence(words[0])[0], page.sentence(words[-1])[1]
    near = (words[0] - 1, words[0] - 2, words[-1] + 1, words[-1] + 2)
    return [i for i in near if first <= i < last and i not in taken and page.tokens[i].tag != "PUNCT"]
