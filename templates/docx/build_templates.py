"""Build the bundled Word templates. Run by hand after a change of design:

    python templates/docx/build_templates.py

One column, real headings and lists, no tables or text boxes: what a person and an applicant
tracking system both read.
"""

from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Inches, Pt, RGBColor

HERE = Path(__file__).parent
INK = RGBColor(0x1F, 0x2A, 0x37)
ACCENT = RGBColor(0x1F, 0x3A, 0x5F)


def build_classic() -> Document:
    """Return the classic template: ruled section titles, dates at the right."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Inches(8.5), Inches(11)
    section.left_margin = section.right_margin = Inches(0.9)
    section.top_margin = section.bottom_margin = Inches(0.8)
    _styles(document)
    add = document.add_paragraph
    add("{{ name }}", style="Title")
    add('{{ contact | join("  |  ") }}', style="Contact")
    add("{%p for section in sections %}")
    add("{%p if section.heading %}")
    add("{{ section.heading }}", style="Heading 1")
    add("{%p endif %}")
    add("{%p for line in section.lines %}")
    add("{{ line }}", style="Line")
    add("{%p endfor %}")
    add("{%p for position in section.positions %}")
    head = add(style="Heading 2")
    head.add_run("{{ position.title }}").bold = True
    head.add_run("\t{{ position.dates }}")
    add("{%p if position.employer or position.location %}")
    add('{{ [position.employer, position.location] | select | join(", ") }}', style="Employer")
    add("{%p endif %}")
    add("{%p for line in position.lines %}")
    add("{{ line }}", style="Line")
    add("{%p endfor %}")
    add("{%p if position.scope_line %}")
    add("{{ position.scope_line }}", style="Scope Line")
    add("{%p endif %}")
    add("{%p for bullet in position.bullets %}")
    add("{{ bullet }}", style="List Bullet")
    add("{%p endfor %}")
    add("{%p endfor %}")
    add("{%p for bullet in section.bullets %}")
    add("{{ bullet }}", style="List Bullet")
    add("{%p endfor %}")
    add("{%p endfor %}")
    properties = document.core_properties
    properties.author = properties.title = properties.comments = ""
    return document


def _styles(document: Document) -> None:
    styles: Any = document.styles
    normal = styles["Normal"]
    _font(normal, "Arial", 10, INK)
    normal.paragraph_format.space_after = Pt(2)
    title = styles["Title"]
    _font(title, "Georgia", 22, ACCENT)
    title.paragraph_format.space_after = Pt(2)
    _no_border(title)
    contact = styles.add_style("Contact", WD_STYLE_TYPE.PARAGRAPH)
    contact.base_style = normal
    contact.font.size = Pt(9.5)
    contact.paragraph_format.space_after = Pt(8)
    heading = styles["Heading 1"]
    _font(heading, "Georgia", 12.5, ACCENT)
    heading.font.bold = True
    heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(12), Pt(4)
    heading.paragraph_format.keep_with_next = True
    heading.element.get_or_add_pPr().append(
        parse_xml(
            f'<w:pBdr {nsdecls("w")}><w:bottom w:val="single" w:sz="6" w:space="1" '
            'w:color="1F3A5F"/></w:pBdr>'
        )
    )
    post = styles["Heading 2"]
    _font(post, "Arial", 10, INK)
    post.font.bold = False
    post.paragraph_format.space_before, post.paragraph_format.space_after = Pt(7), Pt(1)
    post.paragraph_format.keep_with_next = True
    post.paragraph_format.tab_stops.add_tab_stop(Inches(6.7), WD_TAB_ALIGNMENT.RIGHT)
    employer = styles.add_style("Employer", WD_STYLE_TYPE.PARAGRAPH)
    employer.base_style = normal
    employer.font.italic = True
    employer.paragraph_format.keep_with_next = True
    line = styles.add_style("Line", WD_STYLE_TYPE.PARAGRAPH)
    line.base_style = normal
    scope = styles.add_style("Scope Line", WD_STYLE_TYPE.PARAGRAPH)
    scope.base_style = normal
    scope.font.bold = True
    scope.paragraph_format.keep_with_next = True
    scope.paragraph_format.space_after = Pt(3)
    bullet = styles["List Bullet"]
    bullet.paragraph_format.space_after = Pt(2)
    bullet.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.LEFT


def _font(style: Any, name: str, size: float, color: RGBColor) -> None:
    style.font.name, style.font.size, style.font.color.rgb = name, Pt(size), color
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for slot in ("w:ascii", "w:hAnsi", "w:cs"):
        fonts.set(qn(slot), name)


def _no_border(style: Any) -> None:
    border = style.element.get_or_add_pPr().find(qn("w:pBdr"))
    if border is not None:
        border.getparent().remove(border)


if __name__ == "__main__":
    build_classic().save(HERE / "classic.docx")
