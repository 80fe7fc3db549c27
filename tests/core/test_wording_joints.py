"""Where a plainer word fits, and acts that a comma alone joins."""

import pytest


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Trained a total of 65 cooks", "Trained 65 cooks"),
        ("Within 18 months trained a total of 3 cooks", "Within 18 months trained 3 cooks"),
        ("Meet with other department leaders to establish goals, plans, and budgets, as well as make decisions about rooms", "Met with other department leaders to establish goals, plans, and budgets, and made decisions about rooms"),
        ("Renewed permits prior to starting work", "Renewed permits before starting work"),
        ("Filed forms prior to the audit", "Filed forms before the audit"),
        ("Kept the books, including, but not limited to, tolls", "Kept the books, including tolls"),
        ("Sold pens, paper, as well as ink", "Sold pens, paper, and ink"),
        ("Wrote reports for owners on a weekly basis", "Wrote reports for owners weekly"),
        ("Wrote reports on a weekly basis for owners", "Wrote reports weekly for owners"),
    ],
)  # fmt: skip
def test_plain_words_where_they_fit(reframer, before, after):
    assert reframer.suggest(before).after == after


@pytest.mark.parametrize(
    "line",
    [
        "Managed two crews of a total of 65 cooks",  # a figure of both, not of each
        "Ran 3 shops with a total of 40 clerks",
        "Renewed permits prior to work beginning",
        "Checked tills prior to the shop opening",
        "Raised trust and sales, as well as member numbers",
        "Sold pens as well as paper and ink",
        "Wrote reports for owners on a weekly basis for the board",
    ],
)
def test_plain_words_that_would_blur_the_line(reframer, line):
    assert reframer.suggest(line).after == line


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "Assisted the coach in the program, trained 80 riders.",
            "Assisted the coach in the program and trained 80 riders.",
        ),
        ("Opened the shop, counted the cash", "Opened the shop and counted the cash"),
        (
            "Assisted guests with bags, assisted with meals (lunch and tea), planned arts and games with guests.",
            "Assisted guests with bags, assisted with meals (lunch and tea), and planned arts and games with guests.",
        ),
    ],
)  # fmt: skip
def test_acts_in_a_row_have_their_and(reframer, before, after):
    assert reframer.suggest(before).after == after


@pytest.mark.parametrize(
    "line",
    [
        "Ran the shop, named the best in town",  # the shop was named
        "Ran the shop, rated 5 stars",
        "Ran the pool, opened every day",
        "Joined the shop, promoted a year later",
        "Led the crew, awarded the prize",
        "Sold fruit, packed by hand, shipped by sea",
        "Sold pens, paper, counted the cash",
        "Opened the shop, counted the cash and locked the door",
    ],
)
def test_a_comma_that_may_part_something_else(reframer, line):
    assert reframer.suggest(line).after == line


@pytest.mark.parametrize(
    "line",
    [
        "Duties included preparing bills, ordering pens, performing takeoffs, and traffic control management",
        "Duties included cleaning tools; checking tills; and advanced cleaning methods.",
    ],
)
def test_a_thing_behind_acts_keeps_the_opener(reframer, line):
    """ "Prepared bills, ordered pens, and traffic control management" would be no sentence."""
    assert reframer.suggest(line).after == line


def test_things_inside_the_last_act_do_not(reframer):
    line = "Duties included preparing bills, ordering pens, paper, and ink"
    assert reframer.suggest(line).after == "Prepared bills, ordered pens, paper, and ink"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Wrote to clients with team", "Wrote to clients with the team"),
        ("Moved goods of competitor with team", None),  # clipped throughout
        ("Sold to customer with company's van", None),
    ],
)
def test_articles_come_to_all_or_none(reframer, before, after):
    assert reframer.suggest(before).after == (after or before)
