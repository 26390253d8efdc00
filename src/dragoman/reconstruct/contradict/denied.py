"""Disagreements on what somebody denies, where the denial itself says what: "denied having fired on the town".

What is denied is held against the clause that tells it: one just before in the same article, or one of any account of
the story that says it of the same doer. Denials of "it" and "that account" are for `denials`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dragoman.model.meanings import nearness
from dragoman.model.reading import Token
from dragoman.model.turns import opposites_of
from dragoman.reconstruct.claims.drafts import Dispute, Place, Position
from dragoman.reconstruct.claims.pages import Page
from dragoman.reconstruct.claims.tellings import NEGATIONS, clause_keys, keys_of, side_at
from dragoman.reconstruct.contradict.denials import (
    DENYING,
    DISMISSING,
    TOLD,
    clause_without,
    is_denial,
    next_words,
    place_at,
    words_at,
)

SURE = 1.3  # what a clause must share with what is denied
NEAR, MEANT = 0.55, 0.7  # how near two words must be, and what such a pair counts
HEADED, SAME_DOER, JUST_BEFORE = 0.5, 0.4, 0.6  # what else counts
BACK = 3  # sentences back that are just before


def denied_disputes(
    pages: Mapping[str, Page], statements: Mapping[tuple[str, int], str], copies: Mapping[str, str]
) -> Iterator[Dispute]:
    """One for each denial with content that some account of the story tells; those of copies are their originals'."""
    for article, page in pages.items():
        if article in copies:
            continue
        for token in page.own_tokens:
            if is_denial(page, token) and (content := denied_by(page, token)):
                yield from dispute(pages, page, token, content, statements)


def denied_by(page: Page, denial: Token) -> list[Token]:
    """The words of what is denied, where the denial has it as a clause or as the content of a report."""
    for child in page.children[denial.index]:
        if denial.lemma in DENYING and child.relation in ("xcomp", "ccomp", "advcl") and child.index > denial.index:
            return page.own(child, without=frozenset())
        if denial.lemma in DENYING and child.relation == "obj" and child.tag == "VERB":
            return page.own(child, without=frozenset())
        told = denial.lemma in DISMISSING and child.relation in ("obj", "nsubj:pass") and child.lemma in TOLD
        if told and any(t.relation == "nmod" for t in page.children[child.index]):
            return [t for t in page.own(child, without=frozenset()) if t.index != child.index]
    return []


def dispute(
    pages: Mapping[str, Page],
    page: Page,
    denial: Token,
    content: Sequence[Token],
    statements: Mapping[tuple[str, int], str],
) -> Iterator[Dispute]:
    """The disagreement on what a denial denies, where some account tells it or a sentence just before does."""
    told = [
        place_at(teller, clause, statements)
        for teller in pages.values()
        if (clause := told_of(teller, page, denial, content)) is not None
    ]
    if denial.lemma in DENYING and not any(p.span.article == page.annotated.article.id for p in told):
        before = sentence_before(page, denial)
        told += [place_at(page, before, statements)] if before else []
    if not told:
        return
    against, answer = denying(page, denial, content, statements), next_words(page, denial, statements)
    yield Dispute(
        on="polarity",
        question=f"Is it so: {words_at(pages[told[0].span.article], told[0]).rstrip('.')}?",
        why="told in one place, and denied in another",
        positions=(
            Position(words_at(pages[told[0].span.article], told[0]), tuple(told)),
            Position(words_at(page, against), (against, *([answer] if answer else []))),
        ),
    )


def sentence_before(page: Page, denial: Token) -> list[Token]:
    """The sentence before a denial, which it answers, where that asks nothing and is not the denier's own."""
    number = sentence_number(page, denial)
    if number == 0:
        return []
    sentence = page.annotated.reading.sentences[number - 1]
    tokens = list(page.tokens[sentence.first : sentence.last])
    denier, speaker = subject_side(page, denial), page.speaker_at(tokens[0])
    own = denier is not None and speaker is not None and page.sides.get(speaker, speaker) == denier
    asked = any(t.text == "?" for t in tokens[-2:])
    return [] if own or asked or not is_own(page, tokens[0]) else tokens


def is_own(page: Page, token: Token) -> bool:
    """Whether a word stands in the article's own text."""
    return token.index in page.own_places


def denying(page: Page, denial: Token, content: Sequence[Token], statements: Mapping[tuple[str, int], str]) -> Place:
    """The denial with what it denies."""
    return place_at(page, sorted([*clause_without(page, denial, ()), *content], key=lambda t: t.index), statements)


def told_of(other: Page, page: Page, denial: Token, content: Sequence[Token]) -> list[Token] | None:
    """The clause of an account that tells what is denied: the one that shares most with it, and enough."""
    keys = {key: w for key, w in keys_of(page, list(content)).items() if key[:2] not in ("S:", "K:", "D:")}
    denier = subject_side(page, denial)
    found = [
        (shared(page, other, head, keys, content, denier, denial), -head.index, head)
        for head in other.clauses
        if head.index in other.own_places and not (other is page and is_within(head, denial, content))
    ]
    score, _, head = max(found, default=(0.0, 0, denial), key=lambda item: item[:2])
    return list(other.clause(head)) if score >= SURE else None


def is_within(head: Token, denial: Token, content: Sequence[Token]) -> bool:
    """Whether a clause is the denial itself, or lies in what that denies."""
    first, last = content[0].index, content[-1].index
    return head.index == denial.index or first <= head.index <= last


def shared(
    page: Page,
    other: Page,
    head: Token,
    keys: Mapping[str, float],
    content: Sequence[Token],
    denier: str | None,
    denial: Token,
) -> float:
    """How much a clause tells of what is denied; nought where the denier says it or it is itself denied."""
    own = other.clause(head)
    if any(t.lemma in NEGATIONS or t.lemma in DENYING for t in own):
        return 0.0
    speaker = other.speaker_at(head)
    if denier is not None and speaker is not None and other.sides.get(speaker, speaker) == denier:
        return 0.0
    told = clause_keys(other, head)
    words = {key: w for key, w in told.items() if key[1:2] != ":"}
    same = {key: min(w, told[key]) for key, w in keys.items() if key in told}
    meant = [
        MEANT * min(w, max((words[o] for o in words if is_near(key, o)), default=0.0))
        for key, w in keys.items()
        if key[1:2] != ":" and key not in same
    ]
    score = sum(same.values()) + sum(meant)
    if not score or not (any(key[1:2] != ":" for key in same) or any(meant)):
        return 0.0
    lemma = content_head(page, content).lemma.casefold()
    score += HEADED * (head.lemma.casefold() == lemma or is_near(lemma, head.lemma.casefold()))
    if denier is not None:
        score += SAME_DOER * (f"S:{denier}" in told)
    back = sentence_number(page, denial) - sentence_number(other, head) if other is page else BACK + 1
    return score + JUST_BEFORE * (0 <= back <= BACK)


def is_near(one: str, other: str) -> bool:
    """Whether two words are near in meaning and no opposites."""
    return nearness(one, other) >= NEAR and other not in opposites_of(one)


def content_head(page: Page, content: Sequence[Token]) -> Token:
    """The word of what is denied that governs the others."""
    inside = {t.index for t in content}
    return next((t for t in content if t.head not in inside), content[0])


def sentence_number(page: Page, token: Token) -> int:
    """The number of the sentence that a token stands in."""
    return next(n for n, s in enumerate(page.annotated.reading.sentences) if s.first <= token.index < s.last)


def subject_side(page: Page, denial: Token) -> str | None:
    """The side of whoever denies."""
    first = page.tokens[denial.head] if denial.relation == "conj" else denial
    for child in [*page.children[denial.index], *page.children[first.index]]:
        if child.relation == "nsubj" and (side := side_at(page, child)):
            return side
    return None
