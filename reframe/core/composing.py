"""Two rounds of edits as one: the second was made on what the first left."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from reframe.core.suggestion import Edit, Piece


@dataclass(slots=True)
class _Group:
    """Edits of both rounds that meet; ``start`` and ``end`` lie in the text between them."""

    start: int
    end: int
    ones: list[tuple[int, int, Edit]]
    twos: list[Edit]


def compose(before: str, first: Sequence[Edit], second: Sequence[Edit]) -> tuple[Edit, ...]:
    """Return edits of ``before`` that do what ``first`` and then ``second`` do.

    Edits that meet become one: it gives both reasons, and is a repair where both are.

    >>> from reframe.core.suggestion import apply
    >>> one = [Edit(4, 4, (Piece(" ", "mechanics"),), "a")]
    >>> two = [Edit(0, 5, (Piece("I, ", "mechanics"),), "b")]
    >>> apply("Yes,no", one), apply("Yes,no", compose("Yes,no", one, two))
    ('Yes, no', 'I, no')
    """
    grown = [0, *accumulate(len(e.text) - (e.end - e.start) for e in first)]
    edits: list[Edit] = []
    done = 0
    for group in _groups(first, grown, second):
        if not group.ones:
            by = grown[done]
            edits += [replace(e, start=e.start - by, end=e.end - by) for e in group.twos]
        else:
            low = group.start - grown[done]
            done += len(group.ones)
            high = group.end - grown[done]
            if group.twos:
                edits.append(_joined(before[low:high], low, high, group))
            else:
                edits += [edit for _, _, edit in group.ones]
    return tuple(edits)


def _groups(
    first: Sequence[Edit], grown: Sequence[int], second: Sequence[Edit]
) -> Iterator[_Group]:
    ones = [(e.start + by, e.start + by + len(e.text), e) for e, by in zip(first, grown, strict=False)]  # fmt: skip
    twos = [(e.start, e.end, e) for e in second]
    group: _Group | None = None
    while ones or twos:
        early = bool(ones) and (not twos or ones[0][:2] <= twos[0][:2])
        start, end, edit = ones.pop(0) if early else twos.pop(0)
        if group is None or start > group.end:
            if group is not None:
                yield group
            group = _Group(start, end, [], [])
        group.end = max(group.end, end)
        if early:
            group.ones.append((start, end, edit))
        else:
            group.twos.append(edit)
    if group is not None:
        yield group


def _joined(source: str, low: int, high: int, group: _Group) -> Edit:
    """Return the edit that replaces the source of a group by what both rounds make of it."""
    runs: list[Piece] = []
    at = low
    for _, _, edit in group.ones:
        runs += (Piece(source[at - low : edit.start - low], "source"), *edit.pieces)
        at = edit.end
    runs.append(Piece(source[at - low :], "source"))
    pieces: list[Piece] = []
    at = 0
    for edit in group.twos:
        pieces += _cut(runs, at, edit.start - group.start)
        pieces += edit.pieces
        at = edit.end - group.start
    pieces += _cut(runs, at, group.end - group.start)
    parts = [*(edit for _, _, edit in group.ones), *group.twos]
    kinds = {part.kind for part in parts}
    why = " ".join(dict.fromkeys(part.why for part in parts))
    kind = kinds.pop() if len(kinds) == 1 else "wording" if "wording" in kinds else "mechanics"
    return Edit(low, high, tuple(piece for piece in pieces if piece.text), why, kind)


def _cut(runs: Sequence[Piece], start: int, end: int) -> Iterator[Piece]:
    at = 0
    for run in runs:
        text = run.text[max(0, start - at) : max(0, end - at)]
        at += len(run.text)
        if text:
            yield Piece(text, run.origin)
