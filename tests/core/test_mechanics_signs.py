"""The sign "&" between ordinary words."""

import pytest

from tests.core.mending import mended


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Planned & ran two fairs", "Planned and ran two fairs"),
        ("Fed cats, dogs, & goats", "Fed cats, dogs, and goats"),
        ("Ran the bar (beer & wine) & grill", "Ran the bar (beer and wine) and grill"),
    ],
)
def test_a_word_for_the_sign(before, after):
    assert mended(before) == after


@pytest.mark.parametrize(
    "line",
    [
        "Led Food & Beverage staff",
        "Wrote to Smith & sons",
        "Ran design & QA",
        "Sold oil & gas and coal",
        "Sold coal and oil & gas",
        "Kept P&L and R & D books",
    ],
)
def test_the_sign_stays_in_names_and_beside_the_word(line):
    assert mended(line) == line
