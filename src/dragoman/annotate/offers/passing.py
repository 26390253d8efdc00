"""Answers told in passing: by a deed ("walked out"), a figure ("fell on deaf ears"), or a bare verb ("both accepted").

Without a word for what is answered they are about the latest proposal that they can mean: the ledger finds it. Does not
read verbs with an object of their own: those are for `answering`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from dragoman.annotate.events.status import status_of
from dragoman.annotate.events.triggers import Trigger
from dragoman.annotate.offers.answered import RELATIVE, pointing
from dragoman.annotate.offers.answering import (
    GIVEN,
    announced,
    clause_with_subject,
    hedged,
    told_with_the_first,
    undecided,
    urging,
)
from dragoman.annotate.offers.lexicon import Sense, offers
from dragoman.annotate.offers.matters import antecedent, matter_at
from dragoman.annotate.offers.page import Page
from dragoman.annotate.offers.parties import actor_words, actors
from dragoman.annotate.offers.putting import is_time
from dragoman.model.mention import Mention
from dragoman.model.negotiation import Matter, MatterKind, Move, MoveKind
from dragoman.model.plover import EventType
from dragoman.model.reading import Token

BESIDE = ("obj", "obl", "xcomp", "advmod", "compound:prt", "compound", "discourse", "ccomp", "iobj", "nmod")
SUBJECTS = ("nsubj", "nsubj:pass")
ABOUT = frozenset({"against", "for", "of", "to", "on", "with", "from", "out"})
NO_WORD = frozenset({"no", "not", "never", "without", "hardly", "nothing"})
UNTIL = frozenset({"before", "until", "till"})
GOVERNED = ("obj", "xcomp", "ccomp", "csubj", "nsubj:pass", "iobj")
LEAVING = frozenset({"out", "away"})
ACCEPTING = Sense(MoveKind.ACCEPT, None)
ALL = frozenset({"both", "all", "neither", "none"})
NO_ONE = frozenset({"neither", "none"})
READY = frozenset({"ready", "willing", "prepared"})
LISTENING = frozenset({"listen", "discuss", "consider", "study", "hear", "receive", "compromise"})
BARE = frozenset({"accept", "agree", "refuse", "decline", "consent", "comply", "oblige"})


def met(verb: Token, page: Page) -> Iterator[Move]:
    """What a proposal meets with: nobody need be named, for it was put to somebody."""
    for sense in figured(verb, offers().met, page):
        subject = page.tree.spread(page.tree.on(verb.index, *SUBJECTS))
        subject += [antecedent(verb, page)] if verb.relation in ("acl", "acl:relcl") else []
        heads = [antecedent(verb, page) if page.tree.tokens[i].fine in RELATIVE else i for i in subject]
        matter = next((m for m in (matter_at(i, page, any_noun=True) for i in heads) if m is not None), None)
        if matter is not None and told(verb, page):
            yield answer(sense.kind, verb, matter, (), page)
        return


def deed(verb: Token, page: Page) -> Iterator[Move]:
    """What somebody does who takes or leaves a proposal; who will not give way refuses."""
    for sense in figured(verb, offers().deeds, page):
        if sense.particle in LEAVING and page.tree.on(verb.index, "obj"):
            continue  # who pulls his troops out does not pull out
        by = actors(verb, page)
        if (by or actor_words(verb, page)) and (told(verb, page) or announced(verb, page)):
            kind = turned(sense.kind) if denied(verb, page) else sense.kind
            kind = for_now(verb, page) if kind is MoveKind.REJECT else kind
            yield answer(kind, verb, about(verb, sense, page) or pointing(verb, page), by, page)
        return


def bound(verb: Token, page: Page) -> Iterator[Move]:
    """Who will do something only if another does his part has bound his answer to that."""
    if offers().willing.isdisjoint(t.lemma.lower() for t in page.tree.on(verb.index, "aux")):
        return
    joins = verb.lemma.lower() in offers().joining or bool(page.tree.particles(verb.index) & offers().joining)
    if not joins or not hedged(verb, page) or urging(verb, page) is not None:
        return
    by = actors(verb, page)
    found = (matter_at(t.index, page) for t in page.tree.on(verb.index, "obj", "obl"))
    matter = next((m for m in found if m is not None), None) or pointing(verb, page)
    if by:
        yield answer(MoveKind.CONDITIONAL, verb, matter, by, page)


def ignored(verb: Token, page: Page) -> Iterator[Move]:
    """Who would not even read it has refused it."""
    if verb.lemma.lower() not in offers().ignoring or not (will_not(verb, page) or never_do(verb, page)):
        return
    by = actors(verb, page)
    beside = [*page.tree.on(verb.index, "obj"), *page.tree.on(verb.index, "obl")]
    found = (matter_at(i, page, any_noun=True) for i in page.tree.spread(beside))
    matter = next((m for m in found if m is not None and not_a_time(m, page)), None)
    matter = matter or (pointing(verb, page) if beside else None)
    if by and matter is not None and urging(verb, page) is None:
        yield answer(for_now(verb, page), verb, matter, by, page)


def none_taken(verb: Token, page: Page) -> Iterator[Move]:
    """Who will take part in none of it refuses: "would sit in no more talks until the port was open"."""
    if verb.lemma.lower() not in offers().joining and verb.lemma.lower() not in offers().attending:
        return
    none = [
        t for t in page.tree.on(verb.index, "obj") if any(d.lemma.lower() == "no" for d in page.tree.on(t.index, "det"))
    ]
    ahead = {t.lemma.lower() for t in page.tree.on(verb.index, "aux")} & offers().willing
    if not none or not ahead:
        return
    matter, by = matter_at(none[0].index, page), actors(verb, page)
    if matter is not None and by:
        yield answer(for_now(verb, page), verb, matter, by, page)


def ready(word: Token, page: Page) -> Iterator[Move]:
    """Who says that he is ready for it, or to come or sign, takes it; who is not, does not."""
    if word.lemma.lower() not in READY or not page.tree.on(word.index, "cop"):
        return
    inner = page.tree.on(word.index, "xcomp", "ccomp", "advcl")
    to_do = next((t for t in inner if t.tag == "VERB" and "to" in page.tree.cases(t.index)), None)
    if to_do is not None and to_do.lemma.lower() not in offers().joining | offers().discussing | LISTENING:
        return
    if page.tree.on(word.index, "nmod", "obl") and to_do is None:
        return
    by = actors(word, page)
    if not by:
        return
    named = (matter_at(t.index, page) for t in page.tree.on(to_do.index, "obj", "obl")) if to_do is not None else ()
    matter = next((m for m in named if m is not None), None) or pointing(to_do or word, page)
    kind = MoveKind.REJECT if denied(word, page) else MoveKind.ACCEPT
    kind = MoveKind.CONDITIONAL if hedged(word, page) else kind
    yield replace(answer(kind, word, matter, by, page), firm=False)


def will_not(verb: Token, page: Page) -> bool:
    """Whether somebody will not do it: "would not", "is not going to"."""
    above = page.tree.tokens[verb.head]
    if verb.relation == "xcomp" and above.lemma.lower() == "go" and above.fine == "VBG":
        return denied(above, page)
    return bool({t.lemma.lower() for t in page.tree.on(verb.index, "aux")} & offers().willing) and denied(verb, page)


def never_do(verb: Token, page: Page) -> bool:
    """Whether a voice says of itself that it does no such thing: "we do not negotiate with kidnappers"."""
    own = any(t.lemma.lower() in ("we", "i") for t in page.tree.on(verb.index, "nsubj"))
    now = any(t.fine in ("VBP", "VBZ") and t.lemma.lower() == "do" for t in page.tree.on(verb.index, "aux"))
    return own and now and denied(verb, page)


def unsaid(verb: Token, page: Page) -> Iterator[Move]:
    """Who would not say whether it is enough puts the answer off."""
    if verb.lemma.lower() != "say":
        return
    asked = [t for t in page.tree.on(verb.index, "ccomp") if page.tree.cases(t.index) & {"whether", "if"}]
    by = actors(verb, page) if asked else ()
    if not asked or not will_not(verb, page) or not (by or actor_words(verb, page)):
        return
    about = (matter_at(t.index, page) for t in page.tree.on(asked[0].index, "nsubj", "obj", "xcomp"))
    matter = next((m for m in about if m is not None), None) or pointing(verb, page)
    yield answer(MoveKind.DEFER, verb, matter, by, page)


def none_of_it(verb: Token, page: Page) -> Iterator[Move]:
    """Whoever says that there will be no such thing refuses it: “There will be no ransom,” she said."""
    if verb.lemma.lower() != "be" or not page.tree.on(verb.index, "expl"):
        return
    if not any(t.lemma.lower() == "will" for t in page.tree.on(verb.index, "aux")):
        return
    speaker = page.speaker_of(verb)
    for noun in page.tree.on(verb.index, "nsubj", "obj"):
        matter = matter_at(noun.index, page, any_noun=True)
        none = any(t.lemma.lower() == "no" for t in page.tree.on(noun.index, "det"))
        if speaker is not None and matter is not None and none and not hedged(verb, page):
            yield answer(MoveKind.REJECT, verb, matter, (speaker,), page)


def for_now(verb: Token, page: Page) -> MoveKind:
    """A refusal that holds before a day puts off; one that holds until or unless something is done has conditions."""
    if any("until" in page.tree.cases(t.index) for t in page.tree.on(verb.index, "advcl")):
        return MoveKind.CONDITIONAL
    if any(page.tree.cases(t.index) & UNTIL for t in page.tree.on(verb.index, "advcl", "obl")):
        return MoveKind.DEFER
    return MoveKind.CONDITIONAL if hedged(verb, page) else MoveKind.REJECT


def bare(verb: Token, page: Page) -> Iterator[Move]:
    """An answer that names nothing: "Both accepted", "Oslo did not reply"."""
    lemma = verb.lemma.lower()
    silent = lemma in offers().answering and denied(verb, page)
    if not silent and (lemma not in BARE or page.tree.on(verb.index, *GOVERNED)):
        return
    if any(page.tree.cases(t.index) & ABOUT for t in page.tree.on(verb.index, "obl")) and not silent:
        return
    if told_with_the_first(verb, page):
        return
    by = actors(verb, page)
    group = by or together(verb, page) is not None
    if not group or not (told(verb, page) or silent) or page.tree.on(verb.index, "aux:pass"):
        return
    kind = MoveKind.DEFER if silent else next(s.kind for s in offers().verbs.get(lemma, ()) or (ACCEPTING,))
    none = group and not by and page.tree.tokens[verb.index - 1].lemma.lower() in NO_ONE
    if none or (not silent and denied(verb, page)):
        kind = turned(kind)
    kind = undecided(verb, page) or kind
    told_of = (named(verb, page) if silent else None) or pointing(verb, page)
    found = answer(kind, verb, told_of, by, page)
    word = together(verb, page)
    yield found if word is None else replace(found, named=page.span([word]))


def together(verb: Token, page: Page) -> Token | None:
    """The word for all or none of those it was put to, right before the verb: "Both accepted"."""
    before = page.tree.tokens[verb.index - 1] if verb.index else None
    return before if before is not None and before.lemma.lower() in ALL else None


def figured(verb: Token, figures: Mapping[str, tuple[Sense, ...]], page: Page) -> Iterator[Sense]:
    """The senses of a verb whose further word hangs on it here."""
    senses = figures.get(verb.lemma.lower(), ())
    if not senses:
        return
    beside = {t.lemma.lower() for t in page.tree.on(verb.index, *BESIDE)} | page.tree.particles(verb.index)
    beside -= of_times(verb, page)  # a committee that "sits on Friday" sits on nothing
    yield from (sense for sense in senses if sense.particle is None or sense.particle in beside)


def of_times(verb: Token, page: Page) -> set[str]:
    """The prepositions beside a verb that only lead to a day."""
    beside = page.tree.on(verb.index, "obl", "nmod", "obl:unmarked")
    others = {case for t in beside if not is_time(t.index, page) for case in page.tree.cases(t.index)}
    return {case for t in beside if is_time(t.index, page) for case in page.tree.cases(t.index)} - others


def told(verb: Token, page: Page) -> bool:
    """Whether it is told to have happened, to be planned or denied; not where it is only asked for or supposed."""
    trigger = Trigger(verb.index, None, EventType.AGREE, None)
    return status_of(trigger, page.tree) in GIVEN and urging(verb, page) is None and not hedged(verb, page)


def denied(verb: Token, page: Page) -> bool:
    return any(t.lemma.lower() in NO_WORD for t in page.tree.on(verb.index, "aux", "advmod", "det"))


def turned(kind: MoveKind) -> MoveKind:
    return {MoveKind.ACCEPT: MoveKind.REJECT, MoveKind.REJECT: MoveKind.DEFER}.get(kind, kind)


def about(verb: Token, sense: Sense, page: Page) -> Matter | None:
    """What it is about: "gave way on the fund", "voted against it"."""
    beside = [t for t in page.tree.on(verb.index, "obj") if t.lemma.lower() != sense.particle]
    beside += [t for t in page.tree.on(verb.index, "obl") if t.lemma.lower() != sense.particle]
    beside += [t for o in page.tree.on(verb.index, "obj") for t in page.tree.on(o.index, "nmod")]
    fitting = [t for t in beside if t.relation == "obj" or page.tree.cases(t.index) & ABOUT]
    found = (matter_at(i, page, any_noun=True) for i in page.tree.spread(fitting))
    return next((m for m in found if m is not None and not_a_time(m, page)), None)


def named(verb: Token, page: Page) -> Matter | None:
    """The request that was not answered: "did not respond to a request"."""
    heads = page.tree.spread(page.tree.on(verb.index, "obl", "obj"))
    found = (matter_at(i, page) for i in heads)
    return next((m for m in found if m is not None), None)


def not_a_time(matter: Matter, page: Page) -> bool:
    return not any(t.span.overlaps(matter.span) for t in page.annotated.times)


def answer(kind: MoveKind, verb: Token, matter: Matter, by: tuple[Mention, ...], page: Page) -> Move:
    return Move(
        kind=kind,
        span=clause_with_subject(verb, page),
        matter=matter,
        by=by,
        named=actor_words(verb, page),
        date=page.date_of(verb),
        statement=page.statement_of(verb),
        firm=kind is MoveKind.ACCEPT and matter.kind is not MatterKind.OTHER,
    )
