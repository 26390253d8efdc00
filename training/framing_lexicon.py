"""Words that readers mark as loaded, with weights: the table `annotate/lexicon/framing_words.toml`.

A weight is how often a word is part of what readers marked (BABE, PTC), drawn towards what lists of words say of
it: a linguist's own (`framing.toml`), strong subjectives, words of disputes about a neutral point of view. Counts
only; no text is kept. The splits that the corpora call test are not read.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

HOUSE = Path(__file__).parent.parent
FRAMING = HOUSE.parent / "shared" / "corpora" / "framing"
LEXICON = HOUSE / "src" / "dragoman" / "annotate" / "lexicon"
WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
LOADED = ("Loaded_Language", "Name_Calling,Labeling")
OWN, SUBJECTIVE, POINT_OF_VIEW, PLAIN = 0.6, 0.15, 0.12, 0.03
STRENGTH, FIRM = 4.0, 12.0  # how many readings a list counts as
LEAST = 0.25
HEADING = "# How likely a word is loaded, where readers judged it; made by training/framing_lexicon.py.\n[words]\n"
COMMON = 400  # a word so frequent in what was read is no sign


def marked() -> Iterator[tuple[list[str], set[str]]]:
    """Texts as words, and those of them that stand in what readers marked."""
    for line in (FRAMING / "babe.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        yield WORD.findall(row["text"].casefold()), set(WORD.findall(" ".join(row["biased_words"]).casefold()))
    for line in (FRAMING / "ptc_train.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        for sentence in re.finditer(r"[^\n]+", row["text"]):
            spans = [s for s in row["spans"] if s[0] in LOADED and sentence.start() <= s[1] < sentence.end()]
            words = {
                w
                for _, start, end in spans
                if end - start < 40
                for w in WORD.findall(row["text"][start:end].casefold())
            }
            yield WORD.findall(sentence.group().casefold()), words


def listed(name: str) -> set[str]:
    lines = (FRAMING / "lexicons" / name).read_text(encoding="utf-8", errors="replace").splitlines()
    return {line.strip().casefold() for line in lines if line.strip() and not line.startswith("#")}


def main() -> None:
    own = tomllib.loads((LEXICON / "framing.toml").read_text(encoding="utf-8"))
    hand = {word for key in ("labels", "qualities", "acts") for word in own[key].split()}
    subjective, point_of_view = listed("strong_subjectives_riloff2003.txt"), listed("npov_lexicon.txt")
    held: Counter[str] = Counter()
    loaded: Counter[str] = Counter()
    for words, found in marked():
        held.update(set(words))
        loaded.update(found & set(words))
    weights = {}
    for word in sorted(set(held) | hand):
        prior = OWN if word in hand else SUBJECTIVE if word in subjective else PLAIN
        prior = max(prior, POINT_OF_VIEW if word in point_of_view else 0.0)
        strength = FIRM if word in hand else STRENGTH
        weight = (loaded[word] + strength * prior) / (held[word] + strength)
        often = word in hand or (held[word] > 1 and len(word) > 2)
        if weight >= LEAST and held[word] <= COMMON and often:
            weights[word] = weight
    rows = "".join(f'"{word}" = {weight:.2f}\n' for word, weight in weights.items())
    (LEXICON / "framing_words.toml").write_text(HEADING + rows, encoding="utf-8")
    print(f"{len(weights)} words; {sum(w in weights for w in hand)} of {len(hand)} of the linguist's")
    print("the linguist's that readers do not bear out:", *sorted(w for w in hand if w not in weights))


if __name__ == "__main__":
    main()
