"""Triggers with their arguments become events, each with the clause that tells it.

Does not join the places that tell one happening: that is for link.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.annotate.events.arguments import arguments
from dragoman.annotate.events.asked import with_parties_asked
from dragoman.annotate.events.contexts import contexts_of
from dragoman.annotate.events.days import (
    after_noun,
    as_of_publication,
    begun,
    dating_times,
    days_beside,
    of_noun,
    own_day,
    with_next_day,
)
from dragoman.annotate.events.delegations import delegations
from dragoman.annotate.events.demands import demands
from dragoman.annotate.events.faint import left_over, other_deeds
from dragoman.annotate.events.gathering import gatherings
from dragoman.annotate.events.intents import as_intended
from dragoman.annotate.events.mentioned import ACTING, Mentions
from dragoman.annotate.events.numbers import HARM, LASTING, LENGTHS, numbers_in
from dragoman.annotate.events.read import chances_of, with_read
from dragoman.annotate.events.references import MEASURES, is_reference
from dragoman.annotate.events.spells import with_spell
from dragoman.annotate.events.spoken import Spoken, statement_at
from dragoman.annotate.events.status import status_of
from dragoman.annotate.events.story import dated_by_story
from dragoman.annotate.events.subjects import SUBJECTS
from dragoman.annotate.events.triggers import Trigger, is_met_with, triggers
from dragoman.annotate.events.untyped import harmed, has_count_of_harm, untyped, without_type
from dragoman.annotate.events.worth import SHORT, density_of, least, signs, worth
from dragoman.annotate.events.worthwhile import worthwhile
from dragoman.annotate.times import times_of
from dragoman.annotate.times.clause import Clauses
from dragoman.annotate.tree import Tree, tree_of
from dragoman.model.event import EventMention, Quantity
from dragoman.model.flow import Annotated
from dragoman.model.mention import EntityKind, Mention
from dragoman.model.plover import QUADS, EventType, Quad, Status
from dragoman.model.reading import Token
from dragoman.model.text import Span
from dragoman.model.when import TimeMention

__all__ = ["Mentions", "add_events", "statement_at"]

OTHER_CLAUSES = ("parataxis", "ccomp", "conj", "advcl")
ENDS = frozenset({"expire", "end", "lapse", "run", "last", "continue", "hold"})
# Behind these a noun has another place than what it stands beside.
BESIDE = frozenset({"during", "after", "before", "amid", "ahead", "following", "since", "until", "despite"})
# What is done at a place is done to it, where nobody else is named.
ON_PLACES = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.RETREAT, EventType.MOBILIZE, EventType.PROTEST})
WITHIN = frozenset({"in", "at"})
PLACED = frozenset({"in", "at", "near", "outside", "inside", "to", "on", "across", "from"})


def add_events(annotated: Annotated) -> Annotated:
    """The article with its events, and what may be one, in the order of the text."""
    tree, mentions = tree_of(annotated.reading), Mentions(annotated)
    chances = chances_of(annotated.reading)
    spoken, clauses = Spoken(annotated), times_of(replace(annotated, times=tuple(dating_times(annotated))))
    possible = [
        (trigger, event(annotated, trigger, tree, mentions, clauses, spoken))
        for trigger in all_triggers(annotated, tree, mentions, spoken)
    ]
    told = [(trigger, found) for trigger, found in possible if not is_reference(trigger, found, tree)]
    density = density_of(len(possible), len(annotated.reading.tokens))
    rated = [(t.head, found, worth(signs(t, found, tree, density, chances)).value) for t, found in told]
    kept = list(worthwhile(rated, least()[density], annotated.reading, short=density == SHORT))
    others = untyped(annotated, tree, clauses, [found for _, found in kept])
    dated = ((t.head, without_type(event(annotated, t, tree, mentions, clauses, spoken))) for t in others)
    kept += [(head, found) for head, found in dated if found is not None]
    hit = harmed(tree, [found for _, found in kept])
    counted = ((t.head, without_type(event(annotated, t, tree, mentions, clauses, spoken))) for t in hit)
    kept += [(head, found) for head, found in counted if found is not None and has_count_of_harm(found)]
    kept.sort(key=lambda item: item[0])
    in_story = zip(kept, dated_by_story(annotated, kept, tree, clauses, spoken), strict=True)
    timed = (as_of_publication(annotated, head, event) for (head, _), event in in_story)
    events = sorted(timed, key=lambda e: (e.trigger, e.span))
    led = tuple(delegations(annotated.article, tree, lambda i: mentions.of(i, tree)))
    weak = [found for _, found in left_over(told, events, tree)]
    deeds = (
        event(annotated, t, tree, mentions, clauses, spoken) for t in other_deeds(annotated, (*events, *weak), tree)
    )
    weak += [replace(found, type=None, mode=None) for found in deeds]
    weak.sort(key=lambda e: (e.trigger, e.span))
    return replace(annotated, events=tuple(with_parties_asked(events)), faint=tuple(weak), delegations=led)


def all_triggers(annotated: Annotated, tree: Tree, mentions: Mentions, spoken: Spoken) -> list[Trigger]:
    """What the lexicon finds, as its tense has it, and the demands that sources make."""

    def is_said(index: int) -> bool:
        return spoken.at(index) is not None

    found = [as_intended(t, tree, said=is_said(t.head)) for t in triggers(annotated.reading, tree)]
    taken = {index for trigger in found for index in trigger.tokens}
    made = [t for t in demands(tree, is_said, lambda i: mentions.party(i, tree) is not None) if t.head not in taken]
    taken.update(trigger.head for trigger in made)
    dated = {token.index for time in annotated.times for token in tree.at(time.span)}
    met = gatherings(annotated.article.text, tree, lambda i: mentions.of(i, tree), dated, taken)
    known = [*found, *made, *met]
    read = with_read(known, chances_of(annotated.reading), tree)
    return sorted((t for t in read if not is_met_with(t, tree)), key=lambda t: t.head)


def event(
    annotated: Annotated,
    trigger: Trigger,
    tree: Tree,
    mentions: Mentions,
    clauses: Clauses,
    spoken: Spoken,
) -> EventMention:
    who = arguments(trigger, tree, lambda i: mentions.party(i, tree) is not None)
    clause = clause_of(trigger, tree, (*who.actors, *who.recipients))
    span = covering(annotated, clause)
    words = covering(annotated, [annotated.reading.tokens[i] for i in trigger.tokens])
    statement = spoken.at(trigger.head)
    actors = tuple(mentions.parties(who.actors, tree))
    acting = {actor.chain for actor in actors}
    recipients = tuple(m for m in mentions.parties(who.recipients, tree) if m.chain not in acting)
    if trigger.said:
        actors, recipients = source_of(annotated, statement), actors or recipients
    place = place_of(trigger, tree, mentions, clause)
    if not recipients and place is not None and trigger.type in ON_PLACES:
        recipients = tuple(m for m in (place,) if m.chain not in {actor.chain for actor in actors})
    return EventMention(
        span=span,
        trigger=words,
        type=trigger.type,
        mode=trigger.mode,
        contexts=contexts_of(clause, trigger.mode),
        status=Status.HAPPENED if trigger.said else status_of(trigger, tree),
        actors=actors,
        recipients=recipients,
        place=place,
        date=with_spell(
            with_next_day(annotated, date_of(annotated, trigger, words, clauses, statement, tree)),
            trigger,
            tree,
            lambda: days_beside(annotated, trigger.head),
        ),
        numbers=tuple(numbers_of(annotated, counted_in(trigger, tree, clause))),
        statement=statement,
    )


def date_of(
    annotated: Annotated, trigger: Trigger, words: Span, clauses: Clauses, statement: int | None, tree: Tree
) -> TimeMention | None:
    """The time that dates the trigger, or what is told of it; of a word given by saying it, that of the statement."""
    said = annotated.statements[statement].date if statement is not None else None
    if trigger.said:
        return said
    owned = of_noun(annotated, max(trigger.tokens), tree)
    if owned is not None and owned.when is not None:
        return owned
    verb = annotated.reading.tokens[trigger.head]
    if trigger.noun == verb.head and verb.relation in ("acl", "acl:relcl"):  # the deed, not what became of its thing
        words = annotated.article.span(verb.start, verb.end)

    first, second = own_day(annotated, words, verb, clauses, tree), clauses.beside(words)
    own = (second or first if is_ending(trigger, tree) else first or second) or begun(annotated, trigger.head, tree)
    if own is None or own.when is None:
        own = after_noun(annotated, max(trigger.tokens), tree) or own
    return own or (said if is_performed(trigger, tree) else None)


def is_ending(trigger: Trigger, tree: Tree) -> bool:
    """Whether a noun is the subject of a verb that tells its end: "the truce, which began in May, ends on Friday"."""
    noun = tree.tokens[trigger.head]
    return noun.relation in SUBJECTS and tree.tokens[noun.head].lemma.lower() in ENDS


def is_performed(trigger: Trigger, tree: Tree) -> bool:
    """Whether it is done by saying so: "We welcome the news", "we would help", she said on Monday."""
    verb = tree.tokens[trigger.head]
    spoken = QUADS[trigger.type] in (Quad.VERBAL_CONFLICT, Quad.VERBAL_COOPERATION)
    modal = any(t.fine == "MD" for t in tree.on(trigger.head, "aux"))
    present = verb.fine in ("VBZ", "VBP") and not tree.on(trigger.head, "aux", "aux:pass", "mark")
    return verb.tag == "VERB" and (modal or present) and spoken and trigger.type is not EventType.CONSULT


def source_of(annotated: Annotated, statement: int | None) -> tuple[Mention, ...]:
    """Who says a statement, where it is somebody that can act."""
    mention = annotated.statements[statement].source.mention if statement is not None else None
    return (mention,) if mention is not None and mention.kind in ACTING else ()


def counted_in(trigger: Trigger, tree: Tree, clause: Sequence[Token]) -> Sequence[Token]:
    """Where its numbers stand: in its clause, with the verb of harm ("the blast killed 3"), by its measure."""
    token = tree.tokens[trigger.head]
    above = tree.tokens[token.head]
    weighed = above.lemma.lower() in HARM or above.lemma.lower() in LASTING
    harmed = token.tag == "NOUN" and token.relation in SUBJECTS and weighed
    measured = token.relation == "nmod" and above.lemma.lower() in MEASURES
    if harmed or measured:
        return tree.below(above.index)
    if token.tag == "VERB" and token.relation in ("acl", "acl:relcl"):  # "the nine miners killed"
        counts = [t.index for t in tree.on(above.index, "nummod")]
        first = min((tree.first[i] for i in counts if i < clause[0].index), default=clause[0].index)
        return tree.tokens[first : clause[-1].index + 1]
    return clause


def numbers_of(annotated: Annotated, tokens: Sequence[Token]) -> Iterator[Quantity]:
    """The numbers among some tokens; those of a date count nothing, those of a span of time its days or weeks."""
    dates = [t.span for t in annotated.times if tokens[0].start <= t.span.end and t.span.start <= tokens[-1].end]
    for number in numbers_in(annotated.article, annotated.reading, tokens):
        if number.unit in LENGTHS or not any(span.overlaps(number.span) for span in dates):
            yield number


def distinct(mentions: Iterator[Mention | None]) -> Iterator[Mention]:
    """The mentions, one of each chain, in order."""
    seen = set()
    for mention in mentions:
        if mention is not None and mention.chain not in seen:
            seen.add(mention.chain)
            yield mention


def clause_of(trigger: Trigger, tree: Tree, arguments: Sequence[int]) -> list[Token]:
    """The tokens of the smallest stretch that tells the event with its participants."""
    top = measured_by(trigger.head, tree)
    kept, waiting = set(), [top]
    while waiting:
        index = waiting.pop()
        kept.add(index)
        for child in tree.children[index]:
            other = child.relation in OTHER_CLAUSES and child.tag in ("VERB", "AUX") and index == top
            if not other and child.index not in kept:
                waiting.append(child.index)
    for index in (*arguments, *trigger.tokens):
        kept.add(index)
    first, last = min(kept), max(kept)
    return list(tree.tokens[first : last + 1])


def measured_by(head: int, tree: Tree) -> int:
    """The verb whose subject or object is so much of it ("a round of talks was held"), else the word itself."""
    token = tree.tokens[head]
    measure = tree.tokens[token.head]
    if token.relation != "nmod" or measure.lemma.lower() not in MEASURES or "of" not in tree.cases(head):
        return head
    verb = tree.tokens[measure.head]
    return verb.index if verb.tag == "VERB" and measure.relation in ("nsubj", "nsubj:pass", "obj") else head


def covering(annotated: Annotated, tokens: Sequence[Token]) -> Span:
    """The span from the first token to the last, without the marks at its ends."""
    words = [token for token in tokens if token.tag != "PUNCT"] or list(tokens)
    return annotated.article.span(words[0].start, words[-1].end)


def place_of(trigger: Trigger, tree: Tree, mentions: Mentions, clause: Sequence[Token]) -> Mention | None:
    """The place that hangs on the trigger or on the verb above it, else the only place told in the clause."""
    beside = bool(tree.cases(trigger.head) & BESIDE)
    top = measured_by(trigger.head, tree)
    heads = [*trigger.tokens, *([] if beside else [tree.tokens[trigger.head].head if top == trigger.head else top])]
    for head in heads:
        for token in tree.on(head, "obl", "nmod"):
            if tree.cases(token.index) & PLACED:
                for index in tree.spread([token]):
                    if (mention := place_at(index, mentions)) is not None:
                        return mention
    if beside:
        return None
    inside = ((t, mention) for t in clause if (mention := place_at(t.index, mentions)) is not None)
    told = list(distinct(mention for t, mention in inside if tree.cases(t.index) & WITHIN))
    return told[0] if len(told) == 1 else None


def place_at(index: int, mentions: Mentions) -> Mention | None:
    mention = mentions.by_token.get(index)
    return mention if mention is not None and mention.kind is EntityKind.PLACE else None
