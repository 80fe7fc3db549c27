"""``reframe report``."""

from pathlib import Path

import click


@click.command(name="report")
@click.argument("resume", type=click.Path(path_type=Path))
@click.option("-o", "--out", required=True, type=click.Path(path_type=Path), help="An .html file.")
@click.option("--ledger", type=click.Path(path_type=Path), help="Confirmed answers.")
@click.option("--target", type=click.Path(), help="A target brief: see 'reframe target'.")
@click.option(
    "--rules", multiple=True, type=click.Path(path_type=Path), help="A rule folder of your own."
)
@click.option(
    "--paper", type=click.Choice(["letter", "a4"]), help="The size of the pages when printed."
)
def command(
    resume: Path,
    out: Path,
    ledger: Path | None,
    target: str | None,
    rules: tuple[Path, ...],
    paper: str | None,
) -> None:
    """Write the coach's report on RESUME: one page of HTML, whole in itself.

    RESUME is a résumé, or a folder that 'reframe draft' wrote: its review is shown as it was
    decided. The page fetches nothing and needs no script; any browser shows and prints it.
    """
    from reframe.core.review import Review
    from reframe.engine.briefs import read_target
    from reframe.engine.drafting import check_owner
    from reframe.engine.reading import read
    from reframe.engine.reframer import Reframer
    from reframe.engine.reporting import page_path, write_report
    from reframe.errors import Unreadable
    from reframe.formats.ledger import Ledger

    if (ledger or target) and resume.is_dir():
        raise click.UsageError(
            "a drafted folder has its own ledger and target; leave --ledger and --target out."
        )
    page_path(out)
    reframer = Reframer(rules=rules)
    if resume.is_dir():
        kept = resume / "review.json"
        try:
            review = Review.from_json(kept.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError) as error:
            raise Unreadable(
                f"{kept}: cannot be read ({error}). Name a résumé, or a folder of 'reframe draft'."
            ) from error
    else:
        source = read(resume)
        evidence = Ledger.load(ledger) if ledger else None
        if ledger and evidence:
            check_owner(evidence, source.name, ledger)
        aim = read_target(target) if target else None
        review = reframer.review(source, evidence, target=aim)
    write_report(review, out, paper=paper or "", reframer=reframer)
    click.echo(str(out))
