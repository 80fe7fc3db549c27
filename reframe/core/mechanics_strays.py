"""Marks that strayed into a line: "guests\\visitors", "Harbor --Depot Network (HDN)"."""

import re
from collections.abc import Iterator

from reframe.core.lexicon import Lexicon
from reframe.core.spelling import Vocabulary
from reframe.core.suggestion import Edit, repaired

_SLASH = "Between two words the slash leans forward."
_DASHES = "The letters behind it show that it is one name."
_CLOSING = "No mark stands behind the full stop."
_RANGE = "A range has no blank inside."
_BOTH = 'In front of "also" the sign is a word.'
_BEHIND_STOP = re.compile(r"(?<=[a-z)]\.)\s*[+*~^=>|_\\]+\s*$")
_SPACED_RANGE = re.compile(r"(?<![\w.-])\d{1,4}(- | -)(?=\d{1,4}(?![\w-]))")
_LETTERS = "Several of what letters stand for take no apostrophe."
_LETTER_PAIR = re.compile(r"(?<=\b[A-Z]&[A-Z])['’]s(?=[,.;)]|$| (?:and|or|for|of|to|in|with|by)\b)")
_AND_ALSO = re.compile(r"(?<=\w )&(?= (?:also|then)\b)")
_JOINED = re.compile(r"(?:^[A-Z]?|(?<=[ (]))[a-z]{2,}[),]? (&)(?= [a-z]{2,}(?![\w/-]*[A-Z]))")
_BESIDE_AND = re.compile(r" [\w-]+ (?:and|or) ")
_AND_BEFORE = re.compile(r" (?:and|or) [\w-]+ $")
_PLAIN = "Between ordinary words the sign is a word."
_BULLET = re.compile(r"(?<=[a-z0-9)%])([.;,]?\s*[•▪●■◆➢]\s*)(?=[A-Z][a-z])")
_SENTENCE = "The mark of a list parts two sentences."
_GROUP = re.compile(r"(?<![\d,.])\d{1,3},( )(?=0\d\d\b(?![,.]\d))")
_ONE_NUMBER = "It is one number."
_COUNTED = re.compile(
    r"(?<![\w.,-])\d{1,3}(-)([a-z]{3,}s)(?=[.,;)]|$| (?:and|in|for|with|to|at|on|from|of)\b)"
)
_COUNT = "A number in front of what it counts has no hyphen."
_BACKSLASH = re.compile(r"(?<![\w\\/.:-])([a-z]{3,})(\\)([a-z]{3,})(?![\w\\/.:-])")
_PARTED = re.compile(r"((?:[A-Z][a-z]+ )*[A-Z][a-z]+)( ?-- ?)((?:[A-Z][a-z]+ )*[A-Z][a-z]+) \(([A-Z]+)\)")  # fmt: skip


def stray_edits(text: str, lexicon: Lexicon, vocabulary: Vocabulary) -> Iterator[Edit]:
    """Yield the slash for a backslash between people and another known word, which no path is, and
    the blank for dashes inside a name whose first letters follow in brackets."""
    for pattern, right, why in (
        (_BEHIND_STOP, "", _CLOSING),
        (_AND_ALSO, "and", _BOTH),
        (_LETTER_PAIR, "s", _LETTERS),
        (_BULLET, ". ", _SENTENCE),
    ):
        for found in pattern.finditer(text):
            yield repaired(*found.span(), right, why)
    for found in _SPACED_RANGE.finditer(text):
        yield repaired(*found.span(1), "-", _RANGE)
    if " & " in text:
        for found in _JOINED.finditer(text):
            if _BESIDE_AND.match(text, found.end(1)) or _AND_BEFORE.search(text[: found.start(1)]):
                continue  # "oil & gas and coal": the sign ties closer than the word
            yield repaired(*found.span(1), "and", _PLAIN)
    for found in _GROUP.finditer(text):
        yield repaired(*found.span(1), "", _ONE_NUMBER)
    for found in _COUNTED.finditer(text):
        if lexicon.singular(found[2]) != found[2]:
            yield repaired(*found.span(1), " ", _COUNT)
    if "\\" in text:
        people = lexicon.words("people") | lexicon.words("plural_owners")
        for found in _BACKSLASH.finditer(text):
            if found[1] in people and vocabulary.has(found[3]):
                yield repaired(*found.span(2), "/", _SLASH)
    if "--" in text:
        for found in _PARTED.finditer(text):
            letters = "".join(word[0] for word in (*found[1].split(), *found[3].split()))
            if letters.endswith(found[4]) and len(found[4]) > len(found[3].split()):
                yield repaired(*found.span(2), " ", _DASHES)
