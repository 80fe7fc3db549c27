"""``reframe ledger``."""

import json
from pathlib import Path

import click

_PATH = click.Path(path_type=Path)


@click.group(name="ledger")
def command() -> None:
    """Show, check, merge and sign off a ledger: a client's confirmed answers."""


@command.command(name="show")
@click.argument("ledger", type=_PATH)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def show(ledger: Path, as_json: bool) -> None:
    """Print what was confirmed, line by line: by whom, when, and on what basis."""
    from reframe.core.wire import to_plain
    from reframe.engine.inspecting import lines_in
    from reframe.formats.ledger import Ledger

    found = Ledger.load(ledger)
    if as_json:
        rows = [
            {**to_plain(answer), "id": answer.ledger_id, "line": text}
            for _, text, answers in lines_in(found)
            for answer in answers
        ]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    click.secho(found.client or "(no client named)", bold=True)
    for key, text, answers in lines_in(found):
        click.echo(f"\n{text or key}")
        for answer in answers:
            value = ", ".join(answer.value) if isinstance(answer.value, tuple) else answer.value
            marks = [answer.by, answer.on, answer.basis or "", *answer.also]
            marks += [] if answer.print_ok else ["not for print"]
            marks += ["signed off"] if answer.signed_off else []
            marks += ["disputed"] if found.get(answer.question_id) is None else []
            click.echo(f"  {answer.ledger_id}  {answer.question or answer.question_id}")
            click.echo(f"           {value}  ({', '.join(mark for mark in marks if mark)})")


@command.command(name="check")
@click.argument("ledger", type=_PATH)
@click.argument("resume", type=_PATH, required=False)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def check(ledger: Path, resume: Path | None, as_json: bool) -> None:
    """List what to look at in LEDGER, alone or with the RESUME that it is about.

    Disputed answers, figures without a basis, answers whose line is gone, contradictions, and
    claims that wait for a sign-off. Exit code 1 means that something was found.
    """
    from reframe.core.counting import counted
    from reframe.core.wire import to_plain
    from reframe.engine.inspecting import inspect
    from reframe.engine.reading import read
    from reframe.engine.reframer import Reframer
    from reframe.formats.ledger import Ledger

    found = Ledger.load(ledger)
    remarks = inspect(found, Reframer(), read(resume) if resume else None)
    if as_json:
        click.echo(json.dumps(to_plain(remarks), ensure_ascii=False, indent=1))
    else:
        for remark in remarks:
            click.echo(f"{remark.id}: {remark.what}\n    {remark.todo}")
    click.echo(f"{counted(len(found), 'answer')}, {counted(len(remarks), 'remark')}", err=True)
    if remarks:
        raise click.exceptions.Exit(1)


@command.command(name="merge")
@click.argument("first", type=_PATH)
@click.argument("second", type=_PATH)
@click.option("-o", "--out", type=_PATH, help="Where to write; by default FIRST is updated.")
def merge(first: Path, second: Path, out: Path | None) -> None:
    """Make one ledger of two copies; answers that differ are kept side by side and told.

    Exit code 1 means that there are such: neither answer is used until one is removed.
    """
    from reframe.core.counting import counted
    from reframe.core.merging import conflicts, merged
    from reframe.engine.drafting import check_owner
    from reframe.formats.ledger import Ledger

    one, other = Ledger.load(first), Ledger.load(second)
    check_owner(other, one.client, second)
    both = merged(one, other)
    path = out or first
    both.save(path)
    differing = conflicts(both)
    for conflict in differing:
        click.echo(f"{conflict.question or conflict.question_id}")
        for answer in conflict.both:
            value = ", ".join(answer.value) if isinstance(answer.value, tuple) else answer.value
            marks = ", ".join(m for m in (answer.by, answer.on, answer.basis or "") if m)
            click.echo(f"    {value}  ({marks})")
    click.echo(f"{counted(len(both), 'answer')}, {counted(len(differing), 'conflict')} -> {path}")
    if differing:
        raise click.exceptions.Exit(1)


@command.command(name="sign")
@click.argument("ledger", type=_PATH)
@click.argument("ids", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="Every answer of the ledger.")
def sign(ledger: Path, ids: tuple[str, ...], everything: bool) -> None:
    """Sign off answers, by their short names: claims of a role or of leadership need it."""
    from reframe.core.counting import counted
    from reframe.formats.ledger import Ledger

    found = Ledger.load(ledger)
    by_id = {answer.ledger_id: answer.question_id for answer in found}
    unknown = [name for name in ids if name not in by_id]
    if unknown:
        raise click.UsageError(
            f"{ledger} has no answer {', '.join(unknown)}; see 'reframe ledger show'"
        )
    if not ids and not everything:
        raise click.UsageError("give the short names of answers, or --all")
    found.signed(by_id.values() if everything else (by_id[name] for name in ids)).save(ledger)
    click.echo(
        f"{counted(len(by_id) if everything else len(ids), 'answer')} signed off -> {ledger}"
    )


@command.command(name="attach")
@click.argument("ledger", type=_PATH)
@click.argument("old")
@click.argument("new")
def attach(ledger: Path, old: str, new: str) -> None:
    """Move the answers about the line OLD to the line NEW (ids as 'ledger check' tells them)."""
    from reframe.core.attaching import readdress
    from reframe.formats.ledger import Ledger

    found = Ledger.load(ledger)
    try:
        readdress(found, old, new).save(ledger)
    except ValueError:
        raise click.UsageError(f"{ledger} has no answer about {old}") from None
    click.echo(f"{old} -> {new}")
