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
            left += [Mark(stretch.before, "del")] if stretch.before else []
            right += _told(after, at, end, origins, tell)
        at = end
    return tuple(left), tuple(right)


def new_words(pieces: Sequence[Piece], tell: Tell) -> tuple[Mark, ...]:
    """Return the marks of a line that the source does not have at all."""
    return tuple(Mark(piece.text, "ins", tell(piece.origin)) for piece in pieces if piece.text)


def _told(
    after: str, start: int, end: int, origins: Sequence[Provenance], tell: Tell
) -> list[Mark]:
    """Return the marks of one new stretch, cut where the origin changes; a blank alone belongs
    to the words in front of it."""
    marks: list[Mark] = []
    for span in origins or (Provenance(start, end, ""),):
        text = after[max(start, span.start) : min(end, span.end)]
        if max(start, span.start) >= min(end, span.end):
            continue
        tip = tell(span.origin)
        if marks and (marks[-1].tip == tip or not text.strip()):
            marks[-1] = Mark(marks[-1].text + text, "ins", marks[-1].tip)
        else:
            marks.append(Mark(text, "ins", tip))
    return marks
