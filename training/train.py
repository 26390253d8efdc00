"""Train the reader: `python -m training.train --minutes 90 --workers 2`; `--on` goes on from the shipped file.

Every step reads windows of all tasks together. Workers run beside each other, one thread each: every few
steps a worker adds its share of what it has learned to the common weights and goes on from there, so that none
waits for another on a machine that others use too. The learning rate falls with the time that has passed. A checkpoint
is written every few minutes; the same command takes it up again. `average` in it are the weights averaged
over the last steps, which are the ones to export. The vocabulary's own vectors stay as they are: their gradient is a
table of all words at each step, which takes a third of the time and changes little.
"""

import argparse
import random
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing.synchronize import Lock
from pathlib import Path

import torch
from torch import Tensor, multiprocessing, nn
from torch.nn import functional
from torch.nn.utils import parameters_to_vector, vector_to_parameters

from training import losses
from training.batches import Batch, batch_of, endless, load
from training.convert import WORK
from training.labels import PER_PIECE, all_names
from training.model import LAYERS, Reader
from training.shipped import shipped
from training.start import started

WINDOWS = (
    {"attribution": 2, "entities": 1, "trees": 3},
    {"attribution": 2, "entities": 1, "trees": 2},
    {"attribution": 2, "entities": 2, "trees": 2},
)
HEADS = {
    "attribution": ("cue", "role", "quantity"),
    "entities": ("entity",),
    "trees": ("upos", "xpos", "sentence"),
}
RATES = {"enc.shape": 5e-4, "enc.": 8e-5, "heads.entity": 3e-4, "heads.upos": 3e-4, "heads": 5e-4}
RATES |= {"pair.near": 3e-3, "pair": 5e-4, "arc_near": 2e-3, "arc": 3e-4, "rel": 3e-4}
HIDDEN_AT_MOST = {"attribution": 0.15, "entities": 0.15, "trees": 0.06}
WEIGHT = {"quantity": 0.5, "upos": 0.5, "xpos": 0.5, "sentence": 0.5}
DROP = 0.1
SHARE_EVERY, AVERAGE_KEEPS, SAVE_EVERY = 8, 0.97, 240


def new_reader(layers: int = LAYERS) -> Reader:
    names = all_names()
    reader = Reader({name: len(names[name]) for name in PER_PIECE}, len(names["rel"]), layers)
    reader.enc.word.weight.requires_grad_(False)
    return reader


def trained(reader: Reader) -> dict[str, nn.Parameter]:
    """The weights that training changes, by name."""
    return {name: weight for name, weight in reader.named_parameters() if weight.requires_grad}


def batches(seed: int) -> Iterator[dict[str, Batch]]:
    rng = random.Random(seed)
    sources = {task: endless(load(task), seed + i) for i, task in enumerate(HEADS)}
    while True:
        for windows in WINDOWS:
            yield {
                task: batch_of([next(sources[task]) for _ in range(n)], rng, HIDDEN_AT_MOST[task])
                for task, n in windows.items()
            }


def encoded(reader: Reader, parts: dict[str, Batch]) -> dict[str, Tensor]:
    """All windows of the step through the encoder, one by one, so that nothing is spent on padding.

    Embeddings are looked up for all at once: their gradient is a table of the whole vocabulary each time.
    """
    encoder = reader.enc
    windows = [(task, i, int(n)) for task, batch in parts.items() for i, n in enumerate(batch.attention.sum(1))]
    ids = torch.cat([parts[task].ids[i, :n] for task, i, n in windows])
    shapes = torch.cat([parts[task].shapes[i, :n] for task, i, n in windows])
    rows = (encoder.word(ids) + encoder.shape(shapes)).split([n for _, _, n in windows])
    found: dict[str, list[Tensor]] = defaultdict(list)
    with torch.autocast("cpu", torch.bfloat16):  # around them all: it halves each weight once and keeps it
        for (task, _, n), row in zip(windows, rows, strict=True):
            x = encoder.through((row + encoder.position.weight[:n])[None], row.new_zeros(1), DROP)
            found[task].append(functional.pad(reader.drop(x.float()), (0, 0, 0, parts[task].ids.shape[1] - n)))
    return {task: torch.cat(each) for task, each in found.items()}


def step_losses(reader: Reader, parts: dict[str, Batch]) -> losses.Losses:
    found: losses.Losses = {}
    for task, x in encoded(reader, parts).items():
        found |= losses.of_words(reader, x, parts[task], HEADS[task])
        if task == "attribution":
            found |= losses.of_pairs(reader, x, parts[task])
        if task == "trees":
            found |= losses.of_trees(reader, x, parts[task])
    return found


def optimizer(reader: Reader) -> torch.optim.AdamW:
    """Encoder slow, heads that were trained before faster, new heads fastest."""
    groups: dict[float, list[Tensor]] = defaultdict(list)
    for name, weight in trained(reader).items():
        groups[next(rate for part, rate in RATES.items() if name.startswith(part))].append(weight)
    return torch.optim.AdamW(
        [{"params": weights, "lr": rate, "peak": rate} for rate, weights in groups.items()],
        weight_decay=0.01,
        fused=True,
    )


@dataclass(slots=True)
class Shared:
    """What the workers share: the weights in one row, their average, those that stay, and how far they are."""

    weights: Tensor
    average: Tensor
    vocabulary: Tensor
    done: Tensor
    spent: Tensor


def work(
    worker: int, workers: int, minutes: float, checkpoint: Path, shared: Shared, lock: Lock, layers: int = LAYERS
) -> None:
    """One worker's steps, until the time is over."""
    torch.set_num_threads(1)
    torch.manual_seed(worker + int(shared.done))
    reader = new_reader(layers)
    reader.enc.word.weight.data = shared.vocabulary
    weights = list(trained(reader).values())
    steps = optimizer(reader)
    if checkpoint.exists():
        kept = torch.load(checkpoint)["steps"]
        if len(kept["param_groups"]) == len(steps.param_groups):
            steps.load_state_dict(kept)
    vector_to_parameters(shared.weights.clone(), weights)
    taken = shared.weights.clone()
    sums: dict[str, float] = defaultdict(float)
    reader.train()
    begin, before, saved = time.monotonic(), float(shared.spent), time.monotonic()
    for n, parts in enumerate(batches(seed=worker * 1000 + int(shared.done)), start=1):
        spent = before + time.monotonic() - begin
        part = spent / (minutes * 60)
        for group in steps.param_groups:
            group["lr"] = group["peak"] * max(min(part / 0.03 + 0.02, 1 - part), 0.0)
        found = step_losses(reader, parts)
        torch.stack([loss * WEIGHT.get(name, 1.0) for name, loss in found.items()]).sum().backward()
        torch.nn.utils.clip_grad_norm_(weights, 5.0)
        steps.step()
        steps.zero_grad()
        for name, loss in found.items():
            sums[name] += loss.item()
        if n % SHARE_EVERY == 0 or part >= 1:
            with lock, torch.no_grad():
                shared.weights += (parameters_to_vector(weights) - taken) / workers
                taken.copy_(shared.weights)
                shared.done += SHARE_EVERY
                shared.spent.fill_(spent)
                keeps = min(AVERAGE_KEEPS, 1 - 1 / (1 + int(shared.done) / SHARE_EVERY / 2))
                shared.average.lerp_(shared.weights, 1 - keeps)
            vector_to_parameters(taken.clone(), weights)
        if n % 48 == 0:
            said = " ".join(f"{name} {total / 48:.3f}" for name, total in sums.items())
            print(f"{worker} {int(shared.done)} {spent / 60:.1f} min {said}", flush=True)
            sums.clear()
        if worker == 0 and (time.monotonic() - saved > SAVE_EVERY or part >= 1):
            save(checkpoint, reader, steps, shared)
            saved = time.monotonic()
        if part >= 1:
            break


def save(checkpoint: Path, reader: Reader, steps: torch.optim.AdamW, shared: Shared) -> None:
    names, shapes = list(trained(reader)), [weight.shape for weight in trained(reader).values()]
    kept = {name: weight.detach() for name, weight in reader.named_parameters() if not weight.requires_grad}

    def named(row: Tensor) -> dict[str, Tensor]:
        parts = row.split([shape.numel() for shape in shapes])
        return kept | {n: part.view(shape).clone() for n, part, shape in zip(names, parts, shapes, strict=True)}

    state = {"weights": named(shared.weights), "average": named(shared.average), "steps": steps.state_dict()}
    torch.save(state | {"done": int(shared.done), "spent": float(shared.spent)}, checkpoint.with_suffix(".new"))
    checkpoint.with_suffix(".new").replace(checkpoint)


def beginning(checkpoint: Path, *, on: bool, layers: int = LAYERS) -> Shared:
    """A checkpoint's weights, or those of the shipped file to go `on` from, or those that all began with."""
    reader = new_reader(layers)
    done, spent = 0, 0.0
    if checkpoint.exists():
        kept = torch.load(checkpoint)
        reader.load_state_dict(kept["average"])
        average = in_a_row(reader)
        reader.load_state_dict(kept["weights"])
        done, spent = kept["done"], kept["spent"]
    else:
        average = in_a_row(shipped(reader) if on else started(reader))
    vocabulary = reader.enc.word.weight.detach().clone()
    parts = (in_a_row(reader), average, vocabulary, torch.tensor(done), torch.tensor(spent))
    return Shared(*(part.share_memory_() for part in parts))


def in_a_row(reader: Reader) -> Tensor:
    return parameters_to_vector(trained(reader).values()).detach().clone()


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--minutes", type=float, default=90)
    ask.add_argument("--workers", type=int, default=2)
    ask.add_argument("--on", action="store_true", help="begin with the weights of the shipped file")
    ask.add_argument("--checkpoint", type=Path, default=WORK / "checkpoint.pt")
    ask.add_argument("--layers", type=int, default=LAYERS, help="of the encoder; with --on the first ones of the file")
    said = ask.parse_args()
    torch.manual_seed(0)
    shared = beginning(said.checkpoint, on=said.on, layers=said.layers)
    context = multiprocessing.get_context("spawn")
    lock = context.Lock()
    workers = [
        context.Process(
            target=work, args=(worker, said.workers, said.minutes, said.checkpoint, shared, lock, said.layers)
        )
        for worker in range(said.workers)
    ]
    for one in workers:
        one.start()
    for one in workers:
        one.join()


if __name__ == "__main__":
    main()
