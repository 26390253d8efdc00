"""Whether a capital stands for its government.

"Arvik accused Sull of stalling" is about two governments, "the talks in Sull" about a city. What a government does,
has done to it, or owns tells them apart; the place after "in" or "to" is a city. A capital that stands for its
government becomes a body of its country.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.annotate.referents.context import Context, Stretch
from dragoman.annotate.referents.gazetteer import state_of
from dragoman.annotate.referents.salience import head_of
from dragoman.annotate.referents.wordlists import words
from dragoman.model import countries as world
from dragoman.model.mention import EntityKind

PLACE_BEFORE = frozenset(
    "in at near outside inside around through into onto across towards from to via of visit leave left".split()
)
ASKED = frozenset(
    "demand ask pressure sanction concession appeal threat response offer aid loyal hostile close ally belong".split()
)
STILL = frozenset("lie sit wake sleep host house stand be locate situate celebrate mark".split())


def with_governments(context: Context, named: list[Stretch]) -> list[Stretch]:
    """The names, with capitals that stand for their governments marked as bodies of the country."""
    found = []
    for stretch in named:
        country = world.capital_country(context.written(stretch.first, stretch.last))
        if stretch.kind is EntityKind.PLACE and country and not state_of(context.written(stretch.first, stretch.last)):
            stretch = replace(stretch, country=country)
            if is_government(context, stretch):
                stretch = replace(stretch, kind=EntityKind.ORGANIZATION)
        found.append(stretch)
    return found


def is_government(context: Context, place: Stretch) -> bool:
    """Whether this name of a capital stands for the government."""
    head = head_of(context, place.first, place.last)
    token = context.tokens[head]
    before = context.lower(place.first - 1) if context.same_sentence(place.first - 1, place.first) else ""
    if before in PLACE_BEFORE and not (before in ("of", "from", "to") and _asked(context, head)):
        return False
    if (
        context.text(place.last) == ","
        and context.is_capital(place.last + 1)
        and state_of(context.text(place.last + 1))
    ):
        return False
    return _by_role(context, head, token.relation, before)


def _by_role(context: Context, head: int, relation: str, before: str) -> bool:
    token = context.tokens[head]
    governor = context.tokens[token.head]
    if relation == "conj" and not token.is_root:
        return is_government_head(context, token.head) or _by_role(context, token.head, governor.relation, before)
    if relation in ("nsubj", "nsubj:outer"):
        return governor.lemma not in STILL or governor.tag != "VERB"
    if relation == "nsubj:pass":
        return governor.lemma in _verbs("taken") | _verbs("verbs")
    if relation == "nmod:poss":
        return governor.lemma in _verbs("owned") or governor.text.lower() in _verbs("owned")
    if relation in ("obj", "iobj"):
        return governor.lemma in _verbs("taken")
    if before in ("between", "with", "against", "by", "for"):
        return True
    if relation in ("obl", "nmod") and before in ("of", "from", "to", "on"):
        return _asked(context, head)
    return relation == "compound" and governor.lemma in _verbs("owned")


def is_government_head(context: Context, i: int) -> bool:
    """Whether the token names a state, so that what is joined to it by "and" is one too."""
    return state_of(context.text(i)) is not None


def _asked(context: Context, head: int) -> bool:
    """Whether something is asked of, told or accused: "demanded of Arvik", "pressure on Sull"."""
    governor = context.tokens[context.tokens[head].head]
    return governor.lemma in ASKED


def _verbs(key: str) -> frozenset[str]:
    return words("agents", "metonymy", key)
