"""Who has entered: by the token in a header, or by the cookie that the entrance gave for it."""

from __future__ import annotations

import hashlib
import hmac

from dragoman.show.web.head import Head

COOKIE = "dragoman"
OPEN = ("/enter", "/static/")
"""What is shown to those who have not entered."""


def session(token: str) -> str:
    """What the cookie holds: known from the token, while the token is not known from it."""
    return hmac.new(token.encode(), b"dragoman session", hashlib.sha256).hexdigest()


def has_entered(head: Head, token: str | None) -> bool:
    """Whether nobody need enter, or this one has."""
    if token is None or head.path.startswith(OPEN):
        return True
    scheme, _, given = head.headers.get("authorization", "").partition(" ")
    by_header = scheme.lower() == "bearer" and same(given.strip(), token)
    return by_header or same(head.cookie(COOKIE), session(token))


def same(given: str, wanted: str) -> bool:
    """Whether they are the same, told in the same time wherever they differ."""
    return hmac.compare_digest(given.encode("utf-8", "surrogatepass"), wanted.encode())
