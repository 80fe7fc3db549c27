"""The brief: what a coach writes, and what is said when it is wrong."""

import pytest

from reframe.core.target import Requirement
from reframe.errors import TargetError
from reframe.formats.target_brief import read_brief
from reframe.formats.target_new import new_brief

LEVELS = ("assistant", "specialist")
VALUES = {"RISK": "Risk", "TIME": "Time"}


def read(text: str):
    return read_brief(text, name="brief.yaml", levels=LEVELS, values=VALUES)


def problems(text: str) -> list[str]:
    with pytest.raises(TargetError) as caught:
        read(text)
    return str(caught.value).splitlines()


def test_a_brief_is_read_without_its_private_part():
    brief = read(
        "schema: 1\nrole: Audit Clerk\nlevel: assistant\nvalue: [RISK]\ndiffers: Less travel\n"
        "requirements:\n  - must: Excel\n  - nice: Polish\n  - must: excel\n"
        "private:\n  why: because of the zebra\n"
    )
    target = brief.target
    assert (target.role, target.level, target.value, target.differs) == (
        "Audit Clerk", "assistant", ("RISK",), "Less travel",
    )  # fmt: skip
    assert target.requirements == (Requirement("Excel", "must"), Requirement("Polish", "nice"))
    assert "zebra" not in repr(brief)


def test_listed_requirements_decide_over_a_pasted_advertisement():
    brief = read("schema: 1\nrole: Clerk\nadvertisement: |\n  Must have: Excel\n")
    assert brief.advertisement == "Must have: Excel\n"
    brief = read("schema: 1\nrole: Clerk\nadvertisement: Excel\nrequirements:\n  - must: Word\n")
    assert brief.advertisement == ""


def test_every_problem_is_told_with_its_place():
    found = problems(
        "schema: 1\n"
        "role: Clerk\n"
        "levle: senior\n"
        "level: boss\n"
        "value: [RISK, GLORY]\n"
        "requirements:\n"
        "  - must: Excel\n"
        "  - Excel\n"
        "  - want: Word\n"
        "private: {why: zebra}\n"
    )
    assert [line.split(": ")[0] for line in found] == [
        "brief.yaml:3:1", "brief.yaml:4:1", "brief.yaml:5:15", "brief.yaml:8:5", "brief.yaml:9:5",
    ]  # fmt: skip
    assert "zebra" not in "".join(found)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("", "brief.yaml:1:1: a brief is a map"),
        ("- role: Clerk\n", "brief.yaml:1:1: a brief is a map"),
        ("role: Clerk\n", "brief.yaml:1:1: schema None is not 1"),
        ("schema: 1\n", "brief.yaml:1:1: a brief needs 'role'"),
        ("schema: 1\nrole: [a\n", "brief.yaml:3:1: not valid YAML"),
        ("schema: 1\nrole: Clerk: junior\n", "brief.yaml:2:12: not valid YAML"),
        ("schema: 1\nrole: {a: b}\n", "brief.yaml:2:1: 'role' is a text"),
        ("schema: 1\nrole: Clerk\nrequirements: Excel\n", "brief.yaml:3:1: 'requirements' is a list"),
        ("schema: 1\nrole: a\nrole: b\n", "brief.yaml:3:1: not valid YAML"),
    ],
)  # fmt: skip
def test_a_broken_brief_is_one_clear_line(text, start):
    (line,) = problems(text)
    assert line.startswith(start), line


@pytest.mark.parametrize(
    "text",
    ["Excel", "2+ years", "a: b", "yes", "# no comment", '"quoted"', "-", "ends with:", "é{x}"],
)
def test_a_new_brief_reads_back_what_was_put_in(text):
    requirements = (Requirement(text, "must"), Requirement(f"{text} x", "duty"))
    made = new_brief(f"Clerk: {text}", requirements, levels=LEVELS, values=VALUES)
    target = read(made).target
    assert (target.role, target.requirements) == (f"Clerk: {text}", requirements)
    assert read(new_brief("Clerk", (), levels=LEVELS, values=VALUES)).target.requirements == ()
