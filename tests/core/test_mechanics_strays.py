"""Marks that strayed into a line, and slashes and commas that lack."""

import pytest

from tests.core.mending import mended


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Greeted guests\\visitors at the door", "Greeted guests/visitors at the door"),
        ("Ran the Harbor --Depot Network (HDN)", "Ran the Harbor Depot Network (HDN)"),
        ("Worked as a Sand Hauler/ Crane Driver in May", "Worked as a Sand Hauler / Crane Driver in May"),
        ("Sold in India/ Sri Lanka", "Sold in India / Sri Lanka"),
        ("Planned the Backup/ Recovery of two servers", "Planned the backup/recovery of two servers"),
        ("Moved crates and pianos which required heavy lifting", "Moved crates and pianos, which required heavy lifting"),
        ("Counted the cash at night ensuring it was safe", "Counted the cash at night, ensuring it was safe"),
        ("Moved the stock to one barn resulting in a 20% cut", "Moved the stock to one barn, resulting in a 20% cut"),
        ("Bought paint in bulk which saved $300", "Bought paint in bulk, which saved $300"),
    ],
)  # fmt: skip
def test_marks_that_strayed(before, after):
    assert mended(before) == after


@pytest.mark.parametrize(
    "line",
    [
        "Kept the files in C:\\users\\guests",
        "Kept the folder orders\\reports",
        "Sold lamps -- Mostly to guests (MTG)",
        "Ran the Harbor --Depot Network (XYZ)",
        "Wrote a set of rules ensuring calm",
        "Worked in the yard by ensuring calm",
        "Looked into a row of errors resulting in losses",
        "Swept the yard at night ensuring calm, fed goats and milked cows",
        "Led a trial which saved $300",
        "Raked leaves, cut hedges,",  # broken off: what came next is asked
    ],
)
def test_marks_that_stay(line):
    assert mended(line) == line
