"""The two sides of a line, word by word, each new word with where it comes from."""

from collections.abc import Callable, Sequence

from reframe.core.diffs import word_diff
from reframe.core.suggestion import Piece, Provenance
from reframe.documents.report_model import Mark

Tell = Callable[[str], str]
"""From an origin of :class:`Piece` to words for a reader."""


def sides(
    before: str, after: str, origins: Sequence[Provenance], tell: Tell
) -> tuple[tuple[Mark, ...], tuple[Mark, ...]]:
    """Return the marks of both sides; joined, their texts are ``before`` and ``after``.

    A blank at the edge of what changed is not marked: an underlined gap says nothing.
    ``origins`` cover ``after`` without gaps, or are empty where nothing is known of it.
    """
    left: list[Mark] = []
    right: list[Mark] = []
    at = 0
    for stretch in word_diff(before, after):
        end = at + len(stretch.after)
        if stretch.same:
            left.append(Mark(stretch.before, "same"))
            right.append(Mark(stretch.after, "same"))
        else:
            left += _edged([Mark(stretch.before, "del")])
            right += _edged(_told(after, at, end, origins, tell))
        at = end
    return tuple(left), tuple(right)


def new_words(pieces: Sequence[Piece], tell: Tell) -> tuple[Mark, ...]:
    """Return the marks of a line that the source does not have at all."""
    marks: list[Mark] = []
    for piece in pieces:
        _add(marks, piece.text, tell(piece.origin))
    return tuple(marks)


def _edged(marks: Sequence[Mark]) -> list[Mark]:
    """Return a run of marks with the blanks at its two ends as marks of their own."""
    text = "".join(mark.text for mark in marks)
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    if start >= end:
        return [Mark(text, "same")] * bool(text)
    out = [Mark(text[:start], "same")]
    at = 0
    for mark in marks:
        kept = mark.text[max(0, start - at) : max(0, end - at)]
        out.append(Mark(kept, mark.kind, mark.tip))
        at += len(mark.text)
    return [mark for mark in (*out, Mark(text[end:], "same")) if mark.text]


def _told(
    after: str, start: int, end: int, origins: Sequence[Provenance], tell: Tell
) -> list[Mark]:
    """Return the marks of one new stretch, cut where the origin changes."""
    marks: list[Mark] = []
    for span in origins or (Provenance(start, end, ""),):
        text = after[max(start, span.start) : min(end, span.end)]
        if max(start, span.start) >= min(end, span.end):
            continue
        _add(marks, text, tell(span.origin))
    return marks


def _add(marks: list[Mark], text: str, tip: str) -> None:
    """Add new words to a run; a blank alone goes with the words in front of it."""
    if marks and (marks[-1].tip == tip or not text.strip()):
        marks[-1] = Mark(marks[-1].text + text, "ins", marks[-1].tip)
    elif text:
        marks.append(Mark(text, "ins", tip))
