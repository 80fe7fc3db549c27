"""What the styles of a document say: resolved once per style, never through python-docx.

``paragraph.style`` can be None and ``font.size`` raises on decimal sizes, so the XML is read
here; whatever is malformed counts as not stated.
"""

import re
from dataclasses import dataclass, replace
from typing import Final

from lxml import etree

from reframe.formats.docx.names import W, is_on

_HEADING_NAME: Final = re.compile(r"^heading ([1-9])$")
# Word's own styles for lists; "Resume list" of a template may be anything.
_LIST_NAME: Final = re.compile(r"^(list|bullet)")
_LOOKS: Final = tuple(W + tag for tag in ("b", "i", "caps", "u", "sz"))
_NAMED: Final = W + "rStyle"
_SET_BY: Final = (_NAMED, *_LOOKS)
_BORDERS: Final = W + "pBdr"
_SHADE: Final = W + "shd"
_NUMBERING: Final = W + "numPr"
_VALUE: Final = W + "val"
_DEPTH: Final = 20  # a longer chain of styles is a circle


@dataclass(frozen=True, slots=True)
class Look:
    """How text is set; None means "not stated here"."""

    bold: bool | None = None
    italic: bool | None = None
    caps: bool | None = None
    underlined: bool | None = None
    size: float | None = None

    def over(self, base: "Look") -> "Look":
        """Return this look with what it leaves open taken from ``base``."""
        return Look(
            base.bold if self.bold is None else self.bold,
            base.italic if self.italic is None else self.italic,
            base.caps if self.caps is None else self.caps,
            base.underlined if self.underlined is None else self.underlined,
            base.size if self.size is None else self.size,
        )


_OPEN: Final = Look()


@dataclass(frozen=True, slots=True)
class Style:
    """A style with everything it inherits. ``heading`` is 1-9, or 0 for none."""

    id: str = ""
    name: str = ""
    look: Look = Look()
    heading: int = 0
    ruled: bool = False
    list_like: bool = False
    num_id: str | None = None
    level: int | None = None


class Styles:
    """The styles part of a document; a document without one has only the plain style."""

    def __init__(self, root: etree._Element | None) -> None:
        self._elements: dict[str, etree._Element] = {}
        self._resolved: dict[str, Style] = {}
        # Most runs of a document are set in one of a few ways.
        self._looks: dict[tuple[object, ...], Look] = {}
        self.default_id = ""
        base = Look()
        if root is not None:
            for element in root.iterchildren(W + "style"):
                key = element.get(W + "styleId") or ""
                self._elements[key] = element
                kind = element.get(W + "type")
                if kind in (None, "paragraph") and is_on(element.get(W + "default", "0")):
                    self.default_id = key
            base = look_of(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
        self._base = Style(look=base)

    def get(self, key: str | None) -> Style:
        """Return the style of that id; the default one for None or an unknown id."""
        key = key if key in self._elements else self.default_id
        return self._resolve(key, 0)

    def character(self, key: str) -> Look:
        """Return the look of a character style."""
        return self._resolve(key, 0).look if key in self._elements else Look()

    def look(self, properties: etree._Element, style: Style) -> Look:
        """Return how a run with this ``w:rPr`` is set in a paragraph of a style."""
        stated = tuple([(p.tag, p.get(_VALUE)) for p in properties.iterchildren(*_SET_BY)])
        if not stated:
            return style.look
        key = (style.id, stated)
        if key not in self._looks:
            look = look_of(properties)
            named = next((value for tag, value in stated if tag == _NAMED), None)
            if named is not None:
                look = look.over(self.character(named))
            self._looks[key] = look.over(style.look)
        return self._looks[key]

    def numbering_style(self, key: str) -> str | None:
        """Return the ``numId`` that a numbering style stands for."""
        return self._resolve(key, 0).num_id if key in self._elements else None

    def _resolve(self, key: str, depth: int) -> Style:
        if key in self._resolved:
            return self._resolved[key]
        element = self._elements.get(key)
        if element is None or depth > _DEPTH:
            return self._base
        paragraph_style = element.get(W + "type") in (None, "paragraph")
        parent = value_of(element, "basedOn")
        if parent is not None:
            base = self._resolve(parent, depth + 1)
        else:
            base = self._base if paragraph_style else Style()
        name = (value_of(element, "name") or key).lower()
        properties = element.find(W + "pPr")
        style = replace(
            base,
            id=key,
            name=name,
            look=look_of(element.find(W + "rPr")).over(base.look),
            list_like=base.list_like or bool(_LIST_NAME.search(name)),
        )
        if heading := heading_of(name, properties):
            style = replace(style, heading=heading)
        if properties is not None:
            style = replace(style, ruled=style.ruled or is_ruled(properties))
            num_id, level = numbering_of(properties)
            style = replace(
                style,
                num_id=style.num_id if num_id is None else num_id,
                level=style.level if level is None else level,
            )
        self._resolved[key] = style
        return style


def value_of(element: etree._Element, tag: str) -> str | None:
    """Return ``w:val`` of a child, or None."""
    child = next(element.iterchildren(W + tag), None)
    return None if child is None else child.get(_VALUE)


def look_of(properties: etree._Element | None) -> Look:
    """Return what a ``w:rPr`` states."""
    if properties is None:
        return _OPEN
    stated: dict[str, str | None] = {}
    for child in properties.iterchildren(*_LOOKS):
        stated[child.tag] = child.get(_VALUE)
    if not stated:
        return _OPEN
    try:
        points = float(stated[W + "sz"] or "") / 2 if W + "sz" in stated else None
    except ValueError:
        points = None
    bold, italic, caps = (
        is_on(stated[tag]) if tag in stated else None for tag in (W + "b", W + "i", W + "caps")
    )
    underlined = stated[W + "u"] != "none" if W + "u" in stated else None
    return Look(bold, italic, caps, underlined, points)


def heading_of(name: str, properties: etree._Element | None) -> int:
    """Return the heading level that a style's name or an outline level states, or 0."""
    if name and (match := _HEADING_NAME.match(name)):
        return int(match.group(1))
    if name == "title":
        return 1
    level = None if properties is None else value_of(properties, "outlineLvl")
    return int(level) + 1 if level is not None and level in "012345678" and level else 0


def is_ruled(properties: etree._Element) -> bool:
    """Whether a ``w:pPr`` draws a line above or below the paragraph, or shades it."""
    for stated in properties.iterchildren(_BORDERS, _SHADE):
        if stated.tag == _SHADE:
            if (stated.get(W + "fill") or "auto").lower() not in ("auto", "ffffff"):
                return True
        elif any(
            side.get(_VALUE) not in (None, "nil", "none")
            for side in stated.iterchildren(W + "top", W + "bottom")
        ):
            return True
    return False


def numbering_of(properties: etree._Element) -> tuple[str | None, int | None]:
    """Return ``numId`` and level of a ``w:pPr``, each None when not stated."""
    numbering = next(properties.iterchildren(_NUMBERING), None)
    if numbering is None:
        return None, None
    level = value_of(numbering, "ilvl")
    return value_of(numbering, "numId"), int(level) if level and level.isdigit() else None
