"""The jobs of commands that compare or set anew whole folders."""

from pathlib import Path

from reframe.batch.finding import Found, resume_files, some_resume_files
from reframe.batch.naming import folder_names
from reframe.batch.stores import below
from reframe.batch.tasks import CheckJob, RenderJob, Row, failed, ledger_in
from reframe.core.target import Target
from reframe.errors import Unreadable


def check_jobs(before: str, after: str, *, ledgers: str = "") -> tuple[list[CheckJob], list[Row]]:
    """Return a job for every file that both folders have under one relative path, and the rows
    of those that one has alone.

    In ``after`` any résumé counts, our own drafts and finals too, where ``before`` has its name.
    Kinds that are not read count in ``before``: beside finals they are prints of them.

    Raises:
        Unreadable: when there is no résumé in ``before``.
    """
    old = {file.relative: file for file in some_resume_files([before])}
    new = {file.relative: file for file in resume_files([after]) if file.is_read}
    new |= {
        relative: Found(below(after, relative), relative)
        for relative in old
        if Path(after, relative).is_file()
    }
    # Of a kind that is not read the reader tells more than that its fellow is missing.
    both = [name for name in old if name in new or not old[name].is_read]
    jobs = [
        CheckJob(
            number=number,
            file=relative,
            before=old[relative].path,
            after=new[relative].path if relative in new else below(after, relative),
            ledger=ledger_in(ledgers, old[relative].stem) if ledgers else "",
        )
        for number, relative in enumerate(sorted(both))
    ]
    alone = [
        failed(name, Unreadable(f"{name}: is in {here} and not in {there}. Give both."))
        for name, here, there in sorted(
            [(name, before, after) for name in old.keys() - both]
            + [(name, after, before) for name in new.keys() - old.keys()]
        )
    ]
    return jobs, alone


def render_jobs(
    folder: str,
    out: str,
    *,
    templates: tuple[str, ...],
    kind: str,
    brand: str = "",
    paper: str = "",
    draft: bool = False,
    target: Target | None = None,
    aim: str = "",
    ledgers: str = "",
) -> list[RenderJob]:
    """Return a job for every résumé of a folder: each gets a folder of its own in ``out``."""
    files = some_resume_files([folder])
    return [
        RenderJob(
            number=number,
            file=file.path,
            out=below(out, name),
            templates=templates,
            kind=kind,
            ledger=ledger_in(ledgers, file.stem) if ledgers else "",
            brand=brand,
            paper=paper,
            draft=draft,
            target=target,
            aim=aim,
        )
        for number, (file, name) in enumerate(zip(files, folder_names(files), strict=True))
    ]
