"""Put a brand's colours and fonts, and a size of paper, on a document.

What is set through the theme (accent 1 for the accent, text 2 for the ink, the two fonts) takes
the brand; what a template sets outright stays as it is.
"""

import re
from typing import Final

from lxml import etree

from reframe.formats.brand import Brand
from reframe.formats.docx.atoms import Element
from reframe.formats.docx.names import W
from reframe.formats.docx.opc import Parts, main_part, parse, serialize

_A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_COLOURS: Final = {"accent1": "accent", "text2": "ink", "dark2": "ink"}
# Width and height in twentieths of a point.
PAPERS: Final = {"letter": (12240, 15840), "a4": (11906, 16838)}
# How far from the margin a tab may stand and still be meant for it.
_NEAR: Final = 60
_STYLED: Final = re.compile(r"word/(?:document\d*|styles|numbering|header\d*|footer\d*)\.xml")


def put_look(parts: Parts, brand: Brand, paper: str) -> None:
    """Change the parts in place; empty settings and an empty ``paper`` change nothing."""
    branded = any((brand.accent, brand.ink, brand.heading_font, brand.body_font))
    if not branded and not paper:
        return
    for name in [name for name in parts if _STYLED.fullmatch(name)]:
        root = parse(parts[name])
        _colour(root, brand)
        _name_fonts(root, brand)
        parts[name] = serialize(root)
    for name in [name for name in parts if re.fullmatch(r"word/theme/theme\d*\.xml", name)]:
        root = parse(parts[name])
        _theme(root, brand)
        parts[name] = serialize(root)
    if paper:
        _cut(parts, *PAPERS[paper])


def _colour(root: Element, brand: Brand) -> None:
    for element in root.iter(tag=etree.Element):
        setting = _COLOURS.get(element.get(W + "themeColor", ""))
        value = getattr(brand, setting) if setting else ""
        if value:
            key = W + "val" if element.tag == W + "color" else W + "color"
            element.set(key, value.lstrip("#"))


def _name_fonts(root: Element, brand: Brand) -> None:
    for element in root.iter(W + "rFonts"):
        theme = element.get(W + "asciiTheme", "")
        font = brand.heading_font if theme.startswith("major") else brand.body_font
        if theme and font:
            for slot in ("ascii", "hAnsi", "cs"):
                element.set(W + slot, font)


def _theme(root: Element, brand: Brand) -> None:
    for slot, font in (("majorFont", brand.heading_font), ("minorFont", brand.body_font)):
        latin = root.find(f".//{_A}{slot}/{_A}latin")
        if font and latin is not None:
            latin.set("typeface", font)
    for slot, value in (("accent1", brand.accent), ("dk2", brand.ink)):
        place = root.find(f".//{_A}clrScheme/{_A}{slot}")
        if value and place is not None:
            for child in list(place):
                place.remove(child)
            etree.SubElement(place, _A + "srgbClr", val=value.lstrip("#"))


def _cut(parts: Parts, width: int, height: int) -> None:
    """Set the size of every page, and move tabs that stood at the right margin with it."""
    main = main_part(parts)
    root = parse(parts[main])
    moved: dict[int, int] = {}
    for section in root.iter(W + "sectPr"):
        size, margins = section.find(W + "pgSz"), section.find(W + "pgMar")
        if size is None or margins is None:
            continue
        lying = size.get(W + "orient") == "landscape"
        wide, tall = (height, width) if lying else (width, height)
        sides = sum(int(margins.get(W + side, "0")) for side in ("left", "right"))
        moved[int(size.get(W + "w", "0")) - sides] = wide - sides
        size.set(W + "w", str(wide))
        size.set(W + "h", str(tall))
    parts[main] = serialize(root)
    for name in [name for name in parts if _STYLED.fullmatch(name)]:
        root = parse(parts[name])
        for tab in root.iter(W + "tab"):
            at = tab.get(W + "pos")
            if tab.get(W + "val") in ("right", "end") and at is not None:
                near = [new for old, new in moved.items() if abs(old - int(at)) <= _NEAR]
                tab.set(W + "pos", str(near[0] if near else at))
        parts[name] = serialize(root)
