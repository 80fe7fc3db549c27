"""Look at a .docx before anything in it is parsed: size, structure, dangerous XML.

A file of one megabyte can ask for gigabytes of memory. Everything that a document could do to
the program is refused here, on the bytes, in time proportional to what the caps allow.
"""

import io
import re
import struct
import zipfile
import zlib
from typing import Final

from reframe.errors import TooLarge, Unreadable

MAX_ENTRIES: Final = 1_000
MAX_TOTAL: Final = 100 * 1024 * 1024
MAX_XML: Final = 20 * 1024 * 1024
MAX_RATIO: Final = 200
# Tags and attributes: each is an object of some hundred bytes once a part is parsed.
MAX_TAGS: Final = 1_000_000
# A small part may be as repetitive as it likes: a blank picture is no bomb.
_RATIO_FROM: Final = 1024 * 1024
# A thousand parts of this size are still less than the cap on all.
_FEW_TAGS: Final = 1024
_MAX_DIRECTORY: Final = 1024 * 1024
_CHUNK: Final = 1024 * 1024

DAMAGED: Final = (
    "is damaged: open it in Word, let Word repair it and save it again, or use another copy."
)
_SHRINK: Final = "A résumé is never so large: save a copy without pictures and try that."
_END: Final = b"PK\x05\x06"
_BOMS: Final = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_DECLARED: Final = re.compile(rb"""^<\?xml[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
# Encodings in which "<!DOCTYPE" cannot hide behind other bytes.
_PLAIN_ENCODINGS: Final = re.compile(
    rb"(?i)utf-?8|(us-)?ascii|utf-?16(le|be)?|iso-8859-\d+|latin-?1|windows-125\d"
)
_DTD: Final = tuple(
    mark.encode(encoding)
    for mark in ("<!DOCTYPE", "<!ENTITY")
    for encoding in ("ascii", "utf-16-le", "utf-16-be")
)


def read_parts(data: bytes, *, name: str) -> dict[str, bytes]:
    """Return the parts of a zip package by name, decompressed, in the order of the archive.

    Raises:
        TooLarge: beyond a cap, told from the directory before anything is decompressed, and
            again while decompressing, since a directory can lie.
        Unreadable: damaged, password-protected, or with a document type declaration.
    """
    _check_directory(data, name)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            _check_sizes(entries, name)
            parts: dict[str, bytes] = {}
            room = MAX_TOTAL
            for entry in entries:
                if entry.is_dir():
                    continue
                key = entry.filename.replace("\\", "/").lstrip("/")
                if key in parts:
                    raise Unreadable(f"{name}: {DAMAGED} It holds two parts named {key}.")
                parts[key] = _read(archive, entry, room, name)
                room -= len(parts[key])
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, struct.error) as error:
        raise Unreadable(f"{name}: {DAMAGED}") from error
    except (NotImplementedError, RuntimeError) as error:
        raise Unreadable(f"{name}: is packed in a way that Word does not use; {DAMAGED}") from error
    xml = [part for key, part in parts.items() if check_xml(part, where=f"{name}: {key}")]
    # So few bytes cannot hold so many tags, and most files have no more.
    if sum(map(len, xml)) > MAX_TAGS and sum(map(_tags, xml)) > MAX_TAGS:
        raise TooLarge(f"{name}: has more than {MAX_TAGS:,} tags and attributes. {_SHRINK}")
    return parts


def _check_directory(data: bytes, name: str) -> None:
    """Refuse an oversized directory before the zip module builds a list of it."""
    if len(data) > MAX_TOTAL:
        raise TooLarge(f"{name}: has {_mb(len(data))}, the limit is {_mb(MAX_TOTAL)}. {_SHRINK}")
    at = data.rfind(_END)
    if at < 0 or at + 22 > len(data):
        raise Unreadable(f"{name}: {DAMAGED} Its end is missing, as after a broken download.")
    count, size = struct.unpack_from("<HI", data, at + 10)
    if count > MAX_ENTRIES or size > _MAX_DIRECTORY:
        raise TooLarge(f"{name}: holds {count} parts, the limit is {MAX_ENTRIES}. {_SHRINK}")


def _check_sizes(entries: list[zipfile.ZipInfo], name: str) -> None:
    if len(entries) > MAX_ENTRIES:
        raise TooLarge(f"{name}: holds {len(entries)} parts, the limit is {MAX_ENTRIES}. {_SHRINK}")
    total = sum(entry.file_size for entry in entries)
    if total > MAX_TOTAL:
        raise TooLarge(f"{name}: unpacks to {_mb(total)}, the limit is {_mb(MAX_TOTAL)}. {_SHRINK}")
    for entry in entries:
        size, where = entry.file_size, f"{name}: {entry.filename}"
        if entry.flag_bits & 0x1:
            raise Unreadable(f"{name}: is protected with a password: take it off and save again.")
        if size > MAX_XML and _is_xml_name(entry.filename):
            raise TooLarge(
                f"{where} unpacks to {_mb(size)}, the limit is {_mb(MAX_XML)}. {_SHRINK}"
            )
        if size > _RATIO_FROM and size > MAX_RATIO * max(1, entry.compress_size):
            raise TooLarge(f"{where} unpacks to more than {MAX_RATIO} times its size. {_SHRINK}")


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, room: int, name: str) -> bytes:
    limit = min(room, MAX_XML) if _is_xml_name(entry.filename) else room
    out = io.BytesIO()
    with archive.open(entry) as stream:
        while chunk := stream.read(_CHUNK):
            out.write(chunk)
            if out.tell() > limit:
                raise TooLarge(f"{name}: {entry.filename} unpacks beyond the limits. {_SHRINK}")
    return out.getvalue()


def check_xml(part: bytes, *, where: str) -> bool:
    """Return whether a part is XML; if it is, without declarations that could make it explode.

    Raises:
        Unreadable: for a DTD, for entities, or for an encoding in which one could hide.
    """
    start = part[:4]
    if start in (b"<\0\0\0", b"\0\0\0<", b"\xff\xfe\0\0", b"\0\0\xfe\xff"):
        raise Unreadable(f"{where} is written in an encoding that Word never uses.")
    if not part[:256].lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n").startswith(b"<"):
        return False
    declared = _DECLARED.match(_without_bom(part[:256]).replace(b"\0", b"").lstrip())
    if declared and not _PLAIN_ENCODINGS.fullmatch(declared.group(1)):
        raise Unreadable(f"{where} is written in an encoding that Word never uses.")
    # "!" is rare, and one search for it is a fraction of six for what it stands in.
    if b"!" in part and any(mark in part for mark in _DTD):
        raise Unreadable(
            f"{where} declares a document type, which Word never writes and which can be used to "
            "attack programs. Copy the text into a new Word document."
        )
    return True


def _tags(part: bytes) -> int:
    """Return the number of tags and attributes of a part, 0 for one too short to have many."""
    return part.count(b"<") + part.count(b"=") if len(part) >= _FEW_TAGS else 0


def _without_bom(start: bytes) -> bytes:
    for bom in _BOMS:
        start = start.removeprefix(bom)
    return start


def _is_xml_name(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels", ".vml"))


def _mb(size: int) -> str:
    return f"{size / 1024 / 1024:.0f} MB"
