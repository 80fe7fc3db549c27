"""How licensed drafts stand in a bullet beside the client's other words."""

import pytest

from reframe import Ledger, apply
from reframe.core.naming import bullet_id

PHONES = "Answered phones and scheduled appointments for 3 attorneys"
POST = "Compliance Analyst"
DUTY = "Responsible for drafting compliance documents and training staff"


def ledger(line, **answers):
    found = Ledger()
    for name, (rule, value) in answers.items():
        basis = "record" if str(value)[:1].isdigit() else None
        found = found.answer(
            f"{bullet_id(line)}/{rule}/{name}", value, basis=basis, signed_off=True
        )
    return found


KINDS = {"kinds": ("compliance.drafted-documents", "Policies and procedures.")}
TRAINED = {
    "covered": ("compliance.trained-on-documents", "yes"),
    "people": ("compliance.trained-on-documents", 45),
    "departments": ("compliance.trained-on-documents", 3),
    "maker": ("compliance.trained-on-documents", "I did"),
    "material": ("compliance.trained-on-documents", "slides"),
}


@pytest.mark.parametrize(
    ("answers", "after"),
    [
        ({}, "Drafted compliance documents and trained staff"),
        (KINDS, "Drafted compliance policies and procedures and trained staff"),
        (
            TRAINED,
            "Drafted compliance documents, wrote the training slides and trained 45 staff in 3 "
            "departments",
        ),
        (
            KINDS | TRAINED,
            "Drafted compliance policies and procedures, wrote the training slides and trained "
            "45 staff in 3 departments",
        ),
    ],
    ids=["nothing", "kinds", "training", "all"],
)
def test_each_answer_adds_what_it_licenses_and_no_more(reframer, answers, after):
    assert reframer.suggest(DUTY, position=POST, ledger=ledger(DUTY, **answers)).after == after


def test_two_drafts_in_one_line_share_one_comma(reframer):
    answers = ledger(
        PHONES,
        calls=("administrative.answered-phones", 40),
        reach=("administrative.answered-phones", "I did"),
        conflicts=("administrative.scheduled-appointments", "I did"),
    )
    after = reframer.suggest(PHONES, ledger=answers).after
    assert ",," not in after
    assert after.endswith("scheduled appointments for 3 attorneys and settled calendar conflicts")
    assert after.count("scheduled appointments") == 1


def test_an_estimate_prints_as_about(reframer):
    answers = Ledger().answer(
        f"{bullet_id(PHONES)}/administrative.answered-phones/calls", "40", basis="estimate"
    )
    assert "about 40 calls a day" in reframer.suggest(PHONES, ledger=answers).after


@pytest.mark.parametrize(
    "answer",
    [
        {"value": "40"},
        {"value": "40", "basis": "record", "print_ok": False},
        {"value": "not sure", "basis": "record"},
    ],
    ids=["no basis", "no leave to print", "not sure"],
)
def test_a_figure_without_basis_or_leave_prints_nothing(reframer, answer):
    value = answer.pop("value")
    answers = Ledger().answer(
        f"{bullet_id(PHONES)}/administrative.answered-phones/calls", value, **answer
    )
    suggestion = reframer.suggest(PHONES, ledger=answers)
    assert suggestion.after == PHONES
    assert "40" not in "".join(q.unlocks for q in suggestion.questions)


def test_every_word_of_a_draft_names_its_answer_or_rule(reframer):
    suggestion = reframer.suggest(DUTY, position=POST, ledger=ledger(DUTY, **KINDS, **TRAINED))
    origins = {suggestion.after[p.start : p.end]: p.origin for p in suggestion.provenance}
    assert origins["45"].startswith("answer:")
    assert origins["slides"].startswith("answer:")
    assert any(origin == "rule:compliance.trained-on-documents" for origin in origins.values())
    assert apply(suggestion.before, suggestion.edits) == suggestion.after
    assert {"compliance.drafted-documents", "compliance.trained-on-documents"} == set(
        suggestion.rule_ids
    )
    assert all(bullet_id(DUTY) in answer for answer in suggestion.answer_ids)


@pytest.mark.parametrize(
    "claim",
    [
        "everything; I spearheaded the company's first program",
        "all policies, fully compliant",
        "policies that cut incidents by 40%",
    ],
)
def test_a_clients_boast_in_a_slot_is_no_proof(reframer, claim):
    answers = ledger(DUTY, kinds=("compliance.drafted-documents", claim))
    after = reframer.suggest(DUTY, position=POST, ledger=answers).after
    for word in ("spearheaded", "first", "all policies", "fully", "cut", "40%"):
        assert word not in after


def test_an_answer_to_another_bullet_licenses_nothing_here(reframer):
    other = ledger("Drafted compliance documents for the board", **KINDS)
    assert reframer.suggest(DUTY, position=POST, ledger=other).after == (
        "Drafted compliance documents and trained staff"
    )


def test_a_current_job_drafts_in_the_present(reframer):
    answers = ledger(DUTY, **KINDS, **TRAINED)
    after = reframer.suggest(DUTY, position=POST, ledger=answers, current=True).after
    assert after == (
        "Draft compliance policies and procedures, write the training slides and train 45 staff "
        "in 3 departments"
    )


def test_an_answer_in_the_first_person_is_not_printed(reframer):
    answers = ledger(DUTY, kinds=("compliance.drafted-documents", "my policies and our forms"))
    after = reframer.suggest(DUTY, position=POST, ledger=answers).after
    assert after == "Drafted compliance documents and trained staff"
