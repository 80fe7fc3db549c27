"""What is written can be read: by our own reader, and by the tools that others use."""

import dataclasses
import io
import shutil
import subprocess

import docx
import docx2txt
import pypdf
import pytest

from reframe import read, render
from reframe.bundled import bundled
from tests.documents.made import DESIGNS, NAMES, said

CJK = "chinese"


@pytest.mark.parametrize("kind", ["docx", "md", "txt", "json"])
@pytest.mark.parametrize("name", NAMES)
def test_our_reader_finds_the_same_resume(confirmed_reviews, tmp_path, name, kind):
    review = confirmed_reviews[name]
    if kind == "txt":
        # Plain text sets nothing off: a line under a title that says what was done is a bullet.
        review = dataclasses.replace(review, roles=())
    wanted = [(p.title, p.employer, p.dates, len(p.bullets)) for p in review.resume.positions()]
    for design in DESIGNS if kind != "json" else ("classic",):
        out = tmp_path / f"{design}.{kind}"
        render(review, template=design, out=out)
        again = read(out)
        found = [(p.title, p.employer, p.dates, len(p.bullets)) for p in again.positions()]
        assert found == wanted, design
        bullets = [b.text for p in again.positions() for b in p.bullets]
        assert bullets == said(review)[: len(bullets)], design
        # JSON Resume knows awards, but no lists of them: they come back as lines.
        assert kind == "json" or len(said(review)) == sum(1 for _ in again.placed_bullets())
        assert again.name == review.resume.name
        assert not again.unplaced


@pytest.mark.parametrize("name", NAMES)
def test_docx2txt_finds_every_bullet_in_order(confirmed_reviews, tmp_path, name):
    review = confirmed_reviews[name]
    for design in DESIGNS:
        render(review, template=design, out=tmp_path / "r.docx")
        in_order(docx2txt.process(str(tmp_path / "r.docx")), said(review))


@pytest.mark.parametrize("name", [name for name in NAMES if name != CJK])
def test_the_text_of_a_pdf_is_whole_and_in_order(confirmed_reviews, tmp_path, name):
    pytest.importorskip("typst")
    review = confirmed_reviews[name]
    for design in ("classic", "modern", "executive", "federal"):
        out = tmp_path / "r.pdf"
        render(review, template=design, out=out)
        pages = pypdf.PdfReader(io.BytesIO(out.read_bytes())).pages
        in_order("\n".join(page.extract_text() for page in pages), said(review))
        if shutil.which("pdftotext"):
            run = subprocess.run(
                ["pdftotext", out, "-"], capture_output=True, check=True, text=True
            )
            in_order(run.stdout, said(review))


def in_order(text: str, bullets: list[str]) -> None:
    """Every bullet stands whole in a text, one behind the other; a wrapped line is no break."""
    words = " ".join(text.split())
    at = 0
    for bullet in bullets:
        found = words.find(" ".join(bullet.split()), at)
        assert found >= 0, f"not there, or out of order: {bullet}"
        at = found + len(bullet)


@pytest.mark.parametrize("design", ["classic", "modern", "executive", "federal"])
def test_no_page_of_a_pdf_ends_with_a_heading(plain_reviews, tmp_path, design):
    pytest.importorskip("typst")
    review = plain_reviews["four-page"]
    heads = {part for p in review.resume.positions() for part in (p.title, p.employer, p.dates)}
    heads |= {s.heading.text for s in review.resume.sections if s.heading}
    for paper in ("letter", "a4"):
        render(review, template=design, out=tmp_path / "r.pdf", paper=paper)
        pages = pypdf.PdfReader(tmp_path / "r.pdf").pages
        assert 3 <= len(pages) <= 4
        for page in pages[:-1]:
            last = page.extract_text().strip().splitlines()[-1].casefold()
            assert not any(head.casefold() in last for head in heads)


@pytest.mark.parametrize("design", ["classic", "modern", "executive", "federal"])
def test_the_styles_of_a_word_design_keep_a_title_with_its_first_bullet(design):
    document = docx.Document(str(bundled("templates", "docx", f"{design}.docx")))
    for name in ("Heading 1", "Heading 2", "Employer", "Post Line", "Scope Line"):
        assert document.styles[name].paragraph_format.keep_with_next, name
    assert document.styles["Normal"].paragraph_format.widow_control
    assert document.styles["List Bullet"].paragraph_format.keep_together
    assert not document.tables
    assert not document.element.xpath("//w:txbxContent")
