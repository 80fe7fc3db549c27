"""What acts with a particle are called, and the acts themselves, which stay two words."""

import tomllib

import pytest

from reframe.bundled import bundled
from tests.core.mending import mended


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Drew a mock up of the stage", "Drew a mock-up of the stage"),
        ("Wrote the shift hand over report", "Wrote the shift handover report"),
        ("Swept floors and did barn clean up.", "Swept floors and did barn cleanup."),
        ("Hired as back up cook", "Hired as backup cook"),
        ("Attended daily stand up", "Attended daily stand-up"),
        ("Oversaw the build out of two shops", "Oversaw the build-out of two shops"),
        ("Wrote the roll out plan", "Wrote the rollout plan"),
        ("Led kick off meetings for kick off meetings", "Led kick off meetings for kickoff meetings"),
        ("Lowered turn over from 40% to 20%", "Lowered turnover from 40% to 20%"),
        ("Oversaw shut down of boilers", "Oversaw shutdown of boilers"),
        ("Gave them feed back each week", "Gave them feedback each week"),
        ("Handle guest check in and check out", "Handle guest check-in and checkout"),
        ("Made sure the walk in was cold", "Made sure the walk-in was cold"),
        ("Handled trade ins and write offs", "Handled trade-ins and write-offs"),
        ("Trained crews on lock out/tag out", "Trained crews on lockout/tagout"),
        ("Kept lock out tag out procedures", "Kept lockout/tagout procedures"),
        ("Drove a stand up forklift", "Drove a stand-up forklift"),
        ("Led an after school reading program", "Led an after-school reading program"),
        ("Greeted walk in guests and built walk in closets", "Greeted walk-in guests and built walk-in closets"),
        ("Taught pupils one on one with care", "Taught pupils one-on-one with care"),
        ("Worked with pupils one on one.", "Worked with pupils one-on-one."),
        ("Ran the end of day reports", "Ran the end-of-day reports"),
        ("Sent hand written notes to tax payers", "Sent handwritten notes to taxpayers"),
    ],
)  # fmt: skip
def test_what_an_act_is_called(before, after):
    assert mended(before) == after


@pytest.mark.parametrize(
    "line",
    [
        "Cleaned up the barn and backed up the servers",
        "Helped clean up the barn",
        "Asked to roll out the plan",
        "Back up the servers and roll out plans",
        "Stood up forklifts",
        "Helped a guest check in and pay",
        "Helped new cooks get set up",
        "The crew set up and left",
        "Ran the shop that the office manager set up.",
        "Manned the booth set up by the door",
        "Took the stand down",
        "Brought the line up, then left",
        "Watched the line up to the door",
        "Saw a break in service and a drop in sales",
        "Tracked the change over time",
        "Found that these dont make up for the loss",
        "Wrote the price mark up to 5%",
        "Kept the risk log in Confluence",
        "Updated the call log on night shifts",
        "Worked with staff to shut down and clean up",
        "Told the guests to walk in and sit down",
        "Was one on one of the teams",
        "Ran the chess club after school.",
        "Set up loading docks and ended up selling them",
        "Picked up loaded trailers",
    ],
)
def test_an_act_stays_two_words(line):
    assert mended(line) == line


def test_no_entry_changes_a_letter():
    """A wrong entry would put another word into a line."""
    with bundled("data", "tables", "hyphens.toml").open("rb") as table:
        maps = tomllib.load(table)["maps"]
    for name in ("joined_nouns", "particle_nouns", "hyphened_ways"):
        for typed, right in maps[name].items():
            assert typed.replace(" ", "") == right.replace("-", "")
            assert typed != right
