"""The record in the formats of other programs, one file each. Does not read any of them back."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.show.export import csl, csv, graphml, jsonld, memo, parquet, timelinejs, xlsx
from dragoman.show.export.kind import Export

EXPORTS: Mapping[str, Export] = {
    "csv": Export(about="tables for R and spreadsheets", name="csv", files=csv.files, folder=True),
    "xlsx": Export(about="one workbook, a sheet for each table", name="record.xlsx", files=xlsx.files, binary=True),
    "parquet": Export(about="typed tables for analysis", name="parquet", files=parquet.files, folder=True),
    "jsonld": Export(about="linked data with annotations and provenance", name="record.jsonld", files=jsonld.files),
    "graphml": Export(about="actors, offers and answers as a graph", name="record.graphml", files=graphml.files),
    "timelinejs": Export(about="the timeline for TimelineJS", name="timeline.json", files=timelinejs.files),
    "markdown": Export(about="a memo with footnotes", name="memo.md", files=memo.files),
    "csl-json": Export(about="the articles for citation managers", name="articles.json", files=csl.files),
}
