"""The wall: who may ask, by which name, from which page, how often, how much; and what a browser is told to refuse."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from dragoman.model.problem import UsageError
from dragoman.show.web.guard.rates import Rates
from dragoman.show.web.settings import Settings, checked
from tests.web.conftest import HERE, Client, Page, secret

TOKEN = "long-enough-to-be-a-token"


@pytest.mark.parametrize("name", ["localhost:8417", "127.0.0.1:8417", "[::1]:8417", "localhost"])
def test_a_workspace_answers_to_the_names_of_this_machine(desk: TestClient, name: str) -> None:
    assert desk.get("/", headers={"Host": name}).status_code == 200


@pytest.mark.parametrize(
    "name", ["evil.example", "localhost.evil.example", "127.0.0.1.nip.io", "192.168.1.4", "evil@127.0.0.1:x", "[", ""]
)
def test_a_name_that_was_pointed_here_is_refused(desk: TestClient, name: str) -> None:
    for address in ("/", "/api/v1/claims", "/static/x/style.css"):
        answer = desk.get(address, headers={"Host": name})
        assert answer.status_code == 421
        assert "accord" not in answer.text


def test_another_name_can_be_allowed(client: Client) -> None:
    desk = client(names=("talks.internal",))
    assert desk.get("/", headers={"Host": "talks.internal"}).status_code == 200


@pytest.mark.parametrize("origin", ["https://evil.example", "http://127.0.0.1:9999", "null", "http://localhost:8417"])
@pytest.mark.parametrize("address", ["/articles", "/api/v1/articles", "/enter"])
def test_what_another_page_sends_is_refused(desk: TestClient, origin: str, address: str) -> None:
    answer = desk.post(address, json={"articles": [{"text": "They met."}]}, headers={"Origin": origin})
    assert answer.status_code == 403


def test_what_another_site_sends_is_refused_without_an_origin_too(desk: TestClient) -> None:
    headers = {"Sec-Fetch-Site": "cross-site"}
    assert desk.post("/api/v1/articles", json={"articles": [{"text": "x"}]}, headers=headers).status_code == 403


def test_another_site_may_link_here_and_no_more(desk: TestClient) -> None:
    headers = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}
    assert desk.get("/", headers=headers).status_code == 200
    assert desk.get("/api/v1/claims", headers=headers | {"Sec-Fetch-Mode": "no-cors"}).status_code == 403


@pytest.mark.parametrize("given", ["", "guessed", "x" * 32])
def test_a_form_without_the_secret_is_refused(desk: TestClient, given: str) -> None:
    answer = desk.post("/articles", data={"text": "They met.", "secret": given}, headers={"Origin": HERE})
    assert answer.status_code == 403
    assert "Reload the page" in answer.text


def test_two_workspaces_have_two_secrets(client: Client) -> None:
    assert secret(client()) != secret(client())


def test_the_api_takes_json_and_no_form_of_another_page(desk: TestClient) -> None:
    body = '{"articles": [{"text": "They met."}]}'
    answer = desk.post("/api/v1/articles", content=body, headers={"Content-Type": "text/plain"})
    assert answer.status_code == 422


def test_whoever_has_no_token_sees_nothing(client: Client) -> None:
    desk = client(token=TOKEN)
    for address in ("/", "/row/di-signed", "/api/v1/claims", "/api/v1/openapi.json", "/jobs/jo-1/events"):
        answer = desk.get(address)
        assert answer.status_code == 401
        assert "accord" not in answer.text
    assert desk.get("/enter").status_code == 200


@pytest.mark.parametrize("given", [f"Bearer {TOKEN}x", "Bearer ", TOKEN, f"Basic {TOKEN}", "Bearer é"])
def test_a_wrong_token_is_no_token(client: Client, given: str) -> None:
    headers = {"Authorization": given.encode()}
    assert client(token=TOKEN).get("/api/v1/claims", headers=headers).status_code == 401


def test_a_program_shows_its_token_and_a_reader_enters_it(client: Client) -> None:
    desk = client(token=TOKEN)
    assert desk.get("/api/v1/claims", headers={"Authorization": f"Bearer {TOKEN}"}).status_code == 200
    assert desk.post("/enter", data={"token": "wrong"}, headers={"Origin": HERE}).status_code == 403
    answer = desk.post("/enter", data={"token": TOKEN}, headers={"Origin": HERE}, follow_redirects=False)
    assert answer.headers["location"] == "/"
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert TOKEN not in cookie
    assert desk.get("/").status_code == 200


def test_guessing_a_token_becomes_slow(client: Client) -> None:
    desk = client(token=TOKEN)
    found = [desk.get("/", headers={"Authorization": f"Bearer {n}"}).status_code for n in range(14)]
    assert found[0] == 401
    assert found[-1] == 429


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.4", "::"])
def test_an_address_that_others_reach_needs_a_token(client: Client, host: str) -> None:
    from pathlib import Path

    with pytest.raises(UsageError, match="needs a token"):
        checked(Settings(folder=Path(), host=host))
    with pytest.raises(UsageError, match="longer"):
        checked(Settings(folder=Path(), host=host, token="short"))
    assert checked(Settings(folder=Path(), host=host, token=TOKEN))


@pytest.mark.parametrize(
    "address",
    ["/static/x/../../settings.py", "/static/x/..%2f..%2fsettings.py", "/static/x/%2e%2e/app.py",
     "/static/x//etc/passwd", "/row/../../../etc/passwd",
     "/row/%2e%2e%2f%2e%2e%2fetc%2fpasswd", "/articles/..%2f..%2fdragoman.db", "/%00",
     "/dragoman.db", "/record.json", "/static/x/dragoman.db"],
)  # fmt: skip
def test_no_address_leads_to_a_file(desk: TestClient, address: str) -> None:
    answer = desk.get(address)
    assert answer.status_code == 404
    assert "root:" not in answer.text
    assert "Settings" not in answer.text


def test_every_answer_tells_the_browser_what_to_refuse(desk: TestClient) -> None:
    for address in ("/", "/nowhere", "/api/v1/claims", "/static/x/style.css", "/offers?page=x"):
        headers = desk.get(address).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cross-origin-resource-policy"] == "same-origin"
    refused = desk.get("/", headers={"Host": "evil.example"})
    assert "default-src 'none'" in refused.headers["content-security-policy"]
    assert (
        "access-control-allow-origin" not in desk.get("/api/v1/claims", headers={"Origin": "https://x.example"}).headers
    )


def test_too_many_requests_are_told_when_to_come_again(client: Client) -> None:
    desk = client(reads_a_second=1)
    answers = [desk.get("/api/v1/jobs") for _ in range(8)]
    assert answers[0].status_code == 200
    assert answers[-1].status_code == 429
    assert int(answers[-1].headers["retry-after"]) >= 1


def test_a_bucket_fills_again() -> None:
    now = 0.0
    rates = Rates(2, 3, clock=lambda: now)
    assert [rates.wait("a") for _ in range(4)] == [0, 0, 0, 0.5]
    assert rates.wait("b") == 0
    now = 0.5
    assert rates.wait("a") == 0


def test_what_is_too_long_is_refused_in_clear_words(client: Client) -> None:
    desk = client(most_bytes=100_000)
    data = {"text": "x" * 200_000, "secret": secret(desk)}
    answer = desk.post("/articles", data=data, headers={"Origin": HERE})
    assert answer.status_code == 413
    assert "dragoman run PATH" in Page(answer.text).text


def test_what_does_not_say_how_long_it_is_is_counted(client: Client) -> None:
    desk = client(most_bytes=100_000)
    answer = desk.post(
        "/api/v1/articles", content=(b" " * 10_000 for _ in range(50)), headers={"Content-Type": "application/json"}
    )
    assert answer.status_code == 413
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_fault_inside_is_told_without_the_inside(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    from dragoman.show.web.shelf import Shelf

    def broken(*_: object) -> None:
        raise RuntimeError("the inside")

    desk = client()
    monkeypatch.setattr(Shelf, "at_hand", broken)
    for address in ("/offers", "/api/v1/offers"):
        answer = desk.get(address)
        assert answer.status_code == 500
        assert "the inside" not in answer.text
        assert "default-src 'none'" in answer.headers["content-security-policy"]
