"""Write blocks as a Word document, on a blank whose styles give it its look."""

import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import docx
from docx.oxml import OxmlElement
from docx.shared import Inches

from reframe.formats.blocks import Block, Runs
from reframe.formats.brand import Brand
from reframe.formats.docx.look import put_look
from reframe.formats.docx.metadata import make_final
from reframe.formats.docx.packing import pack
from reframe.formats.docx.preflight import read_parts

_LOGO_HEIGHT: Final = Inches(0.5)
_BY_HAND: Final = Inches(0.42)
_HEADINGS: Final = ("Title", "Heading 1", "Heading 2", "Heading 3")
_ITEMS: Final = ("List Bullet", "List Bullet 2", "List Bullet 3")


def write_blocks(
    blocks: Sequence[Block], blank: Path, *, brand: Brand, paper: str, headed: bool = True
) -> bytes:
    """Return a .docx of the blocks, without metadata.

    ``headed`` puts the brand's logo and name at the top and its line at the foot of each page,
    as on a coach's own paper; a client's own document carries neither.
    """
    document: Any = docx.Document(str(blank))
    for element in list(document.element.body):
        if not element.tag.endswith("}sectPr"):
            document.element.body.remove(element)
    if headed:
        _furnish(document, brand)
    # Looking a style up by its name searches all of them, for every paragraph.
    ids = {style.name: style.style_id for style in document.styles}
    for at, block in enumerate(blocks):
        below = blocks[at + 1] if at + 1 < len(blocks) else None
        _add(document, block, below, ids)
    out = io.BytesIO()
    document.save(out)
    parts = read_parts(out.getvalue(), name=blank.name)
    make_final(parts)
    put_look(parts, brand, paper)
    return pack(parts)


def _furnish(document: Any, brand: Brand) -> None:
    section = document.sections[0]
    if brand.logo or brand.name:
        head = section.header.paragraphs[0]
        if brand.logo:
            picture = head.add_run().add_picture(io.BytesIO(brand.logo_bytes), height=_LOGO_HEIGHT)
            picture._inline.docPr.set("descr", brand.name)
        if brand.name:
            head.add_run(f"  {brand.name}" if brand.logo else brand.name).bold = True
    if brand.footer:
        section.footer.paragraphs[0].text = brand.footer


def _add(document: Any, block: Block, below: Block | None, ids: Mapping[str, str]) -> None:
    if block.kind == "table":
        _add_table(document, block)
        return
    if block.kind == "rule":
        document.add_paragraph()
        return
    style = "Normal"
    if block.kind == "heading":
        style = _HEADINGS[min(block.level, len(_HEADINGS)) - 1]
    elif block.kind == "item":
        style = _ITEMS[min(block.level, len(_ITEMS) - 1)]
    elif block.kind == "quote":
        style = "Scope Line"
    paragraph = document.add_paragraph()
    paragraph._p.style = ids[style]
    _write(paragraph, block.runs)
    # A line that leads to a list stays with the first item of it.
    if block.kind == "paragraph" and below is not None and below.kind == "item":
        paragraph.paragraph_format.keep_with_next = True


def _add_table(document: Any, block: Block) -> None:
    width = max((len(row) for row in block.rows), default=0)
    if not width:
        return
    table = document.add_table(rows=0, cols=width, style="Table Grid")
    for number, row in enumerate(block.rows):
        cells = table.add_row().cells
        for cell, runs in zip(cells, row, strict=False):
            _write(cell.paragraphs[0], runs, bold=number == 0)
        if number == 0:
            properties = table.rows[0]._tr.get_or_add_trPr()
            properties.append(OxmlElement("w:tblHeader"))
        if any(not runs for runs in row):
            # An empty cell is there to be written in by hand.
            table.rows[number].height = _BY_HAND
        # A row that breaks across pages is hard to read, and to sign.
        table.rows[number]._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    document.add_paragraph()


def _write(paragraph: Any, runs: Runs, *, bold: bool = False) -> None:
    for run in runs:
        written = paragraph.add_run(run.text)
        if run.bold or bold:
            written.bold = True
        if run.italic:
            written.italic = True
