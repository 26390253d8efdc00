"""Bytes become text.

UTF-8 is tried first, then the byte order marks, then a guess by charset-normalizer. Line ends become a line
feed and a byte order mark at either end goes; nothing else is changed. Does not look for the article.
"""

from __future__ import annotations

import codecs
import re

import charset_normalizer

SAMPLE = 200_000
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
BINARY = (
    b"\x89PNG", b"%PDF-", b"PK\x03\x04", b"GIF8", b"\xff\xd8\xff", b"\x1f\x8b", b"BZh", b"7z\xbc\xaf", b"\x7fELF",
    b"\xd0\xcf\x11\xe0", b"RIFF", b"OggS", b"ID3", b"SQLite format 3", b"Rar!", b"MZ\x90", b"\xfd7zXZ",
)  # fmt: skip
CONTROL = bytes(set(range(1, 32)) - {9, 10, 11, 12, 13, 27})
LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def decode(data: bytes) -> str | None:
    """The text, or None where the bytes are not text.

    >>> decode(b"one\\r\\ntwo\\rthree"), decode(b"caf\\xe9 talks"), decode(b"%PDF-1.7")
    ('one\\ntwo\\nthree', 'café talks', None)
    """
    if data.startswith(BINARY):
        return None
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return plain(data.decode(encoding, "replace"))
    if wide := two_bytes_each(data):
        return plain(data.decode(wide, "replace"))
    if controls(data) > 0.02:
        return None
    try:
        return plain(data.decode("utf-8"))
    except UnicodeDecodeError:
        return plain(guessed(data))


def plain(text: str) -> str:
    """The text with line feeds for all line ends, without byte order marks at its ends or half characters."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip("\ufeff")
    return LONE_SURROGATE.sub("\ufffd", text)


def controls(data: bytes) -> float:
    """The share of bytes that no text holds."""
    sample = data[:SAMPLE]
    return (len(sample) - len(sample.translate(None, CONTROL))) / max(1, len(sample))


def two_bytes_each(data: bytes) -> str | None:
    """UTF-16 without its mark: every other byte of Western text is then a NUL."""
    sample = data[: SAMPLE - SAMPLE % 2]
    for offset, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        nuls, others = sample[offset::2].count(0), sample[1 - offset :: 2].count(0)
        if nuls > len(sample) * 0.3 and others < nuls / 10:
            return encoding
    return None


def guessed(data: bytes) -> str:
    """The text of bytes that are not UTF-8 throughout.

    UTF-8 with a few broken bytes stays UTF-8; an almost wholly ASCII text is Western.
    """
    as_utf8 = data.decode("utf-8", "replace")
    broken = as_utf8.count("\ufffd")
    if sum(c > "\x7f" for c in as_utf8) - broken >= broken:
        return as_utf8
    if sum(byte > 127 for byte in data[:SAMPLE]) < 0.2 * min(len(data), SAMPLE):
        return data.decode("cp1252", "replace")
    best = charset_normalizer.from_bytes(data[:SAMPLE]).best()
    return data.decode(best.encoding if best else "cp1252", "replace")
