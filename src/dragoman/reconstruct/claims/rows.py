"""The claims: what is told, in an article's own voice or by a voice it carries, and by which accounts.

A claim gathers the places of several articles that tell one thing, however worded: clauses that are alike, and
quotations that are one utterance. Whether accounts agree on it is for `contradict`, which hands its findings in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from dragoman.model.flow import Linked
from dragoman.model.identity import Ids
from dragoman.model.record import ArticleRow, ClaimRow
from dragoman.model.text import Article, Span
from dragoman.reconstruct.claims.alike import Both, both_of, candidates, groups_of
from dragoman.reconstruct.claims.corroborate import independent, standing
from dragoman.reconstruct.claims.drafts import Place, Told, support_row
from dragoman.reconstruct.claims.likeness import likely
from dragoman.reconstruct.claims.silence import silent
from dragoman.reconstruct.claims.tellings import Telling

SAME = 0.4  # how alike by rule two clauses must be to be one claim
LIKELY = 0.3  # or how likely, by annotators who do not write down all that is shared
LEAST = 1.5  # what each of two clauses must tell to be thought likely one
BEST = 0.6  # of the chance of the likeliest clause of that article for either of them
LIKELY_WHOLE = 0.15  # how likely two sentences must be to tell one thing
MOSTLY = 0.9  # of the longer of two wordings that must be shared for them to be one

Statements = Mapping[tuple[str, int], str]
Spans = Mapping[str, Sequence[Span]]


def told_alike(
    clauses: Sequence[Telling],
    both: dict[tuple[int, int], Both],
    scores: Mapping[tuple[int, int], float],
    whole: Sequence[Telling],
) -> tuple[list[list[Telling]], list[list[Telling]]]:
    """Clauses, and sentences, of a story in groups that tell one thing; what one article alone tells is in none.

    `both` is what every two clauses that may be one both tell, `scores` how alike they are by rule: what is very much
    alike is one claim, however likely.
    """
    chances = likely(clauses, both)
    best = likeliest(clauses, chances)
    one = {
        (i, j): p
        for (i, j), p in chances.items()
        if scores.get((i, j), 0.0) >= SAME
        or (
            p >= LIKELY
            and min(clauses[i].total, clauses[j].total) >= LEAST
            and p >= BEST * max(best[i, clauses[j].article], best[j, clauses[i].article])
        )
    }
    wholes = likely(whole, both_of(whole, candidates(whole)), "sentences")
    return groups_of(clauses, one), groups_of(whole, {pair: p for pair, p in wholes.items() if p >= LIKELY_WHOLE})


def likeliest(clauses: Sequence[Telling], chances: Mapping[tuple[int, int], float]) -> Mapping[tuple[int, str], float]:
    """The chance of the likeliest clause of each other article for each clause, by its place."""
    best: defaultdict[tuple[int, str], float] = defaultdict(float)
    for (i, j), chance in chances.items():
        for here, there in ((i, j), (j, i)):
            key = (here, clauses[there].article)
            best[key] = max(best[key], chance)
    return best


def place_of(telling: Telling, statements: Statements) -> Place:
    inside = telling.statement
    return Place(telling.span, statements.get((telling.article, inside), "") if inside is not None else "")


def claims_of(alike: Sequence[Told], parts: Sequence[Told], linked: Linked, statements: Statements) -> list[Told]:
    """What is told more than once: the parts, quotations that are one utterance, and clauses that are alike."""
    return merged([*parts, *quoted(linked, statements), *alike])


def told_by(group: Sequence[Telling], statements: Statements) -> Told:
    """One claim of tellings that are alike; those of the rarer polarity deny it."""
    says = [t for t in group if t.negated == (2 * sum(t.negated for t in group) > len(group))]
    return Told(text=place_of(clearest(says), statements), places=tuple(place_of(t, statements) for t in says))


def clearest(group: Sequence[Telling]) -> Telling:
    """The telling with a subject of its own that tells most of what all of them tell, in the fewest other words."""
    common: defaultdict[str, int] = defaultdict(int)
    for telling in group:
        for key in telling.keys:
            common[key] += 1

    def clear(telling: Telling) -> tuple[bool, float, str, int]:
        shared = sum(w for key, w in telling.keys.items() if common[key] > 1)
        alone = sum(w for key, w in telling.keys.items() if common[key] == 1)
        return (not telling.subject, 0.3 * alone - shared, telling.article, telling.span.start)

    return min(group, key=clear)


def quoted(linked: Linked, statements: Statements) -> Iterator[Told]:
    """What somebody said that several articles quote: each content, or the part that is quoted."""
    groups: defaultdict[str, list[Place]] = defaultdict(list)
    by_id = {annotated.article.id: annotated for annotated in linked.articles}
    for (article, number), wording in sorted(linked.wordings.items()):
        for span in by_id[article].statements[number].content[:1]:
            groups[wording].append(Place(span, statements.get((article, number), "")))
    for _, places in sorted(groups.items()):
        yield Told(text=min(places, key=lambda p: (len(p.span), p)), places=tuple(places))


def merged(claims: Sequence[Told]) -> list[Told]:
    """Claims of the same articles whose places are mostly the same are one; the first of them counts."""
    kept: list[tuple[Told, Spans]] = []
    near: defaultdict[str, set[int]] = defaultdict(set)
    for claim in claims:
        articles = {p.span.article for p in claim.places}
        here = {claim.text.span.article, *articles}
        if len(articles) > 1 and not any(within(claim, *kept[n]) for n in set().union(*(near[a] for a in here))):
            for article in here:
                near[article].add(len(kept))
            kept.append((claim, spans_of(claim)))
    return [claim for claim, _ in kept]


def spans_of(claim: Told) -> Spans:
    """The places of a claim, by their articles."""
    found: defaultdict[str, list[Span]] = defaultdict(list)
    for place in claim.places:
        found[place.span.article].append(place.span)
    return found


def within(claim: Told, other: Told, spans: Spans) -> bool:
    """Whether the places of a claim lie in those of another, its `spans`, or both have one wording."""
    one, text = claim.text.span, other.text.span
    if one.overlaps(text) and min(one.end, text.end) - max(one.start, text.start) >= MOSTLY * max(len(one), len(text)):
        return True
    apart = 0
    for place in claim.places:
        if not any(place.span.overlaps(span) for span in spans.get(place.span.article, ())):
            apart += 1
            if apart > 0.25 * len(claim.places):
                return False
    return True


def claim_rows(
    told: Sequence[Told], linked: Linked, rows: Sequence[ArticleRow], articles: Mapping[str, Article]
) -> tuple[ClaimRow, ...]:
    """One row for each claim, those that most accounts carry first, then in the order of the articles' paths."""
    by_id = {row.id: row for row in rows}
    stories = {article: story for story in linked.stories for article in story}
    ids = Ids()
    made = [claim_row(ids, claim, by_id, articles, stories) for claim in sorted(told, key=lambda c: c.text)]
    return tuple(sorted(made, key=lambda row: (-row.independent, by_id[row.support[0].article].path, row.id)))


def claim_row(
    ids: Ids,
    claim: Told,
    by_id: Mapping[str, ArticleRow],
    articles: Mapping[str, Article],
    stories: Mapping[str, Sequence[str]],
) -> ClaimRow:
    stances = dict.fromkeys(claim.places, "says")
    stances |= dict.fromkeys(claim.differs, "differs") | dict.fromkeys(claim.denies, "denies")
    ordered = sorted(stances, key=lambda place: (articles[place.span.article].path, place))
    says = {place.span.article for place in ordered if stances[place] == "says"}
    carried = independent(says, by_id)
    return ClaimRow(
        id=ids.new("cl", *(str(place.span) for place in ordered)),
        text=words_at(claim.text.span, articles),
        support=tuple(support_row(place, articles, stances[place]) for place in ordered),
        independent=carried,
        silent=silent({place.span.article for place in ordered}, stories),
        standing=standing(carried, contested=bool(claim.differs or claim.denies)),
    )


def words_at(span: Span, articles: Mapping[str, Article]) -> str:
    return articles[span.article].quote(span)
