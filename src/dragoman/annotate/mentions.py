"""The layer of mentions: who and what an article speaks of, and which mentions mean the same one.

Puts together what the files beside it find: names, the titles that stand with them, descriptions and pronouns. Does
not compare articles: that is for link.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.annotate.referents.chains import Referent, named_referents
from dragoman.annotate.referents.context import Context, Stretch
from dragoman.annotate.referents.later import named_later
from dragoman.annotate.referents.makers import with_makers
from dragoman.annotate.referents.metonymy import with_governments
from dragoman.annotate.referents.names import named_stretches
from dragoman.annotate.referents.nominals import descriptions
from dragoman.annotate.referents.pronouns import pronouns
from dragoman.annotate.referents.resolve import resolve
from dragoman.annotate.referents.titles import with_titles
from dragoman.model.flow import Annotated
from dragoman.model.mention import Mention


def add_mentions(annotated: Annotated) -> Annotated:
    """The article with its mentions, in the order of the text."""
    context = Context.of(annotated)
    named = with_titles(context, with_governments(context, named_stretches(context)))
    told, said = descriptions(context, named), list(pronouns(context))
    referents = named_later(resolve(context, named_referents(context, named), told, said))
    found = [mention(context, r, s) for r in referents for s in r.stretches]
    found = with_makers(context.article, found)
    return replace(annotated, mentions=tuple(sorted(found, key=lambda m: (m.span, m.chain))))


def mention(context: Context, referent: Referent, stretch: Stretch) -> Mention:
    span = context.span(stretch.first, stretch.last)
    return Mention(
        span=span,
        text=context.article.quote(span),
        kind=stretch.kind,
        form=stretch.form,
        chain=referent.number,
        titles=tuple(context.span(*bounds) for bounds in stretch.titles),
        country=stretch.country or referent.country,
    )
