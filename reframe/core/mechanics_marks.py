"""Marks and blanks: a mark typed in front, one without its blank, one that stands twice."""

import re
from collections.abc import Iterable, Iterator

from reframe.core.lexicon import Lexicon
from reframe.core.spelling import Vocabulary
from reframe.core.suggestion import LIST_COLON, Edit, repaired

_COMMA = re.compile(r"(?<=[^\W\d_])(\s*[,;])(?=[^\W\d_])|(?<=[)%])(\s*[,;])(?=[^\W\d_])|(?<=\d)(,)(?=[A-Za-z]{3})")  # fmt: skip
_BROKEN = re.compile(r"(?<![\w-])([A-Za-z][a-z]+)- ([a-z]{3,})(?![\w-])")
_HANGING = re.compile(r"(?<=\w)\s*;\s*$")
_LABEL = re.compile(r"^(?:[A-Z][A-Za-z]+ ){0,2}[A-Za-z]{5,}(- | -)(?=[A-Z][a-z]+ )")
_QUOTED = re.compile(r"(?<=\w)\\(?=['’]s?\b)")
_LAST = re.compile(r"(\w+)\s*;\s*$")
_LATE = re.compile(r"(?<=[a-z]{3}) +\.(?=[A-Z][a-z]+ )")
_STOP = re.compile(r"(?<![\w.@/\\-])([A-Za-z]+)\.([A-Z][a-z]*)(?![\w.@/\\(-])")
_COLON = re.compile(r"(?<![\w.@/\\-])([A-Za-z]{3,}):(?=[A-Za-z]{2})")
_OPENED = re.compile(r"(?<=[a-z]{2})\((?=[^\W\d_][^()]{2,}\))")
_CLOSED = re.compile(r"(?<=[a-z\d]\))(?=[a-z]{2})")
_BEFORE = re.compile(r"(?<=[\w)%+#])[ \u00a0]+(?=[,;!?](?:\s|$)|\.\s*$|\.\s+[A-Z]|:\s)")
_INSIDE = re.compile(r"(?<=\()[ \u00a0]+(?=\w)|(?<=[\w.%])[ \u00a0]+(?=\))")
_TWICE = re.compile(r"([,;])\s*(?:\1\s*)+(?=\s|$|\w)|(?<![.\d])(\.)\.(?=\s*$)|[,;:](\.)(?=\s*$)")
_BLANKS = re.compile(r"(?<=[^\s.!?:]) {2,}(?=\S)")
_BLANK_MARKS = (" ,", " ;", " !", " ?", " .", " :", "( ", " )", "\u00a0")
_GAP = 4
"""This many blanks set words apart on purpose."""
_STOPPED = re.compile(r"(?:\b[a-z]{4,}|\d{2})[)%]?\.$")
"""A stop that ends a line, and no abbreviation."""
_SEVERAL = re.compile(r"[.!?]\s+\w")
_BRACKETED = re.compile(r"\([^()]*\)")
_ENUMERATED = re.compile(r"(?:^|(?<=\s))(?:\d{1,2}|[a-z])\)")
_ITS = re.compile(r"\b[Ii]t['’]s\b(?: (\w+))?")
_WHOLE = re.compile(r"\s*(\()[A-Z][^()]{20,}(\))[.;]?\s*$")
_ENTITY = re.compile(r"&#?\w+;")


def mark_edits(text: str, lexicon: Lexicon, vocabulary: Vocabulary) -> Iterator[Edit]:
    """Yield the certain repairs of a line's marks and blanks; words themselves stay."""
    yield from _head(text, lexicon)
    entities = [found.span() for found in _all(_ENTITY, text, "&")]
    for found in _all(_COMMA, text, ",", ";"):
        mark = next(group for group in found.groups() if group)
        if any(start < found.end() <= end for start, end in entities):
            continue
        if _in_address(text, found.start()):
            continue
        if mark.strip() != mark:
            yield repaired(*found.span(), f"{mark.strip()} ", "The blank belongs behind the mark.")
        else:
            yield repaired(found.end(), found.end(), " ", "A blank belongs behind the mark.")
    yield from _stops(text, lexicon, vocabulary)
    for found in _all(_COLON, text, ":"):
        if found[1].lower() not in lexicon.words("address_words"):
            yield repaired(found.end(), found.end(), " ", "A blank belongs behind the mark.")
    for found in _all(_BROKEN, text, "- "):
        left, right = found[1].lower(), found[2]
        if vocabulary.has(left + right) and not (vocabulary.has(left) and vocabulary.has(right)):
            yield repaired(found.end(1), found.start(2), "", "The word was parted at a line's end.")
    for pattern in (_OPENED, _CLOSED):
        for found in _all(pattern, text, "(", ")"):
            at = found.start()
            if not _in_address(text, at):
                yield repaired(at, at, " ", "A blank parts the bracket from the word.")
    for found in _all(_TWICE, text, ",", ";", "..", ":."):
        mark = next(group for group in found.groups() if group)
        space = " " if found.end() < len(text) and text[found.end()].isalnum() else ""
        yield repaired(*found.span(), mark + space, "One mark is enough.")
    for pattern, why in ((_BEFORE, "No blank before the mark."), (_INSIDE, "No blank inside brackets.")):  # fmt: skip
        for found in _all(pattern, text, *_BLANK_MARKS):
            yield repaired(*found.span(), "", why)
    if label := _LABEL.match(text):
        yield repaired(*label.span(1), ": ", "A colon sets off what the line is about.")
    for found in _all(_QUOTED, text, "\\"):
        yield repaired(*found.span(), "", "The mark came in with the apostrophe.")
    for found in _all(_HANGING, text, ";"):
        last = _LAST.search(text)
        if last and last[1].lower() in lexicon.words("list_openers"):
            yield repaired(*found.span(), ":", LIST_COLON)
            continue
        whole = text.count("(") == text.count(")")
        if whole and not _ENTITY.search(text[max(0, found.start() - 6) :]):
            yield repaired(*found.span(), "", "Nothing follows the mark.")
    if aside := _WHOLE.match(text):
        for group in (1, 2):
            yield repaired(*aside.span(group), "", "A line is no aside.")
    for found in _all(_BLANKS, text, "  "):
        if found.end() - found.start() < _GAP:
            yield repaired(*found.span(), " ", "One blank is enough.")


def mark_doubts(text: str, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """Yield the names of marks that may be wrong: alone, or an apostrophe in "its"."""
    if "(" in text or ")" in text:
        bare = _ENUMERATED.sub("", _BRACKETED.sub("", text))
        if "(" in bare or ")" in bare:
            yield "brackets", ""
    known = lexicon.words("after_it_is")
    if any(found[1] not in known for found in _all(_ITS, text, "t's", "t’s")):
        yield "its", ""
    if '"' not in text and "“" not in text and "”" not in text:
        return
    inches = len(re.findall(r"\d\"", text))
    if (text.count('"') - inches) % 2 or text.count("“") != text.count("”"):
        yield "quotes", ""


def stop_edits(text: str, *, stop: bool | None) -> Iterator[Edit]:
    """Yield the edit that ends a line as most lines of its post end: with a full stop or not.

    A line of several sentences keeps its stop, and one that ends in another mark its mark.
    """
    bare = text.rstrip()
    if stop is None or not bare:
        return
    if stop and (bare[-1].isalnum() or bare[-1] in ")%"):
        yield repaired(len(bare), len(bare), ".", "Most lines of this post end with a full stop.")
    elif not stop and _STOPPED.search(bare) and not _SEVERAL.search(bare[:-1]):
        why = "Most lines of this post end without a full stop."
        yield repaired(len(bare) - 1, len(bare), "", why)


def _all(pattern: re.Pattern[str], text: str, *needles: str) -> Iterable[re.Match[str]]:
    """Return the matches of a pattern that needs one of these to match: most lines have none."""
    return pattern.finditer(text) if any(needle in text for needle in needles) else ()


def _head(text: str, lexicon: Lexicon) -> Iterator[Edit]:
    marks = lexicon.words("head_marks")
    at = len(text) - len(text.lstrip())
    start = at
    while at < len(text) and (text[at] in marks or (text[at].isspace() and at > start)):
        at += 1
    spaced = at > start and text[at - 1].isspace()
    if at == start or at == len(text) or not text[at].isalpha():
        return
    if text[at - 1] in ".:,;_=>~" and not spaced:
        return
    yield repaired(start, at, "", "The mark in front belongs to the list, not to the line.")


def _stops(text: str, lexicon: Lexicon, vocabulary: Vocabulary) -> Iterator[Edit]:
    """Part a full stop from the next sentence: "phones.Filed papers", "phones .Filed papers"."""
    for found in _LATE.finditer(text):
        yield repaired(*found.span(), ". ", "The blank belongs behind the full stop.")
    for found in _STOP.finditer(text):
        left, right = found[1], found[2]
        if right.lower() in lexicon.words("dotted_names") or left != left.lower() or len(left) < 3:
            continue
        if vocabulary.has(left) and (right == "I" or vocabulary.has(right.lower())):
            at = found.start(2)
            yield repaired(at, at, " ", "A blank belongs behind the full stop.")


def _in_address(text: str, at: int) -> bool:
    """Whether a place lies inside an address, a path or a formula."""
    start = max(text.rfind(" ", 0, at), -1) + 1
    end = text.find(" ", at)
    token = text[start : len(text) if end < 0 else end]
    return "@" in token or "://" in token or "\\" in token or "=" in token
