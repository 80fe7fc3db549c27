"""Characters of symbol fonts, as the marks that a reader sees."""

import tomllib
from collections.abc import Mapping
from functools import cache

from reframe.bundled import bundled

PRIVATE = range(0xF000, 0xF100)


@cache
def _marks() -> Mapping[str, Mapping[int, str]]:
    table = tomllib.loads(bundled("data", "tables", "symbols.toml").read_text(encoding="utf-8"))
    return {font: {int(key, 16): mark for key, mark in row.items()} for font, row in table.items()}


def seen(code: int, font: str) -> str:
    """Return the mark that a character shows in a font; itself when the font is no symbol font.

    A private-use character whose font is not stated is looked up in Symbol, then Wingdings,
    which is where word processors take list marks from. What no table knows stays as it is.

    >>> seen(0xF0B7, "Symbol"), seen(0xA7, "Wingdings"), seen(0xF0FC, ""), seen(0x41, "Arial")
    ('•', '▪', '✓', 'A')
    """
    marks = _marks()
    low = code & 0xFF if code in PRIVATE else code
    row = marks.get(font.casefold())
    if row is not None:
        return row.get(low, chr(code))
    if code in PRIVATE:
        for fallback in ("symbol", "wingdings"):
            if low in marks[fallback]:
                return marks[fallback][low]
    return chr(code)


def is_symbol_font(font: str) -> bool:
    """Whether a font draws marks instead of letters."""
    return font.casefold() in _marks()
