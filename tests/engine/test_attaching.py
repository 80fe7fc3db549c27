"""A résumé is edited, and its answers stay with their lines, or are reported as orphaned."""

import pytest

from reframe import Ledger
from reframe.core.attaching import attach, remember
from reframe.core.naming import bullet_id
from reframe.formats.markdown_in import read_markdown

DUTY = "Drafted compliance documents"
KINDS = f"{bullet_id(DUTY)}/compliance.drafted-documents/kinds"
HEAD = "# A. Client\n\n## Experience\n\n"
POST = "**Compliance Analyst**, Harlow Mutual\n2019 - 2022\n\n"
OTHER = "\n**Paralegal**, Brick & Sons\n2015 - 2019\n\n"


def resume(*bullets, post=POST, then=()):
    text = HEAD + post + "".join(f"- {b}\n" for b in bullets)
    if then:
        text += OTHER + "".join(f"- {b}\n" for b in then)
    return read_markdown(text, source="")


@pytest.fixture
def ledger(reframer):
    """A ledger of the first résumé, as a draft leaves it."""
    first = Ledger(client="A. Client").answer(KINDS, "policies")
    review = reframer.review(resume(DUTY, "Filed mail"), first)
    return Ledger.of(remember(review.evidence, review.resume, review.suggestions_by_id))


@pytest.mark.parametrize(
    ("line", "after"),
    [
        ("Drafted the company's compliance documents", None),
        ("Responsible for drafting compliance documents", "Drafted compliance policies"),
        ("Drafted compliance documents for the claims team",
         "Drafted compliance policies for the claims team"),
        # What the first draft made of it, accepted.
        ("Drafted compliance policies", None),
    ],
)  # fmt: skip
def test_answers_follow_a_line_that_was_reworded(reframer, ledger, line, after):
    review = reframer.review(resume(line, "Filed mail"), ledger)
    assert review.orphans == ()
    answer = review.evidence.get(f"{bullet_id(line)}/compliance.drafted-documents/kinds")
    assert answer.value == "policies"
    assert answer.ledger_id == ledger.get(KINDS).ledger_id
    if after:
        assert review.suggestions(bullet_id(line)).after == after


def test_a_line_that_was_reworded_twice_and_back_keeps_its_answers(reframer, ledger):
    for line in ("Drafted many compliance documents", "Wrote many documents", DUTY):
        review = reframer.review(resume(line, "Filed mail"), ledger)
        ledger = Ledger.of(remember(review.evidence, review.resume, review.suggestions_by_id))
    assert ledger.get(KINDS).value == "policies"


def test_an_answer_never_moves_to_another_line(reframer, ledger):
    review = reframer.review(resume("Greeted patients at the desk", "Filed mail"), ledger)
    [orphan] = review.orphans
    assert (orphan.text, orphan.answers, orphan.near) == (DUTY, 1, "")
    assert review.evidence.get(KINDS).value == "policies"


def test_between_two_lines_alike_the_answer_goes_to_neither(reframer, ledger):
    both = resume("Drafted compliance documents daily", "Drafted compliance documents weekly")
    review = reframer.review(both, ledger)
    [orphan] = review.orphans
    assert orphan.near.startswith("Drafted compliance documents")


def test_an_answer_stays_in_its_post(reframer, ledger):
    moved = resume("Filed mail", then=["Drafted the compliance documents"])
    assert [o.text for o in reframer.review(moved, ledger).orphans] == [DUTY]


def test_a_post_whose_dates_were_rewritten_keeps_its_answers(reframer):
    first = resume(DUTY)
    [post] = first.positions()
    key = f"{post.id}/compliance-program/span"
    ledger = Ledger().answer(key, "yes")
    ledger = remember(ledger, first, {})
    again = resume(DUTY, post="**Compliance Analyst**, Harlow Mutual\n01/2019 - 12/2022\n\n")
    [new] = again.positions()
    assert new.id != post.id
    moved = attach(ledger, again, reframer.lexicon)
    assert moved.evidence.get(f"{new.id}/compliance-program/span").value == "yes"


def test_a_ledger_that_never_knew_its_lines_reports_them(reframer):
    ledger = Ledger().answer("gone-line-000000/compliance.drafted-documents/kinds", "x")
    [orphan] = reframer.review(resume(DUTY), ledger).orphans
    assert (orphan.line_id, orphan.text) == ("gone-line-000000", "")


def test_a_job_that_changed_is_offered_in_two_phases_under_its_title(reframer):
    long = resume(DUTY, post="**Clerk**, Harlow Mutual\n2012 - 2022\n\n")
    [post] = long.positions()
    raised = [r for r in reframer.review(long).roles if r.pattern_id == "job-changed"]
    assert [q.id.rsplit("/", 1)[-1] for q in raised[0].questions][:2] == ["changed", "when"]
    ledger = Ledger()
    for name, value in (
        ("changed", "yes"), ("title", "no"), ("when", "March 2017"), ("before", "filing and phones"),
        ("after", "running the payroll"),
    ):  # fmt: skip
        ledger = ledger.answer(f"{post.id}/job-changed/{name}", value)
    [role] = [r for r in reframer.review(long, ledger).roles if r.pattern_id == "job-changed"]
    assert role.scope_line == ""  # nothing shows it in writing
    assert role.offers == (
        "Split the post into two phases under its one title: until March 2017 (filing and phones) "
        "and from March 2017 on (running the payroll); ask which lines belong to which.",
    )
    short = resume(DUTY)
    assert all(r.pattern_id != "job-changed" for r in reframer.review(short).roles)
