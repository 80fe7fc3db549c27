"""``reframe demo``."""

from pathlib import Path

import click


@click.command(name="demo")
@click.option(
    "-o", "--out", default="demo-out", show_default=True, type=click.Path(path_type=Path),
    help="Where to write.",
)  # fmt: skip
def command(out: Path) -> None:
    """Draft an invented compliance analyst's résumé, then draft it again with her answers."""
    from reframe.bundled import bundled
    from reframe.cli.show import show_question, show_step
    from reframe.core.counting import counted
    from reframe.engine.drafting import draft_file
    from reframe.engine.reframer import Reframer

    resume = bundled("data", "samples", "mara-okonski.docx")
    ledger = bundled("data", "samples", "mara-okonski.ledger.yaml")
    reframer = Reframer()
    first = draft_file(resume, out / "1-as-received", reframer)
    second = draft_file(resume, out / "2-with-answers", reframer, ledger=ledger)

    click.secho(
        f"\n{first.review.resume.name}: {counted(len(first.review.bullets()), 'bullet')}", bold=True
    )
    for position in first.review.resume.positions():
        click.secho(f"\n{position.title}, {position.employer} ({position.dates})", bold=True)
        for role in second.review.roles:
            if role.position_id == position.id and role.scope_line:
                show_step("scope line, once confirmed", role.scope_line)
        for bullet in position.bullets:
            one = first.review.suggestions(bullet.id)
            two = second.review.suggestions(bullet.id)
            click.echo(f"  {bullet.text}")
            if one.changed:
                show_step("at once", one.after)
            if two.after != one.after:
                show_step("with her answers", two.after)
    click.secho("\nThe first questions on her sheet", bold=True)
    for question in first.review.sheet():
        show_question(question)
    click.secho("\nWritten", bold=True)
    for path in (*first.written, *second.written):
        click.echo(f"  {path}")
