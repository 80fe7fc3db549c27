"""A fresh document says all that the review says, and only that."""

import concurrent.futures
import dataclasses
import zipfile

import docx
import pytest

from reframe import Ledger, read, render
from reframe.bundled import bundled
from reframe.errors import TemplateError
from reframe.formats.docx.template import fill_docx
from reframe.formats.jinja_text import fill_text

SAMPLE = bundled("data", "samples", "mara-okonski.docx")
LEDGER = bundled("data", "samples", "mara-okonski.ledger.yaml")


@pytest.fixture(scope="module")
def answered(reframer):
    return reframer.review(read(SAMPLE), Ledger.load(LEDGER))


@pytest.mark.parametrize(("suffix", "template"), [("docx", "classic"), ("md", "plain")])
def test_our_own_reader_finds_every_bullet_again(answered, tmp_path, suffix, template):
    out = tmp_path / f"fresh.{suffix}"
    render(answered, template=template, out=out)
    again = read(out)
    assert [b.text for b, _, _ in again.placed_bullets()] == [
        answered.text(b.id) for b in answered.bullets()
    ]
    assert [(p.title, p.dates) for p in again.positions()] == [
        (p.title, p.dates) for p in answered.resume.positions()
    ]


def test_a_final_has_no_author_and_no_blank(answered, tmp_path):
    render(answered, out=tmp_path / "fresh.docx")
    document = docx.Document(tmp_path / "fresh.docx")
    assert document.core_properties.author == ""
    text = "\n".join(p.text for p in document.paragraphs)
    assert not any(mark in text for mark in ("…", "[", "{{", "None"))


def test_the_markdown_is_as_it_was(answered, tmp_path, golden):
    render(answered, template="plain", out=tmp_path / "fresh.md")
    golden("render/mara-okonski.md", (tmp_path / "fresh.md").read_text(encoding="utf-8"))


AWKWARD = "R&D <lead> for P&L in C++ \x0b at 50% {{ not a tag }}"


def awkward(review):
    resume = dataclasses.replace(review.resume, name=AWKWARD)
    return dataclasses.replace(review, resume=resume)


def test_marks_of_the_format_are_text(answered, tmp_path):
    with pytest.raises(TemplateError, match="left over"):
        render(awkward(answered), out=tmp_path / "fresh.docx")
    resume = dataclasses.replace(answered.resume, name=AWKWARD.replace("{{ not a tag }}", ""))
    render(dataclasses.replace(answered, resume=resume), out=tmp_path / "fresh.docx")
    first = docx.Document(tmp_path / "fresh.docx").paragraphs[0].text
    assert first.startswith("R&D <lead> for P&L in C++ ")


def template(tmp_path, *lines):
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    document.save(tmp_path / "own.docx")
    return tmp_path / "own.docx"


@pytest.mark.parametrize(
    "line",
    [
        "{{ unknown }}",
        "{% for x in %}",
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ name.format.__globals__ }}",
    ],
)
def test_a_template_that_asks_for_what_is_not_there_is_refused(tmp_path, line):
    with pytest.raises(TemplateError, match=r"own\.docx"):
        fill_docx(template(tmp_path, "{{ name }}", line), {"name": "Mara"})


@pytest.mark.parametrize("text", ["{{ unknown }}", "{% for %}", "{{ name.__class__.mro() }}"])
def test_a_text_template_is_held_to_the_same(tmp_path, text):
    (tmp_path / "own.md.j2").write_text(text)
    with pytest.raises(TemplateError, match=r"own\.md\.j2"):
        fill_text(tmp_path / "own.md.j2", {"name": "Mara"}, escape={})


def test_no_template_and_no_format_are_told(answered, tmp_path):
    with pytest.raises(TemplateError, match="classic"):
        render(answered, template="baroque", out=tmp_path / "x.docx")
    with pytest.raises(TemplateError, match="not a format"):
        render(answered, out=tmp_path / "x.xyz")
    with pytest.raises(TemplateError, match=r"not a Word template|no such template"):
        render(answered, template=str(tmp_path / "none.docx"), out=tmp_path / "x.docx")


def test_sixty_at_once_hold_nobody_elses_name(answered, tmp_path):
    def one(number: int) -> str:
        resume = dataclasses.replace(answered.resume, name=f"Client {number:03d}")
        render(dataclasses.replace(answered, resume=resume), out=tmp_path / f"{number}.docx")
        body = zipfile.ZipFile(tmp_path / f"{number}.docx").read("word/document.xml").decode()
        return "".join(n for n in (f"Client {i:03d}" for i in range(60)) if n in body)

    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        assert list(pool.map(one, range(60))) == [f"Client {i:03d}" for i in range(60)]
