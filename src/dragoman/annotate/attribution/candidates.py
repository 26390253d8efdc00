"""The statements that rules and model find, made one list.

Where both find a cue, quotations are as the rules give them and all else as the model reads it. Of the edges that a
content may have the likeliest are taken (`variants`), and what is not believed (`belief`) is left out: a mere thing
that is offered or seen, a cue that neither rules nor model are sure of. Plain moves of negotiators (an offer, a
refusal ... to do something) need less: the model has learnt from the news of elections.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from dragoman.annotate.attribution.belief import belief, fit, least
from dragoman.annotate.attribution.chains import quoted_by
from dragoman.annotate.attribution.draft import Draft
from dragoman.annotate.attribution.edged import mended
from dragoman.annotate.attribution.edges import within_quotation
from dragoman.annotate.attribution.figures import is_figure
from dragoman.annotate.attribution.heard import drafts_by_model
from dragoman.annotate.attribution.lexicon import channel_file
from dragoman.annotate.attribution.matters import is_matter, with_whole_edge, without_occasion, without_source
from dragoman.annotate.attribution.page import Page, Range
from dragoman.annotate.attribution.readings import Read
from dragoman.annotate.attribution.rules import drafts_by_rule, is_told
from dragoman.annotate.attribution.signs import edge_signs, shape_of, signs
from dragoman.annotate.attribution.sources import CITING
from dragoman.annotate.attribution.variants import variants
from dragoman.model.statement import Act

LISTED = 2  # tokens (a comma, an "and") between two parts of one source
SAME = 0.5  # share of their words in common at which two contents are one

GENITIVE = "s'’"
PLAIN = frozenset((Act.OFFER, Act.ACCEPT, Act.REFUSE, Act.THREATEN, Act.PROMISE, Act.DEMAND, Act.DENY))


def drafts_of(page: Page) -> list[Draft]:
    """All statements of an article, in order of their cues."""
    read = Read.of(page)
    chosen = [best(page, edged, read) for edged in possible(page)]
    judged = [(1.0 if is_plain(page, made) else belief(signs(page, made, read)), made) for made in chosen]
    return once_each(page, [(sure, made) for sure, made in judged if sure >= mark(page, made)])


def mark(page: Page, made: Draft) -> float:
    """The belief that a draft needs: a plain move of negotiators to do something needs half of what others do."""
    words = [index for part in made.content for index in page.tokens_in(*part)]
    is_move = made.act in PLAIN and shape_of(page, made, words) in ("infinitive", "clause")
    return least() / 2 if is_move else least()


def is_plain(page: Page, made: Draft) -> bool:
    """Whether there is no doubt: marks alone report ("OKELLO: ..."), a figure is given, or it is "their demand for"."""
    head = page.tokens[made.head]
    if head.tag == "NOUN" and made.act in PLAIN and made.source is not None:
        return made.source[1] == made.head and page.text[page.tokens[made.head - 1].end - 1] in GENITIVE
    return (made.quotes and head.tag == "PUNCT") or is_figure(page, made)


def best(page: Page, edged: list[Draft], read: Read) -> Draft:
    """Of drafts that differ in edges the one with the likeliest."""
    if len(edged) == 1:
        return edged[0]
    return max(edged, key=lambda made: fit(edge_signs(page, made, read)))


def possible(page: Page) -> list[list[Draft]]:
    """Whatever may be a statement, in order of the cues; each with the other edges that its content may have."""
    found = [with_edges(page, made) for made in both(page)]
    spoken = {end: (start, made.head) for made in found if made.quotes for start, end in made.content}
    found = [made if made.quotes else without_others(page, made, spoken) for made in found]
    return [[made, *others(page, made)] for made in found if is_matter(page, made)]


def others(page: Page, made: Draft) -> list[Draft]:
    """The draft with other edges of its content that do not take in where it was said."""
    return [
        other for other in variants(page, made) if without_occasion(page, other, other.content[-1]) == other.content[-1]
    ]


def once_each(page: Page, judged: list[tuple[float, Draft]]) -> list[Draft]:
    """The drafts; of two that tell mostly the same words the one that is believed more.

    Both stay where one stands inside the other, cites the other, or is a plain move of negotiators.
    """
    drafts = [made for _, made in judged]
    words = [{index for part in made.content for index in page.tokens_in(*part)} for made in drafts]
    kept: list[int] = []
    told: defaultdict[int, list[int]] = defaultdict(list)  # by token, those kept that tell it
    for at in sorted(range(len(drafts)), key=lambda at: -judged[at][0]):
        near = sorted({k for index in words[at] for k in told[index]})
        apart = [k for k in near if drafts[at].head not in words[k] and drafts[k].head not in words[at]]
        same = any(len(words[at] & words[k]) > SAME * len(words[at] | words[k]) for k in apart)
        if drafts[at].via or not same:
            kept.append(at)
            for index in words[at]:
                told[index].append(at)
    return [drafts[at] for at in sorted(kept)]


def without_others(page: Page, made: Draft, spoken: dict[int, Range]) -> Draft:
    """The draft without a quotation at its end that stands beside another cue, outside of what this one reports.

    `spoken` gives for the end of a quotation its start and the head of its cue.
    """
    parts: list[Range] = []
    for start, end in made.content:
        first, head = next((spoken[at] for at in (end, end - 1, end - 2) if at in spoken), (end, made.head))
        if head != made.head and start <= first and not start <= page.tokens[head].start < end:
            end = first
        part = page.trimmed(start, end)
        if part is not None:
            parts.append(part)
    return replace(made, content=tuple(parts)) if parts and tuple(parts) != made.content else made


def with_edges(page: Page, made: Draft) -> Draft:
    """The draft with its source a whole noun phrase, and a content that does not end in the middle of one."""
    source = made.source if made.source is None else with_reason(page, mended(page, made.source, made.cue))
    if made.quotes:
        return replace(made, source=source)
    whole = [with_whole_edge(page, without_occasion(page, made, part)) for part in made.content]
    parts = [part for part in (without_source(page, part, source) for part in whole) if part is not None]
    return replace(made, source=source, content=tuple(parts) or made.content)


def with_reason(page: Page, source: Range) -> Range:
    """The source with what tells why it is not named ("an official, who asked not to be identified")."""
    found = channel_file().transcript.withheld.match(page.text, page.tokens[source[1] - 1].end)
    if found is None or page.quoted[source[1] - 1] >= 0:
        return source
    return source[0], page.tokens_in(page.tokens[source[0]].start, found.end()).stop


def both(page: Page) -> list[Draft]:
    """What rules and model find."""
    ruled, heard = drafts_by_rule(page), [made for made in drafts_by_model(page) if is_told(page, made)]
    if not page.trees.reading.cues:
        return ruled
    by_token = {index: made for made in heard for index in range(*made.cue)}
    taken: set[Draft] = set()
    found: list[Draft] = []
    for made in ruled:
        read = next((by_token[index] for index in range(*made.cue) if index in by_token), None)
        if made.via:
            taken.update(by_token[index] for index in range(*made.cue) if index in by_token)
            found.append(made)
        elif read is None or (page.tokens[made.head].tag == "ADV" and read.head != made.head):
            found.append(made)
        elif read not in taken:
            taken.add(read)
            found.append(merged(page, made, read))
    found += [made for made in heard if made not in taken]
    return sorted(found, key=lambda made: (made.head, made.content))


def merged(page: Page, ruled: Draft, read: Draft) -> Draft:
    """One statement of two readings of the same cue; of a colon before a quotation the rules know all."""
    if ruled.quotes and page.tokens[ruled.head].tag == "PUNCT":
        return ruled
    content = (
        ruled.content if keeps_content(page, ruled) else tuple(within_quotation(page, read.head, list(read.content)))
    )
    source = ruled.source if quoted_by(page, ruled) else whole(page, ruled.source, read.source)
    return replace(ruled, cue=read.cue, source=source, content=content or ruled.content, score=read.score)


def keeps_content(page: Page, ruled: Draft) -> bool:
    """Whether the rules know better what was said: quotations, hearsay, and what stands behind ", citing ..."."""
    citing = any(page.tokens[child].lemma in CITING for child in page.trees.dependents[ruled.head])
    return ruled.quotes or ruled.firm or page.tokens[ruled.head].tag == "ADV" or citing


def whole(page: Page, ruled: Range | None, read: Range | None) -> Range | None:
    """The source as the model reads it, or the whole noun phrase of which the model reads a part."""
    if ruled is None or read is None:
        return read or ruled
    first, second = sorted((ruled, read))
    between = page.tokens[first[1] : second[0]]
    if 0 < len(between) <= LISTED and all(token.text in (",", "and", "or") for token in between):
        return first[0], second[1]
    return ruled if ruled[0] <= read[0] and read[1] <= ruled[1] else read
