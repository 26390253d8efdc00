"""The head for offers and answers: `python -m training.exchange_head --write`, after the export.

    python -m training.exchange_head [--epochs 10] [--without w5,jeddah] [--write]

A small network of its own on three layers of the encoder, which stays as it is: two transformer layers of 256 that know
a window, then a score for each class of `exchange_texts.CLASSES` and for each kind of offer, word by word. It learns
from the written passages and clusters, from annotated newswire and from open clusters, and says how right it is on the
groups it goes `--without`. `--write` puts it into the shipped file (`exchange_export`). Nine minutes on a core.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn
from torch.nn import functional

from dragoman.annotate.reader import network
from dragoman.annotate.reader.network import given
from dragoman.annotate.reader.pieces import words_of
from dragoman.annotate.reader.windows import after_ends, windows
from training.exchange_texts import CLASSES, KINDS, STANCES, WITHOUT, Marked, clusters, newswire, passages
from training.vectors import LAYERS, end_of, session

WIDTH, DEPTH, HEADS, DEEP = 256, 2, 4, 768
DROP = 0.2
TOGETHER = 8  # windows a step
RATE, DECAY = 1e-3, 0.02
Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Seen:
    """A window: its pieces' vectors, where its words stand in it, and what is known of each word.

    `truth` is (words, classes), -1 where nothing is known; `kind` -1 where no offer is laid out; `own` says which words
    are read off this window.
    """

    vectors: npt.NDArray[np.float16]
    at: npt.NDArray[np.int64]
    truth: Floats
    kind: npt.NDArray[np.int64]
    own: slice
    begin: int


@dataclass(frozen=True, slots=True)
class Text:
    marked: Marked
    starts: npt.NDArray[np.int64]
    truth: Floats
    windows: tuple[Seen, ...]


def seen(marked: Marked, file: Path) -> Text:
    text = marked.text
    words = words_of(text)
    strings = [text[start:end] for start, end in zip(words.starts, words.ends, strict=True)]
    truth = np.full((len(words), len(CLASSES)), -1, np.float32)
    truth[:, [CLASSES.index(name) for name in marked.looked_for]] = 0
    kind = np.full(len(words), -1, np.int64)
    for span in marked.spans:
        first, last = np.searchsorted(words.starts, (span.start, span.end))
        truth[first:last, CLASSES.index(span.name)] = 1
        if span.kind in KINDS:
            kind[first:last] = KINDS.index(span.kind)
    found = []
    for window in windows(words, words.begins_line | after_ends(words, strings)):
        fed, at = given(words, window)
        layers = session(file).run([end_of(layer) for layer in LAYERS], fed)
        held = slice(window.begin, window.end)
        found.append(
            Seen(
                np.concatenate([layer[0] for layer in layers], axis=1).astype(np.float16),
                at,
                truth[held],
                kind[held],
                slice(window.own_begin - window.begin, window.own_end - window.begin),
                window.begin,
            )
        )
    return Text(marked, words.starts, truth, tuple(found))


class Block(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH), nn.LayerNorm(WIDTH)
        self.up, self.down = nn.Linear(WIDTH, DEEP), nn.Linear(DEEP, WIDTH)

    def forward(self, x: Tensor, mask: Tensor, drop: float = 0.0) -> Tensor:
        batch, length, _ = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, HEADS, -1).permute(2, 0, 3, 1, 4)
        scores = q * (WIDTH // HEADS) ** -0.5 @ k.transpose(2, 3) + mask
        said = self.out((scores.softmax(-1) @ v).transpose(1, 2).reshape(batch, length, WIDTH))
        x = self.norm1(x + (functional.dropout(said, drop) if drop else said))
        said = self.down(functional.gelu(self.up(x)))
        return self.norm2(x + (functional.dropout(said, drop) if drop else said))


class Head(nn.Module):
    def __init__(self, mean: Tensor, spread: Tensor) -> None:
        super().__init__()
        self.mean, self.spread = nn.Parameter(mean, requires_grad=False), nn.Parameter(spread, requires_grad=False)
        self.into = nn.Linear(len(mean), WIDTH)
        self.norm = nn.LayerNorm(WIDTH)
        self.blocks = nn.ModuleList(Block() for _ in range(DEPTH))
        self.labels = nn.Linear(WIDTH, len(CLASSES) + len(KINDS))

    def forward(self, x: Tensor, mask: Tensor, drop: float = 0.0) -> Tensor:
        x = (x - self.mean) / self.spread
        if drop:
            x = functional.dropout(x, drop)
        x = self.norm(self.into(x))
        for block in self.blocks:
            x = block(x, mask, drop)
        scores: Tensor = self.labels(x)
        return scores


def batch_of(some: Sequence[Seen]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Vectors, mask, truth and kind by piece; what is no word's first piece has no truth."""
    length = max(len(one.vectors) for one in some)
    x = torch.zeros(len(some), length, some[0].vectors.shape[1])
    mask = torch.full((len(some), 1, 1, length), -10000.0)
    truth, kind = torch.full((len(some), length, len(CLASSES)), -1.0), torch.full((len(some), length), -1)
    for i, one in enumerate(some):
        n = len(one.vectors)
        x[i, :n] = torch.from_numpy(one.vectors.astype(np.float32))
        mask[i, :, :, :n] = 0
        truth[i, one.at] = torch.from_numpy(one.truth)
        kind[i, one.at] = torch.from_numpy(one.kind)
    return x, mask, truth, kind


def loss_of(scores: Tensor, truth: Tensor, kind: Tensor) -> Tensor:
    n = len(CLASSES)
    known = truth >= 0
    each = functional.binary_cross_entropy_with_logits(scores[..., :n], truth.clamp(min=0), reduction="none")
    said = (each * known).sum() / known.any(-1).sum()
    if (kind >= 0).any():
        said = said + 0.2 * functional.cross_entropy(scores[..., n:][kind >= 0], kind[kind >= 0])
    return said


def shuffled(some: Sequence[Seen], chance: random.Random) -> Iterator[list[Seen]]:
    """Steps of windows of like length, in an order by chance."""
    order = sorted(chance.sample(list(some), len(some)), key=lambda one: len(one.vectors) // 24)
    steps = [order[i : i + TOGETHER] for i in range(0, len(order), TOGETHER)]
    chance.shuffle(steps)
    return iter(steps)


def trained(texts: Sequence[Text], epochs: int, seed: int = 1) -> Head:
    torch.manual_seed(seed)
    some = [one for text in texts for one in text.windows]
    every = np.concatenate([one.vectors.astype(np.float32) for one in some[:: max(1, len(some) // 400)]])
    head = Head(torch.from_numpy(every.mean(0)), torch.from_numpy(every.std(0) + 1e-3))
    steps = epochs * (len(some) // TOGETHER + 1)
    learner = torch.optim.AdamW([p for p in head.parameters() if p.requires_grad], lr=RATE, weight_decay=DECAY)
    pace = torch.optim.lr_scheduler.OneCycleLR(learner, RATE, total_steps=steps + 1, pct_start=0.1)
    chance = random.Random(seed)
    head.train()
    for _ in range(epochs):
        for step in shuffled(some, chance):
            x, mask, truth, kind = batch_of(step)
            loss = loss_of(head(x, mask, DROP), truth, kind)
            learner.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(head.parameters(), 1.0)
            learner.step()
            pace.step()
    return head.eval()


def said_of(head: Head, text: Text) -> tuple[Floats, Floats]:
    """Of each word the chance of each class, and of each kind were it an offer."""
    rows = []
    with torch.no_grad():
        for one in text.windows:
            x, mask, _, _ = batch_of([one])
            rows.append(head(x, mask)[0].numpy()[one.at[one.own]])
    scores = np.concatenate(rows)
    n = len(CLASSES)
    return network.sigmoid(scores[:, :n]), network.softmax(scores[:, n:])


def measure(head: Head, texts: Sequence[Text]) -> dict[str, Floats]:
    """Chances and truth of all words, stacked."""
    said, truth = [], []
    for text in texts:
        said.append(said_of(head, text)[0])
        truth.append(text.truth)
    return {"said": np.concatenate(said), "truth": np.concatenate(truth)}


def tell(name: str, said: Floats, truth: Floats) -> None:
    """F1 by word of each class at its best mark, and of any answer, with how often the stance is right."""
    answers = [CLASSES.index(one) for one in STANCES]
    rows = {one: (said[:, i], truth[:, i]) for i, one in enumerate(CLASSES)}
    rows["answer"] = (1 - np.prod(1 - said[:, answers], axis=1), truth[:, answers].max(1))
    line = []
    for one, (chance, right) in rows.items():
        known = right >= 0
        yes = right[known] == 1
        if not yes.any():
            continue
        f1 = {
            m: 2 * ((chance[known] >= m) & yes).sum() / ((chance[known] >= m).sum() + yes.sum())
            for m in np.arange(0.1, 0.8, 0.05)
        }
        best = max(f1, key=lambda m: f1[m])
        line.append(f"{one} {f1[best]:.2f}@{best:.2f}")
    each = truth[:, answers].max(1) == 1
    right = np.take_along_axis(truth[:, answers][each], said[:, answers][each].argmax(1)[:, None], 1).mean()
    print(f"{name}: {', '.join(line)}; stance {right:.2f}", flush=True)


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--weights", type=Path, default=network.WEIGHTS)
    ask.add_argument("--epochs", type=int, default=10)
    ask.add_argument("--without", default=",".join(WITHOUT), help="groups that it does not learn from")
    ask.add_argument("--write", action="store_true", help="put the head into the shipped file")
    said = ask.parse_args()
    torch.set_num_threads(1)
    texts = [seen(one, said.weights / "reader.onnx") for one in (*passages(), *newswire(), *clusters())]
    left_out = set(said.without.split(","))
    head = trained([text for text in texts if text.marked.group not in left_out], said.epochs)
    parts = {name: [text for text in texts if text.marked.group == name] for name in sorted(left_out)}
    found = {name: measure(head, some) for name, some in parts.items() if some}
    for name, one in found.items():
        tell(name, one["said"], one["truth"])
    if found:
        tell("together", *(np.concatenate([one[what] for one in found.values()]) for what in ("said", "truth")))
    if said.write:
        from training.exchange_export import put

        put(said.weights, head)


if __name__ == "__main__":
    main()
