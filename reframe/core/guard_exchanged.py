"""Two members of one shape that changed places: "algebra in English and chemistry in Spanish",
"chemistry in Spanish and algebra in English"; and two that changed only what is said of them:
"chemistry in English and algebra in Spanish"."""

from collections.abc import Iterator, Sequence

from reframe.core.guard_plain import Plain, put_at
from reframe.core.lexicon import Lexicon
from reframe.core.phrases import words_of
from reframe.core.words import Word

_LONGEST = 8
_SHORTEST = 2


def in_order(draft: Plain, source: str, lexicon: Lexicon) -> Plain:
    """Return a draft with two joined members that the source has the other way round in the order
    of the source.

    Both must be built alike, on the same small words, so that nothing said behind the second is
    said of the first as well: in "set bones and spay cats on Fridays" only one is.
    """
    words, was = words_of(draft.text), words_of(source)
    lows = [word.low for word in was]
    for at, word in enumerate(words):
        if word.low != "and":
            continue
        for start in range(max(0, at - _LONGEST), at - _SHORTEST + 1):
            end = _end(words, at)
            first, second = words[start:at], words[at + 1 : end]
            if len(second) < _SHORTEST or not _alike(first, second, lexicon):
                continue
            if _runs(lows, [w.low for w in (*second, word, *first)]):
                text = draft.text
                one = text[first[0].start : first[-1].end]
                other = text[second[0].start : second[-1].end]
                swapped = put_at(draft, second[0].start, second[-1].end, one)
                return put_at(swapped, first[0].start, first[-1].end, other)
    return draft


def crossed(before: str, after: str, lexicon: Lexicon) -> Iterator[tuple[str, int, int]]:
    """Yield the words of a draft that stand behind the preposition of one thing where the source
    has them behind that of another, while the other's stand behind the first."""
    was = {(head, tie): tail.low for head, tie, tail in _tied(before, lexicon)}
    now = {(head, tie): tail for head, tie, tail in _tied(after, lexicon)}
    for (head, tie), tail in now.items():
        own = was.get((head, tie))
        if own is None or own == tail.low:
            continue
        theirs = ((h, t) for (h, t), low in was.items() if t == tie and low == tail.low)
        if any(now[other].low == own for other in theirs if other in now):
            yield tail.text, tail.start, tail.end


def _tied(text: str, lexicon: Lexicon) -> Iterator[tuple[str, str, Word]]:
    """Yield each preposition between two words, with the word in front and what it leads to."""
    words = words_of(text)
    for front, tie, tail in zip(words, words[1:], words[2:], strict=False):
        if tie.low in lexicon.words("place_words") and not front.mark:
            at = tail.i + (tail.low in lexicon.words("determiners"))
            told = words[at] if at < len(words) and not words[at].mark else None
            if (
                told
                and told.low not in lexicon.words("pronouns")
                and not lexicon.is_gerund(told.low)
            ):
                yield front.low, tie.low, told


def _end(words: Sequence[Word], at: int) -> int:
    """Return where the member behind a place ends: at a mark or with the line."""
    return next((w.i for w in words[at + 1 :] if w.mark and w.text in {".", ",", ";"}), len(words))


def _alike(first: Sequence[Word], second: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether two members hold the same small words in turn, and both a verb in one form in front
    where they hold none."""
    small = [[w.low for w in row if _is_small(w, lexicon)] for row in (first, second)]
    if small[0] != small[1]:
        return False
    if small[0]:
        return True
    forms = [{r.form for r in lexicon.readings.get(row[0].low, ())} for row in (first, second)]
    return bool(forms[0] & forms[1])


def _is_small(word: Word, lexicon: Lexicon) -> bool:
    listed = lexicon.among(word.low, "place_words", "relatives", "pronouns", "conjunctions")
    return word.mark or listed


def _runs(lows: Sequence[str], row: Sequence[str]) -> bool:
    """Whether the words of a row stand one behind the other, at the end of a clause."""
    for at in range(len(lows) - len(row) + 1):
        if lows[at : at + len(row)] == row:
            behind = lows[at + len(row) : at + len(row) + 1]
            return not behind or behind[0] in {".", ",", ";"}
    return False
