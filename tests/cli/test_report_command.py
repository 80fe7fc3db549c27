"""``reframe report`` as its users meet it."""

import pytest
from click.testing import CliRunner

from reframe.cli import group
from reframe.engine.drafting import draft_file
from reframe.errors import ReframeError
from tests.cli.test_commands import LEDGER, MARKDOWN


def test_a_drafted_folder_has_its_report_and_gives_the_same_again(tmp_path, reframer):
    folder = draft_file(MARKDOWN, tmp_path, reframer, ledger=LEDGER).folder
    again = tmp_path / "again.html"
    run = CliRunner().invoke(group, ["report", str(folder), "-o", str(again)])
    assert run.output == f"{again}\n"
    assert "<h1>Mara Okonski</h1>" in again.read_text(encoding="utf-8")
    assert again.read_bytes() == (folder / "report.html").read_bytes()


@pytest.mark.parametrize(
    ("resume", "out", "told"),
    [
        (MARKDOWN, "x.pdf", ".html"),
        ("none.md", "x.html", "no such file"),
        (".", "x.html", "reframe draft"),
    ],
)
def test_a_mistake_is_one_clear_line(tmp_path, monkeypatch, resume, out, told):
    monkeypatch.chdir(tmp_path)
    run = CliRunner().invoke(group, ["report", str(resume), "-o", out])
    assert isinstance(run.exception, ReframeError)
    assert told in str(run.exception)
    assert "\n" not in str(run.exception)
    assert list(tmp_path.iterdir()) == []


def test_a_drafted_folder_has_a_ledger_of_its_own(tmp_path):
    run = CliRunner().invoke(
        group, ["report", str(tmp_path), "--ledger", str(LEDGER), "-o", "x.html"]
    )
    assert run.exit_code == 2
    assert "leave --ledger" in run.output
