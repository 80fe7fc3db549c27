"""What stands in front of an act, what is joined to it, and where a reading must stay unsure."""

import pytest

from reframe.core.bullet import ParsedBullet
from reframe.core.parse import parse
from reframe.pipeline.load import load_pipeline
from tests.core.reading import lexicon, note, read


@pytest.fixture(scope="module")
def read_with_parse():
    nlp = load_pipeline()

    def reading(text: str) -> ParsedBullet:
        return parse(nlp(text), lexicon(), trees=True)

    return reading


def verbs(bullet: ParsedBullet) -> list[str]:
    return [f"{c.verb.lemma}({' '.join(o.text for o in c.objects)})" for c in bullet.clauses]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        # a phrase or a clause in front
        ("As shift lead, opened the store", ["did: open(store)"]),
        ("While finishing a degree, tutored 12 pupils", ["did: tutor(pupils)"]),
        ("While studying I tutored 12 pupils", ["did: tutor(pupils)"]),
        ("Until the branch closed, ran the counter", ["did: run(counter)"]),
        ("When I was alone, ran the till", ["did: run(till)"]),
        ("Every Friday, sent the minutes to the board", ["did: send(minutes)"]),
        ("From 2015 to 2019 kept the books", ["did: keep(books)"]),
        ("For 3 years taught the evening class", ["did: teach(class)"]),
        ("To cut waste, changed the prep lists", ["did: change(lists)"]),
        ("When needed, covers the front desk", ["did: cover(desk)"]),
        # a third person that is a noun too
        ("Deals with complaints and answers letters", ["did: deal(), answer(letters)"]),
        ("Rounds daily, checks drains and updates charts", ["did: round(), check(drains), update(charts)"]),
        # what is joined by "and to", by a preposition said again, behind a count
        ("My role was to greet guests and to carry bags", ["[duties_included] did: greet(guests), carry(bags)"]),
        ("Responsible for payroll and for stock", ["[responsible_for] remit: payroll stock"]),
        ("In charge of a crew of five, two trucks and the yard", ["[in_charge_of] remit: crew trucks yard"]),
        # somebody who was helped, somewhere
        ("Helped readers in two branches with searches", ["[helped] helped: searches"]),
        ("Assisted guests at the desk and by phone with bookings", ["[assisted] helped: bookings"]),
        ("Collaborated with sales, design and an agency to plan launches", ["[collaborated] shared: plan(launches)"]),
        ("Worked with the in-house studio on packaging", ["[worked] shared: packaging"]),
        # determiners that stand for the thing
        ("Inspected each before shipping", ["did: inspect(each)"]),
        ("Kept her calm until help came", ["did: keep(her)"]),
        ("Tagged any with faults", ["did: tag(any)"]),
        # clauses and measures that are no objects
        ("Worked long hours during tax season", ["did: work()"]),
        ("Hired back every spring", ["did: hire()"]),
        ("Worked overnight and weekend shifts", ["did: work(shifts)"]),
        # participles that describe, and names of several words
        ("Kept every panel clipped and sealed for transport", ["did: keep(panel)"]),
        ("Kept a clean, organized stock room", ["did: keep(room)"]),
        ("Explained leaflets and informed consent forms", ["did: explain(leaflets forms)"]),
        ("Wrote request for proposal responses", ["did: write(responses)"]),
        ("Maintained ATM balancing logs", ["did: maintain(logs)"]),
        ("Drove 40-foot diesel and hybrid buses", ["did: drive(buses)"]),
    ],
)  # fmt: skip
def test_what_stands_around_an_act(text, parts):
    assert note(text) == parts


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Collaborates with engineers to position new kiosks and train reps", ["position(kiosks)", "train(reps)"]),
        ("Helped the plumber pretest pumps on Saturdays", ["pretest(pumps)"]),
        ("Worked with a director to draft plans & code surveys", ["draft(plans)", "code(surveys)"]),
        ("Weigh malt and decoct the mash", ["weigh(malt)", "decoct(mash)"]),
        ("Helped customers find items with a map", ["find(items)"]),
        ("Ensured that guests were met and that rooms were aired", ["ensure()"]),
    ],
)  # fmt: skip
def test_the_parse_tells_an_act_from_a_name(read_with_parse, text, acts):
    assert verbs(read_with_parse(text)) == acts


@pytest.mark.parametrize(
    "text",
    [
        "Sold tickets, snacks and printed programs",
        "Visit schools to present careers and guide them through forms",
        "Draft care plans with the family and link tenants to clinics",
        "Advanced wound care, airway management and telemetry interpretation",
        "Ability to lift crates and communicate with drivers",
        "Two years of experience in sales, planned events and promotions",
        "Stock fry, grill and pantry stations",
    ],
)
def test_where_both_readers_may_err_a_reading_is_unsure(read_with_parse, text):
    assert not read_with_parse(text).confident


@pytest.mark.parametrize(
    "text",
    [
        "Trims hedges, mows lawns and repairs fences",
        "Under a senior architect, drafted floor plans and checked door schedules",
        "Book flights, process visas and file expense claims",
        "Responsible for ordering, receiving and storing linens",
    ],
)
def test_plain_lines_stay_certain(read_with_parse, text):
    assert read_with_parse(text).confident


@pytest.mark.parametrize(
    "line",
    [
        "Track record of closing deals",
        "Scores in school history",
        "Grades in the top tenth of the class",
    ],
)
def test_a_title_opens_no_act(line):
    assert not read(line).clauses


@pytest.mark.parametrize(
    ("line", "lemma"),
    [
        ("Tracked records of closed deals", "track"),
        ("Track records of stock", "track"),
        ("Track orders", "track"),
        ("Scores matches for the league", "score"),
        ("Records minutes of meetings", "record"),
        ("Reports in weekly meetings", "report"),
    ],
)
def test_the_same_words_act_on_something(line, lemma):
    assert [clause.verb.lemma for clause in read(line).clauses] == [lemma]
