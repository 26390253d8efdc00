"""`dragoman serve`: the workspace, on a loopback address unless another is named.

Keeps nothing itself: articles that are added go into the store, as `dragoman run` does it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dragoman.model.problem import DragomanError, NothingFound
from dragoman.show.cli import output
from dragoman.show.cli.options import KEPT
from dragoman.show.web.settings import LOOPBACK, PORT, RATE, Settings, checked

Folder = Annotated[Path, typer.Argument(metavar="DIR", help="The folder of the kept runs.")]
Host = Annotated[str, typer.Option(metavar="ADDRESS", help="The address to listen on; all but loopback need a token.")]
Port = Annotated[int, typer.Option(min=0, max=65_535, metavar="N", help="The port to listen on; 0 takes a free one.")]
Token = Annotated[
    str | None,
    typer.Option(envvar="DRAGOMAN_TOKEN", metavar="TEXT", help="Whoever asks must show it; read from DRAGOMAN_TOKEN."),
]
Names = Annotated[
    list[str] | None,
    typer.Option("--allow-host", metavar="NAME", help="Another name that it may be asked for by; may be repeated."),
]
Network = Annotated[bool, typer.Option("--network", help="Let it fetch articles by their address, from public hosts.")]
Rate = Annotated[int, typer.Option(min=1, metavar="N", help="Requests a second that one client may make.")]
Open = Annotated[bool, typer.Option("--open", help="Open it in the browser.")]
Store = Annotated[
    str | None,
    typer.Option(metavar="URL", help="The store, where it is not dragoman.db in the folder: postgresql://host/name."),
]


def serve(
    folder: Folder = KEPT, host: Host = LOOPBACK, port: Port = PORT, token: Token = None, names: Names = None,
    network: Network = False, store: Store = None, rate: Rate = RATE, browse: Open = False,
) -> None:  # fmt: skip
    """Serve the kept runs as a workspace in the browser.

    It shows what report.html shows, live over the store, and besides: stories, search, the record as of a day, runs
    and what changed between them, corrections, and new articles, dropped or pasted; and a JSON API under /api/v1. It
    listens on this machine alone unless --host names another address, which needs a token. Ctrl-C ends it.
    """
    allowed = tuple(names or ())
    settings = checked(
        Settings(
            folder=folder,
            store=store,
            host=host,
            port=port,
            token=token or None,
            names=allowed,
            network=network,
            reads_a_second=rate,
        )
    )
    if not folder.is_dir():
        raise NothingFound(f"{folder}: there is no such folder; make it with `dragoman run PATH -o {folder}`")
    try:
        from dragoman.show.web.serving import serve as serving
    except ImportError as error:
        raise DragomanError(f"{error.name} is not installed; run `pip install --upgrade dragoman`") from error
    serving(settings, lambda address: ready(address, folder, browse=browse))


def ready(address: str, folder: Path, *, browse: bool) -> None:
    """Print the address; open it where that is wanted and can be."""
    output.data(f"The workspace of {folder} is at {address}\n")
    output.warn("Ctrl-C ends it.")
    if browse:
        import webbrowser

        if not webbrowser.open(address):
            output.warn("No browser was found here: open the address in one.")
