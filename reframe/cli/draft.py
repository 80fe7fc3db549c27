"""``reframe draft``."""

import json
from datetime import date as Day
from pathlib import Path
from typing import Literal

import click


def _day(text: str | None) -> Day | None:
    if text is None:
        return None
    try:
        return Day.fromisoformat(text)
    except ValueError:
        raise click.BadParameter(f"{text!r} is no day. Write it as YYYY-MM-DD.") from None


@click.command(name="draft")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("-o", "--out", required=True, type=click.Path(path_type=Path), help="Output folder.")
@click.option("--ledger", type=click.Path(path_type=Path), help="Answers (one résumé only).")
@click.option("--target", type=click.Path(), help="A target brief: see 'reframe target'.")
@click.option(
    "--rules", multiple=True, type=click.Path(path_type=Path), help="A rule folder of your own."
)
@click.option(
    "--locale",
    type=click.Choice(["us", "uk", "ca"]),
    help="Put every line into this spelling; else each résumé keeps its own.",
)
@click.option("--author", help="Who the changes and comments are by.")
@click.option(
    "--date",
    metavar="YYYY-MM-DD",
    callback=lambda _, __, text: _day(text),
    help="Their date; today by default.",
)
@click.option("--comments-only", is_flag=True, help="Comment; leave the text alone.")
@click.option("--clean", is_flag=True, help="The final: no revisions, comments or metadata.")
@click.option("--check", "strict", is_flag=True, help="Exit 1 when there is anything to change.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object per file.")
def command(
    paths: tuple[Path, ...],
    out: Path,
    ledger: Path | None,
    target: str | None,
    rules: tuple[Path, ...],
    locale: Literal["us", "uk", "ca"] | None,
    author: str | None,
    date: Day | None,
    comments_only: bool,
    clean: bool,
    strict: bool,
    as_json: bool,
) -> None:
    """Draft the résumés at PATHS (files or folders) into the folder OUT.

    Each gets a folder with the redlined .docx, a question sheet (.docx and .yaml), its ledger,
    review.json and the coach's report (report.html). A file that fails is reported and never
    stops the others.
    """
    from reframe.engine.briefs import read_target
    from reframe.engine.drafting import draft_file, folder_names, resume_files
    from reframe.engine.reframer import Reframer
    from reframe.errors import ReframeError

    files = resume_files(paths)
    if ledger and len(files) != 1:
        raise click.UsageError("--ledger goes with one résumé; each finds its own in the output.")
    aim = read_target(target) if target else None
    names = folder_names(files)
    reframer = Reframer(rules=rules, locale=locale)
    failed = changed = 0
    for number, path in enumerate(files, start=1):
        try:
            done = draft_file(
                path,
                out,
                reframer,
                name=names[path],
                ledger=ledger,
                target=aim,
                author=author,
                date=date,
                comments_only=comments_only,
                clean=clean,
            )
        except ReframeError as error:
            failed += 1
            if as_json:
                click.echo(json.dumps({"file": str(path), "error": str(error)}, ensure_ascii=False))
            click.echo(f"[{number}/{len(files)}] {path}: failed", err=True)
            click.echo(f"Error: {error}", err=True)
            continue
        changed += done.changed
        if as_json:
            click.echo(json.dumps(done.summary(), ensure_ascii=False))
        else:
            click.echo(done.report())
        click.echo(f"[{number}/{len(files)}] {path}: done", err=True)
    if failed:
        raise click.exceptions.Exit(3)
    if strict and changed:
        raise click.exceptions.Exit(1)
