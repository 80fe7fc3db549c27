"""Find numbers with their units, and tell how much was handled from what changed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reframe.core.bullet import Quantity, QuantityKind, QuantityRole, Span
from reframe.core.chunks import chunk
from reframe.core.claims import Claim
from reframe.core.line import Line
from reframe.core.parts import Act, Part

_FIGURE = re.compile(
    r"(?P<mark>[$£€¥])?\s?(?P<number>\d[\d,]*(?:\.\d+)*)(?P<of>\s?[/xX]\s?\d+(?:\.\d+)?)?"
    r"(?P<scale>[a-zA-Z]+)?(?P<end>[%+])?"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_BACK = 6
_MOST = 1e15


@dataclass(frozen=True, slots=True)
class _Number:
    """A number that was read: words ``start`` to before ``end``."""

    start: int
    end: int
    value: float
    kind: QuantityKind
    unit: str


def quantities(line: Line, parts: Sequence[Part]) -> tuple[Quantity, ...]:
    """Return the quantities of a line, in order; two values for a range or a change."""
    found: list[Quantity] = []
    at = 0
    while at < line.size:
        first = _number(line, at)
        if first is None:
            at += 1
            continue
        last = first
        values: tuple[float, ...] = (first.value,)
        if line.has(first.end, "range_words"):
            second = _number(line, first.end + 1)
            if second is not None and first.kind in (second.kind, "count"):
                last, values = second, (first.value, second.value)
        end = last.end
        kind, unit = last.kind, last.unit
        if kind == "count":
            kind, unit, end = _unit(line, last)
        if len(values) == 2 and kind == "count":
            kind = "range"
        start, stop = line.words[first.start].start, line.words[end - 1].end
        span = Span(start, stop, line.text[start:stop])
        role = _role(line, parts, first.start, kind, change=len(values) == 2)
        found.append(Quantity(span, kind, values, unit, role))
        at = end
    return tuple(found)


def _number(line: Line, at: int) -> _Number | None:
    """Return the number that begins at a word, or None."""
    if line.kind(at) != "number":
        marked = line.has(at, "currency_marks") and line.kind(at + 1) == "number"
        after = _number(line, at + 1) if marked else None
        return after and _Number(at, after.end, after.value, "money", line.low(at))
    word = line.words[at]
    kind: QuantityKind = "count"
    unit = ""
    figure = _FIGURE.fullmatch(word.text.strip())
    known = line.lexicon.maps["number_values"]
    if figure is None:
        value = float(known.get(word.low, "0"))
        if word.low not in known or not _counts(line, at):
            return None
    else:
        text = figure["number"].replace(",", "")
        if text.count(".") > 1:
            return None  # a version: "2.5.3"
        value = min(float(text), _MOST)
        scale = (figure["scale"] or "").lower()
        if scale == "x":
            unit = "x"
        value *= float(known.get(scale, "1"))
        if figure["mark"]:
            kind, unit = "money", figure["mark"]
        elif figure["end"] == "%":
            kind, unit = "percent", "%"
        elif figure["of"]:
            unit = figure["of"].strip()
        elif _YEAR.fullmatch(word.text) and not line.starts_noun_phrase(at + 1):
            kind = "date"
    end = at + 1
    while line.has(end, "scale_words"):
        value = min(value * float(known[line.low(end)]), _MOST)
        end += 1
    if line.has(end, "percent_words"):
        return _Number(at, end + 1, value, "percent", "%")
    if line.has(end, "money_words"):
        return _Number(at, end + 1, value, "money", line.low(end))
    if at and line.has(at - 1, "month_names"):
        kind = "date"
    return _Number(at, end, value, kind, unit)


def _counts(line: Line, at: int) -> bool:
    """Whether a number in words counts something ("two registers", not "one of the")."""
    return line.low(at) not in ("one", "zero") or line.kind(at + 1) in ("noun", "adjective")


def _unit(line: Line, number: _Number) -> tuple[QuantityKind, str, int]:
    """Return the kind, unit and end of a plain number by the words behind it."""
    end = number.end
    if number.unit:
        return "count", number.unit, end
    if line.has(end, "duration_units"):
        if line.has(end + 1, "period_words") and line.has(end + 2, "period_units"):
            return "frequency", f"{line.low(end)} per {line.low(end + 2)}", end + 3
        return "duration", line.low(end), end + 1
    if line.low(end) in ("times", "time") and line.has(end + 1, "period_words"):
        return "frequency", f"times per {line.low(end + 2)}", min(end + 3, line.size)
    found = chunk(line, number.start)
    named = found is not None and found.head >= end
    return "count", line.low(found.head) if found and named else "", end


def _role(
    line: Line, parts: Sequence[Part], at: int, kind: QuantityKind, *, change: bool
) -> QuantityRole:
    """Tell an outcome from a scope by the verb and the words in front and behind."""
    if kind in ("duration", "date", "frequency"):
        return "scope"
    act = next((a for p in parts for a in p.acts if a.verb < at < max(a.end, a.verb + 1)), None)
    changing = act is not None and _changes(line, act)
    behind_preposition = line.has(at - 1, "change_prepositions")
    for back in range(at - 1, max(at - 1 - _BACK, act.verb if act else -1), -1):
        if line.has(back, "result_words"):
            return "outcome"
        if line.kind(back) == "mark" and line.low(back) == ",":
            break
    if kind in ("money", "percent", "range") or behind_preposition or change:
        by = line.low(at - 1) == "by" and kind == "percent"
        if changing or by or line.has(at + 1, "change_nouns"):
            return "outcome"
    return "scope"


def _changes(line: Line, act: Act) -> bool:
    return line.lexicon.claim_of(act.reading.lemma) is Claim.OUTCOME
