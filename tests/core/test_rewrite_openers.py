"""Weak openers that stay: the act behind them becomes a verb, the client's part never changes."""

import pytest


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Assisted in preparing payroll reports", "Helped prepare payroll reports"),
        ("Assists with sorting and mailing parcels", "Helped sort and mail parcels"),
        ("Helped to redesign the lunch menu", "Helped redesign the lunch menu"),
        ("Aided the site manager in ordering parts", "Helped the site manager order parts"),
        ("Assisted in the preparation of tax returns", "Helped prepare tax returns"),
        ("Participated in implementation of new releases", "Participated in implementing new releases"),
        ("Involved in the maintaining of boilers", "Involved in maintaining boilers"),
        (
            "Contributed to the design and execution of an open day",
            "Contributed to designing and executing an open day",
        ),
        ("Assisted tenants in drafting and implementation of fire plans", "Helped tenants draft and implement fire plans"),
        ("Assisted the manager in the preparation of weekly reports", "Helped the manager prepare weekly reports"),
        ("Supported the team in the planning and execution of an open day.", "Supported the team in planning and executing an open day."),
        ("Responsible for the cleaning of rooms", "Cleaned rooms"),
        ("I was in charge of 7 members of staff.", "In charge of 7 members of staff."),
        ("Was in charge of 7 members of staff.", "Was in charge of 7 members of staff."),
    ],
)  # fmt: skip
def test_the_act_behind_an_opener_stands_as_a_verb(reframer, before, after):
    assert reframer.suggest(before).after == after


@pytest.mark.parametrize(
    "line",
    [
        "Assisted with the management of the store",
        "Helped with payroll, i.e. entering hours",
        "Aided in distribution of leaflets and route planning",
        "Involved in Design of Experiments",
        "Responsible for the management of the warehouse",
        "Participated in purchase, disposal, price and quality reviews",
        "Supported the development of new policies",
        "Supported wards in the choice, delivery and management of new beds.",  # management
        "Supported rollouts in the selection of new tools.",  # a rollout selects nothing
        "Assisted owners in the repair and upkeep of boats.",  # no verb for one of them
        "Assisted staff in Design of Experiments.",  # a name
        "Aided residents in the organization of events and fee collection.",
        "Involved in quality audits",
        "Working knowledge of scheduling software",
        "Duties included delivering meals along with washing dishes",
    ],
)
def test_what_a_verb_would_spell_out_is_left(reframer, line):
    assert reframer.suggest(line).after == line


def test_a_key_contributor_keyed_nothing(reframer):
    line = "Key contributor to the design of new forms"
    assert "Keyed" not in reframer.suggest(line).after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Answered letters in a timely and professional manner", "Answered letters promptly and professionally"),
        ("Greeted guests in a friendly manner", "Greeted guests in a friendly manner"),
        ("Actively trained new hires", "Trained new hires"),
        ("Taught residents to work more efficiently", "Taught residents to work more efficiently"),
        ("Handled various shipping documents", "Handled shipping documents"),
        ("Involved in various technical and legal reviews", "Involved in technical and legal reviews"),
        ("Involved in various reviews of contracts", "Involved in reviews of contracts"),
        ("Involved in various phases of the move", "Involved in various phases of the move"),
        ("Worked on the payroll migration in various roles", "Worked on the payroll migration in various roles"),
        ("Collected samples from production team", "Collected samples from the production team"),
        ("Worked as store manager", "Worked as store manager"),
        ("Duties included delivering meals as well as washing dishes", "Delivered meals and washed dishes"),
    ],
)  # fmt: skip
def test_padding_goes_and_facts_stay(reframer, before, after):
    assert reframer.suggest(before).after == after


def test_a_row_is_never_left_in_two_tenses(reframer):
    after = reframer.suggest("Manages client files and provides weekly figures").after
    assert after == "Managed client files and provided weekly figures"


def test_asking_for_a_reason_is_the_point_of_the_line(reframer):
    line = "Asked to train new hires based on excellent reviews"
    assert reframer.suggest(line).after == line
    duty = "My responsibilities were to set rents based on income"
    assert reframer.suggest(duty).after == "Set rents based on income"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Monitored the testing activity of all panels.", "Monitored the testing of all panels."),
        ("Participated in deployment planning activities.", "Participated in deployment planning."),
        ("Responsible for planning activities for children.", "Planned activities for children."),
    ],
)
def test_activity_goes_behind_the_name_of_an_act(reframer, before, after):
    assert reframer.suggest(before).after == after


@pytest.mark.parametrize(
    "line",
    [
        "Ran fundraising activities.",  # events of their own
        "Organized team-building activities and marketing activities.",
        "Led all project planning activities.",  # counted
        "Ran a testing activity for new hires.",
        "Coordinated unit testing activities such as smoke tests.",  # told in detail
    ],
)
def test_activities_that_are_told_apart_stay(reframer, line):
    assert reframer.suggest(line).after == line


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "Assists the florist in filling vases and counting roses.",
            "Assisted the florist in filling vases and counting roses.",
        ),
    ],
)
def test_an_opener_takes_its_tense_where_its_acts_cannot_be_verbs(reframer, before, after):
    assert reframer.suggest(before).after == after
