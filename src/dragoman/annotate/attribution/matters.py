"""Whether a content is something that can be said, and where its edges are.

"Met the minister", "named a day" and "left on Thursday" report nothing, though their verbs may: somebody, a place or
a day alone is no matter of speech, and neither is "to comment". A content does not end with a preposition whose noun
stands right behind it. Knows no cues.
"""

from __future__ import annotations

from dragoman.annotate.attribution.draft import Draft
from dragoman.annotate.attribution.kinds import head_of
from dragoman.annotate.attribution.lexicon import channel_file, source_words
from dragoman.annotate.attribution.page import Page, Range
from dragoman.annotate.attribution.polarity import WITHHELD
from dragoman.model.reading import NameKind
from dragoman.model.statement import Act

ALONE = frozenset((NameKind.PERSON, NameKind.ORGANIZATION, NameKind.PLACE, NameKind.NORP, NameKind.DATE, NameKind.TIME))
TO_SPEAK = frozenset(
    ("comment", "answer", "respond", "reply", "elaborate", "speak", "talk", "say", "discuss", "explain")
)
NOT_OF_A_NAME = ("VERB", "AUX", "SCONJ")
HANGING = ("ADP", "DET", "CCONJ", "SCONJ", "PART", "AUX")
LONGEST = 3  # tokens of an answer that is withheld ("to comment further")
HELD = frozenset(
    ("address", "briefing", "broadcast", "call", "ceremony", "conference", "interview", "letter", "message", "post",
     "rally", "release", "sermon", "speech", "statement", "tweet", "video")
)  # fmt: skip
REACH = 12  # tokens that a phrase cut in the middle may go on for


def is_matter(page: Page, made: Draft) -> bool:
    """Whether the content of a draft is more than somebody, a day, or an answer withheld."""
    if made.quotes or len(made.content) > 1:
        return True
    if made.content[0][0] > page.tokens[made.head].start and hides_name(page, page.tokens[made.head].end):
        return False
    words = page.tokens_in(*made.content[0])
    if not len(words) or any(page.quoted[index] >= 0 for index in words):
        return True
    phrase = (words.start, words.stop)
    return not (is_withheld(page, made, phrase) or (made.act is not Act.OTHER and is_somebody(page, phrase)))


def hides_name(page: Page, start: int) -> bool:
    """Whether what follows is only that a source is not named ("asked not to be identified")."""
    return channel_file().transcript.unnamed.match(page.text, start) is not None


def is_withheld(page: Page, made: Draft, phrase: Range) -> bool:
    """Whether somebody only declines to speak ("declined to comment")."""
    if page.tokens[made.head].lemma not in WITHHELD:
        return False
    spoken = [index for index in range(*phrase) if page.tokens[index].tag == "VERB" or page.tokens[index].fine == "VB"]
    return bool(spoken) and page.tokens[spoken[0]].lemma in TO_SPEAK and phrase[1] - phrase[0] <= LONGEST


def is_somebody(page: Page, phrase: Range) -> bool:
    """Whether a phrase is a person, by name or by calling, or a day, and nothing else."""
    first, last = phrase
    head = head_of(page, phrase)
    if any(page.tokens[index].tag in NOT_OF_A_NAME or not page.trees.under(index, head) for index in range(*phrase)):
        return False
    if page.tokens[first].text.lower() == "as":
        return False
    names = [name for name in page.names_from(first) if name.first < last]
    if any(name.kind in ALONE and name.first <= head < name.last for name in names):
        return True
    words = source_words()
    return page.tokens[head].lemma in words.person.nouns | words.office.nouns


def without_occasion(page: Page, made: Draft, part: Range) -> Range:
    """What is announced or rejected, without where and when that was done ("the withdrawal | at a news conference")."""
    words = page.tokens_in(*part)
    if not len(words) or words.start < made.head or page.tokens[head_of(page, (words.start, words.stop))].tag != "NOUN":
        return part
    for index in words[1:]:
        if page.tokens[index].text.lower() in channel_file().occasion.prepositions and _is_occasion(page, index):
            cut = page.trimmed(part[0], page.tokens[index - 1].end)
            return part if cut is None or page.quoted[index] >= 0 else cut
    return part


def _is_occasion(page: Page, preposition: int) -> bool:
    """Whether a preposition leads to a speech, a broadcast, a news conference."""
    noun = page.tokens[preposition].head
    occasion = channel_file().occasion
    return noun > preposition and page.tokens[noun].lemma.lower() in occasion.nouns & HELD | occasion.places


def without_source(page: Page, part: Range, source: Range | None) -> Range | None:
    """The stretch, cut where it runs into its own source."""
    if source is None:
        return part
    start, end = page.chars(*source)
    if part[0] < start < part[1] <= end:
        return page.trimmed(part[0], start)
    return page.trimmed(end, part[1]) if start <= part[0] < end < part[1] else part


def with_whole_edge(page: Page, part: Range) -> Range:
    """The stretch, its last phrase whole: "talks in" goes on with "Tarn"; what cannot go on is left out."""
    words = page.tokens_in(*part)
    last = words.stop
    if len(words) < 2 or page.tokens[last - 1].tag not in HANGING or page.quoted[last - 1] >= 0:
        return part
    head = page.tokens[last - 1].head
    end = page.trees.last[head] if last <= head < page.sentence(last - 1)[1] else last
    if last < end <= last + REACH:
        whole = page.trimmed(part[0], page.tokens[end - 1].end)
        return whole if whole is not None else part
    while last > words.start + 1 and page.tokens[last - 1].tag in ("ADP", "DET", "CCONJ"):
        last -= 1
    return part[0], page.tokens[last - 1].end
