"""The command line as its users meet it: what it prints, what it writes, and how it fails."""

import io
import json
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from reframe.bundled import bundled

SAMPLE = bundled("data", "samples", "mara-okonski.docx")
MARKDOWN = bundled("data", "samples", "mara-okonski.md")
LEDGER = bundled("data", "samples", "mara-okonski.ledger.yaml")
HOSTILE = Path(__file__).parents[1] / "formats" / "docx" / "samples" / "hostile"


def reframe(
    *words: object, cwd: Path | None = None, stdin: str = ""
) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-m", "reframe", *map(str, words)],
        capture_output=True, text=True, cwd=cwd, input=stdin, check=False,
    )  # fmt: skip


def one_line(run: subprocess.CompletedProcess) -> str:
    """The error of a run, which must be one line and no traceback."""
    lines = [line for line in run.stderr.splitlines() if line.startswith("Error: ")]
    assert "Traceback" not in run.stderr
    assert len(lines) == 1
    return lines[0]


def test_a_bullet_is_shown_before_and_after_with_reason_and_questions():
    run = reframe("bullet", "Helped with month-end close and reconciled 40 accounts")
    assert run.returncode == 0
    assert "- Helped with month-end close and reconciled 40 accounts" in run.stdout
    assert "+ Reconciled 40 accounts and supported the month-end close" in run.stdout
    assert "? " in run.stdout


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Assist with hiring and selecting grooms for spring races", "Only reworded where it is certain"),
        ("Worked till, SOP's and mill upkeep greeter.", "Only repaired"),
    ],
)  # fmt: skip
def test_what_was_done_to_a_doubtful_line_is_told_as_it_is(line, told):
    shown = reframe("bullet", line).stdout
    assert f"{told}: not certain how to read the whole, ask." in shown


def test_bullets_are_read_from_standard_input_and_printed_as_json():
    run = reframe("bullet", "-", "--json", stdin="Responsible for filing papers\n\nFiled mail\n")
    first, second = json.loads(run.stdout)
    assert first["before"] == "Responsible for filing papers"
    assert (second["changed"], second["after"]) == (False, "Filed mail")
    assert {"start", "end", "origin"} == set(first["provenance"][0])


def test_a_draft_writes_its_folder_and_leaves_the_source_alone(tmp_path):
    resume = shutil.copy(SAMPLE, tmp_path / "client.docx")
    before = Path(resume).read_bytes()
    run = reframe("draft", resume, "-o", tmp_path / "out", "--json")
    assert run.returncode == 0, run.stderr
    figures = json.loads(run.stdout)
    assert figures["bullets"] == 21
    assert sorted(path.name for path in (tmp_path / "out" / "client").iterdir()) == [
        "client.ledger.yaml", "client_DRAFT.docx", "client_questions.docx",
        "client_questions.txt", "client_questions.yaml", "report.html", "review.json",
    ]  # fmt: skip
    assert Path(resume).read_bytes() == before


def test_a_draft_is_signed_and_dated_as_asked(tmp_path):
    made = []
    for out in (tmp_path / "one", tmp_path / "two"):
        run = reframe(
            "draft", SAMPLE, "-o", out, "--author", "Ada Coach", "--date", "2026-02-03", "--json"
        )
        assert run.returncode == 0, run.stderr
        [draft] = [Path(p) for p in json.loads(run.stdout)["written"] if p.endswith("DRAFT.docx")]
        made.append(draft.read_bytes())
    assert made[0] == made[1]
    body = zipfile.ZipFile(io.BytesIO(made[0])).read("word/document.xml").decode()
    assert set(re.findall(r'w:author="([^"]*)"', body)) == {"Ada Coach"}
    assert set(re.findall(r'w:date="([^"]*)"', body)) == {"2026-02-03T00:00:00Z"}
    wrong = reframe("draft", SAMPLE, "-o", tmp_path / "three", "--date", "3.2.2026")
    assert wrong.returncode == 2 and "YYYY-MM-DD" in wrong.stderr + wrong.stdout


def test_a_markdown_resume_is_drafted_too(tmp_path):
    run = reframe("draft", MARKDOWN, "-o", tmp_path)
    assert run.returncode == 0, run.stderr
    text = (tmp_path / "mara-okonski" / "mara-okonski_DRAFT.md").read_text()
    assert "- Drafted compliance documents and trained staff" in text


def test_answers_make_the_second_draft_stronger(tmp_path):
    resume = shutil.copy(SAMPLE, tmp_path / "client.docx")
    out = tmp_path / "out"
    first = json.loads(reframe("draft", resume, "-o", out, "--json").stdout)
    assert first["scope_lines"] == []
    run = reframe("draft", resume, "-o", out, "--ledger", LEDGER, "--json")
    (scope,) = json.loads(run.stdout)["scope_lines"]
    assert "Co-led the creation and formalization of the company's compliance program" in scope


def test_a_filled_sheet_reaches_the_ledger_and_the_next_draft(tmp_path):
    resume = tmp_path / "client.md"
    resume.write_text(
        "# A. Client\n\n## Experience\n\n**Compliance Analyst**, Harlow Mutual\n2019 - 2022\n\n"
        "- Drafted compliance documents\n"
    )
    folder = tmp_path / "out" / "client"
    assert reframe("draft", resume, "-o", tmp_path / "out").returncode == 0
    sheet = folder / "client_questions.yaml"
    lines = sheet.read_text().splitlines()
    at = next(i for i, line in enumerate(lines) if line.endswith("drafted-documents/kinds"))
    at = next(i for i in range(at, len(lines)) if lines[i].strip() == "answer:")
    lines[at] += " policies"
    sheet.write_text("\n".join(lines))
    # Other forms of a date are read, and written in the one that sorts.
    run = reframe("answers", sheet, "--on", "20260131")
    assert run.returncode == 0, run.stderr
    assert "1 answer taken" in run.stdout
    confirmed = (folder / "client.ledger.yaml").read_text()
    assert "answer: policies" in confirmed
    assert "2026-01-31" in confirmed
    assert "20260131" not in confirmed
    assert reframe("answers", sheet, "--on", "31.1.2026").returncode == 2
    assert reframe("draft", resume, "-o", tmp_path / "out").returncode == 0
    assert "- Drafted compliance policies" in (folder / "client_DRAFT.md").read_text()


def test_one_bad_file_never_stops_the_others(tmp_path):
    shutil.copy(SAMPLE, tmp_path / "good.docx")
    for bad in HOSTILE.glob("*.docx"):
        shutil.copy(bad, tmp_path / bad.name)
    run = reframe("draft", tmp_path, "-o", tmp_path / "out", "--json")
    assert run.returncode == 3
    rows = [json.loads(line) for line in run.stdout.splitlines()]
    errors = [row for row in rows if row.get("status") == "failed"]
    assert len(errors) == len(list(HOSTILE.glob("[!~]*.docx")))
    assert all("\n" not in row["error"] for row in errors)
    made = {path.name for path in (tmp_path / "out").iterdir()}
    assert made == {".reframe", "good", "report.csv", "report.html"}
    assert "Traceback" not in run.stderr


def test_two_clients_with_one_file_name_do_not_share_a_folder(tmp_path):
    for name in ("anna", "bert"):
        (tmp_path / name).mkdir()
        shutil.copy(SAMPLE, tmp_path / name / "resume.docx")
    run = reframe("draft", tmp_path / "anna", tmp_path / "bert", "-o", tmp_path / "out", "--json")
    *rows, _ = map(json.loads, run.stdout.splitlines())
    folders = {row["folder"] for row in rows}
    assert len(folders) == 2


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("empty.md", "", "empty"),
        ("blank.txt", " \n\n", "empty"),
        ("resume.html", "<p>x</p>", "not read"),
    ],
)
def test_a_file_that_is_no_resume_is_one_clear_line(tmp_path, name, text, told):
    (tmp_path / name).write_text(text)
    run = reframe("draft", tmp_path / name, "-o", tmp_path / "out")
    assert run.returncode == 3
    assert told in one_line(run)
    assert not (tmp_path / "out").exists()


def test_a_resume_without_bullets_is_a_stated_result(tmp_path):
    (tmp_path / "short.md").write_text("# A. Client\n\nclient@example.com\n\n## Skills\n\nExcel\n")
    run = reframe("draft", tmp_path / "short.md", "-o", tmp_path / "out")
    assert run.returncode == 0, run.stderr
    assert "0 bullets" in run.stdout


def test_a_missing_file_is_one_clear_line(tmp_path):
    run = reframe("draft", tmp_path / "none.docx", "-o", tmp_path)
    assert run.returncode == 3
    assert "no such file" in one_line(run)


def test_a_malformed_ledger_is_one_clear_line(tmp_path):
    (tmp_path / "bad.yaml").write_text("schema: 1\nanswers:\n  - question: a\n")
    run = reframe("draft", SAMPLE, "-o", tmp_path / "out", "--ledger", tmp_path / "bad.yaml")
    assert run.returncode == 3
    assert "bad.yaml:3:5" in one_line(run)
    assert not (tmp_path / "out").exists()


def test_an_output_folder_that_cannot_be_written_is_one_clear_line(tmp_path):
    (tmp_path / "out").write_text("a file stands where the folder should be")
    run = reframe("draft", SAMPLE, "-o", tmp_path / "out")
    assert run.returncode == 3
    assert "cannot be written" in one_line(run)


def test_a_malformed_rule_is_told_with_its_line(tmp_path):
    rule = tmp_path / "rules" / "compliance" / "broken.yaml"
    rule.parent.mkdir(parents=True)
    rule.write_text("schema: 1\nid: compliance.broken\nverson: 1\n")
    run = reframe("rules", "check", "--family", "compliance", "--rules", tmp_path)
    assert run.returncode == 1
    assert "broken.yaml:3:1" in run.stdout
    draft = reframe("draft", SAMPLE, "-o", tmp_path / "out", "--rules", tmp_path)
    assert draft.returncode == 3
    assert "broken.yaml:3:1" in draft.stderr
    assert "Traceback" not in draft.stderr


def test_check_finds_what_was_made_up_and_exits_with_1():
    run = reframe("check", "Helped with month-end close", "Led month-end close")
    assert run.returncode == 1
    assert '"Led" claims more' in run.stdout
    assert reframe("check", "Responsible for filing mail", "Filed mail").returncode == 0


def test_check_compares_whole_documents(tmp_path):
    changed = tmp_path / "changed.md"
    changed.write_text(
        MARKDOWN.read_text()
        .replace("Helped with internal audits", "Led internal audits")
        .replace("Compliance Analyst", "Compliance Officer")
        .replace("- Maintained compliance files\n", "")
    )
    run = reframe("check", MARKDOWN, changed, "--json")
    assert run.returncode == 1
    rows = {row["before"]: row for row in json.loads(run.stdout) if row["findings"]}
    assert rows["Helped with internal audits"]["findings"][0]["cls"] == "verb"
    assert rows["Maintained compliance files"]["findings"][0]["kind"] == "lost"
    assert "title" in {f["cls"] for row in rows.values() for f in row["findings"]}


def test_a_line_that_shares_no_words_with_its_source_is_compared_where_it_stands(tmp_path):
    changed = tmp_path / "changed.md"
    changed.write_text(MARKDOWN.read_text().replace("Maintained compliance files", "Led a crew"))
    rows = json.loads(reframe("check", MARKDOWN, changed, "--json").stdout)
    row = next(row for row in rows if row["before"] == "Maintained compliance files")
    assert row["after"] == "Led a crew"
    assert {"verb"} <= {found["cls"] for found in row["findings"]}


@pytest.mark.parametrize(
    ("before", "after", "missing"),
    [
        ("a.docx", "b.docx", "a.docx"),
        ("Answered phones", "nofile.docx", "nofile.docx"),
        ("sub/old.MD", "Answered phones", "sub/old.MD"),
        (MARKDOWN, "b.json", "b.json"),
    ],
)
def test_a_missing_file_is_not_checked_as_a_bullet(tmp_path, before, after, missing):
    run = reframe("check", before, after, cwd=tmp_path)
    assert run.returncode == 3
    assert one_line(run) == f"Error: {missing}: no such file. Check the name."


def test_a_bullet_that_ends_in_a_files_name_is_a_bullet():
    line = "Kept the release notes in changes.md"
    assert reframe("check", line, line).returncode == 0


def test_a_bullet_may_be_longer_than_the_name_of_a_file():
    line = "Kept the release notes of " + ", ".join(["the long list of products"] * 12)
    run = reframe("check", line, line)
    assert (run.returncode, run.stderr) == (0, "")


@pytest.mark.parametrize(
    ("texts", "name"), [(("", "Led audits"), "BEFORE"), (("Led", " "), "AFTER")]
)
def test_an_empty_text_is_not_checked(texts, name):
    run = reframe("check", *texts)
    assert run.returncode == 2
    assert f"{name} is empty" in one_line(run)


def test_its_own_draft_passes_its_own_check(tmp_path):
    assert reframe("draft", MARKDOWN, "-o", tmp_path).returncode == 0
    run = reframe("check", MARKDOWN, tmp_path / "mara-okonski" / "mara-okonski_DRAFT.md")
    assert run.returncode == 0, run.stdout


def test_rules_are_listed_and_shown():
    listed = reframe("rules", "list", "--family", "compliance").stdout
    assert "compliance.drafted-documents" in listed
    page = reframe("rules", "show", "compliance.drafted-documents").stdout
    assert "Drafted compliance documents" in page
    wrong = reframe("rules", "show", "compliance.drafted")
    assert wrong.returncode == 2
    assert "did you mean" in wrong.stderr


@pytest.mark.parametrize("suffix", ["docx", "md"])
def test_a_resume_is_rendered_anew(tmp_path, suffix):
    out = tmp_path / f"fresh.{suffix}"
    run = reframe("render", SAMPLE, "-o", out, "--ledger", LEDGER)
    assert run.returncode == 0, run.stderr
    assert out.stat().st_size > 500


def test_an_unknown_template_names_the_known_ones(tmp_path):
    run = reframe("render", SAMPLE, "-t", "baroque", "-o", tmp_path / "x.docx")
    assert run.returncode == 3
    assert "classic" in one_line(run)


def test_usage_mistakes_exit_with_2(tmp_path):
    assert reframe("draft").returncode == 2
    assert reframe("nonsense").returncode == 2
    two = reframe("draft", SAMPLE, MARKDOWN, "-o", tmp_path, "--ledger", LEDGER)
    assert two.returncode == 2
    assert "one résumé" in two.stderr


def test_a_filled_sheet_is_never_written_over(tmp_path):
    out = tmp_path / "out"
    assert reframe("draft", MARKDOWN, "-o", out).returncode == 0
    sheet = out / "mara-okonski" / "mara-okonski_questions.yaml"
    filled = sheet.read_text().replace("answer:\n", "answer: not sure\n", 1)
    sheet.write_text(filled)
    again = reframe("draft", MARKDOWN, "-o", out)
    assert again.returncode == 3
    assert "reframe answers" in one_line(again)
    assert sheet.read_text() == filled


def test_another_clients_ledger_is_refused(tmp_path):
    (tmp_path / "bo.md").write_text(
        "# Bo Field\n\n## Experience\n\n**Clerk**\n2020\n\n- Filed mail\n"
    )
    run = reframe("draft", tmp_path / "bo.md", "-o", tmp_path / "out", "--ledger", LEDGER)
    assert run.returncode == 3
    assert "Mara Okonski" in one_line(run)
    assert not (tmp_path / "out").exists()


def test_a_target_brief_is_begun_from_an_advertisement_and_aims_a_draft(tmp_path):
    samples = SAMPLE.parent
    brief = tmp_path / "brief.yaml"
    run = reframe("target", "new", "Compliance Assistant", "-o", brief,
                  "--advertisement", samples / "mara-okonski.advertisement.txt")  # fmt: skip
    assert run.returncode == 0, run.stderr
    assert "must: Experience with risk assessments" in reframe("target", "show", brief).stdout
    run = reframe("draft", MARKDOWN, "-o", tmp_path / "out", "--target", brief, "--json")
    figures = json.loads(run.stdout)
    assert figures["requirements"]["missing"] == 1
    folder = tmp_path / "out" / "mara-okonski"
    assert {"matrix.md", "matrix.csv", "matrix.json"} <= {path.name for path in folder.iterdir()}
    assert "- Ordered office supplies" in (folder / "mara-okonski_DRAFT.md").read_text()
    fresh = tmp_path / "fresh.md"
    run = reframe("render", MARKDOWN, "-o", fresh, "--target", brief)
    assert "left out for the target: Was responsible for ordering office supplies" in run.stdout
    assert "office supplies" not in fresh.read_text()


def test_a_broken_brief_is_one_line_and_stops_before_any_file(tmp_path):
    brief = tmp_path / "brief.yaml"
    brief.write_text("schema: 1\nrole: Clerk\nlevel: boss\n")
    run = reframe("draft", SAMPLE, "-o", tmp_path / "out", "--target", brief)
    assert run.returncode == 3
    assert "brief.yaml:3:1: level is one of" in one_line(run)
    assert not (tmp_path / "out").exists()


def test_two_designs_of_one_document_go_into_two_files(tmp_path):
    done = reframe("render", SAMPLE, "-t", "modern", "-t", "executive", "-o", tmp_path / "set")
    assert done.returncode == 0
    made = sorted(path.name for path in (tmp_path / "set").iterdir())
    assert made == ["Mara-Okonski-Resume-Executive.docx", "Mara-Okonski-Resume-Modern.docx"]
