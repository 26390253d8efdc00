"""Fetching articles: from public hosts alone, whatever an address, a name server or a redirect says."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Callable, Iterator, Sequence

import pytest

from dragoman.show.web.intake import fetch
from dragoman.show.web.intake.fetch import NotFetched, fetched, is_public
from tests.web.conftest import HERE, Client, Page, secret

PUBLIC = "93.184.215.14"


def to(*numbers: str) -> Callable[[str, int], Sequence[str]]:
    return lambda host, port: numbers


@pytest.mark.parametrize(
    "number",
    ["127.0.0.1", "127.8.8.8", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.0.1", "169.254.169.254", "100.64.0.1",
     "224.0.0.1", "255.255.255.255", "::", "::1", "fe80::1%eth0", "fc00::1", "ff02::1", "::ffff:10.0.0.1",
     "64:ff9b::7f00:1", "2002:7f00:1::", "2001:0:7f00:1::", "240.0.0.1", "not a number"],
)  # fmt: skip
def test_what_is_not_public_is_not_asked(number: str) -> None:
    assert not is_public(number)
    with pytest.raises(NotFetched, match="not a public host"):
        fetched("https://news.example/a", resolve=to(number))


def test_one_private_number_among_public_ones_is_one_too_many() -> None:
    with pytest.raises(NotFetched, match="not a public host"):
        fetched("https://news.example/a", resolve=to(PUBLIC, "10.0.0.1"))


@pytest.mark.parametrize(
    "address",
    ["file:///etc/passwd", "ftp://news.example/a", "gopher://x", "//news.example", "news.example/a", "https://", "http://[",
     "https://news.example:8443/a", "http://news.example:22/", "https://user:word@news.example/a",
     "javascript:alert(1)"],
)  # fmt: skip
def test_only_addresses_of_web_pages_are_asked(address: str) -> None:
    with pytest.raises(NotFetched):
        fetched(address, resolve=to(PUBLIC))


@pytest.mark.parametrize("address", ["http://2130706433/", "http://0x7f.1/", "http://127.1/", "http://localhost/"])
def test_other_ways_to_write_this_machine_are_seen_through(address: str) -> None:
    with pytest.raises(NotFetched):
        fetched(address)


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, str]]:
    """A site on this machine that is taken for a public one; `asked` are the paths that were asked for."""
    asked: dict[str, str] = {}

    class Answer(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked[self.path] = self.headers["Host"]
            sends = {"/away": "http://inside.example/secret", "/round": "/round", "/moved": "/article"}
            self.send_response(302 if self.path in sends else 200)
            if self.path in sends:
                self.send_header("Location", sends[self.path])
            self.send_header("Content-Type", "application/pdf" if self.path == "/scan" else "text/html; charset=utf-8")
            self.end_headers()
            body = b"x" * (fetch.LONGEST + 70_000) if self.path == "/long" else b"<p>They met in Geneva.</p>"
            self.wfile.write(body if self.path not in sends else b"")

        def log_message(self, *_: object) -> None:
            return

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    monkeypatch.setattr(fetch, "PORTS", {"http": server.server_port, "https": 443})
    monkeypatch.setattr(fetch, "LONGEST", 200_000)
    monkeypatch.setattr(fetch, "is_public", lambda number: number == "127.0.0.1")
    yield asked
    server.shutdown()
    server.server_close()


def known(host: str, port: int) -> Sequence[str]:
    return ["127.0.0.1"] if host == "news.example" else ["10.0.0.1"]


def test_an_article_is_fetched_by_the_number_that_was_looked_at(site: dict[str, str]) -> None:
    found = fetched("http://news.example/article", resolve=known)
    assert (found.path, found.content) == ("news.example/article.html", b"<p>They met in Geneva.</p>")
    assert site["/article"].startswith("news.example")


def test_a_redirect_is_followed_within_what_is_public(site: dict[str, str]) -> None:
    assert fetched("http://news.example/moved", resolve=known).path == "news.example/article.html"
    with pytest.raises(NotFetched, match=r"inside\.example: not a public host"):
        fetched("http://news.example/away", resolve=known)
    with pytest.raises(NotFetched, match="from one address to the next"):
        fetched("http://news.example/round", resolve=known)


@pytest.mark.parametrize(("path", "why"), [("/scan", "application/pdf"), ("/long", "too long")])
def test_what_is_no_article_is_not_taken(site: dict[str, str], path: str, why: str) -> None:
    with pytest.raises(NotFetched, match=why):
        fetched(f"http://news.example{path}", resolve=known)


def test_a_workspace_fetches_nothing_unless_it_was_told_to(client: Client) -> None:
    desk = client()
    assert "Fetch and read" not in desk.get("/add").text
    data = {"addresses": "https://news.example/a", "secret": secret(desk)}
    answer = desk.post("/articles", data=data, headers={"Origin": HERE})
    assert answer.status_code == 422
    assert "--network" in Page(answer.text).text
    assert "Fetch and read" in client(network=True).get("/add").text
