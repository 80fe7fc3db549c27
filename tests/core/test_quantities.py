"""Numbers with their units; how much was handled, and what changed."""

import pytest

from tests.core.reading import read


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ran two registers", [("two", "count", (2.0,), "registers", "scope")]),
        ("Packed up to 300 orders", [("300", "count", (300.0,), "orders", "scope")]),
        ("Managed a $250K budget", [("$250K", "money", (250_000.0,), "$", "scope")]),
        ("Managed a budget of $5 million", [("$5 million", "money", (5e6,), "$", "scope")]),
        ("Raised £3,400 for the food bank", [("£3,400", "money", (3400.0,), "£", "outcome")]),
        ("Trained 10-15 new hires", [("10-15", "range", (10.0, 15.0), "hires", "scope")]),
        ("Lifted conversion by 17%", [("17%", "percent", (17.0,), "%", "outcome")]),
        ("Covered 85% of modules", [("85%", "percent", (85.0,), "%", "scope")]),
        (
            "Reduced turnover from 31% to 19% in two years",
            [
                ("31% to 19%", "percent", (31.0, 19.0), "%", "outcome"),
                ("two years", "duration", (2.0,), "years", "scope"),
            ],
        ),
        (
            "Redesigned the site, generating $2M in sales",
            [("$2M", "money", (2e6,), "$", "outcome")],
        ),
        (
            "Worked 20 hours per week",
            [("20 hours per week", "frequency", (20.0,), "hours per week", "scope")],
        ),
        ("Opened a branch in 2019", [("2019", "date", (2019.0,), "", "scope")]),
        ("Tripled traffic, reaching 3x", [("3x", "count", (3.0,), "x", "scope")]),
        ("Upgraded to version 2.5.3", []),
        ("Answered one of the questions", []),
    ],
)
def test_quantities(text, found):
    quantities = read(text).quantities
    assert [(q.span.text, q.kind, q.values, q.unit, q.role) for q in quantities] == found
