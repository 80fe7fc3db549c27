"""The lines of a Word document with their cues, ready for the outline."""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from reframe.formats.docx.atoms import Stretch
from reframe.formats.docx.names import W
from reframe.formats.docx.numbering import ListItem, Numbering
from reframe.formats.docx.package import Package
from reframe.formats.docx.styles import Look, Style, Styles, heading_of, is_ruled, value_of
from reframe.formats.docx.text import layout, visible_text
from reframe.formats.docx.walk import Place, Places, furniture, paragraphs
from reframe.formats.outline import SourceLine
from reframe.formats.outline.line import Region
from reframe.formats.outline.marks import is_blank, trim, typed_mark

_ENDS_A_SENTENCE: Final = ".;:!?"
_NUMBERED: Final = "#"
_PROPERTIES: Final = W + "rPr"
_OF_PARAGRAPH: Final = W + "pPr"


def read_lines(package: Package) -> Iterator[SourceLine]:
    """Yield every visible line of the document: the main text, then headers and footers."""
    reader = _Reader(package)
    yield from reader.body(package.root)
    for k, (region, page_paragraphs) in enumerate(furniture(package)):
        yield from reader.furniture(page_paragraphs, prefix=f"h{k}p", region=_region(region))


def _region(name: str) -> Region:
    return "header" if name == "header" else "footer"


class _Reader:
    """The styles and lists of one document."""

    def __init__(self, package: Package) -> None:
        self._styles = Styles(package.styles)
        self._numbering = Numbering(package.numbering, self._styles)

    def body(self, root: etree._Element) -> Iterator[SourceLine]:
        places = Places()
        gap = False
        for n, paragraph in enumerate(paragraphs(root)):
            place = places.of(paragraph)
            found = False
            for line in self._lines(paragraph, f"p{n}", place, gap=gap):
                found = True
                yield line
            gap = not found

    def furniture(
        self, page_paragraphs: list[etree._Element], *, prefix: str, region: Region
    ) -> Iterator[SourceLine]:
        for n, paragraph in enumerate(page_paragraphs):
            text = visible_text(paragraph)
            yield from (
                SourceLine(text[start:end], anchor, region=region)
                for start, end, anchor in _segments(text, f"{prefix}{n}")
            )

    def _lines(
        self, paragraph: etree._Element, anchor: str, place: Place, *, gap: bool
    ) -> Iterator[SourceLine]:
        where = layout(paragraph)
        text = where.text
        if not text or text.isspace():
            return
        properties = next(paragraph.iterchildren(_OF_PARAGRAPH), None)
        style = self._styles.get(None if properties is None else value_of(properties, "pStyle"))
        item = self._numbering.item(properties, style)
        looks: dict[etree._Element, Look] = {}
        joined = False
        for start, end, whole in _items(text, anchor, item):
            mark = None if item and not joined else typed_mark(text, start, end)
            listed_here = item is not None and not joined
            begin = mark.start if mark else start
            look = self._look(where.within(begin, end), begin, end, style, looks)
            is_item = listed_here or mark is not None
            yield SourceLine(
                text=text[begin:end],
                anchor=whole,
                bullet_anchor=f"{anchor}:{begin}-{end}",
                bullet=is_item,
                mark=mark.text if mark else _shown_mark(item) if listed_here else "",
                level=item.level if item else 0,
                listed=style.list_like and not is_item,
                heading=heading_of("", properties) or style.heading,
                bold=bool(look.bold),
                italic=bool(look.italic),
                underlined=bool(look.underlined),
                caps=bool(look.caps) or _is_capital(text[begin:end]),
                ruled=style.ruled or (properties is not None and is_ruled(properties)),
                size=look.size or 0.0,
                gap=gap and not joined,
                group=place.group,
                column=place.column,
                joined=joined,
            )
            joined = True

    def _look(
        self,
        stretches: Iterator[Stretch],
        begin: int,
        end: int,
        style: Style,
        looks: dict[etree._Element, Look],
    ) -> Look:
        """Return how a range is set: a toggle is on when it is on for every visible letter."""
        found: list[Look] = []
        for first, text, _, _, run, _ in stretches:
            letters = text[max(0, begin - first) : end - first]
            if not letters[:1].isalnum() and all(map(is_blank, letters)):
                continue
            look = looks.get(run)
            if look is None:
                look = looks[run] = self._run_look(run, style)
            if not found or look is not found[-1]:
                found.append(look)
        if len(found) < 2:
            return found[0] if found else style.look
        return Look(
            bold=all(look.bold for look in found),
            italic=all(look.italic for look in found),
            caps=all(look.caps for look in found),
            underlined=all(look.underlined for look in found),
            size=max(look.size or 0.0 for look in found),
        )

    def _run_look(self, run: etree._Element, style: Style) -> Look:
        properties = next(run.iterchildren(_PROPERTIES), None)
        return style.look if properties is None else self._styles.look(properties, style)


def _items(text: str, anchor: str, item: ListItem | None) -> Iterator[tuple[int, int, str]]:
    """Yield the lines of a paragraph; a list item runs on over a soft return in mid-sentence."""
    waiting: tuple[int, int, str] | None = None
    for start, end, whole in _segments(text, anchor):
        runs_on = (
            waiting is not None
            and (item is not None or typed_mark(text, waiting[0], waiting[1]) is not None)
            and text[start].islower()
            and text[waiting[1] - 1] not in _ENDS_A_SENTENCE
            and typed_mark(text, start, end) is None
        )
        if runs_on and waiting is not None:
            waiting = (waiting[0], end, waiting[2])
            continue
        if waiting is not None:
            yield waiting
        waiting = (start, end, whole)
    if waiting is not None:
        yield waiting


def _segments(text: str, anchor: str) -> list[tuple[int, int, str]]:
    """Return the visible lines of a paragraph as ranges with anchors.

    The anchor of a line that is alone in its paragraph names no range.
    """
    found: list[tuple[int, int]] = []
    at = 0
    for piece in text.split("\n"):
        start, end = trim(text, at, at + len(piece))
        if start < end:
            found.append((start, end))
        at += len(piece) + 1
    if len(found) == 1:
        return [(*found[0], anchor)]
    return [(start, end, f"{anchor}:{start}-{end}") for start, end in found]


def _shown_mark(item: ListItem | None) -> str:
    if item is None:
        return ""
    return _NUMBERED if item.ordered else item.glyph


def _is_capital(text: str) -> bool:
    return text.isupper()
