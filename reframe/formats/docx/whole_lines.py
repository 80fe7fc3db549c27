"""Whole paragraphs, new or deleted, as tracked changes."""

import copy
from collections.abc import Iterator
from functools import cached_property
from itertools import islice

from lxml import etree

from reframe.formats.docx.atoms import Element
from reframe.formats.docx.dress import set_format
from reframe.formats.docx.names import W_NS, W
from reframe.formats.docx.opc import parse
from reframe.formats.docx.pen import Pen
from reframe.formats.docx.splice import new_run, strike_all
from reframe.formats.docx.text import atoms, layout

_BLOCKS = tuple(W + tag for tag in ("p", "tbl", "sdt", "customXml", "altChunk"))
# What made the line above a heading, a list item or a ruled title is not the new line's.
_NOT_PLAIN = tuple(
    W + tag
    for tag in [
        *("pageBreakBefore", "numPr", "pBdr", "shd", "outlineLvl", "divId", "cnfStyle"),
        *("rPr", "sectPr", "pPrChange"),
    ]
)
_PLAIN_FORMAT = tuple(W + tag for tag in ("rFonts", "color", "sz", "szCs", "rtl", "cs", "lang"))
_EMPHASIS = {"b": "0", "bCs": "0", "i": "0", "iCs": "0", "caps": "0", "smallCaps": "0", "u": "none"}
_HEADING = (W + "outlineLvl", W + "numPr", W + "pBdr")
_REVISED = (W + "ins", W + "del", W + "moveFrom", W + "moveTo")
# How far to look for a line of body text whose font and size a new line takes.
_NEAR = 6


class StyleSheet:
    """The styles of a document, as far as a new line must know them.

    The part is parsed when a new line asks for it: most drafts have none, and styles are often
    the larger half of a document.
    """

    def __init__(self, part: bytes | None) -> None:
        self._part = part or b""

    def __contains__(self, key: str) -> bool:
        return f'styleId="{key}"'.encode() in self._part

    @cached_property
    def _styles(self) -> dict[str | None, Element]:
        if not self._part:
            return {}
        root = parse(self._part)
        return {style.get(W + "styleId"): style for style in root.iterchildren(W + "style")}

    def chain(self, paragraph: Element) -> Iterator[Element]:
        """Yield the style that a paragraph names, and those that it is based on."""
        key = _value(paragraph.find(f"{W}pPr/{W}pStyle"))
        seen: set[str] = set()
        while key is not None and key in self._styles and key not in seen:
            seen.add(key)
            style = self._styles[key]
            yield style
            key = _value(style.find(W + "basedOn"))

    def is_heading_or_list(self, paragraph: Element) -> bool:
        """Whether the paragraph's style makes it a heading, a list item or a ruled title."""
        return any(
            style.find(f"{W}pPr/{tag}") is not None
            for style in self.chain(paragraph)
            for tag in _HEADING
        )

    def emphasis(self, paragraph: Element) -> set[str]:
        """Return the kinds of emphasis that the paragraph's style gives all its text."""
        return {
            name
            for style in self.chain(paragraph)
            for name in _EMPHASIS
            if style.find(f"{W}rPr/{W}{name}") is not None
        }


def insertion_refusal(paragraph: Element) -> str:
    """Return why no line can follow a paragraph, or an empty string when one can."""
    if paragraph.find(f"{W}pPr/{W}sectPr") is not None:
        return "a section ends at the line above"
    return ""


def insert_line(
    paragraph: Element, text: str, pen: Pen, styles: StyleSheet, *, italic: bool
) -> Element:
    """Add a tracked paragraph of plain text behind another; return it.

    It takes the indents and the alignment of the line above it, and the font of the body text
    that follows; it is no heading and no list item, whatever the line above is.
    """
    above = paragraph.find(W + "pPr")
    properties = etree.Element(W + "pPr") if above is None else copy.deepcopy(above)
    properties.tail = None
    in_list = properties.find(W + "numPr") is not None
    for tag in _NOT_PLAIN:
        for child in properties.findall(tag):
            properties.remove(child)
    if styles.is_heading_or_list(paragraph):
        for child in properties.findall(W + "pStyle"):
            properties.remove(child)
    indent = properties.find(W + "ind")
    if in_list and indent is not None:
        # The hanging indent made room for the mark.
        for name in ("hanging", "hangingChars", "firstLine", "firstLineChars"):
            indent.attrib.pop(W + name, "")
    new = etree.Element(W + "p", nsmap={"w": W_NS})
    new.append(properties)
    last = _is_last(paragraph)
    paragraph.addnext(new)
    format_of_mark = etree.SubElement(properties, W + "rPr")
    if last:
        # A cell or a document cannot lose its last paragraph mark, so the mark of the line
        # above is the new one, and the new line keeps what it was in a record of the change.
        _record_change(new, above, pen)
        _mark_format(paragraph).insert(0, pen.mark("ins"))
    else:
        format_of_mark.append(pen.mark("ins"))
    mark = pen.mark("ins")
    mark.append(new_run(text, _plain_format(paragraph, new, styles), italic=italic))
    new.append(mark)
    return new


def deletion_refusal(paragraph: Element) -> str:
    """Return why a paragraph cannot be deleted, or an empty string when it can."""
    where = layout(paragraph)
    if paragraph.find(f"{W}pPr/{W}sectPr") is not None:
        return "a section ends at this line"
    if where.barriers:
        return "a drawing, a field or a footnote stands in the line"
    if any(atom.locked and atom.node.tag not in (W + "sym", W + "t") for atom in where.atoms):
        return "part of the line is a field, a page break or a fixed content control"
    if any(True for _ in paragraph.iter(W + "fldSimple")):
        return "part of the line is a field"
    return ""


def delete_line(paragraph: Element, pen: Pen) -> list[Element]:
    """Mark a paragraph as deleted with its text; return the marks in it."""
    marks = strike_all(paragraph, pen)
    ends = paragraph
    if _is_last(paragraph):
        # The last mark of a cell cannot go. The one before it can, if both are alike.
        before = paragraph.getprevious()
        if before is None or before.tag != W + "p" or _layout_key(before) != _layout_key(paragraph):
            return marks
        ends = before
    mark_format = _mark_format(ends)
    inserted = mark_format.findall(W + "ins")
    mark_format.insert(len(inserted), pen.mark("del"))
    return marks


def _is_last(paragraph: Element) -> bool:
    return next(paragraph.itersiblings(*_BLOCKS), None) is None


def _mark_format(paragraph: Element) -> Element:
    """Return the ``w:pPr/w:rPr`` of a paragraph, made where the schema wants it if missing."""
    properties = paragraph.find(W + "pPr")
    if properties is None:
        properties = etree.Element(W + "pPr")
        paragraph.insert(0, properties)
    found = properties.find(W + "rPr")
    if found is None:
        found = etree.Element(W + "rPr")
        late = (W + "sectPr", W + "pPrChange")
        properties.insert(sum(child.tag not in late for child in properties), found)
    return found


def _record_change(new: Element, old: Element | None, pen: Pen) -> None:
    properties = new.find(W + "pPr")
    assert properties is not None
    recorded = etree.Element(W + "pPr") if old is None else copy.deepcopy(old)
    recorded.tail = None
    format_of_mark = recorded.find(W + "rPr")
    if format_of_mark is not None:
        for child in list(format_of_mark):
            if child.tag not in _REVISED:
                properties[-1].append(copy.deepcopy(child))
    for tag in (W + "rPr", W + "sectPr", W + "pPrChange"):
        for child in recorded.findall(tag):
            recorded.remove(child)
    change = pen.mark("pPrChange")
    change.append(recorded)
    properties.append(change)


def _plain_format(title: Element, new: Element, styles: StyleSheet) -> Element:
    """Return the format of body text near a title: its font, size and colour, nothing more."""
    source = _body_run(title, styles)
    if source is None:
        source = _first_run(title)
    properties = etree.Element(W + "rPr", nsmap={"w": W_NS})
    found = None if source is None else source.find(W + "rPr")
    for child in () if found is None else found:
        if child.tag in _PLAIN_FORMAT:
            properties.append(copy.deepcopy(child))
    for name in sorted(styles.emphasis(new)):
        set_format(properties, name, _EMPHASIS[name])
    return properties


def _body_run(title: Element, styles: StyleSheet) -> Element | None:
    """Return the first run of the nearest line that is body text: here or further down."""
    lines = [title, *islice((p for p in title.itersiblings(W + "p") if atoms(p)), _NEAR)]
    for line in lines:
        run = _first_run(line)
        if run is None or run.find(f"{W}rPr/{W}b") is not None:
            continue
        if "b" not in styles.emphasis(line) and (
            line is not title or not styles.is_heading_or_list(line)
        ):
            return run
    return None


def _first_run(paragraph: Element) -> Element | None:
    """Return the run of the first visible letter."""
    return next((a.run for a in atoms(paragraph) if a.char.isalnum() and not a.locked), None)


def _layout_key(paragraph: Element) -> bytes:
    properties = paragraph.find(W + "pPr")
    if properties is None:
        return b""
    properties = copy.deepcopy(properties)
    for child in properties.findall(W + "rPr"):
        properties.remove(child)
    properties.tail = None
    return bytes(etree.tostring(properties, method="c14n", exclusive=True))


def _value(element: Element | None) -> str | None:
    return None if element is None else element.get(W + "val")
