"""The measures that figures are published by, on cases worked out by hand."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.model.evidence import Evidence
from dragoman.model.when import When
from training.evaluate import spans_of
from training.ledger_score import alike, touches
from training.scores_pooled import f1, pooled, printed
from training.times_score import fits

GOLD = {("a", n): group for n, group in enumerate("xxxyy")}
OURS = {("a", n): group for n, group in enumerate("ppqqq")}


def test_muc_counts_links() -> None:
    join = pytest.importorskip("training.events_join", reason="scipy is for training alone")
    # x is cut in two (1 of 2 links kept), y whole (1 of 1): recall 2 of 3. p whole, q cut once: precision 2 of 3.
    assert join.muc(GOLD, OURS) == (pytest.approx(2 / 3), pytest.approx(2 / 3))


def test_b3_counts_mentions() -> None:
    join = pytest.importorskip("training.events_join", reason="scipy is for training alone")
    # Overlaps: x with p 2, x with q 1, y with q 2. Recall (4/3 + 1/3 + 4/2) / 5, precision (4/2 + 1/3 + 4/3) / 5.
    assert join.b3(GOLD, OURS) == (pytest.approx(11 / 15), pytest.approx(11 / 15))


def test_ceafe_pairs_clusters_once() -> None:
    join = pytest.importorskip("training.events_join", reason="scipy is for training alone")
    # The best pairing is x with p and y with q: 2 * 2 / 5 each, of two clusters.
    assert join.ceafe(GOLD, OURS) == (pytest.approx(0.8), pytest.approx(0.8))


def test_what_one_side_lacks_counts_against_it() -> None:
    join = pytest.importorskip("training.events_join", reason="scipy is for training alone")
    found = {where: name for where, name in GOLD.items() if name == "x"}
    assert join.b3(GOLD, found) == (pytest.approx(3 / 5), pytest.approx(1.0))
    assert join.muc(GOLD, found)[0] == pytest.approx(2 / 3)


def test_runs_of_a_column() -> None:
    assert spans_of(["B-A", "I-A", "B-A", "I-B", "O", "I-C"]) == {(0, 2, "A"), (2, 3, "A"), (3, 4, "B"), (5, 6, "C")}


def test_half_of_the_shorter_is_a_touch() -> None:
    place = [Evidence(article="a", start=10, end=20, quote="x" * 10)]
    assert touches(place, [(15, 40)])
    assert not touches(place, [(16, 40)])
    assert touches(place, [(18, 20)])


def test_names_are_alike_by_part_or_last_word() -> None:
    assert alike("Ana Lind", "lind")
    assert alike("President Lind", "Ana Lind")
    assert not alike("Ana Lind", "Ana Holm")
    assert not alike("", "Ana Holm")


def test_days_fit_a_case() -> None:
    may = When(date(2025, 5, 1), date(2025, 5, 31))
    assert fits(may, date(2025, 5, 1), date(2025, 6, 1)), "their stretches stop before their last day"
    assert fits(may, date(2025, 5, 9), date(2025, 5, 9)), "a month around a day"
    assert not fits(may, date(2025, 6, 9), date(2025, 6, 9))
    assert not fits(When(date(2025, 5, 1), date(2025, 5, 3)), date(2025, 5, 2), date(2025, 5, 2)), "three days are none"


def test_figures_of_clusters_are_pooled_by_hits() -> None:
    one = printed(
        "# a note\nmeetings.recall                    0.500 (1/2)\nmeetings.precision 1.000 (1/1)\nmeetings.f1 0.667\n"
    )
    other = printed("meetings.recall 1.000 (6/6)\nmeetings.heads - (0/0)\n")
    assert pooled([one, other]) == {"meetings.recall": (7, 8), "meetings.precision": (1, 1)}
    assert f1(one, "meetings") == pytest.approx(2 / 3)
    assert f1(other, "meetings") is None
