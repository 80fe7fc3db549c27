"""Invented bullets as gold trees: the openers, lists and frames that treebanks do not hold."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from reframe.pipeline.clauses import (
    infinitive,
    mark,
    verb_phrase,
)
from reframe.pipeline.fragments import FEATURES
from reframe.pipeline.phrases import (
    adposition,
    noun,
    noun_phrase,
    role,
)
from reframe.pipeline.plain_acts import (
    one_act,
    pronoun,
    run_on,
    several_acts,
    short_acts,
    subordinate,
    tense,
)
from reframe.pipeline.trees import Node, comma, coordinate, flatten, with_stop
from reframe.pipeline.weak_openers import weak_opener
from reframe.pipeline.words import Draw

Bullet = tuple[Node, ...]


def bullet(draw: Draw) -> Bullet:
    """Return the trees of one bullet; most are one sentence."""
    make: Callable[[Draw], Any] = draw.weighted(
        [
            (24, one_act),
            (27, several_acts),
            (10, short_acts),
            (24, weak_opener),
            (6, bare_noun),
            (4, adverb_first),
            (3, preposition_first),
            (3, first_person),
            (4, run_on),
            (4, two_sentences),
            (2, labelled),
        ]
    )
    made = make(draw)
    return made if isinstance(made, tuple) else (made,)


def two_sentences(draw: Draw) -> Bullet:
    """Return two sentences; where the first has no full stop, a capital tells them apart."""
    first = one_act(draw)
    return (first if draw.chance(0.3) else with_stop(first)), one_act(draw)


def labelled(draw: Draw) -> Node:
    """Return an act behind a label: "Customer service: answered phones"."""
    label = noun(draw.word("choice.labels"), dep="dep")
    if draw.chance(0.4):
        label = replace(label, left=(noun(draw.word("nouns.modifiers"), dep="compound"),))
    sign = draw.word("choice.label_sign")
    mark_ = Node(sign, "PUNCT", ":", "punct", joined=sign == ":")
    act = one_act(draw) if draw.chance(0.5) else several_acts(draw)
    if draw.chance(0.6):
        act = replace(act, form=act.form.capitalize()) if not act.left else act
    return replace(act, left=(label, mark_, *act.left))


def adverb_first(draw: Draw) -> Node:
    """Return an act with an adverb in front: "Successfully negotiated ..."."""
    adverb = Node(draw.word("tails.openers"), "ADV", "RB", "advmod")
    act = one_act(draw) if draw.chance(0.6) else several_acts(draw)
    return replace(act, left=(adverb, *act.left))


def preposition_first(draw: Draw) -> Node:
    """Return an act behind its adjunct: "In this role, managed ...", "As lead, trained ..."."""
    tag = tense(draw)
    if draw.chance(0.25):
        inner = verb_phrase(draw, "VB" if draw.chance(0.3) else "VBG", depth=1, tails=0)
        if inner.xpos == "VB":
            opener = infinitive(inner).under("advcl", mark("to"))
        else:
            opener = inner.under("advcl", mark(draw.word("choice.before_gerund_first")))
    elif draw.chance(0.4):
        opener = role(draw).under("obl", adposition("as"))
    else:
        word = draw.word("choice.preposition_first")
        opener = noun_phrase(draw, depth=1).under("obl", adposition(word))
    act = verb_phrase(draw, tag)
    before = (opener, comma()) if draw.chance(0.8) else (opener,)
    subject = (pronoun(),) if tag == "VBD" and draw.chance(0.2) else ()
    return replace(act, left=(*before, *subject, *act.left))


def first_person(draw: Draw) -> Node:
    """Return a sentence with "I" or "We": plain, or with an auxiliary."""
    subject = replace(pronoun(), form=draw.weighted([(85, "I"), (15, "We")]))
    kind = draw.rng.random()
    if kind < 0.6:
        tag = "VBD" if draw.chance(0.75) else "VBP"
        act = verb_phrase(draw, tag)
        return replace(act, left=(subject, *act.left))
    if kind < 0.8:
        act = verb_phrase(draw, "VBN")
        have = Node("have", "AUX", "VBP", "aux", FEATURES["VBP"])
        return replace(act, left=(subject, have, *act.left))
    act = infinitive(verb_phrase(draw, "VB"))
    can = Node(draw.word("choice.modal"), "AUX", "MD", "aux", "VerbForm=Fin")
    return replace(act, left=(subject, can, *act.left))


def bare_noun(draw: Draw) -> Node:
    """Return a line without a verb: "Project management", "Preparation of tax returns"."""
    kind = draw.rng.random()
    if draw.chance(0.14):
        return _job(draw)
    if kind < 0.3:
        *before, head = draw.pair("nouns.noun_lines")
        plural = head.endswith("s") and head not in draw.words.mass
        line = noun(head, plural=plural)
        line = replace(line, left=tuple(noun(form, dep="compound") for form in before))
        if draw.chance(0.3):
            inner = noun_phrase(draw, depth=1)
            line = line.then(inner.under("nmod", adposition(draw.word("choice.of_line"))))
        if draw.chance(0.25):
            others = draw.pair("nouns.noun_lines")
            other = noun(others[-1].lower(), plural=plural)
            other = replace(other, left=(noun(others[0].lower(), dep="compound"),))
            line = coordinate([line, other])
        return line
    if kind < 0.5:  # "Account reconciliation and month-end close"
        deeds = [_deed(draw) for _ in range(draw.one([1, 1, 2, 2, 3]))]
        return coordinate(deeds, serial=draw.chance(0.4))
    if kind < 0.55:  # "Research, design and test of pump controls"
        parts = [noun(draw.word("nouns.both")) for _ in range(draw.one([2, 3]))]
        of = noun_phrase(draw, depth=1).under("nmod", adposition("of"))
        return coordinate(parts).then(of)
    if kind < 0.7:
        line = noun(draw.word("nouns.mass"))
        inner = noun_phrase(draw, depth=0).under("nmod", adposition(draw.word("choice.of_mass")))
        return line.then(inner)
    if kind < 0.8:
        line = noun(draw.word("choice.skill_noun"))
        if line.form == "ability":
            return line.then(infinitive(verb_phrase(draw, "VB", tails=1)).under("acl", mark("to")))
        if draw.chance(0.3):
            return line.then(verb_phrase(draw, "VBG", tails=1).under("acl", mark("in")))
        word = draw.word("choice.of_skill")
        return line.then(noun_phrase(draw).under("nmod", adposition(word)))
    while True:  # not one that opens with a verb's letters: it could be an act as well
        line = noun_phrase(draw, clause=subordinate)
        if flatten(line)[0].form not in draw.words.openers:
            return line


def _job(draw: Draw) -> Node:
    """Return a job as a line: "Lead teacher for a preschool room", "Account executive"."""
    front = draw.word("nouns.both") if draw.chance(0.6) else draw.word("nouns.modifiers")
    job = replace(noun(draw.word("nouns.jobs")), left=(noun(front, dep="compound"),))
    if draw.chance(0.7):
        inner = noun_phrase(draw, depth=1)
        job = job.then(inner.under("nmod", adposition(draw.word("choice.of_role"))))
    return job


def _deed(draw: Draw) -> Node:
    """Return "account reconciliation": an act in the form of a noun, and what it is done to."""
    thing = draw.word("nouns.both") if draw.chance(0.5) else draw.word("nouns.modifiers")
    return replace(noun(draw.word("nouns.deeds")), left=(noun(thing, dep="compound"),))
