"""`dragoman compare`: two outlets or two articles of a kept record side by side.

Does not read articles and does not load the language model.
"""

from __future__ import annotations

import json
from typing import Annotated

import typer

from dragoman.show.cli import output
from dragoman.show.cli.kept import kept_record
from dragoman.show.cli.options import KEPT, AsJson, From

NAME = "An outlet, or an article by its label, path or id."


def compare(
    left: Annotated[str, typer.Argument(metavar="A", help=NAME)],
    right: Annotated[str, typer.Argument(metavar="B", help="The other one.")],
    as_json: AsJson = False,
    source: From = KEPT,
) -> None:
    """Show two outlets or two articles side by side.

    Where they differ, what both tell, on what one of them is silent. Counts and words only: neither is judged.
    """
    from dragoman.show.comparison import compare as compared
    from dragoman.show.lookup import Lookup
    from dragoman.show.views import comparison as view

    lookup = Lookup.of(kept_record(source))
    found = compared(left, right, lookup)
    if as_json:
        output.data(json.dumps(view.as_json(found), ensure_ascii=False, indent=1) + "\n")
        return
    output.show(view.screen(found, lookup))
