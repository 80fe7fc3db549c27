"""A word that acts elsewhere names a thing with the noun behind it, and nobody did it."""

import pytest


@pytest.mark.parametrize(
    "line",
    [
        "Responsible for training materials and running workshops",
        "Duties included hearing aid repairs and tests",
        "Responsible for dying patients and grieving families",
        "Responsible for drinking water sampling and testing kits",
        "Responsible for purchasing department staff",
        "Responsible for operating systems, servers and printers",
        "Responsible for closing costs estimates and preparing deeds",
        "Assisted with opening statements and jury instructions",
        "Managing partner of a two-attorney firm",
        "Train conductor for a railroad",
        "Process engineers and buyers consulted weekly",
        "Pick up and drop off of kids",
        "Responsible for Finding Nemo displays",
        "Volunteer for Meals on Wheels and Save the Children",
        "Support to the regional manager in lease renewals",
        "Responsible for swimming pool maintenance and opening the gate",
        "Responsible for operating expenses and preparing budgets",
        "Responsible for evening shifts and closing the store",
        "Assisted with training sessions",
        "Helped with swimming lessons and games",
        "Helped patients with walking aids",
        "Support tickets for desktop, printers and VPN",
        "Direct mail campaigns to 5,000 homes",
        "Lead paint inspections for rental homes",
        "Close contact with suppliers and carriers",
        "Phone surveys of registered voters",
        "Level 2 technical support for 300 users",
        "Guard at a gated community",
        "Visits to schools to promote reading",
        "Calls to customers about late payments",
        "Decrease in waste of 10%",
    ],
)
def test_a_thing_with_two_names_was_not_done(reframer, line):
    assert reframer.suggest(line).after == line


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Responsible for training new staff and opening accounts", "Trained new staff and opened accounts"),
        ("Responsible for training department heads", "Trained department heads"),
        ("Responsible for closing the store", "Closed the store"),
        ("Helped with training new staff", "Helped train new staff"),
        ("Support customers with new software", "Supported customers with new software"),
        ("Process equipment orders", "Processed equipment orders"),
        ("Lead stretching sessions once a week", "Led stretching sessions once a week"),
        ("Meet with the 40 largest donors", "Met with the 40 largest donors"),
    ],
)  # fmt: skip
def test_what_is_acted_on_tells_the_act(reframer, before, after):
    assert reframer.suggest(before).after == after
