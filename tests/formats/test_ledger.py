"""The ledger: readable, editable, written whole, and clear about what is wrong with it."""

import datetime

import pytest

from reframe import Ledger
from reframe.errors import LedgerError, ReframeError

Q = "drafted-documents-1a2b3c/compliance.drafted-documents/kinds"


def test_a_ledger_comes_back_as_it_was_saved(tmp_path):
    ledger = (
        Ledger(client="Mara Quill")
        .answer(Q, "policies, procedures: both", on=datetime.date(2026, 1, 31), question="Kinds?")
        .answer("a/b/n", 45, basis="estimate", by="document", print_ok=False, signed_off=True)
        .answer("a/b/parts", ["written rules", "training"])
        .answer("a/b/first", True)
    )
    ledger.save(tmp_path / "mara.ledger.yaml")
    assert Ledger.load(tmp_path / "mara.ledger.yaml") == ledger
    assert ledger.get("a/b/first").value == "yes"


def test_the_same_answers_give_the_same_text():
    one = Ledger().answer(Q, "policies").answer("a/b/n", "4", basis="record")
    assert one.dump() == Ledger.parse(one.dump()).dump()


def test_a_new_answer_takes_the_place_of_the_old_one_and_the_old_ledger_stays():
    old = Ledger().answer(Q, "forms")
    new = old.answer(Q, "policies")
    assert (old.get(Q).value, new.get(Q).value, len(new)) == ("forms", "policies", 1)
    assert len(new.without(Q)) == 0


def test_an_empty_file_is_an_empty_ledger(tmp_path):
    (tmp_path / "empty.yaml").write_text("")
    assert Ledger.load(tmp_path / "empty.yaml") == Ledger()


BROKEN = """\
schema: 1
answers:
  - question: a/b/c
    answer: policies
    basis: guess
    colour: red
  - answer: no question
  - question: a/b/d
    answer: {a: 1}
    print: maybe
"""


def test_every_problem_is_told_with_its_line():
    with pytest.raises(LedgerError) as caught:
        Ledger.parse(BROKEN, name="mara.yaml")
    told = str(caught.value).splitlines()
    assert [line.split(" ")[0] for line in told] == [
        "mara.yaml:6:5:", "mara.yaml:5:5:", "mara.yaml:7:5:", "mara.yaml:9:5:", "mara.yaml:10:5:",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("schema: 3\nanswers: []", "schema 3 is newer than 2.*update reframe"),
        ("schema: 0\nanswers: []", "schema 0 is none that was ever written"),
        ("answers: []", "schema None is none"),
        ("- a list", "this is no ledger"),
        ("schema: 1\nanswers: three", "'answers' is a list"),
        ("schema: 1\n  answers: [", "not valid YAML"),
    ],
)
def test_what_is_no_ledger_is_refused(text, told):
    with pytest.raises(LedgerError, match=told):
        Ledger.parse(text)


def test_a_missing_ledger_is_one_clear_line(tmp_path):
    with pytest.raises(LedgerError, match="no such ledger"):
        Ledger.load(tmp_path / "none.yaml")


def test_programming_mistakes_are_value_errors():
    with pytest.raises(ValueError, match="basis is one of"):
        Ledger().answer(Q, "4", basis="guess")
    with pytest.raises(ValueError, match="by is one of"):
        Ledger().answer(Q, "4", by="somebody")
    with pytest.raises(ValueError, match="an answer is text"):
        Ledger().answer(Q, {"a": 1})


def test_nothing_half_written_is_left_behind(tmp_path):
    folder = tmp_path / "file"
    folder.write_text("a file where a folder is wanted")
    with pytest.raises(ReframeError, match="cannot be written"):
        Ledger().save(folder / "mara.yaml")
    assert [p.name for p in tmp_path.iterdir()] == ["file"]


VERSION_1 = """\
# Confirmed answers.
schema: 1
client: Mara Quill
answers:
  - question: a/b/n
    asked: How many?
    answer: '44'
    basis: estimate
    by: client
    on: '2025-09-08'
  - question: a/b/kinds
    answer: policies
    by: document
    signed_off: yes
  - question: a/b/n
    asked: How many?
    answer: '45'
    basis: record
    by: document
    print: no
"""


def test_a_ledger_of_version_1_is_read_and_saved_as_todays():
    ledger = Ledger.parse(VERSION_1)
    assert ledger.client == "Mara Quill"
    number, kinds = ledger.get("a/b/n"), ledger.get("a/b/kinds")
    # The later of two answers stood; today they would be disputed.
    assert (number.value, number.basis, number.by, number.print_ok) == (
        "45", "record", "document", False,
    )  # fmt: skip
    assert (kinds.value, kinds.signed_off) == ("policies", True)
    today = ledger.dump()
    assert "schema: 2" in today
    assert Ledger.parse(today) == ledger


def test_a_problem_in_an_old_ledger_is_told_with_its_own_line():
    broken = VERSION_1.replace("by: document\n    signed_off", "by: nobody\n    signed_off")
    with pytest.raises(LedgerError, match=r"old\.yaml:13:5: by is one of"):
        Ledger.parse(broken, name="old.yaml")


TWO_ANSWERS = """\
schema: 2
answers:
  - question: a/b/n
    answer: '44'
    basis: counted
  - question: a/b/kinds
    answer: policies
  - question: a/b/n
    answer: '45'
    basis: record
"""


def test_two_different_answers_to_one_question_license_nothing_until_one_is_removed():
    ledger = Ledger.parse(TWO_ANSWERS)
    assert ledger.get("a/b/n") is None
    assert [a.value for a in ledger.disputed] == ["44", "45"]
    text = ledger.dump()
    assert Ledger.parse(text) == ledger
    assert "Two different answers" in text
    one = text.replace("'44'", "'45'").replace("basis: counted", "basis: record")
    assert Ledger.parse(one).get("a/b/n").value == "45"
    assert ledger.answer("a/b/n", "46", basis="record").disputed == ()


def test_every_answer_has_a_short_name_to_cite_it_by():
    ledger = Ledger().answer(Q, "policies").answer("a/b/n", "4", basis="record")
    names = [answer.ledger_id for answer in ledger]
    assert len(set(names)) == 2
    assert all(f"id: {name}" in ledger.dump() for name in names)


def test_a_person_may_leave_the_short_name_out():
    text = "schema: 2\nanswers:\n  - question: a/b/c\n    answer: yes\n"
    assert Ledger.parse(text).dump().count("id: a") == 1
