"""What is weak in a bullet, whatever the rules know."""

import pytest


@pytest.mark.parametrize(
    ("line", "weak"),
    [
        ("Handled customer calls", "weak_verb"),
        ("Attended weekly meetings", "weak_verb"),
        ("Responsible for filing mail", "frame:responsible_for"),
        ("I filed mail", "first_person"),
        ("Filed mail", "no_quantity"),
        ("Filed mail", "no_outcome"),
        ("Responsible for the warehouse", "no_act"),
        ("Filed mail, sorted parcels, " + "checked every label twice, " * 7, "long"),
    ],
)
def test_what_is_weak_is_named(reframer, line, weak):
    assert weak in reframer.suggest(line).diagnosis


def test_a_strong_line_has_no_weak_opener(reframer):
    found = reframer.suggest("Cut the backlog from 214 reviews to 12 in five months").diagnosis
    assert not any(name.startswith("frame:") or name == "weak_verb" for name in found)
