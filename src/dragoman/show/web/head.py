"""The head of a request, and what is answered where it is refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie
from typing import Any

READING = ("GET", "HEAD", "OPTIONS")


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a request is not answered: a status, what happened, and what mends it."""

    status: int
    title: str
    mend: str
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Head:
    """Method, path, client and headers of a request; header names are in lower case."""

    method: str
    path: str
    client: str
    headers: Mapping[str, str]

    @classmethod
    def of(cls, scope: Mapping[str, Any]) -> Head:
        headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
        client = scope.get("client") or ("", 0)
        return cls(scope["method"], scope["path"], client[0], headers)

    @property
    def writes(self) -> bool:
        return self.method not in READING

    @property
    def wants_json(self) -> bool:
        """Whether a program asks: the answer to it is JSON."""
        return self.path.startswith("/api/")

    def cookie(self, name: str) -> str:
        try:
            morsel = SimpleCookie(self.headers.get("cookie", "")).get(name)
        except CookieError:
            return ""
        return morsel.value if morsel else ""
