"""``reframe rules`` for a coach with rules of her own."""

import re

import pytest
from click.testing import CliRunner

from reframe.cli import group
from reframe.tables.new import new_rule


def rules(*words):
    return CliRunner().invoke(group, ["rules", *map(str, words)])


def own_rule(tmp_path):
    folder = tmp_path / "rules" / "retail"
    folder.mkdir(parents=True)
    (folder / "folded-clothes.yaml").write_text(new_rule("retail", "folded-clothes"))
    return tmp_path


def test_ones_own_rules_are_proved_and_counted_apart(tmp_path):
    run = rules("check", "--rules", own_rule(tmp_path))
    assert run.exit_code == 0, run.output
    assert "your own: 1 rule, 0 patterns, 3 examples, 2 silences: 0 problems" in run.output
    assert re.search(r"beside \d+ bundled rules", run.output)


def test_a_rule_file_that_is_not_read_is_reported(tmp_path):
    folder = own_rule(tmp_path)
    (folder / "stray.yaml").write_text(new_rule("retail", "stray"))
    run = rules("check", "--rules", folder)
    assert run.exit_code == 1
    assert "stray.yaml:1:1: this file is not read" in run.output


def test_every_rule_has_a_page_that_its_index_leads_to(tmp_path):
    run = rules("docs", "-o", tmp_path / "pages", "--rules", own_rule(tmp_path / "own"))
    assert run.exit_code == 0, run.output
    pages = tmp_path / "pages"
    for index in pages.rglob("index.md"):
        links = re.findall(r"\]\(([^)]+\.md)\)", index.read_text())
        assert links
        assert all((index.parent / link).is_file() for link in links)
    page = (pages / "retail" / "folded-clothes.md").read_text()
    for part in ("When it applies", "What it asks", "Before and after", "When it stays silent"):
        assert f"## {part}" in page
    assert (pages / "rule.schema.json").is_file()


def test_an_unknown_family_is_not_proved(tmp_path):
    run = rules("check", "--family", "nope", "--rules", own_rule(tmp_path))
    assert run.exit_code == 2
    assert "no family nope; there are " in run.output
    assert rules("check", "--family", "retail", "--rules", tmp_path).exit_code == 0


def test_an_empty_bullet_is_told():
    run = CliRunner().invoke(group, ["bullet", " "])
    assert run.exit_code == 2
    assert "there is no text to read" in run.output


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("Retail.x", "Retail"),
        ("retail.X", "X"),
        ("retail.a.b", "a.b"),
        ("Retail.Foo_Bar", "Retail"),
        (".x", ""),
    ],
)
def test_a_new_rule_with_a_name_that_cannot_be_is_a_usage_mistake(name, part):
    run = rules("new", name)
    assert run.exit_code == 2
    assert f"Error: {name}: '{part}' is no name; use small letters, digits" in run.output


def test_a_number_of_questions_is_not_negative():
    run = CliRunner().invoke(group, ["bullet", "Filed mail", "--questions", "-1"])
    assert run.exit_code == 2
    assert "--questions" in run.output
