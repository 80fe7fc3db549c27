"""Remarks on single lines: the words of the tables, and the first person."""

from collections.abc import Iterator

from reframe.core.lexicon import Lexicon
from reframe.core.line import Line
from reframe.core.phrases import words_of
from reframe.core.remark import Check, CheckBook, Place, Remark, remark
from reframe.core.remark_pattern import compiled, may_stand

_QUOTES = {"“": "”", '"': '"', "«": "»"}
_SMALL = 3


def line_remarks(
    place: Place, book: CheckBook, lexicon: Lexicon, *, country: str | None = None
) -> Iterator[Remark]:
    """Yield the remarks on one line: at most one of each check.

    ``country`` ("us", "uk", "ca", "eu") keeps what is usual there quiet.
    """
    text = place.text.replace("’", "'")
    low = text.lower()
    covered: set[str] = set()
    hits: list[Remark] = []
    for check in book.checks.values():
        if not check.patterns or place.where not in check.where:
            continue
        if country and check.places and country not in check.places:
            continue
        if not may_stand(check.patterns, low):
            continue
        found = _search(text, check)
        if not found or (check.unless and compiled(check.unless).search(text)):
            continue
        covered |= check.covers
        hits.append(remark(check, place, *found))
    yield from (hit for hit in hits if hit.code not in covered)
    # A line that is to be taken out or turned round loses its "I" on the way.
    if hits or "first-person" not in book.checks:
        return
    if place.where in ("bullets", "prose"):
        spoken = _first_person(place.text, lexicon)
        if spoken:
            yield remark(book.checks["first-person"], place, *spoken)


def _search(text: str, check: Check) -> tuple[int, int] | None:
    for match in compiled(check.patterns).finditer(text):
        start, end = match.span()
        while start < end and not (text[start].isalnum() or text[start] in "$£€"):
            start += 1
        while end > start and text[end - 1] in " -–—":
            end -= 1
        if check.named or not (_is_name(text, start, end) or _is_quoted(text, start, end)):
            return start, end
    return None


def _is_name(text: str, start: int, end: int) -> bool:
    """Whether words are capitalised inside a line that is not: a prize, a firm, a product."""
    ahead = text[:start].rstrip(" -–—•*\t")
    if not ahead or ahead[-1] in ".;:!?|":
        return False
    rest = [w for w in (text[:start] + text[end:]).split() if len(w) > _SMALL and w[0].isalpha()]
    shouted = sum(w[0].isupper() for w in rest) > len(rest) / 2
    return text[start].isupper() and not shouted


def _is_quoted(text: str, start: int, end: int) -> bool:
    """Whether the words are somebody else's, in quotation marks."""
    for opening, closing in _QUOTES.items():
        at = text.rfind(opening, 0, start)
        inside = at >= 0 and (opening == closing or closing not in text[at + 1 : start])
        odd = opening != closing or text.count(opening, 0, start) % 2 == 1
        if inside and odd and closing in text[end:]:
            return True
    return False


def _first_person(text: str, lexicon: Lexicon) -> tuple[int, int] | None:
    if text.isupper():
        return None
    words = words_of(text)
    line = Line(text, words, lexicon)
    for i, word in enumerate(words):
        low = word.low.split("'")[0]
        if low == "i" and word.text[0] == "I" and _speaks(line, i):
            return word.start, word.end
        # "My" inside a line is a title ("My Fair Lady").
        begins = i == 0 and word.text[1:].islower() and not _titled(line, i + 1)
        if low in lexicon.words("first_person_words") and (word.text.islower() or begins):
            return word.start, word.end
    return None


def _speaks(line: Line, i: int) -> bool:
    """Whether "I" is who speaks, not a numeral ("Phase I") or a letter ("I-9")."""
    if "'" in line.low(i):
        return True
    if i and (line.has(i - 1, "numbered_nouns") or line.words[i - 1].text[:1].isupper()):
        return False
    after = i + 1
    while line.kind(after) == "adverb":
        after += 1
    return line.kind(after) == "auxiliary" or any(
        read.form in ("past", "base") for read in line.reads(after)
    )


def _titled(line: Line, i: int) -> bool:
    return i < line.size and line.words[i].text[:1].isupper()
