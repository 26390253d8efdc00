"""Where and to whom it was said: "told Sky News", "wrote on X", "in a statement", "told reporters"; the addressee.

Reads the words of the cue's own clause, without source and content. A name behind "told" or "an interview with" is an
outlet where the tables know it or where it names a body; a place or a person that is told something is an addressee.
"""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.annotate.attribution.draft import Draft
from dragoman.annotate.attribution.interviews import own_outlet
from dragoman.annotate.attribution.kinds import is_outlet
from dragoman.annotate.attribution.lexicon import channel_file, media_file, platforms, source_words
from dragoman.annotate.attribution.page import WEEKDAYS, Page, Range
from dragoman.model.reading import NameKind

TOLD = frozenset(("tell", "assure", "inform", "brief", "remind", "warn", "ask", "urge", "answer", "advise", "notify"))
TO = frozenset(
    (
        "say",
        "write",
        "speak",
        "talk",
        "announce",
        "confirm",
        "explain",
        "address",
        "complain",
        "suggest",
        "propose",
        "offer",
    )
)
CLOSE = 12  # words before and behind a cue that may tell of its channel
TIMES = frozenset((*WEEKDAYS, "today", "yesterday", "earlier", "later"))
LEADING = ("DET", "PRON")
LEADING_ON = ("on", "to", "via", "his", "her", "its", "their", "in")  # to a platform


def clause_words(page: Page, draft: Draft) -> list[int]:
    """The tokens of the cue's sentence that are neither source nor content, near the cue."""
    first, last = page.sentence(draft.head)
    begun = draft.cue[0] if draft.source is None else min(draft.source[0], draft.cue[0])
    within = range(max(first, begun - CLOSE), min(last, draft.cue[1] + 2 * CLOSE))
    taken = {*range(*(draft.source or (0, 0))), *(i for part in draft.content for i in page.tokens_in(*part))}
    return [i for i in within if i not in taken and page.quoted[i] < 0]


def channel_of(page: Page, draft: Draft, others: Iterable[int] = ()) -> str | None:
    """The channel in the words of the text, a platform by its own name; `others` are the heads of other cues."""
    words = _until_another(draft, clause_words(page, draft), set(others))
    found = _platform(page, words) or _told(page, draft, words) or _occasion(page, words) or _reached(page, draft)
    if found is not None:
        return found
    verb = channel_file().verbs.get(page.tokens[draft.head].lemma)
    renamed = media_file().renamed.get(verb or "")
    day = page.article.published
    return renamed.was if renamed is not None and day is not None and day < renamed.since else verb


def _reached(page: Page, draft: Draft) -> str | None:
    """What a source was reached by ("a resident reached by telephone")."""
    for index in range(*(draft.source or (0, 0))):
        if page.tokens[index].text.lower() in channel_file().occasion.reached and page.tokens[index - 1].text == "by":
            return page.tokens[index].text.lower()
    return None


def _until_another(draft: Draft, words: list[int], others: set[int]) -> list[int]:
    """The words between the cue before and the cue behind."""
    before = max((i for i in others if i < draft.head), default=-1)
    behind = min((i for i in others if i > draft.head), default=len(words) + max(words, default=0) + 1)
    return [i for i in words if before < i < behind]


def _platform(page: Page, words: list[int]) -> str | None:
    known = platforms()
    for index in words:
        if not index or page.tokens[index - 1].text.lower() not in LEADING_ON:
            continue
        for size in (2, 1):
            text = " ".join(token.text for token in page.tokens[index : index + size]).removesuffix(".")
            if text in known:
                return known[text]
    return None


def _told(page: Page, draft: Draft, words: list[int]) -> str | None:
    """Whom the cue tells it, where that is an outlet or the press."""
    told = _told_phrase(page, draft, words)
    if told is None:
        return None
    own = own_outlet(page, draft, told)
    if own is not None:
        return own
    text = _bare(page, told)
    common = next((page.tokens[i].text for i in reversed(range(*told)) if page.tokens[i].text.islower()), "")
    if {common, common.removesuffix("s")} & channel_file().audience.nouns:
        return text
    names = [name for name in page.names_from(told[0]) if name.first < told[1]]
    if any(is_outlet(" ".join(t.text for t in page.tokens[n.first : n.last])) for n in names) or is_outlet(text):
        return text
    body = any(name.kind is NameKind.ORGANIZATION for name in names)
    return text if body and page.tokens[told[1] - 1].lemma not in source_words().organization.nouns else None


def _told_phrase(page: Page, draft: Draft, words: list[int]) -> Range | None:
    """The noun phrase that follows "told", "said to", "an interview with"."""
    lemma = page.tokens[draft.head].lemma
    for place, index in enumerate(words):
        token = page.tokens[index]
        starts = lemma in TOLD and index == draft.head + 1 and token.tag not in ("ADP", "SCONJ", "PUNCT", "ADV", "PART")
        behind = place > 0 and page.tokens[words[place - 1]].text.lower() in ("to", "with")
        asked = (
            behind
            and place > 1
            and page.tokens[words[place - 2]].lemma
            in ("interview", "conversation", "talk", "speak", "remark", "comment")
        )
        to = (
            behind and lemma in (*TO, *TOLD) and index == draft.head + 2 and page.tokens[index - 1].text.lower() == "to"
        )
        if starts or asked or to:
            return _phrase_from(page, index, words)
    return None


def _phrase_from(page: Page, first: int, words: list[int]) -> Range | None:
    last = first
    allowed = set(words)
    while last in allowed and _in_phrase(page, first, last):
        last += 1
    return (first, last) if last > first else None


def _in_phrase(page: Page, first: int, index: int) -> bool:
    """Whether a token may go on with a noun phrase begun before it ("a televised address")."""
    token = page.tokens[index]
    if token.lemma in TIMES or (token.tag == "PRON" and index > first):
        return False
    if token.tag == "VERB":
        following = page.tokens[index + 1].tag if index + 1 < len(page.tokens) else ""
        return index > first and page.tokens[index - 1].tag in ("DET", "ADJ") and following in ("NOUN", "PROPN")
    joint = token.text in ("-", "–") and index > first and page.tokens[index - 1].end == token.start
    return joint or token.tag in ("DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "PART")


def _occasion(page: Page, words: list[int]) -> str | None:
    """ "in a joint statement": the noun with what stands between it and its preposition."""
    lexicon = channel_file().occasion
    for place, index in enumerate(words):
        if page.tokens[index].text.lower() not in lexicon.prepositions:
            continue
        phrase = _phrase_from(page, index + 1, words[place:])
        if phrase is None:
            continue
        lemmas = {page.tokens[i].lemma.lower() for i in range(*phrase)} | set(_bare(page, phrase).lower().split())
        if lemmas & lexicon.nouns or lemmas & lexicon.places:
            return _bare(page, _with_partner(page, phrase, words[place:]))
        if page.tokens[index].text.lower() in ("on", "in") and is_outlet(_bare(page, phrase)):
            return _bare(page, phrase)
    return None


def _with_partner(page: Page, phrase: Range, words: list[int]) -> Range:
    """The phrase with whom or where it was: "an interview with Radio Lagos", "a statement to the press"."""
    last = phrase[1]
    if last not in words or page.tokens[last].text.lower() not in ("with", "to", "at", "of"):
        return phrase
    partner = _phrase_from(page, last + 1, words)
    return phrase if partner is None else (phrase[0], partner[1])


def _bare(page: Page, phrase: Range) -> str:
    """The words of a phrase without its article."""
    first, last = phrase
    while first < last - 1 and page.tokens[first].tag in LEADING:
        first += 1
    start, end = page.chars(first, last)
    return " ".join(page.text[start:end].split())


def addressee_of(page: Page, draft: Draft) -> Range | None:
    """The noun phrase of whoever is spoken to, where that is neither an outlet nor the press."""
    words = clause_words(page, draft)
    told = _told_phrase(page, draft, words)
    return None if told is None or _told(page, draft, words) is not None else told
