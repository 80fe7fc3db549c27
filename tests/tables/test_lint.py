"""The mistakes that a file's shape does not show."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reframe.core.lexicon import Lexicon
from reframe.core.rule import Rule
from reframe.tables.lint import lint, main
from reframe.tables.load import load_rules
from reframe.tables.problems import Keys
from tests.tables.conftest import RULE, change

Lint = Callable[[], list[str]]
PATTERN = "patterns/notice-system.yaml"
GO_TO = "rules/clerical/go-to-person.yaml"


@pytest.fixture
def lint_lines(base: Path, lexicon: Lexicon) -> Lint:
    def lines() -> list[str]:
        book = load_rules(lexicon=lexicon, base=base)
        return [str(problem).replace(f"{base}/", "") for problem in lint(book, lexicon=lexicon)]

    return lines


def test_a_sound_set_has_no_problems(lint_lines: Lint):
    assert lint_lines() == []


MISTAKES = [
    # references
    (RULE, "value: [INFO, RISK]", "value: [INFO, RIKS]", "5:15: no value has the code 'RIKS'; did you mean 'RISK'?"),
    (RULE, "domain: [documents_records]", "domain: [document_records]", "9:14: there is no domain 'document_records'; did you mean 'documents_records'?"),
    (RULE, "unless:", "  frame: [responsible_fr]\nunless:", "12:11: there is no frame 'responsible_fr'; did you mean 'responsible_for'?"),
    (PATTERN, "families: [clerical]", "families: [clerica]", "6:12: there is no family 'clerica'; did you mean 'clerical'?"),
    (PATTERN, "rules: [clerical.drafted-notices]", "rules: [clerical.drafted-notice]", "9:45: there is no rule 'clerical.drafted-notice'; did you mean 'clerical.drafted-notices'?"),
    (PATTERN, "raise_at: 2", "raise_at: 3", "11:1: the pattern has 2 elements and wants 3; lower it"),
    (PATTERN, '  - step: "1"\n    answers', '  - step: "3"\n    answers', "21:5: no example climbs to step '1'; add one to 'examples' with its answers and what it says"),
    (PATTERN, "built: we did", "built: they did", "32:15: 'they did' is not among the choices of 'built'; did you mean 'others did'?"),
    (PATTERN, "phrases: [notice board]", "answers: {notice-system/build: [any]}", "10:46: nothing asks 'notice-system/build'; write <rule or pattern>/<name of the question>"),
    (PATTERN, "phrases: [notice board]", "answers: {notice-system/built: [you did]}", "10:46: 'you did' is not among the choices of 'notice-system/built'; did you mean 'I did'?"),
    # what the rule is for
    (RULE, "verb: [draft,", "verb: [drafted,", "7:10: 'drafted' is not a verb in its base form; write 'draft'"),
    (GO_TO, "  phrase: [go-to person, point of contact]\n", "", "6:1: nothing says which bullets the rule is for; add 'verb', 'frame' or 'phrase'"),
    # questions
    (RULE, "in a normal month?", "in a normal month.", "15:20: 'number' does not end with '?'; end with the question"),
    (RULE, ", of: [blank page, template]", "", "16:3: 'origin' is a choice with nothing to choose from; list what to choose from: of: [...]"),
    (RULE, "{use: F}", "{text: Was it the first?, kind: yes_no, of: [yes, no]}", "17:51: 'first' is a yes_no and has no 'of'; leave it out, or make the kind 'choice' or 'several'"),
    (GO_TO, ", context: true", "", "11:3: no wording uses 'hardest'; use the answer in a wording, or mark it 'context: true'"),
    (RULE, "  first:  {use: F}", "  first:  {use: F}\n  more: {use: H, context: true}", "13:1: 6 questions are too many for one line; keep the 5 that license most"),
    # needs
    (RULE, "origin: blank page", "origin: empty page", "23:24: 'empty page' is not among the choices of 'origin'; known here: blank page, template"),
    (RULE, "number: any, kinds: any", "number: yes, kinds: any", "26:13: 'number' is a count, which is not answered yes; write 'any'"),
    (RULE, "first: no, origin", "first: never, origin", "23:13: 'first' is a yes_no and offers no choices; write yes or no"),
    (RULE, "{at_least: 2, of: [staff, tenants, visitors]}", "staff", "29:13: 'readers' takes several ticks; write {includes: [...]} or {at_least: 1, of: [...]}"),
    (RULE, "at_least: 2", "at_least: 4", "29:13: 'readers' has only 3 to tick; ask for fewer"),
    (RULE, "of: [staff, tenants, visitors]}, kinds", "of: [staff, guests, visitors]}, kinds", "29:13: 'guests' is not among the choices of 'readers'; known here: staff, tenants, visitors"),
    # the order of wordings
    (RULE, "claims: [scope]", "claims: [leadership, scope]", "27:5: this wording claims more than one above it; move it up"),
    # drafts
    (RULE, "first {{ kinds }}", "first {{ kind }}", "25:5: the slot 'kind' is never asked for; ask for it, or use one of: kinds, number, origin, first, readers, object, verb"),
    (RULE, "first {{ kinds }}", "first {{ readers }}", "25:5: the slot 'readers' is not needed; add 'readers: any' to needs"),
    (RULE, "first {{ kinds }}", "first {{ first }} {{ kinds }}", "25:5: the slot 'first' would print a yes or no; say it in words, and need it"),
    (RULE, "first {{ kinds }}", "first { kinds }", "25:5: a slot is not written as {{ name }}; only names stand in slots, nothing else"),
    (RULE, "{{ kinds }} for {{ readers }}", "{{ kinds }} for {{ readers }}.", "31:5: the draft ends with a full stop; leave it out"),
    (RULE, "{{ kinds }} for {{ readers }}", "{{ kinds }} for our {{ readers }}", "31:5: the draft says 'our'; a résumé line has no first person: reword"),
    (RULE, '"Drafted {{ kinds }} for', '"Draft {{ kinds }} for', "31:5: the draft begins with 'Draft', which is no verb in the past tense; begin with one; a verb that is not known goes into the verb tables"),
    (RULE, '"Drafted {{ kinds }} for', '"drafted {{ kinds }} for', "31:5: the draft begins with a small letter; begin with a capital"),
    # claims: the draft's own words against what is declared
    (RULE, "claims: [scope]", "claims: [detail]", "28:5: the slot 'number' claims 'scope', which is not declared; add 'scope' to its claims and ask for what licenses it, or reword"),
    (RULE, '"Drafted {{ kinds }} for', '"Designed {{ kinds }} for', "31:5: 'designed' claims 'role', which is not declared; add 'role' to its claims and ask for what licenses it, or reword"),
    (RULE, '"Drafted {{ kinds }} for', '"Drafted and supervised {{ kinds }} for', "31:5: 'supervised' claims 'leadership', which is not declared; add 'leadership' to its claims and ask for what licenses it, or reword"),
    (RULE, '"Drafted {{ kinds }} for', '"Drafted the only {{ kinds }} for', "31:5: 'only' claims 'role', which is not declared; add 'role' to its claims and ask for what licenses it, or reword"),
    (RULE, '"Drafted {{ kinds }} for', '"Drafted 40 {{ kinds }} for', "31:5: the number '40' claims 'scope', which is not declared; add 'scope' to its claims and ask for what licenses it, or reword"),
    (RULE, "claims: [detail]", "claims: [wording]", "31:5: the slot 'kinds' claims 'detail', which is not declared; add 'detail' to its claims and ask for what licenses it, or reword"),
    (RULE, "claims: [role]", "claims: [never]", "25:5: a draft claims what nothing licenses; reword it to the nearest true wording"),
    (PATTERN, "claims: [role]", "claims: [detail]", "20:5: 'first' claims 'role', which is not declared; add 'role' to its claims and ask for what licenses it, or reword"),
    # proofs
    (RULE, "number: {value: \"12\", basis: estimate}", "origin: template", "26:5: no example exercises wording 2 of 'say'; add one whose answers meet its needs and those of no wording above it"),
    (RULE, "origin: blank page, first: no}", "origin: a blank page, first: no}", "53:38: 'a blank page' is not among the choices of 'origin'; did you mean 'blank page'?"),
    (RULE, '"12", basis', '"dozens", basis', "47:38: 'dozens' has no figure in it; answer with one"),
    (RULE, "  - Reviewed notices drafted by counsel\n", "", "55:1: 1 silent bullets prove too little; add at least 2 near misses on which it must not match"),
    (RULE, "origin: blank page, first: no}", "origin: blank page, first: nobody knows}", "53:58: 'nobody knows' is neither yes nor no; answer with one of them"),
    (RULE, "first: no}", "first: [no]}", "53:58: 'first' takes one answer; write one, without brackets"),
    (RULE, '"Drafted {{ kinds }} for', '"Drafted {{ kinds }}, resulting in order, for', "31:5: 'resulting in' claims 'outcome', which is not declared; add 'outcome' to its claims and ask for what licenses it, or reword"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "told"), MISTAKES)
def test_a_mistake_is_told_with_its_place(
    file: str, old: str, new: str, told: str, base: Path, lint_lines: Lint
):
    change(base / file, (old, new))
    assert f"{file}:{told}" in lint_lines()


def test_a_rule_without_a_family_is_told(base: Path, lint_lines: Lint):
    (base / "rules/clerical/family.yaml").unlink()
    told = "2:1: there is no family 'clerical'; add rules/clerical/family.yaml"
    assert any(line.startswith(f"{RULE}:{told}") for line in lint_lines())


def test_a_wording_that_needs_nothing_may_claim_nothing(base: Path, lint_lines: Lint):
    change(
        base / RULE,
        ("  - needs: {kinds: any}\n    claims: [detail]", "  - needs: {}\n    claims: [detail]"),
    )
    told = "nothing licenses what this wording claims; need an answer, or claim 'wording' alone"
    assert any(told in line for line in lint_lines())


def test_a_verb_of_the_source_claims_nothing_new(base: Path, lint_lines: Lint):
    """ "Wrote" claims authorship, unless the rule is about bullets that say so."""
    change(base / RULE, ('"Drafted {{ kinds }} for', '"Wrote {{ kinds }} for'))
    assert lint_lines() == []
    change(base / RULE, ("verb: [draft, write,", "verb: [draft,"))
    assert any("'wrote' claims 'role'" in line for line in lint_lines())


def test_managed_is_not_what_handled_says(base: Path, lint_lines: Lint):
    """One of the rule's verbs is strong, another is not: the draft could promote the weak one."""
    change(
        base / RULE,
        ("verb: [draft,", "verb: [manage, draft,"),
        ('"Drafted {{ kinds }} for', '"Managed {{ kinds }} for'),
    )
    assert any("'managed' claims 'leadership'" in line for line in lint_lines())


def test_first_aid_is_not_first(base: Path, lint_lines: Lint):
    change(base / RULE, ('"Drafted {{ kinds }} for', '"Drafted first aid {{ kinds }} for'))
    assert lint_lines() == []


def test_examples_are_run_when_there_is_something_to_run_them(base: Path, lexicon: Lexicon):
    def run(rule: Rule) -> Iterator[tuple[Keys, str]]:
        if rule.id == "clerical.go-to-person":
            yield ("examples", 0), "comes out as 'Go-to person'"

    book = load_rules(lexicon=lexicon, base=base)
    (problem,) = lint(book, lexicon=lexicon, run=run)
    assert str(problem).removeprefix(f"{base}/") == (
        f"{GO_TO}:18:5: comes out as 'Go-to person'; correct the example or the rule"
    )


def test_the_command_tells_the_problems_of_the_paths_it_is_given(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    own = tmp_path / "own"
    own.mkdir()
    (own / "half.yaml").write_text("schema: 1\nid: administrative.half\n", encoding="utf-8")
    assert main([str(own)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines
    assert all(line.startswith(f"{own}/half.yaml:1:1: ") for line in lines)
