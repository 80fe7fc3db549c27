"""A résumé implies its first person: what can go with it, and what would say something else."""

import pytest


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("I was appointed as team liaison.", "Appointed as team liaison."),
        ("I was hired as a cashier and trained new staff.", "Hired as a cashier and trained new staff."),
        ("I was promoted to shift lead after six months.", "Promoted to shift lead after six months."),
        ("I was elected by the staff to the safety council.", "Elected by the staff to the safety council."),
        ("I was chosen to speak at the annual meeting.", "Chosen to speak at the annual meeting."),
        ("I was often called upon to greet visitors.", "Often called upon to greet visitors."),
        ("Was selected as mentor on the night shift.", "Selected as mentor on the night shift."),
        ("Was promoted to team lead after eight months", "Promoted to team lead after eight months"),
        ("I was in charge of five van drivers and ran the yard.", "In charge of five van drivers and ran the yard."),
        ("Deepened my knowledge of contract law.", "Deepened knowledge of contract law."),
        ("Improve my communication skills", "Improved communication skills"),
    ],
)  # fmt: skip
def test_what_a_resume_implies_goes(reframer, before, after):
    assert reframer.suggest(before).after == after
    assert not reframer.check(before, after)


@pytest.mark.parametrize(
    "line",
    [
        "I was driven to clients by the van.",  # "Driven" may be a trait
        "I was trained on the new till.",  # "Trained on" may be an act
        "I was asked for a quote.",  # "Asked for" is an act
        "I was asked to fill in for the cook.",  # so is "Asked to"
        "I was in charge of four drivers and run the yard.",  # "run" leans on "I"
        "We moved our stock to our new store.",  # still the first person
        "I was recruited for the night team.",  # so is "Recruited for"
        "I was selected to cover the desk and was also the key holder.",  # so does "was"
        "Improved my skill.",  # no English without an article
        "Improved my own skills.",
        "Improved my communication skills and my typing speed.",  # a pair keeps its balance
        "Built my understanding of pumps.",  # might be others' understanding
    ],
)
def test_what_would_say_something_else_stays(reframer, line):
    assert reframer.suggest(line).after == line


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("I was appointed as team liaison.", "Appointed the team liaison."),
        ("I was selected by the board.", "Selected the board."),
        ("I was promoted to shift lead.", "Promoted a shift lead."),
    ],
)
def test_who_did_it_to_whom_is_still_judged(reframer, before, after):
    assert reframer.check(before, after)
