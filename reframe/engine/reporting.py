"""The coach's report of a review: one page of HTML that is whole in itself."""

from collections.abc import Sequence
from pathlib import Path

from reframe.bundled import bundled
from reframe.core.review import Review
from reframe.core.wire import to_plain
from reframe.documents.report import report_data
from reframe.documents.report_basis import Basis
from reframe.engine.checking import bundled_reframer
from reframe.engine.reframer import Reframer
from reframe.engine.rendering import PAPERS, printable
from reframe.errors import StaleDecision, TemplateError
from reframe.formats.docx.redline import Refusal
from reframe.formats.files import write_whole
from reframe.formats.jinja_text import fill_text
from reframe.tables.documents import load_frames
from reframe.tables.report import load_report_words


def report_page(
    review: Review,
    *,
    paper: str = "",
    refused: Sequence[Refusal] = (),
    reframer: Reframer | None = None,
) -> str:
    """Return the report as HTML; the same review gives the same text.

    Args:
        paper: "letter" or "a4"; by default whatever the reader's printer has.
        refused: changes that the client's file did not take, as ``redline`` returns them.
        reframer: whose rules the review was made with, instead of the bundled ones.

    Raises:
        StaleDecision: when the rules are not those that the review was made with.
        TemplateError: when the paper is not known.
    """
    if paper not in ("", *PAPERS):
        raise TemplateError(f"paper '{paper}' is not known; use {' or '.join(PAPERS)}.")
    used = reframer or bundled_reframer()
    if review.rules and review.rules != used.book.digest:
        raise StaleDecision(
            "the rules have changed since this review was made. Make it anew with 'reframe draft'."
        )
    basis = Basis(
        review=review,
        book=used.book,
        lexicon=used.lexicon,
        frames=load_frames(),
        words=load_report_words(),
        findings=_findings(review, used),
        refused={refusal.anchor: refusal.reason for refusal in refused},
    )
    data = printable(to_plain(report_data(basis)) | {"paper": paper})
    return fill_text(bundled("templates", "html", "report.html.j2"), data, language="html")


def write_report(
    review: Review,
    out: str | Path,
    *,
    paper: str = "",
    refused: Sequence[Refusal] = (),
    reframer: Reframer | None = None,
) -> None:
    """Write :func:`report_page` to a file.

    Raises:
        TemplateError: when the file's suffix is not .html or .htm, or the paper is not known.
        ReframeError: when the rules have changed since, or the file cannot be written.
    """
    path = page_path(out)
    page = report_page(review, paper=paper, refused=refused, reframer=reframer)
    write_whole(path, page.encode())


def page_path(out: str | Path) -> Path:
    """Return the path of a page.

    Raises:
        TemplateError: when its suffix is not .html or .htm.
    """
    path = Path(out)
    if path.suffix.lower() not in {".html", ".htm"}:
        raise TemplateError(f"{path}: a report is a page of HTML; name it with .html.")
    return path


def _findings(review: Review, reframer: Reframer) -> dict[str, tuple[str, ...]]:
    """Return what the check says of the lines that the coach wrote."""
    return {
        key: tuple(
            finding.message
            for finding in reframer.check(
                review.suggestions(key).before, decision.text, review.evidence, about=key
            )
        )
        for key, decision in review.decisions.items()
        if decision.kind == "edit"
    }
