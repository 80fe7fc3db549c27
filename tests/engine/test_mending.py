"""A line is mended before it is read: what comes out is about the line as the client typed it."""

import pytest

from reframe import Reframer, apply


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Responsible for recieving goods", "Received goods"),
        ("- responsible of filing the the invoices", "Filed the invoices"),
        ("Answered phones, filed reports, greeted visitors", "Answered phones, filed reports, and greeted visitors"),
        ("Helped with month-end close  and Reconciled 40 accounts", "Reconciled 40 accounts and supported the month-end close"),
    ],
)  # fmt: skip
def test_a_mended_line_is_reworded(reframer, before, after):
    suggestion = reframer.suggest(before)
    assert suggestion.after == after
    assert suggestion.before == before
    assert apply(before, suggestion.edits) == after
    assert not reframer.check(before, after)


def test_a_line_nobody_can_read_is_mended_all_the_same(reframer):
    suggestion = reframer.suggest("Liaison Excel the of and  reports Managed by")
    assert not suggestion.confident
    assert suggestion.after == "Liaison Excel the of and reports Managed by"
    assert {edit.kind for edit in suggestion.edits} <= {"mechanics", "spelling"}


def test_a_repair_stands_alone_among_the_alternatives(reframer):
    suggestion = reframer.suggest("Responsible for recieving goods")
    assert suggestion.alternatives[-1].text == "Responsible for receiving goods"


def test_a_repaired_word_is_the_same_word_for_the_guard(reframer):
    assert not reframer.check("Recieved equipments", "Received equipment")
    assert reframer.check("Recieved equipments", "Repaired equipment")


def test_a_doubt_is_told_and_nothing_is_done(reframer):
    suggestion = reframer.suggest("Filed reports (daily and weekly")
    assert not suggestion.changed
    assert suggestion.doubts == ("A bracket is opened or closed alone.",)


def test_the_spelling_asked_for():
    british = Reframer(locale="uk")
    assert british.suggest("Responsible for organizing color labels").after == (
        "Organised colour labels"
    )
    american = Reframer(locale="us")
    line = "Organised the centre's cheques"
    suggestion = american.suggest(line)
    assert suggestion.after == "Organized the center's checks"
    assert not american.check(line, suggestion.after)


def test_without_a_locale_each_keeps_its_own(reframer):
    line = "Organised colour labelling at the centre"
    assert not reframer.suggest(line).changed


def test_another_locale_is_refused():
    with pytest.raises(ValueError, match="us, uk, ca"):
        Reframer(locale="fr")
