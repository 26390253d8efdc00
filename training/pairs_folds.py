"""The reader of pairs, taught on the clauses of the open clusters but one: `python -m training.pairs_folds`.

For each cluster a network goes on from the checkpoint with the pairs of the others. What today's signs say is given to
it, so that it learns what they lack; then it says the rest of that cluster's pairs. Kept in .work/pairs/folds.pkl, and
measured beside today's signs.
"""

from __future__ import annotations

import argparse
import copy
import pickle
import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from training.pairs_clauses import Clauses
from training.pairs_data import WORK
from training.pairs_export import network
from training.pairs_judge import Floats, fitted, judged, rows_of
from training.pairs_model import DEEP, Pairs
from training.pairs_train import Row, arrays

EPOCHS, RATE, HEAD_RATE, DROP, BATCH = 2, 5e-5, 5e-4, 0.1, 24
OTHERS = 4  # pairs that are not right for each that is, half of them the likeliest
STRENGTH = 0.02


def taught(net: Pairs, rows: Sequence[Row], truth: Sequence[bool], given: Floats, seed: int) -> Pairs:
    """A copy of the network that has read these pairs, knowing the log odds that are given of each."""
    net = copy.deepcopy(net).train()
    torch.manual_seed(seed)
    net.say = nn.Linear(DEEP, 1)
    nn.init.zeros_(net.say.weight)
    nn.init.zeros_(net.say.bias)
    net.word.weight.requires_grad_(False)
    heads = [w for n, w in net.named_parameters() if n.startswith(("mix", "say"))]
    body = [w for n, w in net.named_parameters() if not n.startswith(("mix", "say")) and w.requires_grad]
    steps = torch.optim.AdamW([{"params": body, "lr": RATE}, {"params": heads, "lr": HEAD_RATE}], weight_decay=0.01)
    peaks = [group["lr"] for group in steps.param_groups]
    chance = random.Random(seed)
    total, done = EPOCHS * (len(rows) // BATCH + 1), 0
    for _ in range(EPOCHS):
        order = list(range(len(rows)))
        chance.shuffle(order)
        order.sort(key=lambda i: (len(rows[i][1]) + len(rows[i][2])) // 12)
        batches = [order[first : first + BATCH] for first in range(0, len(order), BATCH)]
        chance.shuffle(batches)
        for places in batches:
            with torch.autocast("cpu", torch.bfloat16):
                scores = net(*arrays([rows[i] for i in places], chance), DROP)
            right = torch.tensor([float(truth[i]) for i in places])
            odds = torch.tensor(given[places], dtype=torch.float32)
            functional.binary_cross_entropy_with_logits(scores[:, 0].float() + odds, right).backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            for group, peak in zip(steps.param_groups, peaks, strict=True):
                group["lr"] = peak * (1 - done / total)
            steps.step()
            steps.zero_grad()
            done += 1
    return net.eval()


def chosen(one: Clauses, use: np.ndarray, seed: int) -> list[int]:
    """The pairs to learn from: what is right, and some of what is not."""
    right = one.right()
    yes = np.flatnonzero(right & use)
    share = np.where(~right & use, np.array(one.signs)[:, 0], -1.0)
    no = np.argsort(-share, kind="stable")[: int((~right & use).sum())]
    most = min(len(no), OTHERS * len(yes))
    some = random.Random(seed).sample(no[most // 2 :].tolist(), min(most - most // 2, len(no) - most // 2))
    return sorted([*yes.tolist(), *no[: most // 2].tolist(), *some])


def said(net: Pairs, rows: Sequence[Row]) -> Floats:
    """What the network says of each pair."""
    found = np.zeros(len(rows))
    order = sorted(range(len(rows)), key=lambda i: len(rows[i][1]) + len(rows[i][2]))
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        for first in range(0, len(order), 32):
            places = order[first : first + 32]
            found[places] = net(*arrays([rows[i] for i in places]))[:, 0].float().numpy()
    return found.clip(-8, 8)


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--checkpoint", type=Path, default=WORK / "checkpoint.pt")
    ask.add_argument("--wider", action="store_true", help="also the pairs that are not compared today")
    args = ask.parse_args()
    torch.set_num_threads(1)
    net = network(args.checkpoint)
    sets: list[Clauses] = pickle.loads((WORK / "clauses.pkl").read_bytes())
    use = [np.array(one.compared) | (~np.array(one.parted) if args.wider else False) for one in sets]
    signs = [np.array(one.signs) for one in sets]
    truth = [one.right() for one in sets]
    rows = [rows_of([(one.words[i], one.words[j]) for i, j in one.pairs]) for one in sets]
    picks = [chosen(one, u, place) for place, (one, u) in enumerate(zip(sets, use, strict=True))]
    says: list[Floats] = []
    for place, one in enumerate(sets):
        learn = [(n, i) for n in range(len(sets)) if n != place for i in picks[n]]
        x, y = np.array([signs[n][i] for n, i in learn]), np.array([truth[n][i] for n, i in learn])
        constant, weights = fitted(x, y, STRENGTH)
        own = taught(net, [rows[n][i] for n, i in learn], y.tolist(), x @ weights + constant, place)
        found = np.zeros(len(rows[place]))
        places = np.flatnonzero(use[place])
        found[places] = said(own, [rows[place][i] for i in places])
        says.append(found)
        (WORK / "folds.pkl").write_bytes(pickle.dumps(says))
        print(
            f"{one.name}: {len(learn)} pairs learned from, of what is said of it {found[places].std():.2f}", flush=True
        )
    both = [np.concatenate([a, b[:, None]], 1) for a, b in zip(signs, says, strict=True)]
    today = [np.array(one.compared) for one in sets]
    print(" " * 60, " ".join(one.name[:5] for one in sets))
    for which, those in (("compared", today), ("wider", use)) if args.wider else (("compared", today),):
        for name, x in (("signs", signs), ("taught alone", [s[:, None] for s in says]), ("signs + taught", both)):
            judged(f"{which}, {name}", list(zip(sets, x, those, strict=True)), STRENGTH)


if __name__ == "__main__":
    main()
