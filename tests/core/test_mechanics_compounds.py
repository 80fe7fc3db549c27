"""One word typed as two or with a hyphen, slashes, colons and the names of tools."""

import tomllib

import pytest

from reframe.bundled import bundled
from tests.core.mending import mended


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Kept on-going lists on-line", "Kept ongoing lists online"),
        ("On-going care of boats", "Ongoing care of boats"),
        ("Ran an on going sale", "Ran an ongoing sale"),
        ("Re-stocked shelves and re-wrote labels", "Restocked shelves and rewrote labels"),
        ("Did pay roll and cleared road blocks", "Did payroll and cleared roadblocks"),
        ("Kept the boat on course and ontrack", "Kept the boat on course and on track"),
        ("Multi-tasked in inter-departmental crews", "Multitasked in interdepartmental crews"),
        ("Screen printed shirts and sand blasted parts", "Screen-printed shirts and sandblasted parts"),
        ("Handled route changes and paper work", "Handled route changes and paperwork"),
        ("Stowed carry on bags", "Stowed carry-on bags"),
        ("Did tune ups and quantity take offs", "Did tune-ups and quantity takeoffs"),
        ("Met parents at pick up", "Met parents at pickup"),
        ("Served as back up for the desk", "Served as backup for the desk"),
        ("Assisted with set up and break down of booths", "Assisted with setup and breakdown of booths"),
        ("Paid for set up and tear down of stalls", "Paid for setup and teardown of stalls"),
        ("Fixed each new laptop set up.", "Fixed each new laptop setup."),
        ("Cared for them selves and others", "Cared for themselves and others"),
        ("Read county-wide and state wide mail", "Read county-wide and state wide mail"),
        ("Sent county-wide mail on a state wide line", "Sent county-wide mail on a state-wide line"),
        ("Sent mail on a state wide line", "Sent mail on a statewide line"),
    ],
)  # fmt: skip
def test_one_word_is_written_as_one(before, after):
    assert mended(before) == after


@pytest.mark.parametrize(
    "line",
    [
        "Re-created the sign and re-signed the lease",  # not "recreated", not "resigned"
        "Co-ordinated tours and met co-workers",
        "Set up tents, backed up files and checked in with any one of the guides",
        "Waited on line 3 and dealt with in person calls over time",
        "Turned around as every day began",
        "Did book and house keeping",
        "Booked a room that the office manager set up",
        "Helped guests check in and pay",
        "Had the stage set up and lit",
        "Sold seats on the On-Line Desk",
        "Found that networking and net working capital differ",
    ],
)
def test_two_words_may_be_two(line):
    assert mended(line) == line


def test_no_entry_changes_a_letter():
    """A wrong entry would put another word into a line."""
    with bundled("data", "tables", "compounds.toml").open("rb") as table:
        maps = tomllib.load(table)["maps"]
    for name in ("closed_words", "unhyphened"):
        for typed, right in maps[name].items():
            bare = right.replace(" ", "").replace("-", "")
            assert typed.replace(" ", "").replace("-", "") == bare
            assert typed != right


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Mended HF/ VHF sets", "Mended HF/VHF sets"),
        ("Sold pens and /or ink", "Sold pens and/or ink"),
        ("Answered questions/ concerns of guests", "Answered questions/concerns of guests"),
        ("Sorted mail (letters/cards/ parcels)", "Sorted mail (letters/cards/parcels)"),
    ],
)
def test_a_slash_joins_two_words(before, after):
    assert mended(before) == after


@pytest.mark.parametrize(
    "line",
    [
        "Worked as sales clerk/ driver",  # the whole of "sales clerk"
        "Kept the chart of accounts /adding and moving",
        "Sold cars / vans and boats/ bikes",
        "Moved glass w/ care, c/o the cook, 24/ 7",
        "Worked from 5/ 2010 on",
        "Read files in C:\\temp/ daily",
    ],
)
def test_a_slash_that_may_part_phrases(line):
    assert mended(line) == line


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Responsible for: the monthly close.", "Responsible for the monthly close."),
        ("Duties included: hiring, training", "Duties included hiring, training"),
        ("Responsible for: marketing", "Responsible for marketing"),
        ("In charge of: opening the shop", "In charge of opening the shop"),
    ],
)
def test_an_opener_leads_on_without_a_colon(before, after):
    assert mended(before) == after


@pytest.mark.parametrize(
    "line",
    [
        "Responsible for: payroll, taxes, mail.",
        "Responsible for: payroll and taxes",
        "Duties included: Led the crew. Sold boats.",
        "Responsible for: answer calls",
        "Responsible for: opening; closing; cash",
        "Sold three things: pens, paper, and ink",
    ],
)
def test_a_colon_in_front_of_a_list(line):
    assert mended(line) == line


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Built lists in excel and sql", "Built lists in Excel and SQL"),
        ("Kept lists in word, excel and powerpoint", "Kept lists in Word, Excel and PowerPoint"),
        ("Taught word, excel, and powerpoint to guests", "Taught Word, Excel, and PowerPoint to guests"),
        ("Taught microsoft word, excel and access to files", "Taught Microsoft Word, Excel and access to files"),
        ("Drew an excel spreadsheet", "Drew an Excel spreadsheet"),
        ("Taught pilates every monday in july", "Taught Pilates every Monday in July"),
        ("Drew slides in Power Point and java script", "Drew slides in PowerPoint and JavaScript"),
        ("Wrote in microsoft word", "Wrote in Microsoft Word"),
        ("Kept notes in google docs", "Kept notes in Google Docs"),
        ("Moved vlans and an html page", "Moved VLANs and an HTML page"),
        ("Wrote tests using python for a python tool", "Wrote tests using Python for a Python tool"),
        ("Kept books in Quickbooks", "Kept books in QuickBooks"),
    ],
)  # fmt: skip
def test_names_of_tools(before, after):
    assert mended(before) == after


@pytest.mark.parametrize(
    "line",
    [
        "Helped crews excel in access control",
        "Spread the word and gave access to teams with a new outlook",
        "Saw a change in outlook",
        "Wrote to www.linkedin.com and shop.sql files",
        "Told guests to excel, word by word",
        "Trained staff using excel, word of mouth and mail",
        "Trained staff in excel, teams and sales",
        "Took the slack out of the line on zoom",
        "Fed a python and drank java",
        "Wired the power point and linked in the share point",
        "Linked In marketing plans to budgets",
    ],
)
def test_everyday_words_are_no_tools(line):
    assert mended(line).replace("Excel", "excel") == line


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Met all mission essential goals", "Met all mission-essential goals"),
        ("Gave the highest quality service", "Gave the highest-quality service"),
        ("Gave the highest quality of service", None),
        ("Ran requirements gathering sessions", "Ran requirements-gathering sessions"),
        ("Ran a full service, million dollar boatyard", "Ran a full-service, million-dollar boatyard"),
        ("Managed a 2 million dollar budget", None),
        ("Sold FDA approved drugs", "Sold FDA-approved drugs"),
        ("Filed papers when FDA approved drugs came in", None),
        ("Sold parts of IBM compatible machines", "Sold parts of IBM-compatible machines"),
        ("Improved on time delivery of milk", "Improved on-time delivery of milk"),
        ("Delivered milk on time each day", None),
        ("Painted a 9,000 square foot barn", "Painted a 9,000-square-foot barn"),
        ("Painted 9,000 square feet of walls", None),
        ("Led $5,000 in bound orders", None),
        ("Ran fire walls and head counts", "Ran fire walls and headcounts"),
        ("Sent an email and two e-mails", "Sent an email and two emails"),
    ],
)  # fmt: skip
def test_more_compounds_in_front_of_a_noun(before, after):
    assert mended(before) == (after or before)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Used WIN95 and CISCO gear", "Used Windows 95 and Cisco gear"),
        ("Set up Palo alto firewalls", "Set up Palo Alto firewalls"),
        ("Sold End Point Protection in new york", "Sold Endpoint Protection in New York"),
        ("Earned a Bachelors of Arts degree", "Earned a Bachelor of Arts degree"),
    ],
)
def test_more_names(before, after):
    assert mended(before) == after
