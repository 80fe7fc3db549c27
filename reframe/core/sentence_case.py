"""Capitals: a sentence keeps the size of its first letter, whatever goes from in front of it."""

from collections.abc import Sequence
from dataclasses import replace

from reframe.core.suggestion import INFLECTED, Edit, Piece

_STOPS = (".", "!", "?")


def like(word: str, model: str) -> str:
    """Return ``word`` with the capital of ``model``."""
    return word[:1].upper() + word[1:] if model[:1].isupper() else word


def capitalised(text: str, edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """Return the edits with the first letter of each sentence as large as the source's was."""
    out = [_shrunk(text, edit) for edit in edits]
    for at, edit in enumerate(edits):
        begins = edit.start == 0 or text[: edit.start].rstrip().endswith(_STOPS)
        # An edit that stands alone behind a stop leaves the letters before it as they were.
        if begins and text[edit.start : edit.start + 1].isupper():
            _enlarge(text, out, at)
    return tuple(out)


def _shrunk(text: str, edit: Edit) -> Edit:
    """Return an edit whose verb has the size of its source again, where another edit that made it
    a first word was left out."""
    first = edit.pieces[0] if edit.pieces else None
    if (
        first is None
        or first.origin != INFLECTED
        or not text[edit.start : edit.start + 1].islower()
    ):
        return edit
    small = replace(first, text=first.text[:1].lower() + first.text[1:])
    return edit if small == first else replace(edit, pieces=(small, *edit.pieces[1:]))


def _enlarge(text: str, edits: list[Edit], first: int) -> None:
    """Give the first letter that is left behind a sentence's beginning a capital."""
    for at in range(first, len(edits)):
        edit = edits[at]
        if edit.text:
            piece, *rest = [p for p in edit.pieces if p.text]
            large = Piece(piece.text[:1].upper() + piece.text[1:], piece.origin)
            if large != piece:
                edits[at] = Edit(edit.start, edit.end, (large, *rest), edit.why)
            return
        if at + 1 == len(edits) or edits[at + 1].start > edit.end:
            # The first letter is the source's own: take its word into the edit.
            stop = edit.end + 1
            letter = text[edit.end : stop]
            if letter.islower():
                piece = Piece(letter.upper(), "source")
                edits[at] = Edit(edit.start, stop, (*edit.pieces, piece), edit.why)
            return
