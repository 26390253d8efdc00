"""The file that corrections are kept in: YAML that people read, change, version and share.

One correction is one item of a list. Adding and taking back change only the lines of that item, so that comments and
order stay as people wrote them. Trusts nothing in the file; says where it is wrong.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml
from pydantic import TypeAdapter, ValidationError

from dragoman.model.problem import StoreError
from dragoman.store.corrections.correction import Correction
from dragoman.store.files import corrections_in, write

LARGEST = 20_000_000
HEAD = """\
# What people corrected in this record. It is laid over what was read and can be taken back at any time:
# dragoman correct list, dragoman correct undo ID. Rows are found by their id, else by the words they rest on.
"""


@cache
def adapter() -> TypeAdapter[list[Correction]]:
    return TypeAdapter(list[Correction])


class Plain(yaml.SafeLoader):
    """YAML without references from one place to another, by which a small file could grow without bound."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("references (*name) are not read")
        return super().compose_node(parent, index)


def kept_corrections(folder: Path) -> tuple[Correction, ...]:
    """The corrections of a folder in their order; none where there is no file. Raises StoreError for a broken one."""
    file = corrections_in(folder)
    text = text_of(file)
    if not text.strip():
        return ()
    try:
        return tuple(adapter().validate_python(yaml.load(text, Plain) or []))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{file}:{mark.line + 1}" if mark else str(file)
        raise StoreError(f"{where}: not YAML ({told(error)}); mend the line, or move the file away") from error
    except ValidationError as error:
        fault = error.errors()[0]
        nth = f"correction {int(fault['loc'][0]) + 1}: " if fault["loc"] else ""
        key = ".".join(str(part) for part in fault["loc"][1:])
        raise StoreError(f"{file}: {nth}{key}: {fault['msg']}; mend it, or take the correction out") from error


def told(error: yaml.YAMLError) -> str:
    return str(getattr(error, "problem", None) or str(error).splitlines()[0])


def text_of(file: Path) -> str:
    try:
        if file.exists() and file.stat().st_size > LARGEST:
            raise StoreError(f"{file}: too long to be corrections; move it away")
        return file.read_text(encoding="utf-8") if file.exists() else ""
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError(f"{file}: cannot be read ({error}); check it, or move it away") from error


def add_correction(folder: Path, correction: Correction) -> Path:
    """Write a correction at the end of the file; gives back the file."""
    file = corrections_in(folder)
    kept_corrections(folder)  # a broken file is told of, not written to
    before = text_of(file)
    if before.strip() in ("", "[]"):
        before = HEAD
    return write(file, before.rstrip("\n") + "\n\n" + as_yaml(correction))


def take_back(folder: Path, identifier: str) -> Correction | None:
    """Take a correction out of the file; gives it back, None where none has this id."""
    found = kept_corrections(folder)
    nth = next((n for n, correction in enumerate(found) if correction.id == identifier), None)
    if nth is None:
        return None
    file = corrections_in(folder)
    lines = text_of(file).splitlines(keepends=True)
    root = yaml.compose("".join(lines), Plain)
    items = root.value if root is not None else []
    if getattr(root, "flow_style", False):
        left = "".join(as_yaml(one) for one in found if one.id != identifier)
        write(file, HEAD + "\n" + left)
        return found[nth]
    first, last = items[nth].start_mark.line, end_of(items[nth])
    write(file, "".join([*lines[:first], *lines[last:]]).rstrip("\n") + "\n")
    return found[nth]


def end_of(node: yaml.Node) -> int:
    """The line after the last one that an item fills; comments after it belong to what follows."""
    children = [part for pair in node.value for part in pair] if isinstance(node, yaml.MappingNode) else node.value
    if isinstance(node, (yaml.MappingNode, yaml.SequenceNode)) and children and not node.flow_style:
        return max(end_of(child) for child in children)
    mark = node.end_mark
    return int(mark.line) + (1 if mark.column else 0)


def as_yaml(correction: Correction) -> str:
    plain = adapter().dump_python([correction], mode="json", exclude_none=True)
    return yaml.safe_dump(plain, sort_keys=False, allow_unicode=True, width=110)
