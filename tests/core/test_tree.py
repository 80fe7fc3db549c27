"""What a parse adds to the words: it settles open points, and its objections make a doubt."""

import pytest
import spacy
from spacy.tokens import Doc

from reframe.core import support
from reframe.core.line import Line
from reframe.core.parse import parse
from reframe.core.tree import tree_of
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
LIST = [
    ("Measure", "VB", 0, "ROOT"),
    ("joists", "NNS", 0, "obj"),
    ("for", "IN", 3, "case"),
    ("houses", "NNS", 0, "obl"),
    ("and", "CC", 6, "cc"),
    ("garden", "NN", 6, "compound"),
    ("rooms", "NNS", 3, "conj"),
]
KINDS = [
    ("Rotated", "VBD", 0, "ROOT"),
    ("seed", "NN", 4, "compound"),
    ("and", "CC", 3, "cc"),
    ("feed", "NN", 1, "conj"),
    ("stock", "NN", 0, "obj"),
]


def doc_of(rows):
    words, tags, heads, deps = zip(*rows, strict=True)
    return Doc(VOCAB, words=list(words), tags=list(tags), heads=list(heads), deps=list(deps))


def parsed(rows):
    return parse(doc_of(rows), lexicon(), trees=True)


def acts(rows):
    return [(c.verb.lemma, [o.text for o in c.objects]) for c in parsed(rows).clauses]


@pytest.mark.parametrize("rows", [UD, CLEAR], ids=["ud", "clearnlp"])
def test_both_schemes_of_labels_are_understood(rows):
    assert acts(rows) == [("draft", ["policies"]), ("train", ["staff"])]
    assert parsed(rows).confident


def test_a_shared_object_belongs_to_each_verb_of_the_row():
    assert acts(FRAMED) == [("review", ["returns"]), ("file", ["returns"])]


def test_a_parse_tells_a_noun_inside_a_phrase_from_a_further_act():
    assert acts(LIST) == [("measure", ["joists"])]


def test_a_kind_that_shares_the_head_by_the_parse_is_no_object():
    assert acts(KINDS) == [("rotate", ["stock"])]


def test_a_parse_tells_a_verb_at_the_front_that_the_words_leave_open():
    rows = [
        ("Lease", "VB", 0, "ROOT"),
        ("vacant", "JJ", 2, "amod"),
        ("units", "NNS", 0, "obj"),
        ("and", "CC", 4, "cc"),
        ("screen", "VB", 0, "conj"),
        ("applicants", "NNS", 4, "obj"),
    ]
    assert acts(rows) == [("lease", ["units"]), ("screen", ["applicants"])]


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


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({0: ("Process", "NN", 1, "compound"), 3: ("train", "NN", 5, "compound")}, support.NOUN),
        ({7: ("site", "VBD", 0, "conj")}, None),  # no table knows it as a verb
        ({5: ("staff", "NN", 7, "compound")}, support.APART),
        ({1: ("policies", "NNS", 3, "dep")}, support.UNCONFIRMED),
    ],
)
def test_what_a_parse_objects_to(change, why):
    bullet = parsed([change.get(n, row) for n, row in enumerate(UD)])
    assert (why in bullet.doubts) if why else bullet.confident


def test_an_act_that_only_the_parse_finds_is_doubtful():
    rows = [
        ("Cleaned", "VBD", 0, "ROOT"),
        ("rooms", "NNS", 0, "obj"),
        ("gladly", "RB", 3, "advmod"),
        ("greeted", "VBD", 0, "conj"),
        ("guests", "NNS", 3, "obj"),
    ]
    assert support.ANOTHER in parsed(rows).doubts


def test_an_act_inside_a_relative_clause_is_none_whatever_the_parse_joins_it_to():
    rows = [
        ("Mentored", "VBD", 0, "ROOT"),
        ("engineers", "NNS", 0, "obj"),
        ("who", "WP", 3, "nsubj"),
        ("led", "VBD", 0, "conj"),
        ("teams", "NNS", 3, "obj"),
    ]
    assert acts(rows) == [("mentor", ["engineers"])]
    assert parsed(rows).confident


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
