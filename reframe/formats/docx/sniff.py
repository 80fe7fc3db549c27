"""Say what a file is when it is not a Word document, from its first bytes."""

from typing import Final

from reframe.errors import Unreadable

_SAVE_AS: Final = "open it in Word and save it as a Word Document (.docx)."
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OWNER_FILE_SIZES: Final = (54, 162)
# Names of streams inside an OLE file are UTF-16; the first one found tells what it is.
_OLE_STREAMS: Final = {
    "EncryptedPackage": "is protected with a password: take the password off in Word "
    "(File > Info > Protect Document) and save it again.",
    "WordDocument": f"is an old Word document (.doc) under another name: {_SAVE_AS}",
    "Workbook": "is an old Excel workbook, not a Word document.",
    "PowerPoint Document": "is an old PowerPoint presentation, not a Word document.",
    "__substg1.0_": "is an Outlook message: save its attachment and use that.",
}
_STARTS: Final = {
    b"%PDF": f"is a PDF, whose text cannot be edited in place: get the Word file, or {_SAVE_AS}",
    b"{\\rtf": f"is a rich text file (RTF) under another name: {_SAVE_AS}",
    b"\x1f\x8b": "is a gzip archive: unpack it and use the .docx inside.",
    b"Rar!": "is a RAR archive: unpack it and use the .docx inside.",
    b"7z\xbc\xaf": "is a 7-Zip archive: unpack it and use the .docx inside.",
    b"\x89PNG": f"is a picture of a page, without text: type it in, or {_SAVE_AS}",
    b"\xff\xd8\xff": f"is a picture of a page, without text: type it in, or {_SAVE_AS}",
    b"\xffWPC": f"is a WordPerfect document: {_SAVE_AS}",
}
_OWN_NAMES: Final = {"doc": "(.doc)", "rtf": "(RTF)"}


def check_kind(data: bytes, *, name: str) -> None:
    """Return when ``data`` begins like a zip archive, which every .docx is.

    Raises:
        Unreadable: for anything else; the message says what it is and what to do.
    """
    base = name.replace("\\", "/").rpartition("/")[2]
    if base.startswith("~$") or (len(data) in _OWNER_FILE_SIZES and not data.startswith(b"PK")):
        raise Unreadable(
            f"{name}: is the lock file that Word keeps beside an open document, not a document: "
            "use the file without ~$ in front of its name."
        )
    if not data[:64].strip(b"\0") and not data.strip(b"\0"):
        raise Unreadable(f"{name}: is empty: look for another copy, this one has nothing in it.")
    if not data.startswith(b"PK"):
        raise Unreadable(f"{name}: {_told(_what(data), base)}")


def _told(what: str, base: str) -> str:
    """Return what a file is; one whose name says so too has no other name."""
    kind = _OWN_NAMES.get(base.rpartition(".")[2].lower())
    return what.replace(" under another name", "", 1) if kind and kind in what else what


def _what(data: bytes) -> str:
    if data.startswith(_OLE):
        for stream, what in _OLE_STREAMS.items():
            if stream.encode("utf-16-le") in data:
                return what
        return f"is an old Office file, not a .docx: {_SAVE_AS}"
    for start, what in _STARTS.items():
        if data.startswith(start):
            return what
    text = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if text.startswith((b"<!doctype html", b"<html", b"<head", b"<meta")):
        return f"is a web page (HTML) under another name: {_SAVE_AS}"
    if text.startswith(b"<"):
        return f"is an XML file, not a .docx: {_SAVE_AS}"
    if _is_text(data[:4096]):
        return "is plain text under another name: give it the ending .txt, or " + _SAVE_AS
    return f"is not a Word document (.docx), or its beginning is damaged: {_SAVE_AS}"


def _is_text(sample: bytes) -> bool:
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    return b"\0" not in sample and sum(c < 32 and c not in b"\t\n\r\f" for c in sample) == 0
