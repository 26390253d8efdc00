"""What the reader says of events and of loaded words, as plain values."""

import numpy as np

from dragoman.annotate.language import read_language, trigger_scores
from dragoman.model.plover import EventType
from dragoman.model.reading import Reading
from tests.newspaper import news


def reading_of(text: str) -> Reading:
    (article,) = news(f"@herald 2024-12-05\n{text}")
    return read_language(article)


def test_a_word_that_tells_an_event_has_its_type() -> None:
    reading = reading_of("The rebels rejected the proposal on Friday, and the army shelled the harbour again.")
    told = {reading.tokens[t.token].text: dict(t.chances) for t in reading.triggers}
    assert max(told["rejected"], key=told["rejected"].__getitem__) is EventType.REJECT
    assert max(told["shelled"], key=told["shelled"].__getitem__) is EventType.ASSAULT


def test_weather_tells_no_event() -> None:
    reading = reading_of("The rain stopped on Friday, and the river was brown and slow below the mill.")
    assert all(sum(chance for _, chance in t.chances) < 0.5 for t in reading.triggers)


def test_an_insult_is_loaded_and_a_number_is_not() -> None:
    reading = reading_of("The disgraceful liars met for two hours in the town hall.")
    loaded = {reading.tokens[i].text: chance for i, chance in reading.loaded}
    assert loaded.get("disgraceful", 0) > 0.2
    assert loaded.get("hours", 0) < 0.1


def test_only_open_words_tell_events_and_the_likeliest_type_stands_first() -> None:
    chances = np.zeros((2, 17), np.float32)
    chances[:, 0], chances[:, 3], chances[:, 9] = 0.3, 0.2, 0.5
    (said,) = trigger_scores(chances, [False, True])
    kinds = list(EventType)
    assert said.token == 1
    assert [kind for kind, _ in said.chances] == [kinds[8], kinds[2]]


def test_a_file_without_the_heads_tells_nothing() -> None:
    assert trigger_scores(np.zeros((3, 0), np.float32), [True] * 3) == ()
