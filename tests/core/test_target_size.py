"""Levels of titles, and the lines that may raise a doubt below them."""

import pytest

from reframe.core.resume import Position
from reframe.core.target import Target
from reframe.core.target_size import doubts_of, is_hands_on, size_of, step_of
from reframe.tables.target import load_target_table

TABLE = load_target_table()


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("Compliance Analyst", "specialist"),
        ("Senior Compliance Analyst", "senior"),
        ("Junior Web Developer", "assistant"),
        ("Assistant to the Director", "assistant"),
        ("Assistant Manager", "supervisor"),
        ("Office Manager", "specialist"),
        ("Operations Manager, Night Shift", "manager"),
        ("Director of Nursing", "director"),
        ("Vice President of Sales", "executive"),
        ("Product Owner", "specialist"),
        ("Line Cook", None),
    ],
)
def test_the_level_of_a_title(lexicon, title, level):
    step = step_of(title, lexicon, TABLE)
    assert (None if step is None else TABLE.level_names[step]) == level


def post(title: str, *, start: str, end: str = "", current: bool = False) -> Position:
    return Position(title, title, "", "", "", start, end, current, (), ())


def test_the_present_title_is_that_of_the_job_held_last(lexicon):
    posts = [post("Clerk", start="2010", end="2014"), post("Manager", start="2014", end="2020")]
    size = size_of(Target("Supervisor"), posts, lexicon, TABLE)
    assert (size.held, size.wanted, size.below) == ("manager", "supervisor", True)
    posts.append(post("Clerk", start="2020", current=True))
    assert not size_of(Target("Supervisor"), posts, lexicon, TABLE).below


def test_the_brief_decides_the_level_over_the_words_of_the_role(lexicon):
    posts = [post("Manager", start="2014", current=True)]
    assert size_of(Target("Shop hero"), posts, lexicon, TABLE) is None
    assert size_of(Target("Shop hero", level="assistant"), posts, lexicon, TABLE).below


@pytest.mark.parametrize(
    ("text", "doubts", "hands_on"),
    [
        ("Led a team of 12 packers", ["led or managed"], False),
        ("Hired and trained clerks", ["hired or judged"], False),
        ("Set the strategy for two stores", ["set the course"], False),
        ("Packed orders and checked stock", [], True),
        ("Helped lead the weekly meeting", [], False),
    ],
)
def test_lines_about_leading_raise_doubts(reframer, text, doubts, hands_on):
    read = reframer.parse(text)
    found = doubts_of(read, reframer.lexicon, TABLE)
    assert [doubt.partition(" ")[0] for doubt in found] == [d.partition(" ")[0] for d in doubts]
    assert is_hands_on(read, reframer.lexicon, TABLE) == hands_on


def test_every_plainer_verb_is_of_the_same_level_or_below_and_passes_the_guard(reframer):
    from reframe.core.inflect import inflect

    lexicon = reframer.lexicon
    for grand, plain in TABLE.plainer_verbs.items():
        assert lexicon.claim_of(plain).rank <= lexicon.claim_of(grand).rank
        before, after = (f"{inflect(v, 'past', lexicon).capitalize()} the weekly packing plans"
                         for v in (grand, plain))  # fmt: skip
        assert reframer.check(before, after) == (), (before, after)


def test_every_term_passes_the_guard_both_ways(reframer):
    for one, other in TABLE.terms:
        for before, after in ((one, other), (other, one)):
            found = reframer.check(f"Reviewed {before} at night", f"Reviewed {after} at night")
            assert found == (), (before, after)
