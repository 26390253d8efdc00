"""Fetches an article by its address, where the workspace was started with `--network`.

Public hosts alone: a name is resolved once, every address it has must be public, and the connection goes to an address
that was looked at, so that no name server can point elsewhere in between. Each redirect is looked at anew. Asks no
proxy, sends no cookie, and runs nothing of what it gets.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import time
from collections.abc import Callable, Sequence
from urllib.parse import SplitResult, urljoin, urlsplit

from dragoman import __version__
from dragoman.model.problem import DragomanError
from dragoman.read import Upload

PORTS = {"http": 80, "https": 443}
KINDS = {"text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt", "application/json": ".json"}
REDIRECTS = 5
LONGEST = 10_000_000
PATIENCE = 10.0
"""Seconds to wait for one answer."""
WHOLE = 30.0
"""Seconds in which all must have come."""

TUNNELS = [ipaddress.ip_network(one) for one in ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32")]
"""IPv6 addresses that lead to an IPv4 address within them."""

Resolve = Callable[[str, int], Sequence[str]]


class NotFetched(DragomanError):  # noqa: N818 - it is what happened
    """Why an address was not fetched."""


def fetched(address: str, *, resolve: Resolve | None = None) -> Upload:
    """The article at an address, as a file of that name. Raises NotFetched with the reason."""
    end = time.monotonic() + WHOLE
    for _ in range(REDIRECTS + 1):
        parts = checked(address)
        number = public_number(parts, resolve or resolved)
        answer = asked(parts, number, end)
        if isinstance(answer, Upload):
            return answer
        address = urljoin(address, answer)
    raise NotFetched(f"{address}: it sends from one address to the next; name the one that has the article")


def checked(address: str) -> SplitResult:
    """The parts of an address that may be asked for."""
    try:
        parts = urlsplit(address.strip())
        port = parts.port
    except ValueError as error:
        raise NotFetched(f"{address}: not an address ({error})") from error
    if parts.scheme not in PORTS or not parts.hostname:
        raise NotFetched(f"{address}: not an address of a web page; it begins with https://")
    if port not in (None, PORTS[parts.scheme]) or parts.username or parts.password:
        raise NotFetched(f"{address}: only the usual ports, and no names and passwords in an address")
    return parts


def public_number(parts: SplitResult, resolve: Resolve) -> str:
    """The number to connect to. Raises NotFetched where the host has any that is not public."""
    host = parts.hostname or ""
    try:
        numbers = resolve(host, PORTS[parts.scheme])
    except (OSError, UnicodeError) as error:
        raise NotFetched(f"{host}: no such host is known ({error})") from error
    if not numbers or not all(is_public(number) for number in numbers):
        raise NotFetched(f"{host}: not a public host; articles of your own network are dropped as files")
    return numbers[0]


def resolved(host: str, port: int) -> Sequence[str]:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(info[4][0]) for info in found]


def is_public(number: str) -> bool:
    """
    >>> [is_public(n) for n in ("93.184.215.14", "10.0.0.1", "127.0.0.1", "169.254.169.254", "::ffff:127.0.0.1")]
    [True, False, False, False, False]
    """
    try:
        found = ipaddress.ip_address(number.partition("%")[0])
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address):
        if found.ipv4_mapped is not None:
            return is_public(str(found.ipv4_mapped))
        if any(found in tunnel for tunnel in TUNNELS):
            return False
    return found.is_global and not found.is_multicast and not found.is_reserved


def asked(parts: SplitResult, number: str, end: float) -> Upload | str:
    """What an address answers: the article, or where else it is."""
    connection = connected(parts, number)
    try:
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        headers = {"User-Agent": f"dragoman/{__version__}", "Accept": ", ".join(KINDS), "Accept-Encoding": "identity"}
        connection.request("GET", target, headers=headers)
        answer = connection.getresponse()
        if answer.status in (301, 302, 303, 307, 308) and (elsewhere := answer.getheader("Location")):
            return elsewhere
        return article(parts, answer, end)
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise NotFetched(f"{parts.geturl()}: it does not answer ({error or type(error).__name__})") from error
    finally:
        connection.close()


def connected(parts: SplitResult, number: str) -> http.client.HTTPConnection:
    """A connection to a number, that speaks to it by the name of the host."""
    host, port = parts.hostname or "", PORTS[parts.scheme]
    connection = http.client.HTTPConnection(host, port, timeout=PATIENCE)
    try:
        plain = socket.create_connection((number, port), timeout=PATIENCE)
        context = ssl.create_default_context() if parts.scheme == "https" else None
        connection.sock = context.wrap_socket(plain, server_hostname=host) if context else plain
    except OSError as error:
        raise NotFetched(f"{parts.geturl()}: it cannot be reached ({error})") from error
    return connection


def article(parts: SplitResult, answer: http.client.HTTPResponse, end: float) -> Upload:
    kind = (answer.getheader("Content-Type") or "").partition(";")[0].strip().lower()
    if answer.status != 200 or kind not in KINDS:
        what = f"status {answer.status}" if answer.status != 200 else f"{kind or 'nothing told'}, not a text"
        raise NotFetched(f"{parts.geturl()}: no article is there ({what})")
    content = bytearray()
    while piece := answer.read1(65_536):
        content += piece
        if len(content) > LONGEST or time.monotonic() > end:
            raise NotFetched(f"{parts.geturl()}: it is too long or too slow; save it as a file and drop that")
    name = f"{parts.hostname}{parts.path}".rstrip("/")
    return Upload(path=name if name.endswith(KINDS[kind]) else name + KINDS[kind], content=bytes(content))
