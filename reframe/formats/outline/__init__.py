"""From the lines of any format to a résumé: sections, positions, bullets, contact.

A format adapter turns its file into :class:`SourceLine` values, in reading order, and calls
:func:`place_lines`. What a heading, a date range or a job title looks like is decided here,
once for all formats, with the words of ``data/tables/sections.toml``.
"""

from reframe.formats.outline.line import SourceLine
from reframe.formats.outline.tree import place_lines

__all__ = ["SourceLine", "place_lines"]
