"""An answer about the client's own part: printed where it is one plain act, explained where not."""

import pytest

import reframe
from reframe.core.claims import Claim
from reframe.core.evidence import Answer, Evidence
from reframe.core.naming import bullet_id


def told(reframer, line, said, *, signed_off=True, **more):
    more = {"signed_off": signed_off, **more}
    evidence = Evidence((Answer(f"{bullet_id(line)}/generic/part", said, **more),))
    return reframer.suggest(line, ledger=evidence), evidence


@pytest.mark.parametrize(
    ("line", "said", "after"),
    [
        (
            "Assisted with the annual risk assessment",
            "I collected the data and wrote the summary",
            "Collected the data and wrote the summary for the annual risk assessment",
        ),
        (
            "Assisted with the annual risk assessment.",
            "I collected the data, while my manager scored it.",
            "Collected the data for the annual risk assessment.",
        ),
        (
            "Worked on the payroll migration",
            "testing the new payslips",
            "Tested the new payslips for the payroll migration",
        ),
    ],
)
def test_a_plain_act_is_set_into_the_line(reframer, line, said, after):
    suggestion, evidence = told(reframer, line, said)
    assert suggestion.after == after
    assert Claim.ROLE in suggestion.claims
    assert suggestion.answer_ids == (f"{bullet_id(line)}/generic/part",)
    assert not reframer.check(line, after, evidence)
    assert reframer.check(line, after), "without the answer nothing licenses it"


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("We collected the data", "whose act"),
        ("I led the whole thing", "claims more"),
        ("I saved the firm money", "claims more"),
        ("I interviewed 12 people", "no basis"),
        ("I helped my manager with the scoring", "speaks of"),
    ],
)
def test_what_is_not_printed_says_why(reframer, said, reason):
    line = "Assisted with the annual risk assessment"
    suggestion, _ = told(reframer, line, said)
    assert suggestion.after == line
    [withheld] = suggestion.withheld
    assert reason in withheld.reason


@pytest.mark.parametrize("said", ["most of it", "not sure", "yes"])
def test_an_answer_without_an_act_is_no_wording(reframer, said):
    line = "Assisted with the annual risk assessment"
    suggestion, _ = told(reframer, line, said)
    assert suggestion.after == line
    assert not suggestion.withheld


def test_without_leave_to_print_nothing_is_said(reframer):
    suggestion, _ = told(
        reframer, "Assisted with the audit", "I pulled the samples", print_ok=False
    )
    assert not suggestion.changed


def test_a_line_with_acts_of_its_own_keeps_them(reframer):
    suggestion, _ = told(reframer, "Helped plan the summer fair", "I booked the venue")
    assert suggestion.after == "Helped plan the summer fair"
    assert suggestion.withheld


RESUME = """# Ann Example

## Experience

### Clerk, Acme Ltd
Jan 2018 - Mar 2020

- Maintained client records
- Maintained the filing list
- Maintained personnel records
- Maintained the boilers
- Assisted with audits
- Assisted with payroll
- Assisted customers with returns
"""


def test_no_verb_opens_more_than_two_bullets_where_a_twin_is_true(reframer, tmp_path):
    path = tmp_path / "ann.md"
    path.write_text(RESUME, encoding="utf-8")
    review = reframer.review(reframe.read(path))
    texts = [review.text(bullet.id) for bullet in review.bullets()]
    assert texts == [
        "Maintained client records",
        "Maintained the filing list",
        "Kept personnel records",
        "Maintained the boilers",
        "Assisted with audits",
        "Assisted with payroll",
        "Helped customers with returns",
    ]
    boilers = review.suggestions(review.bullets()[3].id)
    assert "repeated_opener" in boilers.diagnosis
    for bullet in review.bullets():
        suggestion = review.suggestions(bullet.id)
        assert reframe.apply(suggestion.before, suggestion.edits) == suggestion.after


def test_a_run_on_is_suggested_as_two_bullets(reframer):
    line = (
        "Handling parcels for the night shift; coordinated the drivers and closed the depot daily."
    )
    assert reframer.suggest(line).split == (
        "Handled parcels for the night shift.",
        "Coordinated the drivers and closed the depot daily.",
    )


def test_it_waits_for_the_coachs_sign_off(reframer):
    line = "Assisted with the annual risk assessment"
    suggestion, evidence = told(reframer, line, "I collected the data", signed_off=False)
    assert suggestion.after == line
    assert suggestion.waiting.text == "Collected the data for the annual risk assessment"
    assert suggestion.waiting.unsigned == (f"{bullet_id(line)}/generic/part",)
    assert reframer.check(line, suggestion.waiting.text, evidence)
