"""Requirements meet claims only where the thing is the same and the act is no less."""

import pytest

from reframe.core.target import Requirement
from reframe.core.target_match import Statement
from reframe.core.target_matrix import connect
from reframe.core.target_terms import terms_of
from reframe.tables.target import load_target_table

TABLE = load_target_table()


def row(reframer, requirement: str, *claims: str, confirmed: bool = False):
    told = [
        Statement("b", "Post", text, reframer.parse(text), ((0, len(text)),) if confirmed else ())
        for text in claims
    ]
    (found,) = connect([Requirement(requirement, "must")], told, reframer.lexicon, TABLE)
    return found


@pytest.mark.parametrize(
    ("requirement", "claim", "status"),
    [
        ("Draft policies and procedures", "Drafted policies and procedures", "declared"),
        ("Experience drafting policies", "Wrote policies for the board", "declared"),
        ("Experience with internal audits", "Helped with internal audits", "declared"),
        ("Support internal audits", "Helped with internal audits", "declared"),
        # A part in the work, or a lesser act, is not the act itself.
        ("Lead internal audits", "Helped with internal audits", "related"),
        ("Lead internal audits", "Supported internal audits by pulling samples", "related"),
        ("Manage vendor contracts", "Handled vendor contracts", "related"),
        # Another thing by the same head, or by the same describing word, is another thing.
        ("File regulatory reports", "Processed expense reports", "related"),
        ("Risk assessments", "Prepared skills assessments for new hires", "related"),
        ("Write policies", "Answered policy questions", "related"),
        ("Lead teams", "Managed permissions according to the needs of teams", "missing"),
        ("Experience with patient care", "Handled customer care calls", "related"),
        # Wide words connect nothing by themselves.
        ("Work with customers on new projects", "Planned the office party", "missing"),
        ("Manage data for the company", "Drove company visitors to the airport", "missing"),
        ("Train staff", "Scheduled staff", "missing"),
        ("Train staff", "Trained 12 staff", "declared"),
        # Names are the same name or none.
        ("Proficient in Microsoft Excel", "Tracked orders in Excel", "declared"),
        ("Proficient in Microsoft Excel", "Wrote letters in Microsoft Word", "missing"),
        ("Google Ads", "Placed notices in Facebook Ads", "missing"),
        ("SQL", "Queried the stock table in SQL", "declared"),
        # The field's own terms mean what they mean.
        ("Update SOPs", "Updated standard operating procedures", "declared"),
        # A verb is not the noun that looks like it.
        ("Incident registers", "Registered visitors and answered their questions", "missing"),
        # What no word of a résumé shows is for a person.
        ("Excellent communication skills", "Communicated with vendors", "judge"),
        ("5+ years", "Drafted policies for 5 years", "judge"),
        ("Bachelor's degree", "Graded papers", "judge"),
    ],
)
def test_a_requirement_and_a_claim(reframer, requirement, claim, status):
    assert row(reframer, requirement, claim).status == status


def test_what_rests_on_answers_is_confirmed(reframer):
    assert row(reframer, "Draft policies", "Drafted policies", confirmed=True).status == "confirmed"
    related = row(reframer, "Lead audits", "Helped with audits", confirmed=True)
    assert (related.status, related.dots[0].full) == ("related", False)


def test_the_words_that_met_are_shown(reframer):
    (dot,) = row(reframer, "Keep vendor and incident registers in SharePoint",
                 "Maintained incident and vendor registers in SharePoint").dots  # fmt: skip
    assert [(s.asked, s.found, s.how) for s in dot.shared] == [
        ("Keep", "Maintained", "meaning"),
        ("vendor", "vendor registers", "word"),
        ("incident registers", "incident registers", "word"),
        ("SharePoint", "SharePoint", "name"),
    ]


def test_what_no_line_meets_is_told_and_never_filled(reframer):
    found = row(
        reframer, "Train staff on fire safety and first aid", "Trained staff on fire safety"
    )
    assert found.status == "declared"
    assert found.open == ("first aid",)
    assert row(reframer, "Weld steel frames", "Typed letters").open == ("Weld steel frames",)


def test_one_of_several_is_enough(reframer):
    found = row(reframer, "Knowledge of Xero, Sage or QuickBooks", "Posted invoices in QuickBooks")
    assert (found.status, found.open) == ("declared", ())


def test_figures_and_papers_are_left_to_a_person(reframer):
    found = row(reframer, "3+ years of audit experience", "Supported audits")
    assert (found.status, found.judge) == ("declared", ("3+ years",))


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Strong working knowledge of Excel and SharePoint", ["name:Excel", "name:SharePoint"]),
        ("Ability to explain rules to branch staff", ["act:explain", "thing:rules", "thing:branch staff"]),
        ("Help with month-end close", ["act:Help", "thing:month-end close"]),
        ("3 years' experience in accounts payable", ["judge:3 years", "thing:accounts payable"]),
        ("Enter 400 invoices a month", ["act:Enter", "judge:400", "thing:invoices"]),
        ("Follow up on open items", ["act:Follow up", "thing:open items"]),
        ("Knowledge of anti-money-laundering rules", ["thing:anti-money-laundering rules"]),
        ("You are a team player with a positive attitude", ["thing:team player", "judge:attitude"]),
    ],
)  # fmt: skip
def test_what_a_requirement_asks_for(lexicon, text, terms):
    assert [f"{t.kind}:{t.text}" for t in terms_of(text, lexicon, TABLE)] == terms
