"""What is told of many stands in the plural, one thing has its article."""

import pytest

from tests.core.mending import mended


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Planned menus to meet guest need.", "Planned menus to meet guest needs."),
        ("Answered member question by phone", "Answered member questions by phone"),
        ("Kept shop rules and regulation", "Kept shop rules and regulations"),
        ("Cut food and labor cost by 5%", "Cut food and labor costs by 5%"),
        ("Explained care plans and cost to guests", "Explained care plans and costs to guests"),
        (
            "Filed maps, index card, and old photos",
            "Filed maps, index cards, and old photos",
        ),
        ("Ran blood tests and drug screen", "Ran blood tests and drug screens"),
        ("Sold to various health food client", "Sold to various health food clients"),
        ("Called various RESTful API using curl", "Called various RESTful APIs using curl"),
        ("Ran several print equipment", "Ran several pieces of print equipment"),
        ("Wrote offers for project ranging from $5", "Wrote offers for projects ranging from $5"),
        ("Drew 2 Proof of Concepts", "Drew 2 Proofs of Concept"),
        ("Was a point of contacts for guests", "Was a point of contact for guests"),
    ],
)
def test_what_is_told_of_many(before, after):
    assert mended(before) == after


@pytest.mark.parametrize(
    "line",
    [
        "Kept the shop open per guest request",
        "Answered a member question by phone",
        "Kept food and labor cost reports",
        "Met customer need reports",
        "Sorted cards and report to the owner",
        "Ran several equipment rooms",
        "Estimated quantities and cost of wood",
        "Led a team ranging from cooks to bakers",
    ],
)
def test_what_stays_one(line):
    assert mended(line) == line


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Built booking system for the harbor", "Built a booking system for the harbor"),
        ("Tested and developed hybrid app", "Tested and developed a hybrid app"),
        (
            "Tasked with writing official document about boats",
            "Tasked with writing an official document about boats",
        ),
        ("Sells new product called Oak", "Sells a new product called Oak"),
        ("Made signs for entire store", "Made signs for the entire store"),
        ("Took part in all phases of SDLC", "Took part in all phases of the SDLC"),
        ("Sold pans in food industry", "Sold pans in the food industry"),
        ("Greeted guests at front desk", "Greeted guests at the front desk"),
        ("Sold hats for upcoming season", "Sold hats for the upcoming season"),
        ("Built screens using Spring framework", "Built screens using the Spring framework"),
        ("Met owners in Elm Hill area", "Met owners in the Elm Hill area"),
        ("Worked with Tours and Trips department", "Worked with the Tours and Trips department"),
    ],
)
def test_one_thing_has_its_article(before, after):
    assert mended(before) == after


@pytest.mark.parametrize(
    "line",
    [
        "Built booking systems for the harbor",
        "Built booking system screens",
        "Created product design for boats",
        "Developed weekly plan",
        "Read books to entire classes",
        "Wrote SDLC guides",
        "Greeted guests at front desk windows",
        "Cleaned assembly line belts",
        "Sold pans in food industry circles",
        "Worked as Oak project lead",
        "Wrote screens for Oak system users",
        "Met owners in Elm engine and Oak boat circles",
        "Sold hats for upcoming fairs",
    ],
)
def test_articles_that_no_one_lacks(line):
    assert mended(line) == line
