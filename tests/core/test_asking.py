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
    "line", ["Inventory analysis and management", "Design and coding of games"]
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
    found = texts("Used design patterns like DAO and DTO.")[0]
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
