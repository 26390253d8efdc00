"""Who speaks: the noun phrase that is the source of a cue.

Looks for the verb's subject, the agent of a passive, and, where the verb has none of its own, the subject of the verb
it depends on; where the tree gives none, the noun phrase that stands beside the cue. Gives tokens; who is meant is for
`link`.
"""

from __future__ import annotations

from dragoman.annotate.attribution.lexicon import source_words
from dragoman.annotate.attribution.page import MONTHS, WEEKDAYS, Page, Range

DEEP = 6  # verbs between a cue and the subject it borrows
INHERITED = ("xcomp", "conj", "advcl", "ccomp", "parataxis", "acl")
CITING = frozenset(("cite", "quote"))
NOMINAL = ("NOUN", "PROPN", "PRON", "NUM")
BEFORE_A_NOUN = ("det", "amod", "compound", "nmod", "nummod", "flat", "advmod", "case", "cc", "conj")
AFTER_A_NOUN = (
    "flat",
    "appos",
    "nmod",
    "acl",
    "conj",
    "amod",
    "compound",
    "nummod",
    "advmod",
    "case",
    "dep",
    "goeswith",
)
DAYS = frozenset((*WEEKDAYS, *MONTHS, "today", "yesterday", "night"))
BESIDE = 3  # tokens between a cue and a source that only stands beside it


def source_of(page: Page, verb: int) -> Range | None:
    """The source's whole noun phrase as tokens, or nothing where none is told."""
    head = subject(page, verb)
    if head is None or page.tokens[head].tag not in (*NOMINAL, "DET", "ADJ") or page.quoted[head] != page.quoted[verb]:
        head = None if is_passive(page, verb) else beside(page, verb)
    return None if head is None else noun_phrase(page, head, without=verb)


def subject(page: Page, verb: int, depth: int = 0) -> int | None:
    """The token that heads the source of a verb."""
    trees, token = page.trees, page.tokens[verb]
    if is_passive(page, verb):
        agent = trees.child(verb, "obl:agent")
        return _by(page, verb) if agent is None else agent
    own = trees.child(verb, "nsubj", "csubj")
    if own is not None:
        return own
    if depth >= DEEP or token.is_root:
        return None
    kind = token.relation.split(":")[0]
    if kind == "acl" and token.relation != "acl:relcl":
        return token.head
    if kind not in INHERITED:
        return None
    if kind == "xcomp":
        told = trees.child(token.head, "obj", "iobj")
        if told is not None and told < verb and page.tokens[token.head].lemma != "promise":
            return told
    if page.tokens[token.head].lemma in CITING and is_passive(page, token.head):
        return trees.child(token.head, "nsubj")  # "was quoted as saying": who is quoted speaks
    return subject(page, token.head, depth + 1)


def is_passive(page: Page, verb: int) -> bool:
    return page.trees.child(verb, "nsubj:pass", "aux:pass") is not None or is_participle(page, verb)


def is_participle(page: Page, verb: int) -> bool:
    """Whether a verb without subject and auxiliary tells what was done to somebody ("Asked whether ..., she said")."""
    token = page.tokens[verb]
    opens = token.relation == "advcl" and token.fine in ("VBN", "VBD") and token.head > verb
    return opens and page.trees.child(verb, "nsubj", "aux", "mark") is None


def _by(page: Page, verb: int) -> int | None:
    for child in page.trees.dependents[verb]:
        case = page.trees.child(child, "case")
        if child > verb and case is not None and page.tokens[case].text.lower() == "by":
            return child
    return None


def beside(page: Page, verb: int) -> int | None:
    """The head of the noun phrase right behind the cue ("said Ms Ito") or right before it."""
    first, last = page.sentence(verb)
    for index in range(verb + 1, min(last, verb + 1 + BESIDE)):
        token = page.tokens[index]
        if page.quoted[index] >= 0 or token.tag in ("PUNCT", "ADP", "SCONJ", "PART", "VERB"):
            break
        if token.tag in NOMINAL:
            return _top(page, index, verb)
    for index in range(verb - 1, max(first - 1, verb - 1 - BESIDE), -1):
        token = page.tokens[index]
        if page.quoted[index] >= 0 or token.tag in ("VERB", "SCONJ", "ADP"):
            return None
        if token.tag in NOMINAL:
            return _top(page, index, verb)
    return None


def _top(page: Page, index: int, verb: int) -> int:
    """The head of the phrase that a noun stands in, on the same side of the cue."""
    head = page.tokens[index].head
    while head != index and page.tokens[head].tag in NOMINAL and (head > verb) == (index > verb):
        if page.quoted[head] >= 0:
            break
        index, head = head, page.tokens[head].head
    return index


def noun_phrase(page: Page, head: int, *, without: int | None = None) -> Range:
    """The noun with what describes it, appositions included; relative clauses behind a comma are left out."""
    trees, tokens = page.trees, page.tokens
    first, last = head, head + 1
    for child in reversed(trees.dependents[head]):
        if child < head and tokens[child].relation.split(":")[0] in BEFORE_A_NOUN and trees.first[child] < first:
            first = trees.first[child]
    for child in trees.dependents[head]:
        relation = tokens[child].relation
        if child < head or relation.split(":")[0] not in AFTER_A_NOUN:
            continue
        if _set_off(page, child):
            continue
        last = max(last, trees.last[child])
    if without is not None and first <= without < last:
        first, last = (head, last) if without < head else (first, without)
    first = _with_title(page, *_whole_word(page, first))
    return _with_host(page, *shorn(page, first, last))


def _whole_word(page: Page, first: int) -> tuple[int, int]:
    """The first token moved to the beginning of its hyphened word ("co-host"), and where it stood."""
    start = first
    while start > 0 and page.tokens[start - 1].end == page.tokens[start].start and not _is_edge(page, start - 1):
        start -= 1
    return start, first


def _is_edge(page: Page, index: int) -> bool:
    return page.tokens[index].tag == "PUNCT" and page.tokens[index].text not in ("-", "–")


def _with_title(page: Page, first: int, _: int) -> int:
    """The first token moved over a title before a name ("opposition leader Ada Okello")."""
    if page.tokens[first].tag != "PROPN":
        return first
    low = page.sentence(first)[0]
    start = first
    while (
        start > low
        and page.tokens[start - 1].tag in ("NOUN", "ADJ", "PROPN")
        and page.quoted[start - 1] == page.quoted[first]
    ):
        if page.tokens[start - 1].text in DAYS or page.tokens[start - 1].relation.startswith(("obj", "iobj", "root")):
            return first
        start -= 1
    if start > low and page.tokens[start - 1].tag == "ADP" and page.tokens[start].tag == "NOUN" and start < first:
        return start if page.tokens[start].lemma in source_words().office.nouns else first
    determined = start > low and page.tokens[start - 1].tag in ("DET", "PRON") and page.tokens[start - 1].head >= start
    return start - 1 if determined and start < first else start


def _with_host(page: Page, first: int, last: int) -> Range:
    """The phrase with the name it only stands beside ("Ada Okello, a farmer and poet, said")."""
    if first < 2 or page.tokens[first].text.lower() not in ("a", "an", "the") or page.tokens[first - 1].text != ",":
        return first, last
    name = first - 2
    if page.tokens[name].tag != "PROPN" or page.quoted[name] != page.quoted[first] or name < page.sentence(first)[0]:
        return first, last
    while name > 0 and page.tokens[name - 1].tag == "PROPN":
        name -= 1
    if name > 0 and page.tokens[name - 1].tag == "ADP":
        return first, last
    return name, last


def _set_off(page: Page, child: int) -> bool:
    """Whether a clause or a circumstance stands behind a comma ("Ms Ito, who ...", "Ms Ito, in a letter")."""
    first = page.trees.first[child]
    comma = "," in (page.tokens[first].text, page.tokens[first - 1].text)
    relation = page.tokens[child].relation.split(":")[0]
    if relation == "nmod":
        case = page.trees.child(child, "case")
        return comma and case is not None and page.tokens[case].text.lower() not in ("of", "from", "for")
    return comma and relation == "acl"


def shorn(page: Page, first: int, last: int) -> Range:
    """The range without marks at its edges and without the preposition "by"."""
    tokens = page.tokens
    while first < last - 1 and (tokens[first].tag in ("PUNCT", "CCONJ") or tokens[first].text.lower() == "by"):
        first += 1
    while last > first + 1 and tokens[last - 1].tag == "PUNCT" and tokens[last - 1].text not in ")]":
        last -= 1
    return first, last
