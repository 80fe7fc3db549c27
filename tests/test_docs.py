"""The documentation says what the program does: help pages are fresh, links lead somewhere."""

import re
from pathlib import Path

import click
import pytest

from reframe.cli import group
from reframe.tables.lexicon import load_lexicon
from reframe.tables.load import load_rules

ROOT = Path(__file__).parents[1]
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]


def help_pages(command: click.Command, name: str) -> list[str]:
    # The names that the group gives its commands: click keeps the first that it is asked for.
    context = click.Context(
        command, info_name=name, terminal_width=96, help_option_names=["-h", "--help"]
    )
    pages = [f"## {name}\n\n```text\n{command.get_help(context)}\n```\n"]
    if isinstance(command, click.Group):
        for sub in command.list_commands(context):
            pages += help_pages(command.get_command(context, sub), f"{name} {sub}")
    return pages


def test_the_help_pages_are_fresh(request):
    page = "\n".join(
        [
            "# The command line\n",
            "What `--help` prints, kept fresh by a test (`make golden`).\n",
            *help_pages(group, "reframe"),
        ]
    )
    path = ROOT / "docs" / "reference" / "cli.md"
    if request.config.getoption("--update-golden"):
        path.write_text(page, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == page


@pytest.mark.parametrize("page", PAGES, ids=[str(p.relative_to(ROOT)) for p in PAGES])
def test_every_link_leads_to_a_file(page):
    for target in re.findall(r"\]\((?!https?://|#)([^)#]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


@pytest.mark.parametrize("page", ["howto/write-a-rule.md", "reference/rule-format.md"])
def test_the_settings_that_switch_a_rule_off_can_be_read(page, tmp_path):
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    [settings] = [
        block for block in re.findall(r"```yaml\n(.+?)```", text, re.DOTALL) if "disable:" in block
    ]
    (tmp_path / "rules.yaml").write_text(settings, encoding="utf-8")
    lexicon = load_lexicon()
    name = "administrative.typed-letters"
    assert load_rules(lexicon=lexicon).rule(name)
    assert load_rules(folders=[tmp_path], lexicon=lexicon).rule(name) is None


def test_every_command_of_the_readme_exists():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    context = click.Context(group)
    used = set(re.findall(r"^(?:\$ )?reframe ([a-z]+)", text, re.MULTILINE))
    assert used
    assert used <= set(group.list_commands(context))


def test_every_make_target_of_the_readme_exists():
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    used = set(re.findall(r"make ([a-z]+)", (ROOT / "README.md").read_text()))
    assert used <= targets
