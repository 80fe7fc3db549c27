"""The commands about evidence: the ledger, the log, the questions, the sheets in every form."""

import json
import re
import shutil

import pytest

from reframe import Ledger
from reframe.bundled import bundled
from reframe.tables.new import new_rule
from tests.cli.test_commands import LEDGER, MARKDOWN, SAMPLE, one_line, reframe

LINE = "Drafted compliance documents"
HEAD = "# A. Client\n\n## Experience\n\n**Compliance Analyst**, Harlow Mutual\n2019 - 2022\n\n"


@pytest.fixture
def client(tmp_path):
    """A drafted résumé of one line, and the folder that it is drafted in."""
    (tmp_path / "client.md").write_text(f"{HEAD}- {LINE}\n")
    assert reframe("draft", tmp_path / "client.md", "-o", tmp_path / "out").returncode == 0
    return tmp_path / "out" / "client"


def answer_text(sheet, about, *, typed=None, ticked=None):
    """Fill one question of a text sheet: type under "Your answer:", or cross a box."""
    lines = sheet.read_text().splitlines()
    end = next(
        i for i, line in enumerate(lines) if line.strip().startswith("(Ref: ") and about in line
    )
    begin = max(i for i in range(end) if lines[i].strip() == "Your answer:")
    if typed:
        lines[begin] += f" {typed}"
    for at in range(begin, end):
        if ticked and f"[ ] {ticked}" in lines[at]:
            lines[at] = lines[at].replace(f"[ ] {ticked}", f"[x] {ticked}")
    sheet.write_text("\n".join(lines))


def test_a_text_sheet_is_filled_and_read_back(client):
    sheet = client / "client_questions.txt"
    answer_text(sheet, "drafted-documents/kinds", typed="policies")
    run = reframe("answers", sheet, "--on", "2026-01-31")
    assert run.returncode == 0, run.stderr
    assert "1 answer taken" in run.stdout
    [answer] = Ledger.load(client / "client.ledger.yaml").answers
    assert (answer.value, answer.on) == ("policies", "2026-01-31")


def test_a_refusal_names_the_line_where_it_stands(client):
    sheet = client / "client_questions.txt"
    about = "drafted-documents/start"
    answer_text(sheet, about, ticked="blank page")
    answer_text(sheet, about, ticked="a template")
    run = reframe("answers", sheet)
    lines = sheet.read_text().splitlines()
    place = next(i for i, line in enumerate(lines) if "[x] blank page" in line)
    assert run.returncode == 1
    assert f"line {place}: not taken: only one can be true" in run.stderr


def test_a_refused_answer_is_told_by_the_next_draft_and_can_be_cleared(tmp_path, client):
    sheet = client / "client_questions.txt"
    about = "drafted-documents/start"
    before = sheet.read_text()
    answer_text(sheet, about, ticked="blank page")
    answer_text(sheet, about, ticked="a template")
    draft = ("draft", tmp_path / "client.md", "-o", tmp_path / "out")
    for _ in range(2):  # reading the sheet does not change what is to be done
        run = reframe(*draft)
        told = one_line(run)
        assert run.returncode == 3
        assert "1 answer in it cannot be taken as written" in told
        assert re.search(r'line \d+ \(".+"\): only one can be true', told)
        assert "clear it in the sheet, or move the sheet away" in told
        assert reframe("answers", sheet).returncode == 1
    sheet.write_text(before)
    assert reframe(*draft).returncode == 0


def test_answers_that_were_not_read_are_told_apart_from_those_refused(tmp_path, client):
    sheet = client / "client_questions.txt"
    answer_text(sheet, "drafted-documents/kinds", typed="policies")
    run = reframe("draft", tmp_path / "client.md", "-o", tmp_path / "out")
    assert run.returncode == 3
    assert f"Read them first with 'reframe answers {sheet}'" in one_line(run)


def test_answers_about_rules_of_ones_own_are_taken(tmp_path):
    folder = tmp_path / "own" / "rules" / "compliance"
    folder.mkdir(parents=True)
    rule = new_rule("compliance", "stitched-flags").replace("[prepare]", "[stitch]")
    rule = rule.replace("[report]", "[flag]").replace("Prepared", "Stitched")
    (folder / "stitched-flags.yaml").write_text(rule.replace("reports", "flags"))
    (tmp_path / "client.md").write_text(f"{HEAD}- Stitched flags for the board\n")
    own = ("--rules", tmp_path / "own")
    assert reframe("draft", tmp_path / "client.md", "-o", tmp_path / "out", *own).returncode == 0
    sheet = tmp_path / "out" / "client" / "client_questions.txt"
    answer_text(sheet, "compliance.stitched-flags/kinds", typed="signal flags")
    run = reframe("answers", sheet)
    assert run.returncode == 1
    assert "Give the rules of your own with --rules" in run.stderr
    run = reframe("answers", sheet, *own)
    assert run.returncode == 0, run.stderr


def test_a_role_claim_waits_for_the_coach_and_is_printed_once_signed_off(tmp_path, client):
    key = f"{LINE.lower().replace(' ', '-')}"
    ledger = client / "client.ledger.yaml"
    found = Ledger.load(ledger)
    review = json.loads((client / "review.json").read_text())
    [bullet] = review["suggestions_by_id"]
    assert bullet.startswith(key[:10])
    prefix = f"{bullet}/compliance.drafted-documents"
    for name, value in (
        ("kinds", "policies"), ("start", "blank page"), ("before", "no"), ("approver", "the board"),
    ):  # fmt: skip
        found = found.answer(f"{prefix}/{name}", value)
    found.save(ledger)
    resume = tmp_path / "client.md"
    run = reframe("draft", resume, "-o", tmp_path / "out")
    assert "waiting for the coach's sign-off: Wrote the company's first" in run.stdout
    assert "- Drafted compliance policies\n" in (client / "client_DRAFT.md").read_text()
    told = reframe("ledger", "check", ledger, resume)
    assert told.returncode == 1
    assert "waits for sign-off: Wrote the company's first" in told.stdout
    ids = told.stdout.split("'reframe ledger sign' with: ")[1].split()
    assert reframe("ledger", "sign", ledger, *ids).returncode == 0
    assert reframe("draft", resume, "-o", tmp_path / "out").returncode == 0
    assert "- Wrote the company's first" in (client / "client_DRAFT.md").read_text()
    assert reframe("ledger", "check", ledger, resume).returncode == 0


def test_an_orphaned_answer_is_told_and_can_be_attached(tmp_path, client):
    ledger = client / "client.ledger.yaml"
    answer_text(client / "client_questions.txt", "drafted-documents/kinds", typed="policies")
    assert reframe("answers", client / "client_questions.txt").returncode == 0
    (tmp_path / "client.md").write_text(f"{HEAD}- Wrote compliance papers and filed them\n")
    run = reframe("draft", tmp_path / "client.md", "-o", tmp_path / "out")
    assert f"1 answer without a line (it was reworded or removed): {LINE}" in run.stdout
    told = reframe("ledger", "check", ledger, tmp_path / "client.md")
    assert told.returncode == 1
    old = told.stdout.split(":")[0]
    new = "wrote-compliance-papers-000000"
    assert reframe("ledger", "attach", ledger, old, new).returncode == 0
    assert Ledger.load(ledger).answers[0].question_id.startswith(new)
    assert reframe("ledger", "attach", ledger, "none-such", new).returncode == 2


def test_two_copies_merge_and_what_differs_is_told(tmp_path):
    one, other = tmp_path / "one.yaml", tmp_path / "other.yaml"
    shutil.copy(LEDGER, one)
    other.write_text(LEDGER.read_text().replace("answer: '45'", "answer: '54'"))
    run = reframe("ledger", "merge", one, other, "-o", tmp_path / "both.yaml")
    assert run.returncode == 1
    assert "1 conflict" in run.stdout
    assert "45  (document" in run.stdout
    both = Ledger.load(tmp_path / "both.yaml")
    assert {a.value for a in both.disputed} == {"45", "54"}
    assert Ledger.load(one) == Ledger.load(LEDGER)
    drafted = reframe("draft", SAMPLE, "-o", tmp_path, "--ledger", tmp_path / "both.yaml")
    assert "two different answers, neither used" in drafted.stdout
    same = reframe("ledger", "merge", one, one)
    assert (same.returncode, Ledger.load(one)) == (0, Ledger.load(LEDGER))


def test_another_clients_ledger_is_not_merged(tmp_path):
    other = tmp_path / "bo.yaml"
    other.write_text("schema: 2\nclient: Bo Field\nanswers: []\n")
    run = reframe("ledger", "merge", LEDGER, other, "-o", tmp_path / "x.yaml")
    assert run.returncode == 3
    assert "Bo Field" in one_line(run)


def test_the_sample_ledger_is_sound():
    run = reframe("ledger", "check", LEDGER, SAMPLE)
    assert run.returncode == 0, run.stdout
    shown = reframe("ledger", "show", LEDGER).stdout
    assert "slides  (client, 2025-09-08, signed off)" in shown
    rows = json.loads(reframe("ledger", "show", LEDGER, "--json").stdout)
    assert {row["id"] for row in rows} == {a.ledger_id for a in Ledger.load(LEDGER)}


@pytest.mark.parametrize("words", [("show", SAMPLE), ("check", MARKDOWN)])
def test_a_file_that_is_no_ledger_is_said_to_be_none(words):
    run = reframe("ledger", *words)
    assert run.returncode == 3
    told = f"Error: {words[1]}: this is no ledger. Give the .ledger.yaml that 'reframe draft' wrote"
    assert one_line(run).startswith(told)


def test_what_is_no_sheet_is_told_with_the_forms_of_one():
    run = reframe("answers", MARKDOWN)
    assert run.returncode == 3
    assert "Give the question sheet as .docx, .txt or .yaml." in one_line(run)


def test_a_day_to_come_is_not_the_day_of_an_answer(client):
    run = reframe("answers", client / "client_questions.txt", "--on", "2099-01-01")
    assert run.returncode == 2
    assert "this day is yet to come" in one_line(run)


def test_a_newer_ledger_is_one_clear_line(tmp_path):
    (tmp_path / "new.yaml").write_text("schema: 9\nanswers: []\n")
    run = reframe("ledger", "show", tmp_path / "new.yaml")
    assert run.returncode == 3
    assert "schema 9 is newer than 2" in one_line(run)


def test_the_sheet_has_eight_questions_and_the_guide_twenty_five(tmp_path):
    sheet = json.loads(reframe("questions", SAMPLE, "--json").stdout)
    assert len(sheet) == 8
    assert len({q["text"].casefold() for q in sheet}) == 8
    guide = tmp_path / "guide.md"
    assert reframe("questions", SAMPLE, "--interview", "-o", guide).returncode == 0
    text = guide.read_text()
    numbers = [line for line in text.splitlines() if line[:2].rstrip(".").isdigit()]
    assert 15 <= len(numbers) <= 25
    assert text.count("\n## ") >= 3
    assert "then the line can say: " in text
    assert reframe("questions", SAMPLE, "--interview", "-o", tmp_path / "x.pdf").returncode == 2
    assert len(json.loads(reframe("questions", SAMPLE, "--json", "--most", "3").stdout)) == 3
    more = reframe("questions", SAMPLE, "--most", "20")
    assert more.returncode == 2
    assert "a sheet holds at most 8 questions; a guide (--interview) holds up to 25" in more.stderr


def test_a_sheet_of_questions_is_not_written_over_its_answers(tmp_path):
    out = tmp_path / "sheet.txt"
    assert reframe("questions", MARKDOWN, "-o", out).returncode == 0
    filled = out.read_text().replace("[ ] not sure", "[x] not sure", 1)
    out.write_text(filled)
    run = reframe("questions", MARKDOWN, "-o", out)
    assert "reframe answers" in one_line(run)
    assert out.read_text() == filled


def test_the_log_is_asked_answered_and_told_by_month_and_by_value(tmp_path):
    ledger = tmp_path / "mara.ledger.yaml"
    typed = "Cleared the backlog\nthe sorting by risk\nnobody waits\n\n5\n"
    run = reframe("log", "add", ledger, "--month", "2026-02", stdin=typed)
    assert run.returncode == 0, run.stderr
    run = reframe("log", "ask", ledger, "--month", "2026-03")
    sheet = tmp_path / "mara_log-2026-03_questions.txt"
    assert str(sheet) in run.stdout
    answer_text(sheet, "monthly/did", typed="Trained two new hires")
    answer_text(sheet, "monthly/worth", ticked="other people able to do the job")
    answer_text(sheet, "monthly/changed", typed="not sure")
    assert reframe("answers", sheet).returncode == 0
    months = reframe("log", "show", ledger).stdout
    assert months.index("2026-02 (1 entry)") < months.index("Trained two new hires")
    assert "not sure" not in months
    values = reframe("log", "show", ledger, "--by", "value").stdout
    assert "Risk and compliance (1 entry)\n  Cleared the backlog" in values
    assert "People and capability (1 entry)" in values
    assert len(json.loads(reframe("log", "show", ledger, "--json").stdout)) == 2
    assert reframe("log", "ask", ledger, "--month", "March").returncode == 2


def test_the_logs_worths_are_the_value_categories():
    from reframe.tables.log import load_log
    from reframe.tables.shared import read_values

    log = load_log()
    assert len(log.asks) == 5
    assert set(log.worth.values()) == set(read_values(bundled("data", "tables", "values.toml"), []))


def test_what_may_not_be_printed_is_not_in_the_digest(tmp_path):
    ledger = Ledger().answer("log-2026-02/monthly/did", "Zyqxwork", print_ok=False)
    ledger.save(tmp_path / "x.yaml")
    assert "Zyqxwork" not in reframe("log", "show", tmp_path / "x.yaml").stdout
