"""A coach's own look: every mistake with its line, and the look on every format."""

import base64
import zipfile

import pytest

from reframe import render
from reframe.errors import TemplateError
from reframe.formats.brand import read_brand
from tests.documents.made import plain_review, sample

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)
BRAND = """name = "Ellery & Daughters"
accent = "#0a5c36"
ink = "#222222"
logo = "logo.png"
footer = "Confidential"

[fonts]
heading = "Verdana"
body = "Trebuchet MS"
"""


@pytest.fixture
def brand(tmp_path):
    (tmp_path / "logo.png").write_bytes(PIXEL)
    (tmp_path / "brand.toml").write_text(BRAND)
    return tmp_path / "brand.toml"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('name = "x"\nacent = "#123456"\n', ["2: there is no setting 'acent'; did you mean 'accent'?"]),
        ('accent = "blue"\n\nink = 3\n', ["1: 'blue' is no colour", "3: 'ink' is a text in quotes, not 3"]),
        ('[fonts]\n\nbody = "Ari<al"\n', ["3: 'Ari<al' is no name of a font"]),
        ('fonts = "Arial"\n', ["1: 'fonts' is a table"]),
        ('logo = "none.png"\n', ["1: there is no picture"]),
        ('logo = "brand.toml"\n', ["1: ", "is no PNG or JPEG picture"]),
        ('name = "x\n', ["1:", "not valid TOML"]),
        ('fonts.heading = 4\n', ["1: 'heading' is a text"]),
    ],
)  # fmt: skip
def test_every_mistake_has_its_line(tmp_path, text, told):
    (tmp_path / "brand.toml").write_text(text)
    with pytest.raises(TemplateError) as caught:
        read_brand(tmp_path / "brand.toml")
    for part in told:
        assert part in str(caught.value)
    assert str(caught.value).startswith(f"{tmp_path / 'brand.toml'}:")


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(TemplateError, match="cannot be read"):
        read_brand(tmp_path / "none.toml")


@pytest.mark.parametrize("design", ["classic", "modern", "executive", "federal"])
def test_a_resume_takes_colours_and_fonts_but_no_logo(brand, tmp_path, design):
    review = plain_review(sample("one-page"))
    render(review, template=design, out=tmp_path / "r.docx", brand=brand)
    package = zipfile.ZipFile(tmp_path / "r.docx")
    styles = package.read("word/styles.xml").decode()
    assert "0A5C36" in styles
    assert "Verdana" in styles
    assert "Trebuchet MS" in package.read("word/theme/theme1.xml").decode()
    assert not [name for name in package.namelist() if "media" in name]
    render(review, template=design, out=tmp_path / "r.html", brand=brand)
    page = (tmp_path / "r.html").read_text()
    assert "--accent: #0A5C36" in page
    assert "Verdana" in page
    assert "<img" not in page


def test_a_coachs_paper_carries_logo_name_and_footer(brand, tmp_path, confirmed_reviews, reframer):
    review = confirmed_reviews["one-page"]
    for kind in ("docx", "html"):
        render(
            review,
            template="claim-sheet",
            out=tmp_path / f"c.{kind}",
            brand=brand,
            reframer=reframer,
        )
        render(review, template="bio", out=tmp_path / f"b.{kind}", brand=brand, reframer=reframer)
    names = zipfile.ZipFile(tmp_path / "c.docx").namelist()
    assert [name for name in names if "media" in name]
    page = (tmp_path / "c.html").read_text()
    assert "Ellery &amp; Daughters" in page
    assert "Confidential" in page
    assert "data:image/png;base64," in page
    assert 'src="http' not in page
    # What goes out in the client's name has no coach's name on it.
    assert "Ellery" not in (tmp_path / "b.html").read_text()
    assert not [n for n in zipfile.ZipFile(tmp_path / "b.docx").namelist() if "media" in n]


def test_a_pdf_takes_the_look_too(brand, tmp_path, confirmed_reviews, reframer):
    pypdf = pytest.importorskip("pypdf")
    pytest.importorskip("typst")
    render(confirmed_reviews["one-page"], template="claim-sheet", out=tmp_path / "c.pdf", brand=brand,
           reframer=reframer)  # fmt: skip
    page = pypdf.PdfReader(tmp_path / "c.pdf").pages[0]
    assert "Ellery & Daughters" in page.extract_text()
    assert "Confidential" in page.extract_text()


@pytest.mark.parametrize(("paper", "size"), [("a4", (11906, 16838)), ("letter", (12240, 15840))])
def test_paper_is_cut_and_the_tab_moves_with_the_margin(tmp_path, paper, size):
    render(
        plain_review(sample("one-page")), template="classic", out=tmp_path / "r.docx", paper=paper
    )
    package = zipfile.ZipFile(tmp_path / "r.docx")
    document = package.read("word/document.xml").decode()
    assert f'w:w="{size[0]}" w:h="{size[1]}"' in document
    margins = 2 * 1296
    assert f'w:pos="{size[0] - margins}"' in package.read("word/styles.xml").decode()


def test_paper_of_a_pdf(tmp_path):
    pypdf = pytest.importorskip("pypdf")
    pytest.importorskip("typst")
    for paper, width in (("a4", 595), ("letter", 612)):
        render(
            plain_review(sample("one-page")), template="modern", out=tmp_path / "r.pdf", paper=paper
        )
        reader = pypdf.PdfReader(tmp_path / "r.pdf")
        assert round(float(reader.pages[0].mediabox.width)) == width
        assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
        assert not reader.metadata.author


def test_a_sign_that_no_font_has_is_told(tmp_path):
    pytest.importorskip("typst")
    resume = sample("one-page")
    from dataclasses import replace

    with pytest.raises(TemplateError, match=r"could not be displayed.*\.docx"):
        render(plain_review(replace(resume, name="Ann \U0001f98a")), out=tmp_path / "r.pdf")


def test_without_typst_a_pdf_says_how_to_get_it(tmp_path, monkeypatch):
    import sys

    from reframe.formats import typst_pdf

    monkeypatch.setitem(sys.modules, "typst", None)
    monkeypatch.setattr(typst_pdf, "_KEPT", type(typst_pdf._KEPT)())
    with pytest.raises(TemplateError, match=r"pip install .resume-reframe\[pdf\]"):
        render(plain_review(sample("one-page")), out=tmp_path / "r.pdf")
