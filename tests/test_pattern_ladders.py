"""Every pattern proves itself: its own examples climb every step, and no answer can be missing.

The cases are made from the data, so a coach's pattern is proven like the bundled ones.
"""

from dataclasses import replace

import pytest

from reframe import Reframer
from reframe.core.evidence import FIGURES, Answer, Evidence
from reframe.core.needs import SIGNED
from reframe.core.synthesis import question_id, synthesise
from reframe.engine.proving import PROVEN_POST, pattern_evidence, prove_pattern
from tests.engine.answers import free, value_for

PATTERNS = Reframer().book.patterns
EXAMPLES = [(pattern, example) for pattern in PATTERNS for example in pattern.examples]
NAMES = [f"{pattern.id} {example.step}" for pattern, example in EXAMPLES]
CONTRADICTIONS = [(pattern, item) for pattern in PATTERNS for item in pattern.contradictions]


@pytest.fixture
def found(reframer):
    def run(pattern, evidence):
        return synthesise(PROVEN_POST, (), frozenset(), pattern, evidence, reframer.lexicon)

    return run


def place(pattern, step):
    """How far down the ladder a step stands; nothing said is below the last."""
    names = [each.name for each in pattern.ladder]
    return names.index(step) if step else len(names)


def test_there_are_patterns_enough():
    assert len(PATTERNS) >= 40
    assert all(p.examples and p.examples[0].step == p.ladder[0].name for p in PATTERNS)


@pytest.mark.parametrize("pattern", PATTERNS, ids=[p.id for p in PATTERNS])
def test_the_examples_of(pattern, reframer):
    assert [
        f"{'.'.join(map(str, at))}: {what}" for at, what in prove_pattern(pattern, reframer)
    ] == []
    assert {step.name for step in pattern.ladder} <= {e.step for e in pattern.examples}


@pytest.mark.parametrize(("pattern", "example"), EXAMPLES, ids=NAMES)
def test_without_any_one_answer_it_drops(pattern, example, found):
    whole = pattern_evidence(pattern, example)
    step = next(step for step in pattern.ladder if step.name == example.step)
    for name in step.needs:
        key = question_id(PROVEN_POST, pattern.id, name)
        unsure = replace(whole.get(key), value="not sure", basis=None)
        for less in (whole.without(key), whole.with_answer(unsure)):
            lower = found(pattern, less)
            assert lower is None or place(pattern, lower.step) > place(pattern, example.step), name


@pytest.mark.parametrize(("pattern", "example"), EXAMPLES, ids=NAMES)
def test_without_the_coachs_sign_off_a_role_waits(pattern, example, found):
    whole = pattern_evidence(pattern, example)
    step = next(step for step in pattern.ladder if step.name == example.step)
    role = found(pattern, Evidence(tuple(replace(a, signed_off=False) for a in whole)))
    if SIGNED & step.claims:
        assert role.scope_line != example.says
        assert role.waiting == example.says
        assert set(role.unsigned) <= {a.question_id for a in whole}
        signed = found(pattern, whole)
        assert (signed.scope_line, signed.waiting, signed.unsigned) == (example.says, "", ())
    else:
        assert role.scope_line == example.says


@pytest.mark.parametrize(("pattern", "example"), EXAMPLES, ids=NAMES)
def test_a_value_without_leave_to_print_is_not_said(pattern, example, found):
    whole = pattern_evidence(pattern, example)
    for ask in pattern.asks:
        answer = whole.get(question_id(PROVEN_POST, pattern.id, ask.name))
        if answer and free(ask) and answer.value in example.says:
            role = found(pattern, whole.with_answer(replace(answer, print_ok=False)))
            told = (role.scope_line, role.waiting, *(q.unlocks for q in role.questions))
            assert not any(answer.value in line for line in told)


@pytest.mark.parametrize(
    ("pattern", "item"), CONTRADICTIONS, ids=[f"{p.id}: {c.tell[:40]}" for p, c in CONTRADICTIONS]
)
def test_answers_that_cannot_all_be_true_stop_the_ladder(pattern, item, found):
    evidence = pattern_evidence(pattern, pattern.examples[0])
    asks = {ask.name: ask for ask in pattern.asks}
    for number, (name, need) in enumerate(item.needs.items()):
        ask = asks[name]
        evidence = evidence.with_answer(
            Answer(
                question_id(PROVEN_POST, pattern.id, name),
                value_for(need, ask, number=number),
                basis="record" if ask.kind in FIGURES else None,
                signed_off=True,
            )
        )
    role = found(pattern, evidence)
    assert item.tell in role.conflicts
    assert (role.scope_line, role.step, role.waiting, role.offers) == ("", "", "", ())
