"""Edits of a text as the phrases that a redline shows: whole words, and no confetti."""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from reframe.core.suggestion import Edit, apply

_TOKEN = re.compile(r"\s+|\w+(?:['’\-\u2011]\w+)*|[^\w\s]")
_BLANKS = " \u00a0\u202f\u2009"


class Phrase(NamedTuple):
    """Replace ``old[start:end]`` by ``text``; an insertion has ``start == end``.

    ``like`` is a character whose format an insertion wears: one of those that its edit is
    about, which may differ from the character in front of it.
    """

    start: int
    end: int
    text: str
    like: int | None = None


def phrases(
    old: str,
    edits: Sequence[Edit],
    *,
    walls: Collection[int] = (),
    is_seam: Callable[[int], bool] = lambda _: False,
) -> list[Phrase]:
    """Return the phrases of ``old`` that ordered, non-overlapping edits change.

    An edit inside a word becomes one of the word, words that an edit repeats are left alone,
    and phrases with only blanks between them are joined: struck and new words then stand in
    two pieces instead of ten. A no-break space is a blank here, and like any other character
    where an edit changes it. ``walls`` are offsets across which nothing is joined, since what
    stands there must stay; ``is_seam`` tells whether the format changes at an offset: an insertion
    that belongs to what follows a seam is not joined to what stands before it.

    Raises:
        ValueError: when edits overlap, run backwards or leave the text.

    >>> from reframe.core.suggestion import Piece
    >>> edits = Edit(0, 16, (), "frame"), Edit(16, 22, (Piece("Filed", "inflected"),), "tense")
    >>> phrases("Responsible for filing papers", edits)
    [Phrase(start=0, end=22, text='Filed', like=None)]
    """
    apply(old, edits)
    changed = [
        Phrase(start + left, start + right, text, _like(start, end, start + left, start + right))
        for start, end, new, _ in _whole_words(old, edits)
        for left, right, text, _ in _differences(old[start:end], new)
    ]
    return _joined(old, changed, walls, is_seam)


def _like(start: int, end: int, left: int, right: int) -> int | None:
    if left < right or start == end:
        return None
    return left if left < end else left - 1


def _whole_words(old: str, edits: Iterable[Edit]) -> list[Phrase]:
    groups: list[tuple[int, int, list[Edit]]] = []
    for edit in edits:
        start, end = _widened(old, edit)
        members = [edit]
        if groups and start < groups[-1][1]:  # two edits in one word
            first, reach, earlier = groups.pop()
            start, end, members = first, max(reach, end), [*earlier, edit]
        groups.append((start, end, members))
    return [
        Phrase(start, end, apply(old[start:end], [_shifted(edit, start) for edit in members]))
        for start, end, members in groups
    ]


def _widened(old: str, edit: Edit) -> tuple[int, int]:
    start, end = edit.start, edit.end
    touched = old[start:end] or edit.text
    if _word(touched[:1]):
        while start and _word(old[start - 1]):
            start -= 1
    if _word(touched[-1:]):
        while end < len(old) and _word(old[end]):
            end += 1
    return start, end


def _shifted(edit: Edit, by: int) -> Edit:
    return Edit(edit.start - by, edit.end - by, edit.pieces, edit.why)


def _word(char: str) -> bool:
    return char.isalnum() or char == "_"


def _differences(old: str, new: str) -> list[Phrase]:
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    if not set(before).intersection(after):
        return [Phrase(0, len(old), new)] if old or new else []
    ends = [0]
    for token in before:
        ends.append(ends[-1] + len(token))
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return [
        Phrase(ends[i1], ends[i2], "".join(after[j1:j2]))
        for kind, i1, i2, j1, j2 in matcher.get_opcodes()
        if kind != "equal"
    ]


def _joined(
    old: str, changed: Iterable[Phrase], walls: Collection[int], is_seam: Callable[[int], bool]
) -> list[Phrase]:
    joined: list[Phrase] = []
    for phrase in changed:
        if joined:
            gap = old[joined[-1].end : phrase.start]
            walled = any(joined[-1].end <= wall <= phrase.start for wall in walls)
            behind = phrase.like is not None and phrase.like >= phrase.start
            apart = behind and not gap and is_seam(phrase.start)
            if not (gap.strip(_BLANKS) or walled or apart):
                first = joined.pop()
                phrase = Phrase(first.start, phrase.end, first.text + gap + phrase.text)
        joined.append(phrase)
    return joined
