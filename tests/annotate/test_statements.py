"""The layer of statements: who is reported to have said what, through whom."""

from __future__ import annotations

import re

import pytest

from dragoman.annotate import STEPS
from dragoman.annotate.attribution import lexicon
from dragoman.annotate.statements import add_statements
from dragoman.model.flow import Annotated
from dragoman.model.statement import Act, Manner, SourceKind, Statement
from tests.newspaper import article


def read(text: str) -> Annotated:
    """The article with its layers up to that of statements."""
    annotated = Annotated(article=article(text))
    for step in STEPS[: STEPS.index(add_statements) + 1]:
        annotated = step(annotated)
    return annotated


def said(read: Annotated, statement: Statement) -> str:
    return " … ".join(read.article.quote(span) for span in statement.content)


def by(read: Annotated, statement: Statement) -> str | None:
    return None if statement.source.span is None else read.article.quote(statement.source.span)


def the_one(text: str, words: str) -> tuple[Annotated, Statement]:
    """The outermost statement whose content holds the words."""
    found = read(text)
    holding = [s for s in found.statements if words in said(found, s)]
    assert holding, [(by(found, s), said(found, s)) for s in found.statements]
    return found, max(holding, key=lambda s: sum(map(len, s.content)))


def test_direct_speech_with_its_source_behind_it() -> None:
    found, statement = the_one("“We have signed nothing,” said Minister Ada Okello.", "signed nothing")
    assert said(found, statement) == "“We have signed nothing,”"
    assert by(found, statement) == "Minister Ada Okello"
    assert (statement.manner, statement.source.kind) == (Manner.DIRECT, SourceKind.NAMED)


def test_an_interrupted_quotation_is_one_statement() -> None:
    found, statement = the_one("“We will sign,” the minister said, “if they do.”", "We will sign")
    assert said(found, statement) == "“We will sign,” … “if they do.”"


def test_a_quotation_goes_on_behind_the_sentence_of_its_cue() -> None:
    found, statement = the_one(
        "“We will wait,” Okello told reporters. “The door is open. The table is laid.”", "We will wait"
    )
    assert said(found, statement) == "“We will wait,” … “The door is open. The table is laid.”"
    assert statement.channel == "reporters"


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    found, statement = the_one("“We will wait,” Okello said.\n\n“The door is open, and it stays open.”", "We will wait")
    assert said(found, statement).endswith("“The door is open, and it stays open.”")


def test_a_post_behind_a_colon_belongs_to_the_line_above() -> None:
    found, statement = the_one(
        "On Tuesday evening Okello wrote on Telegram:\n\n“The bridge is ours. The war is over.”", "bridge is ours"
    )
    assert (by(found, statement), statement.channel) == ("Okello", "Telegram")


def test_indirect_speech_takes_its_clause_with_that() -> None:
    found, statement = the_one("The ministry said on Monday that the talks had failed.", "talks")
    assert said(found, statement) == "that the talks had failed"
    assert (by(found, statement), statement.manner) == ("The ministry", Manner.INDIRECT)
    assert statement.source.kind is SourceKind.ORGANIZATION


def test_quoted_words_inside_indirect_speech_make_it_mixed() -> None:
    _, statement = the_one("Okello said the offer was “an insult to the dead” and left.", "offer was")
    assert statement.manner is Manner.MIXED


def test_scare_quotes_are_no_statement() -> None:
    found = read("The so-called “people’s army” crossed the river at dawn. A “safe corridor” was shelled.")
    assert found.statements == ()


@pytest.mark.parametrize(
    ("text", "words", "source"),
    [
        ("According to two diplomats, the ferry never left.", "ferry", "two diplomats"),
        ("The ferry never left, according to the harbour office.", "ferry", "the harbour office"),
        ("The world heard the rebels’ demand for a ceasefire.", "a ceasefire", "the rebels’"),
    ],
)
def test_phrases_and_nouns_report(text: str, words: str, source: str) -> None:
    found = read(text)
    assert any(words in said(found, s) and by(found, s) == source for s in found.statements)


def test_hearsay_has_no_source() -> None:
    _, statement = the_one("The rebels reportedly left the town on Friday.", "left the town")
    assert (statement.source.kind, statement.source.span) == (SourceKind.ANONYMOUS, None)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A senior official said that the road was closed.", SourceKind.ANONYMOUS),
        ("Sources familiar with the talks said that the road was closed.", SourceKind.ANONYMOUS),
        ("The statement said that the road was closed.", SourceKind.DOCUMENT),
        ("Reuters said that the road was closed.", SourceKind.MEDIA),
        ("State media said that the road was closed.", SourceKind.MEDIA),
        ("The foreign minister said that the road was closed.", SourceKind.NAMED),
        ("The rebel delegation said that the road was closed.", SourceKind.ORGANIZATION),
    ],
)
def test_kinds_of_source(text: str, kind: SourceKind) -> None:
    _, statement = the_one(text, "the road was closed")
    assert statement.source.kind is kind


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("“It is over,” Okello told Al Jazeera.", "Al Jazeera"),
        ("“It is over,” Okello wrote on X.", "X"),
        ("“It is over,” Okello said in a televised address.", "televised address"),
        ("“It is over,” Okello told a press conference.", "press conference"),
        ("“It is over,” Okello said.", None),
    ],
)
def test_channels(text: str, channel: str | None) -> None:
    _, statement = the_one(text, "over")
    assert statement.channel == channel


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("Okello said on Tuesday that the talks had failed.", "talks", "Tuesday"),
        ("In March Okello warned that the talks would fail.", "talks", "March"),
        ("“We will wait,” Okello told reporters in Tarn late on Friday.", "wait", "Friday"),
        ("Okello announced the withdrawal at a news conference on Monday.", "withdrawal", "Monday"),
        ("Okello said that the rebels had left on Monday.", "rebels", None),
        ("Okello said that the talks had failed.", "talks", None),
    ],
)
def test_a_statement_has_the_day_that_stands_with_its_cue(text: str, words: str, day: str | None) -> None:
    found, statement = the_one(text, words)
    date = statement.date
    assert date and day in found.article.quote(date.span) if day else date is None, date


@pytest.mark.parametrize(
    "text",
    [
        "The minister declined to comment.",
        "Okello met Ito and invited President Lucia Ortega.",
    ],
)
def test_somebody_a_day_or_an_answer_withheld_is_nothing_said(text: str) -> None:
    assert not read(text).statements


def test_what_is_announced_ends_where_the_occasion_begins() -> None:
    found, statement = the_one("Okello announced the withdrawal at a news conference on Monday.", "withdrawal")
    assert (said(found, statement), statement.channel) == ("the withdrawal", "news conference")


def test_a_question_that_is_put_to_the_speaker_is_not_his() -> None:
    found = read("Asked whether the truce would hold, Okello said that it would.")
    assert [by(found, s) for s in found.statements if "whether" in said(found, s)] in ([], [None])


def test_a_clause_around_its_cue_is_all_content_and_the_speaker_none_of_it() -> None:
    found, statement = the_one("Norland will host them, its foreign minister, Ada Okello, confirmed.", "host")
    assert (by(found, statement), said(found, statement)) == (
        "its foreign minister, Ada Okello",
        "Norland will host them",
    )
    assert statement.source.mention is not None
    assert statement.source.mention.text == "Ada Okello"


def test_a_sentence_that_denies_having_spoken_takes_no_quotation_before_it() -> None:
    found = read("“We will wait,” Okello said. “The door is open.” She did not say for how long.")
    (spoken,) = [s for s in found.statements if not s.negated]
    assert said(found, spoken) == "“We will wait,” … “The door is open.”"


def test_a_shout_is_nobodys_denial() -> None:
    found = read("“Never!” shouted one man in the crowd. “Go home!” cried the others.")
    assert [(said(found, s), s.negated) for s in found.statements] == [("“Never!”", False), ("“Go home!”", False)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Okello wrote on X:\n\nThe bridge is ours.\nThe war is over.\n\nNobody answered her.", 2),
        ("The statement read:\n\nThe bridge is ours. We fight on.\n\nThe government gave no answer.", 1),
        ("Okello said:\n> The bridge is ours.\n> We fight on.\nThe government gave no answer.", 2),
    ],
)
def test_a_block_without_marks_is_direct_speech(text: str, parts: int) -> None:
    _, statement = the_one(text, "bridge is ours")
    assert (statement.manner, len(statement.content)) == (Manner.DIRECT, parts)


def test_a_list_behind_a_colon_is_no_speech() -> None:
    found = read("The terms are:\n\nA truce of a month.\n\nThe return of all prisoners.")
    assert not [s for s in found.statements if s.manner is Manner.DIRECT]


def test_a_told_telling_is_a_statement_too() -> None:
    found = read("President Okello said that Ito had told her that the rebels would sign.")
    inner = next(s for s in found.statements if s.inside is not None)
    assert (by(found, inner), said(found, inner)) == ("Ito", "that the rebels would sign")


@pytest.mark.parametrize(
    ("text", "source", "via"),
    [
        ("According to Interfax, citing a senior official, the talks had failed.", "a senior official", "Interfax"),
        ("The Herald, citing two officials at the ministry, reported that the talks had failed.", "two off", "The H"),
        ("Okello was quoted as saying by Radio Tarn that the talks had failed.", "Okello", "Radio Tarn"),
        ("“The talks had failed,” Okello was quoted as saying by the daily Herald.", "Okello", "the daily Herald"),
    ],
)
def test_chains_of_reporting(text: str, source: str, via: str) -> None:
    found = read(text)
    (cited,) = [s for s in found.statements if s.via]
    assert "talks had failed" in said(found, cited)
    assert (by(found, cited) or "").startswith(source)
    assert [found.article.quote(v.span)[: len(via)] for v in cited.via if v.span] == [via]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("A spokeswoman for the Tarn police said that the road was closed.", "A spokeswoman for the Tarn police"),
        ("A source close to the talks said that the road was closed.", "A source close to the talks"),
        ("In a letter dated 3 May, the rebels said that the road was closed.", "the rebels"),
        ("The leaders of Norland, Sudland and Estland said that the road was closed.", "The leaders of Norland"),
    ],
)
def test_a_source_is_a_whole_noun_phrase(text: str, source: str) -> None:
    found, statement = the_one(text, "road")
    assert (by(found, statement) or "").startswith(source)


def test_what_was_not_said_is_negated() -> None:
    _, statement = the_one("Okello did not say that the army would leave.", "army would leave")
    assert statement.negated


@pytest.mark.parametrize(
    "text",
    [
        "If Okello says that the war is over, nobody will believe it.",
        "Minister Ada Okello may announce that the war is over.",
        "The rebels could say that the war is over.",
    ],
)
def test_what_may_be_said_is_marked_as_not_said(text: str) -> None:
    found, statement = the_one(text, "war is over")
    assert statement.supposed
    assert [said(found, s) for s in found.statements if s.made] == []


def test_what_is_said_is_made() -> None:
    _, statement = the_one("Okello said that the army may leave.", "army may leave")
    assert statement.made


def test_what_somebody_is_ordered_to_accept_is_not_accepted_yet() -> None:
    found = read("Okello ordered the rebels to accept the offer.")
    assert [s.act for s in found.statements] == [Act.DEMAND]


def test_a_transcript_has_its_speakers_before_colons() -> None:
    found, statement = the_one("OKELLO: We will wait for them at the bridge.\nNote: the ferry is late.", "bridge")
    assert (by(found, statement), said(found, statement)) == ("OKELLO", "We will wait for them at the bridge")
    assert not any("ferry" in said(found, s) for s in found.statements)


def test_a_statement_inside_another_has_it_from_there() -> None:
    found = read("Okello said that the rebels had promised to leave the town.")
    inner = next(s for s in found.statements if s.inside is not None)
    outer = found.statements[inner.inside or 0]
    assert (by(found, outer), by(found, inner)) == ("Okello", "the rebels")
    assert [v.span and found.article.quote(v.span) for v in inner.via] == ["Okello"]


def test_who_is_cited_is_a_source_through_the_outlet() -> None:
    found = read("Interfax reported, citing an unnamed source, that the talks had failed.")
    outlet, cited = found.statements
    assert (by(found, outlet), outlet.source.kind) == ("Interfax", SourceKind.MEDIA)
    assert (by(found, cited), cited.source.kind) == ("an unnamed source", SourceKind.ANONYMOUS)
    assert [v.span and found.article.quote(v.span) for v in cited.via] == ["Interfax"]
    assert said(found, outlet) == said(found, cited) == "that the talks had failed"


def test_who_is_quoted_by_an_outlet_speaks_through_it() -> None:
    found, statement = the_one("Okello was quoted by Tass as saying that the talks had failed.", "talks")
    assert by(found, statement) == "Okello"
    assert [v.span and found.article.quote(v.span) for v in statement.via] == ["Tass"]


@pytest.mark.parametrize(
    ("text", "words", "act"),
    [
        ("Okello demanded that the army leave the valley.", "army", Act.DEMAND),
        ("“You must leave the valley at once,” Okello said.", "valley", Act.DEMAND),
        ("“Will they come?” Okello asked.", "Will they", Act.ASK),
        ("The rebels promised to open the road.", "open the road", Act.PROMISE),
        ("The rebels refused to sign the accord.", "sign the accord", Act.REFUSE),
        ("The rebels threatened to burn the bridge.", "burn the bridge", Act.THREATEN),
        ("Okello said that the road was closed.", "road", Act.ASSERT),
        ("Okello said that the harbour masters must stay at their posts.", "posts", Act.DEMAND),
        ("Okello said that the company was not selling the ferry.", "ferry", Act.DENY),
        (
            "Okello said that details will be announced shortly.",
            "details",
            Act.PROMISE,
        ),
    ],
)
def test_acts(text: str, words: str, act: Act) -> None:
    _, statement = the_one(text, words)
    assert statement.act is act


@pytest.mark.parametrize(
    "text",
    [
        "“" + "They waited for the ferry and spoke of home. " * 400,
        "THE MINISTRY SAID THE TALKS HAD FAILED.\nNOBODY LEFT.",
        "the ministry said the talks had failed. nobody left.",
        "“One.”\n“Two.”\n“Three.”\n“Four.”\n“Five.”",
        "Q: Will you sign?\nA: No.\nOKELLO: We will wait.",
        '- item one\n- item two\n* “three”\n\n“\n”\n"',
        "”“ said “” told “",
        "",
    ],
)
def test_odd_texts_are_read(text: str) -> None:
    found = read(text)
    assert all(span.end <= len(text) for statement in found.statements for span in statement.content)


def test_the_same_text_gives_the_same_statements() -> None:
    text = "Okello said that the talks had failed. “We go home,” she told reporters. The rebels denied it."
    assert read(text).statements == read(text).statements


def test_no_rule_names_anybody() -> None:
    """Lexicons hold common words; names stand only in the tables of media."""
    for name in ("cues", "sources", "channels", "acts"):
        text = (lexicon.FOLDER / f"{name}.toml").read_text(encoding="utf-8")
        words = re.findall(r'"([^"]+)"', text)
        capitalised = {w for w in words if re.match(r"[A-Z][a-z]+", w)}
        assert capitalised <= {"CUE", "ACT"}, capitalised


def test_capitals_and_their_absence_are_read() -> None:
    text = "The foreign minister said on Tuesday that the talks had failed."
    for written in (text.upper(), text.lower()):
        found, statement = the_one(written, "talks" if written.islower() else "TALKS")
        assert (by(found, statement) or "").lower() == "the foreign minister"


def test_an_interview_has_questions_and_answers() -> None:
    found = read("Q: Will you sign?\nA: We will sign nothing this year.\nOKELLO: The door is open.")
    assert [(by(found, s), s.manner) for s in found.statements] == [
        ("Q", Manner.DIRECT),
        ("A", Manner.DIRECT),
        ("OKELLO", Manner.DIRECT),
    ]


def test_a_mark_that_is_never_closed_leaves_the_next_paragraph_alone() -> None:
    found = read("“We will wait, Okello said on Monday.\n\nThe minister left. “Good night,” she told reporters.")
    assert said(found, found.statements[-1]) == "“Good night,”"


def test_the_country_of_an_office_is_not_its_holder() -> None:
    found = read("Petra Holm was firm. “We will wait,” the Norwegian chancellor told lawmakers in Oslo.")
    (spoken,) = [s for s in found.statements if "wait" in said(found, s)]
    assert spoken.source.mention is None or spoken.source.mention.text != "Norwegian"


TALK = """Ada Okello, the health minister of Norland, is our guest. She spoke to Eva Roth on Monday.

Q: Have you signed?

A: We have signed nothing so far, and the draft is with the lawyers.

Q: When will you?

A: The paper will be ready by the end of the week."""


def test_a_transcript_answers_in_the_name_of_its_guest() -> None:
    _, statement = the_one(TALK, "signed nothing")
    assert statement.source.mention is not None
    assert (statement.source.mention.text, statement.source.kind) == ("Ada Okello", SourceKind.NAMED)
    assert statement.channel == "interview"


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("“We will wait,” Ada Okello told state television afterwards.", "state television"),
        ("“We will wait,” Ada Okello told this newspaper on Monday.", "this newspaper"),
        ("“We will wait,” Ada Okello told us.", "us"),
        ("“We will wait,” Ada Okello told parliament on Saturday.", "parliament"),
        ("Two residents reached by telephone said the shelling had stopped.", "telephone"),
        ("Ada Okello gave a speech on Thursday. “We will wait,” Okello said.", "speech"),
        (
            "In an e-mail to this programme the minister, Ada Okello, said that the bank was safe.",
            "e-mail to this programme",
        ),
        ("Ada Okello tweeted that the truce would hold.", "X"),
    ],
)
def test_channels_beside_the_press(text: str, channel: str) -> None:
    words = "wait" if "wait" in text else "stopped" if "stopped" in text else "safe" if "safe" in text else "hold"
    _, statement = the_one(text, words)
    assert statement.channel == channel


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The creditors said that the reform was not enough.", SourceKind.ORGANIZATION),
        ("Three creditors said that the reform was not enough.", SourceKind.ANONYMOUS),
        ("The World Fish Programme said that the reform was not enough.", SourceKind.ORGANIZATION),
    ],
)
def test_bodies_and_people_who_act_as_one(text: str, kind: SourceKind) -> None:
    _, statement = the_one(text, "not enough")
    assert statement.source.kind is kind


def test_that_a_source_is_not_named_is_no_statement_and_belongs_to_the_source() -> None:
    found = read("A bank official, who asked not to be named because the talks go on, said the fund was empty.")
    assert [said(found, s) for s in found.statements] == ["the fund was empty"]
    assert by(found, found.statements[0]) == "A bank official, who asked not to be named because the talks go on"


def test_a_relative_pronoun_speaks_for_the_noun_before_it() -> None:
    _, statement = the_one("The Workers' Bank, which says it has 790,000 clients, has closed.", "790,000")
    assert statement.source.mention is not None
    assert statement.source.mention.text.endswith("Workers' Bank")


def test_the_reporter_goes_on_behind_an_inserted_cue() -> None:
    text = "The truce has held for a week, Okello told him, and she voiced concern at the delay."
    found, statement = the_one(text, "truce has held")
    assert said(found, statement) == "The truce has held for a week"


@pytest.mark.parametrize("end", [",", ", and"])
def test_an_article_may_break_off_behind_an_inserted_cue(end: str) -> None:
    found, statement = the_one(f"The truce has held for a week, Okello told him{end}", "truce has held")
    assert said(found, statement).startswith("The truce has held for a week")


def test_an_article_may_break_off_behind_according_to() -> None:
    found, statement = the_one("The truce has held, according to two of the envoys:", "truce has held")
    assert (said(found, statement), by(found, statement)) == ("The truce has held", "two of the envoys")


def test_the_label_of_a_live_page_speaks_nothing() -> None:
    found = read("LIVE: Hospital strike, the vote is counted.\n\nPolls are closed, a doctor said.")
    assert [by(found, s) for s in found.statements] == ["a doctor"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The union's lawyer, Pastor Ada Okello, said that the fund was empty.", "Ada Okello"),
        ("A nurse who asked to be identified only as Ada said that the fund was empty.", "Ada"),
        (
            "The union went home. Ada Okello of the Harbour Workers' Union left. The union said the fund was empty.",
            "union",
        ),
    ],
)
def test_whom_a_source_with_a_name_or_a_later_name_means(text: str, name: str) -> None:
    found, statement = the_one(text, "fund was empty")
    assert statement.source.mention is not None
    chain = [m.text for m in found.mentions if m.chain == statement.source.mention.chain]
    assert any(name in text for text in chain), chain


def test_i_in_an_answer_is_the_guest() -> None:
    found = read(TALK.replace("We have signed nothing so far", "I told the mediators that nothing was signed"))
    told = [s for s in found.statements if by(found, s) == "I"]
    assert told
    assert all(s.source.mention is not None and s.source.mention.text == "Ada Okello" for s in told)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The union put the number of strikers at 400,000.", "the number of strikers at 400,000"),
        ("The Interior Ministry counted 130,000 people absent from work.", "130,000 people absent from work"),
    ],
)
def test_a_figure_that_somebody_gives(text: str, content: str) -> None:
    found, statement = the_one(text, "00")
    assert said(found, statement) == content


def test_a_cup_is_put_on_the_table_and_no_figure_given() -> None:
    assert read("The minister put the cup at the end of the table.").statements == ()


@pytest.mark.parametrize(
    ("text", "words", "source", "channel"),
    [
        ("I texted Ada Okello. Her answer: “July. Page three.”", "July", "Her", None),
        ("Polls are closed. Did she walk out? Okello: “We waited half an hour.”", "waited", "Okello", None),
        (
            "Ada Okello on Telegram: “The nurses have chosen patients.” Not a word about pay.",
            "nurses",
            "Ada Okello",
            "Telegram",
        ),
    ],
)
def test_a_colon_announces_without_a_verb(text: str, words: str, source: str, channel: str | None) -> None:
    found, statement = the_one(text, words)
    assert (by(found, statement), statement.channel) == (source, channel)
    assert said(found, statement).startswith("“")
    assert said(found, statement).endswith("”")
