"""A tree goes in, and bullets come out."""

import random

import pytest

from reframe.pipeline.fragments import (
    FragmentWords,
    bullet_fragments,
    drop_articles,
    reinflect,
    verb_fragments,
)
from reframe.pipeline.trees import Node, flatten, nest

WORDS = FragmentWords(stative=frozenset({"be", "have"}), foreign=frozenset({"i", "?"}))


def cuts(sentence):
    return list(verb_fragments(nest(sentence), WORDS))


def text(root: Node) -> str:
    return "".join(w.form + " " * w.space for w in flatten(root)).strip()


def test_the_subject_and_the_auxiliary_go(sentences):
    (fragment,) = cuts(sentences[0])
    assert text(fragment) == "reviewed the old contracts"
    assert [w.dep for w in flatten(fragment)] == ["ROOT", "det", "amod", "obj"]


def test_a_denied_act_is_no_bullet_but_its_conjunct_is(sentences):
    assert [text(f) for f in cuts(sentences[1])] == ["weighs flour in the back"]


def test_a_passive_is_no_bullet(sentences):
    assert cuts(sentences[2]) == []


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("VBD", "weighed flour in the back"),
        ("VBG", "weighing flour in the back"),
        ("VB", "weigh flour in the back"),
        ("VBZ", "weighs flour in the back"),
    ],
)
def test_the_verb_takes_the_form_of_an_opener(sentences, inflect, tag, expected):
    (fragment,) = cuts(sentences[1])
    turned = reinflect(fragment, tag, inflect)
    assert turned is not None
    assert text(turned) == expected
    assert turned.xpos == tag


def test_coordinated_verbs_change_together_or_not_at_all(inflect):
    def verb(form, lemma, tag, *right, dep="ROOT"):
        return Node(form, "VERB", tag, dep, lemma=lemma, right=right)

    both = verb("cut", "cut", "VBD", verb("sold", "sell", "VBD", dep="conj"))
    turned = reinflect(both, "VBG", inflect)
    assert turned is not None
    assert text(turned) == "cutting selling"
    mixed = verb("cut", "cut", "VBD", verb("selling", "sell", "VBG", dep="conj"))
    assert reinflect(mixed, "VBZ", inflect) is None


def test_articles_are_dropped_as_bullets_drop_them(sentences):
    (fragment,) = cuts(sentences[0])
    assert text(drop_articles(fragment, random.Random(0), share=1.0)) == "reviewed old contracts"
    assert drop_articles(fragment, random.Random(0), share=0.0) == fragment


def test_the_same_seed_makes_the_same_bullets(sentences, inflect):
    made = [
        bullet_fragments(sentences * 20, WORDS, inflect, random.Random(5), limit=30)
        for _ in range(2)
    ]
    assert made[0] == made[1]
    assert len(made[0]) == 30
    assert any(" and " in text(f) for f in made[0])
