"""What may tell an event and is not kept as one."""

from __future__ import annotations

from dragoman.annotate import annotate
from tests.newspaper import news


def faint(text: str) -> list[str]:
    (article,) = news(f"@herald 2024-12-05\n{text}")
    annotated = annotate(article)
    return [article.quote(event.trigger) for event in annotated.faint]


def test_the_verb_of_a_clause_that_tells_a_deed_is_faint() -> None:
    assert faint("The dockers laughed the 4 percent out of the hall.") == ["laughed"]


def test_what_is_kept_what_only_is_and_what_brings_words_of_a_source_are_not() -> None:
    text = "The dockers rejected an offer of 4 percent. They have a hall. “We know them,” the mayor told reporters."
    assert not {"rejected", "have", "told", "know"} & set(faint(text))


def test_what_is_faint_has_no_type_unless_a_word_gives_it_one() -> None:
    (article,) = news("@herald 2024-12-05\nThe dockers laughed the 4 percent out of the hall.")
    assert [event.type for event in annotate(article).faint] == [None]
