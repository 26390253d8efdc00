"""The layer of times: every expression of time in an article's paragraphs, with its days.

Two passes: the first finds the expressions, and the latest day that the article dates itself; the second
resolves them in the order of the text, each against publication, the tense of its clause and the story so far.
Does not say what happened then: that is for whoever asks `time_of`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from dragoman.annotate.times.expressions import CalendarYear, Expression, Interval, Nth, Part, Same, Timed
from dragoman.annotate.times.grammar import Expressed, expressions
from dragoman.annotate.times.people import is_somebody, named_months
from dragoman.annotate.times.setting import FEW_DAYS, MONTH, Setting, Story, Tense, Value
from dragoman.annotate.times.tense import Tenses
from dragoman.annotate.times.values import value_of
from dragoman.annotate.times.vocabulary import PARTS_OF_DAY, UNITS
from dragoman.annotate.times.words import Words
from dragoman.model.flow import Annotated
from dragoman.model.text import Article, Span
from dragoman.model.when import TimeMention


def add_times(annotated: Annotated) -> Annotated:
    """The article with its layer of times, in the order of the text."""
    article = annotated.article
    texts = paragraphs(article)
    found = [(place(article, words, e), words, e) for words, e in expressed_in(texts)]
    tenses = Tenses(annotated.reading)
    tense_of = [tenses.at(span, words, e.first, e.end) for span, words, e in found]
    past = (e.expression for (_, _, e), tense in zip(found, tense_of, strict=True) if tense is not Tense.FUTURE)
    latest = latest_told(past) if article.published is None else None
    story, times = Story(), list[TimeMention]()
    within = None
    for (span, words, expressed), tense in zip(found, tense_of, strict=True):
        story, within = (story if words is within else story.in_new_paragraph()), words
        opening = expressed.first == 0 and article.published is not None and is_hour(expressed.expression)
        setting = Setting(article.published, tense, Story() if opening else story, latest, article.around)
        value = value_of(expressed.expression, setting)
        if value is None:
            continue
        times.append(TimeMention(span, value.when, value.anchor, value.why))
        story = told(story, words, expressed, value, article.published)
    return replace(annotated, times=tuple(times))


def expressed_in(paragraphs: list[Words]) -> Iterator[tuple[Words, Expressed]]:
    """The expressions of time of all paragraphs; not what comes round each week or year, and no people."""
    names = named_months(paragraphs)
    for words in paragraphs:
        for found in expressions(words):
            again = words.low(found.first - 1) in ("every", "each")
            if not again and not is_somebody(found.expression, words, found.first, names):
                yield words, found


def paragraphs(article: Article) -> list[Words]:
    """The words of each paragraph, in order."""
    return [Words.of(article.text, span.start, span.end) for span in article.paragraphs]


def place(article: Article, words: Words, expressed: Expressed) -> Span:
    """Where an expression stands in its article."""
    return article.span(words.places[expressed.first][0], words.places[expressed.end - 1][1])


def told(story: Story, words: Words, expressed: Expressed, value: Value, published: date | None) -> Story:
    """The story once it has told this expression. "Since May 2014" and "the 2014 talks" do not take it to that year."""
    if value.when is None or words.low(expressed.first - 1) == "since" or words.low(expressed.first) == "since":
        return story
    if value.when.days <= FEW_DAYS and is_of_a_thing(words, expressed.first):
        return story
    if isinstance(expressed.expression, CalendarYear) and words.low(expressed.first - 1) not in ("in", "during"):
        return story
    return story.after(value.when, value.anchor, told=has_year(expressed.expression), published=published)


def is_hour(expression: Expression) -> bool:
    """Whether it is an hour without a day. One that opens a paragraph is the stamp of an entry of the day's report."""
    return isinstance(expression, Timed) and expression.day is None


def is_of_a_thing(words: Words, first: int) -> bool:
    """Whether a day only says which thing is meant: "their deadline of March 31", not "the evening of March 31"."""
    before = words.low(first - 2)
    return words.low(first - 1) == "of" and before not in PARTS_OF_DAY and before not in UNITS


def has_year(expression: Expression) -> bool:
    """Whether the words themselves name the year."""
    match expression:
        case Same(first, second):
            return has_year(first) or has_year(second)
        case Interval(first, last):
            return has_year(first) and has_year(last)
        case Timed(day, _):
            return day is not None and has_year(day)
        case Part() | Nth():
            return has_year(expression.of)
    return isinstance(getattr(expression, "year", None), int)


def latest_told(expressions: Iterable[Expression]) -> date | None:
    """The first day of the last day or month that is told with its year: a year alone may be that of anything."""
    values = (value_of(expression, Setting(published=None)) for expression in expressions if has_year(expression))
    days = (value.when for value in values if value is not None and value.when is not None)
    return max((when.start for when in days if when.days <= MONTH), default=None)
