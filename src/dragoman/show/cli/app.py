"""The program `dragoman`: its commands, and how it ends.

Turns a fault in the call into one line on stderr and its exit code. Does no work of its own, and imports what a
command needs only when the command runs.
"""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from dragoman import __version__
from dragoman.model.problem import DragomanError
from dragoman.show.cli import output
from dragoman.show.cli.check import check
from dragoman.show.cli.compare import compare
from dragoman.show.cli.correct import correct
from dragoman.show.cli.diff import diff
from dragoman.show.cli.doctor import doctor
from dragoman.show.cli.export import export
from dragoman.show.cli.run import run
from dragoman.show.cli.runs import runs
from dragoman.show.cli.serve import serve
from dragoman.show.cli.show import show
from dragoman.show.cli.why import why

app = typer.Typer(
    name="dragoman",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Example:  dragoman run ./articles && dragoman show statements\n\n"
    "Exit codes: 0 fine, 1 failed, 2 wrong usage, 3 nothing found.",
)


def print_version(wanted: bool) -> None:
    if wanted:
        output.data(f"dragoman {__version__}\n")
        raise typer.Exit


@app.callback()
def dragoman(
    version: Annotated[
        bool, typer.Option("--version", callback=print_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """What the sources say of a negotiation: who said, offered, answered and denied what, with every word it rests on.

    It records what the sources say, not what is true. Nothing leaves this machine.
    """


app.command(epilog="Example:  dragoman run ./articles -o ./talks")(run)
app.command(epilog="Example:  dragoman show statements --actor Halonen --since 1995-11-01")(show)
app.command(epilog="Example:  dragoman why st-3f9a2c1d")(why)
app.command(epilog='Example:  dragoman check "the talks lasted two hours"')(check)
app.command(epilog='Example:  dragoman compare "Harbour Press" "Levant Daily"')(compare)
app.command(epilog="Example:  dragoman runs --from ./talks")(runs)
app.command(epilog="Example:  dragoman diff 1 2 --from ./talks")(diff)
app.command(epilog="Example:  dragoman correct same en-1a2b3c4d en-5e6f7a8b")(correct)
app.command(epilog="Example:  dragoman export csv -o ./talks-csv")(export)
app.command(epilog="Example:  dragoman serve ./talks --open")(serve)
app.command(epilog="Example:  dragoman doctor")(doctor)


def main() -> None:
    """Run the program and leave with its exit code."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # its matrices are small: more threads only wait for each other
    output.fit_to_terminal()
    try:
        app()
    except DragomanError as error:
        output.warn(f"dragoman: {error}")
        sys.exit(error.exit_code)


if __name__ == "__main__":
    main()
