"""Verbs in a row at the head of a line: they take the tense of the role together or not at all."""

import pytest


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Open, sort and deliver studio parcels daily", "Opened, sorted and delivered studio parcels daily"),
        ("Identify gaps in leases, conduct fire safety checks, and resolve issues.", "Identified gaps in leases, conducted fire safety checks, and resolved issues."),
        ("Plan and execute all off yard catering and events", "Planned and executed all off yard catering and events"),
        ("Develop and implement shop processes to achieve savings and improve the whole layout.", "Developed and implemented shop processes to achieve savings and improve the whole layout."),
    ],
)  # fmt: skip
def test_a_row_that_words_and_parse_agree_on_moves_in_an_unsure_line(reframer, before, after):
    suggestion = reframer.suggest(before)
    assert not suggestion.confident
    assert suggestion.after == after


@pytest.mark.parametrize(
    "line",
    [
        "Check records, notes, or test results to plan care.",  # a list of objects, or an act
        "Inspect sites that store, handle, and use chemicals to ensure compliance.",  # what sites do
        "Design and set up a desk to receive calls, assess and rank new tickets, and hand them to crews",  # a purpose
        "Arrange wiring, fixtures, and conduit boxes for installs.",
        "Train and supervise junior agents, mortgage file clerks",
        "Planned and ran fairs, catered events and dinners",  # what was run, or an act
        "Handle all parcels through the mail cycle; label creation and weighing to loading.",
    ],
)  # fmt: skip
def test_a_row_that_may_be_another_stays(reframer, line):
    assert reframer.suggest(line).after == line


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Restock plates, dish cloths, hand towels, and soap.", "Restocked plates, dish cloths, hand towels, and soap."),
        ("Develop weekly sales and budget forecasts.", "Developed weekly sales and budget forecasts."),
    ],
)  # fmt: skip
def test_one_act_moves_where_what_is_joined_to_it_is_a_noun(reframer, before, after):
    suggestion = reframer.suggest(before)
    assert not suggestion.confident
    assert suggestion.after == after


@pytest.mark.parametrize(
    "line",
    [
        "Mix oils or powders, and dump batches into drums.",
        "Order and purchase frames.",
        "Open valves or start pumps, fans and motors.",
    ],
)
def test_one_act_stays_where_what_is_joined_to_it_may_be_another(reframer, line):
    assert reframer.suggest(line).after == line


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Planning shifts and involved in hiring.", "Planning shifts and involved in hiring."),
        ("Reviews contracts and is responsible for audits.", "Reviews contracts and is responsible for audits."),
        ("Prepare job maps and define levels, in partnership with managers.", "Prepared job maps and defined levels, in partnership with managers."),
        ("Reviewing contracts and in charge of audits.", "Reviewing contracts and in charge of audits."),
        ("Reviewing contracts and responsible for filing reports.", "Reviewed contracts and filed reports."),
        ("Reviews contracts and helps with audits.", "Reviewed contracts and helped with audits."),
    ],
)  # fmt: skip
def test_acts_beside_an_opener_without_a_verb_keep_their_form(reframer, before, after):
    assert reframer.suggest(before).after == after


def test_a_set_noun_in_a_list_is_no_act(reframer):
    line = "Built services like rest put and patch methods and maintained them."
    assert "get" not in {clause.verb.lemma for clause in reframer.parse(line).clauses}
    assert reframer.suggest(line).after == line


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Filed the invoices and answering the phones.", "Filed the invoices and answered the phones."),
        ("Opened a kennel for dogs and arranging for adoption of strays.", "Opened a kennel for dogs and arranged for adoption of strays."),
        ("Provide office support and working on special projects.", "Provided office support and worked on special projects."),
        ("Stocked shelves and assisting customers with returns.", "Stocked shelves and assisted customers with returns."),
        ("Received parts from suppliers and entering the counts.", "Received parts from suppliers and entered the counts."),
        ("Greeted guests and working the bar.", "Greeted guests and worked the bar."),
    ],
)  # fmt: skip
def test_an_ing_act_behind_and_takes_the_form_of_its_row(reframer, before, after):
    assert reframer.suggest(before).after == after
    assert not reframer.check(before, after)


@pytest.mark.parametrize(
    "line",
    [
        "Provided support and training to users.",  # a noun
        "Attended budget and planning meetings.",  # a kind
        "Designed sales and marketing materials.",
        "Wrote safety and operating procedures.",
        "Reviewed client preferences and detailing needs.",
        "Wrote scripts and supporting configuration files for servers.",
        "Improved quality by testing parts and assigning the fixes.",  # under "by"
        "Improved quality by careful tests and assigning the fixes.",
        "Provided help with returns and answering the phones.",  # what the help was with
        "Provided support for sales and assigning the leads.",
        "Learned the till and answering the phones.",  # what was learned
        "Handled complaints and answering the phones.",
        "Fitted doors, sanding the edges and sealing the joints.",  # how
        "Met guests who stayed late and answering the phones.",  # whose act?
    ],
)
def test_an_ing_word_that_may_stand_under_another_stays(reframer, line):
    assert reframer.suggest(line).after == line


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Filed the invoices and answering the phones.", "Filed the invoices and answered the phones."),
        ("Maintains the grounds and answering the phones.", "Maintain the grounds and answer the phones."),
    ],
)  # fmt: skip
def test_in_a_post_of_today_it_follows_the_acts_in_front(reframer, before, after):
    assert reframer.suggest(before, current=True).after == after


def test_a_row_moves_whole_or_not_at_all(reframer):
    line = "Complete stock summary each Monday and send out to owners"
    moved = "Completed stock summary each Monday and sent out to owners"
    assert reframer.suggest(line).after == moved  # nothing but a verb is joined to "send"
    line = "Complete repaint of the hall and the stairs"
    assert reframer.suggest(line).after == line  # "complete" may describe
    line = (
        "Helps to draft rotas, directs and coordinates work such as leave, sickness, and overtime."
    )
    moved = (
        "Helped draft rotas, directed and coordinated work such as leave, sickness, and overtime."
    )
    assert reframer.suggest(line).after == moved


def test_a_second_was_leans_on_the_subject(reframer):
    line = "I was in charge of the van and was often asked to wash it."
    assert reframer.suggest(line).after == line
    assert reframer.suggest("I was in charge of the van.").after == "In charge of the van."


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Assisted in managing stock and counted tills.", "Counted tills and helped manage stock."),
        ("Assisted in planning 3 events and served 200 guests.", "Served 200 guests and helped plan 3 events."),
        ("Assisted in managing a team of 5 clerks and counted tills.", "Helped manage a team of 5 clerks and counted tills."),
    ],
)  # fmt: skip
def test_the_direct_act_stands_first_unless_what_was_helped_with_is_the_stronger(
    reframer, before, after
):
    assert reframer.suggest(before).after == after


def test_where_the_acts_cannot_move_the_rest_is_still_put_right(reframer):
    line = "My responsibilities included seating riders, serving, working as a team, and sweeping."
    after = reframer.suggest(line).after
    assert after == "Responsibilities included " + line.split("included ")[1]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Working closely with nurses and updating charts", "Worked closely with nurses and updated charts"),
        ("Working alongside the chef and preparing cold dishes", "Worked alongside the chef and prepared cold dishes"),
        ("Serving as the front desk lead and answering phones", "Served as the front desk lead and answered phones"),
        ("Evaluate the projects listed by the board and assigning crews to support launches.", "Evaluated the projects listed by the board and assigned crews to support launches."),
        ("Acting as a link between sales and stores and resolving disputes", "Acted as a link between sales and stores and resolved disputes"),
    ],
)  # fmt: skip
def test_an_act_beside_an_opener_takes_its_form(reframer, before, after):
    assert reframer.suggest(before).after == after


def test_verbs_of_a_row_change_together_or_not_at_all(reframer):
    line = "Retouch/resize shop photos and/or model photos daily per client specs."
    assert reframer.suggest(line).after == line


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Planning lessons for 4th grade, grading homework and meeting with parents twice a year", "Planned lessons for 4th grade, graded homework and met with parents twice a year"),
        ("Taking inbound calls from cable clients, troubleshooting their boxes over the phone and scheduling a crew when needed", "Took inbound calls from cable clients, troubleshot their boxes over the phone and scheduled a crew when needed"),
        ("Scheduling phone screens between candidates and hiring managers", "Scheduled phone screens between candidates and hiring managers"),
        ("Upselling warranties and covers, regularly hitting 110% of the weekly target", "Upsold warranties and covers, regularly hitting 110% of the weekly target"),
        ("Running network cable, crimping ends and labelling everything", "Ran network cable, crimped ends and labelled everything"),
    ],
)  # fmt: skip
def test_a_row_of_ing_words(reframer, before, after):
    assert reframer.suggest(before).after == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Match invoices to orders and enter them into register", "Matched invoices to orders and entered them into register"),
        ("Monitor tills with two clerks, escalate to on call lead if not solved", "Monitored tills with two clerks, escalated to on call lead if not solved"),
        ("Performing safety rounds, guarding gates and protecting town buildings", "Performed safety rounds, guarded gates and protected town buildings"),
    ],
)  # fmt: skip
def test_tense_alone_claims_nothing(reframer, before, after):
    assert reframer.suggest(before).after == after


def test_words_that_describe_one_noun_are_no_acts(reframer):
    suggestion = reframer.suggest("Responsible for selling garments to new and existing clients.")
    assert suggestion.confident
    assert suggestion.after == "Sold garments to new and existing clients."


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Upselling of desserts, starters and specials", "Upsold desserts, starters and specials"),
        ("Responsible for invoicing guests, applying payments and for making calls on old debts", "Invoiced guests, applied payments and made calls on old debts"),
        ("Duties were answering emails, updating the shop calendar and mailing out member cards", "Answered emails, updated the shop calendar and mailed out member cards"),
        ("Responsible for helping 5 clients with daily living skills such as cooking and laundry", "Helped 5 clients with daily living skills such as cooking and laundry"),
    ],
)  # fmt: skip
def test_duties_become_acts(reframer, before, after):
    assert reframer.suggest(before).after == after


@pytest.mark.parametrize(
    "line",
    [
        "Required to keep call times under 6 minutes and quality scores above 92%",
        "Responsible for keeping the campaign on schedule",
        "Solely responsible for creating forms that support the needs of the crew",
        "Tasked with finding a cheaper carrier, I got quotes from nine firms",
        "Was part of a team that rewrote the billing system",
        "Part of the team which brought in a new ledger",
        "Email open rates went from 14% to 22% after I cleaned the list",
        "Interviewing clients and take witness statements in injury cases",
        "Posted jobs on boards and our own website",
    ],
)
def test_what_would_become_a_claim_stays(reframer, line):
    assert reframer.suggest(line).after == line


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Ensure that logs are complete and freezers stay within range", "Ensured that logs were complete and freezers stayed within range"),
        ("Load trucks so that the last stop goes in first", "Loaded trucks so that the last stop went in first"),
        ("Answer members as it pertains to their leases", "Answered members as it pertained to their leases"),
        ("Write up the rules that apply to leases", "Wrote up the rules that apply to leases"),
        ("Greets members as they come in and offer help", "Greeted members as they came in and offered help"),
        ("Write plans that meet the needs of residents", "Wrote plans that meet the needs of residents"),  # no result
    ],
)  # fmt: skip
def test_clauses_follow_their_act_into_the_past(reframer, before, after):
    assert reframer.suggest(before).after == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Greeted visitors, sold tickets, handed out maps.", "Greeted visitors, sold tickets, and handed out maps."),
        ("Assigned to create reports, organized files, reviewed contracts.", "Created reports, organized files, and reviewed contracts."),
        ("Supports the help desk, troubleshoots printers.", "Supported the help desk and troubleshot printers."),
        ("Checked tills, safes, stamps and filed the slips.", "Checked tills, safes, and stamps, and filed the slips."),
    ],
)  # fmt: skip
def test_the_last_of_a_row_is_joined_by_and(reframer, before, after):
    assert reframer.suggest(before).after == after


@pytest.mark.parametrize(
    "line",
    [
        "Checked tills, safes and filed the slips.",  # "tills and safes", or two of three
        "Sold fuel, oil, and opened the shop.",
        "Assigned to the third floor, cleaned rooms, emptied bins.",
        "Greeted visitors, served meals.",  # "served" may tell of the visitors
    ],
)
def test_a_row_that_may_be_closed_already_takes_no_and(reframer, line):
    assert reframer.suggest(line).after == line
