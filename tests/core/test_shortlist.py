"""Which questions go on a sheet: each thing is asked once, in whatever words."""

from dataclasses import replace

import pytest

from reframe.core.claims import Claim
from reframe.core.evidence import GENERIC, Question
from reframe.core.shortlist import ranked, sheet_limits, shortlist


def question(
    text, about="filed-1", *, kind="text", rule="a.b", name="x", claim=Claim.DETAIL, **more
):
    return Question(
        f"{about}/{rule}/{name}", text, kind, about, rule, claims=frozenset({claim}), **more
    )


WHO = question("Who approved it (the job title is enough)?", shared="A")


def sheet(*questions, most=8):
    return shortlist(ranked(questions), sheet_limits(most))


@pytest.mark.parametrize(
    "text",
    [
        "Who approved it?",
        "who approved it (a manager, say)?",
        "Who approved it (the job title is enough)?",
    ],
)
def test_a_question_about_two_lines_is_asked_once_and_names_both(text):
    other = question(text, "typed-2", rule="c.d")
    [asked] = sheet(WHO, other)
    assert (asked.id, asked.also) == (WHO.id, (other.id,))


def test_one_figure_never_holds_for_two_lines():
    counts = [question("How many a week?", about, kind="count") for about in ("filed-1", "typed-2")]
    [asked] = sheet(*counts)
    assert asked.also == ()


def test_words_of_ones_own_hold_for_one_line_alone():
    lines = ("filed-1", "typed-2", "ran-3", "sold-4")
    same = [question("What did you do yourself?", each, rule=GENERIC) for each in lines]
    asked = sheet(*same, most=12)
    assert [q.about for q in asked] == ["filed-1", "typed-2", "ran-3"]
    assert all(q.also == () for q in asked)


def test_different_choices_are_not_one_answer():
    one = question("Who decided?", kind="choice", of=("I did", "my boss"))
    other = replace(one, id="typed-2/a.b/x", about="typed-2", of=("I did", "nobody"))
    [asked] = sheet(one, other)
    assert asked.also == ()


def test_two_rules_of_one_line_do_not_ask_for_the_same_thing():
    other = question("Who signed what you typed?", rule="c.d", shared="A")
    assert len(sheet(WHO, other)) == 1


def test_questions_about_other_things_stay_apart():
    assert len(sheet(WHO, question("Who read it?"))) == 2


def test_the_most_valuable_comes_first_and_one_line_takes_a_quarter():
    low = [question(f"What is {word}?", claim=Claim.DETAIL) for word in ("red", "blue", "green")]
    high = question("Which part was yours?", "typed-2", claim=Claim.ROLE)
    assert [q.text for q in sheet(*low, high)] == [high.text, low[0].text, low[1].text]


def test_what_shows_more_of_a_pattern_is_asked_first():
    seldom = question("Was it official?", "post-1", role=True)
    likely = question("Who built it?", "post-2", role=True, likely=2.0)
    assert sheet(seldom, likely)[0] is likely
