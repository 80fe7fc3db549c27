"""The question sheet as a Word document: one table a question, with boxes to tick and a field
to type in, read back by the reference that each table carries."""

import io
from collections.abc import Iterator, Sequence
from typing import Any

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor
from docx.table import Table, _Cell

from reframe.errors import LedgerError
from reframe.formats.sheet_words import (
    BASIS,
    INTRO,
    LABELS,
    REF,
    Filled,
    SheetItem,
    choices,
    is_figure,
    needs_leave,
)

_BOX, _TICKED = "☐", "☒"
_TICKS = frozenset("☒☑✓✔✗✘xX")
_PLACEHOLDER = "Click here to type"
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_WIDTHS = (Pt(120), Pt(364))
_GREY = RGBColor(0x59, 0x59, 0x59)


def write_sheet(items: Sequence[SheetItem], *, client: str) -> bytes:
    """Return a .docx with the questions, ready to be filled in Word or LibreOffice."""
    document: Document = docx.Document()
    for section in document.sections:
        section.left_margin = section.right_margin = Pt(64)
        section.top_margin = section.bottom_margin = Pt(60)
    normal: Any = document.styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(10.5)
    document.add_heading("Questions about your résumé", level=1)
    if client:
        document.add_paragraph(client)
    document.add_paragraph(INTRO)
    for number, item in enumerate(items, start=1):
        _add_question(document, number, item)
        document.add_paragraph().paragraph_format.space_after = Pt(4)
    if not items:
        document.add_paragraph("There is nothing left to ask.")
    properties = document.core_properties
    properties.author, properties.title, properties.comments = "", "Questions about your résumé", ""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def read_sheet(data: bytes, *, name: str) -> tuple[Filled, ...]:
    """Return what was filled in, a value for each question of the sheet.

    Raises:
        LedgerError: when the file is not a Word document, or holds no question.
    """
    try:
        document = docx.Document(io.BytesIO(data))
    except Exception as error:  # python-docx raises KeyError, ValueError, BadZipFile and more
        raise LedgerError(
            f"{name}: not a Word document. Save the sheet as .docx and try again."
        ) from error
    filled = tuple(_read_tables(document))
    if not filled:
        raise LedgerError(f"{name}: no question was found. Is it a question sheet from 'draft'?")
    return filled


def _add_question(document: Document, number: int, item: SheetItem) -> None:
    question = item.question
    table: Table = document.add_table(rows=1, cols=2)
    table.style = "Table Grid"
    table.autofit = False
    for column, width in zip(table.columns, _WIDTHS, strict=True):
        column.width = width
    head = table.rows[0].cells[0].merge(table.rows[0].cells[1])
    asked = head.paragraphs[0]
    asked.paragraph_format.keep_with_next = True
    asked.add_run(f"{number}. {question.text}").bold = True
    _small(head, f"{LABELS['about']}{item.about}")
    if question.unlocks:
        _small(head, f"{LABELS['unlocks']}{question.unlocks}")
    _hidden(head, f"{REF}{question.id}")
    _row(table, "answer", choices(question))
    if is_figure(question):
        _row(table, "basis", tuple(BASIS.values()))
    if needs_leave(question):
        _row(table, "print", ("yes", "no"))
    if item.also:
        cell = _row(table, "also", tuple(line for _, line in item.also))
        _hidden(cell, f"{REF}{' '.join(key for key, _ in item.also)}")
    for row in table.rows:
        for cell, width in zip(row.cells, _WIDTHS, strict=True):
            cell.width = width
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.space_before = Pt(2)
                paragraph.paragraph_format.space_after = Pt(2)
        row._tr.get_or_add_trPr().append(parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))


def _row(table: Table, name: str, options: Sequence[str]) -> _Cell:
    rows: Any = table
    label, cell = rows.add_row().cells
    _label(label, LABELS[name])
    _fill(cell, options, tag=name)
    made: _Cell = cell
    return made


def _hidden(cell: _Cell, text: str) -> None:
    """Add what only the program reads: nobody sees it, and word processors keep it."""
    paragraph = cell.add_paragraph()
    run = paragraph.add_run(text)
    run.font.hidden, run.font.size = True, Pt(2)
    marks = paragraph._p.get_or_add_pPr()
    marks.append(parse_xml(f'<w:rPr {nsdecls("w")}><w:vanish/><w:sz w:val="4"/></w:rPr>'))


def _small(cell: _Cell, text: str, *, size: int = 9) -> None:
    paragraph = cell.add_paragraph()
    paragraph.paragraph_format.keep_with_next = True
    run = paragraph.add_run(text)
    run.font.size, run.font.color.rgb = Pt(size), _GREY


def _label(cell: _Cell, text: str) -> None:
    cell.paragraphs[0].add_run(text).font.size = Pt(10)


def _fill(cell: _Cell, options: Sequence[str], *, tag: str) -> None:
    """Put a box before each option, or a field to type in where there is none."""
    if not options:
        cell.paragraphs[0]._p.append(_field(tag))
        return
    for at, option in enumerate(options):
        paragraph = cell.paragraphs[0] if at == 0 else cell.add_paragraph()
        paragraph._p.append(_checkbox(tag))
        paragraph.add_run(f" {option}")


def _checkbox(tag: str) -> Any:
    return parse_xml(
        f'<w:sdt {nsdecls("w")} xmlns:w14="{_W14}"><w:sdtPr><w:tag w:val="{tag}"/>'
        '<w14:checkbox><w14:checked w14:val="0"/>'
        '<w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
        '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr>'
        '<w:sdtContent><w:r><w:rPr><w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic" '
        f'w:hAnsi="MS Gothic" w:hint="eastAsia"/></w:rPr><w:t>{_BOX}</w:t></w:r>'
        "</w:sdtContent></w:sdt>"
    )


def _field(tag: str) -> Any:
    return parse_xml(
        f'<w:sdt {nsdecls("w")}><w:sdtPr><w:tag w:val="{tag}"/><w:showingPlcHdr/>'
        '<w:text w:multiLine="1"/></w:sdtPr><w:sdtContent><w:r><w:rPr><w:color w:val="808080"/>'
        f"</w:rPr><w:t>{_PLACEHOLDER}</w:t></w:r></w:sdtContent></w:sdt>"
    )


def _read_tables(document: Document) -> Iterator[Filled]:
    for number, element in enumerate(document.element.body.iter(qn("w:tbl")), start=1):
        rows = [
            [_cell_lines(cell) for cell in row.iterchildren(qn("w:tc"), qn("w:sdt"))]
            for row in element.iterchildren(qn("w:tr"))
        ]
        head = [line for cell in rows[0] for line in cell] if rows else []
        ref = next((line for line in head if line.startswith(REF)), "")
        if not ref:
            continue
        yield _read_question(f"question {number}", head, rows[1:], ref.removeprefix(REF).strip())


def _read_question(
    place: str, head: Sequence[str], rows: Sequence[Sequence[Sequence[str]]], ref: str
) -> Filled:
    by_label = {" ".join(row[0]).strip(): row[1] for row in rows if len(row) > 1 and row[0]}
    answer, ticks, boxes = _marks(by_label.get(LABELS["answer"], []))
    _, basis, _ = _marks(by_label.get(LABELS["basis"], []))
    _, leave, _ = _marks(by_label.get(LABELS["print"], []))
    about = next((line for line in head if line.startswith(LABELS["about"])), "")
    return Filled(
        question_id=ref,
        place=place,
        asked=head[0].split(". ", 1)[-1],
        text="" if boxes else answer,
        ticks=ticks,
        basis=tuple(key for key, label in BASIS.items() if label in basis),
        print_ok=None if not leave else leave == ("yes",),
        about=about.removeprefix(LABELS["about"]),
        also=_also(by_label.get(LABELS["also"], [])),
        problem='"May we print it?" is ticked yes and no. Tick one.' if len(leave) > 1 else "",
    )


def _also(lines: Sequence[str]) -> tuple[str, ...]:
    """Return the questions about the further lines that are ticked."""
    keys = next((line for line in lines if line.startswith(REF)), "").removeprefix(REF).split()
    boxes = [line for line in lines if line[:1] == _BOX or line[:1] in _TICKS]
    return tuple(key for key, line in zip(keys, boxes, strict=False) if _marks([line])[1])


def _cell_lines(cell: Any) -> list[str]:
    lines = []
    for paragraph in cell.iter(qn("w:p")):
        shown = []
        for node in paragraph.iter(qn("w:t"), qn("w:br"), qn("w:tab")):
            shown.append(node.text or "" if node.tag == qn("w:t") else "\n")
        text = "".join(shown).strip()
        if text and text != _PLACEHOLDER:
            lines.append(text)
    return lines


def _marks(lines: Sequence[str]) -> tuple[str, tuple[str, ...], bool]:
    """Return the free text, the ticked options, and whether the cell has boxes at all.

    A hand-typed "x" in front counts as a tick, as people replace the box by one.
    """
    ticks, words, boxes = [], [], False
    for line in lines:
        mark, rest = line[:1], line[1:].strip()
        if mark == _BOX or (mark in _TICKS and (boxes or line[1:2] == " ")):
            boxes = True
            if mark in _TICKS:
                ticks.append(rest)
            elif rest[:1] in _TICKS and rest[1:2] == " ":
                ticks.append(rest[1:].strip())
        else:
            words.append(line)
    return "\n".join(words), tuple(ticks), boxes
