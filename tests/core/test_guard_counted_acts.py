"""How often an act was done is not how many it was done to."""

import pytest

from reframe.core.guard_counted_acts import counts_as_objects
from reframe.core.lexicon import Lexicon


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("Made 20 repairs to looms", "Repaired 20 looms", ["20"]),
        ("Made 40 calls a day to tenants", "Called 40 tenants a day", ["40"]),
        ("Did nine surveys of wells", "Surveyed nine wells", ["nine"]),
        # The same is counted in both.
        ("Made 20 repairs to looms", "Made 20 loom repairs", []),
        ("Made repairs to 20 looms", "Repaired 20 looms", []),
        ("Repaired 20 looms", "Repaired 20 looms a week", []),
        # Another figure, or another act.
        ("Made 20 repairs to looms", "Repaired 12 looms", []),
        ("Sold 20 tickets to tenants", "Called 20 tenants", []),
    ],
)
def test_a_count_of_acts_is_no_count_of_things(
    before: str, after: str, told: list[str], lexicon: Lexicon
) -> None:
    assert [word for word, _, _ in counts_as_objects(before, after, lexicon)] == told
