"""A small record made by hand, of invented talks: three accounts, one of them a copy, one of them hostile.

`place` finds words in an article, so that no test counts characters.
"""

from __future__ import annotations

import datetime as dt
import hashlib

from dragoman.model.evidence import Evidence
from dragoman.model.mention import EntityKind, Form
from dragoman.model.record import (
    ArticleRow,
    BoilerplateSpan,
    Date,
    EntityRow,
    GapRow,
    LinkRow,
    Made,
    MentionRow,
    Record,
    RoleRow,
    SourceRef,
    StatementRow,
    TimelineRow,
    TimeRow,
    ViaRef,
)
from dragoman.model.statement import Act, Manner, SourceKind
from dragoman.model.text import BoilerplateKind, PublishedBy
from dragoman.model.when import Anchor
from tests.show import exchange

HERALD = (
    "Lakeland talks open\n"
    "Share this story\n"
    "LAKETOWN, Nov 2 - “We have come to sign the ferry accord, and we will not leave without it,” "
    "Foreign Minister Tarja Erdoğan said on Wednesday. A senior official told the Northern Wire that "
    "Ruritania would send no one.\n"
)
GAZETTE = (
    "Ruritania has not agreed to anything, its envoy Otto Bauer said on television. "
    'The Gazette shows <script>alert("talks")</script> & more.\n'
)

ARTICLES = {
    "ar-herald": ("Lakeland Herald", "Lakeland talks open", HERALD, dt.date(1995, 11, 2)),
    "ar-mirror": ("Morning Mirror", None, HERALD, dt.date(1995, 11, 3)),
    "ar-gazette": (None, "<b>Envoy</b> denies", GAZETTE, None),
}


def place(article: str, words: str) -> Evidence:
    """The first place where the words stand in an article."""
    start = ARTICLES[article][2].index(words)
    return Evidence(article, start, start + len(words), words)


def article_row(identifier: str) -> ArticleRow:
    outlet, title, text, published = ARTICLES[identifier]
    furniture = text.find("Share this story")
    marked = (BoilerplateSpan(start=furniture, end=furniture + 16, kind=BoilerplateKind.NAVIGATION),)
    return ArticleRow(
        id=identifier,
        path=f"news/{identifier}.txt",
        label=outlet or f"{identifier}.txt",
        url="javascript:alert(1)" if outlet is None else f"https://example.org/{identifier}",
        outlet=outlet,
        title=title,
        author=None,
        published=published,
        published_by=PublishedBy.DATELINE if published else None,
        language="en",
        text=text,
        boilerplate=marked if furniture >= 0 else (),
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        copy_of="ar-herald" if identifier == "ar-mirror" else None,
        agency=None,
    )


def mention(article: str, words: str, form: Form) -> MentionRow:
    found = place(article, words)
    return MentionRow(article=article, start=found.start, end=found.end, quote=words, form=form)


def entities() -> tuple[EntityRow, ...]:
    return (
        EntityRow(
            id="en-erdogan",
            name="Tarja Erdoğan",
            kind=EntityKind.PERSON,
            aliases=("Tarja Erdoğan",),
            country="FIN",
            side=None,
            roles=(RoleRow(title="Foreign Minister", evidence=place("ar-herald", "Foreign Minister")),),
            mentions=(mention("ar-herald", "Tarja Erdoğan", Form.NAME),),
            links=(LinkRow(article="ar-herald", judgement="same", score=2.0, reasons=("+2.0 same surname",)),),
        ),
        EntityRow(
            id="en-bauer",
            name="Otto Bauer",
            kind=EntityKind.PERSON,
            aliases=("Otto Bauer", "its envoy"),
            country=None,
            side="en-ruritania",
            roles=(),
            mentions=(
                mention("ar-gazette", "Otto Bauer", Form.NAME),
                mention("ar-gazette", "its envoy", Form.NOMINAL),
            ),
        ),
        EntityRow(
            id="en-ruritania",
            name="Ruritania",
            kind=EntityKind.PLACE,
            aliases=("Ruritania",),
            country=None,
            side=None,
            roles=(),
            mentions=(mention("ar-gazette", "Ruritania", Form.NAME), mention("ar-herald", "Ruritania", Form.NAME)),
        ),
    )


def wednesday() -> Date:
    return Date(
        start=dt.date(1995, 11, 1),
        end=dt.date(1995, 11, 1),
        time=None,
        text="Wednesday",
        evidence=place("ar-herald", "Wednesday"),
        anchor=Anchor.PUBLISHED,
        why="the weekday before publication",
    )


def statement(
    identifier: str, source: SourceRef, cue: Evidence, content: Evidence, *, manner: Manner, act: Act = Act.ASSERT,
    via: tuple[ViaRef, ...] = (), channel: str | None = None, date: Date | None = None,
) -> StatementRow:  # fmt: skip
    return StatementRow(
        id=identifier, article=content.article, source=source, cue=cue, content=(content,), manner=manner, act=act,
        negated=False, inside=None, channel=channel, addressee=None, via=via, date=date, wording=None,
    )  # fmt: skip


def statements() -> tuple[StatementRow, ...]:
    minister = SourceRef(
        entity="en-erdogan", kind=SourceKind.NAMED, evidence=place("ar-herald", "Foreign Minister Tarja Erdoğan")
    )
    official = SourceRef(entity=None, kind=SourceKind.ANONYMOUS, evidence=place("ar-herald", "A senior official"))
    envoy = SourceRef(entity="en-bauer", kind=SourceKind.NAMED, evidence=place("ar-gazette", "its envoy Otto Bauer"))
    words = "“We have come to sign the ferry accord, and we will not leave without it,”"
    wire = ViaRef(entity=None, evidence=place("ar-herald", "the Northern Wire"))
    return (
        statement(
            "st-11111111", minister, place("ar-herald", "said"), place("ar-herald", words),
            manner=Manner.DIRECT, act=Act.PROMISE, date=wednesday(),
        ),
        statement(
            "st-22222222", official, place("ar-herald", "told"), place("ar-herald", "that Ruritania would send no one"),
            manner=Manner.INDIRECT, via=(wire,),
        ),
        statement(
            "st-33333333", envoy, place("ar-gazette", "said"),
            place("ar-gazette", "Ruritania has not agreed to anything"),
            manner=Manner.INDIRECT, act=Act.DENY, channel="television",
        ),
    )  # fmt: skip


def gaps() -> tuple[GapRow, ...]:
    return (
        GapRow(
            id="ga-undated", kind="undated-article", text="the day of ar-gazette.txt is unknown: name it with --meta",
            path="news/ar-gazette.txt", line=None, ref="ar-gazette", evidence=(),
        ),
        GapRow(
            id="ga-unread", kind="unreadable", text="not a text: save it as HTML or text",
            path="news/scan.pdf", line=3, ref=None, evidence=(),
        ),
    )  # fmt: skip


def small_record() -> Record:
    """The whole record, a fresh value each time."""
    when = wednesday()
    time = TimeRow(
        id="ti-wednesday", article="ar-herald", start=when.start, end=when.end, time=None, text=when.text,
        evidence=when.evidence, anchor=when.anchor, why=when.why,
    )  # fmt: skip
    dated = TimelineRow(
        id="tl-wednesday", date=when, reported=dt.date(1995, 11, 2), ref="st-11111111", evidence=(when.evidence,)
    )
    accord = place("ar-herald", "We have come to sign the ferry accord")
    denial = place("ar-gazette", "Ruritania has not agreed to anything")
    return Record(
        dragoman=Made(version="0.1.0", model="en_test 1"),
        articles=tuple(article_row(identifier) for identifier in ARTICLES),
        entities=entities(),
        times=(time,),
        statements=statements(),
        meetings=(exchange.meeting(place("ar-herald", "Lakeland talks open"), when),),
        proposals=(exchange.offer(accord, denial, when),),
        claims=(exchange.claim(accord, denial),),
        disagreements=(exchange.disagreement(accord, denial),),
        framing=(exchange.framing(place("ar-gazette", "its envoy")),),
        stories=(exchange.story(),),
        timeline=(dated,),
        gaps=gaps(),
    )
