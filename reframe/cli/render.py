"""``reframe render``."""

from pathlib import Path

import click


@click.command(name="render")
@click.argument("resume", type=click.Path(path_type=Path))
@click.option("-t", "--template", default=None, help="A bundled template's name, or a path.")
@click.option("-o", "--out", required=True, type=click.Path(path_type=Path), help=".docx or .md")
@click.option("--ledger", type=click.Path(path_type=Path), help="Confirmed answers.")
def command(resume: Path, template: str | None, out: Path, ledger: Path | None) -> None:
    """Set RESUME anew in a template, with every wording that is licensed."""
    from reframe.engine.reading import read
    from reframe.engine.reframer import Reframer
    from reframe.engine.rendering import render
    from reframe.formats.ledger import Ledger

    evidence = Ledger.load(ledger) if ledger else None
    review = Reframer().review(read(resume), evidence)
    default = "plain" if out.suffix.lower() == ".md" else "classic"
    render(review, template=template or default, out=out)
    click.echo(str(out))
