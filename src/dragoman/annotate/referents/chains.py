"""Which names of one article mean the same one.

A shorter name joins the one full name that it fits ("Ortega" joins "Lucía Ortega"); where several fit, what stands
with it (a title, Mr or Mrs) and nearness decide, and where nothing does it stays alone. A country is one whatever
it is called. Does not look at descriptions or pronouns.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from dragoman.annotate.referents.context import Context, Stretch
from dragoman.annotate.referents.gazetteer import state_of
from dragoman.annotate.referents.kinds import FIRMS
from dragoman.annotate.referents.nominals import Description
from dragoman.annotate.referents.offices import Title, read_title
from dragoman.annotate.referents.othernames import other_names
from dragoman.annotate.referents.wordlists import sex_of_given_name
from dragoman.model import countries as world
from dragoman.model.bodies import body_named
from dragoman.model.mention import EntityKind
from dragoman.model.names import fold_name, name_words, sound

SMALL = frozenset(["of", "the", "and", "for", "de", "la", "del", "on", "in", "e", "y", "&"])


@dataclass(slots=True)
class Referent:
    """Somebody or something that an article speaks of, with all stretches that mean it so far."""

    number: int
    kind: EntityKind
    stretches: list[Stretch] = field(default_factory=list)
    names: set[tuple[str, ...]] = field(default_factory=set)
    titles: list[Title] = field(default_factory=list)
    country: str | None = None
    sex: str | None = None
    plural: bool = False
    heads: set[str] = field(default_factory=set)
    descriptions: list[Description] = field(default_factory=list)
    state: str | None = None

    @property
    def offices(self) -> frozenset[str]:
        return frozenset().union(*(t.offices for t in self.titles)) if self.titles else frozenset()

    @property
    def is_named(self) -> bool:
        return bool(self.names)

    def add(self, context: Context, stretch: Stretch) -> None:
        """Takes in a stretch with what its titles say."""
        self.stretches.append(stretch)
        for bounds in stretch.titles:
            title = read_title(context, *bounds)
            self.titles.append(title)
            self.sex = self.sex or title.sex
            self.country = self.country or title.country
            self.heads |= title.heads
        self.country = self.country or stretch.country


def named_referents(context: Context, named: list[Stretch]) -> list[Referent]:
    """One referent for each person, place and body that is named, in the order of the text."""
    referents: dict[object, Referent] = {}
    bearers = _bearers(context, [s for s in named if s.kind is EntityKind.PERSON])
    bearers |= _second_names(context, named, bearers)
    bodies = [s for s in named if s.kind is EntityKind.ORGANIZATION]
    acronyms = _acronyms(context, bodies) | _shortened(context, bodies)
    last_bearer: dict[str, object] = {}
    for stretch in named:
        said = name_words(context.written(stretch.first, stretch.last)) or (context.text(stretch.first),)
        if stretch.kind is EntityKind.PERSON:
            key: object = _person_key(context, stretch, said, bearers, last_bearer, referents)
        else:
            key = thing_key(context, stretch, acronyms)
        found = referents.setdefault(key, Referent(len(referents), stretch.kind))
        if isinstance(key, tuple) and key[0] == "state":
            found.state = key[1]
        found.names.add(said)
        found.add(context, stretch)
        if stretch.kind is EntityKind.PERSON and found.sex is None and len(said) > 1:
            found.sex = sex_of_given_name(said[0])
    return list(referents.values())


# --- persons ---------------------------------------------------------------------------------------------------


def _bearers(context: Context, persons: list[Stretch]) -> dict[tuple[str, ...], list[tuple[str, ...]]]:
    """For each person's name, the full names it may stand for, the best fit first; equals are all kept."""
    names = sorted({name_words(context.written(s.first, s.last)) for s in persons}, key=lambda n: (-len(n), n))
    whole: list[tuple[str, ...]] = []
    found: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for name in names:
        fits = [(fit(name, full), full) for full in whole]
        best = max((score for score, _ in fits), default=0)
        if best:
            found[name] = [full for score, full in fits if score == best]
        else:
            found[name] = [name]
            whole.append(name)
    return found


def _second_names(
    context: Context, named: list[Stretch], bearers: dict[tuple[str, ...], list[tuple[str, ...]]]
) -> dict[tuple[str, ...], list[tuple[str, ...]]]:
    """For each second name that the text gives somebody, his first."""
    found = {}
    for one, other in other_names(context, named):
        first, second = (name_words(context.written(s.first, s.last)) for s in (one, other))
        if first and second and first != second:
            found[second] = bearers.get(first, [first])
    return found


def fit(short: tuple[str, ...], full: tuple[str, ...]) -> int:
    """How well a shorter name fits a full one: 4 by its end and start, 3 by its end, 2 by its start, 0 not.

    >>> fit(("ortega",), ("lucia", "ortega")), fit(("lucia",), ("lucia", "ortega")), fit(("ito",), ("lucia", "ortega"))
    (3, 2, 0)
    """
    if not short or not full:
        return 0
    a, b = [sound(w) for w in short], [sound(w) for w in full]
    if len(a) == 1:
        return 3 if a[0] == b[-1] else 2 if a[0] == b[0] else 1 if a[0] in b and len(a[0]) > 3 else 0
    if a[-1] == b[-1]:
        return 4 if _given_fits(a[0], b[0]) else 3 if a == b[-len(a) :] else 0
    if a == b[: len(a)]:
        return 2
    inner = any(a == b[i : i + len(a)] for i in range(len(b)))
    return 1 if inner or (len(a) == len(b) and sorted(a) == sorted(b)) else 0


def _given_fits(short: str, full: str) -> bool:
    """Equal, or one an initial of the other."""
    return short == full or (min(len(short), len(full)) == 1 and short[0] == full[0])


def _person_key(
    context: Context,
    stretch: Stretch,
    said: tuple[str, ...],
    bearers: dict[tuple[str, ...], list[tuple[str, ...]]],
    last_bearer: dict[str, object],
    referents: dict[object, Referent],
) -> object:
    """The full name that this one stands for: the only one, the one that its titles fit, or the last one named."""
    options = bearers.get(said, [said])
    if len(options) == 1 and _is_of_other_sex(context, stretch, options[0], referents):
        choice: object = ("person", (*said, "another"))
    elif len(options) == 1:
        choice = ("person", options[0])
    else:
        choice = _by_title(context, stretch, options, referents) or last_bearer.get(said[-1]) or ("person", options[0])
    last_bearer[said[-1]] = choice
    return choice


def _is_of_other_sex(
    context: Context, stretch: Stretch, full: tuple[str, ...], referents: dict[object, Referent]
) -> bool:
    """Whether "Mrs." stands before the surname of a man, so that his wife is meant and not he."""
    known = referents.get(("person", full))
    sexes = {read_title(context, *t).sex for t in stretch.titles} - {None}
    return known is not None and known.sex is not None and bool(sexes) and known.sex not in sexes


def _by_title(
    context: Context, stretch: Stretch, options: list[tuple[str, ...]], referents: dict[object, Referent]
) -> object | None:
    titles = [read_title(context, *t) for t in stretch.titles]
    offices = frozenset().union(*(t.offices for t in titles)) if titles else frozenset()
    sex = next((t.sex for t in titles if t.sex), None)
    fitting, possible = [], []
    for option in options:
        known = referents.get(("person", option))
        known_sex = known.sex if known is not None else sex_of_given_name(option[0])
        if sex and known_sex and sex != known_sex:
            continue
        possible.append(("person", option))
        if (sex and known_sex == sex) or (known is not None and offices & known.offices):
            fitting.append(("person", option))
    chosen = fitting if len(fitting) == 1 else possible
    return chosen[0] if len(chosen) == 1 else None


# --- places and bodies -----------------------------------------------------------------------------------------


def thing_key(context: Context, stretch: Stretch, acronyms: dict[str, str]) -> object:
    """What a place or body is known by in the article: a country's code, or its folded name."""
    text = context.written(stretch.first, stretch.last)
    state = state_of(text)
    if state and stretch.kind is EntityKind.PLACE:
        return ("state", state)
    if stretch.kind is EntityKind.ORGANIZATION and stretch.country and world.capital_country(text) == stretch.country:
        return ("state", stretch.country)
    usual = body_named(text)
    folded = fold_name(usual or text).removeprefix("the ")
    return (stretch.kind.value, acronyms.get(folded, folded))


def initials(text: str) -> str:
    """The first letters of a body's name, without the small words.

    >>> initials("International Atomic Energy Agency"), initials("Bank of the South")
    ('iaea', 'bs')
    """
    return "".join(w[0] for w in fold_name(text.replace("-", " ")).split() if w not in SMALL)


def _shortened(context: Context, bodies: list[Stretch]) -> dict[str, str]:
    """For each short name of a body the one longer name that it ends, or that goes on behind it with "of"."""
    texts = [context.written(s.first, s.last) for s in bodies]
    names = sorted({fold_name(t).removeprefix("the ") for t in texts if not world.seat_country(t)})
    longer: dict[str, set[str]] = defaultdict(set)
    for name in names:
        said = name.split()
        for i in range(1, len(said)):
            if said[i - 1] not in SMALL | {"to", "by", "from", "with"}:
                longer[" ".join(said[i:])].add(name)
            if said[i] in ("of", "for") or (i == 1 and said[-1].title() in FIRMS):
                longer[" ".join(said[:i])].add(name)
    found = {}
    for short in names:
        own = body_named(short.title()) or body_named(short.upper())
        if len(longer[short]) == 1 and not own and len(short) > 3:
            found[short] = next(iter(longer[short]))
    return {short: found.get(full, full) for short, full in found.items()}


def _acronyms(context: Context, bodies: list[Stretch]) -> dict[str, str]:
    """For each acronym the folded name of the one body whose initials it is, or that it follows in brackets."""
    by_initials: dict[str, set[str]] = defaultdict(set)
    texts = [(s, context.written(s.first, s.last)) for s in bodies]
    for _, text in texts:
        if len(initials(text)) > 1:
            by_initials[initials(text)].add(fold_name(text).removeprefix("the "))
    found: dict[str, str] = {}
    for stretch, text in texts:
        folded = fold_name(text)
        if " " in folded or (not text.isupper() and "." not in text):
            continue
        before = next((t for s, t in texts if s.last + 1 == stretch.first and context.text(s.last) == "("), None)
        names = by_initials.get(folded, set())
        if before is not None:
            found[folded] = fold_name(before).removeprefix("the ")
        elif len(names) == 1:
            found.setdefault(folded, next(iter(names)))
    return found
