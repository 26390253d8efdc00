"""Reprints of one wire, in small news of our own."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.link.reprints import link_reprints
from dragoman.model.flow import Annotated, Linked, Quotation
from dragoman.model.text import Article

WIRE = """\
Negotiators from Arden and Velia met for nine hours in the lakeside town of Corran on Tuesday and parted without
a text, though both said that they would return within a fortnight to try again.
The two countries have disputed the waters of the Tamba estuary since a survey found gas beneath its silt, and
patrol boats of both navies have twice come within sight of each other this spring.
Diplomats who followed the day said that the delegations had settled how many boats each may keep in the estuary
but not who would count them, and that the host had proposed a commission of five neutral officers.
Velia wants the commission to sit for ten years and to publish what it finds every month, which Arden has so far
refused on the ground that its fishing fleet would be open to prosecution abroad.
Bond prices in both capitals rose a little after the news, and ferries that had stopped in March are to run again
from the first week of June if the navies raise no objection.
""".replace(".\n", ".\n\n")

OTHER = """\
Nine hours of talks ended late on Tuesday with no paper signed, but Arden and Velia will sit down once more before
the month is out, according to people who were in the building at Corran.
The quarrel is about gas and about the fish above it, and few who live along the Tamba care greatly which of the
two flags flies over the mudflats so long as the nets come back full.
What is new is that each side has named a figure for its patrol boats; what is old is that neither trusts the
other to keep to it, and that no one has been found whom both would let on board.
A retired admiral who once ran the Velian coastguard said he had seen three such rounds in his life, and that the
fourth was always the one at which somebody walked out before lunch.
""".replace(".\n", ".\n\n")

SPEECH = (
    "“We came here with open hands and we leave with open hands, and whoever tells you that Arden closed the door "
    "was not in the room when the door was opened, because I opened it myself and held it for an hour. "
    "There will be no commission that counts our boats and not theirs, there will be no prosecutor in a foreign "
    "port waiting for our fishermen, and there will be no signature of mine under a paper that allows either.”"
)


def published(id_: str, text: str, **known: object) -> Annotated:
    """An article of paragraphs parted by blank lines, with its quotations."""
    spans, at = [], 0
    for part in text.split("\n\n"):
        spans.append((at, at + len(part)))
        at += len(part) + 2
    bare = Article(id=id_, path=id_, text=text, sha256=id_, paragraphs=())
    paragraphs = tuple(bare.span(start, end) for start, end in spans if start < end)
    article = Article(id=id_, path=id_, text=text, sha256=id_, paragraphs=paragraphs, **known)  # type: ignore[arg-type]
    quoted = (Quotation(spans=(article.span(text.index("“"), text.index("”") + 1),)),) if "“" in text else ()
    return Annotated(article=article, quotations=quoted)


def copies(*articles: Annotated) -> dict[str, str]:
    return dict(link_reprints(Linked(articles=articles)).copies)


def paragraphs() -> list[str]:
    return WIRE.strip().split("\n\n")


def test_the_same_text_twice_is_one_original_and_one_copy() -> None:
    assert copies(published("ar-1", WIRE), published("ar-1-2", WIRE)) == {"ar-1-2": "ar-1"}


@pytest.mark.parametrize(
    "edited",
    [
        "\n\n".join(paragraphs()[:3]),
        "\n\n".join(["The Corran talks: what we know, and what we do not, on a long day.", *paragraphs()[1:]]),
        "\n\n".join(reversed(paragraphs())),
        WIRE.replace("Tuesday", "Wednesday").replace("said", "stated").replace("fortnight", "two weeks"),
        "\n\n".join(["THE EVENING LANTERN", *paragraphs(), "The Lantern is read in nine towns and four valleys."]),
    ],
    ids=["cut", "re-headed", "re-ordered", "re-worded", "masthead"],
)
def test_a_wire_edited_as_desks_edit_is_a_copy(edited: str) -> None:
    assert copies(published("ar-1", WIRE, outlet="Meridian"), published("ar-0", edited, agency="Meridian")) == {
        "ar-0": "ar-1"
    }


def test_a_report_of_the_same_talks_in_other_words_is_no_copy() -> None:
    assert copies(published("ar-1", WIRE), published("ar-2", OTHER)) == {}


def test_two_reports_that_carry_one_speech_are_no_copies() -> None:
    assert copies(published("ar-1", f"{WIRE}\n\n{SPEECH}"), published("ar-2", f"{OTHER}\n\n{SPEECH}")) == {}


def test_lists_of_short_quotations_are_no_copies() -> None:
    left = "Voices from the shore on Tuesday night, gathered by our staff at Corran.\n\n" + SPEECH
    right = "What Arden said when it went home, as told to the Gazette by those present.\n\n" + SPEECH
    assert copies(published("ar-1", left), published("ar-2", right)) == {}


def test_notices_too_short_to_tell_are_no_copies() -> None:
    notice = "This page is for subscribers. Please sign in to read on."
    assert copies(published("ar-1", notice), published("ar-2", notice)) == {}


def test_this_week_and_last_week_by_one_form_are_no_copies() -> None:
    form = (
        "Monitors of the ceasefire in Tamba counted {} breaches in the week that ended on {}, the commission said. "
        "That was {} the week before, when {} were counted, and the {} since the truce. It named {} as the cause."
    )
    first = form.format("forty-one", "2 May", "fewer than in", "sixty", "smallest number", "mist on the river")
    second = form.format("ninety", "9 May", "more than twice that of", "forty-one", "most", "shells from both banks")
    assert copies(published("ar-1", first), published("ar-2", second)) == {}


def test_the_wire_itself_is_the_original_though_others_are_dated_earlier() -> None:
    assert copies(
        published("ar-1", WIRE, outlet="Lantern", agency="Meridian", published=date(2031, 4, 1)),
        published("ar-2", WIRE, outlet="Meridian", agency="Meridian", published=date(2031, 4, 2)),
    ) == {"ar-1": "ar-2"}


def test_who_credits_no_wire_comes_before_who_does_and_the_earliest_before_the_later() -> None:
    assert copies(
        published("ar-1", WIRE, agency="Meridian", published=date(2031, 4, 1)),
        published("ar-2", WIRE, published=date(2031, 4, 3)),
        published("ar-3", WIRE, published=date(2031, 4, 2)),
    ) == {"ar-1": "ar-3", "ar-2": "ar-3"}


def test_a_long_report_that_holds_a_brief_is_not_the_copy() -> None:
    brief = published("ar-1", "\n\n".join(paragraphs()[:2]), published=date(2031, 4, 1))
    report = published("ar-2", f"{WIRE}\n\n{OTHER}", published=date(2031, 4, 2))
    assert copies(brief, report) == {"ar-1": "ar-2"}


def test_a_reprint_of_a_reprint_leads_to_the_root() -> None:
    cut = paragraphs()[:4]
    found = copies(
        published("ar-1", WIRE, outlet="Meridian", published=date(2031, 4, 1)),
        published("ar-2", "\n\n".join(cut), agency="Meridian", published=date(2031, 4, 2)),
        published("ar-3", "\n\n".join(cut[:3]), agency="Meridian", published=date(2031, 4, 3)),
    )
    assert found == {"ar-2": "ar-1", "ar-3": "ar-1"}


def test_the_order_of_the_articles_does_not_matter() -> None:
    articles = [
        published("ar-1", WIRE, published=date(2031, 4, 2)),
        published("ar-2", "\n\n".join(paragraphs()[:3])),
        published("ar-3", OTHER),
        published("ar-4", "\n\n".join(reversed(paragraphs()))),
    ]
    assert copies(*articles) == copies(*reversed(articles)) == {"ar-2": "ar-1", "ar-4": "ar-1"}


def test_an_article_without_paragraphs_is_left_alone() -> None:
    empty = Annotated(article=Article(id="ar-1", path="a", text="", sha256="0", paragraphs=()))
    assert copies(empty, published("ar-2", WIRE)) == {}
