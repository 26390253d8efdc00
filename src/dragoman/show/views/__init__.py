"""The lists that `dragoman show` prints, one file each."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.show.views.actors import ACTORS
from dragoman.show.views.articles import ARTICLES
from dragoman.show.views.gaps import GAPS
from dragoman.show.views.row import View
from dragoman.show.views.statements import STATEMENTS
from dragoman.show.views.timeline import TIMELINE

VIEWS: Mapping[str, View] = {
    "articles": ARTICLES,
    "actors": ACTORS,
    "statements": STATEMENTS,
    "timeline": TIMELINE,
    "gaps": GAPS,
}
