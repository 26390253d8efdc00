"""`dragoman check`: what a kept record holds of a claim in the user's own words.

Does not read articles and does not load the language model; it looks for words, and shows them to be judged.
"""

from __future__ import annotations

import json
from typing import Annotated

import typer

from dragoman.model.problem import UsageError
from dragoman.show.cli import output
from dragoman.show.cli.kept import kept_record
from dragoman.show.cli.options import KEPT, AsJson, From


def check(
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="A claim in your own words, in quotation marks.")],
    as_json: AsJson = False,
    source: From = KEPT,
) -> None:
    """Show who says a claim, who denies it, and who is silent.

    Places are found by their words: a name stands for whom it means, a number for its value. Each is shown as it
    stands, with the words of the claim that it has not, and is yours to judge.
    """
    if not claim.strip():
        raise UsageError('nothing was asked: dragoman check "the talks took place on Friday"')
    from dragoman.show.asked import check as checked
    from dragoman.show.lookup import Lookup
    from dragoman.show.views import answer as view

    lookup = Lookup.of(kept_record(source))
    answer = checked(claim, lookup)
    if as_json:
        output.data(json.dumps(view.as_json(answer), ensure_ascii=False, indent=1) + "\n")
        return
    output.show(view.screen(answer, lookup))
