"""``reframe templates``."""

import json
from pathlib import Path

import click


@click.group(name="templates")
def command() -> None:
    """List the bundled templates, check your own, start a new one."""


@command.command(name="list")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def list_templates(as_json: bool) -> None:
    """List every bundled template: name, what it is, formats."""
    from reframe.core.wire import to_plain
    from reframe.engine.templates import listed

    found = listed()
    if as_json:
        click.echo(json.dumps(to_plain(found), ensure_ascii=False, indent=1))
        return
    for template in found:
        formats = " ".join(kind.lstrip(".") for kind in template.formats)
        click.echo(f"{template.name:<18} {template.title} ({formats})")


@command.command(name="check")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
def check_templates(paths: tuple[Path, ...]) -> None:
    """List everything that is wrong with templates of your own. Exit code 1: something is."""
    from reframe.engine.templates import problems_of

    found = [problem for path in paths for problem in problems_of(path)]
    for problem in found:
        click.echo(problem)
    if found:
        raise click.exceptions.Exit(1)
    click.echo(f"{len(paths)} checked, nothing wrong.")


@command.command(name="new")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--from", "start", default="classic", show_default=True, help="What to start from.")
def new_template(path: Path, start: str) -> None:
    """Copy a bundled template to PATH (.docx, .html.j2, .md.j2) to make your own of it."""
    from reframe.engine.templates import copy_template

    copy_template(start, path)
    click.echo(f"{path}: change it, then 'reframe templates check {path}'.")
