"""``reframe check``."""

import json
from pathlib import Path

import click


@click.command(name="check")
@click.argument("before")
@click.argument("after")
@click.option("--ledger", type=click.Path(dir_okay=False), help="Confirmed answers.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(before: str, after: str, ledger: str | None, as_json: bool) -> None:
    """List what AFTER claims without licence and what it lost of BEFORE.

    Both are bullets, or both are résumé files. Exit code 1 means that something was found.
    """
    from reframe.core.wire import to_plain
    from reframe.engine.checking import check_files
    from reframe.engine.reframer import Reframer
    from reframe.formats.ledger import Ledger

    evidence = Ledger.load(ledger) if ledger else None
    reframer = Reframer()
    if Path(before).is_file() or Path(after).is_file():
        pairs = check_files(Path(before), Path(after), reframer, evidence)
    else:
        pairs = [(before, after, reframer.check(before, after, evidence))]
    if as_json:
        plain = [
            {"before": old, "after": new, "findings": to_plain(found)} for old, new, found in pairs
        ]
        click.echo(json.dumps(plain, ensure_ascii=False, indent=1))
    else:
        for old, new, found in pairs:
            if found:
                click.echo(f"- {old}\n+ {new}" if old else f"+ {new}")
            for finding in found:
                click.echo(f"    {finding.cls}: {finding.message}")
                if finding.question:
                    click.echo(f"      ask: {finding.question}")
    if any(found for _, _, found in pairs):
        raise click.exceptions.Exit(1)
    if not as_json:
        click.echo("Nothing is claimed that the source does not license, and no fact is lost.")
