"""Words that limit a claim are found, and only where they limit one."""

import pytest

from tests.core.reading import read


@pytest.mark.parametrize(
    ("text", "hedges"),
    [
        ("Ran payroll as backup", ["as backup"]),
        ("Ran the store in the manager's absence", ["in the manager's absence"]),
        ("Ran the store in the night manager's absence", ["in the night manager's absence"]),
        ("Inserted catheters under supervision of the nurse", ["under supervision of"]),
        ("Served about 40 guests", ["about"]),
        ("Packed up to 300 orders", ["up to"]),
        ("Occasionally closed the till", ["Occasionally"]),
        ("Floated to the ward as needed", ["as needed"]),
        ("Managed assigned accounts", ["assigned"]),
        ("Built the app as part of a team", ["as part of a team"]),
        ("Answered questions about promotions", []),
        ("Assigned tasks to staff", []),
        ("Looked up records", []),
    ],
)
def test_hedges(text, hedges):
    assert [hedge.text for hedge in read(text).hedges] == hedges
