"""``reframe lint`` as a coach meets it."""

import json

from click.testing import CliRunner

from reframe.cli import group
from reframe.tables.checks import load_checks

RESUME = """# Ana Bright

ana@example.com
Date of Birth: 3 May 1981

## Summary

Looking for a position with a slower pace.

## Experience

### Clerk | May 2015 – May 2019

Harbor Dental

- Manage the front desk
- Answered 40 calls a day and so on

## References

References available upon request
"""


def lint(tmp_path, *words, text=RESUME):
    path = tmp_path / "ana.md"
    path.write_text(text)
    return CliRunner().invoke(group, ["lint", str(path), *words])


def test_remarks_are_told_with_line_reason_and_advice(tmp_path):
    run = lint(tmp_path)
    assert run.exit_code == 1
    assert "line 8: “Looking for a position with a slower pace”  less-pressure" in run.output
    assert "The employer thinks: will coast." in run.output
    for code in ("date-of-birth", "present-in-past", "trails-off", "references-on-request"):
        assert code in run.output


def test_checks_can_be_chosen_and_the_country_decides(tmp_path):
    found = json.loads(lint(tmp_path, "--json", "--only", "date-of-birth").output)
    assert [r["code"] for r in found[0]["remarks"]] == ["date-of-birth"]
    assert found[0]["remarks"][0]["number"] == 4
    assert lint(tmp_path, "--only", "date-of-birth", "--locale", "eu").exit_code == 0
    assert "date-of-birth" not in lint(tmp_path, "--skip", "date-of-birth").output


def test_an_unknown_check_is_told_with_the_nearest(tmp_path):
    run = lint(tmp_path, "--only", "date-of-brith")
    assert run.exit_code == 2
    assert "date-of-birth" in run.output


def test_an_unknown_check_like_no_other_is_told_with_all(tmp_path):
    run = lint(tmp_path, "--only", "qqq")
    assert run.exit_code == 2
    assert ", ..." not in run.output
    assert all(code in run.output for code in load_checks().checks)


def test_a_file_that_cannot_be_read_does_not_stop_the_others(tmp_path):
    (tmp_path / "bad.docx").write_bytes(b"no zip")
    (tmp_path / "ana.md").write_text(RESUME)
    run = CliRunner().invoke(group, ["lint", str(tmp_path)], standalone_mode=False)
    assert run.return_value == 3
    assert "less-pressure" in run.output


def test_running_text_is_said_to_be_no_resume(tmp_path):
    run = lint(tmp_path, text="The keeper walked up the stairs every evening. " * 12)
    assert "may be no résumé" in run.output
