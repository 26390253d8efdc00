"""Which addresses of strangers may stand in a file that other programs follow: those of web pages."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

SIGNS = "%:/?#[]@!$&'()*+,;=~"


def web_address(url: str | None) -> str | None:
    """The address with its odd characters written safely, or None where it is no web page.

    >>> web_address("https://example.org/a b"), web_address("javascript:alert(1)")
    ('https://example.org/a%20b', None)
    """
    try:
        known = url is not None and urlsplit(url).scheme in ("http", "https") and bool(urlsplit(url).hostname)
    except ValueError:
        return None
    return quote(url, safe=SIGNS, errors="replace") if known and url else None
