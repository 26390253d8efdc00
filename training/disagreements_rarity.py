"""How many of ten thousand news articles hold a word: the table `model/rarity.tsv`.

Counts whole words of the story clusters, in lower case; words of fewer than FEWEST articles are left out and count
as rare. Does not lemmatize: whoever asks looks a word up by its form and by its lemma.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

HOUSE = Path(__file__).parent.parent
CORPUS = HOUSE.parent / "shared" / "corpora" / "crossdoc" / "story_clusters.jsonl"
TABLE = HOUSE / "src" / "dragoman" / "model" / "rarity.tsv"
FEWEST = 8
HEADING = "# How many of 10,000 news articles hold a word; made by training/disagreements_rarity.py.\n"


def main() -> None:
    held: Counter[str] = Counter()
    articles = 0
    for line in CORPUS.open(encoding="utf-8"):
        held.update(set(re.findall(r"[a-z]+(?:-[a-z]+)*", json.loads(line)["text"].casefold())))
        articles += 1
    rows = sorted((word, round(10_000 * n / articles)) for word, n in held.items() if n >= FEWEST and len(word) > 1)
    TABLE.write_text(HEADING + "".join(f"{word}\t{n}\n" for word, n in rows), encoding="utf-8")
    print(f"{len(rows)} words of {articles} articles")


if __name__ == "__main__":
    main()
