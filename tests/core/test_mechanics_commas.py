"""Commas that part nothing and go, and those that a state behind its town wants."""

import pytest

from tests.core.mending import mended


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "Wrote a guide to be handed to farm owners, and trade partners",
            "Wrote a guide to be handed to farm owners and trade partners",
        ),
        ("Took part in lamp tests, and manual work", "Took part in lamp tests and manual work"),
        ("Sold tools to a national, and local chain", "Sold tools to a national and local chain"),
        ("Kept a log, to locate faults", "Kept a log to locate faults"),
        ("Kept a log, in order to find the fault", "Kept a log in order to find the fault"),
        ("Met owners, while selling boats", "Met owners while selling boats"),
        ("Met all owners and cooks, politely", "Met all owners and cooks politely"),
        ("Worked with, teachers and parents", "Worked with teachers and parents"),
    ],
)
def test_a_comma_that_parts_nothing_goes(before, after):
    assert mended(before) == after


@pytest.mark.parametrize(
    "line",
    [
        "Raised the price in March, and sales of tools rose",
        "Brought in new rotas, and overtime fell by 5%",
        "Bought inks and paper, and glue for the shop",
        "Taught the keeping of bees, and garden rules and customs",
        "Wrote, and took photos for, tales of farm life",
        "Trained cooks on, and oversaw the use of, gas ovens",
        "Wrote scripts for my own use only, to sort deeds",
        "Met owners, in line with the law",
        "When it rained, to keep dry I sold hats",
        "Sold boats, hats, and maps",
    ],
)
def test_commas_that_stay(line):
    assert mended(line) == line


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Met owners in Salem, OR as planned", "Met owners in Salem, OR, as planned"),
        ("Sold hats in Reno, Nevada and met goals", "Sold hats in Reno, Nevada, and met goals"),
        (
            "Dug wells at Cold Creek, North Dakota for farms",
            "Dug wells at Cold Creek, North Dakota, for farms",
        ),
    ],
)
def test_a_state_behind_its_town_has_two_commas(before, after):
    assert mended(before) == after


@pytest.mark.parametrize(
    "line",
    [
        "Led the team in the Reno, NV office",
        "Sold hats in Salem, Oregon and Nevada",
        "Sold hats in Ohio, Texas and Utah",
        "Met owners in Reno, NV",
    ],
)
def test_places_that_stay(line):
    assert mended(line) == line


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Worked with tools like Excel, Word.", "Worked with tools like Excel and Word."),
        (
            "Read files with parsers such as SAX, DOM for later use",
            "Read files with parsers such as SAX and DOM for later use",
        ),
        (
            "Taught classes in Math, Science, Reading, Spelling.",
            "Taught classes in Math, Science, Reading, and Spelling.",
        ),
        ("Sorted books by authors, titles.", "Sorted books by authors and titles."),
        ("Led offshore, nearshore crews", "Led offshore and nearshore crews"),
        ("Spoke in a polite helpful manner", "Spoke in a polite, helpful manner"),
        (
            "Met with cooks, school clerks, bus drivers, occupational and speech coaches",
            "Met with cooks, school clerks, bus drivers, and occupational and speech coaches",
        ),
    ],
)
def test_two_things_and_the_last_of_several_names_are_joined(before, after):
    assert mended(before) == after


@pytest.mark.parametrize(
    "line",
    [
        "Worked with tools like Excel, Word, and Access",
        "Worked with tools like Excel, Word",  # it may break off here
        "Dealt with Smith, Jones, Brown, LLC.",
        "Cut grooves along outlines, using chisels.",
        "Handled local, inbound, and outbound calls",
        "Sold hats in Reno, Nevada, USA.",
    ],
)
def test_rows_that_stay(line):
    assert mended(line) == line
