"""Statements that a phrase, an adverb or a noun reports: "according to", "reportedly", "his demand for a truce".

Verbs are for `rules`. A phrase or adverb reports the sentence it stands in; a noun reports what hangs on it, and only
where somebody is told whose words they are.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.annotate.attribution import lexicon
from dragoman.annotate.attribution.draft import Draft
from dragoman.annotate.attribution.frames import PREPOSITIONS
from dragoman.annotate.attribution.page import Page, Range
from dragoman.annotate.attribution.sources import CITING, NOMINAL, noun_phrase, subject
from dragoman.model.statement import Act

LEAST = 35
LIGHT = frozenset(
    ("announce", "deliver", "express", "give", "have", "hold", "issue", "make", "put", "raise", "release", "reiterate",
     "renew", "repeat", "send", "share", "state", "submit", "voice", "present", "reaffirm", "restate", "underline")
)  # fmt: skip


def phrase_drafts(page: Page) -> Iterator[Draft]:
    """What phrases such as "according to" report."""
    begin = {phrase[0] for phrase in lexicon.phrases()}
    for token in page.trees.with_text(begin):
        if page.quoted[token.index] >= 0:
            continue
        for words, act in lexicon.phrases().items():
            last = token.index + len(words)
            if tuple(t.text.lower() for t in page.tokens[token.index : last]) == words:
                made = _sourced(page, (token.index, last), act)
                if made is not None:
                    yield made


def _sourced(page: Page, cue: Range, act: Act) -> Draft | None:
    source = source_after(page, cue[1])
    if source is None:
        return None
    end = behind_citation(page, source[1])
    content = tuple(around(page, (cue[0], end)))
    firm = end > source[1]
    return Draft(head=cue[0], cue=cue, source=source, content=content, act=act, firm=firm) if content else None


def source_after(page: Page, first: int) -> Range | None:
    """The noun phrase that begins at a token."""
    last = page.sentence(first - 1)[1]
    for index in range(first, min(last, first + 12)):
        if page.tokens[index].tag in NOMINAL:
            head = index
            while page.tokens[head].head > head and page.tokens[page.tokens[head].head].tag in NOMINAL:
                head = page.tokens[head].head
            _, end = noun_phrase(page, head)
            return first, max(end, head + 1)
        if page.tokens[index].tag in ("VERB", "PUNCT"):
            return None
    return None


def behind_citation(page: Page, last: int) -> int:
    """Where what is reported goes on behind ", citing a senior official,"."""
    pair = page.tokens[last : last + 2]
    if len(pair) < 2 or pair[0].text != "," or pair[1].lemma not in CITING:
        return last
    end = page.sentence(last)[1]
    return next((i for i in range(last + 2, end) if page.tokens[i].text == ","), last)


def around(page: Page, words: Range) -> list[Range]:
    """The sentence around some words as ranges of characters, without them."""
    first, last = page.sentence(words[0])
    if words[1] < min(last, len(page.tokens) - 1) and page.tokens[words[1]].text == ":":
        return [part for part in [page.trimmed(*page.chars(words[1] + 1, _end(page, last)))] if part]
    parts = []
    if words[0] - first >= 2:
        parts.append(page.trimmed(*page.chars(first, words[0])))
    if last - words[1] >= 3 and (words[0] - first < 2 or page.tokens[words[1]].text == ","):
        parts.append(page.trimmed(*page.chars(words[1], last)))
    return [part for part in parts if part is not None]


def _end(page: Page, last: int) -> int:
    """The end of the sentence, or of the quotation that begins in it."""
    held = page.quoted[last - 1]
    while last < len(page.tokens) and held >= 0 and page.quoted[last] == held:
        last += 1
    return last


def hearsay_drafts(page: Page) -> Iterator[Draft]:
    """What adverbs such as "reportedly" report, nobody knows from whom."""
    for token in page.trees.with_text(lexicon.hearsay()):
        if page.quoted[token.index] < 0:
            verb = token.head
            first, last = page.trees.first[verb], page.trees.last[verb]
            parts = [
                page.trimmed(*page.chars(a, b)) for a, b in ((first, token.index), (token.index + 1, last)) if a < b
            ]
            content = tuple(part for part in parts if part is not None)
            if content:
                yield Draft(
                    head=token.index, cue=(token.index, token.index + 1), source=None, content=content, act=Act.ASSERT
                )


def noun_drafts(page: Page) -> Iterator[Draft]:
    """What nouns such as "demand" report."""
    known = lexicon.nouns()
    for token in page.tokens:
        if token.tag != "NOUN" or token.lemma not in known:
            continue
        word = known[token.lemma]
        content = _noun_content(page, token.index, word)
        source = _noun_source(page, token.index) if content else None
        if content and source is not None:
            yield Draft(
                head=token.index, cue=(token.index, token.index + 1), source=source, content=(content,), act=word.act
            )


def _noun_content(page: Page, noun: int, word: lexicon.CueWord) -> Range | None:
    trees, tokens = page.trees, page.tokens
    for child in trees.dependents[noun]:
        if child < noun:
            continue
        relation = tokens[child].relation.split(":")[0]
        mark = trees.child(child, "mark", "case")
        marker = tokens[mark].text.lower() if mark is not None and mark < child else "that"
        first = trees.first[child]
        if relation in ("acl", "ccomp", "advcl") and tokens[child].relation != "acl:relcl":
            shape = marker
        elif relation in ("nmod", "obl") and marker in PREPOSITIONS and mark is not None:
            shape, first = marker, mark + 1
        else:
            continue
        if word.shares.get(shape, 0) >= LEAST and first < trees.last[child]:
            return page.trimmed(*page.chars(first, trees.last[child]))
    return None


def _noun_source(page: Page, noun: int) -> Range | None:
    """Whose words a noun means: a genitive, "by" or "from" somebody, the subject of "made a promise"."""
    trees, tokens = page.trees, page.tokens
    for child in trees.dependents[noun]:
        case = trees.child(child, "case")
        if child < noun and (tokens[child].relation == "nmod:poss" or tokens[child].fine == "PRP$"):
            first, last = noun_phrase(page, child)
            return first, min(last, noun)
        if child > noun and case is not None and tokens[case].text.lower() in ("by", "from"):
            return noun_phrase(page, child)
    verb = tokens[noun].head
    if tokens[noun].relation == "obj" and tokens[verb].lemma in LIGHT:
        head = subject(page, verb)
        return None if head is None else noun_phrase(page, head, without=verb)
    return None
