"""What the sources say of a negotiation, with the words that every row rests on.

`dragoman.build(path)` reads articles, `dragoman.load(path)` takes a kept run up again; both give a `Record`.
`record.why(id)` gives the words that a row rests on, `record.to_pandas(what)` one list as a data frame,
`record.table(what)` as flat rows, and `record.report()` the HTML page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dragoman.show.notebook import Record, build, load, report, table, to_pandas

__version__ = "0.1.0"
__all__ = ["Record", "__version__", "build", "load", "report", "table", "to_pandas"]


def __getattr__(name: str) -> Any:
    """The façade, imported when it is first asked for, so that `import dragoman` costs nothing."""
    if name not in __all__:
        raise AttributeError(f"module 'dragoman' has no attribute {name!r}")
    from dragoman.show import notebook

    return getattr(notebook, name)
