"""What the head of a request must show: a name that is ours, an origin that is ours, and that whoever asks has entered.

The name stops a page elsewhere that has its name point here (DNS rebinding); the origin stops one that sends a form
here (CSRF). A program that is no browser sends neither origin nor fetch site; it may write through the API alone, for
forms have a secret of their own (see `pages`).
"""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import urlsplit

from dragoman.show.web.guard.tokens import has_entered
from dragoman.show.web.head import Head, Refusal
from dragoman.show.web.settings import Settings, is_loopback

NAME = re.compile(r"([A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(:\d{1,5})?")
"""What a Host header may look like: a name or a number, and a port."""


def refused(head: Head, settings: Settings) -> Refusal | None:
    """Why a request is not let through, or None."""
    if not is_our_name(head.headers.get("host", ""), settings):
        return Refusal(
            421, "This is not the address of the workspace.", "Ask by the address that it printed, or start it with"
            " --allow-host NAME where it is to be known by another name.",
        )  # fmt: skip
    if head.writes and not is_our_origin(head):
        return Refusal(403, "Another page sent this.", "Open the workspace itself and do it there.")
    if head.headers.get("sec-fetch-site") == "cross-site" and head.headers.get("sec-fetch-mode") != "navigate":
        return Refusal(403, "Another page asked for this.", "Open the workspace itself.")
    if not has_entered(head, settings.token):
        return Refusal(
            401, "This workspace is for those who have its token.",
            "Enter it at /enter, or send it as `Authorization: Bearer TOKEN`.", {"WWW-Authenticate": "Bearer"},
        )  # fmt: skip
    return None


def is_our_name(host: str, settings: Settings) -> bool:
    """Whether a Host header names this workspace: loopback alone, or for others any address and the names allowed."""
    if not NAME.fullmatch(host):
        return False
    name = urlsplit(f"//{host}").hostname or ""
    if name in settings.names:
        return True
    return is_loopback(name) if settings.is_private else is_loopback(name) or is_address(name) or name == settings.host


def is_address(name: str) -> bool:
    """Whether it is a number, which no foreign name server can point elsewhere."""
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def is_our_origin(head: Head) -> bool:
    """Whether what is sent comes from a page of ours, or from no page at all."""
    origin = head.headers.get("origin")
    if origin is not None:
        return urlsplit(origin).netloc == head.headers.get("host") and origin != "null"
    return head.headers.get("sec-fetch-site", "none") in ("same-origin", "none")
