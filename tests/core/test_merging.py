"""Two copies of a ledger become one: nothing is lost, what differs is told and licenses nothing."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from reframe.core.evidence import Answer, Evidence, KnownLine
from reframe.core.merging import conflicts, merged

ONE = Answer("a/b/n", "45", basis="estimate", by="client", on="2026-01-01", question="How many?")


def of(*answers):
    return Evidence(tuple(answers))


def test_answers_of_both_copies_are_there():
    both = merged(of(ONE), of(Answer("a/b/kinds", "policies")))
    assert {a.value for a in both} == {"45", "policies"}
    assert conflicts(both) == ()


def test_answers_that_differ_stand_side_by_side_and_license_nothing():
    other = replace(ONE, value="54", by="manager")
    both = merged(of(ONE), of(other))
    assert both.get("a/b/n") is None
    [conflict] = conflicts(both)
    assert (conflict.question, [a.value for a in conflict.both]) == ("How many?", ["45", "54"])


def test_a_figure_that_is_known_in_two_ways_is_a_conflict():
    assert conflicts(merged(of(ONE), of(replace(ONE, basis="record"))))


def test_the_same_answer_keeps_every_confirmation_and_the_stricter_leave():
    other = replace(ONE, by="document", on="2026-02-02", print_ok=False, signed_off=True)
    [answer] = merged(of(ONE), of(other)).answers
    assert (answer.by, answer.also) == ("document", ("client 2026-01-01",))
    assert (answer.print_ok, answer.signed_off) == (False, True)


def test_every_text_of_a_line_is_kept():
    one = Evidence(lines=(KnownLine("a", "Filed mail", "clerk-1"),))
    other = Evidence(lines=(KnownLine("a", "Filed the mail", wordings=("Sorted mail",)),))
    [line] = merged(one, other).lines
    assert {line.text, *line.wordings} == {"Filed mail", "Filed the mail", "Sorted mail"}
    assert line.post == "clerk-1"


ANSWERS = st.builds(
    Answer,
    question_id=st.sampled_from(["a/b/c", "a/b/d", "e/f/g"]),
    value=st.sampled_from(["4", "5", "not sure"]),
    basis=st.sampled_from([None, "record", "estimate"]),
    by=st.sampled_from(["client", "coach", "manager", "document"]),
    on=st.sampled_from(["", "2026-01-01"]),
    print_ok=st.booleans(),
    signed_off=st.booleans(),
)
LEDGERS = st.lists(ANSWERS, max_size=6).map(
    lambda answers: merged(Evidence(), Evidence(tuple(answers)))
)


def said(evidence):
    return {(a.question_id, a.value, a.basis) for a in (*evidence.answers, *evidence.disputed)}


@given(LEDGERS, LEDGERS)
def test_whatever_is_merged_nothing_is_lost_and_nothing_gains_leave(one, other):
    both = merged(one, other)
    assert said(both) == said(one) | said(other)
    assert said(merged(other, one)) == said(both)
    for answer in (*both.answers, *both.disputed):
        copies = [
            a
            for side in (one, other)
            for a in (*side.answers, *side.disputed)
            if (a.question_id, a.value, a.basis) == (answer.question_id, answer.value, answer.basis)
        ]
        assert answer.print_ok == all(copy.print_ok for copy in copies)
    assert merged(both, both) == both
