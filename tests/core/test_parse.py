"""What a bullet says, by its words alone; each case is a mechanism, not a sentence to remember."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.reading import note, read


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        # one verb, in every form
        ("Drafted compliance documents", ["did: draft(documents)"]),
        ("Drafts compliance documents", ["did: draft(documents)"]),
        ("Drafting compliance documents", ["did: draft(documents)"]),
        ("Draft the compliance documents", ["did: draft(documents)"]),
        ("I also successfully drafted documents", ["did: draft(documents)"]),
        ("Have managed three stores", ["did: manage(stores)"]),
        ("Was promoted to shift lead after a year", ["did: promote()"]),
        ("Promoted to shift lead after a year", ["did: promote()"]),
        ("We closed the books in four days", ["shared: close(books)"]),
        ("A/B tested landing pages", ["did: test(pages)"]),
        ("Set up window displays", ["did: set(displays)"]),
        # verbs in a row, with objects of their own or a shared one
        ("Planned and delivered lessons", ["did: plan(lessons), deliver(lessons)"]),
        (
            "Recruited, onboarded and trained 60 employees",
            ["did: recruit(employees), onboard(employees), train(employees)"],
        ),
        (
            "Marked coursework, set targets and reported progress to parents",
            ["did: mark(coursework), set(targets), report(progress)"],
        ),
        ("Measured, cut and laid carpet", ["did: measure(carpet), cut(carpet), lay(carpet)"]),
        ("Worked safely, performed repairs", ["did: work(), perform(repairs)"]),
        ("Did data entry and answered phones", ["did: do(entry), answer(phones)"]),
        ("Cut, colored and styled hair", ["did: cut(hair), color(hair), style(hair)"]),
        ("QC'd every batch and discarded plates", ["did: qc(batch), discard(plates)"]),
        ("Hired out sound equipment", ["did: hire(equipment)"]),
        ("Helped customers find and fit shoes", ["[helped] helped: find(shoes), fit(shoes)"]),
        # a clause that begins anew with "I"
        ("Folded returns, I also covered the till", ["did: fold(returns), cover(till)"]),
        (
            "Certified the work and at the end of the week I did the invoices",
            ["did: certify(work), do(invoices)"],
        ),
        # nouns in a row
        ("Completed chain of custody forms", ["did: complete(forms)"]),
        ("Issued bills of lading and labels", ["did: issue(bills labels)"]),
        (
            "Assisted with repairs, filing and copying",
            ["[assisted] helped: repairs filing copying"],
        ),
        ("Responsible for testing of pumps", ["[responsible_for] remit: testing"]),
        ("Worked with schools on a reading day", ["[worked] shared: day"]),
        ("Installed drywall, insulation and trim", ["did: install(drywall insulation trim)"]),
        ("Prepared weekly and monthly reports", ["did: prepare(reports)"]),
        ("Prepared daily, weekly and monthly reports", ["did: prepare(reports)"]),
        ("Oversaw accounts payable and receivable ledgers", ["did: oversee(ledgers)"]),
        ("Educated patients on insulin and diet", ["did: educate(patients)"]),
        ("Completed projects on time and under budget", ["did: complete(projects)"]),
        # what is no object
        ("Opened the store five days a week", ["did: open(store)"]),
        ("Raised reading scores 22% in a year", ["did: raise(scores)"]),
        ("Raised £3,400 for the food bank", ["did: raise(£3,400)"]),
        ("Picked up to 300 orders per shift", ["did: pick(orders)"]),
        ("Ensured all orders were shipped on time", ["did: ensure()"]),
        ("Became a trainer in two months", ["did: become()"]),
        ("Excavated trenches up to three metres deep", ["did: excavate(trenches)"]),
        ("Moved up to shift lead", ["did: move()"]),
        ("Marched 20 miles", ["did: march()"]),
        ("Covered 420 miles a night", ["did: cover(miles)"]),
        ("Edited 12 hours of footage", ["did: edit(hours)"]),
        ("Mentored two interns, one of whom was hired", ["did: mentor(interns)"]),
        # what is no act: purposes, results, descriptions
        ("Resolved complaints promptly, earning a bonus", ["did: resolve(complaints)"]),
        ("Built tools used by 40 teams", ["did: build(tools)"]),
        ("Wrote five poems, published by a local press", ["did: write(poems)"]),
        ("Wrote tests covering 85% of modules", ["did: write(tests)"]),
        ("Analyzed data to find and fix errors", ["did: analyze(data)"]),
        ("Oversee a database to track and monitor payments", ["did: oversee(database)"]),
        ("Coded a service that reads and files forms", ["did: code(service)"]),
        ("Managed related and existing documents", ["did: manage(documents)"]),
        ("Ensured that all orders met standards and left on time", ["did: ensure()"]),
        ("Verified that prepared food met standards", ["did: verify()"]),
        ("Worked overtime", ["did: work()"]),
        ("Locked up each night", ["did: lock()"]),
        ("Cooked, cleaned and did laundry", ["did: cook(), clean(), do(laundry)"]),
        # how far a noun phrase goes
        ("Reviewed 30 to 40 permits a month", ["did: review(permits)"]),
        ("Archived 9,000 deed records going back to 1911", ["did: archive(records)"]),
        ("Conducted Phase I assessments", ["did: conduct(assessments)"]),
        ("Sold limited (LTD) products", ["did: sell(products)"]),
        ("Created a warm, structured classroom", ["did: create(classroom)"]),
        ("Kept a clean and organized kitchen", ["did: keep(kitchen)"]),
        ("Maintained A/P, A/R and GL accounts", ["did: maintain(accounts)"]),
        ("Utilized Excel, Access and Crystal Reports", ["did: utilize(Excel Access Reports)"]),
        (
            "Performed routine maintenance and minor repairs",
            ["did: perform(maintenance repairs)"],
        ),
        (
            "Verified eligibility, copays and prior approvals",
            ["did: verify(eligibility copays approvals)"],
        ),
        ("Wrote queries, views and stored procedures", ["did: write(queries views procedures)"]),
        ("Replaced flashing, felt and shingles", ["did: replace(flashing felt shingles)"]),
        # rows of acts by their shape
        (
            "Plan, price and sell wedding packages",
            ["did: plan(packages), price(packages), sell(packages)"],
        ),
        (
            "Answered phones - scheduled surgeries - filed forms",
            ["did: answer(phones), schedule(surgeries), file(forms)"],
        ),
        # openers and acts behind something in front
        ("In this role, supervised nine technicians", ["did: supervise(technicians)"]),
        ("In addition, I helped plan events", ["[helped] helped: plan(events)"]),
        ("My team and I served meals", ["shared: serve(meals)"]),
        ("Additionally, trained staff", ["did: train(staff)"]),
        ("Safety: ran weekly drills", ["did: run(drills)"]),
        ("Account for every sample", ["did: account()"]),
        ("Chosen to represent the office", ["did: choose()"]),
        (
            "Worked with brokers, inspectors and attorneys to close sales",
            ["[worked] shared: close(sales)"],
        ),
        (
            "Assisted with the preparation of reports and the scheduling of meetings",
            ["[assisted] helped: preparation scheduling"],
        ),
        ("Helped customers set up accounts", ["[helped] helped: set(accounts)"]),
        (
            "Assist in preparing budgets and in consulting leaseholders",
            ["[assisted] helped: prepare(budgets), consult(leaseholders)"],
        ),
        # nothing that anybody did
        ("Tier 1 and Tier 2 technical support", ["did: "]),
        ("Teaching assistant for a course", ["did: "]),
        ("Drive through operator", ["did: "]),
        ("Customer service and data entry", ["did: "]),
        ("Process improvement", ["did: "]),
        ("Project management", ["did: "]),
        ("Lead teacher for a preschool room", ["did: "]),
        ("Support desk cover for 1,200 users", ["did: "]),
        ("Service and repair of boilers", ["did: "]),
        ("Travel bookings and diary management", ["did: "]),
    ],
)
def test_acts_and_objects(text, parts):
    assert note(text) == parts


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Set up displays", "past"),
        ("Setup and configure printers", "base"),
        ("Files reports", "third"),
        ("Was promoted twice", "participle"),
        ("Responsible for filing documents", "gerund"),
    ],
)
def test_the_form_that_a_verb_stands_in(text, form):
    assert read(text).clauses[0].form == form


def test_a_clause_reaches_up_to_the_next_one():
    text = "Drafted compliance documents for two sites, and trained staff on them."
    extents = [text[slice(*clause.extent)] for clause in read(text).clauses]
    assert extents == ["Drafted compliance documents for two sites", "trained staff on them"]


def test_a_particle_is_told_apart_from_its_verb():
    clause = read("Carried out two audits").clauses[0]
    assert (clause.verb.text, clause.verb.lemma, clause.particle) == ("Carried", "carry", "out")


@pytest.mark.parametrize(
    "text",
    [
        "Drafted compliance documents and trained staff on new policies",
        "Responsible for drafting compliance documents",
        "Helped with month-end close and reconciled 40 accounts",
    ],
)
def test_plain_bullets_are_confident(text):
    assert read(text).confident


@pytest.mark.parametrize(
    "text",
    [
        "Customer service and data entry",
        "Handled all collections and inquiries Arranged staff meetings",
        "Filed reports. Answered phones.",
        "It can be used by clients",
        "I did not use templates",
        "Investigated, prepared reports and kept logs",
        "Created and maintains the staff calendar",
        "Provide data to support decisions and prepare reports",
        "Key themes include change management",
        "Process improvement",
        "Zorbified the intake forms",
        "Met tutors to assess progress Discuss assigned duties",
        "Reviewed their portfolios Management of accounts",
        "Stock shelves and price markdowns",
        "Lease agreements and renewals",
        "Opening and closing duties",
        "Service boilers and water heaters",
        "Knew the menu and wine list",
        "Elected vice president of the club",
        "Cook meals, shop and clean for two adults",
        "Answering phones, filing and greeting visitors",
    ],
)
def test_room_for_doubt_is_told(text):
    bullet = read(text)
    assert not bullet.confident
    assert bullet.doubts


def test_spans_are_stretches_of_the_text():
    text = "Helped plan and carry out about 40 events, under supervision"
    bullet = read(text)
    spans = [
        *bullet.hedges,
        *(q.span for q in bullet.quantities),
        *(o for c in bullet.clauses for o in (c.verb, *c.objects)),
        *(s.opener for s in bullet.segments if s.opener),
    ]
    assert spans
    assert all(text[span.start : span.end] == span.text for span in spans)


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(
        st.text(max_size=5000),
        st.lists(
            st.sampled_from(
                [
                    "helped",
                    "with",
                    "and",
                    ",",
                    "to",
                    "process",
                    ".",
                    "the",
                    "$",
                    "5",
                    "%",
                    "responsible",
                    "for",
                    "filing",
                    "in",
                    "charge",
                    "of",
                    "customers",
                    "trained",
                    "worked",
                    "I",
                    "was",
                    "duties",
                    "included",
                    ":",
                    "/",
                    "-",
                    "that",
                    "up",
                    "QA'd",
                    "team",
                    "•",
                    "'",
                ]
            ),
            max_size=300,
        ).map(" ".join),
    )
)
def test_any_string_is_read(text):
    bullet = read(text)
    assert bullet.text == text
    for segment in bullet.segments:
        assert 0 <= segment.extent[0] <= segment.extent[1] <= len(text)
        for clause in segment.clauses:
            assert 0 <= clause.extent[0] < clause.extent[1] <= len(text)


@pytest.mark.parametrize("text", ["", " ", "\x00", "•", "—", "🙂", "a" * 5000, "and " * 1200])
def test_odd_strings_are_read(text):
    assert read(text).text == text
