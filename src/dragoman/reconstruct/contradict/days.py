"""Disagreements on the day or the hour of anything but meetings: alike clauses that date one thing differently.

The clauses must be of the same doers, head on one word or its like, and each name one day, or one hour by the clock.
Days that lie within one another are refinements; days far apart are taken to be those of two happenings. Meetings
are for `meetings`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dragoman.model.turns import turns_of
from dragoman.model.when import When
from dragoman.reconstruct.claims.drafts import Dispute, Place, Position
from dragoman.reconstruct.claims.pages import Page
from dragoman.reconstruct.claims.tellings import Telling
from dragoman.reconstruct.contradict.character import statement_id
from dragoman.reconstruct.contradict.meetings import BEGIN, FAR, MEET
from dragoman.reconstruct.contradict.zones import IN_ZONES, minute_of, one_moment

LIKE = 0.34  # how alike the clauses must be
APART = 14  # days beyond which two dates are of two happenings
MINUTES = 20  # by which two hours by the clock must differ
PRECISE = 3  # days that a date may span


def day_disputes(
    tellings: Sequence[Telling],
    scores: Mapping[tuple[int, int], float],
    pages: Mapping[str, Page],
    statements: Mapping[tuple[str, int], str],
) -> Iterator[Dispute]:
    """One for each two alike clauses that tell different days or hours; refinements are marked as such."""
    dated = {n: when for n, t in enumerate(tellings) if (when := when_of(pages[t.article], t)) is not None}
    used: set[int] = set()
    for (i, j), score in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        if score < LIKE or i in used or j in used or i not in dated or j not in dated:
            continue
        one, other = tellings[i], tellings[j]
        if not one_deed(one, other):
            continue
        why, refines = apart(dated[i], dated[j])
        if why is None:
            continue
        hours = minutes(dated[i]), minutes(dated[j])
        if None not in hours and one_moment((words(pages, one), hours[0] or 0), (words(pages, other), hours[1] or 0)):
            why, refines = IN_ZONES, True
        used |= {i, j}
        hour = dated[i].start == dated[j].start
        yield Dispute(
            on="date",
            question=f"{'At what hour' if hour else 'When'} was it: {words(pages, one)}?",
            why=why,
            positions=tuple(
                Position(told(dated[n], hour=hour), (place_of(pages, t, statements),))
                for n, t in ((i, one), (j, other))
            ),
            refines=refines,
        )


def one_deed(one: Telling, other: Telling) -> bool:
    """Whether two clauses tell one deed of one doer, both or neither denied, both or neither only supposed."""
    left, right = one.head.lemma.casefold(), other.head.lemma.casefold()
    headed = left == right or bool(turns_of(left) & turns_of(right)) or bool(one.said & other.said)
    named = sum(key.startswith("E:") for key in one.keys if key in other.keys)
    open_doers = not (one.doers and other.doers) and named > 1
    same = bool(one.doers & other.doers) or bool(one.done_to & other.done_to) or open_doers
    verbs = one.head.tag == other.head.tag == "VERB"
    return headed and same and verbs and one.negated == other.negated and one.unreal == other.unreal


def when_of(page: Page, telling: Telling) -> When | None:
    """The one day that a clause names for itself, with its hour where it is told by the clock."""
    if telling.head.lemma in MEET | BEGIN:
        return None
    found: list[When] = []
    for time in page.annotated.times:
        if not telling.span.start <= time.span.start < telling.span.end or time.when is None:
            continue
        at = next((t.index for t in page.tokens if t.start == time.span.start), 0)
        clock = time.when.time is not None and ":" in time.when.time
        if time.when.days <= PRECISE and (clock or at == 0 or page.tokens[at - 1].lemma not in FAR):
            found.append(time.when)
    days = {(w.start, w.end) for w in found}
    if len(days) != 1:
        return None
    return next((w for w in found if minutes(w) is not None), found[0])


def apart(one: When, other: When) -> tuple[str | None, bool]:
    """Why two dates differ, and whether they can both hold."""
    if one.start == other.start and one.end == other.end:
        hours = minutes(one), minutes(other)
        if None not in hours and abs(hours[0] - hours[1]) >= MINUTES:  # type: ignore[operator]
            return "one happening, told of different hours", False
        return None, False
    if one.overlaps(other):
        return "one date is less precise than the other", True
    if abs((one.start - other.start).days) <= APART:
        return "one happening, told of different days", False
    return None, False


def minutes(when: When) -> int | None:
    if when.time is None or ":" not in when.time:
        return None
    return minute_of(when.time)


def told(when: When, *, hour: bool) -> str:
    if hour and when.time:
        return when.time
    return f"{when.start:%A} {when.start.day} {when.start:%B %Y}"


def words(pages: Mapping[str, Page], telling: Telling) -> str:
    return " ".join(pages[telling.article].annotated.article.quote(telling.span).split())


def place_of(pages: Mapping[str, Page], telling: Telling, statements: Mapping[tuple[str, int], str]) -> Place:
    return Place(telling.span, statement_id(pages[telling.article], telling.head, statements))
