"""The compliance analyst, step by step: take one answer away, and the line drops to what is left.

The ladder is the worked example of what role synthesis may say; see docs/explanation/claims.md.
"""

import pytest

from reframe.core.claims import Claim
from reframe.core.evidence import FIGURES, Answer, Evidence
from reframe.core.naming import bullet_id
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
    hits = [reframer.hits(reframer.parse(text), "compliance") for text in BULLETS]
    rule_ids = frozenset(hit.rule.id for found in hits for hit in found)

    def run(
        answers, *, bullets=BULLETS, rules=rule_ids, pattern_id="compliance-program", others=None
    ):
        pattern = next(p for p in reframer.book.patterns if p.id == pattern_id)
        kinds = {ask.name: ask.kind for ask in pattern.asks}
        about_others = tuple(Answer(f"{POST}/{key}", v) for key, v in (others or {}).items())
        evidence = Evidence(
            about_others
            + tuple(
                Answer(
                    question_id(POST, pattern.id, name),
                    value,
                    basis="record" if kinds[name] in FIGURES else None,
                    signed_off=True,
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


KINDS = {"drafted-documents/kinds": "policies and procedures"}
COVERED = {"trained-on-documents/covered": "yes"}
FIGURES_OF = {
    "drafted-documents/number": "6",
    "trained-on-documents/people": "45",
    "trained-on-documents/departments": "3",
}
AT_WORK = "Responsible for drafting compliance documents and training staff"


@pytest.mark.parametrize(
    ("answers", "basis", "step"),
    [
        ({}, "record", "Drafted compliance documents and trained staff"),
        (
            KINDS | COVERED, "record",
            "Drafted compliance policies and procedures and trained staff on them",
        ),
        (KINDS, "record", "Drafted compliance policies and procedures and trained staff"),
        (
            KINDS | COVERED | FIGURES_OF, "record",
            "Drafted 6 compliance policies and procedures and trained 45 staff in 3 departments on them",
        ),
        (
            KINDS | COVERED | FIGURES_OF, "estimate",
            "Drafted about 6 compliance policies and procedures and trained about 45 staff in about 3 "
            "departments on them",
        ),
        # Without a source the figures are not there.
        (
            KINDS | COVERED | FIGURES_OF, None,
            "Drafted compliance policies and procedures and trained staff on them",
        ),
    ],
    ids=["1", "2", "without Q2", "3", "3 estimated", "3 without a basis"],
)  # fmt: skip
def test_steps_1_to_3_are_the_bullets_own(reframer, answers, basis, step):
    evidence = Evidence(
        tuple(
            Answer(
                f"{bullet_id(AT_WORK)}/compliance.{key}",
                value,
                basis=basis if key in FIGURES_OF else None,
            )
            for key, value in answers.items()
        )
    )
    suggestion = reframer.suggest(AT_WORK, position="Compliance Analyst", ledger=evidence)
    assert suggestion.after == step


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


WON = {
    "resisted": "yes",
    "who": "finance and operations",
    "agreed": "put vendor reviews first",
    "part": ("brought the facts or figures", "spoke with each side"),
    "brought": "I did",
    "proof": "in minutes or an e-mail",
}
COUNTED = WON | {
    "counted": "overdue vendor reviews",
    "before": "60",
    "after": "12",
    "period": "six months",
    "causes": "nothing else",
    "share": "most of it",
}
STEP_9 = "Won agreement from finance and operations to put vendor reviews first"
STEP_10 = f"{STEP_9} (overdue vendor reviews went from 60 to 12 in six months)"
LOWER_9 = STEP_9.replace("Won", "Helped win")


def test_a_changed_decision_raises_the_questions_of_steps_9_and_10(role):
    changed = {"compliance-program/changed_decision": "vendor reviews came first"}
    assert role({}, pattern_id="influence") is None
    raised = role({}, pattern_id="influence", others=changed)
    assert (line(raised), len(raised.questions)) == ("", 12)


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        (COUNTED, STEP_10),
        *((without(COUNTED, name), STEP_9) for name in COUNTED.keys() - WON.keys()),
        (COUNTED | {"causes": "something just as big"}, STEP_9),
        (COUNTED | {"share": "about half of it"}, STEP_9),
        (WON, STEP_9),
        (without(WON, "resisted"), LOWER_9),
        (WON | {"brought": "I did with others"}, LOWER_9),
        (WON | {"part": ("presented it",)}, LOWER_9),
        (WON | {"proof": "nowhere"}, "Took part in talks with finance and operations"),
        (without(WON, "agreed"), "Took part in talks with finance and operations"),
        (without(WON, "who"), ""),
    ],
)
def test_steps_9_and_10_say_who_agreed_to_what_and_what_was_counted(role, answers, expected):
    assert line(role(answers, pattern_id="influence")) == expected


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
