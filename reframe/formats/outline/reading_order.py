"""Put lines in the order a person reads them, where a table's cells stand in another."""

from reframe.formats.outline.dates import find_dates
from reframe.formats.outline.line import SourceLine

_MAX_SIDE_LINES = 3


def in_reading_order(lines: list[SourceLine]) -> list[SourceLine]:
    """Return the lines with a row's right-hand dates moved above the bullets they belong to.

    A cell with the dates and the town often stands to the right of a cell with the whole post;
    the cells of a row come one after the other, so the dates would follow the last bullet.
    """
    ordered: list[SourceLine] = []
    at = 0
    while at < len(lines):
        stop = at + 1
        while stop < len(lines) and lines[at].group and lines[stop].group == lines[at].group:
            stop += 1
        ordered += _row(lines[at:stop])
        at = stop
    return ordered


def _row(row: list[SourceLine]) -> list[SourceLine]:
    last = max(line.column for line in row)
    side = [line for line in row if line.column == last]
    rest = [line for line in row if line.column != last]
    if not rest or len(side) > _MAX_SIDE_LINES or any(line.bullet for line in side):
        return row
    if not any(find_dates(line.text) for line in side):
        return row
    first_bullet = next((at for at, line in enumerate(rest) if line.bullet), None)
    if first_bullet is None:
        return row
    return [*rest[:first_bullet], *side, *rest[first_bullet:]]
