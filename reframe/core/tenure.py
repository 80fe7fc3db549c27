"""How long a post was held, as far as the source says."""

from reframe.core.resume import Position


def years_held(position: Position) -> float:
    """Return the years between the start and the end of a post; 0 where one is not stated.

    A post held today has no end: what the source says must not change with the calendar.
    """
    start, end = _months(position.start), _months(position.end)
    return (end - start) / 12 if start and end and end > start else 0.0


def _months(date: str) -> int:
    """Return an ISO-like date (``2019``, ``2019-04``) in months; 0 for none."""
    year, _, month = date.partition("-")
    if not year.isdigit():
        return 0
    return int(year) * 12 + (int(month[:2]) if month[:2].isdigit() else 0)
