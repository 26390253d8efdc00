"""The text is the file's text: only line ends and the byte order mark change."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.text import Article
from dragoman.read import read
from dragoman.read.decode import decode

SAID = "“We won’t sign,” the minister of São Tomé said in Málaga."


def text_of(path: Path, content: bytes) -> str:
    path.write_bytes(content)
    (article,) = read([str(path)])
    assert isinstance(article, Article)
    return article.text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    assert text_of(tmp_path / "a.txt", SAID.encode(encoding)) == SAID


def test_cyrillic_without_unicode() -> None:
    said = "Министр заявил, что переговоры продолжатся в Женеве на следующей неделе. Стороны договорились о встрече."
    assert decode(said.encode("cp1251")) == said


def test_a_few_broken_bytes_stay_where_they_are() -> None:
    assert decode(SAID.encode() + b" \xff") == SAID + " \ufffd"


def test_line_ends_and_marks() -> None:
    assert decode(b"\xef\xbb\xbfone\r\ntwo\rthree\n") == "one\ntwo\nthree\n"


def test_nothing_else_changes(tmp_path: Path) -> None:
    text = "  Talks\u200b went on.\0 \u202bThey said so.\u2028\tNo one left.  \n\n"
    assert text_of(tmp_path / "a.txt", text.encode()) == text


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\r\ufeff", categories=("L", "N", "P", "Z"))))
def test_what_is_utf8_is_read_as_it_stands(text: str) -> None:
    assert decode(text.encode()) == text
