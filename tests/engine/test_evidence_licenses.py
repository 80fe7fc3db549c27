"""Whatever was answered: what is printed is licensed by those answers, and by no others."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reframe import Ledger
from reframe.bundled import bundled
from reframe.core.evidence import Evidence
from reframe.core.needs import SIGNED, all_met
from reframe.core.synthesis import answers_for, synthesise
from reframe.engine.reading import read
from reframe.engine.suggesting import suggest_parsed

SAMPLE = bundled("data", "samples", "mara-okonski.docx")
ANSWERS = Ledger.load(bundled("data", "samples", "mara-okonski.ledger.yaml")).answers
LOW = ("no", "not sure", ("none of these",))

settings.register_profile("engine", deadline=None, max_examples=40)
QUICK = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture(scope="module")
def lines(reframer):
    """Every bullet of the sample, parsed once: (id, parsed, family, tense)."""
    found = []
    for bullet, post, _ in read(SAMPLE).placed_bullets():
        if post is not None:
            tense = "present" if post.current else "past"
            found.append((bullet.id, reframer.parse(bullet.text), reframer.family(post), tense))
    return found


def suggested(reframer, line, evidence):
    key, bullet, family, tense = line
    return suggest_parsed(reframer, bullet, key, family, evidence, tense)[0]


@QUICK
@given(st.sets(st.sampled_from(ANSWERS)), st.sets(st.sampled_from(ANSWERS)))
def test_every_printed_level_is_licensed_by_answers_that_are_there(
    reframer, lines, given_, unsigned
):
    evidence = Evidence(
        tuple(replace(a, signed_off=a.signed_off and a not in unsigned) for a in given_)
    )
    for line in lines:
        suggestion = suggested(reframer, line, evidence)
        assert all(evidence.get(key) for key in suggestion.answer_ids)
        licensed = set()
        for rule_id in suggestion.rule_ids:
            rule = reframer.book.rule(rule_id)
            answers = answers_for(evidence, line[0], rule_id)
            asks = {ask.name: ask for ask in rule.asks}
            for say in rule.says:
                if all_met(say.needs, asks, answers, reframer.lexicon):
                    signed = all(answers[name].signed_off for name in say.needs)
                    licensed |= {c for c in say.claims if signed or c not in SIGNED}
        assert {c for c in suggestion.claims if c != "wording"} <= licensed
        if suggestion.changed:
            assert not reframer.check(
                suggestion.before, suggestion.after, evidence, about=line[0]
            ), suggestion.after


@QUICK
@given(st.sets(st.sampled_from(ANSWERS)), st.sampled_from(ANSWERS))
def test_one_more_answer_never_lowers_a_line(reframer, lines, given_, more):
    before = Evidence(tuple(given_ - {more}))
    after = before.with_answer(more)
    for line in lines:
        if line[0] == more.about and more.value not in LOW:
            old, new = (suggested(reframer, line, e) for e in (before, after))
            assert strength(new) >= strength(old), (old.after, new.after)


@QUICK
@given(st.data())
def test_one_more_answer_never_lowers_a_role(reframer, data):
    pattern = data.draw(st.sampled_from(reframer.book.patterns))
    example = data.draw(st.sampled_from(pattern.examples))
    answers = {a.question_id: a for a in example_answers(pattern, example)}
    kept = data.draw(st.sets(st.sampled_from(sorted(answers))))
    more = data.draw(st.sampled_from(sorted(answers)))
    old = role(reframer, pattern, [answers[key] for key in kept - {more}])
    new = role(reframer, pattern, [answers[key] for key in kept | {more}])
    names = [step.name for step in pattern.ladder]
    if old and old.step and not new.conflicts and answers[more].value not in LOW:
        assert names.index(new.step) <= names.index(old.step)


def example_answers(pattern, example):
    from reframe.engine.proving import pattern_evidence

    return pattern_evidence(pattern, example).answers


def role(reframer, pattern, answers):
    from reframe.engine.proving import PROVEN_POST

    return synthesise(
        PROVEN_POST, (), frozenset(), pattern, Evidence(tuple(answers)), reframer.lexicon
    )


def strength(suggestion):
    return max(claim.rank for claim in suggestion.claims)
