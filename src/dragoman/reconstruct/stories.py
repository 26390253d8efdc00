"""The stories as rows, each named by whom and what most of its articles tell of. Decides no story: `link` does."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from dragoman.model.flow import Annotated, Linked
from dragoman.model.identity import Ids
from dragoman.model.mention import EntityKind
from dragoman.model.rarity import rarity
from dragoman.model.record import EntityRow, StoryRow

NAMES, WORDS = 3, 2
TELLING = (EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.PLACE)


def story_rows(linked: Linked, entities: Sequence[EntityRow]) -> tuple[StoryRow, ...]:
    """One row for each story; the one with most articles first, then in the order of their paths."""
    by_id = {annotated.article.id: annotated for annotated in linked.articles}
    named = named_in(entities)
    ids = Ids()
    rows = []
    for story in linked.stories:
        told = sorted((by_id[article] for article in story), key=lambda a: (a.article.path, a.article.id))
        articles = tuple(annotated.article.id for annotated in told)
        places = sorted(set().union(*(named[article] for article in story)))
        label = label_of(told, [entities[place] for place in places])
        rows.append(StoryRow(id=ids.new("sy", *sorted(story)), label=label, articles=articles))
    order = {a: i for i, a in enumerate(sorted(by_id, key=lambda a: (by_id[a].article.path, a)))}
    return tuple(sorted(rows, key=lambda row: (-len(row.articles), order[row.articles[0]])))


def story_of(linked: Linked) -> Mapping[str, int]:
    """For each article the number of its story."""
    return {article: number for number, story in enumerate(linked.stories) for article in story}


def named_in(entities: Sequence[EntityRow]) -> Mapping[str, set[int]]:
    """For each article the places of the entities that it mentions."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for place, entity in enumerate(entities):
        for mention in entity.mentions:
            found[mention.article].add(place)
    return found


def label_of(told: Sequence[Annotated], entities: Sequence[EntityRow]) -> str:
    """The names and words that most of its articles share; the title of an article that stands alone.

    `entities` are those whom its articles mention.
    """
    if len(told) == 1:
        return told[0].article.title or opening(told[0])
    here = {annotated.article.id for annotated in told}
    names: dict[str, float] = {e.name: n for e in entities if e.kind in TELLING and (n := spread(e, here)) > 1}
    words = Counter(word for annotated in told for word in nouns(annotated))
    named = [name for name, _ in ranked(names)[:NAMES]]
    said = [w for w, n in ranked({w: n * rarity(w) for w, n in words.items() if n > 1})][:WORDS]
    return ": ".join(part for part in (", ".join(named), ", ".join(said)) if part) or opening(told[0])


def spread(entity: EntityRow, articles: set[str]) -> float:
    """In how many of the articles somebody is named; of equals the one mentioned more often."""
    own = [mention.article for mention in entity.mentions if mention.article in articles]
    return len(set(own)) + len(own) / 1_000 if len(set(own)) > 1 else 0


def nouns(annotated: Annotated) -> set[str]:
    return {t.lemma for t in annotated.reading.tokens if t.tag == "NOUN" and t.lemma.isalpha() and len(t.lemma) > 3}


def ranked(counts: Mapping[str, float]) -> list[tuple[str, float]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def opening(annotated: Annotated) -> str:
    """The first words of an article that has no title."""
    article = annotated.article
    first = article.quote(article.paragraphs[0]) if article.paragraphs else article.label
    return " ".join(first.split()[:10])
