"""Small words that came apart or sound like others: "in to", "thru", "there"."""

import pytest

from tests.core.mending import mended


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Entered bills in to the ledger", "Entered bills into the ledger"),
        ("Did data entry of bills in to a ledger", "Did data entry of bills into a ledger"),
        ("Piped counts from mills in to SQL tables", "Piped counts from mills into SQL tables"),
        ("Loaded crates on to trucks", "Loaded crates onto trucks"),
        ("Moved the crew off paper and on to tablets", "Moved the crew off paper and onto tablets"),
        ("Fed cats that stay over night.", "Fed cats that stay overnight."),
        ("Sold over night shipping", "Sold overnight shipping"),
        ("Shipped pens thru UPS", "Shipped pens through UPS"),
        ("Worked along side the cook", "Worked alongside the cook"),
        ("Sold no more then 20 pens", "Sold no more than 20 pens"),
    ],
)  # fmt: skip
def test_one_small_word(before, after):
    assert mended(before) == after


@pytest.mark.parametrize(
    "line",
    [
        "Helped guests log in to the system",
        "Called in to the hotline",
        "Called vendors in to the office",
        "Came in to help",
        "Phoned orders from home in to the shop",
        "Turned lost bags in to the front desk",
        "Stayed in to load trucks",
        "Loaded what came in to save time",
        "Moved on to the next shop",
        "Passed letters on to the cook",
        "Went on to manage the shop",
        "Loaded trucks and went on to the next dock",
        "Had charge over night staff",
        "Worked the drive thru window and the drive-thru",
        "Drove along side streets",
    ],
)
def test_two_small_words(line):
    assert mended(line) == line


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Helped owners track there progress", "Helped owners track their progress"),
        ("Cooked for guests in there homes", "Cooked for guests in their homes"),
        ("Kept the diary of two cooks and booked there travel.", "Kept the diary of two cooks and booked their travel."),
        ("Trained cooks for there first two shifts", "Trained cooks for their first two shifts"),
        ("Drove guests to there medical appointments", "Drove guests to their medical appointments"),
        ("Sent tools as per there need", "Sent tools as per their need"),
    ],
)  # fmt: skip
def test_whose_it_is(before, after):
    assert mended(before) == after


@pytest.mark.parametrize(
    "line",
    [
        "Kept order there while guests ate",
        "Worked there weekends",
        "Unloaded the truck there",
        "Sold pens from there each day",
        "Found there was no stock",
        "Did well there for two years",
        "Cleaned there daily",
        "Asked for there to be a second till",
    ],
)
def test_where_it_is(line):
    assert mended(line) == line
