"""One small negotiation from files to the words on the screen, and the pages that show it.

The tour itself, docs/tour.md, runs as a doctest; here stands what a page cannot ask.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.newspaper import record_of

LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")
COMMAND = re.compile(r"^    dragoman (.+?)(?:  .*)?$", re.MULTILINE)
VERB = re.compile(r"\bmake ([a-z]+)\b")


def test_the_first_screen_shows_words_of_the_news(tmp_path: Path) -> None:
    (tmp_path / "herald.md").write_text(
        "---\noutlet: The Herald\ndate: 2019-03-14\n---\n"
        "“We have put the whole offer in writing for the other side,” Minister Katrin Halldorsdottir told reporters.\n",
        encoding="utf-8",
    )
    dragoman = Path(sys.executable).with_name("dragoman")
    done = subprocess.run(
        [dragoman, "run", tmp_path, "-o", tmp_path / "out"], capture_output=True, encoding="utf-8", check=True
    )
    screen = " ".join(done.stdout.split())
    assert "1 article, 1 outlet, 1 independent account" in screen
    assert "14 March 2019" in screen
    report = (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    assert "We have put the whole offer in writing" in report


def test_an_account_and_its_denial_keep_their_own_voices() -> None:
    record = record_of("""
        @herald 2019-03-14
        “We have put it in writing,” Minister Katrin Halldorsdottir told reporters in Reykjavik.
        @gazette 2019-03-15
        “Nothing is in writing,” Lars Dahl, the Norwegian minister, wrote on X.
    """)
    labels = {row.id: row.label for row in record.articles}
    told = {(labels[row.article], content.quote) for row in record.statements for content in row.content}
    assert ("herald", "“We have put it in writing,”") in told
    assert ("gazette", "“Nothing is in writing,”") in told


PAGES = ["README.md", "CHANGELOG.md", "examples/README.md", "docs/tour.md", "docs/quality.md"]


HOW_TOS = sorted(f"docs/how-to/{page.name}" for page in (Path(__file__).parent.parent / "docs" / "how-to").glob("*.md"))


@pytest.mark.parametrize("page", [*PAGES, "docs/report.md", "docs/tutorial.md", *HOW_TOS])
def test_every_link_leads_to_a_file(house: Path, page: str) -> None:
    links = LINK.findall((house / page).read_text(encoding="utf-8"))
    assert [link for link in links if not (house / page).parent.joinpath(link).exists()] == []


def test_the_readme_names_only_verbs_that_the_makefile_has(house: Path) -> None:
    verbs = set(re.findall(r"^([a-z]+):.*##", (house / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = set(VERB.findall((house / "README.md").read_text(encoding="utf-8")))
    assert {"try", "test"} <= named <= verbs


def test_the_readme_names_only_commands_and_options_that_there_are(house: Path) -> None:
    reference = (house / "docs" / "reference" / "commands.md").read_text(encoding="utf-8")
    commands = COMMAND.findall((house / "README.md").read_text(encoding="utf-8"))
    assert len(commands) >= 4
    for command in commands:
        name, *rest = command.split()
        assert f"## dragoman {name}" in reference
        assert [option for option in rest if option.startswith("-") and option not in reference] == []
