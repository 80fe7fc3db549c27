"""Names of tools that are typed small: "sql", "powerpoint", "in excel"."""

from collections.abc import Collection, Iterator, Sequence

from reframe.core.lexicon import Lexicon
from reframe.core.noun_starts import small_words
from reframe.core.suggestion import MECHANICS, Edit, Piece
from reframe.core.words import Word

_WHY = "A name is written as its owner writes it."
_JOINTS = frozenset({",", "and", "or", "&", "/"})
_GLUE = frozenset("@#._-\\~=")


def name_edits(text: str, words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the right letters of a tool's name.

    A name that is an everyday word too ("word", "access") must stand where only the tool can:
    behind its maker, in front of what is made with it, behind a preposition of its own, or in a
    row of tools behind a preposition.
    """
    if "://" in text or "\\" in text:
        return
    rows = _rows(words, lexicon)
    found = {word.i: _right(words, word.i, rows, lexicon) for word in words}
    told = {words[at].low for at, right in found.items() if right}
    told |= {word.low for word in words[1:] if word.text.istitle()}
    for word in words:
        right = found[word.i]
        if not right and word.low in told & lexicon.words("told_once"):
            right = lexicon.maps["everyday_tools"][word.low]
        if right and word.text.islower() and not _is_glued(text, word):
            yield Edit(word.start, word.end, (Piece(right, MECHANICS),), _WHY, "mechanics")


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
    """Return where tools stand in rows that begin behind a preposition and hold a sure one."""
    names = lexicon.maps["tool_names"].keys() | lexicon.maps["everyday_tools"].keys()
    anchors = lexicon.maps["tool_names"].keys() | lexicon.words("row_anchors")
    found: set[int] = set()
    at = 0
    while at < len(words):
        if words[at].low not in names:
            at += 1
            continue
        row, end = [at], at
        while (follower := _next(words, end, names, lexicon)) is not None:
            row.append(follower)
            end = follower
        led = words[at - 1].low if at else ""
        lead = led in lexicon.words("tool_leads") or led in lexicon.maps["maker_names"]
        sure = any(words[n].low in anchors for n in row)
        things = lexicon.words("tool_things")
        made = end + 1 < len(words) and words[end + 1].low in things
        behind = words[end + 1].low if end + 1 < len(words) else ""
        # "In excel, teams and sales": what goes on behind the row may tell that it is none.
        open_end = behind in _JOINTS or behind in lexicon.words("no_tool_ends")
        whole = _ends(words, end, lexicon) and not open_end
        if len(row) > 1 and lead and sure and (made or whole):
            found.update(row)
        at = end + 1
    return frozenset(found)


def _next(words: Sequence[Word], at: int, names: Collection[str], lexicon: Lexicon) -> int | None:
    """Return where the next tool of a row stands."""
    here = at + 1
    while here < len(words) and (
        words[here].low in _JOINTS or words[here].low in lexicon.maps["maker_names"]
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
