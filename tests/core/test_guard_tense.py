"""Nothing but the tense of the opening verbs: passed even where a line could not be read."""

import pytest

from reframe.core.guard_tense import only_changes_form, only_opens_in_past
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


@pytest.mark.parametrize(
    ("before", "after", "passed"),
    [
        ("Match slips to orders and enter them into register", "Matched slips to orders and entered them into the register", True),
        ("Responsible for drafting notices and for filing them", "Drafted notices and filed them", True),
        ("Upselling of desserts", "Upsold desserts", True),
        ("I was filing papers", "Filed papers", True),
        ("I am filing papers", "File papers", True),
        ("I was filing papers", "Was filed papers", False),
        ("We were filing papers", "Filed papers", False),
        # What an opener says of a duty is no frame.
        ("Never responsible for approving refunds", "Approved refunds", False),
        ("Was not required to handle cash", "Handled cash", False),
        ("Sometimes tasked with ordering stock", "Ordered stock", False),
        ("Solely responsible for ordering stock", "Ordered stock", False),
        # Acts of a row move together, and only those of the client.
        ("Match slips to orders and enter them into register", "Matched slips to orders and enter them into register", False),
        ("Help plan and carry out drills", "Planned and carried out drills", False),
        ("Retouch/resize photos", "Retouched/resize photos", False),
        ("Drafted notices daily", "Drafted notices", False),
        ("Draft notices for two boards", "Drafted notices for ten boards", False),
    ],
)  # fmt: skip
def test_a_change_of_form_alone(reframer, before, after, passed):
    assert only_changes_form(reframer.parse(before), after, lexicon()) is passed
