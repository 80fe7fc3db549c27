"""``reframe target``."""

from pathlib import Path

import click


@click.group(name="target")
def command() -> None:
    """Begin a target brief, or show what one asks for."""


@command.command(name="new")
@click.argument("role")
@click.option(
    "--advertisement", type=click.Path(path_type=Path),
    help="A job advertisement, pasted into a text file: its requirements are listed.",
)  # fmt: skip
@click.option("-o", "--out", type=click.Path(path_type=Path), help="A file; by default, printed.")
def new(role: str, advertisement: Path | None, out: Path | None) -> None:
    """Print a commented brief for ROLE, the title aimed at, to edit."""
    from reframe.engine.briefs import begin_brief
    from reframe.formats.files import write_whole

    text = begin_brief(role, advertisement)
    if out is None:
        click.echo(text, nl=False)
        return
    if out.exists():
        raise click.UsageError(f"{out}: is there already. Choose another name, or remove it.")
    write_whole(out, text.encode())
    click.echo(str(out))


@command.command(name="show")
@click.argument("brief", type=click.Path())
def show(brief: str) -> None:
    """Show what BRIEF asks for, as it was read."""
    from reframe.engine.briefs import read_target

    target = read_target(brief)
    click.echo(target.role)
    for requirement in target.requirements:
        click.echo(f"  {requirement.weight}: {requirement.text}")
