"""Streams of text that run side by side: text boxes, and the columns of a layout table.

A heading in a side column heads what is below it in that column, not the main text that
happens to follow in the file.
"""

import re
from collections.abc import Collection, Sequence
from typing import Final

from reframe.formats.outline.line import SourceLine

MAIN: Final = ""
_BOX: Final = re.compile(r"(?:^|\.)(x\d+)")


def flows(lines: Sequence[SourceLine], headings: Collection[int]) -> list[str]:
    """Return for each line the name of the stream it belongs to; the main text is ``""``.

    A text box is a stream of its own unless it holds nothing but a heading, which then heads
    the main text. The cells of a row are streams when two or more of them hold headings.
    """
    boxes = [_box(line.group) for line in lines]
    with_text = {box for at, box in enumerate(boxes) if box and at not in headings}
    headed: dict[str, set[int]] = {}
    for at in headings:
        if lines[at].group:
            headed.setdefault(lines[at].group, set()).add(lines[at].column)
    rows = {group for group, columns in headed.items() if len(columns) > 1}
    return [
        _cell(line, rows) or (box if box in with_text else MAIN)
        for line, box in zip(lines, boxes, strict=True)
    ]


def _box(group: str) -> str:
    found = _BOX.search(group)
    return found.group(1) if found else MAIN


def _cell(line: SourceLine, rows: Collection[str]) -> str:
    for row in rows:
        if line.group == row:
            return f"{row}.c{line.column}"
        if line.group.startswith(f"{row}.c"):
            return row + "." + line.group[len(row) + 1 :].partition(".")[0]
    return MAIN
