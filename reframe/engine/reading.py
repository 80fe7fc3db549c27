"""Read a résumé of any format that is read."""

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from reframe.core.resume import Resume
from reframe.errors import Unreadable, Unsupported

SUFFIXES = (".docx", ".md", ".markdown", ".txt", ".json")


def read(source: str | Path | BinaryIO) -> Resume:
    """Return the résumé in a .docx, Markdown, text or JSON Resume file, or a binary file object.

    Raises:
        Unreadable: when there is no such file, or it is not what it claims to be.
        Unsupported: for a format that is not read.
        TooLarge: beyond the caps that real résumés never near.
    """
    if not isinstance(source, str | Path):
        name = str(getattr(source, "name", "résumé"))
        data = source.read()
        return _digested(_parse(data, name, Path(name).suffix.lower() or ".docx"), data)
    path = Path(source)
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise Unreadable(f"{path}: no such file. Check the name.") from None
    except IsADirectoryError:
        raise Unreadable(f"{path}: a folder, not a résumé. Give a file.") from None
    except OSError as error:
        raise Unreadable(f"{path}: cannot be read ({error.strerror}).") from error
    return _digested(_parse(data, str(path), path.suffix.lower()), data)


def _digested(resume: Resume, data: bytes) -> Resume:
    return replace(resume, digest=hashlib.sha256(data).hexdigest())


def _parse(data: bytes, name: str, suffix: str) -> Resume:
    # Whatever a file is called, a .docx is known by how it begins; the reader sniffs the rest.
    if suffix in {".md", ".markdown", ".txt"} and not data.startswith(b"PK"):
        if not data.strip():
            raise Unreadable(f"{name}: the file is empty. Save the résumé again.")
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp1252", errors="replace")
        if "\x00" in text:
            raise Unreadable(f"{name}: not a text file. Give the résumé as .docx, .md or .txt.")
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        # Each reader's libraries take their time to import: only those of this format are.
        if suffix == ".txt":
            from reframe.formats.text_in import read_text

            return read_text(text, source=name)
        from reframe.formats.markdown_in import read_markdown

        return read_markdown(text, source=name)
    if suffix == ".json" and not data.startswith(b"PK"):
        if not data.strip():
            raise Unreadable(f"{name}: the file is empty. Save the résumé again.")
        from reframe.formats.json_resume.read import read_json

        return read_json(data, source=name)
    if suffix in {".html", ".htm", ".odt", ".pages"}:
        raise Unsupported(
            f"{name}: {suffix} is not read. Save the résumé as .docx, .md, .txt or .json."
        )
    from reframe.formats.docx.read import read_docx

    return read_docx(data, source=name)
