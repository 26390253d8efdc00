"""How the corpora are read, on small files of their formats that are written here."""

from __future__ import annotations

import json
from pathlib import Path

from training import corpora

TREE = """\
# newdoc id = ours_one
# newpar
# sent_id = 1
1\tEnvoys\tenvoy\tNOUN\tNNS\t_\t3\tnsubj\t_\t_
2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
2\tdid\tdo\tAUX\tVBD\t_\t3\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t0\troot\t_\t_
4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

# newpar
# sent_id = 2
1\tTalks\ttalk\tNOUN\tNNS\t_\t2\tnsubj\t_\t_
1.1\tquietly\t_\t_\t_\t_\t_\t_\t_\t_
2\tended\tend\tVERB\tVBD\t_\t0\troot\t_\t_

# newdoc id = ours_two
# sent_id = 1
1\tSilence\tsilence\tNOUN\tNN\t_\t0\troot\t_\t_
"""


def test_a_treebank_becomes_text_with_words_in_their_places(tmp_path: Path) -> None:
    (tmp_path / "a.conllu").write_text(TREE, encoding="utf-8")
    one, two = corpora.trees(tmp_path / "a.conllu")
    assert one.text == "Envoys didn't.\n\nTalks ended "
    assert [one.text[a:b] for a, b in one.spans] == ["Envoys", "did", "n't", ".", "Talks", "ended"]
    assert one.heads == [2, 2, 2, 2, 5, 5], "heads are places in the document, a root its own"
    assert one.sentence_starts == [True, False, False, False, True, False]
    assert one.columns["rel"] == ["nsubj", "aux", "root", "punct", "nsubj", "root"]
    assert two.spans == [(0, 7)]


def test_words_are_joined_as_they_are_printed() -> None:
    words = ["He", "said", "(", "twice", ")", ":", '"', "It", "'s", "over", '"', ",", "for", "$", "5", "."]
    text, spans = corpora.joined(words)
    assert text == 'He said (twice): "It\'s over", for $5.'
    assert [text[a:b] for a, b in spans] == words


def test_newswire_keeps_the_country_and_the_paragraphs(tmp_path: Path) -> None:
    row = {"doc": "d1", "country": "nor", "sents": [[["Ana", "B-PERSON"], ["left", "O"]], [["Oslo", "B-GPE"]]]}
    (tmp_path / "a.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    ((country, doc),) = corpora.newswire(tmp_path / "a.jsonl")
    assert (country, doc.text) == ("nor", "Ana left\n\nOslo\n\n")
    assert doc.columns["entity"] == ["B-PERSON", "O", "B-GPE"]
    assert [doc.text[a:b] for a, b in doc.spans] == ["Ana", "left", "Oslo"]


def test_an_attribution_has_all_its_pieces_and_one_without_cue_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "a.ann").write_text(
        "T1\tSource 0 3\tAna\nT2\tCue 4 8\tsaid\nT3\tContent 9 14;20 25\tit is over\nT4\tContent 30 35\tnever\n"
        "E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3\nE2\tAttribution:T4 Content2:T4\n",
        encoding="utf-8",
    )
    assert corpora.attributions(tmp_path / "a.ann") == [
        corpora.Attribution(source=[(0, 3)], cue=[(4, 8)], content=[(9, 14), (20, 25)])
    ]


def test_of_several_annotators_the_first_counts(tmp_path: Path) -> None:
    for folder in ("text", "ann"):
        (tmp_path / folder).mkdir()
    (tmp_path / "text/n1.txt").write_text("Ana said no", encoding="utf-8")
    (tmp_path / "text/n2.txt").write_text("Nobody read this", encoding="utf-8")
    for annotator, at in (("_zeno", 0), ("_abel", 4)):
        (tmp_path / f"ann/n1{annotator}.ann").write_text(
            f"T1\tCue {at} {at + 3}\tx\nT2\tContent 9 11\tno\nE1\tAttribution:T1 Cue:T1 Content:T2\n", encoding="utf-8"
        )
    ((name, _, found),) = corpora.polnear(tmp_path)
    assert name == "n1"
    assert found[0].cue == [(4, 7)], "Abel comes before Zeno"


def test_quantities_become_runs_of_one_kind(tmp_path: Path) -> None:
    words = [
        ("May", 0, 3, "NNP", "DATE"),
        ("9", 4, 5, "CD", "DATE"),
        ("in", 6, 8, "IN", "O"),
        ("X", 9, 10, "NN", "GPE"),
    ]
    (tmp_path / "a.jsonl").write_text(json.dumps({"doc": "d", "sents": [words]}) + "\n", encoding="utf-8")
    assert corpora.quantities(tmp_path / "a.jsonl") == {
        "d": [(0, 3, "B-DATE"), (4, 5, "I-DATE"), (6, 8, "O"), (9, 10, "O")]
    }
