"""Invented bullets are well-formed gold trees, and hold the shapes that real bullets have."""

import random
from dataclasses import replace

import pytest
import spacy

from reframe.pipeline import templates, weak_openers
from reframe.pipeline.clauses import shared_object, verb_phrase
from reframe.pipeline.phrases import money, noun_phrase
from reframe.pipeline.plain_acts import short_acts
from reframe.pipeline.treebank import to_doc
from reframe.pipeline.trees import flatten, nest
from reframe.pipeline.writing import written


def texts(make, draw, count=200):
    return [" ".join(w.form for w in flatten(make(draw))) for _ in range(count)]


def test_every_bullet_is_a_tree_of_known_labels(draw):
    labels = {"ROOT", "obj", "obl", "conj", "cc", "punct", "advcl", "mark", "case", "compound"}
    seen = set()
    for _ in range(400):
        for sentence in written(templates.bullet(draw), draw.rng):
            assert nest(sentence) is not None
            assert all(word.form and word.upos and word.xpos for word in sentence)
            seen |= {word.dep for word in sentence}
    assert labels <= seen
    assert "" not in seen


def test_words_are_cut_as_spacy_cuts_them(draw):
    """Otherwise the parser would be taught about tokens that it never meets."""
    nlp = spacy.blank("en")
    different = 0
    for _ in range(500):
        doc = to_doc(nlp.vocab, written(templates.bullet(draw), draw.rng))
        different += [t.text for t in nlp.make_doc(doc.text)] != [t.text for t in doc]
    assert different <= 10


def test_the_same_seed_invents_the_same_bullets(draw):
    first = [templates.bullet(replace(draw, rng=random.Random(3))) for _ in range(3)]
    again = [templates.bullet(replace(draw, rng=random.Random(3))) for _ in range(3)]
    assert first == again


def test_a_shared_object_hangs_on_the_first_verb_behind_the_last(draw):
    for _ in range(50):
        words = flatten(shared_object(draw, "VBD", 3))
        root = next(i for i, w in enumerate(words) if w.head == -1)
        verbs = [i for i, w in enumerate(words) if w.dep == "conj" and w.head == root]
        objects = [i for i, w in enumerate(words) if w.dep == "obj" and w.head == root]
        assert len(objects) == 1
        assert len(verbs) == 2
        assert max(verbs) < objects[0]


@pytest.mark.parametrize(
    ("make", "opener"),
    [
        (weak_openers.weak_verb, "assisted"),
        (weak_openers.weak_verb, "help"),
        (weak_openers.weak_adjective, "responsible for"),
        (weak_openers.weak_passive, "was tasked with"),
        (weak_openers.weak_passive, "involved in"),
        (weak_openers.duties, "responsibilities included"),
        (weak_openers.duties, "duties :"),
        (weak_openers.role_was, "role was to"),
        (weak_openers.in_charge, "in charge of"),
        (weak_openers.weak_part, "played a"),
        (weak_openers.part_of_team, "member of the team"),
        (templates.first_person, "I "),
    ],
)
def test_every_weak_opener_is_taught(make, opener, draw):
    assert any(opener in line for line in texts(make, draw, 400))


def test_short_acts_have_an_object_each(draw):
    for _ in range(100):
        words = flatten(short_acts(draw, "VB"))
        verbs = [w for w in words if w.upos == "VERB" and w.xpos == "VB"]
        objects = [w for w in words if w.dep == "obj"]
        assert len(verbs) == len(objects)


def test_a_measure_is_no_object(draw):
    """ "Worked 20 hours a week" has none, and "Raised scores 22%" has one."""
    for _ in range(300):
        words = flatten(verb_phrase(draw, "VBD", tails=0))
        root = next(w for w in words if w.head == -1)
        if root.form in {"worked", "travelled", "interned"} and words[1].xpos == "CD":
            assert all(w.dep != "obj" for w in words)


def test_an_amount_is_headed_by_its_sign(draw):
    for _ in range(20):
        words = flatten(money(draw))
        assert words[0].dep == "ROOT"
        assert words[0].xpos == "$"
        assert not words[0].space


def test_nouns_of_the_tables_and_of_the_treebank_are_mixed(draw):
    heads = {
        noun_phrase(draw, depth=1).lemma or noun_phrase(draw, depth=1).form for _ in range(300)
    }
    assert len(heads) > 150


def test_lines_are_written_with_capitals_and_half_with_a_stop(draw):
    lines = [written(templates.bullet(draw), draw.rng) for _ in range(300)]
    capital = sum(
        line[0][0].form[0].isupper() or not line[0][0].form[0].isalpha() for line in lines
    )
    stopped = sum(line[-1][-1].form == "." for line in lines)
    assert capital > 270
    assert 110 < stopped < 200
