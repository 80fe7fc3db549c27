"""The question sheet as a Word document: one table a question, with boxes to tick and a field
to type in, read back by the reference that each table carries."""

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Pt
from jinja2 import Environment, StrictUndefined, Template

from reframe.bundled import bundled
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
_DOCUMENT = "word/document.xml"
_NO_DATE = (1980, 1, 1, 0, 0, 0)
# XML 1.0 has no such characters.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def write_sheet(items: Sequence[SheetItem], *, client: str) -> bytes:
    """Return a .docx with the questions, ready to be filled in Word or LibreOffice; the same
    questions give the same bytes."""
    body = _body().render(
        items=items,
        client=client,
        intro=INTRO,
        labels=LABELS,
        basis=tuple(BASIS.values()),
        choices=choices,
        is_figure=is_figure,
        needs_leave=needs_leave,
        marks={"box": _BOX, "placeholder": _PLACEHOLDER, "ref": REF},
    )
    others, before, after = _shell()
    out = io.BytesIO(others)
    out.seek(0, io.SEEK_END)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        entry = zipfile.ZipInfo(_DOCUMENT, _NO_DATE)
        entry.compress_type = zipfile.ZIP_DEFLATED
        archive.writestr(entry, f"{before}{_CONTROL.sub('', body)}{after}")
    return out.getvalue()


@cache
def _shell() -> tuple[bytes, str, str]:
    """Return what all sheets share, packed once: the zip of every part but the document, and
    the document before and after its questions."""
    document: Document = docx.Document()
    for section in document.sections:
        section.left_margin = section.right_margin = Pt(64)
        section.top_margin = section.bottom_margin = Pt(60)
    normal: Any = document.styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(10.5)
    properties = document.core_properties
    properties.author, properties.title, properties.comments = "", "Questions about your résumé", ""
    document.add_paragraph(_PLACEHOLDER)
    made, others = io.BytesIO(), io.BytesIO()
    document.save(made)
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(others, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name != _DOCUMENT:
                entry = zipfile.ZipInfo(name, _NO_DATE)
                entry.compress_type = zipfile.ZIP_DEFLATED
                new.writestr(entry, old.read(name))
        text = old.read(_DOCUMENT).decode()
    before, _, after = text.partition(f"<w:p><w:r><w:t>{_PLACEHOLDER}</w:t></w:r></w:p>")
    return others.getvalue(), before, after


@cache
def _body() -> Template:
    # The one macro that takes texts escapes them: escaping the tables around them over and over
    # takes longer than making them.
    environment = Environment(
        autoescape=False, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    path = bundled("templates", "docx", "question_sheet.xml.j2")
    return environment.from_string(path.read_text(encoding="utf-8"))


def read_sheet(data: bytes, *, name: str) -> tuple[Filled, ...]:
    """Return what was filled in, a value for each question of the sheet.

    Raises:
        LedgerError: when the file is not a Word document, or holds no question.
    """
    try:
        document = docx.Document(io.BytesIO(data))
    except Exception as error:  # python-docx raises KeyError, ValueError, BadZipFile and more
        raise LedgerError(
            f"{name}: not a Word document. Give the question sheet as .docx, .txt or .yaml."
        ) from error
    filled = tuple(_read_tables(document))
    if not filled:
        raise LedgerError(f"{name}: no question was found. Is it a question sheet from 'draft'?")
    return filled


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
