"""A document that came back: its lines as they read now, what is still tracked, its comments."""

import re
from dataclasses import dataclass

from reframe.formats.docx.atoms import Element
from reframe.formats.docx.lines import read_lines
from reframe.formats.docx.names import W
from reframe.formats.docx.opc import damage_told
from reframe.formats.docx.package import open_package
from reframe.formats.docx.threads import Remark, read_threads
from reframe.formats.docx.walk import paragraphs

_ORDINAL = re.compile(r"p(\d+)")
_REVISIONS = tuple(W + tag for tag in ("ins", "del", "moveFrom", "moveTo"))


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """A visible line: without tracked deletions, and with tracked insertions. ``open`` says
    that its paragraph holds tracked changes; ``bullet``, that it is marked as a list item."""

    text: str
    open: bool
    bullet: bool


@dataclass(frozen=True, slots=True)
class Marked:
    """The lines of a document's main text, and the threads of its comments."""

    lines: tuple[MarkedLine, ...]
    threads: tuple[Remark, ...]


def read_marked(data: bytes, *, name: str) -> Marked:
    """Return the lines and comments of a .docx; ``name`` stands in front of every message.

    Raises:
        ResumeError: when ``data`` is no document that can be read.
    """
    package = open_package(data, name=name)
    found = paragraphs(package.root)
    lines = tuple(
        MarkedLine(line.text, _is_open(found[int(match[1])]), line.bullet)
        for line in read_lines(package)
        if (match := _ORDINAL.match(line.anchor))
    )
    with damage_told(name):
        return Marked(lines, read_threads(package))


def _is_open(paragraph: Element) -> bool:
    return next(paragraph.iter(*_REVISIONS), None) is not None
