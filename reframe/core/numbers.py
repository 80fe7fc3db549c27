"""Read the figures of a text as values one can compare: "twelve" is 12, "$1.2M" is $1,200,000."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from reframe.core.lexicon import Lexicon

_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+"
_SCALE = r"(?:\s?(?:million|billion|thousand|hundred)\b|\s?(?:bn|MM|mm|[kKMB])(?![A-Za-z]))"
_MONEY = r"(?:(?:US|CA|AU|C|A)?\$|[€£¥]|(?:USD|EUR|GBP|CAD|AUD)\s?)"
_OF_MONEY = r"(?(money)m(?![A-Za-z])|(?!))"
"""Behind money, "m" is a million and no meter: "£4m"."""
_NUMBER = re.compile(
    rf"(?<![\w.,/$€£¥])(?P<tilde>[~<>≥≤]\s?)?(?P<money>{_MONEY})?\s?"
    rf"(?P<low>{_DIGITS})(?P<low_scale>{_SCALE}|{_OF_MONEY})?(?P<low_percent>\s?%)?"
    rf"(?:\s?(?:-|–|—|to)\s?(?:{_MONEY})?(?P<high>{_DIGITS})(?P<high_scale>{_SCALE}|{_OF_MONEY})?)?"
    r"(?P<percent>\s?(?:%|percent\b|per cent\b|pct\b))?(?P<times>-?(?:x|fold)\b)?"
    r"(?P<dollars>\s(?:dollars|euros|pounds sterling|(?:USD|EUR|GBP|CAD|AUD)\b))?(?P<plus>\+)?(?!\d|/\d)",
)
_WORD = re.compile(r"[A-Za-z]+")
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_TENS = 20
_SCALES = {"k": 3, "m": 6, "mm": 6, "b": 9, "bn": 9}


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure: one value, or the two ends of a range, with its unit and its bound.

    ``unit`` is empty for a plain count, else a currency sign, ``%`` or ``x``. ``bound`` is
    empty for an exact figure, else what its words amount to: ``about``, ``over``, ``under`` ...
    The place counts the words of the bound in.
    """

    values: tuple[Decimal, ...]
    unit: str = ""
    bound: str = ""
    start: int = 0
    end: int = 0

    @property
    def worth(self) -> tuple[tuple[Decimal, ...], str]:
        """What makes two figures the same figure, whatever their spelling or bound."""
        return self.values, self.unit

    @property
    def key(self) -> str:
        """The figure as one comparable word."""
        return f"{'-'.join(str(v) for v in self.values)}{self.unit}"


def is_year(figure: Figure, text: str) -> bool:
    """Whether a figure, written as ``text``, may be a year, or the two ends of some: nobody writes
    a comma into one."""
    years = all(_FIRST_YEAR <= v <= _LAST_YEAR and v == int(v) for v in figure.values)
    return years and not figure.unit and "," not in text


# The guard asks for the figures of a line once for its words and once for what it counts.
@lru_cache(maxsize=512)
def read_figures(text: str, lexicon: Lexicon) -> tuple[Figure, ...]:
    """Return the figures of a text from left to right, in digits or in words.

    Digits inside a word ("COVID-19", "Q3", "24/7") belong to the word.
    """
    figures = [
        *_in_digits(text, lexicon.maps["money_signs"]),
        *_in_words(text, lexicon.maps["number_words"]),
    ]
    figures.sort(key=lambda figure: figure.start)
    figures = _joined(text, figures)
    return tuple(_bounded(text, figure, lexicon.maps["number_bounds"]) for figure in figures)


def _in_digits(text: str, signs: Mapping[str, str]) -> list[Figure]:
    found: list[Figure] = []
    for match in _NUMBER.finditer(text):
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        before = text[:start]
        if re.search(r"[A-Za-z]-$", before) or re.match(r"(?:st|nd|rd|th)\b", text[match.end() :]):
            continue
        high, end = match["high"], match.end()
        # "from 5 to 10" is a change and no range; the words between stay words.
        change = high is not None and re.search(r"\bfrom $", before)
        if change:
            end = match.end("low_percent") if match["low_percent"] else match.end("low_scale")
            end = end if end > 0 else match.end("low")
        unit = (match["money"] or match["dollars"] or "").strip()
        unit = signs.get(unit.casefold(), unit)
        percent = match["low_percent"] or (match["percent"] if not change else None)
        unit = unit or ("%" if percent else "x" if match["times"] else "")
        values = [_value(match["low"], match["low_scale"] or (match["high_scale"] or ""))]
        if high is not None and not change:
            values.append(_value(high, match["high_scale"] or ""))
        bound = {"~": "about", ">": "over", "≥": "least", "<": "under", "≤": "most"}.get(
            (match["tilde"] or "").strip(), "over" if match["plus"] and not change else ""
        )
        found.append(Figure(tuple(values), unit, bound, start, end))
        if change:
            rest = _in_digits(" " * end + text[end:], signs)
            return [*found, *(figure for figure in rest if figure.start >= end)]
    return found


def _value(digits: str, scale: str) -> Decimal:
    value = Decimal(digits.replace(",", ""))
    word = scale.strip().casefold()
    power = {"hundred": 2, "thousand": 3, "million": 6, "billion": 9} | _SCALES
    return value.scaleb(power.get(word, 0)).normalize() + 0


def _in_words(text: str, numerals: Mapping[str, str]) -> list[Figure]:
    """Read runs such as "twenty-five" or "two dozen"; "no one" is nobody, not a figure.

    A numeral that multiplies what stands before it is written "x12" in the table.
    """
    found: list[Figure] = []
    words = list(_WORD.finditer(text))
    at = 0
    while at < len(words):
        run: list[re.Match[str]] = []
        while at < len(words) and (
            words[at][0].casefold() in numerals
            or (run and words[at][0].casefold() == "and" and _scales(run[-1], numerals))
        ):
            if run and not re.fullmatch(r"[\s-]+", text[run[-1].end() : words[at].start()]):
                break
            if run and not _goes_on(run[-1][0], words[at][0], numerals):
                break  # "one five-axis mill" holds two
            run.append(words[at])
            at += 1
        if run and run[-1][0].casefold() == "and":
            run.pop()
            at -= 1
        if not run:
            at += 1
            continue
        if not _is_figure(text, run, numerals):
            continue
        value, end = _spoken([numerals.get(m[0].casefold(), "") for m in run]), run[-1].end()
        percent = re.match(r"\s?(?:%|percent\b|per cent\b)", text[end:])
        money = re.match(r"\sdollars\b", text[end:])
        times = re.match(r"-?fold\b", text[end:])
        unit = "%" if percent else "$" if money else "x" if times else ""
        end += sum(m.end() for m in (percent, money, times) if m)
        found.append(Figure((value,), unit, "", run[0].start(), end))
    return found


def _joined(text: str, figures: list[Figure]) -> list[Figure]:
    """Read "five to ten" as one range, as in digits; "from five to ten" is a change."""
    joined: list[Figure] = []
    for figure in figures:
        last = joined[-1] if joined else None
        if (
            last is not None
            and text[last.end : figure.start] in {" to ", "-", "–"}
            and len(last.values) == len(figure.values) == 1
            and not text[: last.start].casefold().endswith("from ")
        ):
            unit = last.unit or figure.unit
            joined[-1] = Figure(last.values + figure.values, unit, "", last.start, figure.end)
        else:
            joined.append(figure)
    return joined


def _goes_on(last: str, numeral: str, numerals: Mapping[str, str]) -> bool:
    """Whether two numerals make one figure: "twenty five", "two hundred", not "one five"."""
    one, two = (numerals.get(word.casefold(), "") for word in (last, numeral))
    if not one or not two or "x" in one + two:
        return True
    return Decimal(one) >= _TENS and Decimal(one) % 10 == 0 and Decimal(two) < 10


def _scales(match: re.Match[str], numerals: Mapping[str, str]) -> bool:
    return numerals.get(match[0].casefold(), "").startswith("x")


def _is_figure(text: str, run: list[re.Match[str]], numerals: Mapping[str, str]) -> bool:
    before, after = text[: run[0].start()].casefold(), text[run[-1].end() :].casefold()
    if before.endswith(("no ", "-")) or after.startswith(("-on-", "-to-one")):
        return False
    # "hundred", "thousand" or "million" behind digits were read with them.
    return not (_scales(run[0], numerals) and re.search(r"\d\s?$", before))


def _spoken(numerals: list[str]) -> Decimal:
    total = part = Decimal(0)
    for numeral in numerals:
        if not numeral:
            continue
        if not numeral.startswith("x"):
            part += Decimal(numeral)
        elif Decimal(numeral[1:]) < 1000:
            part = (part or 1) * Decimal(numeral[1:])
        else:
            total += (part or 1) * Decimal(numeral[1:])
            part = Decimal(0)
    return (total + part).normalize() + 0


def _bounded(text: str, figure: Figure, bounds: Mapping[str, str]) -> Figure:
    match = _bound_pattern(tuple(bounds)).search(text[: figure.start].casefold())
    if match is None:
        return figure
    return Figure(figure.values, figure.unit, bounds[match[1]], match.start(), figure.end)


@lru_cache(maxsize=8)
def _bound_pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    longest = sorted(phrases, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, longest))})(?: (?:a|an|the))? $")
