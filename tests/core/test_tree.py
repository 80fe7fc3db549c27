"""Reading by a parse: UD and ClearNLP labels, and what agreement of the readers is worth."""

import pytest
import spacy
from spacy.tokens import Doc

from reframe.core.line import Line
from reframe.core.parse import parse
from reframe.core.tree import read_tree, tree_of
from reframe.core.words import split
from tests.core.reading import lexicon

VOCAB = spacy.blank("en").vocab

UD = [  # word, tag, head, label
    ("Drafted", "VBD", 0, "ROOT"),
    ("policies", "NNS", 0, "obj"),
    ("and", "CC", 3, "cc"),
    ("trained", "VBD", 0, "conj"),
    ("new", "JJ", 5, "amod"),
    ("staff", "NN", 3, "obj"),
    ("on", "IN", 7, "case"),
    ("site", "NN", 3, "obl"),
]
CLEAR = [(w, t, h, {"obj": "dobj", "case": "prep", "obl": "pobj"}.get(d, d)) for w, t, h, d in UD]
FRAMED = [
    ("Responsible", "JJ", 0, "ROOT"),
    ("for", "IN", 2, "mark"),
    ("reviewing", "VBG", 0, "advcl"),
    ("and", "CC", 4, "cc"),
    ("filing", "VBG", 2, "conj"),
    ("tax", "NN", 6, "compound"),
    ("returns", "NNS", 2, "obj"),
]
NOUNS = [
    ("Assisted", "VBD", 0, "ROOT"),
    ("with", "IN", 3, "case"),
    ("month-end", "NN", 3, "compound"),
    ("close", "NN", 0, "obl"),
]


def doc_of(rows):
    words, tags, heads, deps = zip(*rows, strict=True)
    return Doc(VOCAB, words=list(words), tags=list(tags), heads=list(heads), deps=list(deps))


def acts(rows):
    doc = doc_of(rows)
    line = Line(doc.text, split(doc.text), lexicon())
    parts = read_tree(line, tree_of(line, doc))
    return [
        (act.reading.lemma, [line.words[o].text for o in act.objects])
        for part in parts
        for act in part.acts
    ], [line.words[n].text for part in parts for n in part.nouns]


@pytest.mark.parametrize("rows", [UD, CLEAR], ids=["ud", "clearnlp"])
def test_verbs_joined_in_the_tree_are_acts(rows):
    assert acts(rows) == ([("draft", ["policies"]), ("train", ["staff"])], [])


def test_a_shared_object_belongs_to_each_verb_of_the_row():
    assert acts(FRAMED) == ([("review", ["returns"]), ("file", ["returns"])], [])


def test_the_noun_under_an_opener_is_the_head_of_its_phrase():
    assert acts(NOUNS) == ([], ["close"])


def test_a_word_of_several_tokens_stands_for_its_head():
    doc = Doc(
        VOCAB,
        words=["Cycle", "-", "counted", "stock"],
        spaces=[False, False, True, False],
        tags=["NN", "HYPH", "VBD", "NN"],
        heads=[2, 2, 2, 2],
        deps=["compound", "punct", "ROOT", "obj"],
    )
    line = Line(doc.text, split(doc.text), lexicon())
    tree = tree_of(line, doc)
    assert tree is not None
    assert (tree.tags, tree.heads) == (("VBD", "NN"), (0, 0))


def test_readers_that_agree_are_confident():
    bullet = parse(doc_of(UD), lexicon(), trees=True)
    assert bullet.confident
    assert bullet.doubts == ()


def test_certain_words_outweigh_a_parse_that_finds_the_object_but_not_the_act():
    rows = [
        ("Responsible", "JJ", 0, "ROOT"),
        ("for", "IN", 3, "case"),
        ("filing", "NN", 3, "compound"),
        ("invoices", "NNS", 0, "obl"),
    ]
    assert parse(doc_of(rows), lexicon(), trees=True).confident


def test_readers_that_disagree_are_not():
    rows = [*UD[:3], ("trained", "VBN", 5, "amod"), UD[4], ("staff", "NN", 1, "conj"), *UD[6:]]
    bullet = parse(doc_of(rows), lexicon(), trees=True)
    assert not bullet.confident
    assert "the readers disagree" in bullet.doubts


def test_a_parse_that_agrees_settles_what_the_words_left_open():
    rows = [
        ("Maintains", "VBZ", 0, "ROOT"),
        ("files", "NNS", 0, "obj"),
        ("and", "CC", 3, "cc"),
        ("updates", "VBZ", 0, "conj"),
        ("payroll", "NN", 3, "obj"),
    ]
    doc = doc_of(rows)
    assert not parse(doc, lexicon(), trees=False).confident
    assert parse(doc, lexicon(), trees=True).confident


def test_a_parse_never_settles_a_run_on():
    doc = doc_of(
        [(w, "NN", 0, "dep") for w in ["Filed", "reports", ".", "Answered", "phones", "."]]
    )
    assert not parse(doc, lexicon(), trees=True).confident
