"""How much may be sent: what is longer is let run past, so that the answer arrives, and never held."""

from __future__ import annotations

import asyncio

from starlette.exceptions import HTTPException
from starlette.types import Message, Receive

from dragoman.show.web.head import Head

RUN_PAST = 1_000_000_000
"""Bytes that are let run past at most; who sends more is cut off."""
PATIENCE = 60
"""Seconds in which all must have been sent."""


class TooLarge(HTTPException):
    """More was sent than may be."""

    def __init__(self, most: int) -> None:
        super().__init__(
            413,
            f"What you sent is longer than {most // 1_000_000} MB. Send fewer articles at once, or put large ones"
            " into a folder and read them with `dragoman run PATH`.",
        )


def declared(head: Head) -> int:
    """How long the body says it is, 0 where it says nothing that can be read."""
    length = head.headers.get("content-length", "")
    return int(length) if length.isascii() and length.isdigit() and len(length) < 19 else 0


class Limited:
    """Receives the body of a request, at most so many bytes of it."""

    def __init__(self, receive: Receive, head: Head, most: int) -> None:
        self.receive, self.head, self.most = receive, head, most
        self.seen = 0
        self.deadline = asyncio.get_running_loop().time() + PATIENCE
        self.ended = False

    async def __call__(self) -> Message:
        if self.ended:
            return await self.receive()
        if declared(self.head) > self.most:
            await self.run_past()
        message = await self.next()
        if self.seen > self.most:
            await self.run_past()
        return message

    async def next(self) -> Message:
        try:
            async with asyncio.timeout_at(self.deadline):
                message = await self.receive()
        except TimeoutError as error:
            raise HTTPException(408, "Sending took too long. Try again, or send fewer articles at once.") from error
        self.seen += len(message.get("body", b""))
        self.ended = message["type"] != "http.request" or not message.get("more_body", False)
        return message

    async def run_past(self) -> None:
        """Let the rest go by and refuse; who waits to be asked for the body is refused at once."""
        if self.head.headers.get("expect", "").lower() != "100-continue":
            while not self.ended and self.seen < RUN_PAST:
                await self.next()
        raise TooLarge(self.most)
