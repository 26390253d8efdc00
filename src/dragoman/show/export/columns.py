"""The columns of a flat table, read from the types of the record's rows.

A small part (`terms`, `date`) becomes columns named `terms_place`, `date_start`; a list of words stays one column; a
list of small parts becomes a table of its own. So a table has its columns also where the record has no rows, and a
key that is added to the record is exported without a change here. Holds no values: see `tables`.
"""

from __future__ import annotations

import datetime as dt
import types
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from functools import cache

from dragoman.model.evidence import Evidence
from dragoman.model.record import Date, MentionRow, NumberRow

NAMED = frozenset(
    "entity side actors recipients place parties party head mediators proposers to no_answer by of alleged_by target "
    "addressee".split()
)
"""The keys that hold ids of entities; the table has their names beside them."""


class Kind(StrEnum):
    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DAY = "day"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Column:
    """A column and the way to its value in a row; `named` where the value is told as the entity's name."""

    name: str
    kind: Kind
    path: tuple[str, ...]
    named: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """The columns of one class of rows, and the lists inside it by their path."""

    columns: tuple[Column, ...]
    children: tuple[tuple[tuple[str, ...], type], ...]
    attested: bool


@cache
def shape(made: type) -> Shape:
    """What rows of a class look like in a table, its `id` first."""
    parts = list(parts_of(made, ()))
    columns = [part for part in parts if isinstance(part, Column)]
    children = tuple(part for part in parts if isinstance(part, tuple))
    return Shape(tuple(sorted(columns, key=lambda c: c.name != "id")), children, attested(made))


def parts_of(made: type, path: tuple[str, ...]) -> Iterator[Column | tuple[tuple[str, ...], type]]:
    """The columns and inner lists of a class that stands at a path in its row."""
    hints = typing.get_type_hints(made)
    for field in fields(made):
        hint, here = bare(hints[field.name]), (*path, field.name)
        item = item_of(hint)
        if hint is Evidence or item is Evidence:
            continue
        if is_dataclass(hint) and isinstance(hint, type):
            yield from parts_of(hint, here)
        elif is_dataclass(item) and isinstance(item, type):
            yield (here, item)
        else:
            yield from columns_of(made, here, hint)


def columns_of(made: type, path: tuple[str, ...], hint: typing.Any) -> Iterator[Column]:
    """The column of a plain value, and that of the name it stands for."""
    ours = issubclass(made, Date) and len(path) == 1 and path[0] in {f.name for f in fields(Date)}
    name = "_".join(("date", *path) if ours else path)
    column = Column(name, kind_of(hint), path)
    yield column
    if path[-1] in NAMED and made is not NumberRow:
        yield Column(f"{name}_name", column.kind, path, named=True)


def bare(hint: typing.Any) -> typing.Any:
    """The type without its `None`."""
    if typing.get_origin(hint) in (types.UnionType, typing.Union):
        (hint,) = [arg for arg in typing.get_args(hint) if arg is not type(None)]
    return hint


def item_of(hint: typing.Any) -> typing.Any:
    return typing.get_args(hint)[0] if typing.get_origin(hint) is tuple else None


def kind_of(hint: typing.Any) -> Kind:
    """
    >>> str(kind_of(tuple[str, ...])), str(kind_of(bool))
    ('words', 'boolean')
    """
    if typing.get_origin(hint) is tuple:
        return Kind.WORDS
    plain: Mapping[typing.Any, Kind] = {
        bool: Kind.BOOLEAN,
        int: Kind.INTEGER,
        float: Kind.NUMBER,
        dt.date: Kind.DAY,
    }
    return plain.get(hint, Kind.TEXT)


@cache
def attested(made: type) -> bool:
    """Whether rows of a class lead to evidence, in themselves or in their parts."""
    if made in (Evidence, MentionRow):
        return True
    inner = [bare(hint) for hint in typing.get_type_hints(made).values()]
    parts = [item_of(hint) or hint for hint in inner]
    return any(attested(part) for part in parts if is_dataclass(part) and isinstance(part, type))
