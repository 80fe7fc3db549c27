"""Nothing but the tense of the opening verbs: passed even where a line could not be read."""

import pytest

from reframe.core.guard_tense import only_opens_in_past
from tests.core.reading import lexicon


@pytest.mark.parametrize(
    ("before", "after", "passed"),
    [
        ("Serves as clerk for bids", "Served as clerk for bids", True),
        ("Attend and actively join reviews", "Attended and actively joined reviews", True),
        ("Regularly attend hearings", "Regularly attended hearings", True),
        # Under "help" the second verb would become an act of the client's own.
        ("Help plan and carry out drills", "Helped plan and carried out drills", False),
        ("Assist staff and file reports", "Assisted staff and filed reports", False),
        ("Serves as clerk for bids", "Served as clerk for all bids", False),
        ("Managing vendors", "Managed vendors", False),
        ("Serves as clerk", "Serves as clerk", False),
    ],
)
def test_only_a_row_of_opening_verbs_may_move(before, after, passed):
    assert only_opens_in_past(before, after, lexicon()) is passed
