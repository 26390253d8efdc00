"""How fast the workspace answers: pages of a store of 500 articles, asked for by 20 readers at once.

Makes the articles (invented talks, told by twelve outlets) and their store where it is not there yet, serves it on a
loopback address in a process of its own, and asks for a bounded number of pages, drawn in a fixed order: the whole
record, lists, filters, searches, rows, articles, the API. Says the median and the 99th percentile, of pages that are
asked for the first time as well. Does not judge: docs/quality.md says what is aimed at.

usage: python benchmarks/workspace.py [FOLDER] [--articles N] [--readers N] [--requests N]
"""

from __future__ import annotations

import argparse
import http.client
import itertools
import json
import os
import random
import re
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import psutil
from rich.console import Console
from rich.table import Table

DRAGOMAN = Path(sys.executable).with_name("dragoman")
HOUSE = Path(__file__).parent.parent
OUTLETS = [
    f"{place} {kind}" for place in ("Lake", "Harbour", "Hill", "Northern") for kind in ("Herald", "Wire", "Post")
]
STEMS = "Lake Ruri Bor Syl Grau Zub Mar Tol Ves Kar Or Fen Had Nor Pal Quin Ser".split()
STATES = [f"{stem}{end}" for end in ("land", "duria", "grad", "via", "mark", "stan") for stem in STEMS]
SURNAMES = "Hal It Ort Bau Oka Lind March Petr Hadd Nov Ib Kov Dur Sol Var Tem Rost Cal".split()
PEOPLE = [f"{stem}{end}" for end in ("sen", "ova", "etti", "mann", "azar") for stem in SURNAMES]
THINGS = (
    "a ceasefire of thirty days",
    "an exchange of prisoners",
    "talks on the border",
    "a ferry accord",
    "lower tariffs",
)
TURNS = (
    "Foreign Minister {a} of {s} said on {d} that {s} had offered {t} to {o}.",
    "“We will not sign before {o} withdraws,” {a} told reporters in {c}.",
    "{b}, the envoy of {o}, rejected {t}, saying that nothing had been agreed.",
    "Delegations of {s} and {o} met in {c} on {d} for {n} hours, mediated by the Swiss government.",
    "A senior official, speaking on condition of anonymity, said {n} prisoners would be freed.",
    "{o} has accepted {t}, according to a statement of its foreign ministry.",
    "“We have an answer on neither,” {b} said of the proposal, which {a} called historic.",
    "The spokesman of {o} denied that {b} had refused {t}.",
    "At least {n} people were killed when the truce was broken on {d}, {s} said.",
    "{a} warned that {s} would impose sanctions if {o} did not answer by {d}.",
)


def article(number: int) -> dict[str, str]:
    """An invented article; ten tell of one and the same talks."""
    chance = random.Random(number)
    nth = number // 10
    story = random.Random(f"story {nth}")
    told = {"s": STATES[2 * nth % len(STATES)], "o": STATES[(2 * nth + 1) % len(STATES)]}
    told |= {"a": PEOPLE[2 * nth % len(PEOPLE)], "b": PEOPLE[(2 * nth + 1) % len(PEOPLE)]}
    told |= {"t": THINGS[nth % len(THINGS)], "c": f"Port {STATES[-nth - 1]}"}
    published = date(1995, 1, 2) + timedelta(days=story.randrange(300) + chance.randrange(3))
    days = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
    lines = [turn.format(d=chance.choice(days), n=chance.randrange(2, 60), **told) for turn in chance.sample(TURNS, 8)]
    title = f"{told['s']} and {told['o']} on {told['t'].partition(' ')[2]}"
    outlet = OUTLETS[number % len(OUTLETS)]
    return {"title": title, "outlet": outlet, "published": str(published), "text": "\n\n".join(lines)}


def kept(articles: int) -> Path:
    """The folder of a run over so many articles, made where it is not there."""
    folder = HOUSE / ".work" / f"workspace-{articles}"
    if not (folder / "dragoman.db").exists():
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / "articles.jsonl"
        file.write_text("".join(json.dumps(article(n)) + "\n" for n in range(articles)), encoding="utf-8")
        subprocess.run([DRAGOMAN, "run", file, "-o", folder], check=True, stdout=subprocess.DEVNULL)
    return folder


def served(folder: Path) -> tuple[subprocess.Popen[str], str, int]:
    """The workspace in a process of its own, and its address."""
    command = [DRAGOMAN, "serve", folder, "--port", "0", "--rate", "1000000"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    found = re.search(r"http://([\d.]+):(\d+)/", process.stdout.readline())
    assert found is not None
    return process, found[1], int(found[2])


def addresses(host: str, port: int) -> Iterator[str]:
    """Addresses as readers ask for them, without end, the same in every run."""
    chance = random.Random(1995)
    connection = http.client.HTTPConnection(host, port)

    def ids(what: str) -> list[str]:
        return [row["id"] for row in asked(connection, f"/api/v1/{what}?per_page=200")["rows"]]

    rows = {what: ids(what) for what in ("offers", "disagreements", "claims", "statements", "articles", "actors")}
    lists = ("offers", "claims", "disagreements", "timeline", "actors", "articles", "meetings", "gaps", "framing")
    while True:
        what = chance.choice([key for key in rows if rows[key]])
        identifier = chance.choice(rows[what])
        yield from chance.sample(
            [
                "/",
                f"/{chance.choice(lists)}",
                f"/{chance.choice(lists)}?page={chance.randrange(1, 5)}",
                f"/offers?actor={chance.choice(rows['actors'][:30])}",
                f"/claims?standing={chance.choice(('contested', 'corroborated', 'single'))}",
                f"/search?q={chance.choice(('ceasefire', 'ferry', 'withdraws', 'border', 'prisoners'))}",
                f"/articles/{identifier}" if what == "articles" else f"/row/{identifier}",
                f"/articles/{chance.choice(rows['articles'])}",
                f"/api/v1/{chance.choice(('offers', 'claims', 'statements'))}?page={chance.randrange(1, 4)}",
            ],
            9,
        )


def asked(connection: http.client.HTTPConnection, address: str) -> dict[str, list[dict[str, str]]]:
    connection.request("GET", address)
    found: dict[str, list[dict[str, str]]] = json.loads(connection.getresponse().read())
    return found


def load(host: str, port: int, wanted: list[str], readers: int) -> list[tuple[str, float]]:
    """Seconds of each answer, with its address, all asked for by so many readers at once."""
    taken, lock, times = iter(wanted), threading.Lock(), []

    def reader() -> None:
        connection = http.client.HTTPConnection(host, port)
        while True:
            with lock:
                address = next(taken, None)
            if address is None:
                return
            start = time.perf_counter()
            connection.request("GET", address)
            answer = connection.getresponse()
            answer.read()
            times.append((address, time.perf_counter() - start))
            assert answer.status == 200, (address, answer.status)

    threads = [threading.Thread(target=reader) for _ in range(readers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return times


def main() -> None:
    options = arguments()
    folder = options.folder or kept(options.articles)
    process, host, port = served(folder)
    try:
        start = time.perf_counter()
        first = load(host, port, ["/"], 1)
        opened = time.perf_counter() - start
        wanted = list(itertools.islice(addresses(host, port), options.requests))
        fresh = load(host, port, sorted(set(wanted)), options.readers)
        worked = cpu(process.pid)
        times = load(host, port, wanted, options.readers)
        worked = cpu(process.pid) - worked
    finally:
        process.terminate()
        process.wait()
    rows = [
        ("first page, the run loaded", f"{opened:.2f} s"),
        *told("each address for the first time", [seconds for _, seconds in fresh]),
        *told("as readers ask", [seconds for _, seconds in times]),
        ("processor time for each", f"{worked * 1000 / len(times):.1f} ms"),
        ("load of the machine", f"{os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"),
        ("requests, readers", f"{len(times):,}, {options.readers}"),
        (
            "slowest for the first time",
            ", ".join(f"{a} {s * 1000:.0f}" for a, s in sorted(fresh, key=lambda p: -p[1])[:4]),
        ),
    ]
    table = Table(show_header=False)
    for row in rows[: len(rows) if first else 0]:
        table.add_row(*row)
    Console().print(table)


def cpu(process: int) -> float:
    """Seconds of processor time that a process has had."""
    spent = psutil.Process(process).cpu_times()
    return float(spent.user + spent.system)


def told(what: str, times: list[float]) -> Iterator[tuple[str, str]]:
    ordered = sorted(times)
    yield f"{what}, median", f"{statistics.median(ordered) * 1000:.0f} ms"
    yield f"{what}, p99", f"{ordered[int(len(ordered) * 0.99)] * 1000:.0f} ms"


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="How fast the workspace answers many readers at once.")
    parser.add_argument("folder", nargs="?", type=Path, help="a kept run to serve (invented articles)")
    parser.add_argument("--articles", type=int, default=500)
    parser.add_argument("--readers", type=int, default=20)
    parser.add_argument("--requests", type=int, default=3_000)
    return parser.parse_args()


if __name__ == "__main__":
    main()
