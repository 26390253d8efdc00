"""What each task pays for its mistakes, from the vectors of its windows."""

import torch
from torch import Tensor
from torch.nn import functional

from training.batches import Batch
from training.model import Reader

Losses = dict[str, Tensor]


def of_words(reader: Reader, x: Tensor, batch: Batch, heads: tuple[str, ...]) -> Losses:
    words = x[batch.row, batch.at]
    losses: Losses = {}
    for name in heads:
        scores, gold = reader.heads[name](words), batch.labels[name]
        if name == "role":
            losses[name] = functional.binary_cross_entropy_with_logits(scores, gold.float()) * 2
        elif (gold >= 0).any():
            losses[name] = functional.cross_entropy(scores, gold, ignore_index=-1)
    return losses


def of_pairs(reader: Reader, x: Tensor, batch: Batch) -> Losses:
    """Every gold cue against every word of its window."""
    if batch.cue is None or batch.pairs is None:
        return {}
    near = reader.pair.near.table(x.shape[1])
    row, at = batch.cue.T
    scores = reader.pair(x, near).permute(0, 2, 3, 1)[row, at]
    is_word = torch.zeros(x.shape[:2])
    is_word[batch.row, batch.at] = 1
    cost = functional.binary_cross_entropy_with_logits(scores, batch.pairs[:, : x.shape[1]], reduction="none")
    cost = (cost * is_word[row][:, :, None]).sum((0, 1)) / len(row)
    source, content, cue = cost / torch.tensor([4.0, 16.0, 4.0])
    return {"pair.source": source, "pair.content": content, "pair.cue": cue * 0.5}


def of_trees(reader: Reader, x: Tensor, batch: Batch) -> Losses:
    """Heads among the words of the sentence and the root; labels of the gold arcs."""
    assert batch.sentence_of is not None
    head, rel = batch.labels["head"], batch.labels["rel"]
    arcs = reader.arcs(x, reader.arc_near.table(x.shape[1])[0])
    scores = arcs[batch.row, batch.at]
    sentences = batch.sentence_of[batch.row]
    own = batch.sentence_of[batch.row, batch.at]
    allowed = sentences == own[:, None]
    allowed[:, 0] = True
    scores = scores.masked_fill(~allowed, -1e4)
    known = head >= 0
    dependent, heads = reader.relation_vectors(x)
    labels = reader.relations(dependent[batch.row, batch.at][known], heads[batch.row[known], head[known]])
    return {
        "arc": functional.cross_entropy(scores[known], head[known]),
        "rel": functional.cross_entropy(labels, rel[known], ignore_index=-1),
    }
