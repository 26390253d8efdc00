"""What articles tell, clause by clause, ready to be compared across articles.

A telling is one clause with its own words: what it governs, without the clauses inside it. Names stand for whom they
mean, numbers for their value, and words with others of the same sense. Does not compare: that is `alike`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dragoman.model.mention import Entity, EntityKind, Form
from dragoman.model.rarity import rarity
from dragoman.model.reading import Token
from dragoman.model.text import Span
from dragoman.model.turns import spelling, turns_of
from dragoman.reconstruct.claims.numbers import number_in
from dragoman.reconstruct.claims.pages import Keys, Page, own_text

if TYPE_CHECKING:
    from dragoman.model.gists import Whole

OF_NOUN = frozenset({"acl", "acl:relcl"})
FULL = {"NOUN": 1.0, "PROPN": 1.0, "VERB": 1.0, "ADJ": 0.9, "NUM": 0.8, "ADV": 0.4}
LIGHT = frozenset(
    "be have do go get make say tell take come give put let can could will would shall should may might must thing "
    "add note report accord do more other such own year time day one two".split()
)
NEGATIONS = frozenset({"not", "n't", "never", "no", "nobody", "none", "nothing", "neither", "without", "cannot"})
PARTS = frozenset({"nsubj", "nsubj:pass", "obj"})
SUPPOSED = frozenset({"if", "unless", "until", "whether", "lest"})
TITLES = frozenset({"compound", "appos", "flat", "amod"})  # how what somebody is hangs on the name
OURS = frozenset({"we", "i", "us", "me"})
SAYING = frozenset("say tell report state add write speak cite mention".split())  # what they say is its own telling
WHO, WHERE, SIDE, TURN, KIND, DAY = 1.0, 0.5, 0.4, 0.6, 0.6, 0.7

Likes = tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One clause: `keys` are what it tells with their weights; `doers` and `done_to` the sides of its parties.

    `said` are the keys
    of the word that governs it. `statement` is the place of the innermost statement it stands in, `head` that word,
    `subject` whether it says by itself whom it is about, `unreal` whether it is only supposed. `near` are words of its
    story that are near in meaning to its own. `total` is what its keys weigh, `liked` those of them that have such;
    `dates` and `numbers` are those of its keys that are such, `words` those that are no names, days, kinds or voices.
    `gist` is what its words mean together, `around` what they do with the sentences before and after.
    """

    article: str
    span: Span
    head: Token
    keys: Mapping[str, float]
    said: frozenset[str]
    doers: frozenset[str]
    done_to: frozenset[str]
    negated: bool
    statement: int | None
    subject: bool
    unreal: bool
    sentence: int
    gist: Whole = field(repr=False, compare=False)
    around: Whole = field(repr=False, compare=False)
    near: Mapping[str, Likes] = field(default_factory=dict)
    total: float = 0.0
    liked: float = 0.0
    dates: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()


def side_of(entity: Entity) -> str:
    """The state or body somebody stands for: its code where there is one.

    A body that is of a country and speaks for none (a party, a rebel front) is a side of its own.
    """
    if entity.kind is EntityKind.ORGANIZATION and entity.country and entity.side is None:
        return entity.id
    return entity.country or entity.side or entity.id


def tellings_of(page: Page) -> Iterator[Telling]:
    """Every clause of the article's own text that tells something, in the order of the text."""
    sentence_of = {i: n for n, s in enumerate(page.annotated.reading.sentences) for i in range(s.first, s.last)}
    for head in page.own_tokens:
        if head.index in page.heads:
            found = telling(page, head, page.heads, sentence_of.get(head.index, 0))
            if found is not None:
                yield found


def sentences_of(page: Page) -> Iterator[Telling]:
    """Every sentence of the article's own text as one telling, for what is told in more than one clause."""
    heads = {t.index: t for t in page.tokens if t.is_root}
    allowed = [(s.start, s.end) for s in own_text(page.annotated)]
    for number, sentence in enumerate(page.annotated.reading.sentences):
        head = next((heads[i] for i in range(sentence.first, sentence.last) if i in heads), None)
        if head is None or not any(start <= head.start < end for start, end in allowed):
            continue
        own = list(page.tokens[sentence.first : sentence.last])
        found = whole(page, head, own, number)
        if found is not None:
            yield found


def telling(page: Page, head: Token, heads: frozenset[int], sentence: int) -> Telling | None:
    if not page.is_said(head):
        return None
    own = page.clause(head)
    about, subject = subjects(page, head, own, heads)
    words = clause_keys(page, head)
    keys = (keys_of(page, [*own, *about]) if about else words) | page.voice_at(head)
    if head.lemma in SAYING or sum(key[1:2] != ":" or key[0] == "N" for key in words) < 2:
        return None
    shown = [*own, *about] if head.relation in OF_NOUN else own
    first, last = min(t.start for t in shown), max(t.end for t in shown)
    span = Span(page.annotated.article.id, first, last)
    doers, done_to = parties(page, head, about)
    return Telling(
        article=page.annotated.article.id,
        span=span,
        head=head,
        keys=keys,
        said=said_by(page, head),
        doers=doers,
        done_to=done_to,
        negated=is_negated(page, head, own),
        statement=page.statement_at(head),
        subject=subject,
        unreal=any(t.lemma in SUPPOSED for t in own if t.relation in ("mark", "advmod")),
        sentence=sentence,
        gist=page.meaning(span),
        around=page.around(sentence),
    )


def is_negated(page: Page, head: Token, own: Sequence[Token]) -> bool:
    """Whether a clause says that it is not so: of its verb, or of whoever does it or what is done ("no shot fell")."""
    parts = {t.index for t in own if t.head == head.index and t.relation in PARTS}
    none = any(t.lemma == "no" and t.head in parts for t in own)
    return none or any(t.lemma in NEGATIONS for t in own if t.head == head.index or t.lemma == "never")


def whole(page: Page, head: Token, own: list[Token], sentence: int) -> Telling | None:
    """A sentence as one telling; whom it is about is not asked, since several clauses may be of several."""
    keys = keys_of(page, own) | page.voice_at(head)
    if not page.is_said(head) or sum(key[1:2] != ":" for key in keys) < 4:
        return None
    span = Span(page.annotated.article.id, own[0].start, own[-1].end)
    return Telling(
        article=page.annotated.article.id,
        span=span,
        head=head,
        keys=keys,
        said=frozenset(key for key in keys if key.startswith("K:")),
        doers=frozenset(),
        done_to=frozenset(),
        negated=False,
        statement=page.statement_at(head),
        subject=True,
        unreal=False,
        sentence=sentence,
        gist=page.meaning(span),
        around=page.around(sentence),
    )


def subjects(page: Page, head: Token, own: Sequence[Token], heads: frozenset[int]) -> tuple[list[Token], bool]:
    """The words of the noun or the subject that a clause hangs on and does not itself repeat."""
    if any(t.relation.startswith("nsubj") and t.head == head.index and t.tag != "PRON" for t in own):
        return [], True
    above = page.tokens[head.head]
    if head.relation in OF_NOUN:
        return page.own(above, without=heads)[:8] if above.index not in heads else [above], True
    if head.relation == "conj":
        held = [t for t in page.children[above.index] if t.relation.startswith("nsubj")]
        return [t for s in held for t in page.own(s, without=heads)], False
    return [], any(t.relation.startswith("nsubj") and t.head == head.index for t in own)


def clause_keys(page: Page, head: Token) -> dict[str, float]:
    """What a clause tells, by the word that governs it; looked up once."""
    found = page.told.get(head.index)
    if found is None:
        found = page.told[head.index] = keys_of(page, page.clause(head))
    return found


def keys_of(page: Page, tokens: Sequence[Token]) -> dict[str, float]:
    """What some words tell together: each key with the most that one of them gives it."""
    keys: dict[str, float] = {}
    for token in tokens:
        for key, weight in token_keys(page, token):
            if key not in keys or weight > keys[key]:
                keys[key] = weight
    for place in sorted([place for t in tokens if t.start in page.kinds for place in page.kinds[t.start]]):
        if kind := page.annotated.events[place].type:
            keys[f"K:{kind}"] = KIND
    for place in sorted([place for t in tokens if t.start in page.days for place in page.days[t.start]]):
        if when := page.annotated.times[place].when:
            keys[f"D:{when.start}/{when.end}"] = DAY
    return keys


def said_by(page: Page, head: Token) -> frozenset[str]:
    """The keys of what a clause says of its parties: of its verb, or of the noun that a plain verb brings."""
    words = [head, *(t for t in page.children[head.index] if t.relation in ("obj", "xcomp") and head.lemma in LIGHT)]
    told = [key for word in words for key, _ in token_keys(page, word) if key[:2] not in ("E:", "S:")]
    return frozenset(told + page.typed[head.index]) if head.index in page.typed else frozenset(told)


def token_keys(page: Page, token: Token) -> Keys:
    """What one word tells, looked up once."""
    found = page.keys.get(token.index)
    if found is None:
        found = page.keys[token.index] = tuple(_token_keys(page, token))
    return found


def _token_keys(page: Page, token: Token) -> Iterator[tuple[str, float]]:
    named = page.who.get(token.index)
    if named is not None and not is_loose(page, *named):
        entity, kind, form = named
        yield f"E:{entity}", WHERE if kind is EntityKind.PLACE else WHO
        yield f"S:{page.sides.get(entity, entity)}", SIDE
        if form is not Form.NOMINAL:
            return
    if is_title(page, token):
        return
    number = number_in(token.text)
    if number is not None and number > 1:
        yield f"N:{number:g}", 1.0
        return
    lemma = spelling(token.lemma.casefold())
    full = FULL.get(token.tag, 0.0) if len(lemma) > 1 else 0.0
    rare = rarity(lemma, token.text)
    if full == 0 or lemma in LIGHT or rare < 0.25:
        return
    yield lemma, full * rare
    for turn in sorted(turns_of(lemma)):
        yield f"T:{turn}", TURN * full * rare


def is_title(page: Page, token: Token) -> bool:
    """Whether a word says what a named person is ("Finance Minister A", "A, the chairman of B"), and no more."""
    if token.relation not in TITLES or token.head == token.index or token.head not in page.who:
        return False
    _, kind, form = page.who[token.head]
    return kind is EntityKind.PERSON and form is Form.NAME


def parties(page: Page, head: Token, about: list[Token]) -> tuple[frozenset[str], frozenset[str]]:
    """The sides of who does it and to whom, as far as the clause has them as subject, agent or object."""
    doers, done_to = set(), set()
    passive = any(t.relation in ("nsubj:pass", "aux:pass") for t in page.children[head.index])
    passive = passive or (head.relation == "acl" and head.fine == "VBN")
    for child in [*page.children[head.index], *(t for t in about if t.relation.startswith("nsubj"))]:
        side = side_at(page, child)
        if side is None:
            continue
        if child.relation in ("nsubj", "obl:agent") or (passive and by(page, child)):
            doers.add(side)
        elif child.relation in ("obj", "iobj", "nsubj:pass"):
            done_to.add(side)
    return frozenset(doers), frozenset(done_to)


def by(page: Page, child: Token) -> bool:
    return child.relation.startswith("obl") and any(t.lemma == "by" for t in page.children[child.index])


def side_at(page: Page, token: Token) -> str | None:
    """The side of whoever a word means: of the speaker where he says "we"; talks and truces are no side.

    Nor is a group without a name and country: "federal troops" may be some of those whom another account names.
    """
    if token.text.casefold() in OURS and (speaker := page.speaker_at(token)) is not None:
        return page.sides.get(speaker, speaker)
    named = page.who.get(token.index)
    if named is None or named[1] in (EntityKind.EVENT, EntityKind.AGREEMENT):
        return None
    return None if is_loose(page, *named) else page.sides.get(named[0], named[0])


def is_loose(page: Page, entity: str, kind: EntityKind, form: Form) -> bool:
    """Whether a group is told by a description alone, of no country: its words say all that is known of it."""
    return kind is EntityKind.GROUP and form is Form.NOMINAL and page.sides.get(entity, entity) == entity
