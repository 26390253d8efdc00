"""Entities across articles on ECB+: `python -m training.entities_ecb [SPLIT] [--show]`.

Every topic is one pile of articles. A gold mention counts where one of ours ends at the same word; B3 is over those,
beside the share of gold mentions found. Only people, bodies and places are scored. `--show` prints impure entities.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

from dragoman.annotate.language import read_language
from dragoman.annotate.mentions import add_mentions
from dragoman.annotate.quotations import add_quotations
from dragoman.link.entities import link_entities
from dragoman.model.flow import Annotated, Linked
from dragoman.model.text import Article, Span

CORPUS = Path(__file__).parents[2] / "shared/corpora/crossdoc/ecbplus.jsonl"
KINDS = ("HUMAN_PART", "LOC_GEO")
NO_SPACE = frozenset([".", ",", "”", "'s", "’s", "?", "!", ":", ";", ")"])


def article(row: dict[str, list[list[str]]]) -> tuple[Article, list[list[tuple[int, int]]]]:
    """The document as an article, with the place of every token."""
    text, places, spans = "", [], []
    name = str(row["doc"])
    for sentence in row["sents"]:
        start, tokens = len(text), []
        for token in sentence:
            word = {"``": "“", "''": "”"}.get(token, token)
            glue = "" if word in NO_SPACE or text.endswith(("“", "(")) else " "
            text += glue if len(text) > start else ""
            tokens.append((len(text), len(text) + len(word)))
            text += word
        places.append(tokens)
        spans.append(Span(name, start, len(text)))
        text += "\n"
    return Article(id=name, path=name, text=text, sha256="", paragraphs=tuple(spans)), places


def pairs(rows: list[dict[str, object]], show: bool) -> tuple[list[tuple[str, str]], int]:
    """Gold chain and our entity of each gold mention that ours meet; and how many gold mentions there are."""
    read, gold = [], []
    for row in rows:
        one, places = article(row)  # type: ignore[arg-type]
        read.append(add_mentions(add_quotations(Annotated(article=one, reading=read_language(one)))))
        for m in row["mentions"]:  # type: ignore[attr-defined]
            if any(str(m["type"]).startswith(k) for k in KINDS) and m["validated"]:
                tokens = [places[m["sent"]][t] for t in m["tokens"]]
                gold.append((one.id, tokens[0][0], tokens[-1][1], m["chain"], m["text"]))
    linked = link_entities(Linked(articles=tuple(sorted(read, key=lambda a: a.article.id))))
    by_end: dict[tuple[str, int], str] = {}
    for annotated in linked.articles:
        for mention in annotated.mentions:
            entity = linked.who.get((annotated.article.id, mention.chain))
            if entity:
                by_end[annotated.article.id, mention.span.end] = entity
    met = [(c, e, text) for doc, _, end, c, text in gold if (e := by_end.get((doc, end)))]
    if show:
        print_impure(met, {e.id: e.name for e in linked.entities})
    return [(c, e) for c, e, _ in met], len(gold)


def print_impure(met: list[tuple[str, str, str]], names: dict[str, str]) -> None:
    held: dict[str, Counter[str]] = defaultdict(Counter)
    words: dict[tuple[str, str], set[str]] = defaultdict(set)
    for chain, entity, text in met:
        held[entity][chain] += 1
        words[entity, chain].add(text)
    for entity, chains in held.items():
        if len(chains) > 1:
            print("mixed", names[entity], {c: sorted(words[entity, c])[:5] for c in chains})
    parted: dict[str, set[str]] = defaultdict(set)
    for chain, entity, _ in met:
        parted[chain].add(entity)
    for chain, entities in parted.items():
        if len(entities) > 1:
            print("parted", chain, {names[e]: sorted(words[e, chain])[:4] for e in sorted(entities)})


def main() -> None:
    args = [a for a in sys.argv[1:] if not a.startswith("--")]
    split = args[0] if args else "val"
    topics: dict[str, list[dict[str, object]]] = defaultdict(list)
    for line in CORPUS.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["split"] == split:
            topics[f"{row['topic']:02}-{row['subtopic']}"].append(row)
    met, total, precision, recall = 0, 0, 0.0, 0.0
    for topic in sorted(topics):
        found, all_of = pairs(topics[topic], "--show" in sys.argv)
        gold, ours, both = Counter(c for c, _ in found), Counter(e for _, e in found), Counter(found)
        precision += sum(both[p] / ours[p[1]] for p in found)
        recall += sum(both[p] / gold[p[0]] for p in found)
        met, total = met + len(found), total + all_of
    p, r = precision / met, recall / met
    f1 = 2 * p * r / (p + r)
    print(f"met {met / total:.3f} of {total}; B3 of those: precision {p:.3f} recall {r:.3f} F1 {f1:.3f}")


if __name__ == "__main__":
    main()
