"""The reader's file without the head for offers and answers, which is put in last and as nodes of its own."""

from __future__ import annotations

from collections.abc import Mapping

import onnx

PREFIX = "exchange/"
NAMES = ("exchange", "matter")


def labels_without(heads: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """The labels of all other heads."""
    return {name: labels for name, labels in heads.items() if name not in NAMES}


def without(reader: onnx.ModelProto) -> onnx.ModelProto:
    """The reader without a head that was put into it before."""
    graph = reader.graph
    nodes = [node for node in graph.node if not node.name.startswith(PREFIX)]
    arrays = [one for one in graph.initializer if not one.name.startswith(PREFIX)]
    if len(nodes) < len(graph.node):
        last = next(node for node in nodes if f"{PREFIX}before" in node.output)
        last.output[list(last.output).index(f"{PREFIX}before")] = "labels"
    for held, kept in ((graph.node, nodes), (graph.initializer, arrays)):
        copies = [type(one).FromString(one.SerializeToString()) for one in kept]
        del held[:]
        held.extend(copies)
    return reader
