"""Plurals that took an apostrophe, and owners that keep it."""

import pytest

from tests.core.mending import mended


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Filed 1099's.", "Filed 1099s."),
        ("Sorted W-2's and K-1's", "Sorted W-2s and K-1s"),
        ("Painted a flock of F-16's before each show", "Painted a flock of F-16s before each show"),
        ("Coached swimmers in their 20's", "Coached swimmers in their 20s"),
        ("Held the oven in the low 80's with care", "Held the oven in the low 80s with care"),
        ("Rewired a 1930's farmhouse", "Rewired a 1930s farmhouse"),
    ],
)
def test_a_number_in_the_plural(before, after):
    assert mended(before) == after


@pytest.mark.parametrize(
    "line",
    [
        "Sold more than in 2019's best month",
        "Beat 2019's by 5%",
        "Beat Q3's by 5%",
        "Read the 401(k)'s rules",
        "Signed the W-2's cover sheet",
        "Read form 12's notes",
    ],
)
def test_a_number_that_owns(line):
    assert mended(line) == line


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Gave product demo's to owners", "Gave product demos to owners"),
        ("Scanned receipt's per day", "Scanned receipts per day"),
        ("Wrote field test's and notes for a mill", "Wrote field tests and notes for a mill"),
        ("Scanned bill's and receipts", "Scanned bills and receipts"),
        ("Drove convoy's, also cooked", "Drove convoys, also cooked"),
        ("Mopped 12 hotel room's per shift", "Mopped 12 hotel rooms per shift"),
        ("Paid for 40 lifeguard's and their whistles", "Paid for 40 lifeguards and their whistles"),
        ("Thanked all volunteer's during the fair", "Thanked all volunteers during the fair"),
        ("Parked vehicles' in the yard", "Parked vehicles in the yard"),
        ("Taught over 30 students', then tested them", "Taught over 30 students, then tested them"),
        ("Has 5 years' of work on boats", "Has 5 years of work on boats"),
        ("Answered when both vet tech's were out", "Answered when both vet techs were out"),
        ("Packed lunch box's for camp", "Packed lunch boxes for camp"),
        ("Drew planogram's and change out signs", "Drew planograms and change out signs"),
        ("Held design review's and wrote notes.", "Held design reviews and wrote notes."),
        ("Led tests, class conference's, lunch duty", "Led tests, class conferences, lunch duty"),
        ("Taught drills and other kiln technique's for bowls", "Taught drills and other kiln techniques for bowls"),
    ],
)  # fmt: skip
def test_a_noun_that_can_own_nothing(before, after):
    assert mended(before) == after


@pytest.mark.parametrize(
    "line",
    [
        "Sat with guests at the dentist's",
        "Sorted the client's and the firm's records",
        "Sorted client's and firm's records",
        "Worked at McDonald's in the summer",
        "Kept losses lower than the branch's in the north",
        "Gave a demo's to the crew",  # one or many, nobody can tell
        "Checked that equipment's in order",
        "Sold product's and service features",
        "Compared sales with last quarter's for the board",
        "Beat the old model's by 5%",
        "Sold men's, women's and children's shoes",
        "Wrote down what 'the customers' in the shop said",
        "Met the patients' and the nurses' needs",
        "Drove each team's van",
        "Drew a plan's and change out signs",
        "Read other equipment's for errors",
    ],
)
def test_a_noun_that_may_own(line):
    assert mended(line) == line


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Answered visitor's questions", "Answered visitors' questions"),
        ("Drew plans that meet new visitor's needs", "Drew plans that meet new visitors' needs"),
        ("Cooked to guests dietary needs", "Cooked to guests' dietary needs"),
        ("Filed slides for professors research", "Filed slides for professors' research"),
        ("Noted changes in clients mood", "Noted changes in clients' mood"),
        ("Drove to state sheriffs departments", "Drove to state sheriff's departments"),
    ],
)
def test_who_owns_in_the_plural(before, after):
    assert mended(before) == after


@pytest.mark.parametrize(
    "line",
    [
        "Answered a visitor's questions",
        "Answered the last visitor's questions",
        "Answered warehouse visitor's questions",
        "Met the guard's and visitor's needs",
        "Cut the cloth to customer's order",  # one order, one customer
        "Helped pupils research and write papers",
        "Taught clients list making",
    ],
)
def test_who_may_be_one_or_no_owner(line):
    assert mended(line) == line
