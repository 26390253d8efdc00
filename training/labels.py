"""The labels of every head, in the order of their numbers."""

import json

from training.corpora import CORPORA, QUANTITIES
from training.start import START

_OLD = json.loads((START.parent / "labels.json").read_text(encoding="utf-8"))

NAMES: dict[str, list[str]] = {
    "cue": ["O", "B", "I"],
    "role": ["source", "content"],
    "entity": _OLD["ner"],
    "quantity": ["O", *(f"{mark}-{kind}" for kind in QUANTITIES for mark in "BI")],
    "upos": _OLD["upos"],
    "sentence": ["inside", "begins"],
    "rel": _OLD["rel"],
}
PER_PIECE = ("cue", "role", "entity", "quantity", "upos", "xpos", "sentence")


def xpos_names() -> list[str]:
    """The Penn tags of the treebanks."""
    found: set[str] = set()
    for bank in ("ewt", "gum"):
        for line in (CORPORA / f"ud/{bank}-train.conllu").read_text(encoding="utf-8").split("\n"):
            row = line.split("\t")
            if len(row) == 10 and row[0].isdigit():
                found.add(row[4])
    return sorted(found)


def all_names() -> dict[str, list[str]]:
    return NAMES | {"xpos": xpos_names()}
