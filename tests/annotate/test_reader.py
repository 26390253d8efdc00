"""The reader model: offsets, the same bytes every time, and texts nobody expects."""

import numpy as np
import pytest

from dragoman.annotate.reader import layers as layers_of_text
from dragoman.annotate.reader.decode import attributions
from dragoman.annotate.reader.layers import read
from dragoman.annotate.reader.network import Scores
from dragoman.annotate.reader.pieces import Words, shape_of, spans_of_words, words_of
from dragoman.annotate.reader.quotes import quotations
from dragoman.annotate.reader.windows import Window, after_ends, windows

NEWS = (
    "Minister Ada Okello said on Friday that the talks in Geneva would go on.\n\n"
    "\u201cWe have not signed anything,\u201d she told reporters. \u201cWe will wait.\u201d\n\n"
    "The Northern Council denied that it had left the table. Nothing else was known by noon."
)


def test_every_word_stands_where_the_layers_say() -> None:
    layers = read(NEWS)
    said = [NEWS[start:end] for start, end in zip(layers.starts, layers.ends, strict=True)]
    assert "".join(said) == "".join(NEWS.split())
    assert len(layers.upos) == len(layers.xpos) == len(layers.heads) == len(layers.relations) == len(said)
    assert len(layers.entity) == len(layers.cue) == len(layers.source) == len(layers.sentence_starts) == len(said)


def test_heads_stay_in_their_sentence_and_each_has_one_root() -> None:
    layers = read(NEWS)
    sentence = np.cumsum(layers.sentence_starts)
    assert (sentence[layers.heads] == sentence).all()
    roots = layers.heads == np.arange(len(layers.heads))
    assert roots.sum() == sentence[-1]
    assert [r == "root" for r in layers.relations] == roots.tolist()


def test_finds_who_said_what() -> None:
    found = {NEWS[a:b]: attribution for attribution in attributions(NEWS, read(NEWS)) for a, b in attribution.cue}
    assert {"said", "told reporters", "denied"} & found.keys()
    said = found["said"]
    assert "Ada Okello" in NEWS[said.source[0][0] : said.source[0][1]]
    assert "the talks in Geneva would go on" in NEWS[said.content[0][0] : said.content[-1][1]]


def test_names_a_person_and_a_place() -> None:
    layers = read(NEWS)
    names = {NEWS[layers.starts[r.first] : layers.ends[r.last - 1]]: r.kind for r in layers.entities}
    assert names["Ada Okello"] == "Person"
    assert names["Geneva"] == "Location"


def test_the_same_text_gives_the_same_bytes() -> None:
    once, again = read(NEWS * 4), read(NEWS * 4)
    assert once.heads.tobytes() == again.heads.tobytes()
    assert once.entity.tobytes() == again.entity.tobytes()
    assert all(a.content.tobytes() == b.content.tobytes() for a, b in zip(once.links, again.links, strict=True))


@pytest.mark.parametrize(
    "text", ["", " \n\n\t ", "\u200b", "\U0001f54a\ufe0f\U0001f91d \U0001f1f0\U0001f1ea", "\u201c", "?"]
)
def test_reads_what_is_hardly_text(text: str) -> None:
    layers = read(text)
    assert len(layers.starts) == len(spans_of_words(text))
    attributions(text, layers)


def test_one_word_of_fifty_thousand_letters_is_read_in_linear_time(monkeypatch: pytest.MonkeyPatch) -> None:
    begins: list[int] = []
    own = layers_of_text.scores_of

    def counted(words: Words, window: Window, threads: int) -> Scores:
        begins.append(window.begin)
        return own(words, window, threads)

    def windows_read(letters: int) -> int:
        begins.clear()
        assert read("a" * letters).ends[-1] == letters
        return len(begins)

    monkeypatch.setattr(layers_of_text, "scores_of", counted)
    assert 0 < windows_read(50_000) <= 2 * windows_read(25_000)
    assert all(len(part) == 100 for part in words_in("a" * 50_000))  # none that the tokenizer takes square time on


def words_in(text: str) -> list[str]:
    return [text[start:end] for start, end in spans_of_words(text)]


def test_windows_cover_every_word_once_and_stay_short() -> None:
    text = NEWS * 20 + "word " * 900
    words = words_of(text)
    strings = [text[a:b] for a, b in zip(words.starts, words.ends, strict=True)]
    found = windows(words, words.begins_line | after_ends(words, strings))
    owned = [i for w in found for i in range(w.own_begin, w.own_end)]
    assert owned == list(range(len(words)))
    assert all(words.first[w.end] - words.first[w.begin] <= 254 for w in found)
    assert all(w.begin <= w.own_begin <= w.own_end <= w.end for w in found)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('He said: "Yes." She left.', ['"Yes."']),
        ("\u201cOne.\n\u201cTwo,\u201d he said.", ["\u201cOne.", "\u201cTwo,\u201d"]),
        ("It\u2019s \u2018their boys\u2019 work,\u2019 he said.", ["\u2018their boys\u2019 work,\u2019"]),
        ('a 6" gun', []),
    ],
)
def test_finds_quotations(text: str, quoted: list[str]) -> None:
    assert [text[q.start : q.end] for q in quotations(text)] == quoted


@pytest.mark.parametrize(
    ("word", "shape"),
    [("talks", 1), ("Talks", 2), ("U.S.", 3), ("McKay", 4), ("2025", 5), ("\u2014", 6), ("\u548c", 7)],
)
def test_knows_the_shape_of_a_word(word: str, shape: int) -> None:
    assert shape_of(word) == shape
