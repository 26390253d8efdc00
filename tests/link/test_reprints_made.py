"""Reprints made from newswire by the edits that desks make: a hundred, since all take long."""

from __future__ import annotations

from pathlib import Path

from training.reprints_score import found_among, make, newswire


def test_reprints_of_newswire_are_found_and_look_alikes_are_not(shared: Path) -> None:
    assert shared.is_dir()
    paper = make(newswire()[:100])
    found = found_among(paper.articles)
    assert len(found & paper.reprints) >= 0.95 * len(paper.reprints)
    assert len(found & paper.reprints) >= 0.98 * len(found)
