"""Names that are typed small or loud: "sql", "in excel", "every monday", "JAVA"."""

import re
from collections.abc import Collection, Iterator, Sequence

from reframe.core.lexicon import Lexicon
from reframe.core.noun_starts import small_words
from reframe.core.phrases import rows_in
from reframe.core.suggestion import Edit, repaired
from reframe.core.words import Word

_WHY = "A name has letters of its own."
_ROW = 2
_LOUD = re.compile(r"[A-Z]{6,}")
_GLUE = frozenset("@#._-\\~=")


def name_edits(text: str, words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the right letters of a tool's name.

    A name that is an everyday word too ("word", "access") must stand where only the tool can:
    behind its maker, in front of what is made with it, behind a preposition of its own, or in a
    row of tools behind a preposition.
    """
    if "://" in text or "\\" in text:
        return
    yield from _parted(text, words, lexicon)
    rows = _rows(words, lexicon)
    found = {word.i: _right(words, word.i, rows, lexicon) for word in words}
    told = {words[at].low for at, right in found.items() if right}
    told |= {word.low for word in words[1:] if word.text.istitle()}
    for word in words:
        right = found[word.i]
        if not right and word.low in told & lexicon.words("told_once"):
            right = lexicon.maps["everyday_tools"][word.low]
        small = word.text.islower() or _is_half_right(word, right, lexicon)
        if right and right != word.text and small and not _is_glued(text, word):
            yield repaired(word.start, word.end, right, _WHY)
    yield from _loud(text, words, lexicon)


def _loud(text: str, words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the names in capitals that stand for no letters ("JAVA"), unless another long word in
    capitals shows a hand that writes all names so."""
    table = lexicon.maps["loud_names"]
    if text.isupper() or not any(word.text in table for word in words):
        return
    tools = lexicon.maps["everyday_tools"]
    for word in words:
        loud = _LOUD.fullmatch(word.text) or (word.text.isupper() and word.low in tools)
        if loud and word.text not in table:
            return
    for word in words:
        if word.text in table and not _is_glued(text, word):
            yield repaired(word.start, word.end, table[word.text], _WHY)


def _is_half_right(word: Word, right: str, lexicon: Lexicon) -> bool:
    """Whether a name that is nothing else has a capital and lacks others: "Quickbooks", "Vlan",
    "AutoCad"; not "WiFi", which is written in more ways than one. Capitals throughout are a hand
    of their own."""
    if word.low not in lexicon.maps["tool_names"] or word.low in lexicon.words("titled_too"):
        return False
    large = word.text.isupper() or word.text[:-1].isupper()  # "POs" are more than one PO
    return word.text.istitle() or (not large and right.lower() == word.low)


def _parted(text: str, words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the names that came apart: "Power Point", "java script"."""
    if text.isupper():
        return  # a line of capitals is set in small letters whole
    table = lexicon.maps["parted_tools"]
    for at, size, phrase in rows_in(words, table):
        run = words[at : at + size]
        capitals = at > 0 and all(word.text[0].isupper() for word in run)
        sure = capitals or phrase not in lexicon.words("parted_with_capitals")
        if phrase in lexicon.words("parted_alone") and run[-1].text.islower():
            led = at > 0 and words[at - 1].low in lexicon.words("determiners") - {"the"}
            behind = words[at + size].low if at + size < len(words) else ""
            sure = not led and behind != "of"
        sure = sure and text[run[0].start : run[-1].end] != table[phrase]
        glued = any(_is_glued(text, word) for word in run)
        if sure and not glued and all(word.spaced for word in run[1:]):
            yield repaired(run[0].start, run[-1].end, table[phrase], _WHY)


def _right(words: Sequence[Word], at: int, rows: frozenset[int], lexicon: Lexicon) -> str:
    """Return the name that a word is, or "" where it may be an everyday word."""
    low = words[at].low
    sure, also = lexicon.maps["tool_names"], lexicon.maps["everyday_tools"]
    makers, things = lexicon.maps["maker_names"], lexicon.maps["maker_things"]
    if low in sure:
        return sure[low]
    if low in makers and at + 1 < len(words):
        named = words[at + 1].low in sure.keys() | also.keys() | things.keys()
        return makers[low] if named else ""
    if low in things and at and words[at - 1].low in makers:
        return things[low]
    if low in also and (at in rows or _is_tool(words, at, lexicon)):
        return also[low]
    return ""


def _is_glued(text: str, word: Word) -> bool:
    """Whether a mark ties a word to what is no word: an address, a file, a handle."""
    before, behind = text[: word.start][-1:], text[word.end :][:2]
    led = before != "" and before in _GLUE
    return led or (behind[:1] in _GLUE and behind[1:].isalnum())


def _is_tool(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    low = words[at].low
    before = words[at - 1].low if at else ""
    if before in lexicon.maps["maker_names"]:
        return True
    things = lexicon.words("tool_things")
    made = at + 1 < len(words) and words[at + 1].low in things
    if made and low in lexicon.words("tools_of_things"):
        return True
    places = lexicon.maps["tool_places"].get(low, "").split()
    return before in places and (made or _ends(words, at, lexicon))


def _rows(words: Sequence[Word], lexicon: Lexicon) -> frozenset[int]:
    """Return where tools stand in rows of which nothing else can be meant."""
    names = lexicon.maps["tool_names"].keys() | lexicon.maps["everyday_tools"].keys()
    found: set[int] = set()
    at = 0
    while at < len(words):
        if words[at].low not in names:
            at += 1
            continue
        row = [at]
        while (follower := _next(words, row[-1], names, lexicon)) is not None:
            row.append(follower)
        at = row[-1] + 1
        found.update(_certain(words, row, lexicon))
    return frozenset(found)


def _certain(words: Sequence[Word], row: Sequence[int], lexicon: Lexicon) -> Sequence[int]:
    """Return the tools of a row that begins behind a preposition or a maker, holds one that is
    nothing else, and ends with its phrase; without the last where that has more behind it ("excel
    and *access* to files")."""
    sure = lexicon.maps["tool_names"].keys()
    behind = words[row[-1] + 1].low if row[-1] + 1 < len(words) else ""
    if behind in lexicon.words("no_tool_ends") and words[row[-1]].low not in sure:
        row = row[:-1]
    # "In excel, teams and sales": what goes on behind the row may tell that it is none.
    elif behind in lexicon.words("conjunctions") | {","} or not (
        behind in lexicon.words("tool_things") or _ends(words, row[-1], lexicon)
    ):
        return ()
    if len(row) < _ROW:
        return ()
    anchors = [n for n in row if words[n].low in sure | lexicon.words("row_anchors")]
    before = words[row[0] - 1].low if row[0] else ""
    led = before in lexicon.words("tool_leads") or before in lexicon.maps["maker_names"]
    return row if len(anchors) >= _ROW or (led and anchors) else ()


def _next(words: Sequence[Word], at: int, names: Collection[str], lexicon: Lexicon) -> int | None:
    """Return where the next tool of a row stands."""
    joints = lexicon.words("conjunctions") | {","}
    here = at + 1
    while here < len(words) and (
        words[here].low in joints or words[here].low in lexicon.maps["maker_names"]
    ):
        here += 1
    return here if here > at + 1 and here < len(words) and words[here].low in names else None


def _ends(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether a phrase ends with a word."""
    if at + 1 >= len(words):
        return True
    behind = words[at + 1]
    if behind.mark:
        return behind.low not in {"-", "/"}
    return behind.low in small_words(lexicon)
