"""How often events are right: on PLOVER's gold standard sentences, and on completely annotated newswire.

    PYTHONPATH=src:. python -m training.events_score [--misses]

Prints one line per figure. Of the newswire a mention is found where triggers overlap, or where clauses share half of
the shorter one; each row of either side is used once.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.annotate.events import add_events
from dragoman.model.actors import country_of
from dragoman.model.event import EventMention
from dragoman.model.flow import Annotated
from dragoman.model.identity import Ids
from dragoman.model.text import Article, Span
from training.corpora import CORPORA
from training.events_cache import kept, read_folder

BODIES = ("IGO", "IMG", "NGO", "MNC", "UNO")
Places = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated event with the places of its words."""

    trigger: Places
    clause: Places
    row: dict[str, object]


def places(text: str, words: str, near: str | None, *, about: int | None = None) -> Places | None:
    """Where words stand in a text: behind `near` where that is told, else next to `about`."""
    found, at = [], text.find(words)
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1)
    if not found:
        return None
    if near and (start := text.find(near)) >= 0:
        at = min(found, key=lambda i: (i < start, abs(i - start)))
    else:
        at = min(found, key=lambda i: abs(i - about)) if about is not None else found[0]
    return at, at + len(words)


def gold_of(text: str, rows: list[dict[str, object]]) -> Iterator[Gold]:
    """The annotated events of an article that can be found in its text."""
    for row in rows:
        near = str(row.get("near") or "") or None
        clause = places(text, str(row["clause"]), near)
        if clause is None:
            continue
        trigger = places(text, str(row["trigger"]), None, about=clause[0])
        inside = text.find(str(row["trigger"]), clause[0], clause[1])
        if inside >= 0:
            trigger = inside, inside + len(str(row["trigger"]))
        yield Gold(trigger or clause, clause, row)


def newswire() -> Iterator[tuple[Annotated, list[Gold]]]:
    """The annotated articles, read up to events, with their annotated events."""
    articles = read_folder(CORPORA / "events/annotated/articles")
    for line in (CORPORA / "events/annotated/annotations.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        annotated = articles.get(row["article"])
        if annotated is not None and annotated.reading.tokens:
            yield annotated, list(gold_of(annotated.article.text, row["events"]))


def overlap(left: Places, right: Places) -> float:
    """The shared length over the shorter of the two."""
    common = min(left[1], right[1]) - max(left[0], right[0])
    return max(0, common) / max(1, min(left[1] - left[0], right[1] - right[0]))


def at(span: Span) -> Places:
    return span.start, span.end


def matched(golds: list[Gold], ours: tuple[EventMention, ...]) -> list[tuple[Gold, EventMention]]:
    """Pairs of what was annotated and what was read, the best first, each used once."""
    scored = []
    for i, gold in enumerate(golds):
        for j, event in enumerate(ours):
            trigger = overlap(gold.trigger, at(event.trigger)) > 0
            clause = overlap(gold.clause, at(event.span))
            if trigger or clause >= 0.5:
                same = gold.row["type"] == event.type.value
                scored.append((same + 2 * trigger, clause, -i, -j))
    pairs, used, found = [], set(), set()
    for _, _, i, j in sorted(scored, reverse=True):
        if i not in found and j not in used:
            found.add(i)
            used.add(j)
            pairs.append((golds[-i], ours[-j]))
    return pairs


def typed_in(annotated: Annotated) -> Iterator[EventMention]:
    """The events of PLOVER's types: what else happened on a day is not annotated."""
    return (event for event in annotated.events if event.type is not None)


def f1(hits: int, golds: int, ours: int) -> float:
    return 2 * hits / max(1, golds + ours)


class Newswire:
    """Counts over the annotated articles."""

    def __init__(self) -> None:
        self.gold: Counter[str] = Counter()
        self.ours: Counter[str] = Counter()
        self.hits: Counter[str] = Counter()
        self.parts: Counter[str] = Counter()
        self.found = self.by_trigger = self.empty = self.alarms = self.words = 0
        self.missed: list[str] = []

    def add(self, annotated: Annotated, golds: list[Gold]) -> None:
        ours = tuple(typed_in(annotated))
        self.words += len(annotated.article.text.split())
        self.gold.update(str(g.row["type"]) for g in golds)
        self.ours.update(e.type.value for e in ours)
        pairs = matched(golds, ours)
        self.found += len(pairs)
        for gold, event in pairs:
            typed = gold.row["type"] == event.type.value
            self.hits[event.type.value] += typed
            self.by_trigger += typed and overlap(gold.trigger, at(event.trigger)) > 0
            if typed:
                self.details(annotated, gold, event)
            else:
                self.missed.append(
                    f"TYPE {gold.row['type']} not {event.type}: {gold.row['trigger']} | {gold.row['clause']}"
                )
        self.alarm(annotated, golds)
        told = {id(g) for g, _ in pairs}
        right = {id(e) for _, e in pairs}
        self.missed += [
            f"MISS {g.row['type']}: {g.row['trigger']} | {g.row['clause']}" for g in golds if id(g) not in told
        ]
        quote = annotated.article.quote
        self.missed += [f"FALSE {e.type}: {quote(e.trigger)} | {quote(e.span)}" for e in ours if id(e) not in right]

    def details(self, annotated: Annotated, gold: Gold, event: EventMention) -> None:
        row = gold.row
        self.count("status", row["status"] == event.status.value)
        self.count("mode", row["mode"] == event.mode)
        for side, mentions in (("actors", event.actors), ("recipients", event.recipients)):
            names = row[side]
            if isinstance(names, list) and names:
                chains = {m.chain for m in mentions}
                texts = [annotated.article.quote(m.span).lower() for m in annotated.mentions if m.chain in chains]
                names = [str(n).lower() for n in names]
                self.count(side, any(n in t or t in n or last(n) == last(t) for n in names for t in texts))
        if row.get("date_text"):
            words = annotated.article.quote(event.date.span) if event.date else ""
            self.count("date words", bool(words) and (words in str(row["date_text"]) or str(row["date_text"]) in words))
        if row.get("date"):
            when = event.date.when if event.date else None
            start, end = (str(row["date"]).replace("..", "/").split("/") * 2)[:2]
            right = (
                when is not None and when.start.isoformat().startswith(start) and when.end.isoformat().startswith(end)
            )
            self.count("date", right)

    def count(self, name: str, hit: bool) -> None:
        self.parts[f"{name} asked"] += 1
        self.parts[name] += hit

    def alarm(self, annotated: Annotated, golds: list[Gold]) -> None:
        """Counts the sentences without an annotated event, and the events read in them."""
        tokens = annotated.reading.tokens
        for sentence in annotated.reading.sentences:
            place = tokens[sentence.first].start, tokens[sentence.last - 1].end
            if any(overlap(place, g.trigger) > 0 or overlap(place, g.clause) > 0 for g in golds):
                continue
            self.empty += 1
            self.alarms += sum(overlap(place, at(e.trigger)) > 0 for e in typed_in(annotated))

    def lines(self) -> Iterator[str]:
        total, ours, hits = (sum(c.values()) for c in (self.gold, self.ours, self.hits))
        found = f1(self.found, total, ours)
        yield f"newswire.detection P {self.found / max(1, ours):.3f} R {self.found / total:.3f} F1 {found:.3f}"
        yield f"newswire.typed     P {hits / max(1, ours):.3f} R {hits / total:.3f} F1 {f1(hits, total, ours):.3f}"
        yield f"newswire.typed by trigger overlap F1 {f1(self.by_trigger, total, ours):.3f}"
        by_type = {t: f1(self.hits[t], self.gold[t], self.ours[t]) for t in sorted(self.gold)}
        yield f"newswire.macro F1 {sum(by_type.values()) / len(by_type):.3f}"
        yield "newswire.types " + " ".join(f"{t} {v:.2f} ({self.ours[t]}/{self.gold[t]})" for t, v in by_type.items())
        yield f"newswire.false alarms per 100 sentences without an event {100 * self.alarms / self.empty:.1f}"
        yield f"newswire.mentions per 100 words {100 * ours / self.words:.1f}"
        for name in sorted(n for n in self.parts if not n.endswith("asked")):
            asked = self.parts[f"{name} asked"]
            yield f"newswire.{name} {self.parts[name] / asked:.3f} ({self.parts[name]}/{asked})"


def last(words: str) -> str:
    return words.split()[-1] if words.split() else ""


def sentences() -> Iterator[tuple[Annotated, dict[str, object]]]:
    """PLOVER's gold standard sentences, read up to events."""
    lines = (CORPORA / "events/gsr-dev.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    ids = Ids()
    found = kept("gsr", [sentence(row, ids) for row in rows])
    return ((found[row["id"]], row) for row in rows)


def sentence(row: dict[str, str], ids: Ids) -> Article:
    text, name = row["text"], ids.new("ar", row["text"])
    return Article(
        id=name, path=f"{row['id']}.txt", text=text, sha256="", paragraphs=(Span(name, 0, len(text)),), language="en"
    )


class Sentences:
    """Counts over PLOVER's gold standard sentences."""

    def __init__(self) -> None:
        self.parts: Counter[str] = Counter()
        self.missed: list[str] = []

    def add(self, annotated: Annotated, row: dict[str, object]) -> None:
        types = {e.type.value for e in typed_in(annotated) if e.type}
        self.parts["types"] += len(types)
        self.count("strict", row["event"] in types)
        self.count("lenient", bool(types & set(row["event_ok"])))  # type: ignore[call-overload]
        if row["event"] not in types:
            self.missed.append(f"GSR {row['event']} not {sorted(types)}: {row['event_text']} | {row['text']}")
            return
        said = [e for e in typed_in(annotated) if e.type and e.type.value == row["event"]]
        wanted = set(row["context"])  # type: ignore[call-overload]
        ours = {c.value for e in said for c in e.contexts}
        self.parts.update({"contexts right": len(wanted & ours), "contexts both": len(wanted) + len(ours)})
        for side, key in (("source", "actors"), ("target", "recipients")):
            wanted = {a["country"] for a in row[side] if a["country"] and a["country"] not in BODIES}  # type: ignore[attr-defined]
            if wanted:
                mentions = [m for e in said for m in (*getattr(e, key), *(e.actors if row["reciprocal"] else ()))]
                countries = {m.country or country_of(m.text) for m in mentions}
                self.count(f"{key} country", bool(wanted & countries))
                if not wanted & countries:
                    told = [(m.text, m.country) for m in mentions]
                    self.missed.append(f"GSR {key} {wanted} not {told}: {row['event_text']} | {row['text']}")

    def count(self, name: str, hit: bool) -> None:
        self.parts[f"{name} asked"] += 1
        self.parts[name] += hit

    def lines(self) -> Iterator[str]:
        asked = self.parts["strict asked"]
        yield f"sentences.contexts F1 {2 * self.parts['contexts right'] / max(1, self.parts['contexts both']):.3f}"
        yield f"sentences.types per sentence {self.parts['types'] / asked:.2f}"
        for name in ("strict", "lenient", "actors country", "recipients country"):
            yield f"sentences.{name} {self.parts[name] / max(1, self.parts[f'{name} asked']):.3f}"


def main() -> None:
    wire, single = Newswire(), Sentences()
    for annotated, golds in newswire():
        wire.add(add_events(annotated), golds)
    for annotated, row in sentences():
        single.add(add_events(annotated), row)
    print(*wire.lines(), *single.lines(), sep="\n")
    if "--misses" in sys.argv:
        print(*wire.missed, *single.missed, sep="\n")


if __name__ == "__main__":
    main()
