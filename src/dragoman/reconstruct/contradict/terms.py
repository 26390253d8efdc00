"""Disagreements on a word that somebody used: one voice on one thing, quoted with other words.

"He called them 'decorative'" and "what he described as a 'theatre prop' delegation" quote one speaker of one
thing. Only a few words in quotation marks are looked at; whole sentences are compared by `wording`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman.model.reading import Token
from dragoman.model.text import Span
from dragoman.model.turns import spelling
from dragoman.reconstruct.claims.drafts import Dispute, Names, Place, Position
from dragoman.reconstruct.claims.pages import Page
from dragoman.reconstruct.contradict.character import DESCRIBING, clause_of, statement_id
from dragoman.reconstruct.contradict.wording import MARKS, words_of

MOST = 4  # words


@dataclass(frozen=True, slots=True)
class Term:
    speaker: str
    of: str
    words: tuple[str, ...]
    text: str
    place: Place


def term_disputes(
    pages: Mapping[str, Page],
    statements: Mapping[tuple[str, int], str],
    stories: Sequence[Sequence[str]],
    names: Names,
    copies: Mapping[str, str],
) -> Iterator[Dispute]:
    """One for each speaker and thing that articles of a story quote with different terms."""
    for story in stories:
        held: defaultdict[tuple[str, str], list[Term]] = defaultdict(list)
        for article in sorted(story):
            if article in pages and article not in copies:
                for term in terms_in(pages[article], statements):
                    held[term.speaker, term.of].append(term)
        for (speaker, of), terms in sorted(held.items()):
            yield from dispute(names.get(speaker, speaker), of, terms)


def dispute(speaker: str, of: str, terms: Sequence[Term]) -> Iterator[Dispute]:
    used: dict[tuple[str, ...], list[Term]] = {}
    for term in terms:
        used.setdefault(term.words, []).append(term)
    articles = [frozenset(t.place.span.article for t in held) for held in used.values()]
    if len(used) < 2 or any(a & b for i, a in enumerate(articles) for b in articles[i + 1 :]):
        return
    yield Dispute(
        on="wording",
        question=f"Which word did {speaker} use for the {of}?",
        why="one speaker on one thing, quoted with different words",
        positions=tuple(Position(held[0].text, tuple(t.place for t in held)) for held in used.values()),
    )


def terms_in(page: Page, statements: Mapping[tuple[str, int], str]) -> Iterator[Term]:
    article = page.annotated.article
    for span in (s for quotation in page.annotated.quotations for s in quotation.spans):
        inside = [t for t in page.within(span) if t.tag != "PUNCT"]
        if not 0 < len(inside) <= MOST:
            continue
        clause = clause_of(page, inside[0], page.heads)
        speaker, thing = speaker_at(page, inside[0], clause), described(page, inside, clause)
        if speaker is None or thing is None:
            continue
        text = " ".join(article.text[span.start : span.end].strip(MARKS + ",.").split())
        own = page.clause(clause)
        start, end = min(own[0].start, span.start), max(own[-1].end, span.end)
        words = tuple(spelling(word) for word in words_of(text))
        place = Place(Span(article.id, start, end), statement_id(page, clause, statements))
        yield Term(speaker, thing, words, text, place)


def speaker_at(page: Page, token: Token, clause: Token) -> str | None:
    """Who uses the term: the source of the statement it stands in, else the subject of the verb that describes."""
    inside = page.statement_at(token)
    if inside is not None:
        mention = page.annotated.statements[inside].source.mention
        return page.linked.who.get((page.annotated.article.id, mention.chain)) if mention else None
    if clause.lemma not in DESCRIBING:
        return None
    subject = next((t for t in page.children[clause.index] if t.relation == "nsubj"), None)
    named = page.who.get(subject.index) if subject else None
    return named[0] if named else None


def described(page: Page, inside: Sequence[Token], clause: Token) -> str | None:
    """The thing the term is for: the noun it stands before, or what is described as it."""
    within = {t.index for t in inside}
    for token in inside:
        above = page.tokens[token.head]
        if above.index not in within and above.tag == "NOUN" and token.relation in ("amod", "compound", "nmod"):
            return above.lemma
    objects = [t for t in page.children[clause.index] if t.relation == "obj" and t.index not in within]
    if clause.lemma in DESCRIBING and objects and objects[0].tag == "NOUN":
        return objects[0].lemma
    return None
