"""What is marked as not the article, and what is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.model.text import Article
from dragoman.read import read

LEAD = "Norland and Suderia went on with their talks on Friday, a mediator said."
REST = "The two sides will meet again in June, the mediator told reporters in Geneva."


def marks(tmp_path: Path, *lines: str) -> list[tuple[str, str]]:
    (tmp_path / "a.txt").write_text("\n".join(lines))
    (article,) = read([str(tmp_path / "a.txt")])
    assert isinstance(article, Article)
    return [(mark.kind.value, article.quote(mark.span)) for mark in article.boilerplate]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Share on Facebook", "navigation"),
        ("Top StoryWorld", "navigation"),
        ("Read more business news", "navigation"),
        ("How useful was this article?", "navigation"),
        ("Average rating 4.5 / 5. Vote count: 12", "navigation"),
        ("5 min read", "navigation"),
        ("Story continues below advertisement", "navigation"),
        ("READ MORE: Suderia closes the crossing", "teaser"),
        ("Also read | Suderia closes the crossing", "teaser"),
        ("(Reporting by Ana Lind; Editing by Cora Holm)", "credit"),
        ("© 2025 AFP", "credit"),
        ("Lind reported from Geneva.", "credit"),
        ("The Associated Press contributed to this report.", "credit"),
        ("Photo: Eva Roth / AFP", "credit"),
        ("Soldiers on patrol in the north. (Eva Roth/Getty Images)", "caption"),
        ("FILE PHOTO: President Ito speaks in Oslo. REUTERS/Eva Roth", "caption"),
        ("In this photo released by the ministry, envoys shake hands.", "caption"),
        ("Soldiers on patrol in the north. (Eva Roth/Agency90)", "caption"),
        ("Minister Ito (L) and President Ortega walk along the lake.", "caption"),
        ("AFP | Oslo | Updated: 27-01-2022 02:12 IST", "credit"),
        ("(AFP, Reuters)", "credit"),
        ("Leave a Reply", "navigation"),
        ("HomeWorldSportMore News", "navigation"),
        ("narrow-screen-and-phone", "navigation"),
        ("Share  Tweet  Email", "navigation"),
        ("Sign in | Subscribe from $2 a month", "navigation"),
        ("You have 3 free articles left this month.", "navigation"),
        ("Subscribe now and save half", "navigation"),
        ("About the author", "credit"),
        ("___", "other"),
    ],
)
def test_a_line_between_paragraphs(tmp_path: Path, line: str, kind: str) -> None:
    assert marks(tmp_path, "Talks go on in Geneva", LEAD, line, REST) == [(kind, line)]


@pytest.mark.parametrize(
    "line",
    [
        "What the accord says",
        "• The crossings will open in June, both sides said.",
        "Share of the water: the old quarrel returns",
        "By Friday, the two sides had met four times.",
        "He contributed $3,000 to the campaign of the minister.",
        "Sources close to the talks said that a deal was near.",
        "The minister showed a photo of the bridge (the one that was hit).",
        "“Read my lips,” he said.",
        "Menu prices doubled during the siege, residents said.",
        "Next week the envoys return to Oslo.",
        "March 3, 2024",
        "The delegation (three envoys and a judge) left on Sunday.",
        "Senator Olsen (R) voted against the accord.",
        "30,000",
        '"',
    ],
)
def test_a_line_of_the_article(tmp_path: Path, line: str) -> None:
    assert marks(tmp_path, "Talks go on in Geneva", LEAD, line, REST) == []


def test_the_title_again(tmp_path: Path) -> None:
    title = "Talks Go On in Geneva"
    found = marks(tmp_path, title, LEAD, title.upper(), "Full Picture", REST)
    assert found == [("other", title.upper()), ("navigation", "Full Picture")]


def test_titles_of_other_articles_at_the_foot(tmp_path: Path) -> None:
    found = marks(tmp_path, "Talks go on in Geneva", LEAD, REST, "Latest News", "Harvest begins", "Menu")
    assert [text for _, text in found] == ["Latest News", "Harvest begins", "Menu"]


def test_a_heading_after_a_teaser_stays(tmp_path: Path) -> None:
    found = marks(
        tmp_path, "Talks go on", LEAD, "Related stories", "Crossing closed", "A bus to Oslo", "The road to June", REST
    )
    assert [text for _, text in found] == ["Related stories", "Crossing closed", "A bus to Oslo"]


def test_agency_at_the_end_of_a_paragraph(tmp_path: Path) -> None:
    assert marks(tmp_path, LEAD, REST + " (AFP)") == [("credit", "(AFP)")]


def test_credits_parted_by_strokes(tmp_path: Path) -> None:
    credit_line = "Talks Go On In Old Geneva/ Dayline/ GENEVA/ Ana Lind/ Evening Edition/"
    (tmp_path / "a.txt").write_text(f"Talks Go On In Old Geneva\n\n{credit_line} {LEAD}\n\n{REST}\n")
    (article,) = read([str(tmp_path / "a.txt")])
    assert isinstance(article, Article)
    assert [article.quote(mark.span) for mark in article.boilerplate] == [credit_line]
    assert (article.outlet, article.author) == ("Dayline", "Ana Lind")
    assert article.dateline is not None
    assert article.quote(article.dateline) == "GENEVA"
    assert article.quote(article.paragraphs[1]) == LEAD


def test_costs_grow_with_the_text_only() -> None:
    """A megabyte in one line, of everything that rules look for, is read to its end."""
    from dragoman.read.assemble import draft
    from dragoman.read.page import Page

    for piece in ("GENEVA, ", "By Ana Lind, ", "((", "May 16, 2025 ", "Aa/ ", "A > ", "[a ", '"', "Photo: ", "\u200b"):
        draft(Page(path="a.txt", text=piece * (1_000_000 // len(piece)) + " They met in Geneva."))


THIRD = "A third round was held in Oslo in May, and a fourth is to be held in June."
FOURTH = "The crossing at Holm has been shut since the winter, and nobody knows for how long."


@pytest.mark.parametrize(
    "note",
    [
        "Ana Lind covers the talks for the Example.",
        "Ana Lind is a columnist and a former adviser to the ministry.",
        "Ana Lind, a fellow of the institute, writes on fisheries.",
        "Cora Holm is the Example’s bureau chief in Geneva. She has been there since 1990.",
    ],
)
def test_a_note_on_the_writer_below_the_text(tmp_path: Path, note: str) -> None:
    assert marks(tmp_path, "Talks go on in Geneva", LEAD, REST, THIRD, FOURTH, note) == [("credit", note)]


@pytest.mark.parametrize("note", ["Ana Lind is a minister of the north.", "Ana Lind covers her face. “No,” she said."])
def test_a_sentence_on_somebody_else_below_the_text_is_news(tmp_path: Path, note: str) -> None:
    assert marks(tmp_path, "Talks go on in Geneva", LEAD, REST, THIRD, FOURTH, note) == []


def test_a_note_on_the_writer_needs_a_text_above(tmp_path: Path) -> None:
    assert marks(tmp_path, "Talks go on in Geneva", LEAD, "Ana Lind is a columnist of the Example.") == []


@pytest.mark.parametrize(
    "lines",
    [
        ("The Lake Gazette", "Home | World | Sport", "Talks go on in Geneva"),
        ("Talks go on in Geneva", "By Ana Lind", "The Lake Gazette", "May 16, 2025"),
        ("Talks go on in Geneva", "By Ana Lind, The Lake Gazette", "May 16, 2025"),
        ("The Lake Gazette", "Friday, May 16, 2025", "Talks go on in Geneva"),
    ],
)
def test_the_masthead_names_the_outlet(tmp_path: Path, lines: tuple[str, ...]) -> None:
    (tmp_path / "a.txt").write_text("\n".join([*lines, LEAD, REST, THIRD]))
    (article,) = read([str(tmp_path / "a.txt")])
    assert isinstance(article, Article)
    assert (article.outlet, article.title) == ("The Lake Gazette", "Talks go on in Geneva")
    assert article.author in (None, "Ana Lind")


def test_a_section_is_no_outlet(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "\n".join(["World News", "Home | World | Sport", "Talks go on in Geneva", LEAD, REST])
    )
    (article,) = read([str(tmp_path / "a.txt")])
    assert isinstance(article, Article)
    assert article.outlet is None


def test_a_wire_that_contributed_is_the_agency_known_or_not(tmp_path: Path) -> None:
    line = "Lakeside Press contributed to this report."
    (tmp_path / "a.txt").write_text("\n".join(["Talks go on in Geneva", LEAD, REST, line]))
    (article,) = read([str(tmp_path / "a.txt")])
    assert isinstance(article, Article)
    assert article.agency == "Lakeside Press"


@pytest.mark.parametrize(
    "line",
    [
        "Lakeside Post | Harbour | Orchards | Weather",
        "Home   Local   Orchards   Harbour   e-Edition",
        "Radio Lakeside > Programmes > The Evening Guest",
        "Listen again (18 min)",
        "Try us for $1 a month. Subscribe now",
    ],
)
def test_a_menu_above_the_text_is_none_of_it(tmp_path: Path, line: str) -> None:
    assert ("navigation", line) in marks(tmp_path, line, "Talks go on in Geneva at last", LEAD, REST)


@pytest.mark.parametrize("line", ["Send a letter | Old issues", "Load older posts", "Also on this site: A new bridge"])
def test_what_a_page_offers_below_the_text(tmp_path: Path, line: str) -> None:
    assert line in [quote for _, quote in marks(tmp_path, "Talks go on in Geneva", LEAD, REST, line)]


def test_a_menu_names_the_outlet_first_and_no_writer(tmp_path: Path) -> None:
    page = ["Lakeside Post | Harbour Front | Orchards | Weather", "Talks go on in Geneva at last", LEAD, REST]
    (tmp_path / "a.txt").write_text("\n".join(page))
    (article,) = read([str(tmp_path / "a.txt")])
    assert isinstance(article, Article)
    assert (article.outlet, article.author, article.title) == ("Lakeside Post", None, page[1])


def test_writers_are_named_with_the_places_they_write_from(tmp_path: Path) -> None:
    page = ["Talks go on in Geneva at last", "Ana Lind in Oslo and Cora Holm in Geneva", "May 16, 2025", LEAD, REST]
    (tmp_path / "a.txt").write_text("\n".join(page))
    (article,) = read([str(tmp_path / "a.txt")])
    assert isinstance(article, Article)
    assert article.author == "Ana Lind and Cora Holm"


def test_a_name_in_capitals_above_the_day_is_the_outlet(tmp_path: Path) -> None:
    page = ["THE LAKESIDE, Oslo", "Friday 16 May 2025", "Talks go on in Geneva at last", LEAD, REST]
    (tmp_path / "a.txt").write_text("\n".join(page))
    (article,) = read([str(tmp_path / "a.txt")])
    assert isinstance(article, Article)
    assert article.outlet == "The Lakeside"
