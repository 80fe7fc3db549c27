"""Drafts by anybody: what says the same in free words passes, and nothing else does."""

import pytest

from reframe import Reframer
from reframe.core.guard_plain import in_plain_words
from reframe.core.lexicon import Lexicon
from tests.core.guard_pairs import read_pairs


def test_edits_of_many_trades_keep_their_floor(reframer: Reframer) -> None:
    pairs = list(read_pairs("edited"))
    missed = [p.after for p in pairs if not p.faithful and not reframer.check(p.before, p.after)]
    passed = [not reframer.check(p.before, p.after) for p in pairs if p.faithful]
    assert missed == []
    assert sum(passed) / len(passed) >= 0.88


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # an opening that names no act
        ("Role required me to lock and unlock classrooms", "Locked and unlocked classrooms"),
        ("I was the one who set the alarm at night", "Set the alarm at night"),
        # a phrase in front of the act
        ("In Excel, built a schedule for 14 drivers", "Built a schedule for 14 drivers in Excel"),
        # mixed forms
        ("Weld frames, grinding seams and paint them", "Welded frames, ground seams and painted them"),
        # other words of the same level
        ("Wrote down the mileage of each truck", "Recorded each truck's mileage"),
        ("Read the gauges every hour and kept the log when the chief was away",
         "Read the gauges hourly and kept the log in the chief's absence"),
        ("Send out past due notice to members", "Sent out past-due notices to members"),
        ("Rated from 3.8 out of 5 to 4.5 out of 5", "Rated from 3.8 to 4.5 out of 5"),
        ("Handled calls from policy holders", "Handled policyholder calls"),
        ("Built rich and responsive pages", "Built rich, responsive pages"),
        ("Translated leases from Spanish to English and vice versa",
         "Translated leases between Spanish and English"),
        ("Trained 200 plus staff over a 3 month period", "Trained 200+ staff over three months"),
        # what an act was made up of, and when it was done
        ("Assisted in month end close, which included posting of entries, under the controller",
         "Assisted with month-end close under the controller, including posting entries"),
        ("When dispatch was short I helped to plan routes", "Helped plan routes when dispatch was short"),
        # names of acts
        ("Payroll processing for 180 employees; answering questions about deductions.",
         "Processed payroll for 180 employees and answered questions about deductions."),
        ("Was tasked with the sorting of mail and its delivery to the wards.",
         "Sorted mail and delivered it to the wards."),
        ("Supervised crews on their tasks ensuring completion of the job.",
         "Supervised crews on their tasks, ensuring completion of the job."),
        # padding
        ("Wrote three (3) guides", "Wrote three guides"),
        ("Cleaned all of the different kinds of kitchen equipment", "Cleaned kitchen equipment"),
        # figures and abbreviations
        ("Worked ten hour shifts four days per week", "Worked 10-hour shifts four days a week"),
        ("Taught English as a second language to adults",
         "Taught English as a second language (ESL) to adults"),
        # a duty that is done by doing it
        ("Responsible for driving vans down to Texas", "Drove vans down to Texas"),
        # an act as a noun
        ("Assisted engineers with the testing of brakes", "Assisted engineers with brake testing"),
    ],
)  # fmt: skip
def test_what_says_the_same_passes(before: str, after: str, reframer: Reframer) -> None:
    assert reframer.check(before, after) == ()


@pytest.mark.parametrize(
    ("before", "after", "cls"),
    [
        ("Role required me to help lock classrooms", "Locked classrooms", "participation"),
        ("In Excel, built a schedule for 14 drivers", "Built a schedule for 13 drivers in Excel", "number"),
        ("Wrote down the mileage of each truck", "Reduced the mileage of each truck", "outcome"),
        ("Worked ten hour shifts four days per week", "Worked 4-hour shifts ten days a week", "relation"),
        ("Sent the manager a list of guests", "Sent the guests a list of managers", "relation"),
        ("Trained staff weekly and filed reports", "Trained staff and filed reports weekly", "relation"),
        ("Sometimes covered for the clerk", "Covered for the clerk", "hedge"),
        ("Was trained by the vendor on the press", "Provided vendor training on the press", "relation"),
        ("Together with two colleagues surveyed the site; I drew the maps",
         "Surveyed the site and, together with two colleagues, drew the maps", "participation"),
        ("Summer 2011 and summer 2012 guarded the pool",
         "Guarded the pool from summer 2011 through summer 2012", "hedge"),
        ("Ran two crews of a total of 40 people", "Ran two 40-person crews", "hedge"),
        ("Was approving refunds and voids whenever store manager was away",
         "Approved refunds and voids on behalf of the store manager", "hedge"),
        ("May be required to relieve gate guards", "Relieved gate guards", "hedge"),
        ("Acme Gas is responsible for laying pipes in the city", "Laid pipes in the city", "relation"),
        ("In charge of ordering supplies", "Ordered supplies", "participation"),
        ("Prepares payroll", "Manages payroll", "verb"),
        ("Was hired to turn around a weak branch", "Turned around a weak branch", "outcome"),
        ("Responsible for reducing costs and filing bids", "Reduced costs and filed bids", "outcome"),
        ("Built a report", "Built reports", "relation"),
        ("Worked to win back lost accounts", "Won back lost accounts", "outcome"),
        ("Nominated by peers for clerk of the year", "Named clerk of the year by peers", "hedge"),
        ("Shipped orders", "Processed and shipped orders", "verb"),
        ("Cleaned the shop", "Set up and cleaned the shop", "verb"),
    ],
)  # fmt: skip
def test_what_says_more_is_refused(before: str, after: str, cls: str, reframer: Reframer) -> None:
    assert cls in {finding.cls for finding in reframer.check(before, after)}


def test_a_finding_stands_where_the_words_stood(reframer: Reframer) -> None:
    before = "Role required me to greet guests at 3 p.m. in order to help on a weekly basis"
    after = "Greeted 40 guests in order to help on a weekly basis"
    found = reframer.check(before, after)
    assert found
    for finding in found:
        text = before if finding.kind == "lost" else after
        assert text[finding.start : finding.end] == finding.text


def test_plain_words_remember_where_they_come_from(lexicon: Lexicon) -> None:
    text = "Filed forms on a weekly basis, as well as maps"
    plain = in_plain_words(text, lexicon, "plain_phrases")
    assert plain.text == "Filed forms weekly, and maps"
    assert len(plain.starts) == len(plain.ends) == len(plain.text)
    at = plain.text.index("maps")
    assert text[plain.starts[at] : plain.ends[at + 3]] == "maps"
