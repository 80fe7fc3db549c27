"""What a rewrite may say: the guard refuses whatever its source and licence do not give."""

import pytest

from reframe.core.claims import Claim
from reframe.core.guard import check
from reframe.core.guard_licence import Licence
from reframe.core.lexicon import Lexicon
from reframe.tables.lexicon import load_lexicon
from tests.core.guard_pairs import judge, read, read_pairs

COMPLIANCE = "Responsible for drafting compliance documents and training staff"
CLOSE = "Helped with month-end close and reconciled 40 accounts"


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


def refused(before: str, after: str, lexicon: Lexicon) -> set[tuple[str, str]]:
    """Return kind and class of every finding."""
    found = check(read(before, lexicon), read(after, lexicon), Licence(), lexicon)
    return {(finding.kind, finding.cls) for finding in found}


@pytest.mark.parametrize(
    ("before", "after", "kind", "cls"),
    [
        ("Answered calls", "Answered 50 calls", "unlicensed", "number"),
        ("Managed 8 people", "Managed 800 people", "unlicensed", "number"),
        ("Inspected 12 bridges", "Inspected bridges", "lost", "number"),
        ("Handled about 40 calls", "Handled 40 calls", "lost", "number"),
        ("Sold tickets in 2019", "Sold tickets in 2018", "unlicensed", "date"),
        ("Jan 2020 - Present: sewed flags", "Present: sewed flags", "lost", "date"),
        ("Used software to track stock", "Used Tableau to track stock", "unlicensed", "name"),
        ("Entered orders in SAP", "Entered orders", "lost", "name"),
        ("Answered phones", "Directed phones", "unlicensed", "verb"),
        ("Reviewed contracts", "Negotiated contracts", "unlicensed", "verb"),
        ("Answered complaints", "Reduced complaints", "unlicensed", "outcome"),
        ("Helped with payroll", "Processed payroll", "unlicensed", "verb"),
        ("Helped train cashiers", "Trained cashiers", "unlicensed", "participation"),
        (CLOSE, "Reconciled 40 accounts and month-end close", "unlicensed", "participation"),
        ("Responsible for the warehouse", "Managed the warehouse", "unlicensed", "verb"),
        (
            "Part of a team that processed visas",
            "Processed visas",
            "unlicensed",
            "participation",
        ),
        ("We processed claims", "Processed claims", "lost", "credit"),
        ("Cleaned rooms under supervision", "Cleaned rooms", "lost", "hedge"),
        ("Drove the van as backup", "Drove the van", "lost", "hedge"),
        ("Did not handle cash", "Handled cash", "lost", "negation"),
        (
            "Scheduled meetings",
            "Scheduled meetings across time zones",
            "unlicensed",
            "scope",
        ),
        ("Wrote a newsletter", "Wrote a company-wide newsletter", "unlicensed", "scope"),
        ("Stocked shelves", "Stocked shelves daily", "unlicensed", "scope"),
        ("Filed logs", "Filed logs that kept the firm audit-ready", "unlicensed", "outcome"),
        ("Posted ads to increase sales", "Posted ads, increasing sales", "unlicensed", "outcome"),
        ("Answered calls", "Answered all calls", "unlicensed", "absolute"),
        ("Wrote a manual", "Wrote the first manual", "unlicensed", "exclusive"),
        ("Kept the client list", "Kept the key client list", "unlicensed", "importance"),
        ("Supported the team", "Successfully supported the team", "unlicensed", "importance"),
        ("Cooked at a hotel", "Chef at a hotel", "unlicensed", "title"),
        ("Kept the database", "Kept the databases", "unlicensed", "word"),
        ("Reported unscalable designs", "Reported unexpandable designs", "unlicensed", "word"),
        ("Supported IT staff", "Supported staff", "lost", "name"),
        ("Answered phones for stakeholders", "Answered phones for team", "unlicensed", "credit"),
        ("Trained by managers on tills", "Trained managers on tills", "unlicensed", "relation"),
        (
            "Packed 40 boxes for 3 shops",
            "Packed 3 boxes for 40 shops",
            "unlicensed",
            "relation",
        ),
    ],
)
def test_what_nobody_licensed_is_refused(
    before: str, after: str, kind: str, cls: str, lexicon: Lexicon
) -> None:
    assert (kind, cls) in refused(before, after, lexicon)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (COMPLIANCE, "Drafted compliance documents and trained staff"),
        (CLOSE, "Reconciled 40 accounts and supported the month-end close"),
        ("Successfully processed insurance claims", "Processed insurance claims"),
        ("Ordered parts in order to repair gates", "Ordered parts to repair gates"),
        ("Performed analysis of survey data", "Analyzed survey data"),
        ("Trained twelve volunteers", "Trained 12 volunteers"),
        ("Held a budget of $1.2M", "Held a budget of $1.2 million"),
        ("Completed Know Your Customer files", "Completed KYC files"),
        ("Organised the programme", "Organized the program"),
        ("Painted 5 houses & 2 barns", "Painted five houses and two barns"),
        ("Scheduled meetings for managers", "Scheduled managers' meetings"),
        ("Filed claims and answered phones", "Answered phones and filed claims"),
        ("Part of a team that processed visas", "Processed visas as part of a team"),
        ("I answered phones", "Answered phones"),
        ("Helped with internal audits", "Supported internal audits"),
        ("Ensured that forms were signed", "Ensured that the forms were signed"),
        ("Dealt with complaints", "Handled complaints"),
        ("Kept track of equipment", "Tracked equipment"),
        ("Worked with engineers on drawings", "Collaborated with engineers on drawings"),
        ("Occasionally acted as shift lead", "Acted as shift lead occasionally"),
        ("Responsible for the preparation of payroll", "Prepared payroll"),
        ("Worked on drawings with engineers", "Worked with engineers on drawings"),
        ("Answered questions from employees", "Answered employees' questions"),
        ("Served as treasurer (2019-2021)", "Served as treasurer, 2019-2021"),
    ],
)
def test_the_same_in_other_words_passes(before: str, after: str, lexicon: Lexicon) -> None:
    assert refused(before, after, lexicon) == set()


@pytest.mark.parametrize(
    "rewrite",
    [
        "Spearheaded a robust compliance framework, ensuring full regulatory adherence",
        "Led compliance training for 45 employees in three departments",
        "Drafted all the company's compliance policies, then trained 45 staff",
    ],
)
def test_the_calibration_lines_that_overreach_are_refused(rewrite: str, lexicon: Lexicon) -> None:
    assert refused(COMPLIANCE, rewrite, lexicon)


def test_a_fabricated_team_and_sum_are_each_named(lexicon: Lexicon) -> None:
    rewrite = "Led the close with a 12-person team and managed 800 accounts worth $4M"
    found = check(read(CLOSE, lexicon), read(rewrite, lexicon), Licence(), lexicon)
    told = {finding.text for finding in found if finding.kind == "unlicensed"}
    assert {"Led", "12", "800", "$4M"} <= told


def test_broken_grammar_is_refused_by_what_it_loses(lexicon: Lexicon) -> None:
    assert refused("Wrote SQL queries for reports", "Contributed to with SQL queries", lexicon)


def test_a_passive_is_not_made_an_act(lexicon: Lexicon) -> None:
    source = "Was driven to clients by the firm's van"
    assert refused(source, "Driven to clients by the firm's van", lexicon)
    assert refused(source, "Drove to clients by the firm's van", lexicon)


def test_a_person_is_not_dropped_from_in_front_of_a_clause(lexicon: Lexicon) -> None:
    assert refused("Hardworking team player who files", "who files", lexicon)


def test_an_unchanged_line_is_never_refused(lexicon: Lexicon) -> None:
    line = "Only person who led the first 24/7 team, cutting all costs by 40%"
    assert refused(line, f"  {line} ", lexicon) == set()


def test_a_line_that_cannot_be_read_may_not_be_turned(lexicon: Lexicon) -> None:
    before = read("Counter at a bakery, cash, cakes", lexicon)
    after = read("Cakes at a bakery, cash, counter", lexicon)
    assert not before.confident
    assert check(before, after, Licence(), lexicon)


def test_a_finding_tells_what_it_would_take(lexicon: Lexicon) -> None:
    before, after = read("Answered calls", lexicon), read("Managed 50 calls", lexicon)
    found = {f.text: f for f in check(before, after, Licence(), lexicon)}
    assert found["50"].claims == {Claim.SCOPE}
    assert found["50"].question.endswith("?")
    assert found["Managed"].claims == {Claim.LEADERSHIP}
    assert after.text[found["50"].start : found["50"].end] == "50"


@pytest.mark.parametrize("half", ["dev", "test"])
def test_the_corpus_of_pairs_keeps_its_floor(half: str, lexicon: Lexicon) -> None:
    pairs = list(read_pairs(half))
    caught = [bool(judge(pair, lexicon)) for pair in pairs if not pair.faithful]
    passed = [not judge(pair, lexicon) for pair in pairs if pair.faithful]
    assert sum(caught) / len(caught) >= 0.97
    assert sum(passed) / len(passed) >= 0.85


def test_the_same_words_in_another_order_do_not_slip_through(lexicon: Lexicon) -> None:
    pairs = [*read_pairs("hard"), *read_pairs("free")]
    missed = [p.after for p in pairs if not p.faithful and not judge(p, lexicon)]
    assert missed == []


def test_two_verbs_in_one_word_are_two_acts(lexicon: Lexicon) -> None:
    assert refused("Replace/upgrade desktops", "Built/upgraded desktops", lexicon)
    assert not refused("Replace/upgrade desktops", "Replaced/upgraded desktops", lexicon)


def test_a_purpose_is_not_made_an_act(lexicon: Lexicon) -> None:
    source = "Oversee a database to track and monitor payments"
    assert refused(source, "Oversaw a database to track and monitored payments", lexicon)


def test_halves_of_the_corpus_share_no_pair() -> None:
    dev, test = ({repr(pair) for pair in read_pairs(half)} for half in ("dev", "test"))
    assert not dev & test
