"""What is certain of an unsure line: the tense of the verb that it opens with, and no more."""

from dataclasses import replace

import pytest

from reframe.core.front import front_edits
from reframe.core.opening import MAY_NAME
from reframe.core.phrases import words_of
from reframe.core.reader import RUN_ON
from reframe.core.suggestion import apply
from reframe.core.wording import wording_edits
from tests.core.reading import lexicon, read


def fronted(text: str, *doubts: str) -> str:
    bullet = replace(read(text), confident=False, doubts=doubts or ("the parse finds another act",))
    return apply(text, list(front_edits(bullet, words_of(text), lexicon())))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Attend vendor and crew meetings", "Attended vendor and crew meetings"),
        ("Creates and maintains ledgers for tracking costs", "Created and maintained ledgers for tracking costs"),
        ("Servicing and inspecting lifts", "Serviced and inspected lifts"),
        ("Help plan and carry out drills", "Helped plan and carry out drills"),
        ("Responsible for configuring Ledgerline system.", "Configured Ledgerline system."),
        ("Serves as recording clerk for formal bids", "Served as recording clerk for formal bids"),
        ("Serve as a contact for fixing faults and closing jobs", "Served as a contact for fixing faults and closing jobs"),
        ("Attending scheduled drills", "Attended scheduled drills"),
        ("Regularly attend hearings and audits", "Regularly attended hearings and audits"),
        ("Attend and actively join in reviews", "Attended and actively joined in reviews"),
        ("Apply federal and county rules", "Applied federal and county rules"),
    ],
)  # fmt: skip
def test_the_opening_verbs_take_the_tense_of_the_role(before, after):
    assert fronted(before) == after


@pytest.mark.parametrize(
    "line",
    [
        "Support vector machines and neural networks",  # names, not an act
        "Provide cover and working on special jobs",  # another form follows
        "Searching, booking and cancellation",  # tasks
        "Working knowledge of the till system",
        "Answering calls/booking fittings",
        "Manage vendors: source parts",  # something new begins
        "Responsible for registering guests, fee collection, data entry",
        "Responsible for reducing waste",  # an aim is no result
        "Baking of bread and rolls",  # may name a task
        "Support for 40 desktops and 12 servers",
        "Part of the team that helps patients",
        "Permit drivers to enter and monitors exits",  # another form follows
    ],
)
def test_where_more_would_have_to_move_nothing_does(line):
    assert fronted(line) == line


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "Work in a shared studio and monitor the kilns and racks.",
            "Worked in a shared studio and monitored the kilns and racks.",
        ),
        (
            "Assists the baker with doughs, fillings and glazes, and documents how each batch turned out",
            "Assisted the baker with doughs, fillings and glazes, and documented how each batch turned out",
        ),
        (
            "Respond to parish queries and chase down maps of old wells",
            "Responded to parish queries and chased down maps of old wells",
        ),
        (
            "Assists the clerk in sorting mail, parcels and maps, and monitors desk traffic and queues",
            "Assisted the clerk in sorting mail, parcels and maps, and monitored desk traffic and queues",
        ),
        (
            "Helps to draft rules, directs and coordinates walks such as the spring walk",
            "Helped to draft rules, directed and coordinated walks such as the spring walk",
        ),
        (
            "Respond to parish queries and conduct searches and site visits to settle boundaries",
            "Responded to parish queries and conducted searches and site visits to settle boundaries",
        ),
    ],
)
def test_acts_that_prove_one_another_move_together(before, after):
    assert fronted(before) == after


@pytest.mark.parametrize(
    "line",
    [
        "Work with clerks that sort the post and monitor the queue",  # who monitors?
        "Work on asking tenants to read and sign the forms",
        "Work by checking logs and follow the alerts",  # meant are two acts behind "by"
        "Work in a studio and monitor stands",  # no verb for certain
        "Support for the desk and manage the queue",
        "Work in a studio and pick up trucks",  # trucks may be pick-ups
        "Assists the clerk in sorting mail, parcels and maps, and tracks repair",
        "Let guests choose and pay the bill",
        "Work in a studio, drove the van and load the crates",
        "Work in a studio and monitor the kilns (gas): log the heat",
    ],
)
def test_what_is_not_proven_stays(line):
    assert fronted(line) == line


def test_a_plural_that_ends_a_row_is_no_act_left_behind():
    line = "Supervise 6 clerks and approve large refunds and overrides"
    bullet = replace(read(line), confident=True, doubts=())
    edits = wording_edits(bullet, lexicon(), tense="past")
    assert apply(line, edits) == "Supervised 6 clerks and approved large refunds and overrides"


def test_what_an_article_stands_behind_is_no_name():
    assert (
        fronted("Direct the accounting and payroll", MAY_NAME)
        == "Directed the accounting and payroll"
    )
    assert fronted("Direct accounting and payroll", MAY_NAME) == "Direct accounting and payroll"


def test_a_line_that_may_hold_two_bullets_is_left():
    assert fronted("Attend weekly meetings", RUN_ON) == "Attend weekly meetings"


def test_the_first_person_goes_where_a_sentence_begins_with_its_act():
    bullet = replace(read("I sold cars. I kept logs"), confident=False, doubts=(RUN_ON,))
    edits = wording_edits(bullet, lexicon(), tense="past")
    assert apply(bullet.text, edits) == "Sold cars. Kept logs"
