"""``reframe log``."""

import datetime
import json
import re
from pathlib import Path

import click

_PATH = click.Path(path_type=Path)
_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")


def _month(_: click.Context, __: click.Parameter, value: str | None) -> str:
    month = value or datetime.date.today().isoformat()[:7]
    if not _MONTH.fullmatch(month):
        raise click.BadParameter(f"{month} is no month; write it as 2026-03")
    return month


_MONTHS = click.option("--month", callback=_month, help="The month, YYYY-MM; this one by default.")


@click.group(name="log")
def command() -> None:
    """Note accomplishments month by month, and read them back."""


@command.command(name="ask")
@click.argument("ledger", type=_PATH)
@_MONTHS
def ask(ledger: Path, month: str) -> None:
    """Write the month's five questions as a sheet beside LEDGER (.docx, .yaml and .txt).

    'reframe answers' reads it back into the ledger.
    """
    from reframe.core.log import next_entry, questions_of
    from reframe.engine.keeping import keep_answers
    from reframe.engine.reframer import Reframer
    from reframe.engine.sheets import sheet_paths, write_sheet_file
    from reframe.formats.ledger import Ledger
    from reframe.formats.sheet_words import SheetItem
    from reframe.tables.log import load_log

    found = Ledger.load(ledger) if ledger.is_file() else Ledger()
    entry = next_entry(found, month)
    items = [SheetItem(q, f"your work in {month}") for q in questions_of(entry, load_log())]
    stem = ledger.name.removesuffix(".yaml").removesuffix(".ledger")
    paths = sheet_paths(ledger.parent, f"{stem}_{entry}")
    for path in paths:
        keep_answers(path, found, Reframer)
    for path in paths:
        write_sheet_file(items, path, client=found.client)
        click.echo(str(path))


@command.command(name="add")
@click.argument("ledger", type=_PATH)
@_MONTHS
def add(ledger: Path, month: str) -> None:
    """Ask the five questions here and now, and append the answers to LEDGER.

    A blank answer is left out; a choice is answered by its number or its words.
    """
    from reframe.core.counting import counted
    from reframe.core.log import next_entry, questions_of
    from reframe.formats.ledger import Ledger
    from reframe.tables.log import load_log

    found = Ledger.load(ledger) if ledger.is_file() else Ledger()
    today = datetime.date.today()
    count = 0
    for question in questions_of(next_entry(found, month), load_log()):
        click.echo(question.text)
        for number, choice in enumerate(question.of, start=1):
            click.echo(f"  {number}. {choice}")
        value = click.prompt("", default="", show_default=False, prompt_suffix="> ").strip()
        if question.of and value:
            value = _chosen(value, question.of)
        if value:
            found = found.answer(question.id, value, on=today, question=question.text)
            count += 1
    if count:
        found.save(ledger)
    click.echo(f"{counted(count, 'answer')} -> {ledger}")


def _chosen(value: str, choices: tuple[str, ...]) -> str:
    if value.isdigit() and 1 <= int(value) <= len(choices):
        return choices[int(value) - 1]
    known = {choice.casefold(): choice for choice in choices}
    if value.casefold() not in known:
        raise click.UsageError(f'"{value}" is none of the choices; nothing was kept')
    return known[value.casefold()]


@command.command(name="show")
@click.argument("ledger", type=_PATH)
@click.option("--by", type=click.Choice(["month", "value"]), default="month", show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def show(ledger: Path, by: str, as_json: bool) -> None:
    """Print the digest of the log: by month, or by what the work was worth."""
    from reframe.bundled import bundled
    from reframe.core.counting import counted
    from reframe.core.log import by_value, entries
    from reframe.formats.ledger import Ledger
    from reframe.tables.lexicon import load_lexicon
    from reframe.tables.log import load_log
    from reframe.tables.shared import read_values

    found = entries(Ledger.load(ledger), load_log(), load_lexicon())
    if as_json:
        rows = [{"id": e.id, "month": e.month, "value": e.value, **e.said} for e in found]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    titles = {
        code: value.title
        for code, value in read_values(bundled("data", "tables", "values.toml"), []).items()
    }
    if by == "value":
        groups = {
            titles.get(code, "No value named"): list(group)
            for code, group in by_value(found).items()
        }
    else:
        months = sorted({entry.month for entry in found})
        groups = {month: [e for e in found if e.month == month] for month in months}
    for heading, group in groups.items():
        click.secho(f"{heading} ({counted(len(group), 'entry', 'entries')})", bold=True)
        for entry in group:
            label = entry.month if by == "value" else titles.get(entry.value, "")
            click.echo(
                f"  {entry.said.get('did', '(not for print)')}" + (f"  [{label}]" if label else "")
            )
            for name in ("part", "changed", "proof"):
                if entry.said.get(name):
                    click.echo(f"      {name}: {entry.said[name]}")
    if not found:
        click.echo("The log is empty. 'reframe log ask' writes this month's questions.")
