"""The framing, outlet by outlet: what it calls each actor, its reporting verbs, whose voices it carries for how many
words. Counts words; scores nobody.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.model.mention import Form
from dragoman.model.record import ArticleRow, FramingRow, StatementRow
from dragoman.show.lookup import Lookup
from dragoman.show.report.parts import Chip, Drawer, Words, chips, words
from dragoman.show.views import actors
from dragoman.show.views.framing import NOBODY
from dragoman.show.wording import closed_up

ACTORS = 8
"""So many of the actors an outlet names most are shown, and all of whom it chooses words."""
NAMES = 6
VERBS = 8
VOICES = 10


@dataclass(frozen=True, slots=True)
class Choice:
    """Words chosen in an outlet's own voice."""

    id: str
    kind: str
    words: Words
    drawer: Drawer


@dataclass(frozen=True, slots=True)
class Called:
    """What an outlet calls somebody: names with how often each, and the words it chooses."""

    target: str
    names: tuple[tuple[str, int], ...]
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """A number with its share, in hundredths, of the largest that any outlet has: for a bar."""

    name: str
    number: int
    percent: int


@dataclass(frozen=True, slots=True)
class Shares:
    """The largest numbers of an outlet; the others by name, with what they come to together."""

    rows: tuple[Share, ...]
    others: tuple[str, ...]
    rest: int


@dataclass(frozen=True, slots=True)
class Outlet:
    """One outlet: `key` names it in an address."""

    key: str
    name: str
    chips: tuple[Chip, ...]
    called: tuple[Called, ...]
    verbs: Shares
    voices: Shares


@dataclass(frozen=True, slots=True)
class Counts:
    """What is counted of one outlet."""

    names: Mapping[str, Counter[str]]
    choices: Mapping[str, list[FramingRow]]
    verbs: Counter[str]
    voices: Counter[str]


def view(lookup: Lookup) -> tuple[Outlet, ...] | None:
    articles: dict[str, list[ArticleRow]] = defaultdict(list)
    for article in lookup.in_order():
        articles[article.label].append(article)
    counted = counts(lookup)
    most = [max((max(c.values(), default=0) for c in one), default=0) for one in bars(counted)]
    found = [
        outlet(name, f"outlet-{place}", articles[name], counted[name], most, lookup)
        for place, name in enumerate(sorted(articles), start=1)
    ]
    return tuple(one for one in found if one.called or one.verbs.rows or one.voices.rows) or None


def bars(counted: Mapping[str, Counts]) -> tuple[list[Counter[str]], list[Counter[str]]]:
    return [c.verbs for c in counted.values()], [c.voices for c in counted.values()]


def counts(lookup: Lookup) -> Mapping[str, Counts]:
    """What each outlet calls whom, its verbs and voices, by its name."""
    found: dict[str, Counts] = defaultdict(
        lambda: Counts(defaultdict(Counter), defaultdict(list), Counter(), Counter())
    )
    active = set(actors.acting(lookup))
    for entity in lookup.record.entities:
        for mention in entity.mentions if entity.kind in actors.ALWAYS or entity.id in active else ():
            if mention.form is not Form.PRONOUN:
                found[lookup.label(mention.article)].names[entity.id][closed_up(mention.quote)] += 1
    for row in lookup.record.framing:
        found[lookup.label(row.article)].choices[row.target or ""].append(row)
    for statement in lookup.record.statements:
        one = found[lookup.label(statement.article)]
        count_statement(statement, one, lookup)
    return found


def count_statement(row: StatementRow, one: Counts, lookup: Lookup) -> None:
    """Its cue where that is a word, and its words for the voice; what stands inside another counts with that one."""
    if row.cue and any(c.isalpha() for c in row.cue.quote):
        one.verbs[closed_up(row.cue.quote).lower().rstrip(":,")] += 1
    if row.inside is None and row.made:
        one.voices[lookup.speaker(row.source).name] += sum(len(part.quote.split()) for part in row.content)


def outlet(
    name: str, key: str, articles: Sequence[ArticleRow], counted: Counts, most: Sequence[int], lookup: Lookup
) -> Outlet:
    return Outlet(
        key,
        name,
        chips((article.id for article in articles), lookup),
        tuple(called(counted, lookup)),
        shares(counted.verbs, VERBS, most[0]),
        shares(counted.voices, VOICES, most[1]),
    )


def called(counted: Counts, lookup: Lookup) -> Iterable[Called]:
    """Whom it names most and whom it chooses words for, the most named first."""
    often = {entity: sum(names.values()) for entity, names in counted.names.items()}
    most = sorted(often, key=lambda entity: (-often[entity], entity))[:ACTORS]
    wanted = dict.fromkeys((*most, *sorted(counted.choices, key=lambda one: (-often.get(one, 0), one))))
    for entity in wanted:
        names = sorted(counted.names[entity].items(), key=lambda pair: (-pair[1], pair[0]))
        chosen = sorted(counted.choices.get(entity, ()), key=lambda row: row.evidence)
        yield Called(lookup.name(entity) or NOBODY, tuple(names[:NAMES]), tuple(choice(row, lookup) for row in chosen))


def choice(row: FramingRow, lookup: Lookup) -> Choice:
    found = words(row.evidence, lookup, whose="", part=row.kind)
    return Choice(row.id, row.kind, found, Drawer(row.id, found.quote, (found,)))


def shares(counted: Counter[str], limit: int, most: int) -> Shares:
    """The largest, and of what is left the names and the sum."""
    ordered = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    shown, left = ordered[:limit], ordered[limit:]
    rows = tuple(Share(name, number, round(100 * number / most)) for name, number in shown)
    return Shares(rows, tuple(name for name, _ in left), sum(number for _, number in left))
