"""Bullets with trees by hand: well formed, at one with the gold of the same lines, retold."""

import json
import random
import tomllib
from pathlib import Path

import pytest
import spacy

from reframe.bundled import bundled
from reframe.errors import PipelineError
from reframe.pipeline.actions import acts
from reframe.pipeline.annotated import read_annotated, retold
from reframe.pipeline.evaluate import bundled_openers
from reframe.pipeline.treebank import to_doc
from reframe.pipeline.trees import nest
from reframe.pipeline.words import inflector

FOLDER = bundled("data", "pipeline", "treebank")
GOLD = Path(__file__).parents[1] / "corpus" / "gold" / "gold_dev.jsonl"

SHORT = """\
# sent_id = 7-1
# text = Filed claims.
1\tFiled\tfile\tVERB\tVBD\tTense=Past|VerbForm=Fin\t0\troot\t_\t_
2\tclaims\tclaims\tNOUN\tNNS\tNumber=Plur\t1\tobj\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t.\t_\t1\tpunct\t_\t_

# sent_id = 7-2
# text = Led tours
1\tLed\tlead\tVERB\tVBD\tTense=Past|VerbForm=Fin\t0\troot\t_\t_
2\ttours\ttours\tNOUN\tNNS\tNumber=Plur\t1\tobj\t_\t_

# sent_id = 8-1
# text = Weighed flour and sold bread.
1\tWeighed\tweigh\tVERB\tVBD\tTense=Past|VerbForm=Fin\t0\troot\t_\t_
2\tflour\tflour\tNOUN\tNN\tNumber=Sing\t1\tobj\t_\t_
3\tand\tand\tCCONJ\tCC\t_\t4\tcc\t_\t_
4\tsold\tsell\tVERB\tVBD\tTense=Past|VerbForm=Fin\t1\tconj\t_\t_
5\tbread\tbread\tNOUN\tNN\tNumber=Sing\t4\tobj\t_\tSpaceAfter=No
6\t.\t.\tPUNCT\t.\t_\t1\tpunct\t_\t_
"""


@pytest.fixture(scope="module")
def annotated():
    return read_annotated(FOLDER)


@pytest.fixture
def two(tmp_path):
    (tmp_path / "two.conllu").write_text(SHORT, encoding="utf-8")
    return read_annotated(tmp_path)


@pytest.fixture(scope="module")
def inflect():
    text = bundled("data", "tables", "templates.toml").read_text(encoding="utf-8")
    return inflector(tomllib.loads(text)["irregular"])


def _said(bullet) -> str:
    return to_doc(spacy.blank("en").vocab, bullet).text


def test_the_sentences_of_a_bullet_stay_together(two):
    assert [_said(bullet) for bullet in two] == [
        "Filed claims. Led tours",
        "Weighed flour and sold bread.",
    ]


def test_a_folder_without_trees_is_told(tmp_path):
    with pytest.raises(PipelineError, match=r"no \*\.conllu"):
        read_annotated(tmp_path)


def test_acts_are_retold_in_other_forms_all_of_one(two, inflect):
    rng = random.Random(1)
    seen = {_said(told).rstrip(".") for _ in range(200) for told in retold(two[1:], inflect, rng)}
    assert seen == {
        "Weighed flour and sold bread",
        "Weigh flour and sell bread",
        "Weighing flour and selling bread",
        "Weighs flour and sells bread",
    }


def test_the_same_seed_tells_the_same(two, inflect):
    def told():
        return [*retold(two, inflect, random.Random(3))]

    assert told() == told()


def test_every_tree_is_one_that_can_be_learned(annotated):
    """One root, no crossing arcs, labels and tags of the pipeline in the repository."""
    nlp = spacy.load(bundled("data", "pipeline", "en_bullets"))
    labels, tags = set(nlp.get_pipe("parser").labels), set(nlp.get_pipe("tagger").labels)
    assert len(annotated) > 3000
    for bullet in annotated:
        for sentence in bullet:
            assert nest(sentence) is not None, _said(bullet)
            assert {word.dep for word in sentence} <= labels | {"ROOT"}, _said(bullet)
            assert {word.xpos for word in sentence} <= tags, _said(bullet)


def test_the_trees_of_gold_bullets_bear_out_the_gold(annotated):
    """Trees and gold were made by different hands; conventions differ in a few lines."""
    gold = {
        row["text"]: [(a["start"], a["end"]) for a in row["actions"]]
        for row in map(json.loads, GOLD.read_text(encoding="utf-8").splitlines())
    }
    weak, vocab = bundled_openers(), spacy.blank("en").vocab
    met = agreed = 0
    for bullet in annotated:
        doc = to_doc(vocab, bullet)
        verbs = gold.get(doc.text)
        if verbs is not None:
            found = [act.verb for act in acts(doc, weak)]
            met += 1
            agreed += len(found) == len(verbs) and all(
                a[0] < b[1] and b[0] < a[1]
                for a, b in zip(sorted(found), sorted(verbs), strict=True)
            )
    assert met > 850
    assert agreed / met > 0.95
