"""Train the reader of pairs: `OMP_NUM_THREADS=1 python -m training.pairs_train --minutes 70`.

Every step reads a few batches of pairs of like length, half of them for the relations and half for the same fact. The
rate falls with the time that has passed; a checkpoint is written every ten minutes, and the same command takes it up
again. The vocabulary's own vectors stay as they are.
"""

from __future__ import annotations

import argparse
import pickle
import random
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from training.pairs_data import ASIDE, WORK, Pair
from training.pairs_model import RELATIONS, Pairs, started

Row = tuple[Pair, list[int], list[int]]
SHARES = {"ecb": 0.3, "neus": 0.1, "superpal": 0.04, "qaalign": 0.03, "quotes": 0.03}  # the rest: relations
TEMPER = 0.6  # a set's share of the rest grows as its size to this power
POOL, PIECES = 256, 1200
RATE, HEAD_RATE, DROP = 1.2e-4, 8e-4, 0.1
WEAK = 0.3  # of a pair whose sameness follows from its relation
CLS, SEP, MASK = 101, 102, 103
HIDE, KEEPS, SAVE_EVERY = 0.05, 0.998, 600


def load() -> list[Row]:
    """All pairs with the pieces of both sides."""
    with (WORK / "pairs.pkl").open("rb") as file:
        pairs, pieces = pickle.load(file)
    return [(pair, *both) for pair, both in zip(pairs, pieces, strict=True)]


def endless(rows: Sequence[Row], seed: int) -> Iterator[Row]:
    """The rows in an order by chance, again and again."""
    chance = random.Random(seed)
    while True:
        order = list(rows)
        chance.shuffle(order)
        yield from order


def pools(rows: Sequence[Row], seed: int) -> Iterator[list[Row]]:
    """Rows of all sets in their shares; what tells the same half the time where a set is for that."""
    sets: defaultdict[tuple[str, int], list[Row]] = defaultdict(list)
    for row in rows:
        source = row[0].source
        if not source.startswith(ASIDE):
            sets[source, row[0].same if source in SHARES else 0].append(row)
    rest = {key: len(held) ** TEMPER for key, held in sets.items() if key[0] not in SHARES}
    share = {key: size / sum(rest.values()) * (1 - sum(SHARES.values())) for key, size in rest.items()}
    for key in sets:
        if key[0] in SHARES:
            share[key] = SHARES[key[0]] / sum(other[0] == key[0] for other in sets)
    names = sorted(sets)
    sources = {key: endless(sets[key], seed + i) for i, key in enumerate(names)}
    chance = random.Random(seed)
    while True:
        drawn = chance.choices(names, [share[key] for key in names], k=POOL)
        yield [next(sources[key]) for key in drawn]


def batches(rows: Sequence[Row], seed: int) -> Iterator[list[Row]]:
    """Batches of like length with about as many pieces each."""
    chance = random.Random(seed)
    for pool in pools(rows, seed):
        pool.sort(key=lambda row: len(row[1]) + len(row[2]))
        made: list[list[Row]] = [[]]
        for row in pool:
            if (len(made[-1]) + 1) * (len(row[1]) + len(row[2]) + 3) > PIECES:
                made.append([])
            made[-1].append(row)
        chance.shuffle(made)
        yield from made


def arrays(batch: Sequence[Row], chance: random.Random | None = None) -> tuple[Tensor, Tensor, Tensor]:
    """Pieces, which are there, and which are of the second; with `chance`, sides changed and pieces hidden."""
    both = []
    for pair, one, other in batch:
        if chance is not None and pair.relation == -1 and chance.random() < 0.5:
            one, other = other, one
        both.append((one, other))
    longest = max(len(one) + len(other) for one, other in both) + 3
    ids, there, sides = (np.zeros((len(both), longest), np.int64) for _ in range(3))
    for i, (one, other) in enumerate(both):
        row = [CLS, *one, SEP, *other, SEP]
        if chance is not None:
            row = [MASK if p > SEP and chance.random() < HIDE else p for p in row]
        ids[i, : len(row)] = row
        there[i, : len(row)] = 1
        sides[i, len(one) + 2 : len(row)] = 1
    return torch.from_numpy(ids), torch.from_numpy(there), torch.from_numpy(sides)


def loss_of(scores: Tensor, batch: Sequence[Row]) -> dict[str, Tensor]:
    """What is paid for the relations and for the same fact; pairs of which one is not known pay nothing for it."""
    relation = torch.tensor([row[0].relation for row in batch])
    same = torch.tensor([float(row[0].same) for row in batch])
    found: dict[str, Tensor] = {}
    logs = scores[:, : len(RELATIONS)].log_softmax(1)
    known, other = relation >= 0, relation == -2
    if known.any() or other.any():
        whole = -logs[known].gather(1, relation[known, None]).sum()
        found["relation"] = (whole - torch.log1p(-logs[other, 0].exp().clamp(max=0.9999)).sum()) / len(batch)
    if (same >= 0).any():
        weight = torch.where(relation == -1, 1.0, WEAK) * (same >= 0)
        each = functional.binary_cross_entropy_with_logits(scores[:, -1], same.clamp(min=0), reduction="none")
        found["same"] = (each * weight).sum() / len(batch)
    return found


def steps_for(net: Pairs) -> torch.optim.AdamW:
    """Encoder slow, heads faster."""
    heads = [w for n, w in net.named_parameters() if n.startswith(("mix", "say"))]
    body = [w for n, w in net.named_parameters() if not n.startswith(("mix", "say")) and w.requires_grad]
    groups = [{"params": body, "lr": RATE, "peak": RATE}, {"params": heads, "lr": HEAD_RATE, "peak": HEAD_RATE}]
    return torch.optim.AdamW(groups, weight_decay=0.01, fused=True)


def train(net: Pairs, rows: Sequence[Row], minutes: float, checkpoint: Path) -> None:
    """Steps until the time is over, from the checkpoint where there is one."""
    net.word.weight.requires_grad_(False)
    steps = steps_for(net)
    done, before = 0, 0.0
    average = {n: w.detach().clone() for n, w in net.named_parameters() if w.requires_grad}
    if checkpoint.exists():
        kept = torch.load(checkpoint)
        net.load_state_dict(kept["weights"])
        steps.load_state_dict(kept["steps"])
        average = {n: kept["average"][n] for n in average}
        done, before = kept["done"], kept["spent"]
    torch.manual_seed(done)
    chance = random.Random(done)
    begin = saved = time.monotonic()
    sums: defaultdict[str, float] = defaultdict(float)
    net.train()
    for batch in batches(rows, seed=done):
        spent = before + time.monotonic() - begin
        part = spent / (minutes * 60)
        for group in steps.param_groups:
            group["lr"] = group["peak"] * max(min(part / 0.03 + 0.02, 1 - part), 0.0)
        ids, there, sides = arrays(batch, chance)
        with torch.autocast("cpu", torch.bfloat16):
            scores = net(ids, there, sides, DROP)
        found = loss_of(scores.float(), batch)
        torch.stack(list(found.values())).sum().backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        steps.step()
        steps.zero_grad()
        done += 1
        keeps = min(KEEPS, 1 - 1 / (1 + done / 4))
        for name, weight in net.named_parameters():
            if name in average:
                average[name].lerp_(weight.detach(), 1 - keeps)
        sums["pieces"] += float(there.sum())
        for name, loss in found.items():
            sums[name] += loss.item()
        if done % 100 == 0:
            said = " ".join(f"{name} {total / 100:.3f}" for name, total in sorted(sums.items()))
            print(f"{done} {spent / 60:.1f} min {said}", flush=True)
            sums.clear()
        if time.monotonic() - saved > SAVE_EVERY or part >= 1:
            whole = {n: average.get(n, w.detach()) for n, w in net.state_dict().items()}
            state = {"weights": net.state_dict(), "average": whole, "steps": steps.state_dict()}
            new = checkpoint.with_suffix(".new")
            torch.save(state | {"done": done, "spent": spent, "layers": len(net.layers)}, new)
            new.replace(checkpoint)
            saved = time.monotonic()
        if part >= 1:
            break


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--minutes", type=float, default=70)
    ask.add_argument("--layers", type=int, default=3)
    ask.add_argument("--checkpoint", type=Path, default=WORK / "checkpoint.pt")
    said = ask.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(0)
    train(started(Pairs(said.layers)), load(), said.minutes, said.checkpoint)


if __name__ == "__main__":
    main()
