"""The report: one file, nothing from outside, no script but its own, every row tied to its place."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from datetime import timedelta
from html.parser import HTMLParser

import pytest

from dragoman.model.record import Record, RefinementRow
from dragoman.show.report import page
from tests.show.newsroom import ARTICLES, small_record

VOID = {"meta", "br", "link", "hr", "img", "input"}
OWN_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


class Page(HTMLParser):
    """The elements, ids and links of a page; fails where its elements are not nested."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {key: value or "" for key, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def values(self, name: str) -> list[str]:
        return [attrs[name] for _, attrs in self.elements if name in attrs]


@pytest.fixture
def html(record: Record) -> str:
    return page(record)


def test_nothing_in_the_page_can_run_or_load_but_its_own_script(html: str) -> None:
    elements = Page(html).elements
    assert {tag for tag, _ in elements}.isdisjoint({"link", "img", "iframe", "object", "base", "form"})
    assert [attrs for tag, attrs in elements if tag == "script"] == [{}]
    assert not [name for _, attrs in elements for name in attrs if name.startswith("on") or name in ("src", "style")]
    assert not [href for href in Page(html).values("href") if href.lower().startswith("javascript")]
    assert "url(" not in html
    assert "@import" not in html
    assert "fetch(" not in html


def test_a_script_in_an_article_is_words(html: str) -> None:
    assert "&lt;script&gt;alert(&#34;talks&#34;)&lt;/script&gt; &amp; more." in html
    assert "&lt;b&gt;Envoy&lt;/b&gt; denies" in html


def test_the_policy_lets_in_its_own_style_and_script_and_nothing_else(html: str) -> None:
    (style,) = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    (script,) = OWN_SCRIPT.findall(html)
    told = f"default-src 'none'; style-src {digest(style)}; script-src {digest(script)}; base-uri 'none'"
    assert told in html.replace("&#39;", "'")
    assert "unsafe" not in html.partition("</head>")[0].partition("<style>")[0]


def digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_every_link_inside_the_page_leads_somewhere_and_ids_are_given_once(html: str) -> None:
    found = Page(html)
    ids = found.values("id")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in found.values("href") if href.startswith("#")} <= set(ids)


def test_every_statement_has_its_place_in_the_text_and_its_line_in_the_list(html: str) -> None:
    ids = set(Page(html).values("id"))
    for statement in small_record().statements:
        assert {statement.id, f"s-{statement.id}"} <= ids


def test_words_are_marked_for_what_they_are(html: str) -> None:
    assert '<span class="source">Foreign Minister Tarja Erdoğan</span> <span class="cue">said</span>' in html
    assert '<span class="content evidence">Ruritania has not agreed to anything</span>' in html
    assert "<mark>Ruritania has not agreed to anything</mark>" in html
    assert "<summary>navigation: 1 line not part of the article</summary>" in html


def test_no_word_of_an_article_is_lost(html: str) -> None:
    text = re.sub(r"<a class=\"number\".*?</a>|<[^>]+>", "", html)
    for _, _, article, _ in ARTICLES.values():
        for line in article.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").splitlines():
            assert line.replace('"', "&#34;") in text


def test_the_ledger_says_where_no_answer_is_reported_and_what_each_outlet_has(html: str) -> None:
    ledger = words_in(html.partition('<table class="ledger"')[2].partition("</table>")[0])
    assert "Ruritania no answer reported" in ledger
    assert "alleged violation: Ruritania broke it, Tarja Erdoğan says" in ledger
    assert "○ open Lakeland Herald ✕ rejected ar-gazette.txt" in ledger


def words_in(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_the_matrix_tells_says_denies_and_silent(html: str) -> None:
    matrix = html.partition('<table class="matrix"')[2].partition("</table>")[0]
    cells = [words_in(cell) for cell in re.findall(r"<td[^>]*>(.*?)</td>", matrix, re.DOTALL)]
    assert cells == ["◐ contested 1 account", "● says", "silent", "✕ denies"]


def test_a_story_of_many_articles_is_told_by_lists_instead_of_columns(record: Record) -> None:
    others = tuple(replace(record.articles[0], id=f"ar-{number}", label=f"Paper {number}") for number in range(20))
    silent = tuple(article.id for article in others)
    claims = (replace(record.claims[0], silent=silent),)
    html = page(replace(record, articles=(*record.articles, *others), claims=claims))
    listed = words_in(html.partition('<ul class="claims">')[2].partition("</ul>")[0])
    assert "● says Lakeland Herald ✕ denies ar-gazette.txt – silent , 20 articles" in listed


def test_a_disagreement_about_a_meeting_stands_inside_its_card(record: Record) -> None:
    about = replace(record.disagreements[0], event="me-laketown")
    html = page(replace(record, disagreements=(about,)))
    card = words_in(html.partition('id="me-laketown"')[2].partition("</article>")[0])
    assert "told differently: Will the accord be signed? yes Lakeland Herald no ar-gazette.txt" in card


def test_what_can_all_hold_stands_apart_and_folded(record: Record) -> None:
    told = record.disagreements[0]
    refined = RefinementRow(id="rf-day", on="date", positions=told.positions, why="one is more precise")
    html = page(replace(record, refinements=(refined,)))
    assert "one is more precise" in html.partition('<details class="fold"><summary>Refinements')[2]


def test_a_day_stands_once_whatever_the_hours(record: Record) -> None:
    row = record.timeline[0]
    later = replace(row, id="tl-later", date=replace(row.date, end=row.date.end + timedelta(days=2), time="morning"))
    again = replace(row, id="tl-again", date=replace(row.date, time="evening"))
    ids = Page(page(replace(record, timeline=(row, later, again)))).values("id")
    assert [one for one in ids if one.startswith("day-")] == ["day-1995-11-01", "day-1995-11-01-1995-11-03"]


def test_copies_are_told_and_counted_once(html: str) -> None:
    assert '<span class="number-of">2</span> independent accounts' in html
    assert "1 copy counted once" in html
    assert 'A copy of <a class="w" href="#ar-herald">Lakeland Herald</a>' in html


def test_the_same_record_gives_the_same_bytes() -> None:
    assert page(small_record()) == page(small_record())


def test_a_record_without_rows_is_still_a_page(record: Record) -> None:
    empty = Record(dragoman=record.dragoman, articles=(), entities=(), times=(), statements=())
    assert "What the sources say, not what is true" in page(empty)


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def themes(html: str) -> dict[str, dict[str, str]]:
    """The colours of each theme, by the rule that sets them."""
    rules = re.findall(r"(:root[^{]*)\{([^}]*--paper[^}]*)\}", html.partition("@media print")[0])
    return {rule.strip(): dict(re.findall(r"--(\w+): (#\w{6})", colours)) for rule, colours in rules}


def test_dark_by_the_system_and_dark_by_choice_are_one(html: str) -> None:
    found = themes(html)
    assert found[':root[data-theme="dark"]'] == found[':root:not([data-theme="light"])']
    assert len(found) == 3


@pytest.mark.parametrize("theme", [":root", ':root[data-theme="dark"]'], ids=["light", "dark"])
@pytest.mark.parametrize("words", ["ink", "soft", "accent"])
@pytest.mark.parametrize("ground", ["paper", "wash", "raised"])
def test_words_can_be_read_on_every_ground(html: str, theme: str, words: str, ground: str) -> None:
    low, high = sorted(luminance(themes(html)[theme][name]) for name in (words, ground))
    assert (high + 0.05) / (low + 0.05) >= 4.5
