"""``reframe lint``."""

import json
from pathlib import Path

import click


@click.command(name="lint")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--only", multiple=True, metavar="CODE", help="Only this check.")
@click.option("--skip", multiple=True, metavar="CODE", help="Not this check.")
@click.option(
    "--locale",
    type=click.Choice(["us", "uk", "ca", "eu"]),
    help="The country whose custom holds; else that of each résumé's spelling.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(
    paths: tuple[Path, ...],
    only: tuple[str, ...],
    skip: tuple[str, ...],
    locale: str | None,
    as_json: bool,
) -> None:
    """List what a reader may take amiss in the résumés at PATHS (files or folders).

    Nothing is changed. Each remark has its reason and what to do. Exit code 1 means that
    something was found.
    """
    from reframe.batch.finding import some_resume_files
    from reframe.cli.show import show_remarks
    from reframe.core.wire import to_plain
    from reframe.engine.reading import doubt_of, read
    from reframe.engine.reframer import Reframer
    from reframe.engine.remarking import remarks_on
    from reframe.errors import ReframeError
    from reframe.tables.check import nearest
    from reframe.tables.checks import load_checks

    book = load_checks()
    for code in (*only, *skip):
        if code not in book.checks:
            known = list(book.checks)
            raise click.UsageError(f"no check {code}; {nearest(code, known, most=len(known))}")
    book = book.chosen(only=frozenset(only), skip=frozenset(skip))
    reframer = Reframer()
    plain: list[dict[str, object]] = []
    found = failed = 0
    for path in (Path(found.path) for found in some_resume_files(paths)):
        try:
            resume = read(path)
            remarks = remarks_on(resume, reframer, book=book, country=locale)
        except ReframeError as error:
            failed += 1
            plain.append({"file": str(path), "error": str(error)})
            click.echo(f"Error: {error}", err=True)
            continue
        if doubt := doubt_of(resume):
            click.echo(f"{path}: {doubt}", err=True)
        found += len(remarks)
        plain.append({"file": str(path), "remarks": [to_plain(r) for r in remarks]})
        if not as_json:
            show_remarks(path, remarks)
    if as_json:
        click.echo(json.dumps(plain, ensure_ascii=False, indent=1))
    if failed:
        raise click.exceptions.Exit(3)
    if found:
        raise click.exceptions.Exit(1)
