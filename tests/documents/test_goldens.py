"""Every template with every sample, as it was when somebody last looked at it."""

import re
import zipfile

import pytest
from lxml import etree

from reframe import ReframeError, render
from reframe.errors import TemplateError
from tests.documents.made import DESIGNS, DOCUMENTS, NAMES

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def word_lines(path) -> str:
    """A Word document as its styles and words: what a reader sees, not how a zip stores it."""
    root = etree.fromstring(zipfile.ZipFile(path).read("word/document.xml"))
    lines = []
    for paragraph in root.iter(W + "p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        parts = [
            "\t" if part.tag == W + "tab" else "\n" if part.tag == W + "br" else part.text or ""
            for part in paragraph.iter(W + "t", W + "tab", W + "br")
            if part.getparent().tag == W + "r"
        ]
        name = "" if style is None else style.get(W + "val")
        lines.append(f"{name}: {''.join(parts)}".rstrip())
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("design", DESIGNS)
def test_a_design_is_as_it_was(plain_reviews, tmp_path, golden, name, design):
    review = plain_reviews[name]
    for kind in ("docx", "html", "md"):
        render(review, template=design, out=tmp_path / f"r.{kind}")
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    body = re.sub(r"\n\s*\n+", "\n", page[page.index("<body>") :])
    texts = [word_lines(tmp_path / "r.docx"), body, (tmp_path / "r.md").read_text(encoding="utf-8")]
    golden(f"documents/{name}/{design}.txt", "\n=====\n".join(texts))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_document_is_as_it_was(confirmed_reviews, reframer, tmp_path, golden, name, document):
    path = tmp_path / "d.md"
    try:
        render(confirmed_reviews[name], template=document, out=path, reframer=reframer)
        text = path.read_text(encoding="utf-8")
    except TemplateError as error:
        text = f"refused: {error}\n"
    golden(f"documents/{name}/{document}.md", text)


def test_the_style_of_a_page_is_as_it_was(plain_reviews, tmp_path, golden):
    for design in ("classic", "modern", "executive", "federal"):
        render(plain_reviews["one-page"], template=design, out=tmp_path / "r.html", paper="a4")
        page = (tmp_path / "r.html").read_text(encoding="utf-8")
        golden(
            f"documents/styles/{design}.css", page[page.index("<style>") : page.index("</style>")]
        )


def test_the_same_review_gives_the_same_bytes(confirmed_reviews, reframer, tmp_path):
    pytest.importorskip("typst")
    for kind in ("docx", "html", "md", "txt", "pdf", "json"):
        for template in ("classic", "claim-sheet"):
            made = []
            for out in (tmp_path / f"1.{kind}", tmp_path / f"2.{kind}"):
                try:
                    render(
                        confirmed_reviews["two-page"], template=template, out=out, reframer=reframer
                    )
                except ReframeError as error:  # pragma: no cover
                    pytest.fail(str(error))
                made.append(out.read_bytes())
            assert made[0] == made[1], (template, kind)
