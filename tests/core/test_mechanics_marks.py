"""Colons behind a verb, brackets, commas between two acts, Latin short forms, signs of numbers."""

import pytest

from tests.core.mending import mended


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("My days included: greeting guests, sweeping floors and feeding goats", "My days included greeting guests, sweeping floors and feeding goats"),
        ("Duties were: Greeting guests and sweeping floors", "Duties were greeting guests and sweeping floors"),
        ("Posts included: Baker, Waiter and Cook", None),  # a list of things keeps its colon
        ("Days included: baking; selling; cleaning", None),
    ],
)  # fmt: skip
def test_a_colon_behind_a_verb(before, after):
    assert mended(before) == (after or before)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "Wrote to teams Sales, Legal, IT, etc.) and others",
            "Wrote to teams (Sales, Legal, IT, etc.) and others",
        ),
        ("Sold goats in the north region).", "Sold goats in the north region."),
        ("Knows two tools (Word and Excel.", "Knows two tools (Word and Excel)."),
        ("Knows two tools (Word and Excel", None),  # it may go on
        ("Fed goats (a) and b) cows", None),
    ],
)
def test_a_bracket_alone(before, after):
    assert mended(before) == (after or before)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Managed schedules, and delegated tasks to clerks", "Managed schedules and delegated tasks to clerks"),
        ("Managed the barn; delegated tasks to clerks", "Managed the barn and delegated tasks to clerks"),
        ("Managed schedules and books, and delegated tasks", None),
        ("Feeds pets including cats, and walks dogs", None),
        ("Wrote plans that worked, and delegated tasks", None),
        ("Ran the shop, and it grew", None),
        ("Fed goats; milked cows and sold cheese", None),
        ("Sold tools including saws, nails and bolts", "Sold tools, including saws, nails and bolts"),
        ("Sold tools including saws", None),
        ("Sold tools including saws and nails to two shops", None),  # the shops got all of the tools
        ("Wrote rules including those that hold for goats and cows", None),
    ],
)  # fmt: skip
def test_two_acts_and_examples(before, after):
    assert mended(before) == (after or before)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Sorted goods i.e. bolts, nuts, etc.", "Sorted goods, e.g., bolts, nuts, etc."),
        ("Helped with books i.e. editing and proofing", "Helped with books, i.e., editing and proofing"),
        ("Sorted goods (i.e. bolts)", None),
        ("Fed goats & also cows", "Fed goats and also cows"),
        ("Gave kitchen and or barn help", "Gave kitchen and/or barn help"),
        ("Wrote to owners on goats.+", "Wrote to owners on goats."),
        ("Wrote in C++", None),
        ("Led teams of 3- 15 cooks", "Led teams of 3-15 cooks"),
        ("Sold maps on time •Kept 2 stalls in Leeds", "Sold maps on time. Kept 2 stalls in Leeds"),
        ("Fed over 15, 000 hens", "Fed over 15,000 hens"),
        ("Cleaned rooms 12, 100 and 114", None),
        ("Handled 4-projects and wrote 3-page notes", "Handled 4 projects and wrote 3-page notes"),
        ("Took the 2-year and 3- or 4-year courses", None),
        ("Sent pine/ Oak / elm", "Sent pine / Oak / elm"),
        ("Ran MongoDB/ Cassandra clusters", "Ran MongoDB/Cassandra clusters"),
    ],
)  # fmt: skip
def test_short_forms_and_stray_marks(before, after):
    assert mended(before) == (after or before)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Grew sales by 20 % in May", "Grew sales by 20% in May"),
        ("Was paid $ 500 a week", "Was paid $500 a week"),
        ("Taught 2 nd and 3 rd grade", "Taught 2nd and 3rd grade"),
        ("Wrote C ++ code", "Wrote C++ code"),
        ("Baked for 10years in a mill", "Baked for 10 years in a mill"),
        ("Ran a 24hour line", "Ran a 24-hour line"),
        ("Open until 8 p.m on Sunday", "Open until 8 p.m. on Sunday"),
        ("Cut 2x4 boards and 5mm rods", None),
        ("Read P&L's and maps", "Read P&Ls and maps"),
        ("Read the P&L's notes", None),
    ],
)
def test_numbers_and_their_signs(before, after):
    assert mended(before) == (after or before)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Helped to setup the stage", "Helped to set up the stage"),
        ("Setup new accounts for guests", "Set up new accounts for guests"),
        ("Setup and tested pumps", "Set up and tested pumps"),
        ("Used a card to login to the till", "Used a card to log in to the till"),
        ("Was asked to followup with guests", "Was asked to follow up with guests"),
        ("Followed-up with guests and picked-up the mail", "Followed up with guests and picked up the mail"),
        ("Setup costs were cut", None),
        ("Had access to backup data each night", None),
        ("Sold picked-up goods", None),
        ("Kept the layout of the hall", None),
    ],
)  # fmt: skip
def test_acts_typed_as_their_names(before, after):
    assert mended(before) == (after or before)
