"""Who acts on whom: the actors and recipients of a trigger, by dependency.

Verbs give them as subject, agent and objects, or inside what they govern ("demanded that X leave", "rejected a plan
of X"); nouns as possessors, demonyms and "of", "by", "between" phrases, or as the subject of the verb they hang on.
Of a reciprocal event all parties are actors. Gives tokens; which of them mean a party is told to it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from dragoman.annotate.events.references import MEASURES
from dragoman.annotate.events.subjects import agents_of, is_owner, is_passive, subjects
from dragoman.annotate.events.triggers import Trigger
from dragoman.annotate.tree import Tree
from dragoman.model.plover import EventType
from dragoman.model.reading import Token

PASSIVE_SUBJECTS = ("nsubj:pass", "csubj:pass")
RECIPROCAL = frozenset({EventType.CONSULT, EventType.COOPERATE, EventType.AGREE})
# Of these the one behind "of" does it ("the withdrawal of the troops"); of others it is done to them.
DONE_BY_OWNER = frozenset(
    {EventType.RETREAT, EventType.PROTEST, EventType.CONSULT, EventType.MOBILIZE, EventType.REQUEST}
)
TOWARDS = frozenset({"to", "with", "against", "on", "at", "for", "from", "toward", "towards", "into", "upon", "over"})
PARTIES = frozenset({"with", "between", "among", "amongst", "include", "including", "alongside"})
CALLED = frozenset({"from", "to"})  # "took a call from"
OWNERS = ("nmod:poss",)
CONDITIONS = frozenset({"if", "unless", "until"})
CAUSES = frozenset({"to", "in", "against", "over", "about"})  # "to demand", "in protest at", "against the plan of"
AIMED = frozenset({EventType.THREATEN, EventType.PROTEST})
INNER = (
    "nmod", "nmod:poss", "amod", "compound", "nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "xcomp", "ccomp",
    "acl",
)  # fmt: skip
DEEPEST = 3
IsParty = Callable[[int], bool]


@dataclass(frozen=True, slots=True)
class Arguments:
    """Tokens that head the phrases of those who act, and of those they act on."""

    actors: tuple[int, ...]
    recipients: tuple[int, ...]


def arguments(trigger: Trigger, tree: Tree, is_party: IsParty) -> Arguments:
    """The actors and recipients of a trigger, each in the order of the text."""
    head = tree.tokens[trigger.head]
    verbal = head.tag in ("VERB", "AUX", "ADJ")
    found = of_verb(trigger, tree, is_party) if verbal else of_noun(trigger, tree, is_party)
    if trigger.type not in RECIPROCAL or trigger.mode == "visit":
        return found
    together = with_parties(trigger, tree, is_party)
    named = named_behind(trigger, tree, is_party)
    acting = [n for i in found.actors for n in named.get(i, [i])]
    actors = tuple(dict.fromkeys((*acting, *together)))
    return Arguments(actors, tuple(i for i in found.recipients if i not in actors))


def of_verb(trigger: Trigger, tree: Tree, is_party: IsParty) -> Arguments:
    verb, passive = trigger.head, is_passive(trigger.head, tree)
    objects = tree.spread([token for token in tree.objects(verb) if token.index != trigger.noun])
    oblique = tree.spread([token for token in tree.on(verb, "obl") if tree.cases(token.index) & TOWARDS])
    actors = tree.spread(agents_of(verb, tree)) if passive else subjects(verb, tree)
    if not passive and actors:  # "demanded an apology by Lima": whoever is to do what is demanded
        oblique += [i for i in tree.spread(agents_of(verb, tree)) if i not in actors]
    if passive:
        objects = tree.spread(tree.on(verb, *PASSIVE_SUBJECTS)) or governed(verb, tree)
        objects = [i for i in objects if i != trigger.noun]
    inner = Arguments((), ())
    if trigger.noun is not None:
        inner = of_noun(Trigger(trigger.noun, None, trigger.type, trigger.mode), tree, is_party, climbs=False)
    if trigger.noun is not None and is_party(trigger.noun):  # "Peruvian miners were killed": whose they are is no agent
        objects, inner = [*objects, trigger.noun], Arguments((), inner.recipients)
    things = objects if trigger.noun is None else [*objects, trigger.noun]
    owned = owners_of(verb, things, tree, is_party) if actors and trigger.type is not EventType.CONSULT else []
    aimed = demanded_of(trigger, tree, is_party) if trigger.type in AIMED else []
    direct = [i for i in (*objects, *owned, *oblique, *inner.recipients) if is_party(i)]
    if trigger.type is EventType.PROTEST or not direct:
        direct = list(dict.fromkeys((*direct, *(i for i in aimed if is_party(i)))))
    direct = direct or [i for t in tree.on(verb, "obl") if "of" in tree.cases(t.index) for i in tree.spread([t])]
    direct = [i for i in direct if is_party(i) and i not in actors]
    if not direct and actors and trigger.type is not EventType.CONSULT:  # "rejected the Peruvian president's plan"
        direct = [i for i in inner.actors if is_party(i) and i not in actors]
    if not direct and trigger.type is not EventType.CONSULT:
        deep = (*objects, *(t.index for t in tree.on(verb, "ccomp", "xcomp")), *oblique, *inner.recipients)
        direct = below(deep, tree, is_party, without=(*actors, verb))
    return Arguments(tuple(actors) or inner.actors, tuple(direct))


def owners_of(verb: int, objects: Iterable[int], tree: Tree, is_party: IsParty) -> list[int]:
    """Whose something is that is dealt with: "rejected a Peruvian proposal for a pact with her"."""
    things = [i for i in objects if not is_party(i)]
    own = [t for i in things for t in tree.on(i, *OWNERS)]
    own += [t for i in things for t in tree.on(i, "amod", "compound") if names(t)]
    own += [t for t in tree.on(verb, "nsubj") if things and is_owner(t, tree)]
    return [i for i in tree.spread(own) if is_party(i)]


def demanded_of(trigger: Trigger, tree: Tree, is_party: IsParty) -> list[int]:
    """Who is to do what a threat or a protest is about: "a boycott unless Lima pays", "marched to urge Lima"."""
    heads = [i for i in trigger.tokens if tree.tokens[i].tag == "VERB"]
    clauses = [t for i in heads for t in tree.on(i, "advcl", "xcomp")]
    if trigger.type is EventType.THREATEN:
        clauses += [t for clause in clauses for t in tree.on(clause.index, "advcl")]
        return [i for t in clauses if tree.cases(t.index) & CONDITIONS for i in subjects(t.index, tree)]
    causes = [t.index for i in heads for t in tree.on(i, "obl")]
    about = [i for i in (*causes, *(t.index for t in clauses)) if tree.cases(i) & CAUSES]
    return below(about, tree, is_party, without=trigger.tokens)


def of_noun(trigger: Trigger, tree: Tree, is_party: IsParty, *, climbs: bool = True) -> Arguments:
    noun = trigger.head
    owners = tree.spread(tree.on(noun, *OWNERS)) + [t.index for t in tree.on(noun, "amod", "compound") if names(t)]
    by, of, towards = [], [], []
    for token in tree.on(noun, "nmod", "obl"):
        with_it = tree.cases(token.index)
        if "by" in with_it or with_it & PARTIES:
            by += tree.spread([token])
        elif "of" in with_it:
            of += tree.spread([token])
        elif with_it & TOWARDS:
            towards += tree.spread([token])
    inner_of = of
    if trigger.type in DONE_BY_OWNER and not by and not any(map(is_party, owners)):
        by, of = of, []
    actors = [*owners, *by]
    alone = trigger.type is EventType.CONSULT and sum(map(is_party, actors)) < 2  # "took part in talks with Lima"
    if climbs and (alone or not any(map(is_party, actors))):
        actors += governor(noun, tree)
    direct = [i for i in (*of, *towards) if is_party(i)]
    inner = (*inner_of, *towards, *(t.index for t in tree.on(noun, "acl")))
    return Arguments(
        tuple(dict.fromkeys(actors)), tuple(direct or below(inner, tree, is_party, without=(*actors, noun)))
    )


def below(tokens: Iterable[int], tree: Tree, is_party: IsParty, *, without: Iterable[int]) -> list[int]:
    """The parties nearest below some tokens: whose plan is rejected, who is to do what is demanded."""
    level, seen = list(dict.fromkeys(tokens)), set(without)
    for _ in range(DEEPEST):
        following = [i for token in level for i in tree.spread(tree.on(token, *INNER)) if i not in seen]
        found = [i for i in following if is_party(i) and not (tree.cases(i) & {"in", "at", "near", "during"})]
        if found:
            return list(dict.fromkeys(found))
        seen.update(following)
        level = following
    return []


def governor(noun: int, tree: Tree) -> list[int]:
    """The subject of the verb that a noun is the object of: "Moscow began a withdrawal"."""
    token = tree.tokens[noun]
    if token.relation == "nmod" and tree.tokens[token.head].lemma.lower() in MEASURES:
        token = tree.tokens[token.head]
    above = tree.tokens[token.head]
    if token.relation in ("obj", "obl", "xcomp") and above.tag == "VERB" and not is_passive(above.index, tree):
        return subjects(above.index, tree)
    return []


def with_parties(trigger: Trigger, tree: Tree, is_party: IsParty) -> list[int]:
    """Those with whom it is done: "with", "between", and the object of a meeting; lists may run on as appositions.

    Where fewer than two are found between whom it is done, all that the phrase names are they.
    """
    found = []
    ways = PARTIES | CALLED if trigger.mode == "phone" else PARTIES
    for head in trigger.tokens:
        for token in tree.on(head, "obl", "nmod"):
            if tree.cases(token.index) & ways:
                listed = tree.spread([token], "appos")
                whole = "between" in tree.cases(token.index) and sum(map(is_party, listed)) < 2
                found += (
                    [*listed, *(t.index for t in tree.below(token.index) if is_party(t.index))] if whole else listed
                )
    if trigger.type is EventType.CONSULT and tree.tokens[trigger.head].tag == "VERB" and trigger.noun is None:
        found += tree.spread(tree.objects(trigger.head), "appos")
    return found


def named_behind(trigger: Trigger, tree: Tree, is_party: IsParty) -> dict[int, list[int]]:
    """Whom a subject of several names behind it: "the two premiers, Roe and Paz, are to meet"."""
    if trigger.type is not EventType.CONSULT or tree.tokens[trigger.head].tag != "VERB":
        return {}
    several = [i for i in subjects(trigger.head, tree) if tree.tokens[i].fine == "NNS"]
    named = {
        i: [n for t in (tree.tokens[i], *tree.on(i, "nmod")) for n in tree.spread([t], "appos") if n != t.index]
        for i in several
    }
    return {i: found for i, listed in named.items() if len(found := [n for n in listed if is_party(n)]) > 1}


def governed(verb: int, tree: Tree) -> list[int]:
    """What a participle without a subject is said of: "the deal signed by both"."""
    token = tree.tokens[verb]
    return [token.head] if token.relation in ("acl", "acl:relcl") else []


def names(token: Token) -> bool:
    return token.tag in ("PROPN", "ADJ") and token.text[:1].isupper()
