"""What is said of a proposal in whole clauses: a verdict without a verb, what it would do, a complaint of it.

“Serious and credible,” he said; the deal would betray the miners; they complained that the deadline was imposed. These
answer only what is known: which proposal is meant is for the ledger. Verdicts with a verb are for `judging`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.annotate.offers.answered import pointing, tree_noun
from dragoman.annotate.offers.answering import reply
from dragoman.annotate.offers.judging import by_phrase, verdict
from dragoman.annotate.offers.lexicon import offers
from dragoman.annotate.offers.matters import matter_at
from dragoman.annotate.offers.page import Page
from dragoman.annotate.offers.parties import SUBJECTS, actors
from dragoman.annotate.offers.passing import denied, turned
from dragoman.model.negotiation import Matter, Move, MoveKind
from dragoman.model.reading import Token

FEW = 6  # words of a verdict without a verb


def summed_up(page: Page) -> Iterator[Move]:
    """Quotations that are a verdict and nothing else: “A trap,” she said."""
    for statement in page.annotated.statements:
        by = statement.source.mention if statement.made else None
        if by is None or len(statement.content) != 1 or not a_whole(page.annotated.article.quote(statement.content[0])):
            continue
        first = page.index_at(statement.content[0].start)
        last = page.index_at(statement.content[0].end - 1)
        words = [t for t in page.tree.tokens[first : last + 1] if t.tag != "PUNCT"]
        if not 0 < len(words) <= FEW or any(t.tag in ("VERB", "AUX", "PRON") for t in words):
            continue
        kind = verdict(words) or by_phrase(words, page)
        if kind is not None:
            kind = turned(kind) if words[0].lemma.lower() in ("not", "no", "hardly") else kind
            yield reply(kind, words[0], pointing(words[0], page), (by,), page, words)


def a_whole(quoted: str) -> bool:
    """Whether a quotation is a sentence of its own: it opens with a capital and ends with a mark."""
    inner = quoted.strip("“”\"'‘’ ")
    return quoted[:1] in "“\"'‘" and inner[:1].isupper() and inner[-1:] in ".,!?"


def said_of(page: Page) -> Iterator[Move]:
    """What somebody is quoted to say of a proposal that is named beside the verb: “We cannot pay it,” she said of the
    demand."""
    for statement in page.annotated.statements:
        by = statement.source.mention if statement.made else None
        if by is None or statement.cue is None or not statement.content:
            continue
        cue = page.tree.tokens[page.index_at(statement.cue.start)]
        beside = [t for t in page.tree.on(cue.index, "obl") if page.tree.cases(t.index) & {"of", "about"}]
        matter = first_known(
            [t for t in beside if t.lemma.lower() in offers().matters.keys() | offers().pointing], page
        )
        first, last = (page.index_at(at) for at in (statement.content[0].start, statement.content[0].end - 1))
        words = page.tree.tokens[first : last + 1]
        if matter is None or not words:
            continue
        kind = verdict(words) or by_phrase(words, page) or (MoveKind.REJECT if will_not_be(words, page) else None)
        if kind is not None:
            yield reply(kind, words[0], matter, (by,), page, words)


def will_not_be(words: Sequence[Token], page: Page) -> bool:
    """Whether the main verb of some words is a thing that cannot or will not be done."""
    heads = [t for t in words if t.tag == "VERB" and t.relation in ("root", "ccomp", "parataxis")]
    return bool(heads) and denied(heads[0], page) and bool(page.tree.on(heads[0].index, "aux"))


def reacted(verb: Token, page: Page) -> Iterator[Move]:
    """The answer of whoever says what a proposal would do, or complains of it."""
    lemma = verb.lemma.lower()
    if lemma in offers().harming or lemma in offers().helping:
        yield from would_do(verb, page)
    elif lemma in offers().complaining:
        yield from complained(verb, page)


def would_do(verb: Token, page: Page) -> Iterator[Move]:
    """A proposal that is said to do harm is refused by the voice that says so, one that is said to help welcome."""
    speaker = page.speaker_of(verb)
    matter = first_known(page.tree.on(verb.index, *SUBJECTS), page)
    if speaker is None or matter is None:
        return
    kind = MoveKind.REJECT if verb.lemma.lower() in offers().harming else MoveKind.ACCEPT
    if not denied(verb, page):
        yield reply(kind, verb, matter, (speaker,), page)


def complained(verb: Token, page: Page) -> Iterator[Move]:
    """Who complains that it was imposed, or of it, will not have it."""
    by = actors(verb, page)
    inner = [t for clause in page.tree.on(verb.index, "ccomp") for t in page.tree.on(clause.index, *SUBJECTS)]
    beside = [t for t in page.tree.on(verb.index, "obl") if page.tree.cases(t.index) & {"of", "about", "against", "at"}]
    matter = first_known([*inner, *beside], page)
    if by and matter is not None and not denied(verb, page):
        yield reply(MoveKind.REJECT, verb, matter, by, page)


def first_known(words: list[Token], page: Page) -> Matter | None:
    """The first matter that some words name as known, or point to by a noun."""
    found = (matter_at(i, page) for i in page.tree.spread([t for t in words if t.tag == "NOUN"]))
    return next((m for m in found if m is not None and tree_noun(m) and (m.definite or m.anaphoric)), None)
