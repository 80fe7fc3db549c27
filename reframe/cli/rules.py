"""``reframe rules``."""

import json
from pathlib import Path

import click


@click.group(name="rules")
def command() -> None:
    """List, show and check the rules."""


_FOLDERS = click.option(
    "--rules", "folders", multiple=True, type=click.Path(path_type=Path), help="A rule folder."
)


@command.command(name="list")
@click.option("--family", help="Only this family.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@_FOLDERS
def list_rules(family: str | None, as_json: bool, folders: tuple[Path, ...]) -> None:
    """List every rule: id, value, title."""
    from reframe.tables.lexicon import load_lexicon
    from reframe.tables.load import load_rules

    book = load_rules(folders=folders, lexicon=load_lexicon())
    rules = [rule for rule in book.rules if family in (None, rule.family)]
    if family and not rules:
        raise click.UsageError(f"no family {family}; there are {', '.join(sorted(book.families))}")
    if as_json:
        rows = [
            {"id": r.id, "version": r.version, "title": r.title, "value": r.value} for r in rules
        ]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    width = max((len(rule.id) for rule in rules), default=0)
    for rule in rules:
        click.echo(f"{rule.id:<{width}}  {'+'.join(rule.value):<10}  {rule.title}")


@command.command(name="show")
@click.argument("rule_id")
@_FOLDERS
def show_rule(rule_id: str, folders: tuple[Path, ...]) -> None:
    """Show a rule: what it does, why, before and after, what it asks and needs."""
    from reframe.tables.describe import describe
    from reframe.tables.lexicon import load_lexicon
    from reframe.tables.load import load_rules

    book = load_rules(folders=folders, lexicon=load_lexicon())
    rule = book.rule(rule_id)
    if rule is None:
        near = [r.id for r in book.rules if rule_id.rsplit(".", 1)[-1] in r.id][:5]
        hint = f"; did you mean {', '.join(near)}" if near else "; see 'reframe rules list'"
        raise click.UsageError(f"no rule {rule_id}{hint}")
    click.echo(describe(rule))


@command.command(name="check")
@click.option("--family", help="Prove only this family's examples.")
@click.option("--all", "everything", is_flag=True, help="Prove the bundled rules again too.")
@_FOLDERS
def check_rules(family: str | None, everything: bool, folders: tuple[Path, ...]) -> None:
    """Check rules: their form, their meaning, and their own examples.

    With --rules DIR it is your own rules that prove their examples.
    """
    import sys

    from reframe.core.counting import counted
    from reframe.engine.proving import problems_of

    shown = sys.stderr.isatty()

    def told(done: int, of: int) -> None:
        if shown:
            click.echo(f"\r  proving rule {done} of {of}", nl=done == of, err=True)

    found = problems_of(folders, family=family, everything=everything, told=told)
    if family and family not in found.families and not found.problems:
        known = ", ".join(sorted(found.families))
        raise click.UsageError(f"no family {family}; there are {known}")
    for problem in found.problems:
        click.echo(problem)
    whose = "your own: " if folders and not everything else ""
    click.echo(
        f"{whose}{counted(found.rules, 'rule')}, {counted(found.patterns, 'pattern')}, "
        f"{counted(found.examples, 'example')}, {counted(found.silents, 'silence')}: "
        f"{counted(len(found.problems), 'problem')}",
        err=True,
    )
    if found.bundled:
        click.echo(f"beside {found.bundled} bundled rules (--all proves those too)", err=True)
    if found.problems:
        raise click.exceptions.Exit(1)


@command.command(name="docs")
@click.option("-o", "--out", required=True, type=click.Path(path_type=Path), help="Output folder.")
@_FOLDERS
def rule_pages(out: Path, folders: tuple[Path, ...]) -> None:
    """Write a page for every rule into OUT, with an index for each family."""
    from reframe.formats.files import write_whole
    from reframe.tables.describe import rule_pages as pages_of
    from reframe.tables.lexicon import load_lexicon
    from reframe.tables.load import load_rules
    from reframe.tables.schema import SPECS, schema_text

    book = load_rules(folders=folders, lexicon=load_lexicon())
    pages = {**pages_of(book), **{f"{name}.schema.json": schema_text(name) for name in SPECS}}
    for name, text in pages.items():
        write_whole(out / name, text.encode())
    click.echo(f"{len(book.rules)} rules: {out / 'index.md'}")


@command.command(name="new")
@click.argument("rule_id", metavar="FAMILY.NAME")
def new_rule(rule_id: str) -> None:
    """Print a commented new rule to start from."""
    from reframe.tables.new import new_rule as fresh

    family, dot, name = rule_id.partition(".")
    if not dot or not name:
        raise click.UsageError("an id is a family and a name, such as retail.rang-up-sales")
    try:
        click.echo(fresh(family, name))
    except ValueError as error:
        raise click.UsageError(f"{rule_id}: {error}, such as retail.rang-up-sales") from None
