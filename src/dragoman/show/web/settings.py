"""By what a workspace is served: which store, on which address, for whom, and how much of anything at most."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from pathlib import Path

from dragoman.model.problem import UsageError

LOOPBACK = "127.0.0.1"
PORT = 8417
RATE = 200
SHORTEST_TOKEN = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """`store` is a URL where runs are not kept in the folder; `names` are host names it may be asked for by."""

    folder: Path
    store: str | None = None
    host: str = LOOPBACK
    port: int = PORT
    token: str | None = None
    names: tuple[str, ...] = ()
    network: bool = False
    most_bytes: int = 25_000_000
    reads_a_second: float = RATE
    writes_a_second: float = 2

    @property
    def place(self) -> Path | str:
        """Where the runs are kept."""
        return self.store or self.folder

    @property
    def is_private(self) -> bool:
        """Whether only programs on this machine can reach it."""
        return is_loopback(self.host)


def checked(settings: Settings) -> Settings:
    """The settings. Raises UsageError, with the mend, where they would let strangers in."""
    if settings.token is not None and len(settings.token) < SHORTEST_TOKEN:
        raise UsageError(f"the token is shorter than {SHORTEST_TOKEN} characters; take a longer one. {HOW}")
    if not settings.is_private and settings.token is None:
        raise UsageError(f"--host {settings.host} lets others in, so it needs a token. {HOW}")
    return settings


HOW = 'For example: export DRAGOMAN_TOKEN="$(python -c "import secrets; print(secrets.token_urlsafe(24))")"'


def is_loopback(host: str) -> bool:
    """
    >>> [is_loopback(host) for host in ("localhost", "127.0.0.1", "::1", "0.0.0.0", "example.org")]
    [True, True, True, False, False]
    """
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
