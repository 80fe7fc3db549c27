"""Marks that somebody typed in front of a line: glyphs, dashes, numbers."""

import re
from typing import Final, NamedTuple

from reframe.formats.outline.words import words

_NUMBER: Final = re.compile(r"(\(?\d{1,2}[.)]|\(?[a-h][.)]|\(?[ivx]{2,4}[.)])(?=\s|[A-Z“\"‘'])")
_PRIVATE: Final = range(0xE000, 0xF900)
# Blanks that str.isspace does not know.
_ZERO_WIDTH: Final = "\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"


class Mark(NamedTuple):
    """A typed mark: ``text`` as typed, and where the line's own words begin."""

    text: str
    start: int


def is_blank(char: str) -> bool:
    """Whether a character shows nothing."""
    return char.isspace() or char in _ZERO_WIDTH


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the range without blanks at its ends; an empty one when nothing is visible."""
    while start < end and is_blank(text[start]):
        start += 1
    while end > start and is_blank(text[end - 1]):
        end -= 1
    return start, end


def typed_mark(text: str, start: int = 0, end: int | None = None) -> Mark | None:
    """Return the list mark that ``text[start:end]`` begins with, or None.

    >>> typed_mark("- Filed papers").start, typed_mark("2) Filed papers").text
    (2, '2)')
    >>> typed_mark("-5 degrees") is None and typed_mark("2.5 million a year") is None
    True
    """
    end = len(text) if end is None else end
    start, end = trim(text, start, end)
    if end - start < 2:
        return None
    stop = _mark_end(text, start, end)
    if stop is None:
        return None
    begin, _ = trim(text, stop, end)
    # A rule of dashes or a lone arrow is no item.
    if not any(char.isalnum() for char in text[begin:end]):
        return None
    return Mark(text[start:stop], begin)


def _mark_end(text: str, start: int, end: int) -> int | None:
    first, second = text[start], text[start + 1]
    table = words()
    if first in table.strong_marks or (ord(first) in _PRIVATE and is_blank(second)):
        return start + 1
    if first in table.weak_marks:
        if is_blank(second) or (first in table.dashes and second.isupper()):
            return start + 1
        return None
    found = _NUMBER.match(text, start, end)
    return found.end() if found else None
