"""The lists that `dragoman show` prints, one file each, in the order of the report."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.show.views.actors import ACTORS
from dragoman.show.views.answers import ANSWERS
from dragoman.show.views.articles import ARTICLES
from dragoman.show.views.claims import CLAIMS
from dragoman.show.views.disagreements import DISAGREEMENTS
from dragoman.show.views.framing import FRAMING
from dragoman.show.views.gaps import GAPS
from dragoman.show.views.inbrief import BRIEF
from dragoman.show.views.meetings import MEETINGS
from dragoman.show.views.offers import OFFERS
from dragoman.show.views.row import View
from dragoman.show.views.statements import STATEMENTS
from dragoman.show.views.stories import STORIES
from dragoman.show.views.timeline import TIMELINE

VIEWS: Mapping[str, View] = {
    "brief": BRIEF,
    "articles": ARTICLES,
    "stories": STORIES,
    "meetings": MEETINGS,
    "offers": OFFERS,
    "answers": ANSWERS,
    "statements": STATEMENTS,
    "disagreements": DISAGREEMENTS,
    "claims": CLAIMS,
    "framing": FRAMING,
    "actors": ACTORS,
    "timeline": TIMELINE,
    "gaps": GAPS,
}
