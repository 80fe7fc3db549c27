"""``reframe draft``."""

from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import PurePath
from typing import Any, Literal

import click

from reframe.cli.work import Work, day, print_json, progress, work_options

# What a program is told of a row; the digests are the journal's own business.
_OWN = frozenset({"settings", "given", "source_digest", "ledger_digest"})

# How many kinds of remarks are named; "reframe lint" tells the rest.
_KINDS = 6


@click.command(name="draft")
@click.argument("paths", nargs=-1, required=True)
@click.option("-o", "--out", required=True, help="Output folder.")
@click.option("--ledger", type=click.Path(), help="Answers (one résumé only).")
@click.option("--ledgers", help="A folder of ledgers, NAME.ledger.yaml for NAME.docx.")
@click.option("--target", type=click.Path(), help="A target brief: see 'reframe target'.")
@click.option("--rules", multiple=True, type=click.Path(), help="A rule folder of your own.")
@click.option(
    "--locale",
    type=click.Choice(["us", "uk", "ca"]),
    help="Put every line into this spelling; else each résumé keeps its own.",
)
@click.option("--author", help="Who the changes and comments are by.")
@click.option(
    "--date", metavar="YYYY-MM-DD", callback=day, help="Their date; today by default."
)  # fmt: skip
@click.option("--comments-only", is_flag=True, help="Comment; leave the text alone.")
@click.option("--clean", is_flag=True, help="The final: no revisions, comments or metadata.")
@click.option("--check", "strict", is_flag=True, help="Exit 1 when there is anything to change.")
@click.option("--resume", is_flag=True, help="Go on with an earlier run into the same folder.")
@work_options
@click.option("--json", "as_json", is_flag=True, help="Print a JSON object a line.")
def command(
    paths: tuple[str, ...],
    out: str,
    ledger: str | None,
    ledgers: str | None,
    target: str | None,
    rules: tuple[str, ...],
    locale: Literal["us", "uk", "ca"] | None,
    author: str | None,
    date: str,
    comments_only: bool,
    clean: bool,
    strict: bool,
    resume: bool,
    work: Work,
    as_json: bool,
) -> None:
    """Draft the résumés at PATHS (files, folders, patterns) into the folder OUT.

    Each gets a folder with the redlined .docx, a question sheet (.docx, .yaml and .txt), its
    ledger and review.json, and a single one the coach's report.html too; several together get
    one report.html and report.csv. A file that fails is reported and never stops the others.
    """
    from reframe.batch.cohort import Begun, Ended, Options, draft_cohort, draft_files
    from reframe.batch.executors import workers as executor_for
    from reframe.batch.finding import is_cohort, some_resume_files

    files = some_resume_files(paths)
    if ledger and len(files) != 1:
        raise click.UsageError("--ledger goes with one résumé; use --ledgers for several.")
    aim = None
    if target:
        from reframe.engine.briefs import read_target

        aim = read_target(target)
    options = Options(
        rules=rules,
        ledger=ledger or "",
        ledgers=ledgers or "",
        target=aim,
        locale=locale,
        author=author or "",
        date=date,
        comments_only=comments_only,
        clean=clean,
    )
    several = is_cohort(paths)
    with (
        executor_for(
            files=len(files),
            count=work.workers,
            scheduler=work.scheduler,
            limits=work.limits(),
            warmth=options.warmth,
        ) as (executor, window),
        ExitStack() as shown,
    ):
        if several:
            events = draft_cohort(
                files, out, executor, options=options, window=window, resume=resume
            )
        else:
            events = draft_files(files, out, executor, options=options, window=window)
        for event in events:
            match event:
                case Begun():
                    tell = shown.enter_context(progress(event.files, kept=event.kept))
                case Ended():
                    shown.close()
                    ended = event
                case row:
                    tell(row)
                    if as_json:
                        print_json({k: v for k, v in row.items() if k not in _OWN})
                    elif row["status"] == "done" and not several:
                        click.echo("\n".join(_told(row)))
    if several and as_json:
        print_json({"event": "ended", **asdict(ended)})
    elif several:
        click.echo(_summary(ended))
    if ended.failed:
        raise click.exceptions.Exit(3)
    if strict and ended.changed:
        raise click.exceptions.Exit(1)


def _told(row: dict[str, Any]) -> Iterator[str]:
    """Yield what became of one résumé, for a person."""
    from reframe.core.counting import counted

    yield (
        f"{PurePath(row['file']).name}: {counted(row['bullets'], 'bullet')}, "
        f"{row['changed']} reworded, {row['unsure']} not certain, "
        f"{counted(row['questions'], 'question')} on the sheet"
    )
    yield from (f"  scope line: {line}" for line in row["scope_lines"])
    if "target" in row:
        counts = ", ".join(f"{n} {status}" for status, n in row["requirements"].items())
        yield f"  target: {row['target']}; requirements: {counts}"
    yield from (f"  less relevant: {text}" for text in row.get("less_relevant", ()))
    yield from (f"  answers contradict each other: {text}" for text in row["conflicts"])
    yield from (f"  for the coach: {text}" for text in row["offers"])
    yield from (f"  waiting for the coach's sign-off: {text}" for text in row["waiting"])
    yield from (
        f"  {counted(orphan['answers'], 'answer')} without a line (it was reworded or removed): "
        f"{orphan['text'] or orphan['line']}"
        for orphan in row["orphans"]
    )
    yield from (f"  two different answers, neither used: {key}" for key in row["disputed"])
    yield from (f"  note: {text}" for text in row["warnings"])
    if row["remarks"]:
        told = Counter(remark["code"] for remark in row["remarks"])
        few = ", ".join(f"{code} ({n})" if n > 1 else code for code, n in told.most_common(_KINDS))
        rest = len(told) - _KINDS
        more = f" and {counted(rest, 'more kind')}" if rest > 0 else ""
        yield f"  may be taken amiss: {few}{more}; 'reframe lint' says why"
    yield from (f"  left as it was ({left['reason']})" for left in row["not_changed"])
    if row["unplaced"]:
        yield f"  {counted(row['unplaced'], 'line')} could not be placed; see review.json"
    yield from (f"  {path}" for path in row["written"])


def _summary(ended: Any) -> str:
    from reframe.core.counting import counted

    kept = f" ({ended.kept} of them by an earlier run)" if ended.kept else ""
    return (
        f"{counted(ended.files, 'file')}: {ended.files - ended.failed} drafted{kept}, "
        f"{ended.failed} failed, {counted(ended.changed, 'bullet')} reworded\n{ended.report}"
    )
