"""Every rule carries its own proof: its examples and silences run through the whole engine."""

import pytest

from reframe import Reframer
from reframe.engine.proving import prove
from reframe.tables.lint import lint

RULES = Reframer().book.rules


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_the_examples_and_silences_of(rule, reframer):
    assert [f"{'.'.join(map(str, keys))}: {what}" for keys, what in prove(rule, reframer)] == []


def test_the_tables_have_no_problems(reframer):
    assert [str(problem) for problem in lint(reframer.book, lexicon=reframer.lexicon)] == []
