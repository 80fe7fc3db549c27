"""Which paragraphs are list items: direct numbering, then the style's, then the definition."""

from dataclasses import dataclass
from typing import Final

from lxml import etree

from reframe.formats.docx import symbols
from reframe.formats.docx.names import W
from reframe.formats.docx.styles import Style, Styles, numbering_of, value_of

# "numId=0" takes a list mark away that the style would give.
_NOT_A_LIST: Final = "0"
_INVISIBLE: Final = "none"
_LAST_LEVEL: Final = 8


@dataclass(frozen=True, slots=True)
class ListItem:
    """A list mark: its depth from 0, whether it counts, and the glyph (empty for a number)."""

    level: int
    ordered: bool
    glyph: str


class Numbering:
    """The list definitions of a document; one without a numbering part has no lists."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._definitions: dict[str, etree._Element] = {}
        self._instances: dict[str, etree._Element] = {}
        self._items: dict[tuple[str, int], ListItem | None] = {}
        if root is not None:
            for element in root.iterchildren(W + "abstractNum"):
                self._definitions[element.get(W + "abstractNumId") or ""] = element
            for element in root.iterchildren(W + "num"):
                self._instances[element.get(W + "numId") or ""] = element

    def item(self, properties: etree._Element | None, style: Style) -> ListItem | None:
        """Return the list mark of a paragraph with these properties and style, or None."""
        num_id, level = (None, None) if properties is None else numbering_of(properties)
        if num_id is None:
            num_id = style.num_id
            if level is None and num_id is not None:
                level = self._level_of_style(num_id, style)
        if num_id is None or num_id == _NOT_A_LIST:
            return None
        key = (num_id, min(level or 0, _LAST_LEVEL))
        if key not in self._items:
            self._items[key] = self._read(*key)
        return self._items[key]

    def _level_of_style(self, num_id: str, style: Style) -> int | None:
        """A list definition may name the style that each of its levels belongs to."""
        definition = self._definition(num_id)
        if definition is not None:
            for level in definition.iterchildren(W + "lvl"):
                if value_of(level, "pStyle") == style.id and style.id:
                    return int(level.get(W + "ilvl") or 0)
        return style.level

    def _read(self, num_id: str, level: int) -> ListItem | None:
        found = self._level(num_id, level)
        if found is None:
            # Word shows no mark for a number that is not defined.
            return None
        form = value_of(found, "numFmt") or "decimal"
        text = value_of(found, "lvlText") or ""
        if form == _INVISIBLE and not text.strip():
            return None
        if form != "bullet":
            # A counter without any text is how outlines of headings are kept invisible.
            return ListItem(level, True, "") if text.strip() else None
        fonts = found.find(f"{W}rPr/{W}rFonts")
        font = "" if fonts is None else fonts.get(W + "ascii") or fonts.get(W + "hAnsi") or ""
        glyph = "".join(
            symbols.seen(ord(char), font)
            if ord(char) in symbols.PRIVATE or symbols.is_symbol_font(font)
            else char
            for char in text.strip()
        )
        # An empty lvlText is still a bullet: the mark is a picture, or drawn by the font.
        return ListItem(level, False, glyph)

    def _level(self, num_id: str, level: int) -> etree._Element | None:
        instance = self._instances.get(num_id)
        if instance is None:
            return None
        for override in instance.iterchildren(W + "lvlOverride"):
            if override.get(W + "ilvl") == str(level):
                own = override.find(W + "lvl")
                if own is not None:
                    return own
        definition = self._definition(num_id)
        if definition is None:
            return None
        levels = {lvl.get(W + "ilvl"): lvl for lvl in definition.iterchildren(W + "lvl")}
        return levels.get(str(level))

    def _definition(self, num_id: str, depth: int = 0) -> etree._Element | None:
        instance = self._instances.get(num_id)
        if instance is None:
            return None
        definition = self._definitions.get(value_of(instance, "abstractNumId") or "")
        if definition is None:
            return None
        linked = value_of(definition, "numStyleLink")
        if linked is not None and depth < 5:
            other = self._styles.numbering_style(linked)
            if other is not None and other != num_id:
                return self._definition(other, depth + 1)
        return definition
