"""A second opinion on tracked changes: what a document says once they are accepted or rejected.

It shares no code with the product. It does not rewrite the document, but reads it with one
view of the revisions, token by token: characters, tabs, drawings, field marks, bookmarks, each
with the format and the links, controls and older revisions around it. Two views of two
documents are then compared for equality.
"""

import io
import random
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from lxml import etree

_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W = f"{{{_NS}}}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PLAIN = {"t", "delText", "instrText", "delInstrText"}
_CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_CHARACTERS["softHyphen"] = "\u00ad"
_CONTAINERS = {"hyperlink", "smartTag", "sdtContent"}
_IGNORED = {"commentRangeStart", "commentRangeEnd", "proofErr"}

View = Literal["accepted", "rejected"]


class Token(NamedTuple):
    """What stands at one place: a character or the name of something else."""

    what: str
    format: bytes
    around: tuple[str, ...]


@dataclass(frozen=True)
class Line:
    """A paragraph in one view; ``fallback`` lines are the copies of text boxes."""

    tokens: tuple[Token, ...]
    properties: bytes
    fallback: bool

    @property
    def text(self) -> str:
        """The characters alone."""
        return "".join(token.what for token in self.tokens if len(token.what) == 1)


def document_root(data: bytes) -> etree._Element:
    """Return the root of the main part of a sample."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def lines(root: etree._Element, view: View, *, by: str | None = None) -> list[Line]:
    """Return every paragraph in a view of the revisions ``by`` an author, or of all of them."""
    found: list[Line] = []
    pending: dict[etree._Element, list[Token]] = {}
    for paragraph in root.iter(_W + "p"):
        parent = paragraph.getparent()
        tokens = pending.pop(parent, []) + list(_tokens(paragraph, view, by, ()))
        if _mark_is_gone(paragraph, view, by):
            pending[parent] = tokens
            continue
        fallback = next(paragraph.iterancestors(_FALLBACK), None) is not None
        found.append(Line(tuple(tokens), _properties(paragraph, view, by), fallback))
    assert not any(pending.values()), "text lost with a paragraph mark"
    return found


def _tokens(
    element: etree._Element, view: View, by: str | None, around: tuple[str, ...]
) -> Iterator[Token]:
    for child in element.iterchildren(tag=etree.Element):
        name = etree.QName(child).localname
        if name == "r":
            yield from _run(child, around)
        elif name in ("ins", "moveTo", "del", "moveFrom"):
            if by is not None and child.get(_W + "author") != by:
                yield from _tokens(child, view, by, (*around, name))
            elif (name in ("ins", "moveTo")) == (view == "accepted"):
                yield from _tokens(child, view, by, around)
        elif name == "pPr" or name in _IGNORED:
            continue
        elif len(child) or name in _CONTAINERS:
            link = child.get(
                "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
            )
            yield from _tokens(child, view, by, (*around, f"{name} {link or ''}"))
        else:
            yield Token(f"<{name} {child.get(_W + 'id')}>", b"", around)


def _run(run: etree._Element, around: tuple[str, ...]) -> Iterator[Token]:
    properties = run.find(_W + "rPr")
    format_ = b"" if properties is None else _canonical(properties)
    for child in run.iterchildren(tag=etree.Element):
        name = etree.QName(child).localname
        if name in ("rPr", "commentReference"):
            continue
        if name in _PLAIN:
            for char in child.text or "":
                yield Token(char, format_, around)
        elif name in _CHARACTERS:
            yield Token(_CHARACTERS[name], format_, around)
        else:
            shape = f"{name} {child.get(_W + 'char') or ''} {sum(1 for _ in child.iter())}"
            # A drawing's own text boxes are lines of their own; what changes there is not this.
            yield Token(f"<{shape if not child.iter(_W + 'p') else name}>", format_, around)


def _mark_is_gone(paragraph: etree._Element, view: View, by: str | None) -> bool:
    for mark in paragraph.iterfind(f"{_W}pPr/{_W}rPr/*"):
        name = etree.QName(mark).localname
        gone = ("ins", "moveTo") if view == "rejected" else ("del", "moveFrom")
        if name in gone and (by is None or mark.get(_W + "author") == by):
            return True
    return False


def _properties(paragraph: etree._Element, view: View, by: str | None) -> bytes:
    properties = paragraph.find(_W + "pPr")
    if properties is None:
        return b""
    copied = etree.fromstring(etree.tostring(properties, with_tail=False))
    change = copied.find(_W + "pPrChange")
    kept = copied.find(_W + "rPr")
    if change is not None and (by is None or change.get(_W + "author") == by):
        copied.remove(change)
        if view == "rejected":
            copied = change.find(_W + "pPr")
            if kept is not None:
                copied.append(kept)
    for mark in list(copied.iterfind(f"{_W}rPr/*")):
        if etree.QName(mark).localname in ("ins", "del", "moveTo", "moveFrom") and (
            by is None or mark.get(_W + "author") == by
        ):
            mark.getparent().remove(mark)
    for empty in copied.findall(_W + "rPr"):
        if not len(empty):
            copied.remove(empty)
    return _canonical(copied) if len(copied) else b""


def _canonical(element: etree._Element) -> bytes:
    copied = etree.fromstring(etree.tostring(element, with_tail=False))
    return etree.tostring(copied, method="c14n", exclusive=True)


_NEW_WORDS = [
    "drafted",
    "trained",
    "staff",
    "on",
    "policies,",
    "procedures;",
    "across",
    "three",
    "sites",
    "R&D",
    "<b>",
    "naïve",
]


def random_edits(text: str, draw: random.Random) -> list[tuple[int, int, str]]:
    """Return ordered edits of a text that do not touch: words replaced, dropped and added,
    stretches across words, and now and then a cut through the middle of one."""
    starts = [0] + [at + 1 for at, char in enumerate(text[:-1]) if char == " "]
    found: list[tuple[int, int, str]] = []
    at = 0
    for start in starts:
        if start < at or draw.random() > 0.25:
            continue
        kind = draw.random()
        rest = text[start:]
        reach = draw.choice((1, 1, 1, 2, 3, 6))
        end = start + len(" ".join(rest.split(" ")[:reach]))
        new = " ".join(draw.choices(_NEW_WORDS, k=draw.choice((1, 1, 2, 4))))
        if kind < 0.2:
            found.append((start, start, new + " "))
            end = start + 1
        elif kind < 0.4:
            found.append((start, min(end + 1, len(text)), ""))
            end += 1
        elif kind < 0.5 and end - start > 3:
            found.append((start + 1, end - 1, draw.choice(("", "x", "-\t"))))
        else:
            found.append((start, end, new))
        at = end + 1
    if text and draw.random() < 0.1 and at <= len(text):
        found.append((len(text), len(text), draw.choice((".", " " + draw.choice(_NEW_WORDS)))))
    return found


def applied(text: str, edits: Sequence[tuple[int, int, str]]) -> str:
    """Return a text after ordered edits."""
    for start, end, new in reversed(edits):
        text = text[:start] + new + text[end:]
    return text
