"""The shared questions and the value categories that come with the package."""

from pathlib import Path

import pytest

from reframe.bundled import bundled
from reframe.core.claims import Claim
from reframe.core.evidence import FIGURES
from reframe.tables.problems import Problem
from reframe.tables.shared import read_questions, read_values

problems: list[Problem] = []
QUESTIONS = read_questions(bundled("data", "tables", "questions.toml"), problems)
VALUES = read_values(bundled("data", "tables", "values.toml"), problems)


def test_the_tables_are_sound():
    assert problems == []
    assert len(QUESTIONS) == 17
    assert len(VALUES) == 14


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)
def test_a_shared_question_is_one_question(question):
    assert question.text.endswith("?")
    assert question.text.count("?") == 1, "one thing at a time"
    assert question.licenses


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)
def test_a_figure_licenses_scope_and_nothing_else_does_so_alone(question):
    assert (question.licenses == {Claim.SCOPE}) == (question.kind in FIGURES)


@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES)
def test_a_purpose_completes_a_sentence(value):
    assert value.purpose[0].islower()
    assert not value.purpose.endswith(".")


def test_a_broken_table_is_told_with_its_place(tmp_path: Path):
    found: list[Problem] = []
    path = tmp_path / "questions.toml"
    path.write_text("[N]\ntext = \n")
    read_questions(path, found)
    read_questions(tmp_path / "none.toml", found)
    assert [(p.path.name, p.line) for p in found] == [("questions.toml", 2), ("none.toml", 1)]
