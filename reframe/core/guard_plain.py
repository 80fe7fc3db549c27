"""Free words put in plain ones before they are judged, with the way back to where they stood.

People say the same with more words than they need ("Role required me to bathe clients", "on a
weekly basis"). The patterns of ``data/tables/fair.toml`` say which words are meant.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

from reframe.core.guard_finding import Finding
from reframe.core.lexicon import Lexicon
from reframe.core.numbers import read_figures

_INITIALS = re.compile(r"\b[A-Z]{2,5}s?\b")
# The parser takes a second blank for a word.
_BLANKS = re.compile(r"(?<=\S) {2,}")
_IN_BRACKETS = re.compile(r" ?\((?P<short>[A-Za-z]{2,6})s?\)")
_TOLD_AGAIN = re.compile(r"\b(?P<word>[A-Za-z]+(?:-[A-Za-z]+)?) \((?P<digits>\d+)\)")


@dataclass(frozen=True, slots=True)
class Plain:
    """A text in plain words. ``starts`` and ``ends`` give for each character where what it was
    put for starts and ends in the ``original``."""

    original: str
    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def told(self, found: Finding) -> Finding:
        """Return a finding about ``text`` as one about the original."""
        if found.end <= found.start or found.end > len(self.text):
            return found
        start, end = self.starts[found.start], self.ends[found.end - 1]
        return replace(found, start=start, end=end, text=self.original[start:end])


def as_written(text: str) -> Plain:
    """Return a text in its own words."""
    return Plain(text, text, tuple(range(len(text))), tuple(range(1, len(text) + 1)))


def in_plain_words(text: str | Plain, lexicon: Lexicon, *names: str) -> Plain:
    """Return a text in the words that the patterns of these maps mean, tried in turn."""
    found = as_written(text) if isinstance(text, str) else text
    found = put(found, _IN_BRACKETS, lambda match: _without_initials(match, lexicon))
    found = put(found, _TOLD_AGAIN, lambda match: _without_digits(match, lexicon))
    for name in names:
        for pattern, meant in _patterns(name, lexicon):
            found = put(found, pattern, meant)
    return put(found, _BLANKS, " ")


def _without_initials(match: re.Match[str], lexicon: Lexicon) -> str:
    """Drop an abbreviation in brackets behind the words that it stands for: it says them again."""
    words = re.findall(r"[a-z]+", match.string[: match.start()].casefold())
    for short in dict.fromkeys((match["short"].casefold(), match["short"].rstrip("s").casefold())):
        letters = "".join(word[0] for word in words[-len(short) :])
        long = lexicon.maps["same_phrases"].get(short, "")
        if letters == short or (long and " ".join(words).endswith(long)):
            return ""
    return match.group()


def _without_digits(match: re.Match[str], lexicon: Lexicon) -> str:
    """Drop the digits in brackets behind the number that they are: "three (3)"."""
    named = {figure.worth for figure in read_figures(match["word"], lexicon)}
    digits = {figure.worth for figure in read_figures(match["digits"], lexicon)}
    return match["word"] if named and named == digits else match.group()


def in_initials(plain: Plain, other: str) -> Plain:
    """Shorten to its initials what the other text gives as initials alone: "human resources" where
    that has "HR"."""
    for short in sorted({*_INITIALS.findall(other)} - {*_INITIALS.findall(plain.text)}):
        letters = short.rstrip("s").casefold()
        whole = r"[\s-]+(?:(?:of|and|for|the|&)\s+)?".join(rf"{letter}[a-z]*" for letter in letters)
        plain = put(plain, re.compile(rf"\b{whole}\b", re.IGNORECASE), short)
    return plain


def put(
    plain: Plain, pattern: re.Pattern[str], meant: str | Callable[[re.Match[str]], str]
) -> Plain:
    """Return a text with what a pattern finds put in other words."""
    if not pattern.search(plain.text):
        return plain
    text: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for match in pattern.finditer(plain.text):
        new = meant(match) if callable(meant) else match.expand(meant)
        if new == match.group():
            continue
        begin, end = match.span()
        text += (plain.text[at:begin], new)
        starts += plain.starts[at:begin]
        ends += plain.ends[at:begin]
        if begin < end:
            starts += [plain.starts[begin]] * len(new)
            ends += [plain.ends[end - 1]] * len(new)
        else:
            near = plain.starts[min(begin, len(plain.starts) - 1)]
            starts += [near] * len(new)
            ends += [near] * len(new)
        at = end
    text.append(plain.text[at:])
    return Plain(
        plain.original,
        "".join(text),
        (*starts, *plain.starts[at:]),
        (*ends, *plain.ends[at:]),
    )


@lru_cache(maxsize=8)
def _patterns(name: str, lexicon: Lexicon) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (re.compile(pattern, re.IGNORECASE), meant) for pattern, meant in lexicon.maps[name].items()
    )


def put_at(plain: Plain, start: int, end: int, text: str) -> Plain:
    """Return a text with the words from ``start`` to ``end`` put in others."""
    return Plain(
        plain.original,
        plain.text[:start] + text + plain.text[end:],
        (*plain.starts[:start], *[plain.starts[start]] * len(text), *plain.starts[end:]),
        (*plain.ends[:start], *[plain.ends[end - 1]] * len(text), *plain.ends[end:]),
    )
