"""The network: a small encoder (MiniLM, six layers of 384) read by a handful of heads.

Per piece: cue (BIO), role (source, content), entity (BIO), quantity (BIO), upos, xpos, sentence start.
Per pair of pieces: `pair` (is j of the source, of the content, of the cue at i) and `arc` (is j the head of
i), with the two vectors from which relation labels are scored. Only the first piece of a word is trained and
read. Nothing here knows of corpora, windows or files.
"""

import torch
from torch import Tensor, nn
from torch.nn import functional

HIDDEN, DEEP, ATTENTION_HEADS, LAYERS, MOST_POSITIONS, VOCABULARY = 384, 1536, 12, 6, 512, 30522
FAR = 80
SHAPE_IDS = 32
PAIR_ROLES = ("source", "content", "cue")


class Layer(nn.Module):
    """One transformer layer, with the three projections of attention in one matrix."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.out = nn.Linear(HIDDEN, HIDDEN)
        self.norm1 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.up = nn.Linear(HIDDEN, DEEP)
        self.down = nn.Linear(DEEP, HIDDEN)
        self.norm2 = nn.LayerNorm(HIDDEN, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor, drop: float = 0.0) -> Tensor:
        """`drop`: the part of what attention and the deep layer say that is hidden at random, in training."""
        batch, length, _ = x.shape
        parts = self.qkv(x).view(batch, length, 3, ATTENTION_HEADS, -1)
        q, k, v = parts.permute(2, 0, 3, 1, 4)
        scores = q * (HIDDEN // ATTENTION_HEADS) ** -0.5 @ k.transpose(2, 3) + mask.to(q.dtype)
        mixed = scores.softmax(-1) @ v
        said = self.out(mixed.transpose(1, 2).reshape(batch, length, HIDDEN))
        x = self.norm1(x + (functional.dropout(said, drop) if drop else said))
        said = self.down(functional.gelu(self.up(x)))
        return self.norm2(x + (functional.dropout(said, drop) if drop else said))


class Encoder(nn.Module):
    """Word pieces, positions and shapes become vectors that know their context."""

    def __init__(self, layers: int = LAYERS) -> None:
        super().__init__()
        self.word = nn.Embedding(VOCABULARY, HIDDEN)
        self.position = nn.Embedding(MOST_POSITIONS, HIDDEN)
        self.shape = nn.Embedding(SHAPE_IDS, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))
        nn.init.zeros_(self.shape.weight)

    def forward(self, ids: Tensor, attention: Tensor, shapes: Tensor) -> Tensor:
        x = self.word(ids) + self.position.weight[: ids.shape[1]] + self.shape(shapes)
        return self.through(x, (1.0 - attention[:, None, None, :].to(x.dtype)) * -10000.0)

    def through(self, x: Tensor, mask: Tensor, drop: float = 0.0) -> Tensor:
        """From sums of embeddings to vectors in context."""
        x = self.norm(x)
        for layer in self.layers:
            x = layer(x, mask, drop)
        return x


class Near(nn.Module):
    """A learned score for how far piece j stands from piece i."""

    def __init__(self, roles: int) -> None:
        super().__init__()
        self.by_distance = nn.Parameter(torch.zeros(2 * FAR + 1, roles))

    def table(self, length: int) -> Tensor:
        """(roles, length, length)"""
        at = torch.arange(length)
        distance = (at[None, :] - at[:, None]).clamp(-FAR, FAR) + FAR
        return self.by_distance[distance].permute(2, 0, 1)


class Pair(nn.Module):
    """For a cue at piece i and any piece j: is j of its source, of its content, of the cue itself?"""

    def __init__(self, width: int = 192) -> None:
        super().__init__()
        roles = len(PAIR_ROLES)
        self.cue = nn.Linear(HIDDEN, width)
        self.token = nn.Linear(HIDDEN, width)
        self.match = nn.Linear(width, roles * width)
        self.alone = nn.Linear(width, roles)
        self.near = Near(roles)

    def forward(self, x: Tensor, near: Tensor) -> Tensor:
        batch, length, _ = x.shape
        token = functional.gelu(self.token(x))
        cue = self.match(functional.gelu(self.cue(x))).view(batch, length, len(PAIR_ROLES), -1).transpose(1, 2)
        scores = cue @ token.transpose(1, 2)[:, None] * token.shape[-1] ** -0.5
        return scores + self.alone(token).transpose(1, 2)[:, :, None, :] + near


class Reader(nn.Module):
    """Encoder and heads. `sizes` names the heads per piece and their numbers of labels."""

    def __init__(self, sizes: dict[str, int], relations: int, layers: int = LAYERS) -> None:
        super().__init__()
        self.enc = Encoder(layers)
        self.heads = nn.ModuleDict({name: nn.Linear(HIDDEN, size) for name, size in sizes.items()})
        self.pair = Pair()
        self.arc_dependent = nn.Linear(HIDDEN, 256)
        self.arc_head = nn.Linear(HIDDEN, 256)
        self.arc_match = nn.Parameter(torch.zeros(257, 256))
        self.arc_near = Near(1)
        self.rel_dependent = nn.Linear(HIDDEN, 96)
        self.rel_head = nn.Linear(HIDDEN, 96)
        self.rel_match = nn.Parameter(torch.zeros(relations, 97, 97))
        self.drop = nn.Dropout(0.1)

    def arcs(self, x: Tensor, near: Tensor) -> Tensor:
        dependent, head = functional.gelu(self.arc_dependent(x)), functional.gelu(self.arc_head(x))
        matched = functional.linear(dependent, self.arc_match[:256].T) + self.arc_match[256]
        return matched @ head.transpose(1, 2) + near

    def relation_vectors(self, x: Tensor) -> tuple[Tensor, Tensor]:
        return functional.gelu(self.rel_dependent(x)), functional.gelu(self.rel_head(x))

    def relations(self, dependent: Tensor, head: Tensor) -> Tensor:
        """Scores of the labels for n arcs, from (n, 96) and (n, 96)."""
        ones = dependent.new_ones(len(dependent), 1)
        left, right = torch.cat([dependent, ones], 1), torch.cat([head, ones], 1)
        by_label = torch.einsum("ni,rij->nrj", left, self.rel_match.to(left.dtype))
        return (by_label * right[:, None, :]).sum(-1)
