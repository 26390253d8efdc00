"""Values as bytes and back, by their types: nothing that is read back can be anything but the value asked for.

Text in JSON, so that every character survives; the whole compressed. Does not read what another type wrote: such bytes
are damaged, and the caller makes the value anew.
"""

from __future__ import annotations

import json
import zlib
from typing import TypeVar

import msgspec

Value = TypeVar("Value")
FAST = 1


class Damaged(ValueError):  # noqa: N818 - it says what the bytes are
    """These bytes do not hold such a value."""


def packed(value: object) -> bytes:
    """A value of frozen dataclasses, as bytes; the same value gives the same bytes."""
    return zlib.compress(json.dumps(msgspec.to_builtins(value)).encode("ascii"), FAST)


def unpacked(content: bytes, kind: type[Value]) -> Value:
    """The value of this type that the bytes hold. Raises Damaged where they do not.

    >>> unpacked(packed(("We will sign", 3)), tuple[str, int])
    ('We will sign', 3)
    """
    try:
        return msgspec.convert(json.loads(zlib.decompress(content)), kind)
    except (ValueError, zlib.error, msgspec.ValidationError) as error:
        raise Damaged(str(error)) from error


def packed_fast(value: object) -> bytes | None:
    """The same for large values; None where a text holds halves of surrogate pairs, which are not kept so."""
    try:
        return zlib.compress(msgspec.msgpack.encode(value), FAST)
    except UnicodeEncodeError:
        return None


def unpacked_fast(content: bytes, kind: msgspec.msgpack.Decoder[Value]) -> Value:
    """The value that `packed_fast` wrote. Raises Damaged where the bytes hold none."""
    try:
        return kind.decode(zlib.decompress(content))
    except (ValueError, zlib.error, msgspec.MsgspecError) as error:
        raise Damaged(str(error)) from error
