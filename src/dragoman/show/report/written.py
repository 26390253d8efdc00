"""The small parts as HTML: what templates call `p`.

They are written here and not as macros, since a large report holds a hundred thousand of them. Whatever is put between
signs of HTML goes through `escaped`; what is given back is Markup. Decides nothing: the values come from `parts`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from markupsafe import Markup, escape

from dragoman.show.report.highlight import Paragraph
from dragoman.show.report.marks import mark
from dragoman.show.report.parts import Actor, Chip, Drawer, Words


class Share(Protocol):
    """What a bar shows."""

    percent: int


def escaped(value: object) -> str:
    """A value as text in HTML, as templates escape it.

    >>> escaped('<b> & "we"'), escaped(3), escaped(Markup("<b>"))
    ('&lt;b&gt; &amp; &#34;we&#34;', '3', '<b>')
    """
    if type(value) is not str:
        return str(escape(value))
    if "&" in value:
        value = value.replace("&", "&amp;")
    return (
        value.replace("<", "&lt;").replace(">", "&gt;").replace("'", "&#39;").replace('"', "&#34;")
    )  # written out: a report calls it half a million times


class Written:
    """The small parts for pages on which `at` says where an anchor lies: nowhere, where the page has none."""

    def __init__(self, at: Callable[[str], str]) -> None:
        self.at = at

    def leads(self, anchor: str, kind: str, label: str = "", *, caller: Callable[[], str]) -> Markup:
        """What a template writes inside leads to an anchor, where there is a place to lead to."""
        return Markup(self.leading(anchor, kind, escaped(caller()), label))

    def leading(self, anchor: str, kind: str, inside: str, label: str = "") -> str:
        """A link around what is HTML already; a mere span on pages without the place."""
        place = self.at(anchor)
        if not place:
            return f'<span class="{kind}">{inside}</span>'
        told = f' aria-label="{escaped(label)}"' if label else ""
        return f'<a class="{kind}" href="{escaped(place)}"{told}>{inside}</a>'

    def chip_html(self, chip: Chip, where: str = "") -> str:
        day = f' <span class="copy">{escaped(chip.of_day)}</span>' if chip.of_day else ""
        copy = '<span class="copy"> copy</span>' if chip.copy_of else ""
        kind = "chip" if chip.known else "chip file"
        return self.leading(where or chip.article, kind, f"{escaped(chip.label)}{day}{copy}")

    def chip(self, chip: Chip, where: str = "") -> Markup:
        """An article by its outlet; leads to the article, or to a place in it."""
        return Markup(self.chip_html(chip, where))

    def chips(self, chips: Iterable[Chip]) -> Markup:
        return Markup(f'<span class="chips">{"".join(f"{self.chip_html(chip)} " for chip in chips)}</span>')

    def signed(self, word: str, text: str = "") -> Markup:
        """A word with its sign before it."""
        sign = f'<span class="sign" aria-hidden="true">{mark(word)}</span>'
        return Markup(
            f'<span class="signed is-{escaped(word.replace(" ", "-"))}">{sign} {escaped(text or word)}</span>'
        )

    def sentence_html(self, words: Words, *, marked: bool = True) -> str:
        before = f"<i>{escaped(words.before)}</i>" if words.before else ""
        after = f"<i>{escaped(words.after)}</i>" if words.after else ""
        quote = escaped(words.quote)
        return f'<span class="w">{before}{f"<mark>{quote}</mark>" if marked else quote}{after}</span>'

    def sentence(self, words: Words, marked: bool = True) -> Markup:
        """Words in their sentence."""
        return Markup(self.sentence_html(words, marked=marked))

    def whose_html(self, words: Words) -> str:
        if words.whose:
            return f'according to <b class="name w">{escaped(words.whose)}</b>'
        return "" if words.whose is None else "in its own voice"

    def whose(self, words: Words) -> Markup:
        """Whose words they are, where that is known."""
        return Markup(self.whose_html(words))

    def quotation_html(self, words: Words) -> str:
        whose = "" if words.whose is None else f", {self.whose_html(words)}"
        told = f"{self.chip_html(words.chip, words.anchor)} {escaped(words.chip.day or 'day unknown')}{whose}"
        return (
            f'<figure class="quotation" data-article="{escaped(words.chip.article)}">\n'
            f"<blockquote>{self.sentence_html(words)}</blockquote>\n"
            f'<figcaption>{told}, <span class="range">characters {words.start}–{words.end}</span></figcaption>\n'
            "</figure>\n"
        )

    def quotation(self, words: Words) -> Markup:
        """Words in their sentence, with the article, its day, and whose they are."""
        return Markup(self.quotation_html(words))

    def runs(self, paragraph: Paragraph) -> Markup:
        """A paragraph of an article, with its marks, the places that are linked to, and the numbers of statements."""
        parts: list[str] = []
        for run in paragraph.runs:
            parts += [f'<span class="at" id="{escaped(anchor)}"></span>' for anchor in run.anchors]
            text = escaped(run.text)
            parts.append(f'<span class="{escaped(run.marks)}">{text}</span>' if run.marks else text)
            for one in run.numbers:
                link = f'class="number" href="{escaped(self.at(one.id))}"'
                parts.append(f'<a {link} aria-label="Statement {one.number}">{one.number}</a>')
        return Markup("".join(parts))

    def permalink(self, identifier: str) -> Markup:
        return Markup(self.leading(identifier, "id", escaped(identifier)))

    def drawer(self, drawer: Drawer, told: str = "Evidence") -> Markup:
        """What a row opens: the words that it rests on, under the part of the row that they are for."""
        lines: list[str] = []
        part = ""
        for words in drawer.words:
            if words.part and words.part != part:
                lines.append(f'<p class="role w">{escaped(words.part)}</p>')
                part = words.part
            lines.append(f"{self.quotation_html(words)}\n")
        rules = "".join(f"<li>{escaped(rule)}</li>" for rule in drawer.rules)
        listed = f'<ul class="rules">{rules}</ul>\n' if rules else ""
        return Markup(
            f'<details class="evidence" data-row="{escaped(drawer.id)}">\n'
            f'<summary>{escaped(told)} <span class="n">{len(drawer.words)}</span></summary>\n'
            f'<div class="opened">\n<p class="heading w">{escaped(drawer.heading)}</p>\n{"".join(lines)}'
            f"{listed}</div>\n</details>\n"
        )

    def actors(self, actors: Sequence[Actor], missing: str = "") -> Markup:
        """Who it is; where nobody is named, what is said instead."""
        named = ", ".join(f'<span class="name w">{escaped(actor.name)}</span>' for actor in actors)
        return Markup(named or f'<span class="none">{escaped(missing)}</span>')

    def bar(self, share: Share) -> Markup:
        """A bar as long as a share."""
        return Markup(
            '<svg class="bar" width="120" height="8" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" '
            f'focusable="false"><rect width="{escaped(share.percent)}" height="8"></rect></svg>'
        )

    def choose(self, key: str, label: str, every: str, options: Iterable[tuple[str, str]]) -> Markup:
        """A filter of a list."""
        values = "".join(f'<option value="{escaped(value)}">{escaped(told)}</option>' for value, told in options)
        return Markup(
            f'<label class="choose">{escaped(label)} <select data-filter="{escaped(key)}">'
            f'<option value="">{escaped(every)}</option>{values}</select></label>'
        )
