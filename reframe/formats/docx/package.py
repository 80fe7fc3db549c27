"""Open a .docx to be read, safely: what cannot be opened is refused by name.

The archive is read once, under caps (:mod:`reframe.formats.docx.preflight`); of its parts only
those that show text, or say how it is set, are parsed.
"""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote

from reframe.errors import ResumeError, Unreadable, Unsupported
from reframe.formats.docx.atoms import Element
from reframe.formats.docx.links import notes_on
from reframe.formats.docx.metadata import drop_outside_references
from reframe.formats.docx.opc import Parts, parse, related, relationships
from reframe.formats.docx.preflight import DAMAGED, read_parts
from reframe.formats.docx.sniff import check_kind

_TYPES: Final = "[Content_Types].xml"
_CT: Final = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_REL: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_STRICT: Final = b"http://purl.oclc.org/ooxml/"
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml."
# Documents with macros and templates hold the same text: they are read as documents.
_READ_AS_DOCUMENT: Final = frozenset(
    {
        "application/vnd.ms-word.document.macroenabled.main+xml",
        "application/vnd.ms-word.template.macroenabledtemplate.main+xml",
        (_WORD + "template.main+xml").lower(),
    }
)
_MACRO_PARTS: Final = ("vbaproject", "vbadata", "wordvbadata", "attachedtoolbars", "keymapcustom")


@dataclass(frozen=True, slots=True)
class Package:
    """An opened document: its parts without programs and without links that fetch something,
    the roots of those that are read, and notes on what was left out (for the reader's warnings).

    ``furniture`` holds the page headers and footers by the id that sections refer to them by.
    """

    parts: Parts
    root: Element
    styles: Element | None
    numbering: Element | None
    furniture: Mapping[str, Element]
    notes: tuple[str, ...]


def open_package(data: bytes, *, name: str) -> Package:
    """Return the document in ``data``; ``name`` stands in front of every message.

    Raises:
        Unreadable: not a .docx, damaged, empty, password-protected, or dangerous.
        Unsupported: an Office file of another kind, or Strict Open XML.
        TooLarge: beyond the caps that real résumés never near.
    """
    check_kind(data, name=name)
    parts = read_parts(data, name=name)
    notes: list[str] = []
    try:
        main = _main_part(parts, name)
        _drop_macros(parts, notes)
        _note_kind(parts, main, notes)
        notes += notes_on(drop_outside_references(parts))
        sheet, lists = (related(parts, main, kind) for kind in ("styles", "numbering"))
        return Package(
            parts=parts,
            root=parse(parts[main]),
            styles=None if sheet is None else parse(parts[sheet]),
            numbering=None if lists is None else parse(parts[lists]),
            furniture=_furniture(parts, main),
            notes=tuple(notes),
        )
    except ResumeError:
        raise
    except Exception as error:  # lxml raises many kinds on broken packages
        raise Unreadable(f"{name}: {DAMAGED} ({type(error).__name__}: {_line(error)})") from error


def _furniture(parts: Parts, main: str) -> dict[str, Element]:
    """Return the page headers and footers by id; a part that has several ids is parsed once."""
    targets = {
        found.id: found.target
        for found in relationships(parts, main)
        if found.kind in ("header", "footer") and found.target
    }
    roots = {target: parse(parts[target]) for target in set(targets.values())}
    return {key: roots[target] for key, target in targets.items()}


def _main_part(parts: Parts, name: str) -> str:
    """Return the name of the document part, or raise an error that says what the zip is."""
    if "mimetype" in parts and b"opendocument" in parts["mimetype"]:
        raise Unsupported(f"{name}: is an OpenDocument file: save it as a Word Document (.docx).")
    if _TYPES not in parts or "_rels/.rels" not in parts:
        inner = next((key for key in parts if key.lower().endswith((".docx", ".doc"))), None)
        if inner:
            raise Unsupported(f"{name}: is a zip archive: unpack it and use {inner} inside.")
        raise Unreadable(
            f"{name}: is a zip archive without a Word document in it: use another copy."
        )
    if _STRICT in parts["_rels/.rels"]:
        raise Unsupported(
            f"{name}: is a Strict Open XML document: in Word choose File > Save As, "
            'type "Word Document (.docx)", and use that copy.'
        )
    for relationship in parse(parts["_rels/.rels"]).iter(_REL + "Relationship"):
        if relationship.get("Type") == _OFFICE + "officeDocument":
            main = _find(parts, _absolute("", relationship.get("Target") or ""))
            if main is not None:
                return _word_part(main, parts, name)
            raise Unreadable(
                f"{name}: {DAMAGED} The document itself (its main part) is missing from it."
            )
    raise Unreadable(f"{name}: {DAMAGED} Nothing in it is marked as the document.")


def _word_part(main: str, parts: Parts, name: str) -> str:
    folder = main.partition("/")[0]
    other = {"xl": "an Excel workbook", "ppt": "a PowerPoint presentation", "visio": "a drawing"}
    if folder in other:
        raise Unsupported(f"{name}: is {other[folder]}: copy its text into a Word document.")
    if _STRICT in parts[main][:4096]:
        raise Unsupported(
            f"{name}: is a Strict Open XML document: save it as Word Document (.docx)."
        )
    return main


def _drop_macros(parts: Parts, notes: list[str]) -> None:
    """Leave out programs: neither reading nor returning a résumé needs them."""
    macros = [
        key
        for key in parts
        if posixpath.basename(key).lower().partition(".")[0].startswith(_MACRO_PARTS)
    ]
    for key in macros:
        del parts[key]
    if macros:
        notes.append("The document held macros; they were left out.")


def _note_kind(parts: Parts, main: str, notes: list[str]) -> None:
    for element in parse(parts[_TYPES]).iter(_CT + "Override"):
        part, kind = element.get("PartName") or "", (element.get("ContentType") or "").lower()
        if part.lower() == f"/{main}".lower() and kind in _READ_AS_DOCUMENT:
            notes.append("The file is a template or holds macros; it was read as a document.")


def _absolute(base: str, target: str) -> str:
    path = target.partition("#")[0].replace("\\", "/")
    joined = path if path.startswith("/") else posixpath.join("/", base, path)
    return posixpath.normpath(joined).lstrip("/")


def _find(parts: Parts, wanted: str) -> str | None:
    """Return the part of that name, also when case or percent escapes differ."""
    if wanted in parts:
        return wanted
    folded = unquote(wanted).lower()
    return next((key for key in parts if unquote(key).lower() == folded), None)


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:120]
