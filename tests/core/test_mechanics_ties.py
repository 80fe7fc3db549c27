"""Prepositions apart from their verb, what comes again and again, and participles in front."""

import pytest

from tests.core.mending import mended


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Assisted patrons in their garden needs", "Assisted patrons with their garden needs"),
        ("Aided guests in any questions", "Aided guests with any questions"),
        ("Worked with the team for setting new goals", "Worked with the team to set new goals"),
        ("Coordinated with vendors for replacing the pumps", "Coordinated with vendors to replace the pumps"),
        ("Contributed in the design layout of two halls", "Contributed to the design layout of two halls"),
        ("Marked all points of sale that was closed", "Marked all points of sale that were closed"),
    ],
)  # fmt: skip
def test_the_right_tie(before, after):
    assert mended(before) == after


@pytest.mark.parametrize(
    "line",
    [
        "Assisted patrons in their homes",
        "Assisted the cook in the kitchen",
        "Worked with masks for etching glass plates",
        "Worked with vendors for pricing of parts",
        "Worked with customers for training purposes",
        "Worked with the team for two years",
        "Contributed in the design department",
        "Kept a list of points of entry that was posted",
    ],
)
def test_ties_that_stay(line):
    assert mended(line) == line


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Attended weekly status meeting", "Attended weekly status meetings"),
        ("Involved in weekly stand up meeting with cooks", "Involved in weekly stand-up meetings with cooks"),
        ("Prepared daily sales report and sent it out", "Prepared daily sales reports and sent it out"),
        ("Called to provide update on orders", "Called to provide updates on orders"),
        ("Gave status update to the owner", "Gave status updates to the owner"),
    ],
)  # fmt: skip
def test_what_comes_again(before, after):
    assert mended(before) == after


@pytest.mark.parametrize(
    "line",
    [
        "Attended the weekly status meeting",
        "Took weekly meeting notes",
        "Asked drivers to daily report delays",
        "Joined daily report and forecast meetings",
        "Provided an update on orders",
        "Provided update forms to drivers",
    ],
)
def test_what_stands_for_itself(line):
    assert mended(line) == line


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Written shell scripts for archiving", "Wrote shell scripts for archiving"),
        ("Overseen a crew of five", "Oversaw a crew of five"),
        ("Taken courses on bees", "Took courses on bees"),
        ("Given tours to the new crew", "Gave tours to the new crew"),
        ("Shown apartments to tenants", "Showed apartments to tenants"),
    ],
)
def test_participles_in_front(before, after):
    assert mended(before) == after


@pytest.mark.parametrize(
    "line",
    [
        "Written tests were kept",
        "Written and spoken French",
        "Given the task of leading tours to the zoo",
        "Given training to the same level as cooks",
        "Given tours of the plant",
        "Given access to the vault",
        "Chosen by the owner to train cooks",
        "Taken from the shelf",
    ],
)
def test_participles_that_tell_what_was_done_to_one(line):
    assert mended(line) == line


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "Duties included greeting guests, working in a team, training new cooks, wiping down a bar and grill.",
            "Duties included greeting guests, working in a team, training new cooks, and wiping down a bar and grill.",
        ),
        (
            "Tasked with moving crates within a yard, painting the crates in red, loading ships.",
            "Tasked with moving crates within a yard, painting the crates in red, and loading ships.",
        ),
    ],
)  # fmt: skip
def test_the_last_and_of_a_row_of_acts(before, after):
    assert mended(before) == after


@pytest.mark.parametrize(
    "line",
    [
        "Duties included greeting guests at the door, filling the bar, ensuring calm at night",
        "Duties included greeting guests at the door, and filling the bar, wiping the floor of it",
        "Duties included greeting guests at the door, wiping the bar",
        "Duties included answering phones at night, greeting guests, scheduling and supply duties",
    ],
)
def test_rows_that_stay(line):
    assert mended(line) == line


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Acted as conduit between two shops", "Acted as a conduit between two shops"),
        ("Aim: To use my skills as a baker", "Aim: To use skills as a baker"),
        ("Helped guests with my knowledge of wines", "Helped guests with knowledge of wines"),
        ("Sat in on requirement gathering sessions", "Sat in on requirements-gathering sessions"),
    ],
)
def test_set_words(before, after):
    assert mended(before) == after


@pytest.mark.parametrize(
    "line", ["Served as backup to the cook", "Served as liaison between two shops"]
)
def test_a_post_needs_no_article(line):
    assert mended(line) == line
