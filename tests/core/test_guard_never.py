"""What no answer licenses, by the lists of the families."""

import pytest


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Drafted compliance documents", "Compliance officer who drafted compliance documents"),
        ("Drafted compliance documents", "Served as compliance officer and drafted documents"),
        ("Cooked on the line", "Worked as the executive chef on the line"),
    ],
)
def test_a_title_that_nobody_gave_is_refused(reframer, before, after):
    assert "title" in {finding.cls for finding in reframer.check(before, after)}


def test_a_title_of_the_source_stays(reframer):
    line = "Served as compliance officer for two branches"
    assert reframer.check(line, line) == ()


def test_somebody_else_may_hold_the_title(reframer):
    found = reframer.check(
        "Drafted policies for the general counsel", "Drafted policies for the general counsel"
    )
    assert found == ()


def test_an_act_that_the_source_names_in_another_form_is_no_title(reframer):
    before = "Ensure compliance with the fire rules"
    assert reframer.suggest(before).after == "Ensured compliance with the fire rules"
    assert reframer.check("Monitored the fire rules", "Ensured compliance with the fire rules")
