"""From a filled sheet to the ledger: every answer is validated, every refusal explained."""

from dataclasses import replace

import pytest

from reframe import Ledger
from reframe.engine.answering import take
from reframe.formats.sheet_words import Filled

BULLET = "drafted-compliance-documents-000000"


def filled(
    ask, text="", *, ticks=(), basis=(), print_ok=None, source="compliance.drafted-documents"
):
    return Filled(f"{BULLET}/{source}/{ask}", "question 1", "", text, ticks, basis, print_ok)


@pytest.fixture
def read(reframer):
    def run(*items):
        return take(items, Ledger(), reframer.book, reframer.number_words, on="2026-01-31")

    return run


def test_an_answer_is_kept_verbatim_with_its_question_and_day(read):
    taken = read(filled("kinds", "Policies and procedures, mostly."))
    answer = taken.ledger.answers[0]
    assert answer.value == "Policies and procedures, mostly."
    assert (answer.by, answer.on) == ("client", "2026-01-31")
    assert answer.question.endswith("?")


def test_blank_answers_are_counted_and_not_kept(read):
    taken = read(filled("kinds"), filled("start"))
    assert (taken.count, taken.blank, len(taken.ledger)) == (0, 2, 0)


def test_a_figure_keeps_its_basis_and_leave_to_print(read):
    taken = read(filled("number", "6", basis=("record",), print_ok=False))
    answer = taken.ledger.answers[0]
    assert (answer.basis, answer.print_ok) == ("record", False)


@pytest.mark.parametrize(
    ("item", "reason"),
    [
        (filled("number", "many", basis=("record",)), "holds no number"),
        (filled("number", "6"), "where the figure comes from"),
        (filled("number", "6", basis=("hearsay",)), "is not a basis"),
        (filled("start", "a napkin"), "is not one of"),
        (filled("start", ticks=("blank page", "template")), "only one can be true"),
        (filled("colour", "red"), "no question has this reference"),
        (filled("kinds", "x", source="compliance.gone"), "no question has this reference"),
    ],
)
def test_a_refusal_says_why_and_keeps_the_other_answers(read, item, reason):
    taken = read(item, filled("kinds", "policies"))
    assert [reason in refusal.reason for refusal in taken.refusals] == [True]
    assert taken.count == 1


def test_not_sure_beside_an_answer_is_refused(read):
    taken = read(
        filled(
            "part", ticks=("pulling samples", "not sure"), source="compliance.helped-with-audits"
        )
    )
    assert "beside other answers" in taken.refusals[0].reason
    assert taken.count == 0


def test_an_answer_that_holds_for_other_lines_is_kept_for_each(read):
    other = "typed-forms-000000/compliance.drafted-documents/kinds"
    item = replace(filled("kinds", "policies"), also=(other,), about="Drafted documents")
    taken = read(item)
    assert [a.question_id for a in taken.ledger] == [item.question_id, other]
    assert taken.ledger.line(BULLET).text == "Drafted documents"


def test_a_figure_that_no_rule_asked_for_keeps_its_basis(read):
    [answer] = read(filled("unit0.0", "40", basis=("counted",), source="generic")).ledger
    assert (answer.value, answer.basis) == ("40", "counted")


def test_what_cannot_be_read_is_refused_where_it_stands(read):
    item = replace(
        filled("number", "6", basis=("record",)), problem="print is yes or no.",
        places={"print": "line 9"},
    )  # fmt: skip
    [refusal] = read(item).refusals
    assert (refusal.place, refusal.reason) == ("line 9", "print is yes or no.")
