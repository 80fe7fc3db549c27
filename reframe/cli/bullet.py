"""``reframe bullet``."""

import json
import sys
from typing import TYPE_CHECKING, Literal

import click

if TYPE_CHECKING:
    from reframe.core.evidence import Evidence


@click.command(name="bullet")
@click.argument("texts", nargs=-1, required=True, metavar="TEXT...")
@click.option("--position", help="The job title, for the rules of its family.")
@click.option("--current", is_flag=True, help="The job is held today: duties stay in the present.")
@click.option("--ledger", type=click.Path(dir_okay=False), help="Confirmed answers.")
@click.option(
    "--locale",
    type=click.Choice(["us", "uk", "ca"]),
    help="Put every line into this spelling; else each résumé keeps its own.",
)
@click.option(
    "--questions", type=click.IntRange(min=0), default=5, show_default=True,
    help="How many questions to show.",
)  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(
    texts: tuple[str, ...],
    position: str | None,
    current: bool,
    ledger: str | None,
    locale: Literal["us", "uk", "ca"] | None,
    questions: int,
    as_json: bool,
) -> None:
    """Show before and after of each bullet TEXT, the reason, and what to ask.

    "-" reads bullets from standard input, one a line.
    """
    from reframe.cli.show import show_suggestion
    from reframe.core.wire import to_plain
    from reframe.engine.reframer import Reframer

    given = sys.stdin.read().splitlines() if texts == ("-",) else [*texts]
    lines = [line for line in given if line.strip()]
    if not lines:
        raise click.UsageError("there is no text to read. Put the bullet between quotation marks.")
    evidence = _evidence(ledger) if ledger else None
    found = Reframer(locale=locale).suggest_all(
        lines,
        position=position,
        ledger=evidence,
        current=current,
    )
    if as_json:
        plain = [{**to_plain(s), "changed": s.changed} for s in found]
        click.echo(json.dumps(plain, ensure_ascii=False, indent=1))
        return
    for suggestion in found:
        show_suggestion(suggestion, questions=questions)
        click.echo()


def _evidence(path: str) -> "Evidence":
    # Reading YAML takes its time to import.
    from reframe.formats.ledger import Ledger

    return Ledger.load(path)
