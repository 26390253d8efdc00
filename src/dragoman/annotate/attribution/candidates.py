"""The statements that rules and model find, made one list.

Where both find a cue, quotations are as the rules give them and all else as the model reads it. What only the rules
find stays where it is a quotation, a plain move of negotiators (an offer, a refusal ...: the model has learnt from the
news of elections), or where the model does not find the cue unlikely; without a model all of it stays.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from dragoman.annotate.attribution.chains import quoted_by
from dragoman.annotate.attribution.draft import Draft
from dragoman.annotate.attribution.edged import mended
from dragoman.annotate.attribution.edges import within_quotation
from dragoman.annotate.attribution.heard import drafts_by_model
from dragoman.annotate.attribution.lexicon import verbs
from dragoman.annotate.attribution.matters import is_matter, with_whole_edge, without_occasion, without_source
from dragoman.annotate.attribution.page import Page, Range
from dragoman.annotate.attribution.rules import drafts_by_rule, is_told
from dragoman.annotate.attribution.sources import CITING
from dragoman.model.statement import Act

PLAINLY = 80  # share of a clause at which a verb inside another's words is a report of its own
LISTED = 2  # tokens (a comma, an "and") between two parts of one source
SAME = 0.5  # share of their words in common at which two contents are one
DOUBTED = 0.1  # chance of a cue below which the model overrules a rule

PLAIN = frozenset((Act.OFFER, Act.ACCEPT, Act.REFUSE, Act.THREATEN, Act.PROMISE, Act.DEMAND, Act.DENY))


def drafts_of(page: Page) -> list[Draft]:
    """All statements of an article, in order of their cues."""
    found = [with_edges(page, made) for made in both(page)]
    spoken = {end: (start, made.head) for made in found if made.quotes for start, end in made.content}
    found = [made if made.quotes else without_others(page, made, spoken) for made in found]
    return once_each(page, [made for made in found if is_matter(page, made)])


def once_each(page: Page, drafts: list[Draft]) -> list[Draft]:
    """The drafts; of two that tell mostly the same words the one whose cue is surer.

    Both stay where one stands inside the other, cites the other, or is a plain move of negotiators.
    """
    chances = cue_chances(page)
    words = [{index for part in made.content for index in page.tokens_in(*part)} for made in drafts]
    surest = [max((chances.get(index, 0.0) for index in range(*made.cue)), default=0.0) for made in drafts]
    kept: list[int] = []
    told: defaultdict[int, list[int]] = defaultdict(list)  # by token, those kept that tell it
    for at in sorted(range(len(drafts)), key=lambda at: -surest[at]):
        near = sorted({k for index in words[at] for k in told[index]})
        apart = [k for k in near if drafts[at].head not in words[k] and drafts[k].head not in words[at]]
        same = any(len(words[at] & words[k]) > SAME * len(words[at] | words[k]) for k in apart)
        if drafts[at].via or drafts[at].act in PLAIN or not same:
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
    return replace(made, content=tuple(parts)) if parts else made


def with_edges(page: Page, made: Draft) -> Draft:
    """The draft with its source a whole noun phrase, and a content that does not end in the middle of one."""
    source = made.source if made.source is None else mended(page, made.source, made.cue)
    if made.quotes:
        return replace(made, source=source)
    whole = [with_whole_edge(page, without_occasion(page, made, part)) for part in made.content]
    parts = [part for part in (without_source(page, part, source) for part in whole) if part is not None]
    return replace(made, source=source, content=tuple(parts) or made.content)


def both(page: Page) -> list[Draft]:
    """What rules and model find."""
    ruled, heard = drafts_by_rule(page), [made for made in drafts_by_model(page) if is_told(page, made)]
    if not page.trees.reading.cues:
        return ruled
    chances = cue_chances(page)
    by_token = {index: made for made in heard for index in range(*made.cue)}
    taken: set[Draft] = set()
    found: list[Draft] = []
    for made in ruled:
        read = next((by_token[index] for index in range(*made.cue) if index in by_token), None)
        if made.via:
            taken.update(by_token[index] for index in range(*made.cue) if index in by_token)
            found.append(made)
        elif read is not None and page.tokens[made.head].tag == "ADV" and read.head != made.head:
            found.append(made)
        elif read is None:
            sure = made.quotes or made.act in PLAIN or chances.get(made.head, 0.0) >= DOUBTED
            if sure or is_inner(page, made, heard):
                found.append(made)
        elif read not in taken:
            taken.add(read)
            found.append(merged(page, made, read))
    found += [made for made in heard if made not in taken]
    return sorted(found, key=lambda made: (made.head, made.content))


def is_inner(page: Page, made: Draft, heard: list[Draft]) -> bool:
    """Whether somebody is plainly told to have spoken ("said that Ito had told her that ..."), unheard by the model."""
    verb, place = verbs().get(page.tokens[made.head].lemma), page.tokens[made.head].start
    clause = page.trees.child(made.head, "ccomp")
    if verb is None or clause is None or clause < made.head or verb.shares.get("clause", 0) < PLAINLY:
        return False
    return any(start <= place < end for other in heard for start, end in other.content)


def cue_chances(page: Page) -> dict[int, float]:
    """How likely each token stands in a cue."""
    found: dict[int, float] = {}
    for scores in page.trees.reading.cues:
        found[scores.first] = max(scores.score, found.get(scores.first, 0.0))
        for token, chance in scores.cue:
            found[token] = max(min(chance, scores.score), found.get(token, 0.0))
    return found


def merged(page: Page, ruled: Draft, read: Draft) -> Draft:
    """One statement of two readings of the same cue."""
    content = (
        ruled.content if keeps_content(page, ruled) else tuple(within_quotation(page, read.head, list(read.content)))
    )
    source = ruled.source if quoted_by(page, ruled) else whole(page, ruled.source, read.source)
    return replace(ruled, cue=read.cue, source=source, content=content or ruled.content, score=read.score)


def keeps_content(page: Page, ruled: Draft) -> bool:
    """Whether the rules know better what was said: quotations, hearsay, and what stands behind ", citing ..."."""
    citing = any(page.tokens[child].lemma in CITING for child in page.trees.children[ruled.head])
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
