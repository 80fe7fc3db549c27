"""``reframe render``."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reframe.cli.work import Work, print_json, rows_of, work_options

if TYPE_CHECKING:
    from reframe.batch.tasks import RenderJob


@click.command(name="render")
@click.argument("resume", type=click.Path(path_type=Path))
@click.option(
    "-t", "--template", "templates", multiple=True,
    help="A bundled template's name, or the path of your own; may be given more than once.",
)  # fmt: skip
@click.option(
    "-o", "--out", required=True, type=click.Path(path_type=Path),
    help="A file (.docx, .html, .md, .txt, .pdf, .json), or a folder to name it in.",
)  # fmt: skip
@click.option(
    "--as", "kind", default="docx", show_default=True,
    type=click.Choice(["docx", "html", "md", "txt", "pdf", "json"]),
    help="The format of what goes into a folder.",
)  # fmt: skip
@click.option("--ledger", type=click.Path(path_type=Path), help="Confirmed answers.")
@click.option("--brand", type=click.Path(path_type=Path), help="A TOML file: colours, fonts, logo.")
@click.option("--paper", type=click.Choice(["letter", "a4"]), help="The size of the pages.")
@click.option("--draft", is_flag=True, help="A working copy: numbered, and blanks may stand in it.")
@click.option(
    "--target", default="",
    help="A target brief (.yaml): what serves it, in its order. Or what a final is meant for, for its name.",
)  # fmt: skip
@click.option("--ledgers", help="For a folder: a folder of ledgers, NAME.ledger.yaml.")
@work_options
@click.option("--json", "as_json", is_flag=True, help="For a folder: print a JSON object a line.")
def command(
    resume: Path,
    templates: tuple[str, ...],
    out: Path,
    kind: str,
    ledger: Path | None,
    brand: Path | None,
    paper: str | None,
    draft: bool,
    target: str,
    ledgers: str | None,
    work: Work,
    as_json: bool,
) -> None:
    """Make documents of RESUME, or of each in a folder, with every wording that is licensed.

    Résumés, letters, LinkedIn texts, papers for the client: 'reframe templates list' names them.
    """
    from reframe.engine.briefs import read_target

    aim = read_target(target) if Path(target).suffix.lower() in {".yaml", ".yml"} else None
    name = aim.role if aim else target
    if resume.is_dir():
        from reframe.batch.pairs import render_jobs

        if ledger:
            raise click.UsageError("--ledger goes with one résumé; use --ledgers for a folder.")
        jobs = render_jobs(
            str(resume),
            str(out),
            templates=templates or (_default(f".{kind}"),),
            kind=f".{kind}",
            brand=str(brand or ""),
            paper=paper or "",
            draft=draft,
            target=aim,
            aim=name,
            ledgers=ledgers or "",
        )
        _render_folder(jobs, work=work, as_json=as_json)
        return
    from reframe.engine.drafting import check_owner
    from reframe.engine.filing import place
    from reframe.engine.reading import read
    from reframe.engine.reframer import Reframer
    from reframe.engine.rendering import render
    from reframe.formats.brand import read_brand
    from reframe.formats.ledger import Ledger

    look = read_brand(brand) if brand else None
    evidence = Ledger.load(ledger) if ledger else None
    source = read(resume)
    if ledger and evidence:
        check_owner(evidence, source.name, ledger)
    if len(templates) > 1 and out.suffix and not out.is_dir():
        raise click.UsageError("several templates go into a folder: name one with -o.")
    reframer = Reframer()
    review = reframer.review(source, evidence, target=aim)
    for template in templates or (_default(out.suffix.lower()),):
        path = place(out, source, template, f".{kind}", draft=draft, target=name, among=templates)
        if path.exists() and path.samefile(resume):
            raise click.UsageError(f"{path}: this is the client's own file. Write to another name.")
        render(
            review,
            template=template,
            out=path,
            brand=look,
            paper=paper or "",
            final=not draft,
            reframer=reframer,
        )
        click.echo(str(path))
    for bullet in review.left_out():
        click.echo(f"left out for the target: {bullet.text}")


def _default(suffix: str) -> str:
    return "plain" if suffix in {".md", ".txt"} else "classic"


def _render_folder(jobs: "Sequence[RenderJob]", *, work: Work, as_json: bool) -> None:
    from reframe.batch.tasks import render

    with rows_of(render, jobs, work=work) as rows:
        for row in rows:
            if as_json:
                print_json(row)
            elif row["status"] == "done":
                left = (f"left out for the target: {text}" for text in row["left_out"])
                click.echo("\n".join((*row["written"], *left)))
