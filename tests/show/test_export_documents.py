"""Linked data, the graph, the timeline, the memo and the citations, opened by the libraries their users have."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace

import networkx
import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF, Namespace

from dragoman.model.problem import NothingFound
from dragoman.model.record import Record
from dragoman.show.export import EXPORTS
from dragoman.show.export.places import places

OA, PROV = Namespace("http://www.w3.org/ns/oa#"), Namespace("http://www.w3.org/ns/prov#")
SCHEMA, ROW = Namespace("https://schema.org/"), Namespace("urn:dragoman:")
DOCUMENTS = ("jsonld", "graphml", "timelinejs", "markdown", "csl-json")


def exported(record: Record, form: str) -> str:
    (content,) = EXPORTS[form].files(record).values()
    return content.decode()


@pytest.fixture
def linked(record: Record) -> Graph:
    return Graph().parse(data=exported(record, "jsonld"), format="json-ld")


@pytest.mark.parametrize("form", DOCUMENTS)
def test_documents_are_the_same_bytes_each_time(record: Record, form: str) -> None:
    assert exported(record, form) == exported(record, form)


def test_statements_are_quotations_and_claims_of_their_speakers(linked: Graph) -> None:
    assert (ROW["st-11111111"], RDF.type, SCHEMA.Quotation) in linked
    assert (ROW["st-11111111"], SCHEMA.spokenByCharacter, ROW["en-erdogan"]) in linked
    assert (ROW["st-33333333"], RDF.type, SCHEMA.Claim) in linked
    assert (ROW["me-laketown"], SCHEMA.attendee, ROW["en-ruritania"]) in linked
    assert (ROW["cl-signed"], SCHEMA.appearance, ROW["ar-herald"]) in linked


def test_every_row_was_made_by_the_run_from_the_articles(linked: Graph, record: Record) -> None:
    (run,) = linked.subjects(RDF.type, PROV.Activity)
    assert set(linked.objects(run, PROV.used)) == {ROW[article.id] for article in record.articles}
    assert (ROW["pr-ferry"], PROV.wasGeneratedBy, run) in linked


def test_every_place_is_an_annotation_with_two_selectors(linked: Graph, record: Record) -> None:
    texts = {ROW[article.id]: article.text for article in record.articles}
    for target in linked.subjects(RDF.type, OA.SpecificResource):
        text = texts[URIRef(str(linked.value(target, OA.hasSource)))]
        selectors = list(linked.objects(target, OA.hasSelector))
        (place,) = [s for s in selectors if (s, RDF.type, OA.TextPositionSelector) in linked]
        (words,) = [s for s in selectors if (s, RDF.type, OA.TextQuoteSelector) in linked]
        start, end = (linked.value(place, key) for key in (OA.start, OA.end))
        assert isinstance(start, Literal)
        assert isinstance(end, Literal)
        assert text[int(start) : int(end)] == str(linked.value(words, OA.exact))
    bodies = set(linked.objects(None, OA.hasBody))
    assert {ROW[row.id] for row in (*record.statements, *record.proposals, *record.disagreements)} <= bodies
    count = sum(1 for row in record.statements for _ in places(row))
    said = [a for a in linked.subjects(RDF.type, OA.Annotation) if "urn:dragoman:st-" in str(a)]
    assert len(said) == count


def test_addresses_that_are_no_web_pages_are_left_out(record: Record) -> None:
    for form in ("jsonld", "csl-json", "markdown"):
        assert "javascript:" not in exported(record, form)


def test_the_graph_tells_who_offered_and_who_answered(record: Record) -> None:
    graph = networkx.read_graphml(io.BytesIO(exported(record, "graphml").encode()), force_multigraph=True)
    told = {(a, b, d["relation"]): d for a, b, d in graph.edges(data=True)}
    assert set(told) == {
        ("en-erdogan", "pr-ferry", "offers"), ("pr-ferry", "en-ruritania", "put to"),
        ("en-bauer", "pr-ferry", "answers"), ("en-ruritania", "pr-ferry", "said to have broken"),
        ("en-bauer", "en-ruritania", "speaks for"),
    }  # fmt: skip
    answer = told["en-bauer", "pr-ferry", "answers"]
    assert (answer["stance"], answer["start"], answer["quote"]) == ("reject", 0, "Ruritania has not agreed to anything")
    assert graph.nodes["en-bauer"]["label"] == "Otto Bauer"


def test_signs_of_xml_in_a_name_are_only_signs(record: Record) -> None:
    (offer,) = record.proposals
    odd = replace(record, proposals=(replace(offer, label='<b> & "terms"\x00\x1b'),))
    graph = networkx.read_graphml(io.BytesIO(exported(odd, "graphml").encode()), force_multigraph=True)
    assert graph.nodes["pr-ferry"]["label"] == '<b> & "terms"'


def test_the_timeline_has_what_timelinejs_asks_for(record: Record) -> None:
    line = json.loads(exported(record, "timelinejs"))
    (slide,) = line["events"]
    assert slide["start_date"] == {"year": 1995, "month": 11, "day": 1}
    assert slide["text"]["headline"] == "Tarja Erdoğan"
    assert "on Wednesday." in slide["text"]["text"]
    assert set(line) == {"title", "events"}


def test_html_in_the_news_is_no_html_in_the_timeline(record: Record) -> None:
    (row,) = record.timeline
    (hostile,) = [article for article in record.articles if "<script>" in article.text]
    start = hostile.text.index("<script>")
    place = replace(row.evidence[0], article=hostile.id, start=start, end=start + 8, quote="<script>")
    told = replace(record, timeline=(replace(row, evidence=(place,)),))
    assert "&lt;script&gt;" in exported(told, "timelinejs")
    assert "<script>" not in exported(told, "timelinejs")


def test_a_record_without_days_has_no_timeline(record: Record) -> None:
    with pytest.raises(NothingFound, match="no dated row"):
        EXPORTS["timelinejs"].files(replace(record, timeline=()))


def test_every_line_of_the_memo_leads_to_a_footnote(record: Record) -> None:
    memo = exported(record, "markdown")
    called = set(re.findall(r"\[\^(\d+)\](?!:)", memo))
    told = dict(re.findall(r"^\[\^(\d+)\]: (.*)$", memo, re.MULTILINE))
    assert called == set(told)
    assert "characters 56 to 93 of ar-herald" in told["1"]
    for line in (
        "- Answer: Otto Bauer: reject[^2]",
        "- Answer: Ruritania: no answer reported",
        "- no[^2]",
        "  - Lakeland Herald: open[^1]",
    ):
        assert line in memo.splitlines()


def test_markdown_in_the_news_is_no_markdown_in_the_memo(record: Record) -> None:
    (offer,) = record.proposals
    memo = exported(replace(record, proposals=(replace(offer, label="# <b>a</b> [x](y)\n* z"),)), "markdown")
    assert "### \\# &lt;b>a&lt;/b> \\[x\\](y) \\* z[^1]" in memo.splitlines()


def test_an_empty_memo_says_so(record: Record) -> None:
    memo = exported(replace(record, claims=(), proposals=(), disagreements=()), "markdown")
    assert "No offer is told." in memo
    assert "[^" not in memo


def test_articles_are_citations_of_newspapers(record: Record) -> None:
    herald, mirror, gazette = json.loads(exported(record, "csl-json"))
    assert (herald["type"], herald["container-title"]) == ("article-newspaper", "Lakeland Herald")
    assert herald["issued"] == {"date-parts": [[1995, 11, 2]]}
    assert mirror["note"] == "copy of ar-herald"
    assert {"issued", "container-title", "URL"}.isdisjoint(gazette)
