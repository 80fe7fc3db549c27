"""``reframe check``."""

import json
import os.path
from pathlib import Path
from typing import Any

import click

from reframe.cli.work import Work, print_json, rows_of, work_options

# What the name of a document ends in, also of one that is not read: no bullet is such a word.
_DOCUMENTS = (
    *(".docx", ".doc", ".odt", ".rtf", ".pdf", ".pages", ".html", ".htm"),
    *(".md", ".markdown", ".txt", ".json", ".yaml", ".yml"),
)


@click.command(name="check")
@click.argument("before")
@click.argument("after")
@click.option("--ledger", type=click.Path(dir_okay=False), help="Confirmed answers.")
@click.option("--ledgers", help="For folders: a folder of ledgers, NAME.ledger.yaml.")
@work_options
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(
    before: str,
    after: str,
    ledger: str | None,
    ledgers: str | None,
    work: Work,
    as_json: bool,
) -> None:
    """List what AFTER claims without licence and what it lost of BEFORE.

    Both are bullets, or both are résumé files, or both are folders: then files of one relative
    path are compared. Exit code 1 means that something was found, 3 that a file failed.
    """
    _check_given(BEFORE=before, AFTER=after)
    if os.path.isdir(before) or os.path.isdir(after):  # noqa: PTH112 (a bullet is a long name)
        _check_folders(before, after, ledgers or "", work=work, as_json=as_json)
        return
    from reframe.core.wire import to_plain
    from reframe.engine.checking import check_files
    from reframe.engine.reframer import Reframer
    from reframe.formats.ledger import Ledger

    evidence = Ledger.load(ledger) if ledger else None
    reframer = Reframer()
    if os.path.isfile(before) or os.path.isfile(after):  # noqa: PTH113
        pairs = check_files(Path(before), Path(after), reframer, evidence)
    else:
        pairs = [(before, after, reframer.check(before, after, evidence))]
    lines = [
        {"before": old, "after": new, "findings": to_plain(found)} for old, new, found in pairs
    ]
    if as_json:
        click.echo(json.dumps(lines, ensure_ascii=False, indent=1))
    else:
        _show(lines)
    if any(line["findings"] for line in lines):
        raise click.exceptions.Exit(1)
    if not as_json:
        click.echo("Nothing is claimed that the source does not license, and no fact is lost.")


def _check_given(**given: str) -> None:
    """Refuse an empty text, and a file's name that would be read as a bullet: it is not there.

    Raises:
        UsageError: for an empty text.
        Unreadable: for a missing file.
    """
    from reframe.errors import Unreadable

    for name, text in given.items():
        if not text.strip():
            raise click.UsageError(
                f"{name} is empty. Give a bullet between quotation marks, a file or a folder."
            )
    for text in given.values():
        named = text.lower().endswith(_DOCUMENTS) and len(text.split()) == 1
        if named and not os.path.exists(text):  # noqa: PTH110
            raise Unreadable(f"{text}: no such file. Check the name.")


def _check_folders(before: str, after: str, ledgers: str, *, work: Work, as_json: bool) -> None:
    from reframe.batch.pairs import check_jobs
    from reframe.batch.tasks import check
    from reframe.core.counting import counted

    for folder in (before, after):
        if not Path(folder).is_dir():
            raise click.UsageError(f"{folder}: not a folder; a folder is compared with a folder.")
    jobs, alone = check_jobs(before, after, ledgers=ledgers)
    files = found = failed = 0
    with rows_of(check, jobs, work=work, done=alone) as rows:
        for row in rows:
            files += 1
            failed += row["status"] == "failed"
            wrong = [line for line in row.get("lines", ()) if line["findings"]]
            found += bool(wrong)
            if as_json:
                print_json(row)
            elif wrong:
                click.echo(row["file"])
                _show(wrong)
        told = f"{counted(files, 'file')}: {found} with findings, {failed} failed"
        click.echo(told, err=True)
    if found:
        raise click.exceptions.Exit(1)


def _show(lines: list[dict[str, Any]]) -> None:
    for line in lines:
        if line["findings"]:
            old, new = line["before"], line["after"]
            click.echo(f"- {old}\n+ {new}" if old else f"+ {new}")
        for finding in line["findings"]:
            click.echo(f"    {finding['cls']}: {finding['message']}")
            if finding["question"]:
                click.echo(f"      ask: {finding['question']}")
