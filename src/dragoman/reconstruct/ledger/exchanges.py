"""Which moves belong to one proposal, within an article and across articles.

In an article, moves are taken in the order of the text: a named matter goes to the proposal it agrees with best, one
that only points back ("the offer", "it") to the latest that it can mean. Then the proposals of different articles are
joined where they agree well enough.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from dragoman.model.flow import Linked
from dragoman.model.meanings import nearness
from dragoman.model.negotiation import How, Matter, MatterKind, MoveKind
from dragoman.reconstruct.articles import by_path
from dragoman.reconstruct.ledger.counters import mark_counters
from dragoman.reconstruct.ledger.exchange import UNNAMED, Exchange, bare
from dragoman.reconstruct.ledger.likely import likeliest
from dragoman.reconstruct.ledger.matching import MEETINGS, content, likeness, opens, tentative
from dragoman.reconstruct.ledger.shelf import Shelf
from dragoman.reconstruct.ledger.turns import Turn, sides_of, turns_of

PRONOUNS = frozenset({"it", "that", "this", "which", "they", "them", "these", "those", "who", "what"})
FORMS = {
    **dict.fromkeys(("offer", "invitation", "overture", "concession", "promise"), How.OFFER),
    **dict.fromkeys(("demand", "request", "call", "appeal", "plea", "petition"), How.DEMAND),
    **dict.fromkeys(("ultimatum", "threat"), How.ULTIMATUM),
}
DEALS = frozenset({MatterKind.AGREEMENT, MatterKind.CEASEFIRE})
REACH = 3_000  # characters back that "the offer" reaches
NEAR = 500  # and "it"
FEW = 2  # words of an answer that only means what was just put
AKIN = 0.65  # in meaning
JUST = 400  # and a yes or no to something of another name


def exchanges(linked: Linked) -> list[Exchange]:
    """Every proposal with all its moves, in the order of the articles and of the text."""
    sides = sides_of(linked.entities)
    known_as = {entity.id: entity for entity in linked.entities}
    shelf = Shelf(linked.stories)
    homes: dict[int, Exchange] = {}
    kept: list[Exchange] = []  # so that no two have one identity
    loose: list[Exchange] = []
    order: dict[str, int] = {}
    answers: list[Turn] = []
    for place, annotated in enumerate(by_path(linked)):
        order[annotated.article.id] = place
        turns = list(turns_of(annotated, linked, sides, known_as))
        answers += (turn for turn in turns if turn.answers)
        told, untold = in_article([turn for turn in turns if turn.move.chance is None])
        loose += untold
        kept += told
    for exchange in sorted(kept, key=unmade):
        homes[id(exchange)] = shelf.put(exchange)
    for exchange in loose:
        if not (shelf.join(exchange) or shelf.answer(exchange)) and any(opens(turn) for turn in exchange.turns):
            shelf.put(exchange)
    placed(answers, shelf)
    shelf.kept = taking_part(shelf.kept)
    in_order(shelf.kept, order, [homes[id(exchange)] for exchange in kept])
    for exchange in shelf.kept:
        against = (homes[id(other)] for other in exchange.counters if id(other) in homes)
        exchange.counters = [other for other in against if other is not exchange]
    return shelf.kept


def placed(answers: Sequence[Turn], shelf: Shelf) -> None:
    """Put each answer that the rules put nowhere to the proposal of its story that it is likeliest about, if any."""
    ruled = {id(turn) for exchange in shelf.kept for turn in exchange.turns}
    near: dict[str, list[Exchange]] = {}
    for turn in answers:
        if id(turn) in ruled:
            continue
        if turn.article not in near:
            near[turn.article] = shelf.near(turn.article)
        if (home := likeliest(turn, near[turn.article])) is not None:
            home.turns.append(only_answering(turn))


def only_answering(turn: Turn) -> Turn:
    """An answer that tells nothing of what it is about: neither whose it was nor with which terms."""
    matter = Matter(span=turn.matter.span, kind=MatterKind.OTHER, head=UNNAMED, anaphoric=True)
    return replace(turn, owner=(), owner_sides=frozenset(), move=replace(turn.move, matter=matter))


def taking_part(kept: Sequence[Exchange]) -> list[Exchange]:
    """The proposals without those that are only wished for by somebody who has no other part in any exchange."""
    known = [exchange for exchange in kept if not tentative(exchange)]
    parties = frozenset().union(*(turn.by_sides | turn.to_sides for exchange in known for turn in exchange.turns))
    told = {turn.article for exchange in known for turn in exchange.turns}
    return [e for e in kept if not tentative(e) or e.makers & parties or stands_alone(e, told)]


def stands_alone(exchange: Exchange, told: Collection[str]) -> bool:
    """Whether a wish was answered, or is that of people without a name in an article of offers."""
    nameless = any(turn.unnamed and turn.article in told for turn in exchange.turns)
    return nameless or any(turn.answers for turn in exchange.turns)


def unmade(exchange: Exchange) -> bool:
    """Whether it is a deal or truce that nobody is told to have made: it comes last, when more is known of others."""
    return exchange.kind in DEALS and not exchange.makers


def in_order(kept: list[Exchange], articles: Mapping[str, int], told: Sequence[Exchange]) -> None:
    """Put the proposals in the order in which they were `told`, and the turns of each in that of the articles."""
    first = {id(exchange): place for place, exchange in reversed(list(enumerate(told)))}
    kept.sort(key=lambda exchange: first.get(id(exchange), len(told)))
    for exchange in kept:
        exchange.turns.sort(key=lambda turn: articles[turn.article])
        exchange.told.clear()


def in_article(turns: Sequence[Turn]) -> tuple[list[Exchange], list[Exchange]]:
    """The proposals of one article, and those that it only speaks of, for another to tell.

    What names its matter comes first, then bare mentions, which find the proposal wherever it stands, then what only
    points back: it means what was spoken of last, be it only in a mention.
    """
    found: list[Exchange] = []
    loose: list[Exchange] = []
    told = {turn.matter.kind for turn in turns if opens(turn) and not turn.heading}
    for turn in sorted(turns, key=lambda t: (points_back(t), t.move.kind is MoveKind.REFER, heads(t, told))):
        if turn.move.kind is MoveKind.ATTEND:
            invited(turn, found)
            continue
        home = None if is_new(turn) else meant(turn, found) if points_back(turn) else best(turn, found)
        if home is not None:
            home.turns.append(turn)
        elif starts(turn):
            found.append(Exchange([turn]))
        elif not points_back(turn):
            speaks_of(turn, loose)
    for exchange in (*found, *loose):
        exchange.settle()
    mark_counters(found)
    return found, loose


def is_new(turn: Turn) -> bool:
    """Whether what only points is put forward as something new: "demanded proposals", not "made the offer again"."""
    if not points_back(turn) or not (turn.proposes and turn.move.firm) or turn.matter.head in PRONOUNS:
        return False
    return not turn.matter.definite or bool(turn.owner_sides and not turn.owner_sides & turn.by_sides)


def starts(turn: Turn) -> bool:
    """Whether this turn alone tells of something put forward; "demanded proposals" does, though it names none."""
    if points_back(turn):
        return is_new(turn)
    return opens(turn) and not (turn.answers and bare(turn.matter))


def speaks_of(turn: Turn, loose: list[Exchange]) -> None:
    """A matter that its article does not tell to have been put forward is kept with others that agree with it."""
    home = best(turn, loose)
    if home is not None:
        home.turns.append(turn)
    else:
        loose.append(Exchange([turn]))


def invited(turn: Turn, found: Sequence[Exchange]) -> None:
    """Whoever was asked to a meeting and comes has accepted: the turn goes to the latest such proposal as an answer."""
    for exchange in reversed(found):
        asked = exchange.asked - exchange.makers
        there = turn.place is None or turn.place in exchange.places
        if exchange.kind in MEETINGS and there and turn.by_sides & asked:
            exchange.turns.append(replace(turn, move=replace(turn.move, kind=MoveKind.ACCEPT)))
            return


def points_back(turn: Turn) -> bool:
    return turn.matter.anaphoric


def meant(turn: Turn, found: Sequence[Exchange]) -> Exchange | None:
    """The latest proposal that a pointing word can mean; nobody answers an offer of his own."""
    reach = NEAR if turn.matter.head in PRONOUNS else REACH
    fits = [(fit(turn, exchange, reach), place) for place, exchange in enumerate(found)]
    best_fit, place = max(fits, default=(-2.0, 0))
    return found[place] if best_fit > -1 else None


def fit(turn: Turn, exchange: Exchange, reach: int) -> float:
    spoken = [t for t in exchange.turns if turn.matter.head in PRONOUNS or t.move.kind is not MoveKind.REFER]
    starts = [t.move.span.start for t in spoken if t.move.span.start <= turn.move.span.start]
    distance = turn.move.span.start - max(starts) if starts else reach + 1
    if distance > reach or (turn.matter.kind in MEETINGS and exchange.kind not in MEETINGS | {MatterKind.OTHER}):
        return -2
    if turn.proposes and exchange.makers and turn.by_sides and not turn.by_sides & exchange.makers:
        return -2  # what somebody puts forward himself is not what others did
    score = -distance / reach
    if turn.owner_sides:
        score += 1 if turn.owner_sides & exchange.makers else -0.6 if exchange.makers else 0
    own = bool(turn.by_sides) and turn.by_sides <= exchange.makers
    if turn.answers and own and not exchange.asked_parties & set(turn.by):
        score -= 1
    return score + in_form(turn, exchange)


def in_form(turn: Turn, exchange: Exchange) -> float:
    """An offer is no demand: what a pointing noun calls it speaks for or against."""
    form = FORMS.get(turn.matter.head)
    put = {t.move.how for t in exchange.turns if t.proposes}
    if form is None or not put or put == {How.PLAN}:
        return 0.0
    return 0.2 if form in put else -1.0


def best(turn: Turn, found: Sequence[Exchange]) -> Exchange | None:
    """The proposal that a named matter agrees with best, the latest of those that agree equally."""
    alone = Exchange([turn])
    if turn.answers and turn.matter.kind is MatterKind.OTHER:
        return spoken_of(turn, found) or deal_of(turn, found)
    if bare(turn.matter) and (agreed := settled(turn, found)) is not None:
        return agreed
    scored = [(likeness(alone, exchange).value, place) for place, exchange in enumerate(found)]
    score, place = max(scored, default=(0.0, 0))
    return found[place] if score > 0 else headed(turn, found)


def heads(turn: Turn, told: Collection[MatterKind]) -> bool:
    """Whether it names in a heading what the article below it tells in full; `told` are the kinds of what it tells."""
    return turn.heading and turn.matter.kind in DEALS and turn.matter.kind in told


def headed(turn: Turn, found: Sequence[Exchange]) -> Exchange | None:
    """What a heading tells is what the article below it tells first: a thing of its kind that can be of its parties."""
    if not heads(turn, {e.kind for e in found}):
        return None
    same = (e for e in found if e.kind is turn.matter.kind)
    return next((e for e in same if not turn.by_sides or not e.sides or turn.by_sides & e.sides), None)


def settled(turn: Turn, found: Sequence[Exchange]) -> Exchange | None:
    """What "the deal" is in an article: the agreement it tells of, else the last thing before it that was agreed."""
    deals = [e for e in found if e.kind is MatterKind.AGREEMENT]
    told = [e for e in deals if before(e.turns[0], turn)]
    if told and turn.move.kind is MoveKind.SIGN:
        return told[-1]
    agreed = [e for e in found if e.agreed and e.kind not in MEETINGS and before(e.turns[0], turn)]
    if told and turn.answers:
        return next((e for e in told if e.agreed), None)  # what the news is about comes first
    if told or not agreed or (deals and turn.move.kind is MoveKind.SIGN):
        return None
    return agreed[-1]


def deal_of(turn: Turn, found: Sequence[Exchange]) -> Exchange | None:
    """The agreement told before it of which something that its parties "agreed to do" is a part."""
    if turn.move.kind is not MoveKind.ACCEPT or turn.move.outright is False or not turn.by_sides:
        return None
    deals = [e for e in found if e.kind is MatterKind.AGREEMENT and e.agreed and before(e.turns[0], turn)]
    return next((e for e in reversed(deals) if turn.by_sides <= e.sides), None)


def before(one: Turn, other: Turn) -> bool:
    return one.move.span.start < other.move.span.start


def spoken_of(turn: Turn, found: Sequence[Exchange]) -> Exchange | None:
    """The proposal of others that an answer in its own words is about: "refused to pay a ransom"."""
    words = content(turn.matter.words)
    others = [e for e in found if not turn.by_sides or not turn.by_sides <= e.makers]
    for alike in (shared, akin):
        for exchange in reversed(others):
            if words and 2 * alike(words, exchange.words) >= len(words):
                return exchange
    short = turn.matter.definite and len(words) <= FEW
    return just_put(turn, found) if turn.move.outright and short and not opens(turn) else None


def shared(words: frozenset[str], others: frozenset[str]) -> int:
    return len(words & others)


def akin(words: frozenset[str], others: frozenset[str]) -> int:
    """How many of some words mean nearly what one of the others means: "jail" and "prison"."""
    return sum(any(nearness(word, other) >= AKIN for other in others) for word in words)


def just_put(turn: Turn, found: Sequence[Exchange]) -> Exchange | None:
    """What others put forward right before somebody says yes or no in words of his own."""
    near = [
        (other.move.span.start, place)
        for place, exchange in enumerate(found)
        for other in exchange.turns
        if other.proposes and not turn.by_sides & exchange.makers
        and 0 < turn.move.span.start - other.move.span.start <= JUST
    ]  # fmt: skip
    return found[max(near)[1]] if near else None
