"""Weak openers: which there are, what they say of the client's part, and where they end."""

import pytest

from tests.core.reading import lexicon, note, read


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        # duties
        ("Responsible for drafting reports", ["[responsible_for] did: draft(reports)"]),
        ("I was responsible for writing code", ["[responsible_for] did: write(code)"]),
        ("Responsible for reports", ["[responsible_for] remit: reports"]),
        (
            "Responsible for scheduling and budgeting",
            ["[responsible_for] remit: scheduling budgeting"],
        ),
        (
            "Responsible for drafting documents and training staff",
            ["[responsible_for] did: draft(documents), train(staff)"],
        ),
        (
            "Responsible for hiring and training employees",
            ["[responsible_for] did: hire(employees), train(employees)"],
        ),
        (
            "Responsible for payroll as well as resolving issues",
            ["[responsible_for] did: resolve(issues) | payroll"],
        ),
        ("Duties included answering phones", ["[duties_included] did: answer(phones)"]),
        (
            "Duties include but are not limited to: filing documents",
            ["[duties_included] did: file(documents)"],
        ),
        ("My main role was to process claims", ["[duties_included] did: process(claims)"]),
        ("Was tasked with securing convoys", ["[tasked_assigned] did: secure(convoys)"]),
        ("Required to keep the site clean", ["[tasked_assigned] did: keep(site)"]),
        ("In charge of payroll", ["[in_charge_of] remit: payroll"]),
        ("In charge of running payroll", ["[in_charge_of] remit: run(payroll)"]),
        # help
        ("Helped clean the kitchen", ["[helped] helped: clean(kitchen)"]),
        ("Helped to clean the kitchen", ["[helped] helped: clean(kitchen)"]),
        ("Helped with the month-end close", ["[helped] helped: close"]),
        ("Helped customers find products", ["[helped] helped: find(products)"]),
        (
            "Helped plan and carry out the fundraiser",
            ["[helped] helped: plan(fundraiser), carry(fundraiser)"],
        ),
        ("Assisted partners in reviewing documents", ["[assisted] helped: review(documents)"]),
        ("assisted in reviewing and filing", ["[assisted] helped: review(), file()"]),
        ("Assisted customers", ["[assisted] helped: customers"]),
        ("Provided assistance to 40 residents", ["[assisted] helped: residents"]),
        ("Supported the sales team", ["[supported] helped: team"]),
        ("Provided technical support to 300 users", ["did: provide(support)"]),
        ("Provided customer support by phone", ["did: provide(support)"]),
        ("Contributed articles to the newsletter", ["did: contribute(articles)"]),
        ("Contributed to open-source libraries", ["[aided_contributed] helped: libraries"]),
        ("Aided in planning events", ["[aided_contributed] helped: plan(events)"]),
        # sharing and presence
        (
            "Works closely with social workers to support families",
            ["[worked] shared: support(families)"],
        ),
        ("Worked with vendors on pricing", ["[worked] shared: pricing"]),
        ("Worked as a team to close the books", ["[worked] shared: close(books)"]),
        ("Worked as team lead", ["[served_acted_as] remit: lead"]),
        ("Part of the team that launched the app", ["[worked] shared: launch(app)"]),
        ("Member of the safety committee", ["[worked] shared: committee"]),
        ("Collaborated with designers on the checkout flow", ["[collaborated] shared: flow"]),
        ("Partnered with influencers to promote launches", ["shared: partner()"]),
        ("Worked on the annual audit", ["[worked] present: audit"]),
        ("Involved in preparing tax returns", ["[involved_in] present: prepare(returns)"]),
        ("Participated in training new staff", ["[participated_in] present: train(staff)"]),
        ("Played a key role in opening two stores", ["[involved_in] present: open(stores)"]),
        ("Able to operate forklifts", ["[capable] present: operate(forklifts)"]),
        ("Served as liaison to the board", ["[served_acted_as] remit: liaison"]),
        # no frame: the verb is the act
        ("Served customers", ["did: serve(customers)"]),
        ("Worked 20 hours a week", ["did: work()"]),
        ("Worked in a warehouse", ["did: work()"]),
        ("Worked the register", ["did: work(register)"]),
        ("Handled cash", ["did: handle(cash)"]),
        ("Learned spreadsheet software", ["did: learn(software)"]),
    ],
)
def test_openers(text, parts):
    assert note(text) == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Helped with month-end close and reconciled 40 accounts",
            ["[helped] helped: close", "did: reconcile(accounts)"],
        ),
        (
            "Reconciled 40 accounts and helped with the month-end close",
            ["did: reconcile(accounts)", "[helped] helped: close"],
        ),
        (
            "Assisting customers and answering phones",
            ["[assisted] helped: customers", "did: answer(phones)"],
        ),
        (
            "Helped customers find products and process returns",
            ["[helped] helped: find(products), process(returns)"],
        ),
        (
            "Responsible for payroll and trained two clerks",
            ["[responsible_for] remit: payroll", "did: train(clerks)"],
        ),
        (
            "Supported and developed the website",
            ["[supported] helped: website", "did: develop(website)"],
        ),
        (
            "Worked with the team, proposing changes",
            ["[worked] shared: team"],
        ),
    ],
)
def test_participation_never_leaks_into_the_next_clause(text, parts):
    assert note(text) == parts


@pytest.mark.parametrize(
    ("text", "opener"),
    [
        ("I was also responsible for reports", "I was also responsible for"),
        ("Helped customers find products", "Helped customers"),
        ("Assisted partners in reviewing documents", "Assisted partners in"),
        ("My main role was to process claims", "My main role was to"),
        ("Duties include but are not limited to: filing", "Duties include but are not limited to:"),
        ("Actively involved in hiring staff", "Actively involved in"),
    ],
)
def test_an_opener_takes_its_subject_and_auxiliaries_along(text, opener):
    segment = read(text).segments[0]
    assert segment.opener is not None
    assert segment.opener.text == opener


def test_every_core_weak_family_is_in_the_table():
    assert {frame.name for frame in lexicon().frames} >= {
        "responsible_for", "duties_included", "assisted", "helped", "aided_contributed",
        "supported", "worked", "involved_in", "participated_in", "tasked_assigned",
        "in_charge_of", "served_acted_as", "handled_dealt_did", "learned_observed",
        "collaborated", "capable",
    }  # fmt: skip


def test_an_opener_that_may_mean_answering_for_others_is_never_stripped():
    assert not any(
        f.strip for f in lexicon().frames if f.name in {"in_charge_of", "helped", "worked"}
    )
