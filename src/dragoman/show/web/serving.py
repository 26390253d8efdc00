"""Opens the socket and serves a workspace on it until it is told to stop."""

from __future__ import annotations

import errno
import socket
from collections.abc import Callable

from dragoman.model.problem import DragomanError, UsageError
from dragoman.show.web.settings import Settings

BACKLOG = 128
AT_ONCE = 256


def serve(settings: Settings, on_ready: Callable[[str], None]) -> None:
    """Serve until interrupted; `on_ready` is called with the address as soon as it can be asked.

    Raises DragomanError, with the mend, where the address cannot be had.
    """
    with opened(settings) as listening:
        import uvicorn

        from dragoman.show.web.app import workspace

        config = uvicorn.Config(
            workspace(settings), log_level="warning", access_log=False, server_header=False, proxy_headers=False,
            timeout_keep_alive=30, timeout_graceful_shutdown=1, limit_concurrency=AT_ONCE, lifespan="on",
        )  # fmt: skip
        on_ready(address(settings, listening.getsockname()[1]))
        uvicorn.Server(config).run(sockets=[listening])


def opened(settings: Settings) -> socket.socket:
    """A socket that listens. Raises DragomanError, with the mend, where there can be none."""
    try:
        family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
        return socket.create_server((settings.host, settings.port), family=family, backlog=BACKLOG)
    except OSError as error:
        raise no_socket(settings, error) from error


def no_socket(settings: Settings, error: OSError) -> DragomanError:
    if error.errno == errno.EADDRINUSE:
        return DragomanError(
            f"port {settings.port} is in use, perhaps by another workspace: name another with --port "
            f"{settings.port + 1}, or take any free one with --port 0"
        )
    if error.errno in (errno.EACCES, errno.EPERM):
        return DragomanError(f"port {settings.port} needs the rights of the system: name one above 1023 with --port")
    return UsageError(f"--host {settings.host}: not an address of this machine ({error.strerror or error})")


def address(settings: Settings, port: int) -> str:
    """
    >>> from pathlib import Path
    >>> address(Settings(folder=Path(), host="::1"), 8417)
    'http://[::1]:8417/'
    """
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    return f"http://{host}:{port}/"
