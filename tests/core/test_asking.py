"""What is asked of acts that no rule knows: by the verb, the object, and what stands beside it."""

import pytest

from reframe import Reframer
from reframe.tables.generic import load_generic

REFRAMER = Reframer()


def first(line: str) -> tuple[str, str]:
    """Return the value category and the text of the first question about a line."""
    question = REFRAMER.suggest(line).questions[0]
    return question.value, question.text


def texts(line: str) -> list[str]:
    return [question.text for question in REFRAMER.suggest(line).questions]


def about(line: str) -> list[tuple[str, str]]:
    """Return the value category and the text of all questions."""
    return [(question.value, question.text) for question in REFRAMER.suggest(line).questions]


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Conferred with the glaziers about the broken panes.", "INFO"),
        ("Negotiated with the haulers over late pickups.", "COST"),
        ("Arranged for the pickup of old paint.", "TIME"),
        ("Complied with the port's rules at all times.", "RISK"),
    ],
)
def test_an_act_without_an_object_is_asked_about_by_its_kind(line: str, value: str) -> None:
    assert first(line)[0] == value
    assert "What did this look like on a normal day?" not in texts(line)


def test_taking_down_is_not_asked_about_like_putting_up() -> None:
    down, up = first("Dismantled the old scaffolding."), first("Erected the new scaffolding.")
    assert down == ("QUAL", "What did you look for once the scaffolding was apart?")
    assert up == ("QUAL", "Which part of the scaffolding did you make with your own hands?")


def test_a_verb_means_what_its_object_makes_of_it() -> None:
    assert first("Placed orders for brass fittings.")[0] == "COST"
    assert first("Placed crates on the conveyor.")[0] == "ASSET"
    assert first("Filled prescriptions at the counter.")[0] == "ASSET"
    assert first("Filled molds with wet clay.")[0] == "QUAL"
    assert first("Raised funds for the choir.")[0] == "REV"


def test_who_cut_by_a_share_is_not_asked_about_knives() -> None:
    assert first("Cut strips of felt for the linings.")[0] == "QUAL"
    measured = texts("Cut inventory by 12 percent in a year.")
    assert not [text for text in measured if "have to come out" in text]


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("Maintained irrigation systems.", "irrigation systems did you look after"),
        ("Maintained payroll software systems.", "used or needed"),
        ("Tested soil samples.", "which method"),
    ],
)
def test_a_noun_belongs_where_the_words_beside_it_say(line: str, asked: str) -> None:
    assert any(asked in text for text in texts(line))


def test_what_stands_behind_a_measure_is_the_object() -> None:
    assert first("Operated several types of machines.") == first("Operated several machines.")


def test_two_acts_on_one_thing_ask_for_its_number_once() -> None:
    counts = REFRAMER.suggest("Examined and inspected valves.").questions
    assert sum(question.kind == "count" for question in counts) <= 1


def test_a_line_that_opens_with_an_act_no_reader_is_sure_of_is_asked_about() -> None:
    found = about("Position crates for the morning pickup at dock four.")
    assert found[0] == (
        "QUAL",
        "How exactly did everything have to fit or sit, and how did you check?",
    )


@pytest.mark.parametrize(
    "line", ["Warehouse analysis and management", "Design and coding of games"]
)
def test_the_name_of_an_act_is_none(line: str) -> None:
    doubt = load_generic().unsure
    assert texts(line)[0] in {doubt.none, doubt.may}


def test_a_line_that_stops_in_the_middle_is_asked_how_it_goes_on() -> None:
    cut = load_generic().unsure.cut
    assert texts("Kept the following registers:")[0] == cut
    assert cut in texts("Answered phones and")
    assert cut not in texts("Answered phones.")


def test_who_served_people_is_not_asked_who_did_the_rest() -> None:
    share = load_generic().participation["helped"]
    assert share not in texts("Assisted customers.")
    assert share not in texts("Assisted customers with returns.")
    assert share in texts("Assisted with the audit.")


def test_many_things_that_no_table_knows_are_many() -> None:
    assert any("many widgets" in text for text in texts("Assembled widgets."))


def test_a_prize_is_asked_about_alike_whatever_the_verb() -> None:
    assert first("Won the safety award in 2015.") == ("REP", "Who gave it, and for what?")


def test_who_learned_a_system_is_not_asked_who_bought() -> None:
    assert first("Gained comprehensive knowledge of the library management system.")[0] == "PEOP"


def test_patterns_of_software_are_no_study() -> None:
    found = texts("Used design patterns such as observer and visitor.")[0]
    assert (
        found == "Which part of the program did you build with the design patterns, and why there?"
    )


def test_practices_are_not_kept_like_machines() -> None:
    assert "follow the practices" in texts("Maintaining best practices for Web writing.")[1]


def test_what_was_different_is_asked_once_and_not_of_a_prize() -> None:
    questions = REFRAMER.suggest("Created and installed a widget database for the plant.").questions
    assert len({question.id for question in questions}) == len(questions)
    assert texts("Won the safety award in 2015.") == ["Who gave it, and for what?"]


def test_a_noun_that_no_table_knows_agrees_as_it_looks() -> None:
    assert "the flanges were apart" in texts("Dismantled the flanges of the pipeline.")[0]
    assert "the flange was apart" in texts("Dismantled the flange of the pipeline.")[0]


def pair(line: str) -> list[str]:
    """Return the two questions that a line is asked first."""
    return texts(line)[:2]


def test_the_second_question_is_after_something_else() -> None:
    generic = load_generic()
    asked = pair("Took part in the spring planning round.")
    assert asked[0] == generic.participation["present"]
    assert not any("your own" in text or "yourself" in text for text in asked[1:])
    assert "What did you work on together?" not in texts("Worked with the night team.")[:2]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Led and coached subordinate personnel.", "report to you"),
        ("Provided office support to a nine-person crew.", "how many people"),
        ("Wrote weekly pieces for the village paper.", "in a normal month"),
        ("Loaded 40 crates onto barges.", "how much did you move"),
    ],
)
def test_what_a_line_tells_is_not_asked_first(line: str, told: str) -> None:
    assert not [text for text in pair(line) if told in text]


def test_what_leads_to_a_wording_is_asked_later_and_never_left_out() -> None:
    assert "Did these people report to you?" in texts("Led and coached subordinate personnel.")


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("Charted vital signs.", "vital signs"),
        ("Reviewed the medical history of each ward.", "medical history"),
    ],
)
def test_what_tells_which_thing_stays_in_its_name(line: str, named: str) -> None:
    found = texts(line)
    assert not [text for text in found if "the signs" in text or "the based" in text]
    assert all(named in text for text in found if named.split()[-1] in text)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Kept a safe, organized and cheerful yard.", "the organized"),
        ("Supervised Level 2 rope, harness and rescue courses.", "Level 2"),
        ("Gave the board the notes regular and on time.", "notes regular"),
        ("Built an EU based network of brick dealers.", "the based"),
        ("Listed the clerks entering data.", "entering"),
    ],
)
def test_no_question_names_what_is_no_name(line: str, name: str) -> None:
    assert texts(line)
    assert not [text for text in texts(line) if name in text]


@pytest.mark.parametrize(
    "line",
    [
        "Recruited to help open the second bakery.",
        "Elected captain of the rowing crew.",
        "Asked to take over the kiln.",
    ],
)
def test_who_was_chosen_is_not_asked_whom_they_chose(line: str) -> None:
    assert pair(line) == [
        "Which tasks and decisions were yours there?",
        "What were you chosen for, and by whom?",
    ]


def test_who_chose_people_is_asked_about_that() -> None:
    assert "finding, interviewing" in texts("Recruited for several stations on the line.")[1]
    assert "What were you chosen for, and by whom?" not in texts("Elected captains for two boats.")


def test_who_showed_a_quality_gave_no_show() -> None:
    quality = pair("Demonstrated proficiency in splicing cables.")
    assert quality[0] == "Which occasion at work shows this best, and what did you do?"
    assert "saw or heard you" in texts("Demonstrated blenders at trade fairs.")[0]


def test_who_was_trained_may_have_trained_others() -> None:
    assert texts("Trained in masonry and plastering.")[0].startswith("Did you give this training")


def test_what_a_post_gave_is_no_service_to_others() -> None:
    assert not [t for t in texts("Provided me with a view of the trade.") if "you gave them" in t]


def test_an_ability_is_asked_where_it_was_used() -> None:
    unsure = load_generic().unsure
    for line in ("Good knowledge of kilns and glazes.", "Able to tune pianos of any make."):
        assert pair(line)[0] == unsure.able, line
    assert unsure.able not in texts("Shared knowledge of kilns with two apprentices.")


def test_a_line_without_an_act_is_told_so() -> None:
    unsure = load_generic().unsure
    for line in (
        "The depot is a yard for repairing buses.",
        "High volume inbound parcel hall.",
        "This project aimed at drying bricks faster.",
    ):
        assert texts(line) == [unsure.none], line
    assert texts("Firing and sale of pots.")[0] == unsure.may
    assert texts("Automation of invoices for the depot.")[0] == unsure.may


def test_the_name_of_a_post_is_asked_about_as_a_role() -> None:
    generic = load_generic()
    first, last = generic.post
    assert pair("Night apprentice for two mountain lodges.") == [first, last]
    assert pair("Night porter for two mountain lodges.") == [first, last]
    # Who is in charge, and who meets people, is asked about these.
    assert pair("Night supervisor for two mountain lodges.") == [first, generic.posts["supervisor"]]
    assert pair("Point of contact for several brickyards.") == [first, generic.posts["point"]]
    assert pair("Worked as a kiln designer.")[1] == generic.posts["designer"]


def test_under_an_opener_the_thing_stands_behind_the_act() -> None:
    asked = texts("Involved in the repair and upkeep of websites.")
    assert "Who used the websites, and what for?" in asked


def test_who_worked_with_customers_served_them() -> None:
    share = load_generic().participation["shared"]
    assert share not in texts("Worked with more than 300 regular customers.")
    assert share in texts("Worked with the night team on the harvest.")


def test_a_question_with_a_condition_stands_behind_a_plain_one() -> None:
    found = texts("Prepared food and kept the kitchen clean.")
    plain = [n for n, text in enumerate(found) if not text.startswith("If ")]
    assert plain[0] == 0


def test_a_line_may_end_with_or_more() -> None:
    assert load_generic().unsure.cut not in texts("Ran a cash drawer of $900 or more")


def test_what_was_done_to_them_is_asked_with_the_act_before() -> None:
    found = REFRAMER.suggest("Loaded pins into drums and ran them through the mill.").questions
    assert not [q for q in found if "last word" in q.text]


def test_an_act_that_a_noun_names_is_asked_about_like_its_verb() -> None:
    assert "What did you look for, and what counted as wrong?" in pair("Responsible for testing.")
    alone = pair("Freelance writing and editing of leaflets")
    assert alone[0] == load_generic().unsure.may
    assert alone[1].startswith("How much did you write yourself")
    others = texts("Night wardens ensure the delivery of parcels and letters")
    assert not [text for text in others if "passed through your hands" in text]


def test_a_name_stands_without_an_article() -> None:
    assert "work with SAP," in texts("Used SAP to book pallets.")[0]
    assert "work with Grafana," in texts("Used Grafana to watch the kilns.")[0]


def test_letters_and_other_papers_are_papers() -> None:
    found = texts("Maintained letters and other confidential documents.")
    assert any("confidential documents" in text for text in found)
    assert not [text for text in found if "the letters" in text]


def test_a_first_word_that_is_no_act_is_not_asked_about() -> None:
    unsure = load_generic().unsure
    for line in (
        "Oil and Gas unit of a northern trading house",
        "Part-time position held during the harvest months",
    ):
        assert texts(line)[0] in {unsure.may, unsure.none}, line
        assert not [text for text in texts(line) if "fit or sit" in text or "adjusted" in text]


def test_trouble_and_authority_are_asked_where_they_suit_the_act() -> None:
    asked = texts("Handled loading permits for the quarry.")
    assert not any("decide yourself" in text or "did you do when" in text for text in asked)
    assert any("did you do when" in text for text in texts("Inspected packages."))
    assert any("decide" in text for text in texts("Led the orchard's harvest."))


def test_scale_is_asked_where_nothing_else_asks_for_it() -> None:
    many = "About how many lanterns were there, in all or in a normal month?"
    assert pair("Repaired lanterns.")[1] == many
    assert many not in texts("Used lanterns.")
    assert many not in texts("Repaired 40 lanterns.")
    # A rule that asks for no figure leaves this to the tables.
    assert "About how many orchards were there, in all or in a normal month?" in texts(
        "In charge of orchards."
    )


@pytest.mark.parametrize(
    "line",
    [
        "Helped the tenants by sorting their mail.",
        "Trained new sorters as well as assisted them in moving in.",
        "Assist and settle hail claims received by post.",
        "Assisted visitors with lockers.",
    ],
)
def test_help_for_people_is_no_shared_task(line: str) -> None:
    assert load_generic().participation["helped"] not in texts(line)


def test_what_people_were_helped_to_do_is_their_act() -> None:
    asked = texts("Helped guests find seats in the marquee.")
    assert "About how many people did you help on a normal day?" in asked
    assert not any("where did you look" in text for text in asked)
    # Those who treat people are colleagues.
    assert load_generic().participation["helped"] in pair("Assisted doctors with splints.")


def test_a_noun_or_verb_in_another_sense_is_asked_about_as_this_line_means_it() -> None:
    assert "sell or let" in texts("Listed and sold lakeside homes.")[0]
    assert "displays" in texts("Maintained window displays for the gift shop.")[0]
    assert not any("tell people to do" in t for t in texts("Created insurance policies."))
    assert not any("rule" in text for text in texts("Conformed to the riding school's timetable."))
    assert "refer" in texts("Referred clients to the mortgage desk.")[0]
    assert "what was done with it" in texts("Identified opportunities for the orchard.")[0]


def test_what_tells_of_something_else_is_asked_what_the_client_did() -> None:
    assert texts("It sells mortgages to first-time buyers.") == [
        "This line does not say what you did: what was it, and for whom?"
    ]


def test_who_had_the_duty_alone_is_not_asked_about_others() -> None:
    shared = "What did you do here yourself, and what, if anything, did others do?"
    assert shared in texts("In charge of the seed vault.")
    assert shared not in texts("Charged with the sole care of the seed vault.")


def test_half_of_what_describes_a_thing_is_no_name_of_it() -> None:
    asked = texts("Installed audio and visual equipment in two chapels.")
    assert any("the equipment" in text for text in asked)
    assert not any("visual equipment" in text for text in asked)


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("Promoted healthy outcomes for foster children.", "reach"),
        ("Rebuilt trust with the tenants' council.", "run again"),
        ("Determined price schedules for the quarry.", "find out"),
        ("Set up 4-H clubs in two counties.", "before work could begin"),
        ("Observed nesting habits of terns.", "in order"),
        ("Controlled access to the dockyard.", "last word"),
        ("Filed motions in probate cases.", "go on with their work"),
        ("Started as a deckhand in the spring.", "which part did you do"),
        ("Read blueprints for steel frames.", "find out from"),
    ],
)
def test_a_verb_in_another_sense_is_not_asked_about_like_its_class(line: str, wrong: str) -> None:
    assert texts(line)
    assert not [text for text in texts(line) if wrong in text]


def test_what_was_different_is_asked_by_what_it_was_done_to() -> None:
    served = "Did people come back, thank you, or give a rating?"
    assert served in texts("Handled complaints of ferry passengers.")
    assert served not in texts("Handled crates in the cold store.")
