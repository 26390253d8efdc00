"""Who made an article: bylines, mastheads, and what an outlet calls itself."""

from __future__ import annotations

from dragoman.annotate.referents.makers import with_makers
from dragoman.model.mention import EntityKind, Form, Mention
from tests.newspaper import article

TEXT = "By Ada Okello\nHarbour Gazette\n\nA doctor told the Gazette that the Gazette Hotel was shut."


def made(text: str = TEXT, **fields: str) -> list[tuple[str, EntityKind, int]]:
    return [(m.text, m.kind, m.chain) for m in with_makers(article(text, **fields), [])]


def test_author_and_outlet_are_mentioned_where_the_text_has_them() -> None:
    assert made(outlet="Harbour Gazette", author="Ada Okello") == [
        ("Harbour Gazette", EntityKind.ORGANIZATION, 0),
        ("Gazette", EntityKind.ORGANIZATION, 0),
        ("Ada Okello", EntityKind.PERSON, 1),
    ]


def test_whom_only_metadata_name_is_nobody_in_the_text() -> None:
    assert made(outlet="The Valley Post", author="Gazette staff") == []


def test_a_name_that_the_article_has_already_keeps_its_chain() -> None:
    story = article("By Ada Okello\n\nAda Okello is our correspondent.", author="Ada Okello")
    known = Mention(span=story.span(15, 25), text="Ada Okello", kind=EntityKind.PERSON, form=Form.NAME, chain=7)
    assert [m.chain for m in with_makers(story, [known])] == [7, 7]


def test_an_outlet_in_capitals_beside_the_text_is_the_outlet() -> None:
    text = "HARBOUR GAZETTE\nFriday 16 May 2025\nTalks go on in Oslo at last\n\nA doctor said this newspaper was right."
    found = made(text, outlet="Harbour Gazette")
    assert ("this newspaper", EntityKind.ORGANIZATION, 0) in found


def test_a_paper_that_calls_itself_by_its_last_word_is_one() -> None:
    story = article("Harbour Gazette\n\nA doctor told the Gazette that all was well.", outlet="Harbour Gazette")
    at = story.text.index("Gazette that")
    known = Mention(span=story.span(at, at + 7), text="Gazette", kind=EntityKind.ORGANIZATION, form=Form.NAME, chain=7)
    assert {m.chain for m in with_makers(story, [known])} == {7}
