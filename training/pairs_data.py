"""Pairs of sentences and what is known of them: `python -m training.pairs_data` writes .work/pairs/pairs.pkl.

Three relations from the sets of `nli_pairs`, but ANLI and the control set, which are only measured on. The same fact:
spans that were aligned by hand (SuperPAL, QA-Align), clauses about one happening of two articles and about two of one
pile (ECB+, train), variants of a quotation, headlines of one story told by several outlets (NeuS, train).
"""

from __future__ import annotations

import json
import pickle
import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from tokenizers import Tokenizer

from dragoman.annotate.reader.pieces import WEIGHTS
from training.corpora import CORPORA
from training.pairs_model import RELATIONS

WORK = Path(__file__).parents[1] / ".work/pairs"
CROSSDOC = CORPORA / "crossdoc"
ASIDE = ("anli", "control")  # measured on, never learned from
MOST = 120  # pieces of a pair
ENTAILS = {"entailment": 0, "supported": 0, "neutral": 1, "contradiction": 2, "not_entailment": -2, "not_supported": -2}
NEAR, FAR = 0.6, 0.12  # headlines of two stories: like, but not as like as one story's


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sentences; `relation` is a place in RELATIONS, -1 unknown, -2 anything but the first; `same` 0, 1 or -1."""

    source: str
    one: str
    other: str
    relation: int = -1
    same: int = -1


def rows(name: str) -> Iterator[dict[str, Any]]:
    """The rows of one corpus."""
    for line in (CROSSDOC / f"{name}.jsonl").open(encoding="utf-8"):
        yield json.loads(line)


@cache
def kept_out() -> frozenset[str]:
    """The topics of ECB+ that are not learned from."""
    return frozenset(str(row["topic"]) for row in rows("ecbplus") if row["split"] != "train")


def relations() -> Iterator[Pair]:
    """What follows from what. What is entailed tells the same; what is open does not."""
    for row in rows("nli_pairs"):
        relation = ENTAILS.get(row["label"])
        if relation is not None and (row["split"] != "test" or row["src"] == "control"):
            same = {0: 1, 1: 0}.get(relation, -1)
            yield Pair(row["src"], row["premise"], row["hypothesis"], relation, same)


def aligned() -> Iterator[Pair]:
    """Spans of a summary and of an article that tell one proposition, and those of one topic that do not."""
    topics: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in rows("superpal_mn"):
        one, other = (" ".join(row[key].replace("...", " ").split()) for key in ("summary_span", "doc_span"))
        topics[row["topic"]].append((one, other))
        yield Pair("superpal", one, other, same=1)
    for spans in topics.values():
        known, chance = set(spans), random.Random(0)
        apart = [(a, b) for a, _ in spans for _, b in spans if (a, b) not in known and not shares(a, b, spans)]
        for one, other in chance.sample(apart, min(len(apart), 2 * len(spans))):
            yield Pair("superpal", one, other, same=0)
    for row in rows("qaalign_dev"):
        if row["key"].split("_")[0] not in kept_out() and len(row["alignments"]) != 1:
            yield Pair("qaalign", row["text1"], row["text2"], same=int(bool(row["alignments"])))


def shares(one: str, other: str, spans: list[tuple[str, str]]) -> bool:
    """Whether the summary's span overlaps one that is aligned with the article's."""
    words = set(one.split())
    return any(len(words & set(a.split())) > 0.4 * len(words) for a, b in spans if b == other)


def quotations() -> Iterator[Pair]:
    """Quotations of two articles that are variants of one utterance."""
    for row in rows("quote_variant_candidates"):
        topic = row["story"].split("ecb")[0] if row["corpus"] == "ecbplus" else ""
        if topic not in kept_out() and row["kind"] != "identical":
            yield Pair("quotes", row["quote_a"], row["quote_b"], same=1)


def happenings() -> Iterator[Pair]:
    """Clauses of two articles of one topic around the mentions of happenings, of one and of two."""
    topics: defaultdict[int, list[dict[str, Any]]] = defaultdict(list)
    for row in rows("ecbplus"):
        if row["split"] == "train":
            topics[row["topic"]].append(row)
    for topic, docs in sorted(topics.items()):
        chance = random.Random(topic)
        told = [one for doc in docs for one in clauses(doc, chance)]
        alike, apart = [], []
        for one, other in combinations(told, 2):
            if one[0] != other[0] and one[3] != other[3]:
                if one[1] == other[1]:
                    alike.append((one, other))
                elif not one[2] & other[2]:
                    apart.append((one, other))
        chance.shuffle(alike)
        chance.shuffle(apart)
        few: defaultdict[str, int] = defaultdict(int)
        for one, other in alike:
            few[one[1]] += 1
            if few[one[1]] <= 40:
                yield Pair("ecb", one[3], other[3], same=1)
        words = {one[3]: set(one[3].lower().split()) for one in told}
        near = [p for p in apart if len(words[p[0][3]] & words[p[1][3]]) > 2]
        for one, other in (*near[:250], *apart[:120]):
            yield Pair("ecb", one[3], other[3], same=0)


def clauses(doc: dict[str, Any], chance: random.Random) -> Iterator[tuple[str, str, frozenset[str], str]]:
    """The article, the chain of a happening, the chains that its clause holds, and the clause."""
    acts = [m for m in doc["mentions"] if m["type"].startswith(("ACTION", "NEG_ACTION")) and m["validated"]]
    for mention in acts:
        if mention["type"].startswith(("ACTION_REPORTING", "ACTION_STATE")):
            continue
        sentence = doc["sents"][mention["sent"]]
        start, end = mention["tokens"][0], mention["tokens"][-1] + 1
        reach = chance.choice((8, 12, 40))
        while start > 0 and mention["tokens"][0] - start < reach and sentence[start - 1] not in ",;:":
            start -= 1
        while end < len(sentence) and end - mention["tokens"][-1] < reach and sentence[end] not in ",;:.":
            end += 1
        held = frozenset(m["chain"] for m in acts if m["sent"] == mention["sent"] and start <= m["tokens"][0] < end)
        words = " ".join(sentence[start:end]).replace("``", '"').replace("''", '"')
        if end - start > 3:
            yield doc["doc"], mention["chain"], held, words


def headlines() -> Iterator[Pair]:
    """Headlines of one story, headlines and first sentences, and headlines of stories that are only like it."""
    stories = [row for row in rows("neus_triples") if row["split"] == "train"]
    titles, of = [], []
    for place, row in enumerate(stories):
        for title in (row["neutral_title"], *(a["title"] for a in row["articles"])):
            titles.append(title)
            of.append(place)
    table = TfidfVectorizer(sublinear_tf=True, stop_words="english").fit_transform(titles)
    chance = random.Random(0)
    for place, row in enumerate(stories):
        told = [row["neutral_title"], *(a["title"] for a in row["articles"])]
        first = [t["text"].split(". ")[0] for t in row["articles"] if len(t["text"]) > 40]
        some = list(combinations(told, 2))
        for one, other in chance.sample(some, min(2, len(some))):
            yield Pair("neus", one, other, same=1)
        if first:
            yield Pair("neus", told[0], chance.choice(first), same=1)
        here = 4 * place if len(told) == 4 else of.index(place)
        alike = np.asarray((table[here] @ table.T).todense())[0]
        like = [i for i in np.argsort(-alike)[:60] if of[i] != place and FAR < alike[i] < NEAR]
        for i in like[:3]:
            yield Pair("neus", titles[here], titles[i], same=0)


def pieces_of(pairs: list[Pair]) -> list[tuple[list[int], list[int]]]:
    """The pieces of both sentences, the longer one cut first where the pair is too long."""
    tokenizer = Tokenizer.from_file(str(WEIGHTS / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    found = []
    for pair in pairs:
        one, other = (tokenizer.encode(text, add_special_tokens=False).ids for text in (pair.one, pair.other))
        while len(one) + len(other) > MOST:
            longer = one if len(one) >= len(other) else other
            del longer[max(MOST - min(len(one), len(other)), MOST // 2) :]
        found.append((one, other))
    return found


def main() -> None:
    pairs = [*relations(), *aligned(), *quotations(), *happenings(), *headlines()]
    pairs = [pair for pair in pairs if pair.one.strip() and pair.other.strip()]
    WORK.mkdir(parents=True, exist_ok=True)
    with (WORK / "pairs.pkl").open("wb") as file:
        pickle.dump((pairs, pieces_of(pairs)), file)
    counted: defaultdict[tuple[str, int, int], int] = defaultdict(int)
    for pair in pairs:
        counted[pair.source, pair.relation, pair.same] += 1
    for (source, relation, same), n in sorted(counted.items()):
        print(f"{source:20} {RELATIONS[relation] if relation >= 0 else relation!s:14} same {same:2} {n:6}")


if __name__ == "__main__":
    main()
