"""The written passages are marked as their guide says, and read as marked."""

from __future__ import annotations

import re

from training.exchange_texts import CLASSES, KINDS, MARK, PASSAGES, Span, ledgers, offers_in, passages, unmarked

COUNTERED = (
    "The owners [[offer o1 kind=agreement; by=The owners; to=the crew| put six per cent on the table]]; "
    "[[counter o1 offer=o2; kind=agreement; by=the crew| nine, said the crew]], and waited."
)


def test_marks_are_taken_out_and_kept_as_spans() -> None:
    text, spans = unmarked(COUNTERED)
    assert text == "The owners put six per cent on the table; nine, said the crew, and waited."
    assert Span(11, 40, "offer", "agreement") in spans
    assert {span.name for span in spans if text[span.start : span.end] == "nine, said the crew"} == {
        "offer",
        "about",
        "counter",
    }


def test_a_counter_offer_is_an_answer_to_one_offer_and_an_offer_itself() -> None:
    rows = offers_in(COUNTERED)
    assert [(name, row["kind"], row["proposers"]) for name, row in rows.items()] == [
        ("o1", "agreement", ["The owners"]),
        ("o2", "agreement", ["the crew"]),
    ]
    assert rows["o1"]["responses"] == [{"by": "the crew", "stance": "counter", "quote": "nine, said the crew"}]


def test_every_passage_is_marked_as_the_guide_says() -> None:
    faults = []
    for passage in passages():
        names = {span.name for span in passage.spans}
        kinds = {span.kind for span in passage.spans if span.name == "offer"}
        if "[[" in passage.text or "]]" in passage.text or not names <= set(CLASSES) or not kinds <= set(KINDS):
            faults.append(passage.group)
        if any("\n\n" in passage.text[span.start : span.end] for span in passage.spans):
            faults.append(f"{passage.group}: over the end of a paragraph")
    assert not faults


def test_every_answer_is_about_an_offer_of_its_passage() -> None:
    for file in sorted(PASSAGES.glob("*.txt")):
        for part in re.split(r"(?m)^## ", file.read_text(encoding="utf-8"))[1:]:
            assert {mark.group(2) for mark in MARK.finditer(part)} <= offers_in(part).keys(), part.partition("\n")[0]


def test_there_are_as_many_passages_as_the_quality_page_says() -> None:
    rows = [row for _, _, offers in ledgers() for row in offers]
    assert (len(list(passages())), len(rows), sum(len(row["responses"]) for row in rows)) == (700, 751, 970)
