"""A fresh document says all that the review says, and only that."""

import docx
import pytest

from reframe import Ledger, read, render
from reframe.bundled import bundled
from reframe.errors import TemplateError

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


def test_no_template_and_no_format_are_told(answered, tmp_path):
    with pytest.raises(TemplateError, match="classic"):
        render(answered, template="baroque", out=tmp_path / "x.docx")
    with pytest.raises(TemplateError, match="not a format"):
        render(answered, out=tmp_path / "x.xyz")
    with pytest.raises(TemplateError, match=r"not a Word template|no such template"):
        render(answered, template=str(tmp_path / "none.docx"), out=tmp_path / "x.docx")
