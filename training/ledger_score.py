"""Scores of the exchange ledger on newswire annotated with its proposals and answers, or on passages written for it.

    python -m training.ledger_score [--passages] [--misses] [--rows] [--keep FILE]

Prints how many of the annotated proposals are found (a mention is touched), how many of ours are annotated, whose
proposer is right, how many answers are found, with the right party and stance, and how many of ours are annotated.
`--misses` prints what is lost and what is too much, `--rows` every row, `--keep` saves the layers below the moves, so
that only moves and ledger are made anew.
"""

from __future__ import annotations

import argparse
import json
import pickle
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from dragoman.annotate import STEPS
from dragoman.annotate.offers import add_moves
from dragoman.link import link
from dragoman.model.evidence import Evidence
from dragoman.model.flow import Annotated
from dragoman.model.identity import digest
from dragoman.model.record import Made, ProposalRow, Record, ResponseRow
from dragoman.model.text import Article
from dragoman.reconstruct import reconstruct
from training.exchange_texts import ledgers

FOLDER = Path(__file__).parents[2] / "shared/corpora/events/annotated"
Place = tuple[int, int]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--passages", action="store_true", help="the written passages, each read alone")
    parser.add_argument("--misses", action="store_true", help="what is lost and what is too much")
    parser.add_argument("--rows", action="store_true", help="every row of the ledger")
    parser.add_argument("--keep", type=Path, help="a file for the layers below the moves")
    options = parser.parse_args()
    counts: Counter[tuple[str, bool]] = Counter()
    texts = list(passages() if options.passages else newswire())
    for (gold, _), annotated in zip(texts, layers(texts, options.keep), strict=True):
        record = reconstruct(link([add_moves(annotated)]), made=Made(version="0", model="none"))
        if options.rows:
            print(f"## {gold['article']}", *map(line_of, record.proposals), sep="\n")
        for what, hit, words in outcomes(gold, record):
            counts[what, hit] += 1
            if options.misses and not hit:
                print(f"{what}: {gold['article']}: {words}")
    for what in sorted({what for what, _ in counts}):
        right, wrong = counts[what, True], counts[what, False]
        print(f"{what:24} {right:4} of {right + wrong:4}  {right / (right + wrong):.2f}")


def newswire() -> Iterator[tuple[dict[str, Any], str]]:
    """Each annotated article's rows and text."""
    for line in (FOLDER / "annotations.jsonl").read_text("utf-8").splitlines():
        gold = json.loads(line)
        yield gold, (FOLDER / "articles" / f"{gold['article']}.txt").read_text("utf-8")


def passages() -> Iterator[tuple[dict[str, Any], str]]:
    """Each written passage's rows and text."""
    for name, text, rows in ledgers():
        yield {"article": name, "proposals": rows}, text


def layers(texts: Sequence[tuple[dict[str, Any], str]], keep: Path | None) -> list[Annotated]:
    """Every text with all layers but the moves, read anew unless they were kept."""
    if keep is not None and keep.exists():
        return list(pickle.loads(keep.read_bytes()))  # written by this script alone
    found = [below_moves(article_of(gold["article"], text)) for gold, text in texts]
    if keep is not None:
        keep.write_bytes(pickle.dumps(found))
    return found


def below_moves(article: Article) -> Annotated:
    annotated = Annotated(article=article)
    for step in STEPS:
        if step is add_moves:
            break
        annotated = step(annotated)
    return replace(annotated, moves=())


def article_of(stem: str, text: str) -> Article:
    made, paragraphs, at = f"ar-{stem}", [], 0
    whole = Article(id=made, path=f"{stem}.txt", text=text, sha256=digest(text), paragraphs=(), language="en")
    for line in text.split("\n"):
        if line.strip():
            paragraphs.append(whole.span(at, at + len(line)))
        at += len(line) + 1
    return replace(whole, paragraphs=tuple(paragraphs))


def outcomes(gold: dict[str, Any], record: Record) -> Iterator[tuple[str, bool, str]]:
    """Each thing that can be right or wrong: what it is, whether it is right, and its words."""
    text = record.articles[0].text
    wanted = [(row, places(text, row["mention"])) for row in gold["proposals"]]
    names = {row.id: {row.name, *row.aliases} for row in record.entities}
    told = [answer for row in gold["proposals"] for answer in row["responses"]]
    ours = [answer for row in record.proposals for answer in row.responses]
    for row, spots in wanted:
        found = [p for p in record.proposals if touches(p.evidence, spots)]
        yield "proposals found", bool(found), f"{row['kind']} {row['mention']}"
        if found and row["proposers"]:
            parties = [name for p in found for party in p.proposers for name in names.get(party, ())]
            hit = any(alike(name, wanted) for name in parties for wanted in row["proposers"])
            yield "proposers right", hit, f"{row['proposers']}: {parties[:4]}"
    for proposal in record.proposals:
        yield "proposals right", any(touches(proposal.evidence, s) for _, s in wanted), line_of(proposal)
    for answer in told:
        spots = places(text, [answer["quote"]])
        found_answers = [r for r in ours if touches(r.evidence, spots)]
        yield "answers found", bool(found_answers), f"{answer['by']} {answer['stance']}: {answer['quote']}"
        if found_answers:
            stances = [r.stance for r in found_answers]
            yield (
                "answers' stance",
                answer["stance"] in stances,
                f"{answer['stance']}, ours {stances}: {answer['quote']}",
            )
            by = [name for r in found_answers for name in who(r, names)]
            yield "answers' party", any(alike(n, answer["by"] or "") for n in by), f"{answer['by']}: {by[:3]}"
            home = next(spots for row, spots in wanted if answer in row["responses"])
            under = (p for p in record.proposals if any(r in found_answers for r in p.responses))
            yield "answers' offer", any(touches(p.evidence, home) for p in under), f"{answer['by']}: {answer['quote']}"
    for mine in ours:
        right = any(touches(mine.evidence, places(text, [answer["quote"]])) for answer in told)
        yield "answers right", right, f"{mine.stance} {who(mine, names)}: {mine.evidence[0].quote[:150]}"


def who(row: ResponseRow, names: dict[str, set[str]]) -> set[str]:
    """What whoever answered is called; one who is no entity, by the words of the article."""
    if row.by is None:
        return {row.named.quote} if row.named else set()
    return names.get(row.by, set())


def places(text: str, quotes: Sequence[str]) -> list[Place]:
    found = [(text.find(quote), len(quote)) for quote in quotes]
    return [(start, start + length) for start, length in found if start >= 0]


def touches(evidence: Sequence[Evidence], spots: Sequence[Place]) -> bool:
    """Whether one shares half of the shorter of the two with one of the places."""
    for mine in evidence:
        for start, end in spots:
            shorter = min(mine.end - mine.start, end - start)
            if min(mine.end, end) - max(mine.start, start) >= shorter / 2:
                return True
    return False


def alike(one: str, other: str) -> bool:
    """Whether one name stands in the other, or both end in the same word."""
    left, right = one.lower().strip(), other.lower().strip()
    return bool(left and right) and (left in right or right in left or left.split()[-1] == right.split()[-1])


def line_of(row: ProposalRow) -> str:
    answers = ", ".join(f"{r.stance} [{r.evidence[0].quote[:80]}]" for r in row.responses)
    return f"  {row.kind} | {row.label} | {row.outcome} | {[e.quote[:110] for e in row.evidence[:3]]} | {answers}"


if __name__ == "__main__":
    main()
