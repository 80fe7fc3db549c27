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
