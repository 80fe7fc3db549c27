"""Read a Word résumé into sections, positions and bullets."""

from itertools import islice
from typing import Final

from lxml import etree

from reframe.core.resume import Resume
from reframe.errors import TooLarge, Unreadable
from reframe.formats.docx.lines import read_lines
from reframe.formats.docx.package import open_package
from reframe.formats.outline import place_lines

MAX_CHARACTERS: Final = 1_000_000
# The longest real résumés have some hundreds.
MAX_LINES: Final = 10_000
_LENGTH: Final = etree.XPath("string-length(.)")


def read_docx(data: bytes, *, source: str) -> Resume:
    """Return the résumé in the bytes of a .docx; ``source`` is its path, for messages.

    Every visible line is placed or listed as unplaced. A résumé without bullets is one, with a
    warning.

    Raises:
        Unreadable: not a .docx, damaged, protected, or without any text.
        Unsupported: an Office file of another kind, or Strict Open XML.
        TooLarge: beyond the caps that real résumés never near.
    """
    package = open_package(data, name=source)
    length = int(_LENGTH(package.root))
    if length > MAX_CHARACTERS:
        raise TooLarge(
            f"{source}: holds {length:,} characters, the limit is {MAX_CHARACTERS:,}. A résumé is "
            "never so long: save a copy with the résumé alone."
        )
    lines = list(islice(read_lines(package), MAX_LINES + 1))
    if len(lines) > MAX_LINES:
        raise TooLarge(
            f"{source}: holds more than {MAX_LINES:,} lines. A résumé is never so long: save a copy "
            "with the résumé alone."
        )
    if not any(line.region == "body" for line in lines) and len(lines) < 2:
        raise Unreadable(
            f"{source}: holds no text. If it shows pages, they are pictures (a scan): ask for "
            "the file the résumé was written in, or run text recognition (OCR) on it."
        )
    return place_lines(lines, source=source, format="docx", data=data, warnings=package.notes)
