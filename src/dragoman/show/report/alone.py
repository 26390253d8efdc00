"""Rows of the report alone, with what they need to look as in the report: for notebooks.

The style sheet reaches nothing outside the row; nothing runs, and anchors that would lead to the page lead nowhere.
"""

from __future__ import annotations

from functools import cache

from markupsafe import Markup

from dragoman.model.record import DisagreementRow, ProposalRow
from dragoman.show.explain import Explained
from dragoman.show.lookup import Lookup
from dragoman.show.reasons import pieces_of
from dragoman.show.report.assets import style
from dragoman.show.report.environment import environment, section_html
from dragoman.show.report.heading import heading
from dragoman.show.report.sections import brief, disagreements, offers

ALONE = ("parts.css", "sections.css", "narrow.css")


def nowhere(_: str) -> str:
    return ""


def record_alone(lookup: Lookup) -> str:
    """The top of the report, and what is told in brief."""
    told = brief.view(lookup)
    parts = [part("rows/record.html", "top", heading(lookup))]
    return framed(*parts, section_html("brief", told, address=nowhere) if told else Markup())


def proposal_alone(row: ProposalRow, lookup: Lookup) -> str:
    """One line of the exchange ledger."""
    labels = {proposal.id: proposal.label for proposal in lookup.record.proposals}
    return framed(part("rows/offer.html", "table", [offers.entry(row, labels, lookup)]))


def disagreement_alone(row: DisagreementRow, lookup: Lookup) -> str:
    """One disagreement, its positions side by side."""
    return framed(part("rows/dispute.html", "one", disagreements.dispute(row, None, lookup)))


def explained_alone(explained: Explained) -> str:
    """What a row rests on."""
    places = [(place, pieces_of(place)) for place in explained.places]
    return framed(part("rows/why.html", "one", explained, places))


def part(template: str, macro: str, *values: object) -> Markup:
    module = environment(nowhere).get_template(template).module
    return Markup(getattr(module, macro)(*values))


def framed(*parts: Markup) -> str:
    return f'<div class="dragoman">{scoped()}{Markup().join(parts)}</div>'


@cache
def scoped() -> Markup:
    """The style sheet, reaching no further than its own division."""
    tokens = style(("tokens.css",)).replace(":root", ".dragoman")
    inside = style(ALONE).replace(".dragoman", ":scope")
    return Markup(f"<style>{tokens}@scope (.dragoman) {{\n{inside}}}</style>")
