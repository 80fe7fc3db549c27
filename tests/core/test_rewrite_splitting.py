"""Lines that hold several bullets come apart where each part stands by itself."""

import pytest

from reframe.core.splitting import parts_of
from tests.core.reading import lexicon


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Handled parcels for the night shift; coordinated the drivers and closed the depot.",
            ("Handled parcels for the night shift.", "Coordinated the drivers and closed the depot."),
        ),
        (
            "Answered calls from tenants about repairs. Supervised two apprentices in the workshop.",
            ("Answered calls from tenants about repairs.", "Supervised two apprentices in the workshop."),
        ),
        (
            "Handled all bill collections and credit queries for the branch Arranged staff meetings weekly",
            ("Handled all bill collections and credit queries for the branch", "Arranged staff meetings weekly"),
        ),
    ],
)  # fmt: skip
def test_a_run_on_comes_apart(text, parts):
    assert parts_of(text, lexicon()) == parts


@pytest.mark.parametrize(
    "text",
    [
        "Sorted and filed mail; typed it.",  # too short to be worth it
        "Prepared the weekly figures for the board of the club; sent them to the owners",  # "them"
        "Assisted patients with daily needs at home; bathing, dressing, feeding and other care",
        "Administered St. Mary's records and the archive of the parish, both on paper",
        "Worked with the Quality Managed Services group of Acme on the new ordering system",
    ],
)
def test_what_hangs_together_stays(text):
    assert parts_of(text, lexicon()) == (text,)
