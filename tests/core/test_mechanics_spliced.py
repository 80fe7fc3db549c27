"""Acts of one line that do not hold together, and the form that an act takes behind "to"."""

import pytest

from tests.core.mending import mended


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "Support cooks with new menus, provide more help",
            "Support cooks with new menus and provide more help",
        ),
        (
            "Support cooks and bakers with menus, provide more help",
            "Support cooks and bakers with menus, and provide more help",
        ),
        (
            "Mended old nets for the harbor, wrote new tags",
            "Mended old nets for the harbor and wrote new tags",
        ),
        (
            "Answered calls from owners and provide care",
            "Answered calls from owners and provided care",
        ),
        ("Maintained and coordinates staff rotas", "Maintained and coordinated staff rotas"),
        (
            "Checked papers and accountable for the till",
            "Checked papers and was accountable for the till",
        ),
        (
            "Worked with local and distant teams to prioritizing items",
            "Worked with local and distant teams to prioritize items",
        ),
        (
            "Used proven strategies to solving complex riddles",
            "Used proven strategies to solve complex riddles",
        ),
        ("Baked with a goal to win prizes", "Baked with a goal of winning prizes"),
        (
            "Checked bolts to ensure guest safety is achieved",
            "Checked bolts to ensure guest safety",
        ),
    ],
)
def test_acts_that_are_held_together(before, after):
    assert mended(before) == after


@pytest.mark.parametrize(
    "line",
    [
        "Sort mail for guests, provide maps and answer calls",
        "Helped guests find a seat and provide feedback",
        "Hired to run the shop and maintain records",
        "Worked on mending nets and maintain records",
        "Kept staff informed and involved in plans",
        "Used web methods like post and get requests",
        "Nominated for prizes, wrote new songs",
        "Planned a gala for the school, raised the roof",
    ],
)
def test_acts_that_stay(line):
    assert mended(line) == line


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "Gave direct patient care which may include baths",
            "Gave direct patient care, which may include baths",
        ),
        ("Ran tests on Docker which hosts the shop", "Ran tests on Docker, which hosts the shop"),
        (
            "Ran Farm Services including Barn Care, Field Work, and Fence Repair",
            "Ran Farm Services, including Barn Care, Field Work, and Fence Repair",
        ),
    ],
)
def test_what_is_only_told_more_of_stands_behind_a_comma(before, after):
    assert mended(before) == after


@pytest.mark.parametrize(
    "line",
    [
        "Did a set of duties which included a test",
        "Wrote a Java which ran on toasters",
        "Met owners and vendors including old friends",
    ],
)
def test_what_picks_one_out_stays(line):
    assert mended(line) == line


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Responsible to maintain the shop", "Responsible for maintaining the shop"),
        (
            "In charge to open the shop and maintain records",
            "In charge of opening the shop and maintaining records",
        ),
        ("Involved to develop new tools", "Involved in developing new tools"),
        ("Maintains and provide records", "Maintains and provides records"),
        ("Gained exposure on new tools", "Gained exposure to new tools"),
        (
            "Duties were but not limited to baking",
            "Duties included but were not limited to baking",
        ),
    ],
)
def test_the_form_and_the_tie_that_a_word_wants(before, after):
    assert mended(before) == after


@pytest.mark.parametrize(
    "line",
    [
        "Responsible to the owner of the shop",
        "Responsible to greet diners, seat them, and take orders",  # "seat" may be a thing
        "Had the sole responsibility of feeding goats",
        "Reports and update cycles",
    ],
)
def test_forms_and_ties_that_stay(line):
    assert mended(line) == line
