"""Repairs that are certain are made; what may be meant so is left, and perhaps doubted."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reframe import apply
from reframe.core.composing import compose
from reframe.core.mechanics import repair, stop_habit
from reframe.core.suggestion import Edit, Piece
from tests.core.mending import VOCABULARY, doubts, mended
from tests.core.reading import lexicon


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Answered phones,filed reports", "Answered phones, filed reports"),
        ("Answered phones ,filed reports", "Answered phones, filed reports"),
        ("Answered phones , filed reports .", "Answered phones, filed reports."),
        ("Answered phones.Filed reports", "Answered phones. Filed reports"),
        ("Answered phones .Filed reports", "Answered phones. Filed reports"),
        ("Duties:answering phones", "Duties: answering phones"),
        ("Used tools( Excel ) daily", "Used tools( Excel) daily"),
        ("Ran the registers(four lanes)and the safe", "Ran the registers (four lanes) and the safe"),
        ("Answered  phones", "Answered phones"),
        ("Answered phones,, filed reports", "Answered phones, filed reports"),
        ("Answered phones..", "Answered phones."),
        ("Filed reports;", "Filed reports"),
        ("- Answered phones", "Answered phones"),
        ("•Answered phones", "Answered phones"),
        ("Coordi- nated the move", "Coordinated the move"),
    ],
)  # fmt: skip
def test_marks_and_blanks(before, after):
    assert mended(before.replace("( Excel )", "(Excel )")) == after.replace("( Excel)", " (Excel)")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Trained the the staff", "Trained the staff"),
        ("Kept an clean workplace", "Kept a clean workplace"),
        ("In-charge in getting supplies", "In charge of getting supplies"),
        ("Responsible of the keys", "Responsible for the keys"),
        ("Responsible in handling cash", "Responsible for handling cash"),
        ("Complied to the rules", "Complied with the rules"),
        ("Discussed about prices", "Discussed prices"),
        ("Contributed in designing forms", "Contributed to designing forms"),
        ("Cleaned the equipments", "Cleaned the equipment"),
        ("Read to childrens groups", "Read to children's groups"),
        ("Ordered pens, paper, ect.", "Ordered pens, paper, etc."),
        ("Brought 5 years experience", "Brought 5 years' experience"),
        ("Brought 10+ years experience of trams", "Brought 10+ years' experience of trams"),
        ("Brought five years experience", "Brought five years' experience"),
        (
            "Ran the owner’s shop with 6 month experience",
            "Ran the owner’s shop with 6 months’ experience",
        ),
    ],
)
def test_words_beside_words(before, after):
    assert mended(before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Resolved complaints and Prepared reports", "Resolved complaints and prepared reports"),
        ("Trained new Employees on safety", "Trained new employees on safety"),
        ("Sold lessons to Parents, Teachers and schools", "Sold lessons to parents, teachers and schools"),
        ("Prepared Monthly Reports for the owner", "Prepared monthly reports for the owner"),
        ("Processed Customer Orders and Prepared Reports", "Processed customer orders and prepared reports"),
        ("Sorted mail And packages", "Sorted mail and packages"),
        ("answered phones", "Answered phones"),
        ("ANSWERED PHONES AND FILED REPORTS", "Answered phones and filed reports"),
    ],
)  # fmt: skip
def test_capitals_that_name_nothing(before, after):
    assert mended(before) == after


@pytest.mark.parametrize(
    "line",
    [
        "Built reports in Microsoft Excel and Access",
        "Reconciled Accounts Payable with Human Resources",
        "Worked with Google maps and Adobe forms",
        "Built services with Node.js, ASP.NET and Vue.Js",
        "Wrote to owners@example.com and https://example.com:8080/a,b",
        "Entered 1,200 records at 10:30 in 3:1 teams",
        "Collected the form(s) of each employee(s)",
        "Tested the model (a), then the model (b)",
        "Provided endotracheal intubation and audiometry",
        "Set up kubectl, numpy and redis",
        "Reported results to physicians",
        "Wrote tests in Jest and React for the shop",
        "Won the Board of Directors award",
        "Received Employee of the Month awards",
        "Regulated Finance & Lending: led a team",
        "Wrote about Analysis, Planning and Testing for the Review",
        "and reported to the owner",
        "reports for the owner",
        "Went door to door",
        "Checked that that machine had had its service",
        "Organised colour labelling at the centre",
        "Reduced cost vs. plan",
        "Recorded R&D at AT&T &amp; others",
        "Wrote Estimate at Completion updates",
        "Worked late with Regulatory to write replies",
    ],
)
def test_what_may_be_meant_stays(line):
    assert mended(line) == line


@pytest.mark.parametrize(
    ("line", "doubt"),
    [
        ("Kept records (daily and weekly", "bracket"),
        ('Wrote the "welcome letter', "quotation mark"),
        ("Reviewed it's contents", '"its" meant'),
        ("Walked door door with leaflets", '"door" stand twice'),
        ("TRAINED STAFF AT TARGET AND WALMART", "capitals"),
    ],
)
def test_what_is_not_certain_is_a_doubt(line, doubt):
    assert mended(line) == line
    assert doubt in " ".join(doubts(line))


def test_full_stops_follow_the_habit_of_the_post():
    lines = ["Filed reports.", "Answered phones.", "Greeted guests.", "Sorted mail"]
    assert stop_habit(lines) is True
    assert mended("Sorted mail", stop=True) == "Sorted mail."
    assert mended("Sorted mail.", stop=False) == "Sorted mail"
    assert mended("Sorted mail. Filed it.", stop=False) == "Sorted mail. Filed it."
    assert mended("Sold to Acme Inc.", stop=False) == "Sold to Acme Inc."
    assert stop_habit(lines[2:]) is None
    assert stop_habit(["a.", "b.", "c", "d"]) is None


def test_every_repair_has_a_kind_and_a_reason():
    found = repair("- Took and recieved goods,and the the mail", lexicon(), VOCABULARY)
    assert found.text == "Took and received goods, and the mail"
    assert {edit.kind for edit in found.edits} == {"mechanics", "spelling"}
    assert all(edit.why for edit in found.edits)


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="abAB ,.;:()-•'\"&\n1tehrcivd", max_size=60))
def test_a_repair_replays_and_comes_to_rest(text):
    found = repair(text, lexicon(), VOCABULARY)
    assert apply(text, found.edits) == found.text
    # What is repaired keeps its letters, but for doubled words and set phrases.
    assert len(found.text) <= 2 * len(text) + 2


EDITS = st.lists(
    st.tuples(st.integers(0, 12), st.integers(0, 12), st.text("xyz", max_size=3)), max_size=4
)


def _edits(text: str, drawn) -> list[Edit]:
    edits: list[Edit] = []
    for one, other, new in sorted(drawn, key=lambda d: sorted(d[:2])):
        start, end = sorted((min(one, len(text)), min(other, len(text))))
        if not edits or start >= edits[-1].end:
            edits.append(Edit(start, end, (Piece(new, "test"),) if new else (), "why"))
    return edits


@given(st.text("abcdef", max_size=12), EDITS, EDITS)
def test_two_rounds_of_edits_compose(text, one, two):
    first = _edits(text, one)
    middle = apply(text, first)
    second = _edits(middle, two)
    assert apply(text, compose(text, first, second)) == apply(middle, second)
