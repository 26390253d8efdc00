"""The promise that a run opens no socket, kept for libraries too.

urllib3, which comes along with larger libraries, opens a socket when imported, to learn whether the machine knows
IPv6. It stands in `model` because two rooms import such libraries.
"""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_sockets() -> Iterator[None]:
    """Import inside it what brings urllib3 along: urllib3 does not try, and is told what Python knows.

    >>> with no_sockets():
    ...     from urllib3.util import connection
    >>> connection.HAS_IPV6 is socket.has_ipv6
    True
    """
    known = socket.has_ipv6
    socket.has_ipv6 = False
    try:
        from urllib3.util import connection

        yield
    finally:
        socket.has_ipv6 = known
    connection.HAS_IPV6 = known
