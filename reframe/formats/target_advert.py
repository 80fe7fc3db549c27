"""A job advertisement as pasted text: which of its lines ask for something, and how much.

A line is known by the part it stands under, and by cue words of its own. What is about the
employer, the pay or the law is passed over.
"""

import re
from collections.abc import Iterator, Mapping

from reframe.core.lexicon import Lexicon
from reframe.core.phrases import find_phrase, words_of
from reframe.core.target import Requirement, TargetTable, Weight
from reframe.formats.outline.marks import typed_mark

MAX_CHARACTERS = 100_000
_HEADING_WORDS = 7
_LONGEST = 400
_SENTENCE = re.compile(r"(?<=[.!?;])\s+(?=[A-Z“\"'(])|\s*;\s+")
_EDGES = " \t:;.,-–—*#_•"
_WEIGHTS: Mapping[str, Weight] = {"must": "must", "nice": "nice", "duty": "duty"}


def read_advertisement(text: str, lexicon: Lexicon, table: TargetTable) -> tuple[Requirement, ...]:
    """Return the requirements of an advertisement, in its order, each once."""
    found: dict[str, Requirement] = {}
    part = ""
    listed = False
    for line, marked in _lines(text[:MAX_CHARACTERS]):
        heading, rest = _heading(line, lexicon, table, marked=marked)
        if heading:
            part, listed = heading, False
        elif listed and not marked and rest:
            part, listed = "", False  # behind a list, something else has begun
        listed = listed or marked
        for sentence in _sentences(rest, table):
            weight = _weight(sentence, part, lexicon, table)
            if weight:
                said = Requirement(sentence, weight)
                found.setdefault(sentence.casefold(), said)
    return tuple(found.values())


def _lines(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the lines without marks, and whether each had one; a wrapped item is one line."""
    held: tuple[str, bool] | None = None
    for raw in text.replace("\r", "\n").split("\n"):
        line = " ".join(raw.split())
        mark = typed_mark(line)
        if held and (mark or not line or not line[:1].islower()):
            yield held
            held = None
        if not line:
            continue
        body = line[mark.start :].strip() if mark else line.lstrip("#").strip()
        held = (f"{held[0]} {body}", held[1]) if held else (body.replace("**", ""), bool(mark))
    if held:
        yield held


def _heading(line: str, lexicon: Lexicon, table: TargetTable, *, marked: bool) -> tuple[str, str]:
    """Return the part that a line begins ("" for none), and what it says beside that."""
    head, colon, rest = line.partition(":")
    words = words_of(head)
    if marked and not (colon and not rest.strip()):
        return "", line
    if len(words) > _HEADING_WORDS or head.rstrip().endswith((".", ",", ";")):
        return "", line
    best: tuple[int, str] | None = None
    for part, phrases in table.headings.items():
        for phrase in phrases:
            if find_phrase(words, phrase, lexicon) and (best is None or len(phrase) > best[0]):
                best = (len(phrase), part)
    # Without a colon, a heading is little more than its phrase: "You have 5 years of ..." is none.
    if best and (colon or len(head) <= 2 * best[0] + 4):
        return best[1], rest.strip()
    if colon and not rest.strip() and len(words) <= 4:
        return "", ""  # "Technical:" parts what it stands in
    return "", line


def _sentences(text: str, table: TargetTable) -> Iterator[str]:
    """Yield the sentences of a line without the marks at their ends."""
    pieces = _SENTENCE.split(text)
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        while at + 1 < len(pieces) and piece.casefold().endswith(table.cues["abbreviations"]):
            at += 1
            piece = f"{piece} {pieces[at]}"
        at += 1
        clean = piece.strip(_EDGES)
        if any(c.isalpha() for c in clean) and len(clean) <= _LONGEST:
            yield clean


def _weight(text: str, part: str, lexicon: Lexicon, table: TargetTable) -> Weight | None:
    words = words_of(text)
    low = text.casefold()

    def cued(name: str) -> bool:
        return any(
            phrase in low if not phrase[0].isalpha() or "(" in phrase else
            find_phrase(words, phrase, lexicon) is not None
            for phrase in table.cues[name]
        )  # fmt: skip

    if part == "other" or cued("other"):
        return None
    nice, must = cued("nice"), cued("must")
    if part:
        if part == "must" and nice:
            return "nice"
        return "must" if part == "nice" and must and not nice else _WEIGHTS[part]
    if nice:
        return "nice"
    if must or cued("asks"):
        return "must"
    return "duty" if cued("duty") else None
