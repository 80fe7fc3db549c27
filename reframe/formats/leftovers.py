"""What a final must not show: a template's own tags, and blanks that nobody filled in."""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Final

_TAG: Final = re.compile(r"\{\{.*?(?:\}\}|$)|\{%.*?(?:%\}|$)|\}\}|%\}")
_BLANK: Final = re.compile(r"_{3,}|\bX+\s?%|\$\s?X+\b|\[([^\[\]]{1,60})\]")
_QUOTED: Final = 80


def tags_left(lines: Iterable[str], data: Collection[str]) -> Iterator[str]:
    """Yield where a tag was left over; what stands so in the data is the client's own text."""
    for number, line in enumerate(lines, start=1):
        for tag in _TAG.findall(line):
            if not any(tag in text for text in data):
                yield f"line {number}, '{quoted(line)}': the tag {tag!r} was left over"
                break


def blanks_left(lines: Iterable[str], kept: Collection[str]) -> Iterator[str]:
    """Yield where a blank or a placeholder stands; ``kept`` are words that brackets may hold.

    >>> list(blanks_left(["Saved [X%] in 2020 [3]"], []))
    ["line 1, 'Saved [X%] in 2020 [3]': '[X%]' was never filled in"]
    """
    for number, line in enumerate(lines, start=1):
        for found in _BLANK.finditer(line):
            inside = (found.group(1) or "").strip()
            if inside and (inside.isdigit() or inside.casefold() in kept or not _asks(inside)):
                continue
            yield f"line {number}, '{quoted(line)}': '{found.group()}' was never filled in"
            break


def _asks(inside: str) -> bool:
    """Whether brackets hold a blank: words, signs of a number, dots; not "1-3, 7"."""
    return any(char.isalpha() or char in "#$%?_…" for char in inside)


def quoted(line: str) -> str:
    """Return a line as a message shows it."""
    line = " ".join(line.split())
    return line if len(line) <= _QUOTED else line[: _QUOTED - 1].rstrip() + "…"
