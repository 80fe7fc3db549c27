"""What stands behind "by" is what was done: it goes first, and what it was for behind it."""

import pytest

from reframe.core.suggestion import FUNCTION, INFLECTED


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Contributed to team success by selling memberships.", "Sold memberships, contributing to team success."),
        ("Directly contributed to the school's ranking by tutoring students in math.", "Tutored students in math, contributing directly to the school's ranking."),
        ("Supports the annual audit by preparing schedules.", "Prepared schedules to support the annual audit."),
        ("Assisted residents by fielding questions.", "Fielded questions to assist residents."),
    ],
)  # fmt: skip
def test_the_act_behind_by_goes_first(reframer, before, after):
    suggestion = reframer.suggest(before)
    assert suggestion.after == after
    assert not reframer.check(before, after)
    assert {word.origin for word in suggestion.provenance} <= {"source", INFLECTED, FUNCTION}


@pytest.mark.parametrize(
    "line",
    [
        "Contributed to customer satisfaction by attending to their needs.",  # whose?
        "Helped customers by giving directions and answering questions.",  # "to help" would lean on the last
        "Contributed to growth by careful planning.",  # no act
        "Contributed to the newsletter by writing articles.",  # where they went
        "Contributed to talks by the board.",
        "Helped clients reach goals by coaching sessions.",
        "Contributed to two reports by checking figures by hand.",
    ],
)
def test_where_it_leans_on_the_front_it_stays(reframer, line):
    assert reframer.suggest(line).after == line


def test_in_a_post_of_today_it_stands_in_the_present(reframer):
    line = "Contribute to team success by selling memberships."
    assert (
        reframer.suggest(line, current=True).after
        == "Sell memberships, contributing to team success."
    )


def test_help_is_not_raised_with_it(reframer):
    line = "Contributed to team success by selling memberships."
    assert reframer.check(line, "Sold memberships and achieved team success.")
    assert reframer.check(line, "Led the team to success by selling memberships.")
