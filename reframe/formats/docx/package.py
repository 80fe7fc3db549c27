"""Open a .docx as a python-docx document, safely: what cannot be opened is refused by name.

The archive is read once, under caps (:mod:`reframe.formats.docx.preflight`), mended where a
mend is certain, and handed on uncompressed, so that nothing is decompressed twice.
"""

import io
import posixpath
import zipfile
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote

import docx
from docx.document import Document
from lxml import etree

from reframe.errors import ResumeError, Unreadable, Unsupported
from reframe.formats.docx.links import drop_outside_links
from reframe.formats.docx.preflight import read_parts
from reframe.formats.docx.sniff import check_kind

_TYPES: Final = "[Content_Types].xml"
_CT: Final = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_REL: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_STRICT: Final = b"http://purl.oclc.org/ooxml/"
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_MAIN: Final = _WORD + "document.main+xml"
# Documents with macros and templates hold the same text: they are read as documents.
_READ_AS_DOCUMENT: Final = frozenset(
    {
        "application/vnd.ms-word.document.macroenabled.main+xml",
        "application/vnd.ms-word.template.macroenabledtemplate.main+xml",
        (_WORD + "template.main+xml").lower(),
    }
)
_MACRO_PARTS: Final = ("vbaproject", "vbadata", "wordvbadata", "attachedtoolbars", "keymapcustom")
_DAMAGED: Final = (
    "is damaged: open it in Word, let Word repair it and save it again, or use another copy."
)


@dataclass(frozen=True, slots=True)
class Package:
    """An opened document, and what had to be mended or left out (for the reader's warnings)."""

    document: Document
    notes: tuple[str, ...]


def open_package(data: bytes, *, name: str) -> Document:
    """Return the document in ``data``; ``name`` stands in front of every message.

    Raises:
        Unreadable: not a .docx, damaged, empty, password-protected, or dangerous.
        Unsupported: an Office file of another kind, or Strict Open XML.
        TooLarge: beyond the caps that real résumés never near.
    """
    return open_with_notes(data, name=name).document


def open_with_notes(data: bytes, *, name: str) -> Package:
    """Return the document in ``data`` with notes on what was mended; errors as above."""
    check_kind(data, name=name)
    parts = read_parts(data, name=name)
    notes: list[str] = []
    try:
        main = _main_part(parts, name)
        _drop_macros(parts, notes)
        _mend_relationships(parts)
        _mend_types(parts, main, notes)
        document = docx.Document(_stored(parts))
        notes += drop_outside_links(document)
    except ResumeError:
        raise
    except Exception as error:  # python-docx and lxml raise many kinds on broken packages
        raise Unreadable(f"{name}: {_DAMAGED} ({type(error).__name__}: {_line(error)})") from error
    return Package(document, tuple(notes))


def _main_part(parts: dict[str, bytes], name: str) -> str:
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
    for relationship in etree.fromstring(parts["_rels/.rels"], _parser()).iter(
        _REL + "Relationship"
    ):
        if relationship.get("Type") == _OFFICE + "officeDocument":
            main = _find(parts, _absolute("", relationship.get("Target") or ""))
            if main is not None:
                return _word_part(main, parts, name)
            raise Unreadable(
                f"{name}: {_DAMAGED} The document itself (its main part) is missing from it."
            )
    raise Unreadable(f"{name}: {_DAMAGED} Nothing in it is marked as the document.")


def _word_part(main: str, parts: dict[str, bytes], name: str) -> str:
    folder = main.partition("/")[0]
    other = {"xl": "an Excel workbook", "ppt": "a PowerPoint presentation", "visio": "a drawing"}
    if folder in other:
        raise Unsupported(f"{name}: is {other[folder]}: copy its text into a Word document.")
    if _STRICT in parts[main][:4096]:
        raise Unsupported(
            f"{name}: is a Strict Open XML document: save it as Word Document (.docx)."
        )
    return main


def _drop_macros(parts: dict[str, bytes], notes: list[str]) -> None:
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


def _mend_relationships(parts: dict[str, bytes]) -> None:
    """Point relationships at parts that exist.

    A name that differs only in case is corrected. A target that is nowhere ("NULL", "file:...")
    is marked as external: the opening library then leaves it alone, and
    :func:`drop_outside_links` removes it with whatever refers to it.
    """
    for key in [key for key in parts if key.endswith(".rels")]:
        base = posixpath.dirname(posixpath.dirname(key))
        root = etree.fromstring(parts[key], _parser())
        changed = False
        for relationship in root.iter(_REL + "Relationship"):
            if relationship.get("TargetMode") == "External":
                continue
            target = relationship.get("Target") or ""
            wanted = _absolute(base, target)
            found = _find(parts, wanted)
            if found is None:
                relationship.set("TargetMode", "External")
                changed = True
            elif found != wanted:
                relationship.set("Target", "/" + found)
                changed = True
        if changed:
            parts[key] = etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _mend_types(parts: dict[str, bytes], main: str, notes: list[str]) -> None:
    """Give every part a content type, and the document part that of a document."""
    root = etree.fromstring(parts[_TYPES], _parser())
    overrides = {
        (element.get("PartName") or "").lower(): element for element in root.iter(_CT + "Override")
    }
    defaults = {(e.get("Extension") or "").lower() for e in root.iter(_CT + "Default")}
    changed = False
    own = overrides.get("/" + main.lower())
    if own is None:
        own = etree.SubElement(root, _CT + "Override", PartName="/" + main, ContentType="")
    kind = own.get("ContentType") or ""
    if kind != _MAIN:
        if kind.lower() in _READ_AS_DOCUMENT:
            notes.append("The file is a template or holds macros; it was read as a document.")
        own.set("ContentType", _MAIN)
        changed = True
    for key in parts:
        suffix = posixpath.splitext(key)[1][1:].lower()
        if (
            suffix not in defaults
            and "/" + key.lower() not in overrides
            and key not in (_TYPES, main)
        ):
            etree.SubElement(
                root, _CT + "Override", PartName="/" + key, ContentType="application/octet-stream"
            )
            changed = True
    if changed:
        parts[_TYPES] = etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _stored(parts: dict[str, bytes]) -> io.BytesIO:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for key, part in parts.items():
            archive.writestr(zipfile.ZipInfo(key), part)
    out.seek(0)
    return out


def _absolute(base: str, target: str) -> str:
    path = target.partition("#")[0].replace("\\", "/")
    joined = path if path.startswith("/") else posixpath.join("/", base, path)
    return posixpath.normpath(joined).lstrip("/")


def _find(parts: dict[str, bytes], wanted: str) -> str | None:
    """Return the part of that name, also when case or percent escapes differ."""
    if wanted in parts:
        return wanted
    folded = unquote(wanted).lower()
    return next((key for key in parts if unquote(key).lower() == folded), None)


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True)


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:120]
