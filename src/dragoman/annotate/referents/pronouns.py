"""Which pronouns can mean somebody, and what each asks of the one that it means.

Third persons, relative "who", and inside quotations the first person, which is the speaker. Does not choose whom a
pronoun means.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.annotate.referents.context import Context
from dragoman.annotate.referents.wordlists import cue_verbs, words
from dragoman.annotate.tree import tree_of

HE = frozenset(["he", "him", "his", "himself"])
SHE = frozenset(["she", "her", "hers", "herself"])
IT = frozenset(["it", "its", "itself"])
THEY = frozenset(["they", "them", "their", "theirs", "themselves"])
WHO = frozenset(["who", "whom", "whose"])
SPEAKER = frozenset(["i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"])
REFLEXIVE = frozenset(["himself", "herself", "itself", "themselves"])
OWNING = frozenset(["his", "her", "its", "their", "my", "our"])
# "It is clear that ...", "it seems", "it is time": this "it" means nothing.
EMPTY_AFTER = frozenset(["seem", "appear", "happen", "rain", "matter", "take", "emerge", "turn"])


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun at a token: `sort` is he, she, it, they, who or speaker."""

    index: int
    sort: str
    owning: bool
    reflexive: bool


def pronouns(context: Context) -> Iterator[Pronoun]:
    """The pronouns of the article that may mean somebody, in its order."""
    for token in tree_of(context.reading).with_text(HE, SHE, IT, THEY, WHO, SPEAKER):
        text = token.text.lower()
        sort = _sort(context, token.index, text)
        if sort is not None:
            owning = text in OWNING and (token.fine == "PRP$" or token.relation == "nmod:poss")
            yield Pronoun(token.index, sort, owning, text in REFLEXIVE)


def _sort(context: Context, i: int, text: str) -> str | None:
    if text in HE:
        return "he"
    if text in SHE:
        return "she"
    if text in IT:
        return None if _is_empty(context, i) else "it"
    if text in THEY:
        return "they"
    if text in WHO and context.text(i - 1) != "" and i and _has_antecedent(context, i):
        return "who"
    if text in SPEAKER and context.quoted[i] >= 0 and context.text(i) != "US":
        return "speaker"
    return None


def _is_empty(context: Context, i: int) -> bool:
    """Whether an "it" means nothing in particular, or a clause."""
    token = context.tokens[i]
    if token.relation == "expl":
        return True
    head = context.tokens[token.head]
    if head.lemma in EMPTY_AFTER:
        return True
    copula = any(context.tokens[c].relation == "cop" for c in context.children[head.index])
    clause = any(
        context.tokens[c].relation in ("csubj", "ccomp", "advcl", "acl", "xcomp") for c in context.children[head.index]
    )
    return token.relation.startswith("nsubj") and copula and clause and head.tag in ("ADJ", "NOUN", "VERB")


def acts(context: Context, found: Pronoun) -> bool:
    """Whether the one that the pronoun means says something, or owns what only a state or body owns ("its army")."""
    governor = context.tokens[context.tokens[found.index].head]
    if found.owning:
        return governor.lemma in words("agents", "metonymy", "owned")
    return context.tokens[found.index].relation == "nsubj" and governor.lemma in cue_verbs()


def _has_antecedent(context: Context, i: int) -> bool:
    before = i - 1 if context.text(i - 1) not in (",", "—", "–", "(") else i - 2
    return before >= 0 and context.same_sentence(before, i) and context.tokens[before].tag in ("NOUN", "PROPN", "PRON")


def antecedent_place(context: Context, i: int) -> int:
    """The token that a relative pronoun leans on: the noun right before it."""
    return i - 1 if context.text(i - 1) not in (",", "—", "–", "(") else i - 2


def same_clause(context: Context, pronoun: int, other: int) -> bool:
    """Whether a pronoun and another stretch's head are arguments of one verb, so that they are two."""
    left, right = context.tokens[pronoun], context.tokens[other]
    if left.relation == "nmod:poss":
        return False
    return _verb(context, left.index) == _verb(context, right.index) and right.relation != "nmod:poss"


def _verb(context: Context, i: int) -> int:
    token = context.tokens[i]
    return (
        _verb(context, token.head) if token.relation in ("conj", "flat", "appos") and not token.is_root else token.head
    )


def speaker_place(context: Context, i: int) -> int | None:
    """The subject of the verb that reports the quotation in which the token stands, if it is near."""
    number = context.quoted[i]
    inside = [j for j in range(i, max(-1, i - 400), -1) if context.quoted[j] == number]
    first = inside[-1] if inside else i
    last = context.run_last[i]
    for j in (*range(last + 1, min(last + 12, len(context.tokens))), *range(first - 1, max(-1, first - 25), -1)):
        if context.quoted[j] >= 0 or context.tokens[j].lemma.lower() not in cue_verbs():
            continue
        subject = _subject(context, j)
        if subject is not None and context.quoted[subject] < 0:
            return subject
    return None


def _subject(context: Context, verb: int) -> int | None:
    for _ in range(3):
        for child in context.children[verb]:
            if context.tokens[child].relation.startswith("nsubj"):
                return child
        token = context.tokens[verb]
        if token.is_root or token.relation not in ("conj", "advcl", "xcomp", "acl", "ccomp", "parataxis"):
            return None
        if token.relation == "acl":
            return token.head
        verb = token.head
    return None
