"""The same told in another build: what others did, members that changed places, teams, shares."""

import pytest

from reframe import Reframer

SAME = [
    # what somebody else did beside the client
    ("Cut the panels; the foreman welded the seams.", "Cut the panels, with the foreman welding the seams."),
    ("Cut the panels. The seams were welded by the foreman.", "Cut the panels; the foreman welded the seams."),
    ("Kept the till book, with a senior cashier signing off every page.",
     "Kept the till book, with every page signed off by a senior cashier."),
    # members that changed places, each with its own words
    ("Sang hymns in Latin and folk songs in Welsh", "Sang folk songs in Welsh and hymns in Latin"),
    ("Watched the farrier trim hooves and fit shoes", "Watched the farrier fit shoes and trim hooves"),
    # teams, shares, averages, numbered things
    ("As a group of three students we mapped the creek.",
     "Mapped the creek as part of a group of three students."),
    ("Led three field trips, 22 pupils on each.", "Led three field trips, 22 pupils on each"),
    ("Graded essays, the average being 40 per week.", "Graded essays, averaging 40 per week."),
    ("Served ward 3 and ward 7 at lunch", "Served wards 3 and 7 at lunch"),
    ("Judged the pie contest in 2017 and again in 2019", "Judged the pie contest in 2017 and 2019"),
    # what stands for what was told in front
    ("Moved the racks to the dock, and this cut walking time by half.",
     "Moved the racks to the dock, which cut walking time by half."),
    # a verb with a prefix that no table lists
    ("Re-hanging of doors and re-glazing of windows", "Re-hung doors and re-glazed windows"),
    ("Trained a new hire", "Trained one new hire"),
    ("Won the pie prize in 2019 and again in 2021", "Won the pie prize in 2019 and 2021"),
    ("Fixed engines, including one chainsaw", "Fixed engines, including a chainsaw"),
    ("Was mentored by a senior glazier and cut panes", "Mentored by a senior glazier; cut panes"),
    ("In 2019 glazed pots; in 2021 fired kilns", "Glazed pots in 2019; fired kilns in 2021"),
    ("Assistance was given to the sexton in winter", "Assisted the sexton in winter"),
    ("Gave the provost weekly reports", "Gave weekly reports to the provost"),
    ("Ran a campaign designed to raise awareness", "Ran a campaign to raise awareness"),
    ("Answered the phone (up to 80 calls a day)", "Answered up to 80 phone calls a day"),
]  # fmt: skip

OTHER = [
    # the change was the next sentence's, not the act's
    ("Moved the racks in May. Walking time fell by 12%.",
     "Moved the racks in May, so walking time fell by 12%."),
    # who did it
    ("Cut the panels; the foreman welded the seams.", "Cut the panels and welded the seams."),
    ("Cut the panels; the foreman welded the seams.", "Cut the panels, with the seams welded by me."),
    # members whose words went over to the other
    ("Sang hymns in Latin and folk songs in Welsh", "Sang folk songs in Latin and hymns in Welsh"),
    # a phrase of one thing in front of both
    ("Painted menus and, in French, two signs for the door",
     "Painted menus in French and two signs for the door"),
    # a total is no share
    ("Ran two camps with 40 children", "Ran two camps with 40 children each"),
    # what others did and the client took in
    ("Took orders for boots from riders", "Ordered boots for riders"),
    ("Took questions from tourists", "Questioned tourists"),
    # one of a thing is a thing, and no more of them
    ("Trained one new hire", "Trained new hires"),
    ("Led a team of two", "Led one team of two"),
    ("Answered one of the phones", "Answered a phone"),
    # who taught, and who was taught
    ("Was trained by the master tailor", "Trained the master tailor"),
    ("Support was given to me by teachers", "Supported teachers"),
    # each year has its act
    ("In 2019 glazed pots; in 2021 fired kilns", "Glazed pots in 2021; fired kilns in 2019"),
    ("In 2019 glazed pots; in 2021 fired kilns", "Glazed pots and fired kilns in 2019 and 2021"),
    ("Glazed pots in 2019 and fired kilns in 2021", "In 2019 and 2021 glazed pots and fired kilns"),
    ("Took $9,000 in one weekend", "Took $9,000 a weekend"),
    ("Built a tool meant to cut waste", "Built a tool that cut waste"),
    # with whom is not whom
    ("Trained with new hires on the lathe", "Trained new hires on the lathe"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after"), SAME)
def test_another_build_of_the_same_passes(before: str, after: str, reframer: Reframer) -> None:
    assert [f.text for f in reframer.check(before, after)] == []


@pytest.mark.parametrize(("before", "after"), OTHER)
def test_another_thing_in_a_like_build_is_refused(
    before: str, after: str, reframer: Reframer
) -> None:
    assert reframer.check(before, after)
