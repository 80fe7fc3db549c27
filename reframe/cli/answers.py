"""``reframe answers``."""

import datetime
from pathlib import Path

import click

from reframe.cli.work import day


@click.command(name="answers")
@click.argument("sheets", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--ledger",
    type=click.Path(path_type=Path),
    help="The ledger to add to; by default the one beside the sheet.",
)
@click.option("--on", callback=day, help="The day of the answers, YYYY-MM-DD; today by default.")
@click.option(
    "--rules", multiple=True, type=click.Path(path_type=Path), help="A rule folder of your own."
)
def command(
    sheets: tuple[Path, ...], ledger: Path | None, on: str, rules: tuple[Path, ...]
) -> None:
    """Read filled question SHEETS (.docx, .yaml or .txt) into the ledger.

    A draft that comes back from Word is read too: the replies to its comments are answers, and
    what became of its suggestions is told. Every answer is validated; one that is refused is
    explained, and the others are kept.
    """
    from reframe.core.counting import counted
    from reframe.engine.answering import take
    from reframe.engine.coming_back import read_sheet_or_draft
    from reframe.engine.reframer import Reframer
    from reframe.formats.ledger import Ledger

    today = datetime.date.today().isoformat()
    if on > today:
        raise click.UsageError(f"--on {on}: this day is yet to come. Give the day of the answers.")
    reframer = Reframer(rules=rules)
    refused = 0
    for sheet in sheets:
        came = read_sheet_or_draft(sheet, reframer)
        path = ledger or came.ledger
        before = Ledger.load(path) if path.is_file() else Ledger()
        taken = take(
            came.filled,
            before,
            reframer.book,
            reframer.number_words,
            on=on or today,
        )
        if taken.count:
            taken.ledger.save(path)
        click.echo(
            f"{sheet.name}: {counted(taken.count, 'answer')} taken, {taken.blank} left blank -> {path}"
        )
        if came.report:
            click.echo(came.report)
        for refusal in (*came.refused, *taken.refusals):
            click.echo(f"  {sheet.name}, {refusal.place}: not taken: {refusal.reason}", err=True)
            refused += 1
    if refused:
        raise click.exceptions.Exit(1)
