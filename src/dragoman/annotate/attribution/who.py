"""Which mention a noun phrase comes to, and which mentions mean the same one.

The layer of mentions has done the finding; this looks up. A phrase whose head no mention holds comes to none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.annotate.attribution.kinds import antecedent, head_of
from dragoman.annotate.attribution.page import Page, Range
from dragoman.model.mention import EntityKind, Form, Mention

TELLING = ("flat", "appos", "dep")  # a country before an office ("the German chancellor") is not who is meant
TITLED = 4  # tokens from a comma to the name behind it, its article and title among them
CALLED = re.compile(r"\b(?:name[ds]?|identified|known|called)\b(?: only| just| simply)? as\s$")
OF_THE_HEAD = ("flat", "appos", "compound", "nmod:desc", "dep")


@dataclass(frozen=True, slots=True)
class Who:
    """`at` gives the narrowest mention on a token, `titled` the mention whose title stands there."""

    at: dict[int, Mention]
    titled: dict[int, Mention]
    chains: dict[int, list[Mention]]

    @classmethod
    def of(cls, page: Page, mentions: tuple[Mention, ...]) -> Who:
        at: dict[int, Mention] = {}
        titled: dict[int, Mention] = {}
        chains: dict[int, list[Mention]] = {}
        for mention in sorted(mentions, key=lambda m: (-len(m.span), m.span)):
            at.update(dict.fromkeys(page.tokens_in(mention.span.start, mention.span.end), mention))
            for title in mention.titles:
                titled.update(dict.fromkeys(page.tokens_in(title.start, title.end), mention))
        for mention in mentions:
            chains.setdefault(mention.chain, []).append(mention)
        return cls(at, titled, chains)

    def chain(self, mention: Mention) -> list[Mention]:
        return self.chains[mention.chain]

    def behind_comma(self, page: Page, phrase: Range) -> Mention | None:
        """The one person or body whose name ends the phrase ("another rebel leader, Ada Okello")."""
        first, last = phrase
        if page.tokens[last - 1].text == ",":
            last -= 1
        named = self.at.get(last - 1)
        if named is None or named.form is not Form.NAME or named.kind is EntityKind.PLACE:
            return None
        words = page.tokens_in(named.span.start, named.span.end)
        commas = [index for index in range(first, last) if page.tokens[index].text == ","]
        if len(commas) != 1 or words.stop != last or not 0 < words.start - commas[0] <= TITLED:
            return None
        return named if all(page.tokens[i].tag in ("PROPN", "ADJ", "DET") for i in range(commas[0] + 1, last)) else None

    def called(self, page: Page, phrase: Range) -> Mention | None:
        """The name at the end of a phrase that says how somebody calls himself ("who gave her name only as Ada")."""
        start, end = page.chars(*phrase)
        named = self.at.get(phrase[1] - 1)
        known = named is not None and named.form is Form.NAME and named.span.end >= end
        return named if known and CALLED.search(page.text, start, page.tokens[phrase[1] - 1].start) else None

    def behind_relative(self, page: Page, phrase: Range) -> Mention | None:
        """The mention that a relative pronoun stands for ("the fund, which says ...")."""
        first, last = phrase
        if last - first != 1 or page.tokens[first].text.lower() not in ("which", "that", "who"):
            return None
        noun = antecedent(page, first)
        beside = first - 2 if page.tokens[first - 1].text == "," else first - 1
        return self.at.get(noun if noun != first else beside)

    def of_phrase(self, page: Page, phrase: Range) -> Mention | None:
        """The mention that the phrase comes to: on its head, titled by it, or set beside it."""
        head = head_of(page, phrase)
        found = self.at.get(head) or self.titled.get(head)
        if found is not None and found.form is not Form.NOMINAL:
            return found
        named = self.behind_comma(page, phrase) or self.called(page, phrase)
        if named is not None:
            return named
        for index in range(*phrase):
            token = page.tokens[index]
            if token.head == head and token.relation in OF_THE_HEAD and index in self.at:
                beside = self.at[index]
                if beside.form is Form.NAME and (beside.kind is EntityKind.PERSON or token.relation in TELLING):
                    return beside
        return found
