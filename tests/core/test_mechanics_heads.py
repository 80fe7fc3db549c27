"""A capital on one word beside an ordinary noun, and tools in front of what runs on them."""

import pytest

from tests.core.mending import mended


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Built pumps for Overseas customers", "Built pumps for overseas customers"),
        ("Handled Financial duties and mail", "Handled financial duties and mail"),
        ("Nursed Surgical patients at night", "Nursed surgical patients at night"),
        ("Mended the faults of connected Services.", "Mended the faults of connected services."),
        (
            "Checked internal Networks, Systems and Applications for faults",
            "Checked internal networks, systems and applications for faults",
        ),
        ("Repair of Various Electrical Drives", "Repair of various electrical drives"),
        ("Repair of Various Oakby Products", "Repair of various Oakby Products"),
        ("Wrote Logistic Regression models", "Wrote logistic regression models"),
    ],
)
def test_a_capital_beside_an_ordinary_noun(before, after):
    assert mended(before) == after


@pytest.mark.parametrize(
    "line",
    [
        "Sold goods for the Overseas team",
        "Wrote for Web Design Monthly",
        "Led the Oakby and Overseas customers",
        "Taught at Web design Oakby",
        "Sold connected Services (CS)",
        "Ran internal Networks, Oakby Systems and doors",
    ],
)
def test_what_may_be_a_name(line):
    assert mended(line) == line


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Ran spark Jobs and Hive Reports", "Ran Spark jobs and Hive reports"),
        ("Moved bills to SQL server", "Moved bills to SQL Server"),
        ("Wrote a rest api", "Wrote a REST API"),
        ("Wrote ios apps", "Wrote iOS apps"),
        ("Kept hive reports for a bee club", "Kept hive reports for a bee club"),
        ("Mended a SQL server", "Mended a SQL server"),
    ],
)
def test_what_runs_on_a_tool(before, after):
    assert mended(before) == after
