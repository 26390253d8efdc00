"""Disagreements on the cause: one thing that failed, ended or was put off, for different reasons.

Reads reasons that the text names as such ("because", "due to", "after ... forced", "was interrupted by"). Effects are
one where they are of one kind, of one thing and not of different years; causes differ where they share no party and
hardly a word. Does not guess at reasons that no account gives.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.model.reading import Token
from dragoman.model.text import Span
from dragoman.reconstruct.claims.drafts import Dispute, Place, Position
from dragoman.reconstruct.claims.numbers import number_in
from dragoman.reconstruct.claims.pages import Page
from dragoman.reconstruct.claims.tellings import token_keys
from dragoman.reconstruct.contradict.character import statement_id
from dragoman.reconstruct.contradict.things import class_of

EFFECTS = {
    "failed": "fail collapse fall break founder unravel end interrupt withdraw abandon scrap derail thwart scuttle "
    "torpedo stall deadlock doom wreck sabotage kill cancel fell fallen broke broken withdrew withdrawn",
    "were put off": "delay postpone reschedule adjourn defer",
    "passed without a result": "slip miss overrun pass fell fall lapse",
    "began": "begin start erupt resume propose offer",
}
KINDS = {lemma: kind for kind, lemmas in EFFECTS.items() for lemma in lemmas.split()}
OFF = "were put off"
CALLED_OFF = frozenset({"cancel", "call", "scrap", "adjourn"})  # of talks: they were not held on their day
MISSED = "passed without a result"  # of deadlines alone
NOUNS = frozenset("failure collapse delay deadlock breakdown postponement impasse stalemate".split())
BECAUSE = frozenset({"because", "due", "owing", "thanks"})
PASSING = ("deadline", "talks")  # one follows another
MONTHS = 60  # days
FAR, NEAR = 14, 3  # tokens from an effect within which "because", or a bare "after", gives its reason
ENDS = (",", ";", ".", "—", "–", ":", ")")
REASONS = frozenset("reason lack want fear concern".split())  # "for logistical reasons"
FORCING = frozenset({"force", "prompt", "cause", "delay", "lead"})
NOT_PAST = frozenset({"will", "would", "may", "might", "could", "should", "if", "unless", "not", "n't", "never", "to"})


@dataclass(frozen=True, slots=True)
class Caused:
    """One place that gives a reason: the kind of effect, the thing, the year if named, the words of the cause.

    `told` is the day of publication.
    """

    kind: str
    thing: str
    year: int | None
    told: date | None
    cause: str
    keys: frozenset[str]
    place: Place


def cause_disputes(
    pages: Mapping[str, Page], statements: Mapping[tuple[str, int], str], stories: Sequence[Sequence[str]]
) -> Iterator[Dispute]:
    """One for each effect of which articles of a story give different causes."""
    for story in stories:
        held: defaultdict[tuple[str, str], list[Caused]] = defaultdict(list)
        for article in sorted(story):
            for caused in causes_in(pages[article], statements) if article in pages else ():
                held[caused.kind, caused.thing].append(caused)
        for (kind, thing), found in sorted(held.items()):
            yield from dispute(kind, thing, found)


def dispute(kind: str, thing: str, found: Sequence[Caused]) -> Iterator[Dispute]:
    positions: list[list[Caused]] = []
    for caused in found:
        same = next((held for held in positions if any(one_cause(caused, other) for other in held)), None)
        if same is not None:
            same.append(caused)
        elif all(compatible(caused, other) for held in positions for other in held):
            positions.append([caused])
    voices = {(c.place.span.article, c.place.statement) for held in positions for c in held}
    if len(positions) > 1 and len(voices) > 1:
        yield Dispute(
            on="cause",
            question=f"Why was it that the {thing} {kind if thing == 'talks' else kind.replace('were', 'was')}?",
            why="one effect, with causes that have nothing in common",
            positions=tuple(Position(held[0].cause, tuple(c.place for c in held)) for held in positions),
        )


def one_cause(one: Caused, other: Caused) -> bool:
    """Whether two causes are about the same: they share most of the keys of the shorter."""
    return 2 * len(one.keys & other.keys) >= min(len(one.keys), len(other.keys)) > 0


def compatible(one: Caused, other: Caused) -> bool:
    """Whether the effects may be one: not of different years, and without a year not told months apart."""
    if one.year is not None and other.year is not None:
        return one.year == other.year
    if one.thing not in PASSING or one.told is None or other.told is None:
        return True
    return abs((one.told - other.told).days) <= MONTHS


def causes_in(page: Page, statements: Mapping[tuple[str, int], str]) -> Iterator[Caused]:
    for head in page.own_tokens:
        if head.tag != "VERB":
            continue
        kind = (
            KINDS.get(head.lemma)
            or KINDS.get(head.text.casefold())
            or ("failed" if is_called_off(page, head) else None)
        )
        if kind is None:
            continue
        if any(t.lemma in NOT_PAST for t in page.children[head.index] if t.relation in ("aux", "mark", "advmod")):
            continue
        thing = thing_of(page, head)
        if thing is None:
            continue
        kind = kind_for(thing, kind, head)
        for cause in causes_of(page, head):
            yield caused(page, head, kind, thing, cause, statements)
    for head in page.own_tokens:
        if head.lemma == "blame" and head.tag == "VERB":
            yield from blamed(page, head, statements)


def blamed(page: Page, head: Token, statements: Mapping[tuple[str, int], str]) -> Iterator[Caused]:
    """What somebody blames: for what is said to have failed or come late, else for what was told just before."""
    near = page.children[head.index]
    whom = next((t for t in near if t.relation == "obj"), None)
    why = next((t for t in near if t.relation == "obl" and marked(page, t, "for")), None)
    found = named_effect(page, why) if why else told_before(page, head)
    if whom is None or found is None or whom.lemma == "other" or whom.tag == "PRON":
        return
    kind, thing = found
    yield caused(page, head, kind, thing, page.own(whom, without=frozenset()), statements)


def marked(page: Page, token: Token, case: str) -> bool:
    return any(t.lemma == case for t in page.children[token.index])


def named_effect(page: Page, noun: Token) -> tuple[str, str] | None:
    """The effect a noun names: "the collapse of the talks"."""
    if noun.lemma not in NOUNS:
        return None
    things = [class_of(t) for t in page.own(noun, without=frozenset())]
    thing = next((t for t in things if t), None)
    kind = OFF if noun.lemma in ("delay", "postponement") else "failed"
    return (kind, thing) if thing else None


def told_before(page: Page, head: Token) -> tuple[str, str] | None:
    """The effect in the sentence before."""
    first = page.annotated.reading.sentence_of(head.index).first
    if first == 0:
        return None
    before = page.annotated.reading.sentence_of(first - 1)
    for token in page.tokens[before.first : before.last]:
        kind = KINDS.get(token.lemma) or KINDS.get(token.text.casefold())
        if kind and token.tag == "VERB" and (thing := thing_of(page, token)) is not None:
            return kind_for(thing, kind, token), thing
    return None


def is_called_off(page: Page, head: Token) -> bool:
    after = page.tokens[head.index + 1 : head.index + 2]
    return head.lemma == "call" and any(t.lemma == "off" for t in after)


def kind_for(thing: str, kind: str, head: Token) -> str:
    """Deadlines pass whatever the verb; talks that are called off are put off."""
    if thing == "deadline":
        return MISSED
    return OFF if thing == "talks" and (head.lemma in CALLED_OFF or kind == OFF) else kind


def thing_of(page: Page, head: Token) -> str | None:
    """What failed or was put off: talks, a deal, a truce, an offer; by a pronoun too, where it stands for them."""
    first = page.tokens[head.head] if head.relation == "conj" else head
    for child in [*page.children[head.index], *page.children[first.index]]:
        if child.relation in ("nsubj", "nsubj:pass", "obj"):
            if (named := class_of(child)) is not None:
                return named
            if child.tag == "PRON" and child.lemma in ("they", "it", "that", "this", "these", "which"):
                return before(page, head)
    above = page.tokens[head.head]
    return class_of(above) if head.relation in ("acl", "acl:relcl") else None


def before(page: Page, head: Token) -> str | None:
    """The thing that was spoken of last, at most some thirty words back."""
    back = page.tokens[max(0, head.index - 30) : head.index]
    return next((named for t in reversed(back) if (named := class_of(t)) is not None), None)


def causes_of(page: Page, head: Token) -> Iterator[list[Token]]:
    """The words of each reason given for a verb: what follows "because" or a close "after", an agent, a cause in front.

    Reasons in clauses are read in the order of the words, since parsers often hang them elsewhere.
    """
    rest = page.tokens[head.index + 1 : page.annotated.reading.sentence_of(head.index).last]
    for distance, token in enumerate(rest):
        owing = distance <= FAR and gives_reason(page, token, rest[distance : distance + 3])
        if owing or (token.lemma == "after" and distance < NEAR):
            yield up_to_mark(rest[distance:])
            break
    for child in page.children[head.index]:
        marks = {t.lemma for t in page.children[child.index] if t.relation == "case"}
        if child.relation == "obl:agent" or (child.relation == "obl" and "by" in marks and passive(page, head)):
            yield page.own(child, without=frozenset())
        if child.relation == "obl" and "for" in marks and child.lemma in REASONS:
            yield page.own(child, without=frozenset())
    above = page.tokens[head.head]
    if head.relation in ("advcl", "xcomp") and (head.lemma in FORCING or above.lemma in FORCING):
        matrix = page.tokens[above.head] if above.lemma in FORCING else above
        subject = [t for t in page.children[matrix.index] if t.relation == "nsubj"]
        if subject and matrix.index != head.index:
            yield [*page.own(subject[0], without=frozenset()), matrix]


def gives_reason(page: Page, token: Token, following: Sequence[Token]) -> bool:
    """Whether "because", "due to" or the like gives a reason here; money is due to somebody."""
    if (token.lemma not in BECAUSE and token.text.casefold() not in BECAUSE) or is_due_to_do(following):
        return False
    before = page.tokens[token.index - 1]
    return token.lemma != "due" or not any(t.relation == "nummod" for t in page.children[before.index])


def is_due_to_do(tokens: Sequence[Token]) -> bool:
    """ "Due to end on Sunday" gives no reason."""
    return len(tokens) == 3 and tokens[0].lemma == "due" and tokens[2].fine == "VB"


def up_to_mark(tokens: Sequence[Token]) -> list[Token]:
    """The tokens up to the next mark that ends a clause."""
    end = next(
        (i for i, t in enumerate(tokens) if i > 2 and t.text in (",", ";", ".", "—", "–", ":", ")")), len(tokens)
    )
    return list(tokens[:end])


def passive(page: Page, head: Token) -> bool:
    return any(t.relation in ("aux:pass", "nsubj:pass") for t in page.children[head.index])


def caused(
    page: Page,
    head: Token,
    kind: str,
    thing: str,
    cause: Sequence[Token],
    statements: Mapping[tuple[str, int], str],
) -> Caused:
    article = page.annotated.article
    clause = [*page.clause(head), *cause]
    start, end = min(t.start for t in clause), max(t.end for t in clause)
    first, last = min(t.start for t in cause), max(t.end for t in cause)
    years = [int(n) for t in clause if (n := number_in(t.text)) is not None and 1900 < n < 2100]
    keys = {key for t in cause for key, _ in token_keys(page, t) if not key.startswith("T:")}
    return Caused(
        kind=kind,
        thing=thing,
        year=years[0] if years else None,
        told=article.published,
        cause=" ".join(article.text[first:last].split()),
        keys=frozenset(keys),
        place=Place(Span(article.id, start, end), statement_id(page, head, statements)),
    )
