"""The wall before the pages: checks, rates, limits, and the headers of every answer."""

from __future__ import annotations

import math
from collections.abc import Awaitable, Callable
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dragoman.show.web.answers import answer_to
from dragoman.show.web.guard.bodies import Limited
from dragoman.show.web.guard.checks import refused
from dragoman.show.web.guard.rates import Rates
from dragoman.show.web.head import Head, Refusal
from dragoman.show.web.settings import Settings

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
BURST = 4
"""Seconds' worth of requests that may come at once; of writing it is more, for people drop many files."""


class Wall:
    """Lets through what may pass, and answers the rest itself."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app, self.settings = app, settings
        self.reads = Rates(settings.reads_a_second, settings.reads_a_second * BURST)
        self.writes = Rates(settings.writes_a_second, settings.writes_a_second * BURST * 5)
        self.strangers = Rates(0.2, 10)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        head = Head.of(scope)
        sending = with_headers(send)
        refusal = self.refusal(head)
        if refusal is not None:
            await answer_to(head, refusal)(scope, receive, sending)
            return
        await self.app(scope, Limited(receive, head, self.settings.most_bytes), sending)

    def refusal(self, head: Head) -> Refusal | None:
        found = refused(head, self.settings)
        if found is not None and found.status == 401:
            return waiting(self.strangers.wait(head.client)) or found
        if found is not None or head.path.startswith("/static/"):
            return found
        entering = head.writes and head.path == "/enter"
        rates = self.strangers if entering else self.writes if head.writes else self.reads
        return waiting(rates.wait(head.client))


def waiting(seconds: float) -> Refusal | None:
    if not seconds:
        return None
    after = str(max(1, math.ceil(seconds)))
    return Refusal(429, "Too many requests.", f"Try again in {after} s.", {"Retry-After": after})


def with_headers(send: Callable[[Any], Awaitable[None]]) -> Send:
    """Sends answers with the headers that are missing."""

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            named = {name.lower() for name, _ in message["headers"]}
            ours = ((name.encode(), value.encode()) for name, value in HEADERS.items())
            more = [(name, value) for name, value in ours if name.lower() not in named]
            message["headers"] = [*message["headers"], *more]
        await send(message)

    return sending
