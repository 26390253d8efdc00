"""The corpora as plain documents: a text, where its words stand, and what each word is labelled.

UD treebanks, the worldwide newswire entities, the silver quantities and PolNeAR are read from
`../shared/corpora`, or from where DRAGOMAN_CORPORA says. Corpora without a text of their own get one joined
from their tokens. Nothing here cuts windows or counts pieces.
"""

import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

CORPORA = Path(os.environ.get("DRAGOMAN_CORPORA") or Path(__file__).parents[2] / "shared/corpora")
HELD_OUT = ("alg", "bangladesh", "kenya", "kr", "ven")
QUANTITIES = ("DATE", "TIME", "DURATION", "SET", "MONEY", "PERCENT", "NUMBER", "ORDINAL")

Span = tuple[int, int]


@dataclass(slots=True)
class Document:
    """A text whose words have labels; `columns` holds one list per layer, as long as `spans`."""

    name: str
    text: str
    spans: list[Span]
    columns: dict[str, list[str]] = field(default_factory=dict)
    heads: list[int] = field(default_factory=list)
    sentence_starts: list[bool] = field(default_factory=list)


def trees(path: Path) -> Iterator[Document]:
    """The documents of a treebank; `heads` are places in the document, the place itself for a root."""
    doc: Document | None = None
    text, paragraph = "", False
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.split("\n")
        new = next((line for line in lines if line.startswith("# newdoc")), None)
        if new or doc is None:
            if doc is not None and doc.spans:
                doc.text = text
                yield doc
            doc, text = Document(new or path.stem, "", []), ""
            doc.columns = {"upos": [], "xpos": [], "rel": []}
        paragraph = any(line.startswith("# newpar") for line in lines)
        rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
        if not rows:
            continue
        text = text.rstrip(" ") + "\n\n" if paragraph and text else text
        text = _read_sentence(doc, rows, text)
    if doc is not None and doc.spans:
        doc.text = text
        yield doc


def _read_sentence(doc: Document, rows: list[list[str]], text: str) -> str:
    base = len(doc.spans)
    inside_until, inside_space = 0, True
    for row in rows:
        if "-" in row[0]:
            inside_until, inside_space = int(row[0].split("-")[1]), "SpaceAfter=No" not in row[9]
            continue
        if "." in row[0]:
            continue
        number = int(row[0])
        form = row[1].replace(" ", "\u00a0")
        doc.spans.append((len(text), len(text) + len(form)))
        text += form
        if number < inside_until:
            space = False
        elif number == inside_until:
            space = inside_space
        else:
            space = "SpaceAfter=No" not in row[9]
        text += " " if space else ""
        head = int(row[6])
        doc.columns["upos"].append(row[3])
        doc.columns["xpos"].append(row[4])
        doc.columns["rel"].append(row[7])
        doc.heads.append(base + (head if head else number) - 1)
        doc.sentence_starts.append(number == 1)
    return text


NO_SPACE_BEFORE = frozenset(",.;:!?)]}%\u201d\u2019\u2026") | {"'s", "n't", "'"}
NO_SPACE_AFTER = frozenset("([{\u201c\u2018$\u00a3\u20ac#")
HYPHENS = frozenset("-/")


def joined(words: list[str]) -> tuple[str, list[Span]]:
    """The words as a paragraph of text, and where they stand in it."""
    text, spans = "", []
    tight, open_quote = True, False
    for word in words:
        closes = word == '"' and open_quote
        apostrophe_s = word in ("s", "t", "re", "ve", "ll", "d", "m") and text[-1:] in ("\u2019", "'")
        if text and not (tight or word in NO_SPACE_BEFORE or closes or word in HYPHENS or apostrophe_s):
            text += " "
        spans.append((len(text), len(text) + len(word)))
        text += word
        tight = word in NO_SPACE_AFTER or word in HYPHENS
        if word == '"':
            open_quote = not open_quote
            tight = open_quote
    return text, spans


def newswire(path: Path = CORPORA / "ner/worldwide-train.jsonl") -> Iterator[tuple[str, Document]]:
    """The country and the document, with its nine kinds of entities."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        doc = Document(row["doc"], "", [], {"entity": []})
        for paragraph in row["sents"]:
            text, spans = joined([word.replace(" ", "\u00a0") for word, _ in paragraph])
            begin = len(doc.text)
            doc.spans += [(begin + start, begin + end) for start, end in spans]
            doc.columns["entity"] += [label for _, label in paragraph]
            doc.text += text + "\n\n"
        if doc.spans:
            yield row["country"], doc


@dataclass(slots=True)
class Attribution:
    """Gold: the spans of source, cue and content."""

    source: list[Span]
    cue: list[Span]
    content: list[Span]


T_LINE = re.compile(r"^(T\d+)\t(\S+) ([\d; ]+?)\t")
E_LINE = re.compile(r"^(E\d+)\t(.*)$")


def attributions(path: Path) -> list[Attribution]:
    """The attributions of one brat file that have a content and a cue."""
    lines = path.read_text(encoding="utf-8").split("\n")
    spans: dict[str, list[Span]] = {}
    for line in lines:
        if found := T_LINE.match(line):
            ends = (part.split() for part in found.group(3).split(";"))
            spans[found.group(1)] = [(int(start), int(end)) for start, end in ends]
    attributions: list[Attribution] = []
    for line in lines:
        if not (found := E_LINE.match(line)):
            continue
        roles: dict[str, list[Span]] = {"source": [], "cue": [], "content": []}
        for part in found.group(2).split()[1:]:
            role, _, name = part.partition(":")
            role = role.rstrip("0123456789").lower()
            if role in roles:
                roles[role] += spans.get(name, [])
        if roles["content"] and roles["cue"]:
            attributions.append(Attribution(**roles))
    return attributions


def polnear(folder: Path) -> Iterator[tuple[str, str, list[Attribution]]]:
    """The name, the text and the attributions by the first annotator."""
    for file in sorted((folder / "text").glob("*.txt")):
        with file.open(encoding="utf-8", newline="") as opened:
            text = opened.read()
        annotators = sorted(a for a in (folder / "ann").glob("*.ann") if a.stem[:-5] == file.stem)
        if annotators:
            yield file.stem, text, attributions(annotators[0])


def quantities(path: Path) -> dict[str, list[tuple[int, int, str]]]:
    """By document: the start, the end and the BIO label of each word, from the silver annotation."""
    found: dict[str, list[tuple[int, int, str]]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        words: list[tuple[int, int, str]] = []
        for sentence in row["sents"]:
            before = "O"
            for _, start, end, _, kind in sentence:
                kind = kind if kind in QUANTITIES else "O"
                label = "O" if kind == "O" else ("I-" if kind == before else "B-") + kind
                words.append((start, end, label))
                before = kind
        found[row["doc"]] = words
    return found
