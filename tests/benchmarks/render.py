"""Rendering: documents a second in each format, and Word against docxtpl alone.

Figures only, never a pass or a fail: python -m tests.benchmarks.render
"""

import io
import statistics
import tempfile
import time
from pathlib import Path

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined
from jinja2.sandbox import SandboxedEnvironment

from reframe.bundled import bundled
from reframe.documents.build import build
from reframe.engine.reframer import Reframer
from reframe.engine.rendering import render
from reframe.engine.words import source_of
from reframe.formats.brand import Brand
from reframe.formats.docx.template import fill_docx
from tests.documents.made import confirmed_review, sample

RUNS = 20


def milliseconds(call) -> float:
    """The median of warm runs, in milliseconds of the processor."""
    call()
    spent = []
    for _ in range(RUNS):
        start = time.process_time()
        call()
        spent.append(time.process_time() - start)
    return 1e3 * statistics.median(spent)


def bare(template: Path, data: dict) -> None:
    """What docxtpl does alone: escaped and strict, but no check, no look, nothing taken out."""
    environment = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    document = DocxTemplate(template)
    document.render(data, jinja_env=environment, autoescape=True)
    document.save(io.BytesIO())


def main() -> None:
    review, reframer = confirmed_review(sample("two-page")), Reframer()
    with tempfile.TemporaryDirectory() as folder:
        print("a résumé of two pages (classic), written to disk")
        for kind in ("docx", "html", "md", "txt", "pdf", "json"):
            out = Path(folder) / f"r.{kind}"
            spent = milliseconds(lambda out=out: render(review, out=out, reframer=reframer))
            print(f"  {kind:<5} {spent:6.1f} ms  {1e3 / spent:6.0f} a second")
        print("a defence card for each claim")
        for kind in ("docx", "html", "md", "pdf"):
            out = Path(folder) / f"c.{kind}"
            spent = milliseconds(
                lambda out=out: render(review, template="defence-cards", out=out, reframer=reframer)
            )
            print(f"  {kind:<5} {spent:6.1f} ms  {1e3 / spent:6.0f} a second")
    data = build(
        source_of(review, reframer), ("name", "contact", "sections"), brand=Brand(), paper="letter"
    )
    print("the same Word template, ours against docxtpl alone")
    ratios = []
    for name in ("classic", "modern", "executive", "federal"):
        path = bundled("templates", "docx", f"{name}.docx")
        floor = milliseconds(lambda path=path: bare(path, data))
        ours = milliseconds(lambda path=path: fill_docx(path, data))
        ratios.append(ours / floor)
        print(
            f"  {name:<10} docxtpl {floor:5.1f} ms, ours {ours:5.1f} ms, ratio {ours / floor:.2f}"
        )
    print(f"  worst ratio {max(ratios):.2f}")


if __name__ == "__main__":
    main()
