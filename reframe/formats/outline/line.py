"""A line of a source with its cues: all that the outline knows about a format."""

from dataclasses import dataclass
from typing import Literal

from reframe.core.resume import Line

Region = Literal["body", "header", "footer"]


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One visible, non-blank line, as the adapter of its format hands it over.

    ``text`` has no bullet mark in front and no outer blanks; tabs inside it are kept, since a
    date set against the right margin stands behind one. ``anchor`` is the adapter's own; ``bullet_anchor`` takes its place when the
    line turns out to be a bullet (empty: the same).

    Cues, all of them optional; an adapter gives what its format knows:

    * ``bullet``: the source marks the line as a list item; ``mark`` is the glyph or number as
      printed (may be empty), ``level`` its depth from 0.
    * ``listed``: set in a list style or indented like an item, but without a mark of its own.
    * ``heading``: 1-9 for a heading style, outline level or ``#`` marks; 0 for none. A document
      title counts as 1.
    * ``bold``, ``italic``, ``underlined``, ``caps``: the whole line is set so.
    * ``ruled``: it has a border, a shading or a rule beneath.
    * ``size``: font size in points; 0.0 when unknown.
    * ``gap``: blank space above, such as an empty paragraph.
    * ``group``: lines of one table row or text box share this key; empty in plain text. It is
      a path from the outside in (``t1.r2``, ``x3``, ``t1.r2.c0.t2.r0`` for a table in a cell),
      and ``column`` is the cell in the innermost row.
    * ``joined``: a soft return, not a paragraph mark, stands before the line.
    * ``region``: ``header`` and ``footer`` for page furniture.
    """

    text: str
    anchor: str
    bullet_anchor: str = ""
    bullet: bool = False
    mark: str = ""
    level: int = 0
    listed: bool = False
    heading: int = 0
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    caps: bool = False
    ruled: bool = False
    size: float = 0.0
    gap: bool = False
    group: str = ""
    column: int = 0
    joined: bool = False
    region: Region = "body"


def placed(line: SourceLine) -> Line:
    """Return the line as a résumé holds it; a typed mark stays outside its range."""
    return Line(line.text, line.bullet_anchor or line.anchor if line.bullet else line.anchor)
