"""Which way the figures of a text point: "to 80" and "by 80", "from 9 to 6", "since 2020"."""

import re
from collections.abc import Iterator

from reframe.core.guard_aims import brings_change
from reframe.core.lexicon import Lexicon
from reframe.core.phrases import words_of

_Span = tuple[int, int]
_Led = dict[str, dict[str, _Span]]
"""Figures, with the words that lead to each and where the figure stands with each."""

_CHANGED_NEAR = 7
"""How far behind its verb the figure of a change may stand: "cut the *time* per call to 4"."""

_NUMBER = r"[$£€]?(\d[\d,]*(?:\.\d+)?)"
_LED = re.compile(rf"\b([A-Za-z]+)\s+(?:([A-Za-z]+)\s+)?{_NUMBER}")
_DATED = re.compile(r"\b([A-Za-z]+)\s+(?:([A-Z][a-z]+)\s+)?((?:19|20)\d\d)\b")
_CHANGE = re.compile(rf"(?:\b([A-Za-z]+)\s+of\s+)?{_NUMBER}\S*(?=((?:\s[A-Za-z]+){{0,3}}))")
_WAY = re.compile(rf"\bfrom\s+{_NUMBER}\S*(?:\s[a-z]+)?\s+to\s+{_NUMBER}", re.IGNORECASE)


def turned_figures(before: str, after: str, lexicon: Lexicon) -> Iterator[tuple[str, int, int]]:
    """Yield the figures of a draft that change direction: "from 9 to 6" and "from 6 to 9",
    "to 80" and "by 80", "in 2020" and "since 2020"."""
    for start, end in (
        *_ways_back(before, after),
        *_come_to(before, after, lexicon),
        *_led_otherwise(_directed(before, lexicon), _directed(after, lexicon)),
        *_led_otherwise(_dated(before, lexicon), _dated(after, lexicon)),
    ):
        yield after[start:end], start, end


def _ways_back(before: str, after: str) -> Iterator[_Span]:
    ways = {match.groups() for match in _WAY.finditer(before)}
    for match in _WAY.finditer(after):
        if match.groups()[::-1] in ways and match.groups() not in ways:
            yield match.span(1)


def _led_otherwise(was: _Led, now: _Led) -> Iterator[_Span]:
    for number in sorted(was.keys() & now.keys()):
        if not was[number].keys() & now[number].keys():
            yield next(iter(now[number].values()))


def _directed(text: str, lexicon: Lexicon) -> _Led:
    leads = lexicon.words("turning_leads")
    return {**_led(text, _LED, leads, lexicon), **_by_how_much(text, lexicon)}


def _dated(text: str, lexicon: Lexicon) -> _Led:
    return _led(text, _DATED, lexicon.words("dating_leads"), lexicon)


def _come_to(before: str, after: str, lexicon: Lexicon) -> Iterator[_Span]:
    """Yield the places of figures that a change came to, told as something else: "cut scrap to
    4%", "cut 4% of scrap"."""
    was, now = dict(_ends(before, lexicon)), list(_ends(after, lexicon))
    for number, (led, span) in now:
        if not led and was.get(number, (False, span))[0]:
            yield span


def _ends(text: str, lexicon: Lexicon) -> Iterator[tuple[str, tuple[bool, _Span]]]:
    """Yield the figures beside a verb of change, whether a "to" leads to each, and where they
    stand; the ends of a span ("from 8 to 14") are told by one another."""
    words = words_of(text)
    reaching, near = lexicon.words("reaching_words"), lexicon.words("determiners")
    near |= {*lexicon.phrases("approximators")}
    for word in words:
        if not word.number or any(w.low == "from" for w in words[: word.i]):
            continue
        front = words[max(word.i - _CHANGED_NEAR, 0) : word.i]
        if not any(_changes(w.low, lexicon) for w in front):
            continue
        lead = next((w.low for w in reversed(front) if w.low not in near and not w.mark), "")
        yield word.low, (lead in reaching, (word.start, word.end))


def _changes(low: str, lexicon: Lexicon) -> bool:
    told = lexicon.lemmas(low, "past", "base", "gerund")
    return any(brings_change(verb, lexicon) for verb in told)


def _led(text: str, pattern: re.Pattern[str], leads: frozenset[str], lexicon: Lexicon) -> _Led:
    """Return the figures of a text with the words that lead to each and where it stands; what
    only rounds a figure, or dates it, stands in between ("to about 80", "since May 2020")."""
    found: _Led = {}
    skipped = {*lexicon.phrases("approximators"), *lexicon.words("determiners")}
    for match in pattern.finditer(text):
        between = match[2] or ""
        over = not between or between.istitle() or between.casefold() in skipped
        lead = (match[1] if over else between).casefold()
        if lead in leads:
            found.setdefault(match[3], {}).setdefault(lead, match.span(3))
    return found


def _by_how_much(text: str, lexicon: Lexicon) -> _Led:
    """Return the figures of a text that tell by how much something changed, and where they stand:
    "a *15%* rise in sales", "a rise of *15%*"."""
    changes = lexicon.words("change_nouns")
    return {
        match[2]: {"by": match.span(2)}
        for match in _CHANGE.finditer(text)
        if {match[1] or "", *match[3].split()} & changes
    }
