"""The compliance analyst, step by step: take one answer away, and the line drops to what is left.

The ladder is the worked example of what role synthesis may say; see docs/explanation/claims.md.
"""

import pytest

from reframe.core.claims import Claim
from reframe.core.evidence import FIGURES, Answer, Evidence
from reframe.core.synthesis import question_id, synthesise

POST = "compliance-analyst-0000"
BULLETS = [
    "Responsible for drafting compliance documents and training staff",
    "Helped with internal audits",
    "Maintained compliance files",
    "Followed up on audit items",
]
PARTS = (
    "written rules", "training", "checks that the rules are kept", "a look at the risks",
    "putting right what went wrong", "records as proof",
)  # fmt: skip

# Everything that step 6 needs: a to g of the ladder.
CO_LED = {
    "before": "unwritten habits",
    "found": ("none of these",),
    "at_end": PARTS,
    "mine": ("written rules", "training", "records as proof"),
    "your_part": "I shaped it",
    "first_draft": "I did",
    "trained": "yes",
    "decision_one": "the order of the policies",
    "decision_two": "who was trained first",
    "others": "people with an equal say",
    "partners": "the associate general counsel",
    "last_word": "we did together",
    "span": "yes",
    "mandate": "I was asked",
    "recognition": "my manager would say that I co-led it",
    "adopted": "yes",
}
LED = CO_LED | {
    "others": "people with less say than I had",
    "partners": "",
    "last_word": "I did",
    "recognition": "a document says that I led it",
}
WEIGHED = {
    "weighed": "two or three times",
    "ran_weighing": "I did",
    "functions": "finance and operations",
    "purpose": "yes",
}
DECIDED = WEIGHED | {
    "changed_decision": "vendor reviews came first",
    "stake": "viability and bottom line",
}

STEP_5 = "Helped build the company's first formal compliance program, writing policies and training staff"
STEP_6 = "Co-led the creation and formalization of the company's compliance program"
STEP_7 = (
    "then ran risk-reward analyses with finance and operations to focus mitigation on the "
    "changes that mattered most to the business"
)
STEP_8 = (
    "then ran the risk-reward analyses that focused mitigation on the changes that mattered "
    "most to its viability and bottom line"
)


@pytest.fixture
def role(reframer):
    pattern = next(p for p in reframer.book.patterns if p.id == "compliance-program")
    kinds = {ask.name: ask.kind for ask in pattern.asks}
    hits = [reframer.hits(reframer.parse(text), "compliance") for text in BULLETS]
    rule_ids = frozenset(hit.rule.id for found in hits for hit in found)

    def run(answers, *, bullets=BULLETS, rules=rule_ids):
        evidence = Evidence(
            tuple(
                Answer(
                    question_id(POST, pattern.id, name),
                    value,
                    basis="record" if kinds[name] in FIGURES else None,
                )
                for name, value in answers.items()
                if value
            )
        )
        return synthesise(POST, bullets, rules, pattern, evidence, reframer.lexicon)

    return run


def line(found) -> str:
    return found.scope_line if found else ""


def without(answers, *names):
    return {name: value for name, value in answers.items() if name not in names}


def test_ordinary_tasks_raise_the_question_and_say_nothing(role):
    found = role({})
    assert len(found.shown) >= 3
    assert found.questions
    assert line(found) == ""


def test_two_elements_are_a_coincidence(role):
    assert (
        role({}, bullets=["Filed mail"], rules=frozenset({"compliance.maintained-files"})) is None
    )


def test_step_6_needs_all_of_a_to_g(role):
    found = role(CO_LED)
    assert line(found) == STEP_6
    assert found.claims == {Claim.LEADERSHIP}
    assert len(found.answer_ids) >= 12


@pytest.mark.parametrize(
    ("missing", "expected"),
    [
        ("decision_one", STEP_5),
        ("decision_two", STEP_5),
        ("partners", STEP_5),
        ("others", STEP_5),
        ("last_word", STEP_5),
        ("span", STEP_5),
        ("mandate", STEP_5),
        ("recognition", STEP_5),
        ("trained", STEP_6),
        ("before", ""),
        ("at_end", ""),
        ("mine", ""),
        ("your_part", ""),
        ("adopted", ""),
    ],
)
def test_without_one_answer_step_6_drops(role, missing, expected):
    assert line(role(without(CO_LED, missing))) == expected


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"mandate": "I just stepped in"}, STEP_5),
        ({"recognition": "neither"}, STEP_5),
        ({"span": "no"}, STEP_5),
        ({"span": "not sure"}, STEP_5),
        ({"adopted": "no", "span": "no"}, ""),
        ({"your_part": "I did my pieces of it"}, STEP_5),
        ({"your_part": "I followed instructions", "decision_one": "", "decision_two": ""}, ""),
        ({"mine": ("written rules", "training")}, STEP_5),
        ({"at_end": ("written rules", "training", "records as proof")}, STEP_5),
        ({"others": "people under someone who headed it", "last_word": "someone else did"}, STEP_5),
    ],
)
def test_a_weaker_answer_drops_step_6(role, change, expected):
    assert line(role(CO_LED | change)) == expected


@pytest.mark.parametrize(
    ("before", "noun"),
    [
        ("nothing", "creation"),
        ("unwritten habits", "creation and formalization"),
        ("some written rules", "formalization"),
    ],
)
def test_only_the_noun_that_holds_is_printed(role, before, noun):
    answers = CO_LED | {"before": before}
    if before == "some written rules":
        answers |= {"found": ("written rules",)}
    assert line(role(answers)) == f"Co-led the {noun} of the company's compliance program"


def test_led_needs_the_last_word_and_no_equal_partner(role):
    led = role(LED)
    assert line(led) == STEP_6.replace("Co-led", "Led")
    assert line(role(LED | {"recognition": "my manager would say that I co-led it"})) == STEP_5


def test_the_analyses_go_on_from_step_6(role):
    assert line(role(CO_LED | WEIGHED)) == f"{STEP_6}, {STEP_7}"
    assert line(role(CO_LED | DECIDED)) == f"{STEP_6}, {STEP_8}"
    assert line(role(LED | DECIDED)) == f"{STEP_6.replace('Co-led', 'Led')}, {STEP_8}"


@pytest.mark.parametrize("missing", ["changed_decision", "stake"])
def test_without_a_decision_or_a_stake_the_analyses_have_a_purpose_and_no_result(role, missing):
    assert line(role(without(CO_LED | DECIDED, missing))) == f"{STEP_6}, {STEP_7}"


@pytest.mark.parametrize("missing", ["weighed", "ran_weighing", "functions", "purpose"])
def test_without_one_of_its_answers_the_analysis_is_not_said(role, missing):
    assert line(role(without(CO_LED | DECIDED, missing))) == STEP_6


EXISTING = {
    "before": "a formal program", "mine": ("written rules", "training"), "your_part": "I shaped it",
    "decision_one": "what to keep", "adopted": "yes", "others": "nobody",
}  # fmt: skip


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        (EXISTING | {"change": "rebuilt most of it"}, "Rebuilt the company's compliance program"),
        (EXISTING | {"change": "added parts to it"}, "Extended the company's compliance program"),
        (EXISTING | {"change": "kept it running"}, ""),
        (
            EXISTING | {
                "before": "the parent company's program", "change": "fitted it to our unit",
                "unit": "the Leeds branch",
            },
            "Adapted the parent company's compliance program for the Leeds branch",
        ),
        (
            {
                "before": "nothing", "first_draft": "outside counsel", "direct": "yes",
                "mine": ("training",), "your_part": "I did my pieces of it", "adopted": "yes",
            },
            "Worked with outside counsel to put in place the company's first formal compliance "
            "program",
        ),
        (
            {
                "before": "nothing", "first_draft": "I did", "policy": "code of conduct",
                "approver": "the board", "material": "I did", "your_part": "I shaped it",
            },
            "Wrote the company's first code of conduct and the training that introduced it",
        ),
    ],
    ids=["rebuilt", "extended", "kept running", "adapted", "outside counsel", "step 4"],
)  # fmt: skip
def test_what_was_not_built_from_nothing_is_said_as_it_was(role, answers, expected):
    assert line(role(answers)) == expected


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        (CO_LED | {"others": "nobody"}, "who built it"),
        (CO_LED | {"last_word": "I did"}, "cannot both be true"),
        (CO_LED | {"adopted": "no"}, "what happened to it"),
        (CO_LED | {"mine": (*PARTS, "reports to the top")}, "what became of it"),
        (CO_LED | {"your_part": "I followed instructions"}, "whose choices they were"),
        (CO_LED | {"before": "nothing", "found": ("training",)}, "ask what they were"),
        (CO_LED | DECIDED | {"weighed": "never"}, "what was weighed"),
    ],
)
def test_answers_that_cannot_all_be_true_stop_the_ladder(role, answers, told):
    found = role(answers)
    assert line(found) == ""
    assert any(told in conflict for conflict in found.conflicts)


def test_what_is_never_said(role, reframer):
    pattern = next(p for p in reframer.book.patterns if p.id == "compliance-program")
    drafts = " ".join(step.draft for step in pattern.ladder).casefold()
    for word in ("officer", "head of", "ensured", "eliminated", "sole", "transformed"):
        assert word not in drafts
