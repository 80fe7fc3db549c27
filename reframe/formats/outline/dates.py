"""Dates as résumés write them: ranges with "Present", month names, two-digit years, seasons."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from reframe.formats.outline.words import words

_YEARS: Final = range(1940, 2050)
# Two-digit years up to this one are of this century.
_PIVOT: Final = 49
# Dates of a post stand near the front; a line of any length must cost the same.
_MAX_LENGTH: Final = 600
_TWO_DIGITS: Final = re.compile(r"\d\d")
_PAIR_GAP: Final = 60  # years that a range such as "1999-05" may span


@dataclass(frozen=True, slots=True)
class Dates:
    """A date or range in a text: ``text[begin:stop]`` is its wording.

    ``start`` and ``end`` are ``2019`` or ``2019-04``, ``end`` empty when ``current``. ``ranged``
    tells a span of time from a single date, for which both are the same.
    """

    begin: int
    stop: int
    start: str
    end: str
    current: bool
    ranged: bool


@dataclass(frozen=True, slots=True)
class _Atom:
    begin: int
    stop: int
    value: str = ""
    month: int = 0  # a month whose year stands with the other end of the range
    now: bool = False
    pair_end: str = ""  # "2015-17" is a range by itself


def find_dates(text: str) -> Dates | None:
    """Return the first range of dates in a text, else its first single date, else None.

    >>> found = find_dates("Clerk, Aug. 2019 – Present")
    >>> found.start, found.end, found.current
    ('2019-08', '', True)
    >>> find_dates("from Jan to March ’07").start
    '2007-01'
    """
    text = text[:_MAX_LENGTH]
    if not _TWO_DIGITS.search(text):
        return None
    return _find(text)


@lru_cache(maxsize=256)
def _find(text: str) -> Dates | None:
    # A line is asked about several times while it is being placed.
    atoms = _atoms(text)
    for at, atom in enumerate(atoms):
        if found := _range(text, atoms, at):
            return found
        if atom.pair_end:
            return Dates(atom.begin, atom.stop, atom.value, atom.pair_end, False, True)
    for atom in atoms:
        if atom.value:
            return Dates(atom.begin, atom.stop, atom.value, atom.value, False, False)
    return None


def has_range(text: str) -> bool:
    """Whether a span of time is stated."""
    found = find_dates(text)
    return found is not None and found.ranged


def _range(text: str, atoms: list[_Atom], at: int) -> Dates | None:
    first = atoms[at]
    if first.now:
        return None
    before = text[: first.begin]
    since = _since().search(before)
    begin = since.start() if since else first.begin
    if at + 1 < len(atoms):
        second = atoms[at + 1]
        if _connected(text, first, second):
            end = second.value or _with_year(second.month, first.value)
            start = first.value or _with_year(first.month, second.value)
            if start and (end or second.now):
                return Dates(begin, second.stop, start, end, second.now, True)
    if since and first.value:
        # "Since March 2019" lasts until today; "from March 2019" alone does not say.
        return Dates(begin, first.stop, first.value, "", True, True) if _lasts(since) else None
    return None


def _lasts(since: re.Match[str]) -> bool:
    return since.group(1).casefold() in ("since", "desde")


def _with_year(month: int, other: str) -> str:
    return f"{other[:4]}-{month:02}" if month and other else ""


def _atoms(text: str) -> list[_Atom]:
    found = [atom for match in _pattern().finditer(text) if (atom := _atom(match))]
    return [
        atom
        for at, atom in enumerate(found)
        # A bare month or "now" is a date only at an end of a range.
        if atom.value
        or (atom.month and (_joins(text, found, at) or _joins(text, found, at - 1)))
        or (atom.now and _joins(text, found, at - 1))
    ]


def _joins(text: str, found: list[_Atom], at: int) -> bool:
    if not 0 <= at < len(found) - 1:
        return False
    return _connected(text, found[at], found[at + 1])


def _connected(text: str, first: _Atom, second: _Atom) -> bool:
    between = text[first.stop : second.begin]
    if _connector().fullmatch(between):
        return True
    # "till date" and "to present" bring their own connector.
    opens = text[second.begin : second.stop].casefold().partition(" ")[0]
    return second.now and not between.strip(" (,") and opens in words().to


def _atom(match: re.Match[str]) -> _Atom | None:
    begin, stop = match.span()
    part = match.groupdict()
    value = ""
    if part["pair"]:
        year, tail = part["pair_year"], part["pair_tail"]
        end = int(year[:2] + tail)
        if not 0 <= end - int(year) <= _PAIR_GAP:
            if not 1 <= int(tail) <= 12:
                return None
            return _Atom(begin, stop, f"{year}-{tail}")
        return _Atom(begin, stop, year, pair_end=str(end))
    if part["dmy"]:
        value = _day_first(part["dmy"])
    elif part["my"]:
        month, year = re.split(r"\s*[./-]\s*", part["my"])
        value = _iso(_year(year), int(month))
    elif part["ym"]:
        year, month = re.split(r"[./-]", part["ym"])
        value = _iso(_year(year), int(month))
    elif part["month"]:
        month_number = words().months[part["month"].casefold().rstrip(".")]
        if not part["month_year"]:
            return _Atom(begin, stop, month=month_number)
        value = _iso(_year(part["month_year"]), month_number)
    elif part["season"]:
        value = _iso(_year(part["season_year"]), words().seasons[part["season"].casefold()])
    elif part["year"] or part["short"]:
        value = _iso(_year(part["year"] or part["short"]), 0)
    elif part["now"]:
        return _Atom(begin, stop, now=True)
    return _Atom(begin, stop, value) if value else None


def _day_first(text: str) -> str:
    """Return the month of a numeric date where it is certain; else the year alone."""
    first, second, year = re.split(r"[./-]", text)
    low, high = sorted((int(first), int(second)))
    if low == high or (high > 12 >= low >= 1):
        return _iso(_year(year), low)
    return _iso(_year(year), 0)


def _year(text: str) -> int:
    number = int(re.sub(r"\D", "", text))
    if number < 100:
        number += 2000 if number <= _PIVOT else 1900
    return number


def _iso(year: int, month: int) -> str:
    if year not in _YEARS:
        return ""
    return f"{year}-{month:02}" if 1 <= month <= 12 else str(year)


@cache
def _pattern() -> re.Pattern[str]:
    table = words()
    months, seasons, now = (
        "|".join(map(re.escape, sorted(entries, key=len, reverse=True)))
        for entries in (table.months, table.seasons, table.now)
    )
    day = r"(?:\d{1,2}(?:st|nd|rd|th)?[\s.,/-]*(?:of\s+|de\s+)?)?"
    year4 = r"(?:19|20)\d\d"
    # After a month a two-digit year may stand without its apostrophe.
    month_year = rf"(?:['’‘`]?{year4}|['’‘`]\s?\d\d|\d\d)(?!\d)(?!\s*[:%]|(?:st|nd|rd|th)\b)"
    return re.compile(
        rf"""(?ix)
        (?P<pair>(?<![\d,.$€£-])(?P<pair_year>{year4})\s?[-–—/]\s?['’]?(?P<pair_tail>\d\d)(?![\d./,-]*\d))
        |(?P<dmy>(?<![\d.,/-])\d{{1,2}}([./-])\d{{1,2}}[./-](?:{year4}|\d\d)(?![\d]))
        |(?P<my>(?<![\d.,/-])(?:1[0-2]|0?[1-9])\s?[./-]\s?{year4}(?!\d))
        |(?P<ym>(?<![\d.,/-]){year4}[./-](?:1[0-2]|0[1-9])(?!\d))
        |(?<![^\W\d_]){day}(?P<month>{months})(?![^\W\d_])\.?
            (?:[\s,./-]*(?:\d{{1,2}}(?:st|nd|rd|th)?,\s*)?(?:de\s+|of\s+)?(?P<month_year>{month_year}))?
        |\b(?P<season>{seasons})[\s,]*(?:of\s+)?(?P<season_year>{year4}|['’‘]\d\d)(?!\d)
        |(?P<year>(?<![\d,.$€£+#])(?<!\d:)(?<!\b\d{{3}}-){year4}(?![\d%]|,\d|\.\d|-\d{{3}}(?!\d)))
        |(?P<short>(?<![\w])['’‘]\d\d(?![\w]))
        |\b(?P<now>{now})\b
        """
    )


@cache
def _connector() -> re.Pattern[str]:
    to = "|".join(map(re.escape, sorted(words().to, key=len, reverse=True)))
    return re.compile(rf"(?i)[\s.,)]*(?:[-–—−~/]+(?:\s*\b(?:{to})\b)?|\b(?:{to})\b)[\s.(:‘’']*")


@cache
def _since() -> re.Pattern[str]:
    since = "|".join(map(re.escape, sorted(words().since, key=len, reverse=True)))
    return re.compile(rf"(?i)\b({since})\b[\s:(]*$")
