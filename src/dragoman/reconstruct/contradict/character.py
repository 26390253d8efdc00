"""Disagreements on what somebody is like: voices that place one party at two ends of a scale.

The scales and their words are data (`scales.toml`). A voice is an outlet speaking for itself or somebody
it quotes; one voice alone is no disagreement. What is hoped, asked or supposed places nobody.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman.model.countries import adjective_country, capital_country, named_country
from dragoman.model.reading import Token
from dragoman.model.text import Span
from dragoman.reconstruct.claims.drafts import Dispute, Names, Place, Position
from dragoman.reconstruct.claims.pages import Page
from dragoman.reconstruct.claims.tellings import NEGATIONS, SUPPOSED
from dragoman.reconstruct.contradict.scales import Scale, ends, questions
from dragoman.reconstruct.contradict.things import CLASSES

WISHED = frozenset("should must would could may might hope want expect urge ask call demand if unless whether".split())
DESCRIBING = frozenset(
    "describe call dismiss label brand deride denounce mock ridicule characterize portray see".split()
)
SHOWN = frozenset("desire commitment willingness readiness goodwill".split())  # nouns that one shows
ATTITUDES = frozenset(
    "approach attitude tone stance position partner interlocutor negotiator spirit effort intention role".split()
)
NAMING = frozenset("capitulation surrender betrayal sellout fiasco farce breakthrough".split())  # nouns for a deal
TURNING = NEGATIONS | {"lack", "without", "hardly", "fail", "deny", "little"}


@dataclass(frozen=True, slots=True)
class Placed:
    """One place where a voice puts a party at an end of a scale."""

    scale: str
    side: str
    high: bool
    voice: str
    place: Place
    words: str


def character_disputes(
    placings: Mapping[str, Sequence[Placed]], stories: Sequence[Sequence[str]], names: Names
) -> Iterator[Dispute]:
    """One for each party and scale on which voices of a story differ; `names` are those of sides."""
    for story in stories:
        held: defaultdict[tuple[str, str], list[Placed]] = defaultdict(list)
        for article in sorted(story):
            for placed in placings.get(article, ()):
                held[placed.scale, placed.side].append(placed)
        for (scale, side), found in sorted(held.items()):
            yield from dispute(scale, names.get(side, side), found)


def dispute(scale: str, whom: str, found: Sequence[Placed]) -> Iterator[Dispute]:
    high, low = ([p for p in found if p.high is end] for end in (True, False))
    says, denies = {p.voice for p in high}, {p.voice for p in low}
    if not says - denies or not denies - says:
        return
    yield Dispute(
        on="characterisation",
        question=questions()[scale].format(whom=whom),
        why=f"voices that place {whom} at opposite ends of one scale ({scale})",
        positions=tuple(Position(told(part), tuple(p.place for p in part)) for part in (high, low)),
    )


def told(part: Sequence[Placed]) -> str:
    return ", ".join(dict.fromkeys(p.words for p in part))


def is_doer(page: Page, token: Token) -> bool:
    """Whether a word is who does something and no quality: "the authorities said", "six world powers"."""
    counted = any(t.relation in ("nummod", "compound") for t in page.children[token.index])
    doing = token.relation.startswith("nsubj") and token.lemma not in NAMING
    return token.tag == "NOUN" and (doing or (counted and token.lemma == "power"))


def is_deed(page: Page, token: Token) -> bool:
    """Whether a form is no quality but what somebody did: "he committed a crime", "they have not determined it"."""
    near = {t.relation for t in page.children[token.index]}
    return token.tag == "VERB" and token.text.casefold().endswith("ed") and token.fine != "JJ" and "obj" in near


def placings(page: Page, statements: Mapping[tuple[str, int], str]) -> Iterator[Placed]:
    """Every place of an article where a word of a scale is said of a party, or of a thing."""
    scales = ends()
    for token in page.own_tokens:
        word = joined(page, token)
        found = scales.get(word) or scales.get(token.lemma.casefold()) or scales.get(token.text.casefold())
        if found and not is_doer(page, token) and not is_deed(page, token):
            for scale, high in found:
                yield from placed(page, scale, high, token, word, page.heads, statements)


def placed(
    page: Page,
    scale: Scale,
    high: bool,
    token: Token,
    word: str,
    heads: frozenset[int],
    statements: Mapping[tuple[str, int], str],
) -> Iterator[Placed]:
    """The placing that one word makes on one scale, if any."""
    clause = clause_of(page, token, heads)
    own = page.clause(clause)
    side = thing_borne(page, scale, token, clause) if scale.thing else bearer(page, scale, token, clause, own)
    if side is None or wished(page, clause, own):
        return
    turned = any(t.lemma in TURNING for t in around(page, token, clause))
    span = Span(page.annotated.article.id, own[0].start, own[-1].end)
    place = Place(span, statement_id(page, token, statements))
    yield Placed(scale.name, side, high is not turned, voice_of(page, token), place, ("not " if turned else "") + word)


def joined(page: Page, token: Token) -> str:
    """A word with what a hyphen joins to it: readers take "low-level" for three."""
    at = token.index
    if at + 2 < len(page.tokens) and page.tokens[at + 1].text == "-" and page.tokens[at + 2].start == token.end + 1:
        return f"{token.text}-{page.tokens[at + 2].text}".casefold()
    return token.text.casefold()


def clause_of(page: Page, token: Token, heads: frozenset[int]) -> Token:
    while token.index not in heads and token.head != token.index:
        token = page.tokens[token.head]
    return token


def around(page: Page, token: Token, clause: Token) -> list[Token]:
    """Where a negation of the word may stand: on it, on its noun, on its clause."""
    above = page.tokens[token.head]
    near = [*page.children[token.index], *(page.children[above.index] if above.tag == "NOUN" else [])]
    before = page.tokens[max(clause.index if clause.index < token.index else 0, token.index - 5) : token.index]
    return [clause, *near, *before, *(t for t in page.children[clause.index] if t.relation in ("advmod", "aux", "det"))]


def bearer(page: Page, scale: Scale, token: Token, clause: Token, own: Sequence[Token]) -> str | None:
    """The side that the word is said of; a party that describes another is not itself described."""
    nouns = set(scale.of.split())
    subject = doer(page, clause) if clause.lemma not in DESCRIBING else other_side(page, clause)
    if not nouns:
        return borne(page, token, clause, subject)
    bearing = [t for t in own if t.lemma in nouns]
    if not bearing and not (token.tag == "NOUN" and subject):
        return None
    return next((side for t in bearing if (side := owner(page, t))), None) or subject


def thing_borne(page: Page, scale: Scale, token: Token, clause: Token) -> str | None:
    """The kind of thing that a word is said of: the noun it describes, what is said to be it, or is called it."""
    nouns = set(scale.of.split())

    def kind(found: Token) -> str | None:
        return CLASSES.get(found.lemma, "deal") if found.lemma in nouns else None

    above = page.tokens[token.head]
    if token.lemma in NAMING and scale.name == "worth" and pointed_at(page, token):
        return "deal"
    if token.relation in ("amod", "compound", "conj", "nmod") and kind(above):
        return kind(above) if not any(t.lemma == "no" for t in page.children[above.index]) else None
    if token.relation == "amod":
        return None
    predicate = token
    subjects = [t for t in page.children[predicate.index] if t.relation in ("nsubj", "nsubj:pass")]
    copula = any(t.relation == "cop" for t in page.children[predicate.index])
    if copula and subjects:
        return kind(subjects[0])
    if clause.lemma in DESCRIBING | {"denounce", "hail", "praise", "condemn", "welcome"}:
        objects = [t for t in page.children[clause.index] if t.relation in ("obj", "nsubj:pass")]
        return next((found for t in objects if t.index != token.index and (found := kind(t))), None)
    return None


def pointed_at(page: Page, token: Token) -> bool:
    """Whether a noun takes up what was told: "the capitulation", "this surrender", and of nobody in particular."""
    near = page.children[token.index]
    return any(t.lemma in ("the", "this") for t in near) and not any(t.relation.startswith("nmod") for t in near)


def borne(page: Page, token: Token, clause: Token, subject: str | None) -> str | None:
    """The side whose will a word tells: of a noun its owner, else whoever does what the clause tells."""
    above = page.tokens[token.head]
    if token.tag == "NOUN":
        own = owner(page, token)
        return own if own or token.lemma not in SHOWN else subject
    if token.tag == "ADJ" and token.relation in ("amod", "conj") and above.tag == "NOUN":
        return (owner(page, above) or subject) if above.head == clause.index and above.lemma in ATTITUDES else None
    return owner(page, page.tokens[clause.head]) if clause.relation == "acl" and not subject else subject


def other_side(page: Page, clause: Token) -> str | None:
    """The one side that the sentence names besides the one that speaks."""
    sentence = page.annotated.reading.sentence_of(clause.index)
    here = [side_by_who(page, t) or named_side(t) for t in page.tokens[sentence.first : sentence.last]]
    others = set(here) - {None, doer(page, clause)}
    return others.pop() if len(others) == 1 else None


def owner(page: Page, token: Token) -> str | None:
    """Whose it is: by an adjective, a possessor, an agent, or the people it means."""
    for child in page.children[token.index]:
        belongs = child.relation in ("amod", "nmod:poss", "compound") or (
            child.relation == "nmod" and any(t.lemma in ("of", "from", "by") for t in page.children[child.index])
        )
        if belongs and (side := named_side(child) or side_by_who(page, child)):
            return side
    if token.tag == "NOUN":
        return side_by_who(page, token)
    return None


def doer(page: Page, clause: Token) -> str | None:
    """The side of who the clause is about, also by way of the clause above a participle."""
    for _ in range(3):
        for child in page.children[clause.index]:
            if child.relation.startswith("nsubj"):
                if child.lemma.casefold() in ("we", "i") or child.text.casefold() in ("we", "i"):
                    return speaker_of(page, child)
                return named_side(child) or owner(page, child) or side_by_who(page, child)
        if clause.relation not in ("advcl", "xcomp", "conj", "acl"):
            return None
        clause = page.tokens[clause.head]
    return None


def named_side(token: Token) -> str | None:
    if not token.text[:1].isupper():
        return None
    return named_country(token.text) or adjective_country(token.text) or capital_country(token.text)


def side_by_who(page: Page, token: Token) -> str | None:
    named = page.who.get(token.index)
    return page.sides.get(named[0], named[0]) if named else None


def wished(page: Page, clause: Token, own: Sequence[Token]) -> bool:
    marks = {t.lemma for t in page.children[clause.index] if t.relation in ("aux", "mark")}
    named = clause.lemma == "call" and not any(
        case.lemma == "for" for t in page.children[clause.index] for case in page.children[t.index]
    )
    return bool(marks & (WISHED | SUPPOSED)) or (clause.lemma in WISHED and not named)


def voice_of(page: Page, token: Token) -> str:
    """Who says it: somebody quoted, else the article."""
    inside, article = page.statement_at(token), page.annotated.article.id
    return speaker_of(page, token) or (article if inside is None else f"{article} {inside}")


def speaker_of(page: Page, token: Token) -> str | None:
    """The side of whoever is quoted with a word."""
    inside = page.statement_at(token)
    mention = page.annotated.statements[inside].source.mention if inside is not None else None
    entity = page.linked.who.get((page.annotated.article.id, mention.chain)) if mention else None
    return page.sides.get(entity, entity) if entity else None


def statement_id(page: Page, clause: Token, statements: Mapping[tuple[str, int], str]) -> str:
    inside = page.statement_at(clause)
    return statements.get((page.annotated.article.id, inside), "") if inside is not None else ""
