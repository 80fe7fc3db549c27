"""Blanks between a number and what belongs to it: "20 %", "$ 500", "2 nd", "10years", "C ++"."""

import re
from collections.abc import Iterator

from reframe.core.lexicon import Lexicon
from reframe.core.suggestion import Edit, repaired

_TIED = "No blank stands between a number and its sign."
_APART = "A blank parts the number from its word."
_NAMED = "The sign belongs to the name."
_STOP = '"A.m." and "p.m." have two stops.'
_SIGNS = (
    (re.compile(r"(?<=\d)( +)%(?=[\s,.;:)]|$)"), _TIED),
    (re.compile(r"(?<![\w$])\$( +)(?=\d)"), _TIED),
    (re.compile(r"(?:(?<=[02-9]3)|(?<=\b3))( )rd(?= [a-z])"), _TIED),
    (re.compile(r"(?:(?<=[02-9]2)|(?<=\b2))( )nd(?= [a-z])"), _TIED),
    (re.compile(r"(?<=\d)( )th(?= [a-z])"), _TIED),
    (re.compile(r"\bC( )\+\+(?!\w)"), _NAMED),
    (re.compile(r"\bC( )#(?!\w)"), _NAMED),
)
_MAY_HOLD = re.compile(r"\d|C [+#]")
_GLUED = re.compile(r"(?<![\w.,/-])(?:\d{1,3}(?:,\d{3})*|\d+)(?=([a-z]{3,})(?![\w-]))")
_HALF_STOP = re.compile(r"(?<=\d )(?:[ap]\.m)(?=[\s,;)-])|(?<=\d)(?:[ap]\.m)(?=[\s,;)-])")


def unit_edits(text: str, lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the blanks that go, and those that a number lacks in front of what it counts."""
    if not _MAY_HOLD.search(text):
        return
    for pattern, why in _SIGNS:
        for found in pattern.finditer(text):
            yield repaired(*found.span(1), "", why)
    units = lexicon.words("glued_units")
    for found in _GLUED.finditer(text):
        if found[1] in units or found[1].removesuffix("s") in units:
            yield repaired(found.end(), found.end(), " ", _APART)
    for found in _HALF_STOP.finditer(text):
        yield repaired(found.end(), found.end(), ".", _STOP)
