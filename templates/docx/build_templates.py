"""Build the bundled Word templates. Run by hand after a change of design:

    python templates/docx/build_templates.py

One column, real headings and lists, no tables or text boxes in a résumé: what a person and an
applicant tracking system both read. Colours and fonts are those of the theme, so that a brand
is put on by changing the theme.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Inches, Pt
from lxml import etree

HERE = Path(__file__).parent
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
# What stands behind the borders of a paragraph, in the order of the schema.
_AFTER_BORDERS = ("shd", "tabs", "spacing", "ind", "contextualSpacing", "jc", "outlineLvl")
PLACE = '{{ [position.employer, position.location] | select | join("%s") }}'


@dataclass(frozen=True)
class Design:
    """What makes one template look unlike another; sizes in points, margins in inches."""

    heading: str
    body: str
    accent: str
    ink: str
    size: float
    name_size: float
    title_size: float
    margin: float
    centred: bool = False
    rule: str = "none"
    caps: bool = False
    space: float = 10


DESIGNS = {
    "classic": Design("Times New Roman", "Times New Roman", "1B1B1B", "1B1B1B", 10.5, 21, 11.5, 0.9,
                      centred=True, rule="bottom", caps=True),
    "modern": Design("Arial", "Arial", "1F5F7A", "262B33", 10, 24, 11.5, 0.9, space=12),
    "executive": Design("Georgia", "Arial", "5A2A36", "24242A", 10, 23, 12, 1.0, rule="top", space=13),
    "federal": Design("Arial", "Arial", "000000", "000000", 11, 16, 12, 1.0, caps=True, space=11),
}  # fmt: skip


def build(name: str) -> Document:
    """Return the template of one design."""
    design = DESIGNS[name]
    document = _blank(design)
    _styles(document, design)
    add = document.add_paragraph
    add("{{ name }}", style="Title")
    if name == "modern":
        add('{{ contact | join("  ·  ") }}', style="Contact")
    elif name == "federal":
        add("{%p for line in contact %}")
        add("{{ line }}", style="Contact")
        add("{%p endfor %}")
    else:
        add('{{ contact | join("  |  ") }}', style="Contact")
    add("{%p for section in sections %}")
    _each(document, "if section.heading", "{{ section.heading }}", "Heading 1", end="endif")
    _each(document, "for line in section.lines", "{{ line }}", "Line")
    add("{%p for position in section.positions %}")
    _HEADS[name](document)
    _each(document, "for line in position.lines", "{{ line }}", "Post Line")
    _each(
        document, "if position.scope_line", "{{ position.scope_line }}", "Scope Line", end="endif"
    )
    _each(document, "for bullet in position.bullets", "{{ bullet }}", "List Bullet")
    add("{%p endfor %}")
    _each(document, "for bullet in section.bullets", "{{ bullet }}", "List Bullet")
    add("{%p endfor %}")
    return document


def _each(document: Document, tag: str, text: str, style: str, *, end: str = "endfor") -> None:
    document.add_paragraph("{%p " + tag + " %}")
    document.add_paragraph(text, style=style)
    document.add_paragraph("{%p " + end + " %}")


def _dates_at_the_right(document: Document) -> None:
    """Title and dates on one line, employer and place below."""
    head = document.add_paragraph(style="Heading 2")
    head.add_run("{{ position.title or position.employer }}")
    head.add_run("{{ '\\t' ~ position.dates if position.dates }}", style="Quiet")
    _each(document, "if position.title and (position.employer or position.location)",
          PLACE % ", ", "Employer", end="endif")  # fmt: skip


def _all_below(document: Document) -> None:
    """The title alone, then employer, place and dates in one quiet line."""
    document.add_paragraph("{{ position.title or position.employer }}", style="Heading 2")
    parts = "[position.employer if position.title, position.location, position.dates]"
    document.add_paragraph("{%p if " + parts + " | select | list %}")
    document.add_paragraph("{{ " + parts + ' | select | join("  |  ") }}', style="Employer")
    document.add_paragraph("{%p endif %}")


def _dates_with_the_employer(document: Document) -> None:
    """The title in the accent colour, then the employer with the dates at the right."""
    place = '[position.employer if position.title, position.location] | select | join(", ")'
    head = document.add_paragraph(style="Heading 2")
    head.add_run("{{ position.title or position.employer }}")
    # Without a place the dates have no line to stand on but the title's.
    head.add_run("{{ '\\t' ~ position.dates if position.dates and not (" + place + ") }}", "Quiet")
    document.add_paragraph("{%p if " + place + " %}")
    below = document.add_paragraph(style="Employer")
    below.add_run("{{ " + place + " }}")
    below.add_run("{{ '\\t' ~ position.dates if position.dates }}", style="Quiet")
    document.add_paragraph("{%p endif %}")


def _labelled(document: Document) -> None:
    """Every fact on a line of its own behind its label, as federal readers want it."""
    document.add_paragraph("{{ position.title or position.employer }}", style="Heading 2")
    for part, label in (("employer", "Employer"), ("location", "Location"), ("dates", "Dates")):
        wanted = " and position.title" if part == "employer" else ""
        document.add_paragraph("{%p if position." + part + wanted + " %}")
        line = document.add_paragraph(style="Employer")
        line.add_run(f"{label}: ").bold = True
        line.add_run("{{ position." + part + " }}")
        document.add_paragraph("{%p endif %}")


_HEADS: dict[str, Callable[[Document], None]] = {
    "classic": _dates_at_the_right,
    "modern": _all_below,
    "executive": _dates_with_the_employer,
    "federal": _labelled,
}


def build_paper() -> Document:
    """Return the blank that papers for coach and client are written on."""
    design = Design("Georgia", "Arial", "1F3A5F", "1F2A37", 10.5, 20, 13, 1.0, space=14)
    document = _blank(design)
    _styles(document, design)
    for level, size in ((2, 11.5), (3, 10.5)):
        style = document.styles[f"Heading {level}"]
        _font(style, "minor", size, "text2", design)
        style.font.bold = True
    return document


def _blank(design: Design) -> Document:
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Inches(8.5), Inches(11)
    section.left_margin = section.right_margin = Inches(design.margin)
    section.top_margin = section.bottom_margin = Inches(0.8)
    properties = document.core_properties
    properties.author = properties.title = properties.comments = ""
    _theme(document, design)
    return document


def _theme(document: Document, design: Design) -> None:
    part = next(p for p in document.part.package.iter_parts() if "theme" in str(p.partname))
    root = etree.fromstring(part.blob)
    for slot, font in (("majorFont", design.heading), ("minorFont", design.body)):
        root.find(f".//{A}{slot}/{A}latin").set("typeface", font)
    for slot, colour in (("accent1", design.accent), ("dk2", design.ink)):
        place = root.find(f".//{A}clrScheme/{A}{slot}")
        for child in list(place):
            place.remove(child)
        etree.SubElement(place, f"{A}srgbClr", val=colour)
    part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _styles(document: Document, design: Design) -> None:
    styles: Any = document.styles
    normal = styles["Normal"]
    _font(normal, "minor", design.size, "text2", design)
    _flow(normal, after=2, widow=True)
    normal.paragraph_format.line_spacing = 1.08
    title = styles["Title"]
    _font(title, "major", design.name_size, "accent1", design)
    title.font.bold = design.rule != "top"
    _without_border(title)
    _flow(title, after=3, keep=True)
    contact = _new(styles, "Contact", normal, size=design.size - 0.5)
    _flow(contact, after=design.space - 4 if design.heading != design.body or design.centred else 2)
    if design.centred:
        title.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
        contact.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    heading = styles["Heading 1"]
    _font(heading, "major", design.title_size, "accent1", design)
    heading.font.bold = True
    heading.font.all_caps = design.caps
    _flow(heading, before=design.space, after=4, keep=True)
    if design.rule != "none":
        _border(heading, design.rule, design.accent, space=1 if design.rule == "bottom" else 6)
    post = styles["Heading 2"]
    _font(post, "minor", design.size + 0.5, "accent1" if design.rule == "top" else "text2", design)
    post.font.bold = True
    _flow(post, before=7, after=1, keep=True)
    width = 8.5 - 2 * design.margin
    post.paragraph_format.tab_stops.add_tab_stop(Inches(width), WD_TAB_ALIGNMENT.RIGHT)
    employer = _new(styles, "Employer", normal)
    employer.font.italic = design.centred
    _flow(employer, after=1 if design.caps and not design.centred else 2, keep=True)
    employer.paragraph_format.tab_stops.add_tab_stop(Inches(width), WD_TAB_ALIGNMENT.RIGHT)
    _new(styles, "Line", normal)
    _flow(_new(styles, "Post Line", normal), after=2, keep=True)
    scope = _new(styles, "Scope Line", normal)
    scope.font.bold = not design.centred
    scope.font.italic = design.centred
    _flow(scope, before=2, after=3, keep=True)
    bullet = styles["List Bullet"]
    _flow(bullet, after=2, widow=True)
    bullet.paragraph_format.keep_together = True
    bullet.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.LEFT
    bullet.paragraph_format.left_indent = Inches(0.22)
    bullet.paragraph_format.first_line_indent = Inches(-0.22)
    spacing = bullet.element.get_or_add_pPr().find(qn("w:contextualSpacing"))
    if spacing is not None:
        spacing.getparent().remove(spacing)
    quiet = styles.add_style("Quiet", WD_STYLE_TYPE.CHARACTER)
    quiet.font.bold = False
    quiet.font.size = Pt(design.size)


def _new(styles: Any, name: str, base: Any, *, size: float | None = None) -> Any:
    style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = base
    if size:
        style.font.size = Pt(size)
    return style


def _flow(
    style: Any, *, before: float = 0, after: float = 0, keep: bool = False, widow: bool = True
) -> None:
    form = style.paragraph_format
    form.space_before, form.space_after = Pt(before), Pt(after)
    form.keep_with_next = form.keep_together = keep
    form.widow_control = widow


def _font(style: Any, theme: str, size: float, colour: str, design: Design) -> None:
    """Set theme font, size and theme colour; a plain name and value stand beside both for
    programs that know no themes."""
    name = design.heading if theme == "major" else design.body
    style.font.size = Pt(size)
    style.font.name = name
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for slot in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{slot}"), name)
    for slot, value in (("asciiTheme", "HAnsi"), ("hAnsiTheme", "HAnsi")):
        fonts.set(qn(f"w:{slot}"), f"{theme}{value}")
    for slot in ("eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{slot}"), None)
    value = design.accent if colour == "accent1" else design.ink
    properties = style.element.get_or_add_rPr()
    for old in properties.findall(qn("w:color")):
        properties.remove(old)
    style.font.color.rgb = docx.shared.RGBColor.from_string(value)
    properties.find(qn("w:color")).set(qn("w:themeColor"), colour)


def _border(style: Any, side: str, colour: str, *, space: int) -> None:
    properties = style.element.get_or_add_pPr()
    properties.insert_element_before(
        parse_xml(
            f'<w:pBdr {nsdecls("w")}><w:{side} w:val="single" w:sz="6" w:space="{space}" '
            f'w:color="{colour}" w:themeColor="accent1"/></w:pBdr>'
        ),
        *(f"w:{tag}" for tag in _AFTER_BORDERS),
    )


def _without_border(style: Any) -> None:
    border = style.element.get_or_add_pPr().find(qn("w:pBdr"))
    if border is not None:
        border.getparent().remove(border)


if __name__ == "__main__":
    for design_name in DESIGNS:
        build(design_name).save(HERE / f"{design_name}.docx")
    build_paper().save(HERE / "_paper.docx")
