"""``reframe questions``."""

import json
from pathlib import Path

import click

_PATH = click.Path(path_type=Path)


@click.command(name="questions")
@click.argument("resume", type=_PATH)
@click.option("-o", "--out", type=_PATH, help="A .docx, .yaml or .txt sheet; a .md or .txt guide.")
@click.option("--ledger", type=_PATH, help="What is confirmed already is not asked again.")
@click.option("--interview", is_flag=True, help="The coach's interview guide, post by post.")
@click.option(
    "--most",
    type=click.IntRange(1),
    help="How many questions: 8 at most and by default, 25 in a guide.",
)
@click.option("--rules", multiple=True, type=_PATH, help="A rule folder of your own.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(
    resume: Path,
    out: Path | None,
    ledger: Path | None,
    interview: bool,
    most: int | None,
    rules: tuple[Path, ...],
    as_json: bool,
) -> None:
    """Print the questions about RESUME that are worth most, or write them as a sheet.

    Each comes with the line that its answer would make possible.
    """
    from reframe.core.review import INTERVIEW, SHEET
    from reframe.core.wire import to_plain
    from reframe.engine.guides import interview_guide
    from reframe.engine.keeping import keep_answers
    from reframe.engine.reading import read
    from reframe.engine.reframer import Reframer
    from reframe.engine.sheets import sheet_items, write_sheet_file
    from reframe.formats.files import write_whole
    from reframe.formats.ledger import Ledger
    from reframe.formats.sheet_text import write_sheet_text

    limit = INTERVIEW if interview else SHEET
    if most is not None and most > limit:
        longer = "" if interview else f"; a guide (--interview) holds up to {INTERVIEW}"
        what = "guide" if interview else "sheet"
        raise click.UsageError(f"--most {most}: a {what} holds at most {limit} questions{longer}.")
    most = most or limit
    evidence = Ledger.load(ledger) if ledger else Ledger()
    reframer = Reframer(rules=rules)
    review = reframer.review(read(resume), evidence)
    if as_json:
        chosen = review.interview(most=most) if interview else review.sheet(most=most)
        click.echo(json.dumps(to_plain(chosen), ensure_ascii=False, indent=1))
        return
    if interview:
        guide = interview_guide(review, most=most)
        if out is None:
            click.echo(guide, nl=False)
            return
        if out.suffix.lower() not in {".md", ".txt"}:
            raise click.UsageError(f"{out}: a guide is written as .md or .txt")
        write_whole(out, guide.encode())
    else:
        items = sheet_items(review, most=most)
        if out is None:
            click.echo(write_sheet_text(items, client=review.resume.name), nl=False)
            return
        then = "" if ledger else " and give their ledger with --ledger"
        keep_answers(out, evidence, lambda: reframer, then=then)
        write_sheet_file(items, out, client=review.resume.name)
    click.echo(str(out))
