"""When an answer is enough."""

import pytest

from reframe.core.evidence import Answer
from reframe.core.needs import meets
from reframe.core.rule import Ask, Need

KINDS = Ask("kinds", "What kinds?", "text")
COUNT = Ask("n", "How many?", "count")
FIRST = Ask("first", "Were you the first?", "yes_no")
START = Ask("start", "How did it begin?", "choice", of=("blank page", "template", "none"))
PARTS = Ask("parts", "Which?", "several", of=("a", "b", "c", "d"))


def said(value, **more):
    return Answer("x/y/z", value, **more)


@pytest.mark.parametrize(
    ("need", "ask", "answer", "met"),
    [
        (Need("any"), KINDS, said("policies"), True),
        (Need("any"), KINDS, None, False),
        (Need("any"), KINDS, said("Not sure."), False),
        (Need("any"), KINDS, said("none"), False),
        (Need("any"), START, said("none"), True),
        (Need("any"), COUNT, said("45", basis="record"), True),
        (Need("any"), COUNT, said("45"), False),
        (Need("any"), COUNT, said("45", basis="record", print_ok=False), False),
        (Need("yes"), FIRST, said("Yes"), True),
        (Need("yes"), FIRST, said("no"), False),
        (Need("no"), FIRST, said("No."), True),
        (Need("no"), FIRST, said("not sure"), False),
        (Need("one_of", ("blank page",)), START, said("Blank page"), True),
        (Need("one_of", ("blank page",)), START, said("template"), False),
        (Need("none_of", ("template",)), START, said("blank page"), True),
        (Need("none_of", ("template",)), START, None, False),
        (Need("at_least", count=2), PARTS, said(("a", "b")), True),
        (Need("at_least", count=2), PARTS, said(("a",)), False),
        (Need("at_least", values=("c",), count=2), PARTS, said(("a", "b")), False),
        (Need("at_least", values=("c",), count=2), PARTS, said(("a", "c")), True),
        (Need("at_least", count=2, of=("a", "b")), PARTS, said(("a", "c")), False),
    ],
)
def test_an_answer_meets_a_need(need, ask, answer, met, lexicon):
    assert meets(need, ask, answer, lexicon) is met
