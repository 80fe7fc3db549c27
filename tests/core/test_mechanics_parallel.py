"""Members of a pair or a row in one form; articles that no style leaves out; fronts that say
nothing."""

import pytest

from tests.core.mending import mended


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Served as either a cook or as a host", "Served as either a cook or a host"),
        ("Taught in both schools and in camps", "Taught in both schools and camps"),
        ("Met both owners as well as guests", "Met both owners and guests"),
        ("Served neither soup or bread", "Served neither soup nor bread"),
        (
            "Had leave to stop the press, remove jams, and to quickly call the owner",
            "Had leave to stop the press, remove jams, and quickly call the owner",
        ),
        ("Led between 5 to 10 cooks", "Led between 5 and 10 cooks"),
        ("Ran jobs ranging from $5,000-$9,000", "Ran jobs ranging from $5,000 to $9,000"),
        (
            "Kept parts, i.e. bolts, nuts, etc.",
            "Kept parts, e.g., bolts, nuts, etc.",
        ),
    ],
)
def test_small_words_of_pairs_rows_and_spans(before, after):
    assert mended(before) == after


@pytest.mark.parametrize(
    "line",
    [
        "Served as a cook or as a host",
        "Met both owners, and guests as well as cooks",
        "Learned to find leaks, to fix pipes, and to call the owner",
        "Learned to find leaks in pipes, taps, and to call the owner",
        "Learned to sort mail and to file it",
        "Called from 555-1234",
        "Kept parts, i.e. bolts and nuts",
    ],
)
def test_small_words_that_stay(line):
    assert mended(line) == line


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Plan and handled numerous fairs", "Planned and handled numerous fairs"),
        ("Assisted and revise batch sheets", "Assisted and revised batch sheets"),
        ("Wrote guides and ensures quality", "Wrote guides and ensured quality"),
        ("Wrote guides and makes necessary repairs", "Wrote guides and made necessary repairs"),
        (
            "Served in the bar to earn tips, washed up, and serve in the hall",
            "Served in the bar to earn tips, washed up, and served in the hall",
        ),
        ("Worked on boats and also worked on cars", "Worked on boats and also on cars"),
        ("Fed calves; milking of goats", "Fed calves; milked goats"),
        (
            "Cut waits by calling guests and aggressive follow-up with them",
            "Cut waits by calling guests and aggressively following up with them",
        ),
        (
            "Cut waits by calling guests and completion of forms",
            "Cut waits by calling guests and completing forms",
        ),
        ("Led the design and maintaining of boats", "Led the design and maintenance of boats"),
        ("Kept all tools to include saws and drills", "Kept all tools, including saws and drills"),
    ],
)
def test_acts_of_a_row_in_one_form(before, after):
    assert mended(before) == after


@pytest.mark.parametrize(
    "line",
    [
        "Plan and approved budgets for two mills",
        "Wrote guides for a crew that mends and makes boats",
        "Ensured staff follows rules and makes calls",
        "Worked on boats and also drove cars",
        "Fed calves; training of staff",
        "Cut waits by monitoring use and completion of forms",
        "Redesigned the menu to include vegan dishes",
        "Kept asking the owner to include cats",
    ],
)
def test_rows_and_aims_that_stay(line):
    assert mended(line) == line


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Cooked in high pressure, fast paced kitchen environment.", "Cooked in a high-pressure, fast-paced kitchen environment."),
        ("Sold hats in retail setting", "Sold hats in a retail setting"),
        ("Sold hats in US and Canada", "Sold hats in the US and Canada"),
        ("Drove through parts of U.S.", "Drove through parts of the U.S."),
        ("In charge of following boats:", "In charge of the following boats:"),
    ],
)  # fmt: skip
def test_articles_that_no_style_leaves_out(before, after):
    assert mended(before) == after


@pytest.mark.parametrize(
    "line",
    [
        "Kept order in work environment",
        "Set environment variables in production environment",
        "Sold hats in US and Canadian shops",
        "Sold hats to US clients",
        "In charge of following rules: caps, gloves",
    ],
)
def test_articles_that_stay_away(line):
    assert mended(line) == line


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("During my time here I learned to weave", "Learned to weave"),
        ("In this role, I was responsible for sales", "Responsible for sales"),
        ("My duties also included milking", "Duties also included milking"),
    ],
)
def test_fronts_that_say_nothing(before, after):
    assert mended(before) == after


@pytest.mark.parametrize(
    "line",
    [
        "During my time at Acme I learned to weave",
        "During my time here I was a weaver",
        "My duties grew in two years",
    ],
)
def test_fronts_that_stay(line):
    assert mended(line) == line
