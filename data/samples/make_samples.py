"""Write the sample résumé as a .docx from its Markdown: ``python data/samples/make_samples.py``.

The layout is one that clients really send: name and contact in a two-column table, headings
with a border, dates at a right tab, one list numbered by Word ("-" in the Markdown) and one
typed with a glyph ("*"), and text that Word has split into several runs.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Inches, Pt, RGBColor
from docx.text.paragraph import Paragraph

HERE = Path(__file__).parent
FONT = "Arial"
INK = RGBColor(0x1F, 0x3A, 0x4D)
GREY = RGBColor(0x55, 0x5F, 0x66)
WIDTH = Inches(6.9)
# Word begins a new run where an editing session ended; the reader must not mind.
SESSION = 23
_MARKED = re.compile(
    r"\*\*(?P<bold>.+?)\*\*|\*(?P<italic>.+?)\*|\[(?P<label>.+?)\]\((?P<url>.+?)\)"
)


def make(source: Path, target: Path) -> None:
    """Write the résumé in ``source`` (Markdown as in this folder) to ``target``."""
    document = Document()
    _set_page(document)
    _set_styles(document)
    head, *sections = re.split(r"^## ", source.read_text(encoding="utf-8"), flags=re.MULTILINE)
    _write_head(document, [line for line in head.splitlines() if line])
    for section in sections:
        heading, *lines = [line for line in section.splitlines() if line]
        document.add_paragraph(heading, style="Heading 1")
        for at, line in enumerate(lines):
            _write_line(document, line, after_title=at > 0 and " | " in lines[at - 1])
    _write_footer(document, head.splitlines()[0].removeprefix("# "))
    document.save(str(target))


def _set_page(document: Any) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Inches(8.5), Inches(11)
    section.left_margin = section.right_margin = Inches(0.8)
    section.top_margin, section.bottom_margin = Inches(0.7), Inches(0.7)
    properties = document.core_properties
    properties.author, properties.title = "Mara Okonski", "Resume"
    properties.comments = ""
    properties.created = properties.modified = datetime(2025, 9, 2, 9, 0)


def _set_styles(document: Any) -> None:
    styles = document.styles
    normal = styles["Normal"]
    _set_font(normal, size=10)
    normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.line_spacing = 1.08

    heading = styles["Heading 1"]
    _set_font(heading, size=10.5, color=INK)
    heading.font.bold = heading.font.all_caps = True
    heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(11), Pt(4)
    border = OxmlElement("w:pBdr")
    bottom = OxmlElement("w:bottom")
    for key, value in {"val": "single", "sz": "6", "space": "2", "color": str(INK)}.items():
        bottom.set(qn(f"w:{key}"), value)
    border.append(bottom)
    # A border stands in front of spacing in the order that the format prescribes.
    heading.element.get_or_add_pPr().find(qn("w:spacing")).addprevious(border)

    title = styles.add_style("Job Title", WD_STYLE_TYPE.PARAGRAPH)
    title.base_style = normal
    title.font.bold = True
    title.paragraph_format.space_before = Pt(6)
    title.paragraph_format.keep_with_next = True
    title.paragraph_format.tab_stops.add_tab_stop(WIDTH, WD_TAB_ALIGNMENT.RIGHT)

    employer = styles.add_style("Employer", WD_STYLE_TYPE.PARAGRAPH)
    employer.base_style = normal
    employer.font.italic = True
    employer.font.color.rgb = GREY
    employer.paragraph_format.space_after = Pt(2)
    employer.paragraph_format.keep_with_next = True

    bullet = styles["List Bullet"]
    bullet.paragraph_format.space_after = Pt(1.5)
    bullet.element.pPr.remove(bullet.element.pPr.find(qn("w:contextualSpacing")))

    typed = styles.add_style("Typed Bullet", WD_STYLE_TYPE.PARAGRAPH)
    typed.base_style = normal
    typed.paragraph_format.left_indent = Inches(0.25)
    typed.paragraph_format.first_line_indent = Inches(-0.25)
    typed.paragraph_format.tab_stops.add_tab_stop(Inches(0.25))
    typed.paragraph_format.space_after = Pt(1.5)

    link = styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
    link.font.underline = True
    link.font.color.rgb = RGBColor(0x1A, 0x5A, 0x96)


def _set_font(style: Any, *, size: float, color: RGBColor | None = None) -> None:
    style.font.name, style.font.size = FONT, Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), FONT)
        fonts.attrib.pop(qn(f"w:{script}Theme"), None)
    if color is not None:
        style.font.color.rgb = color


def _write_head(document: Any, lines: list[str]) -> None:
    """Write name and headline to the left, the lines of contact to the right."""
    name, headline, *contact = lines
    table = document.add_table(rows=1, cols=2)
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), "0")
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    table._tbl.tblPr.find(qn("w:tblLook")).addprevious(margins)
    left, right = table.rows[0].cells
    for column, cell, width in zip(table.columns, (left, right), (4.4, 2.5), strict=True):
        column.width = cell.width = Inches(width)
    run = left.paragraphs[0].add_run(name.removeprefix("# "))
    run.bold, run.font.size, run.font.color.rgb = True, Pt(22), INK
    run = left.add_paragraph().add_run(headline)
    run.font.size, run.font.color.rgb = Pt(11), GREY
    for at, line in enumerate(contact):
        paragraph = right.paragraphs[0] if at == 0 else right.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        _write_text(paragraph, line)


def _write_line(document: Any, line: str, *, after_title: bool) -> None:
    mark, _, text = line.partition(" ")
    if mark == "-":
        paragraph = document.add_paragraph(style="List Bullet")
        # Word writes the number beside the style when its bullet button is pressed.
        numbering = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        numbering.get_or_add_ilvl().val = 0
        numbering.get_or_add_numId().val = paragraph.style.element.pPr.numPr.numId.val
        _write_text(paragraph, text, split=True)
    elif mark == "*":
        paragraph = document.add_paragraph(style="Typed Bullet")
        paragraph.add_run("•\t")
        _write_text(paragraph, text)
    elif " | " in line:
        title, dates = line.removeprefix("### ").split(" | ")
        paragraph = document.add_paragraph(style="Job Title")
        paragraph.add_run(f"{title}\t")
        paragraph.add_run(dates).bold = False
    else:
        _write_text(document.add_paragraph(style="Employer" if after_title else "Normal"), line)


def _write_text(paragraph: Paragraph, text: str, *, split: bool = False) -> None:
    """Write Markdown's bold, italics and links as runs; ``split`` cuts long runs in two."""
    at = 0
    for marked in _MARKED.finditer(text):
        _write_plain(paragraph, text[at : marked.start()], split=split)
        at = marked.end()
        if marked["url"]:
            _write_link(paragraph, marked["label"], marked["url"])
        else:
            run = paragraph.add_run(marked["bold"] or marked["italic"])
            run.bold, run.italic = bool(marked["bold"]) or None, bool(marked["italic"]) or None
    _write_plain(paragraph, text[at:], split=split)


def _write_plain(paragraph: Paragraph, text: str, *, split: bool) -> None:
    for part in _cut(text) if split else [text]:
        if part:
            paragraph.add_run(part)


def _cut(text: str) -> Iterator[str]:
    if len(text) <= SESSION + 4:
        yield text
        return
    yield text[:SESSION]
    yield text[SESSION:]


def _write_link(paragraph: Paragraph, label: str, url: str) -> None:
    link = OxmlElement("w:hyperlink")
    link.set(
        qn("r:id"), paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    )
    run = paragraph.add_run(label, style="Hyperlink")
    link.append(run._r)
    paragraph._p.append(link)


def _write_footer(document: Any, name: str) -> None:
    """Write the name and a page number, which is a field."""
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run(f"{name} · page ")
    run.font.size, run.font.color.rgb = Pt(8), GREY
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    number = paragraph.add_run("1")
    number.font.size, number.font.color.rgb = Pt(8), GREY
    field.append(number._r)
    paragraph._p.append(field)


if __name__ == "__main__":
    for markdown in sorted(HERE.glob("*.md")):
        make(markdown, markdown.with_suffix(".docx"))
