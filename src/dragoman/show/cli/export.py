"""`dragoman export`: a kept record in the format of another program.

Does not read articles and does not load the language model.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.model.problem import UsageError
from dragoman.show.cli import output
from dragoman.show.cli.kept import kept_record
from dragoman.show.cli.options import KEPT, From

if TYPE_CHECKING:
    from dragoman.show.export.kind import Export


STDOUT = Path("-")


class To(StrEnum):
    """The formats there are."""

    CSV = "csv"
    XLSX = "xlsx"
    PARQUET = "parquet"
    JSONLD = "jsonld"
    GRAPHML = "graphml"
    TIMELINEJS = "timelinejs"
    MARKDOWN = "markdown"
    CSL_JSON = "csl-json"


def export(
    to: Annotated[To, typer.Argument(metavar="FORMAT", help=f"One of {', '.join(To)}.")],
    out: Annotated[
        Path | None,
        typer.Option("-o", "--out", metavar="PATH", help="File or folder to write; - is stdout. Else beside the run."),
    ] = None,
    source: From = KEPT,
) -> None:
    """Write the record for another program.

    Every row comes with its article, character range and words. csv and parquet are folders with one file for each
    list; the others are one file. Prints the path. xlsx and parquet need `pip install 'dragoman[export]'`.
    """
    from dragoman.show.export import EXPORTS

    wanted = EXPORTS[to]
    if out == STDOUT and (wanted.folder or wanted.binary):
        raise UsageError(f"{to} cannot be printed: name {'a folder' if wanted.folder else 'a file'} with -o")
    files = wanted.files(kept_record(source))
    if out == STDOUT:
        output.data("".join(content.decode() for content in files.values()))
    else:
        output.data(f"{written(wanted, files, out or beside(source) / wanted.name)}\n")


def beside(source: Path) -> Path:
    """The folder of a run that is named by its folder or by its record."""
    return source if source.is_dir() else source.parent


def written(wanted: Export, files: Mapping[str, bytes], place: Path) -> Path:
    """Write the files of an export; gives back the file or folder they are in."""
    from dragoman.store.files import write_bytes

    for name, content in files.items():
        write_bytes(place / name if wanted.folder else place, content)
    return place
