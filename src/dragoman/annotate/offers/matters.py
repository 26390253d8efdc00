"""What is offered or answered: the noun or clause that names it.

A matter is a noun of the lexicon with its modifiers, or a clause ("to meet in Geneva"). Its terms are read elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.annotate.offers.lexicon import offers
from dragoman.annotate.offers.page import NO_PARTIES, Page
from dragoman.annotate.offers.terms import DAYS, with_terms
from dragoman.model.mention import Form, Mention
from dragoman.model.negotiation import Matter, MatterKind
from dragoman.model.reading import Token

POINTERS = frozenset({"that", "this", "it", "which", "they", "them", "these", "those"})
ASIDE = ("acl:relcl", "parataxis", "conj", "cc", "punct", "appos", "advcl")
APART = ("parataxis", "conj", "acl:relcl", "appos", "advcl")
KNOWN = frozenset({"the", "this", "that", "these", "those", "such", "said", "its", "his", "her", "their"})
SHOWING = frozenset({"this", "that", "these", "those", "such"})
SPONSORED = ("backed", "brokered", "led", "mediated", "sponsored", "drafted")
GENERAL = frozenset({"any", "every", "each", "no", "whatever"})
NEARBY = 6  # words
SETTING = frozenset({"at", "during", "after", "before", "ahead", "by", "from"})
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "NUM", "ADJ"})


def matter_at(index: int, page: Page, *, any_noun: bool = False) -> Matter | None:
    """The matter that a noun, pronoun or clause names, or None; `any_noun` takes nouns of no known kind too."""
    asked = (index, any_noun)
    if asked not in page.matters:
        page.matters[asked] = matter_of(page.tree.tokens[index], page, any_noun=any_noun)
    return page.matters[asked]


def matter_of(token: Token, page: Page, *, any_noun: bool) -> Matter | None:
    """The matter of a token that `matter_at` has not been asked for, or None."""
    lemma = token.lemma.lower()
    if token.tag == "PRON":
        pointing = lemma in POINTERS or token.fine in ("WDT", "WP")
        return Matter(span=page.span([token]), kind=MatterKind.OTHER, head=lemma, anaphoric=True) if pointing else None
    if token.tag == "NOUN" or (token.tag == "PROPN" and lemma in offers().matters):
        named = lemma in offers().matters or lemma in offers().pointing
        return of_noun(token, page) if named or any_noun else None
    return of_clause(token, page) if token.tag in ("VERB", "ADJ", "AUX") else None


def of_noun(noun: Token, page: Page) -> Matter:
    tokens = page.tree.below(noun.index, without=ASIDE)
    laid = laid_down(noun, page)
    kind, named = kind_of(noun, [*tokens, *laid], page)
    owner = owners(noun, page)
    known = any(t.lemma.lower() in KNOWN for t in page.tree.on(noun.index, "det", "nmod:poss", "amod"))
    found = Matter(
        span=page.span(tokens),
        kind=kind,
        head=noun.lemma.lower(),
        put=noun.lemma.lower() in offers().put,
        anaphoric=(noun.lemma.lower() in offers().pointing and not named and not described(noun, page))
        or (kind is MatterKind.OTHER and pointed_at(noun, page)),
        definite=known or bool(owner),
        words=words_of([*tokens, *renamed(noun, page), *laid]),
        owner=owner,
        parties=parties(noun, page),
    )
    with_it = [t for one in page.tree.on(noun.index, "conj") for t in page.tree.below(one.index)]
    whole = page.tree.below(noun.index, without=("parataxis", "conj"))
    length = [t for t in right_behind(noun, page) if t not in whole]
    return with_terms(found, [*whole, *laid, *length], page, with_it)


def right_behind(noun: Token, page: Page) -> list[Token]:
    """The length that stands right behind a noun, wherever a parser hangs it: "a truce | of 30 days"."""
    after = list(page.tree.tokens[noun.index + 1 : noun.index + 4])
    told = len(after) == 3 and after[0].lemma == "of" and after[1].tag == "NUM" and f"{after[2].lemma.lower()}s" in DAYS
    return after if told else []


def laid_down(noun: Token, page: Page) -> list[Token]:
    """What a thing told as new is said to lay down: "an early paper provided for | a truce of nine days"."""
    verb = page.tree.tokens[noun.head]
    lays = noun.relation == "nsubj" and verb.tag == "VERB" and verb.lemma.lower() in offers().laying
    if not lays or noun.lemma.lower() not in offers().pointing | offers().documents or not told_as_new(noun, page):
        return []
    held = [*page.tree.on(verb.index, "obj"), *(t for t in page.tree.on(verb.index, "obl") if is_for(t, page))]
    named = [t for t in held if t.lemma.lower() in offers().matters]
    return [t for one in named for t in page.tree.below(one.index, without=ASIDE)]


def told_as_new(noun: Token, page: Page) -> bool:
    """Whether it is "a" thing, not "the" or "its"."""
    return any(t.lemma.lower() in ("a", "an") for t in page.tree.on(noun.index, "det"))


def is_for(token: Token, page: Page) -> bool:
    return "for" in page.tree.cases(token.index)


def renamed(noun: Token, page: Page) -> list[Token]:
    """What a pointing noun is said to be: "a proposal of its own, | a two-year loan"."""
    if noun.lemma.lower() not in offers().pointing:
        return []
    return [t for one in page.tree.on(noun.index, "appos") for t in page.tree.below(one.index, without=ASIDE)]


def pointed_at(noun: Token, page: Page) -> bool:
    """Whether "that" or "such" points to something spoken of before: "rejected such measures"."""
    shown = any(t.lemma.lower() in SHOWING for t in page.tree.on(noun.index, "det", "det:predet", "amod"))
    return shown and noun.lemma.lower() not in offers().asserted


def described(noun: Token, page: Page) -> bool:
    """Whether more stands with the noun than whose it is and a word that points."""
    more = page.tree.on(noun.index, "appos", "compound", "nmod", "acl", "ccomp", "nummod")
    if told_as_new(noun, page):
        more += page.tree.on(noun.index, "acl:relcl")  # what is told as new is told by its clause
    more = [t for t in more if t.lemma.lower() != "condition" and not page.tree.cases(t.index) & SETTING]
    more = [t for t in more if not (t.relation == "nmod" and by_people(t, page))]
    return any(
        t.index not in page.mentions.by_token
        or page.mentions.by_token[t.index].kind in NO_PARTIES
        or "for" in page.tree.cases(t.index)
        for t in more
    )


def in_general(index: int, page: Page) -> bool:
    """Whether no one thing is meant: "any bill", "every proposal"."""
    return any(t.lemma.lower() in GENERAL for t in page.tree.on(index, "det", "amod"))


def by_people(token: Token, page: Page) -> bool:
    """Whether it only says whose it is, be it of people without a name: "the ultimatum of the lenders"."""
    return token.lemma.lower() in offers().people and bool(page.tree.cases(token.index) & {"of", "by", "from"})


def of_clause(verb: Token, page: Page) -> Matter:
    """A clause, of a kind by its verb, else by the first noun of a kind that the verb governs."""
    tokens = page.tree.below(verb.index, without=("parataxis",))
    if writes(verb, page):
        words = words_of(tokens) - offers().matters.keys()
        return Matter(span=page.span(tokens), kind=MatterKind.OTHER, head=verb.lemma.lower(), words=words)
    talked = MatterKind.TALKS if verb.lemma.lower() in offers().discussing else None
    kind = talked or own_kind(verb, page) or governed_kind(verb, page) or MatterKind.OTHER
    found = Matter(span=page.span(tokens), kind=kind, head=verb.lemma.lower(), words=words_of(tokens))
    return with_terms(found, tokens, page)


def writes(verb: Token, page: Page) -> bool:
    """Whether a clause only writes down or exchanges what it names: "to put its vision of a truce on paper"."""
    lemma = verb.lemma.lower()
    beside = (t.lemma.lower() for t in page.tree.on(verb.index, "obj", "obl", "compound:prt"))
    return lemma in offers().writing or any(f"{lemma}_{other}" in offers().writing for other in beside)


def own_kind(verb: Token, page: Page) -> MatterKind | None:
    """The kind of a verb by itself, or with its object ("send a delegation")."""
    lemma = verb.lemma.lower()
    objects = [t.lemma.lower() for t in page.tree.on(verb.index, "obj", "obl", "xcomp", "ccomp")]
    together = (offers().clauses.get(f"{lemma}_{noun}") for noun in objects)
    return offers().clauses.get(lemma) or next((kind for kind in together if kind is not None), None)


def governed_kind(verb: Token, page: Page) -> MatterKind | None:
    """The kind of what the verb governs, else of its subject ("talks must come first")."""
    for relation in ("obj", "nsubj:pass", "obl", "nsubj"):
        for index in page.tree.spread(page.tree.on(verb.index, relation)):
            noun = page.tree.tokens[index]
            kind, named = kind_of(noun, page.tree.below(index, without=ASIDE), page)
            if noun.tag == "NOUN" and named:
                return kind
    return None


def kind_of(noun: Token, tokens: Sequence[Token], page: Page) -> tuple[MatterKind, bool]:
    """The kind a noun phrase names: by its head, or where the head only points, by a word that stands with it."""
    own = None if visits(noun) or is_service(noun, page) else offers().matters.get(noun.lemma.lower())
    if own is MatterKind.CEASEFIRE:
        return stopped(noun, tokens), True
    if noun.lemma.lower() in offers().parts and (whole := kind_of_whole(noun, page)) is not None:
        return whole, True
    if own is not None or noun.lemma.lower() not in offers().pointing:
        return own or MatterKind.OTHER, own is not None
    aside = {
        t.index
        for n in page.tree.on(noun.index, "nmod", "obl")
        if page.tree.cases(n.index) & SETTING
        for t in page.tree.below(n.index)
    }
    if any(t.lemma.lower() == "peace" for t in page.tree.on(noun.index, "compound")):
        return MatterKind.AGREEMENT, True
    for token in tokens:
        lemma = token.lemma.lower()
        if token.index in aside:
            continue
        kind = offers().clauses.get(lemma) if token.tag == "VERB" else offers().matters.get(lemma)
        kind = None if visits(token) else kind
        if token.index != noun.index and kind is not None:
            return kind, True
    return MatterKind.OTHER, False


def visits(noun: Token) -> bool:
    """Whether it means those of a prison or a school, not one at which leaders meet."""
    return noun.lemma.lower() == "visit" and noun.fine == "NNS"


def is_service(noun: Token, page: Page) -> bool:
    """Whether it means the work of nurses or guards, not what is paid at a border: "to resume duty"."""
    about = any("on" in page.tree.cases(t.index) for t in page.tree.on(noun.index, "nmod"))
    return noun.lemma.lower() == "duty" and noun.fine == "NN" and not about


def kind_of_whole(noun: Token, page: Page) -> MatterKind | None:
    """The kind of what a noun is a part of: "the main points of an accord"."""
    wholes = [t for t in page.tree.on(noun.index, "nmod") if page.tree.cases(t.index) & {"of", "for"}]
    return next((k for t in wholes if (k := offers().matters.get(t.lemma.lower())) is not None), None)


def stopped(noun: Token, tokens: Sequence[Token]) -> MatterKind:
    """What a halt is a halt of: a moratorium on tariffs is about tariffs, a tariff truce too."""
    kinds = (offers().matters.get(token.lemma.lower()) for token in tokens if token.index != noun.index)
    return MatterKind.SANCTIONS if MatterKind.SANCTIONS in kinds else MatterKind.CEASEFIRE


def words_of(tokens: Sequence[Token]) -> frozenset[str]:
    """The lemmas that say what it is about, without those that only point or oblige."""
    lemmas = {token.lemma.lower() for token in tokens if token.tag in CONTENT}
    return frozenset(lemmas - offers().pointing)


def antecedent(verb: Token, page: Page) -> int:
    """What a relative clause is about; where a parser hangs it on a verb, the last thing named before it."""
    head = page.tree.tokens[verb.head]
    if head.tag in ("NOUN", "PROPN"):
        return head.index
    first = page.tree.below(verb.index)[0].index
    named = (t.index for t in reversed(page.tree.tokens[max(0, first - NEARBY) : first]) if is_named(t))
    return next(named, head.index)


def is_named(token: Token) -> bool:
    lemma = token.lemma.lower()
    return token.tag == "NOUN" and (lemma in offers().matters or lemma in offers().pointing)


def governing(index: int, page: Page) -> int:
    """The matter that a noun belongs to, where a parser hangs a clause on the nearer noun: "a halt on fees it made"."""
    token = page.tree.tokens[index]
    above = page.tree.tokens[token.head]
    named = above.lemma.lower() in offers().matters or above.lemma.lower() in offers().pointing
    return above.index if token.relation == "nmod" and above.tag == "NOUN" and named else index


def owners(noun: Token, page: Page) -> tuple[Mention, ...]:
    """Whose it is said to be: "Ito's offer", "the Norwegian proposal", "an offer by both".

    Only what is put forward is owned by its maker: "their talks" are those that they hold.
    """
    if noun.lemma.lower() in offers().matters and not any(sponsored(t) for t in page.tree.on(noun.index, "amod")):
        return page.parties(i for i in by_phrases(noun, page) if i in page.mentions.by_token)
    return page.parties(i for i in owning(noun, page) if i in page.mentions.by_token)


def sponsored(token: Token) -> bool:
    return token.text.lower().endswith(SPONSORED)


def by_phrases(noun: Token, page: Page) -> list[int]:
    """Those after "by": "a truce by both", "a draft presented by the mediators"."""
    found = [t for t in page.tree.on(noun.index, "nmod") if page.tree.cases(t.index) & {"by"}]
    made = [t for t in page.tree.on(noun.index, "acl") if t.fine == "VBN" and t.lemma.lower() in offers().made]
    found += [t for verb in made for t in page.tree.on(verb.index, "obl:agent")]
    return page.tree.spread(found)


def owning(noun: Token, page: Page) -> list[int]:
    found = page.tree.on(noun.index, "nmod:poss")
    for token in page.tree.on(noun.index, "amod", "compound"):
        mention = page.mentions.by_token.get(token.index)
        if mention is not None and mention.form is Form.NAME:
            found.append(token)
        if sponsored(token):
            found += page.tree.children[token.index]
    above = page.tree.tokens[noun.head].lemma.lower()
    wanted = noun.relation == "obj" and above in offers().things_wanted  # "demanded proposals from Oslo"
    makers = {"by", "from"} if noun.lemma.lower() in offers().pointing and not wanted else {"by"}
    found += [t for t in page.tree.on(noun.index, "nmod") if page.tree.cases(t.index) & makers]
    return page.tree.spread(found) + (by_phrases(noun, page) if noun.lemma.lower() in offers().pointing else [])


def parties(noun: Token, page: Page) -> tuple[Mention, ...]:
    """Those it is to be with: "talks with Oslo", "a truce between the two"."""
    found = [t for t in page.tree.on(noun.index, "nmod") if page.tree.cases(t.index) & {"with", "between", "among"}]
    return page.parties(page.tree.spread(found))
