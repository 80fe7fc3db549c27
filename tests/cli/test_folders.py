"""Folders on the command line: compared, set anew, drafted with a bar."""

import csv
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from reframe.bundled import bundled
from reframe.formats.ledger import Ledger
from tests.cli.test_commands import one_line, reframe

MARKDOWN = bundled("data", "samples", "mara-okonski.md")


@pytest.fixture
def two(tmp_path):
    """Two folders with the same two résumés; one claims more in the second, and each has one
    that the other has not."""
    for side in ("before", "after"):
        (tmp_path / side / "sub").mkdir(parents=True)
        shutil.copy(MARKDOWN, tmp_path / side / "same.md")
        shutil.copy(MARKDOWN, tmp_path / side / "sub" / "more.md")
        shutil.copy(MARKDOWN, tmp_path / side / f"only-{side}.md")
    more = tmp_path / "after" / "sub" / "more.md"
    more.write_text(more.read_text().replace("Helped with internal audits", "Led internal audits"))
    return tmp_path


def test_folders_are_compared_by_relative_path(two):
    run = reframe("check", two / "before", two / "after", "--json", "--workers", "1")
    assert run.returncode == 3
    rows = {row["file"]: row for row in map(json.loads, run.stdout.splitlines())}
    assert list(rows) == ["only-after.md", "only-before.md", "same.md", "sub/more.md"]
    assert [row["status"] for row in rows.values()] == ["failed", "failed", "done", "done"]
    wrong = [line for line in rows["sub/more.md"]["lines"] if line["findings"]]
    assert [line["before"] for line in wrong] == ["Helped with internal audits"]
    assert not any(line["findings"] for line in rows["same.md"]["lines"])


def test_findings_of_folders_are_printed_under_their_file(two):
    for side in ("before", "after"):
        (two / side / f"only-{side}.md").unlink()
    run = reframe("check", two / "before", two / "after", "--workers", "1")
    assert run.returncode == 1
    assert run.stdout.startswith("sub/more.md\n- Helped with internal audits\n+ Led")
    assert run.stderr.endswith("\n2 files: 1 with findings, 0 failed\n")
    assert reframe("check", two / "before", MARKDOWN).returncode == 2


def test_a_folder_is_set_anew_in_a_folder_for_each(two):
    run = reframe("render", two / "before", "-o", two / "out", "--as", "md", "--workers", "1")
    assert run.returncode == 0, run.stderr
    made = sorted(p.relative_to(two / "out").as_posix() for p in (two / "out").rglob("*.md"))
    assert made == [f"{name}/Mara-Okonski-Resume.md" for name in ("more", "only-before", "same")]
    assert {*run.stdout.splitlines()} == {str(two / "out" / name) for name in made}


def test_one_name_in_two_formats_is_set_anew_in_two_folders(tmp_path):
    clients = tmp_path / "clients"
    clients.mkdir()
    for name in ("jonas.docx", "jonas.md", "b.v2.md"):
        shutil.copy(MARKDOWN.with_suffix(Path(name).suffix), clients / name)
    run = reframe("render", clients, "-o", tmp_path / "fresh", "--workers", "1")
    assert run.returncode == 0, run.stderr
    made = sorted(p.parent.name for p in (tmp_path / "fresh").rglob("*.docx"))
    assert made == ["b.v2", "jonas_docx", "jonas_md"]


def test_answers_stay_with_their_file_when_another_of_its_name_comes(tmp_path):
    clients, out = tmp_path / "c", tmp_path / "dr"
    clients.mkdir()
    shutil.copy(MARKDOWN, clients / "ada.md")
    assert reframe("draft", clients, "-o", out, "--workers", "1").returncode == 0
    given = bundled("data", "samples", "mara-okonski.ledger.yaml").read_bytes()
    (out / "ada" / "ada.ledger.yaml").write_bytes(given)
    shutil.copy(MARKDOWN.with_suffix(".docx"), clients / "ada.docx")
    run = reframe("draft", clients, "-o", out, "--workers", "1", "--json")
    assert run.returncode == 0, run.stderr
    *rows, _ = map(json.loads, run.stdout.splitlines())
    assert {Path(row["file"]).name: Path(row["folder"]).name for row in rows} == {
        "ada.docx": "ada_docx",
        "ada.md": "ada",
    }
    assert len(Ledger.load(out / "ada" / "ada.ledger.yaml").answers) > 0
    assert json.loads((out / "ada" / "review.json").read_text())["evidence"]["answers"]


@pytest.fixture
def mixed(tmp_path):
    """A folder as clients send it: of its kinds one is read."""
    folder = tmp_path / "mixed"
    folder.mkdir()
    shutil.copy(MARKDOWN, folder / "ada.md")
    (folder / "lena.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    (folder / "mara.pdf").write_bytes(b"%PDF-1.4 ")
    (folder / "ada.pdf").write_bytes(b"%PDF-1.4 ")  # the print of a file that is read
    for name in ("photo.png", "notes.yaml", "~$lena.doc", ".old.doc"):
        (folder / name).write_bytes(b"x")
    return folder


def test_kinds_that_are_not_read_fail_with_what_to_do(mixed, tmp_path):
    run = reframe("draft", mixed, "-o", tmp_path / "out", "--workers", "1")
    assert run.returncode == 3
    table = [*csv.DictReader((tmp_path / "out" / "report.csv").open(encoding="utf-8"))]
    assert [(Path(row["file"]).name, row["status"]) for row in table] == [
        ("ada.md", "done"),
        ("lena.doc", "failed"),
        ("mara.pdf", "failed"),
    ]
    assert [row["folder"] for row in table] == ["ada", "", ""]
    for number, name in ((1, "lena.doc"), (2, "mara.pdf")):
        alone = reframe("draft", mixed / name, "-o", tmp_path / "one")
        assert one_line(alone) == f"Error: {table[number]['error']}"
        assert one_line(alone) in run.stderr
    assert run.stdout.startswith("3 files: 1 drafted, 2 failed")


def test_other_commands_on_folders_tell_of_them_too(mixed, tmp_path):
    after = tmp_path / "after"
    after.mkdir()
    shutil.copy(mixed / "ada.md", after)
    (after / "ada.docx.pdf").write_bytes(b"%PDF-1.4 ")
    for run in (
        reframe("render", mixed, "-o", tmp_path / "out", "--workers", "1"),
        reframe("check", mixed, after, "--workers", "1"),
        reframe("lint", mixed),
    ):
        assert run.returncode == 3, run.stderr
        errors = [line for line in run.stderr.splitlines() if line.startswith("Error: ")]
        assert [("is a PDF" in e, "is an old Office file" in e) for e in errors] == [
            (False, True),
            (True, False),
        ]


@pytest.mark.parametrize("command", ["draft", "render", "check", "lint"])
def test_a_folder_without_a_resume_is_one_clear_line(tmp_path, command):
    folder = tmp_path / "folder.docx"
    folder.mkdir()
    last = {"check": [MARKDOWN.parent], "lint": []}.get(command, ["-o", tmp_path / "out"])
    run = reframe(command, folder, *last)
    assert run.returncode == 3
    assert "no résumé was found there" in one_line(run)
    assert ".docx, .md, .markdown, .txt are read" in one_line(run)
    assert not (tmp_path / "out").exists()


def test_answers_of_uncertain_files_are_settled_by_drafting_one_alone(tmp_path):
    clients, out = tmp_path / "c", tmp_path / "dr"
    clients.mkdir()
    for suffix in (".md", ".docx"):
        shutil.copy(MARKDOWN.with_suffix(suffix), clients / f"ada{suffix}")
    (out / "ada").mkdir(parents=True)
    given = bundled("data", "samples", "mara-okonski.ledger.yaml").read_bytes()
    (out / "ada" / "ada.ledger.yaml").write_bytes(given)
    run = reframe("draft", clients, "-o", out, "--workers", "1")
    assert run.returncode == 3
    assert run.stderr.count("2 files are called 'ada'") == 2
    assert [path.name for path in (out / "ada").iterdir()] == ["ada.ledger.yaml"]
    assert reframe("draft", clients / "ada.md", "-o", out).returncode == 0
    assert reframe("draft", clients, "-o", out, "--workers", "1").returncode == 0
    assert {path.name for path in out.iterdir() if path.is_dir()} == {".reframe", "ada", "ada_docx"}


def test_a_malformed_target_is_refused_before_any_file_is_begun(tmp_path):
    (tmp_path / "aim.yaml").write_text("schema: 1\nrol: Clerk\n")
    run = reframe("draft", MARKDOWN, "-o", tmp_path / "out", "--target", tmp_path / "aim.yaml")
    assert run.returncode == 3
    assert "aim.yaml:2:1" in one_line(run)
    assert not (tmp_path / "out").exists()


def test_a_pattern_that_matches_nothing_is_one_clear_line(tmp_path):
    run = reframe("draft", tmp_path / "*.docx", "-o", tmp_path / "out")
    assert run.returncode == 3
    assert "no file matches" in one_line(run)


def test_a_terminal_shows_a_bar_with_rate_and_time_left(two):
    termios = pytest.importorskip("termios", reason="pseudo-terminals are a Unix thing")
    ours, theirs = os.openpty()
    termios.tcsetwinsize(theirs, (24, 100))
    with subprocess.Popen(
        [sys.executable, "-m", "reframe", "draft", two / "before", "-o", two / "out"],
        stdout=subprocess.DEVNULL, stderr=theirs,
    ) as run:  # fmt: skip
        os.close(theirs)
        shown = b""
        while True:
            try:
                piece = os.read(ours, 4096)
            except OSError:  # the other end is closed
                break
            if not piece:
                break
            shown += piece
        os.close(ours)
    assert run.returncode == 0
    assert "3/3" in shown.decode()
    assert "file/s" in shown.decode()
    assert Path(two / "out" / "report.html").is_file()
