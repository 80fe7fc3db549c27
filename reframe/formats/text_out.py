"""Plain text that an applicant tracking system or a web form takes as it is."""

from collections.abc import Sequence
from itertools import pairwise

from reframe.formats.blocks import Block, plain


def text_of(blocks: Sequence[Block]) -> str:
    """Return blocks as plain text: section titles in capitals, "- " in front of list items.

    Lines are not wrapped: a form wraps them itself, and a broken line would stay broken.
    """
    lines: list[str] = []
    for before, block in pairwise([None, *blocks]):
        assert block is not None
        if lines and not _joins(before, block):
            lines.append("")
        if block.kind == "table":
            lines += _table(block)
        elif block.kind == "rule":
            continue
        elif block.kind == "heading" and block.level == 2:
            lines.append(block.text.upper())
        elif block.kind == "item":
            lines.append(f"{'  ' * block.level}- {block.text}")
        else:
            lines += block.text.split("\n")
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _joins(before: Block | None, block: Block) -> bool:
    """Whether a block follows without an empty line."""
    if before is None:
        return True
    if before.kind == "heading" and before.level != 2:
        return block.kind == "paragraph"
    return before.kind == "item" and block.kind == "item"


def _table(block: Block) -> list[str]:
    """Return a table as "heading: value" lines, a row a paragraph: columns do not survive."""
    if not block.rows:
        return []
    headings = [plain(cell) for cell in block.rows[0]]
    rows: list[str] = []
    for row in block.rows[1:]:
        cells = [(h, plain(cell)) for h, cell in zip(headings, row, strict=False)]
        if rows:
            rows.append("")
        rows += [f"{h}: {text}" if h else text for h, text in cells if h or text]
    return rows
