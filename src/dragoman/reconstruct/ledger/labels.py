"""What a line of the ledger is called: words that can be pasted into a memo.

"30-day ceasefire, proposed by X to Y". Where the kind says too little, the words of a source stand in quotation marks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from dragoman.model.flow import Annotated
from dragoman.model.negotiation import How, MatterKind, MoveKind
from dragoman.model.record import EntityRow, Terms
from dragoman.reconstruct.ledger.exchange import Exchange, bare
from dragoman.reconstruct.ledger.turns import Turn

NAMES = {
    MatterKind.TALKS: "talks",
    MatterKind.CEASEFIRE: "ceasefire",
    MatterKind.SUMMIT: "meeting",
    MatterKind.AGREEMENT: "agreement",
}
MADE = {
    How.OFFER: ("offered by", "to"),
    How.DEMAND: ("demanded by", "of"),
    How.ULTIMATUM: ("threatened by", "to"),
    How.PLAN: ("proposed by", "to"),
}
LONGEST = 12  # words
OPENERS = frozenset("instead so-called under from by as to that for on of with but and in a an the any which".split())


def label_of(
    exchange: Exchange,
    annotated: Mapping[str, Annotated],
    who: Mapping[str, EntityRow],
    terms: Terms,
    proposers: Sequence[str],
    to: Sequence[str],
) -> str:
    """What it is, in which form it was put, by whom and to whom."""
    what = thing(exchange, annotated, who, terms)
    made, towards = MADE[how_of(exchange)]
    addressed = f" {towards} {names(to, who)}" if names(to, who) else ""
    if names(proposers, who):
        return f"{what}, {made} {names(proposers, who)}{addressed}"
    joint = [t for t in exchange.turns if t.move.kind is MoveKind.SIGN or t.move.outright]
    joint = [t for t in joint if t.move.kind in (MoveKind.SIGN, MoveKind.ACCEPT)]
    agreed = tuple(dict.fromkeys(party for turn in joint for party in turn.by)) if not addressed else ()
    if len(agreed) > 1:
        return f"{what}, between {names(agreed, who)}"
    return f"{what}, {made.split()[0]}{addressed}" if addressed else what


def how_of(exchange: Exchange) -> How:
    """The form in which it is mostly told to have been put."""
    counts = Counter(turn.move.how for turn in exchange.turns if turn.proposes)
    return counts.most_common(1)[0][0] if counts else How.PLAN


def thing(exchange: Exchange, annotated: Mapping[str, Annotated], who: Mapping[str, EntityRow], terms: Terms) -> str:
    """Its length and kind with the place and day of a meeting; else the words of a source."""
    name = NAMES.get(exchange.kind)
    if name is None or (exchange.kind is MatterKind.AGREEMENT and not exchange.duration):
        return worded(exchange, annotated) or (name or "proposal").capitalize()
    length = f"{exchange.duration}-day " if exchange.duration else ""
    meets = exchange.kind in (MatterKind.TALKS, MatterKind.SUMMIT)
    place = f" in {who[terms.place].name}" if meets and terms.place is not None and terms.place in who else ""
    start = terms.start.start if meets and terms.start and terms.start.start == terms.start.end else None
    day = f" on {start.day} {start:%B %Y}" if start else ""
    told = f"{length}{name}{place}{day}"
    return told[0].upper() + told[1:]


def worded(exchange: Exchange, annotated: Mapping[str, Annotated]) -> str:
    """The fullest wording that is short enough to be quoted, from a turn that puts it forward where there is one."""
    turns = [t for t in exchange.turns if t.proposes] or exchange.turns
    full = [t for t in turns if not t.matter.anaphoric and not bare(t.matter)]
    told = [words_of(turn, annotated) for turn in full or turns if not turn.matter.anaphoric]
    fitting = [words for words in told if len(words) <= LONGEST] or [words[:LONGEST] for words in told]
    best = max(fitting, key=len, default=[])
    cut = "…" if best and best not in told else ""
    return f"“{' '.join(best)}{cut}”" if best else ""


def words_of(turn: Turn, annotated: Mapping[str, Annotated]) -> list[str]:
    """The words of its matter from the first that says something on."""
    words = annotated[turn.article].article.quote(turn.matter.span).strip("“”\"' ").split()
    while words and words[0].lower() in OPENERS:
        words = words[1:]
    return words


def names(parties: Sequence[str], who: Mapping[str, EntityRow]) -> str:
    known = [who[party].name for party in parties if party in who]
    if len(known) > 3:
        return f"{', '.join(known[:2])} and others"
    return " and ".join(part for part in (", ".join(known[:-1]), *known[-1:]) if part)
