"""Lines that go on naming duties: no "my", and the tense of the role."""

import pytest


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("My main responsibilities were sales and stock.", "Main responsibilities were sales and stock."),
        ("Duties include, but are not limited to, event design and budgets.", "Duties included, but were not limited to, event design and budgets."),
        ("Other tasks include network cabling.", "Other tasks included network cabling."),
        ("Daily tasks are the till and the shelves.", "Daily tasks were the till and the shelves."),
        ("Duties include filing mail and answering phones.", "Filed mail and answered phones."),
        ("Activities involve the weekly audit", "Activities involved the weekly audit"),
        ("My responsibility includes the tills.", "Responsibility included the tills."),
    ],
)  # fmt: skip
def test_duties_stand_in_the_tense_of_the_role(reframer, before, after):
    assert reframer.suggest(before).after == after


def test_in_a_post_of_today_they_stay_in_the_present(reframer):
    line = "Duties include payroll and audits."
    assert reframer.suggest(line, current=True).after == line
    mine = "My main duties include payroll and audits."
    assert reframer.suggest(mine, current=True).after == "Main duties include payroll and audits."


@pytest.mark.parametrize(
    "line",
    [
        "My duties were there",
        "My responsibility is to the board",
        "My job was a mix of sales and stock.",
        "Currently responsibilities include payroll and audits.",
        "Tasks that include risk are shared.",
    ],
)
def test_what_only_looks_like_a_list_of_duties_stays(reframer, line):
    assert reframer.suggest(line).after == line
