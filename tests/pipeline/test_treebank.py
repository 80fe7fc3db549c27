import lzma

import pytest
import spacy

from reframe.errors import PipelineError
from reframe.pipeline.treebank import read_part, simple_features, simple_label, to_doc
from tests.pipeline.conftest import CONLLU


def test_sentences_come_with_heads_counted_from_zero_and_the_root_at_minus_one(sentences):
    first = sentences[0]
    assert [(w.form, w.head) for w in first[:4]] == [
        ("They", 2),
        ("have", 2),
        ("reviewed", -1),
        ("the", 5),
    ]
    assert first[2].dep == "ROOT"


def test_a_contraction_comes_as_two_words_without_a_space(sentences):
    does, not_, quickly = sentences[1][1:4]
    assert (does.form, does.space) == ("does", False)
    assert (not_.form, not_.space) == ("n't", True)
    assert quickly.form == "quickly"


@pytest.mark.parametrize(
    ("label", "simple"),
    [
        ("obl:unmarked", "obl"),
        ("acl:relcl", "acl:relcl"),
        ("nsubj:outer", "nsubj"),
        ("compound:prt", "compound:prt"),
        ("root", "ROOT"),
        ("goeswith", "fixed"),
    ],
)
def test_few_labels_are_learned(label, simple):
    assert simple_label(label) == simple


def test_number_is_learned_for_nouns_and_third_person_verbs_only():
    assert simple_features("Number=Plur", "NOUN", "NNS") == "Number=Plur"
    assert simple_features("Number=Plur|Person=3", "PRON", "PRP") == ""
    assert "Number=Sing" in simple_features("Tense=Pres|VerbForm=Fin", "VERB", "VBZ")


def test_a_gold_document_has_the_text_the_tags_and_the_tree(sentences):
    doc = to_doc(spacy.blank("en").vocab, sentences[:2])
    assert doc.text == (
        "They have reviewed the old contracts. "
        "She doesn't quickly sell bread and weighs flour in the back."
    )
    assert [s.root.text for s in doc.sents] == ["reviewed", "sell"]
    assert doc[5].dep_ == "obj"
    assert doc[5].head.text == "reviewed"
    assert doc[2].tag_ == "VBN"


def test_parts_are_read_plain_or_compressed(treebank, tmp_path):
    (tmp_path / "own-dev.conllu.xz").write_bytes(lzma.compress(CONLLU.encode()))
    assert read_part(tmp_path, "dev") == read_part(treebank, "dev")


def test_a_folder_without_a_treebank_says_what_to_give(tmp_path):
    with pytest.raises(PipelineError, match=r"-train\.conllu.*UD treebank"):
        read_part(tmp_path, "train")
