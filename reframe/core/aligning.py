"""Which line of one text became which line of another."""

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

# Below this share of common words two lines are strangers.
_AKIN = 0.34


def aligned(
    before: Sequence[str], after: Sequence[str], *, between: bool = False
) -> tuple[tuple[int | None, int | None], ...]:
    """Return pairs of indices into both sequences; None stands for a line without a partner.

    Equal lines pair first, then the most alike; with ``between`` also those that stand alone
    between the same partners ("Drafted forms" may have become "Wrote the consent policy"). Every
    index occurs once.

    >>> aligned(["Filed mail", "Ran tests"], ["Ran all tests", "Filed mail"])
    ((0, 1), (1, 0))
    """
    pairs: dict[int, int] = {}
    free = set(range(len(after)))
    for i, line in enumerate(before):
        same = next((j for j in sorted(free) if after[j].split() == line.split()), None)
        if same is not None:
            pairs[i] = same
            free.discard(same)
    left = [i for i in range(len(before)) if i not in pairs]
    scored = sorted(
        ((_alike(before[i], after[j]), -abs(i - j), i, j) for i in left for j in free), reverse=True
    )
    for score, _, i, j in scored:
        if score >= _AKIN and i not in pairs and j in free:
            pairs[i] = j
            free.discard(j)
    for i, j in _left_between(pairs, len(before), len(after)) if between else ():
        pairs[i] = j
        free.discard(j)
    found: list[tuple[int | None, int | None]] = [(i, pairs.get(i)) for i in range(len(before))]
    return (*found, *((None, j) for j in sorted(free)))


def _left_between(pairs: Mapping[int, int], size: int, other: int) -> list[tuple[int, int]]:
    """Return the lines without a partner that stand in rows of one length between the same
    partners."""
    taken = set(pairs.values())
    edges = [(-1, -1), *sorted(pairs.items()), (size, other)]
    found: list[tuple[int, int]] = []
    for (first, its), (last, end) in pairwise(edges):
        rows = range(first + 1, last), [j for j in range(its + 1, end) if j not in taken]
        if len(rows[0]) == len(rows[1]):
            found += zip(*rows, strict=True)
    return found


def _alike(one: str, other: str) -> float:
    a, b = one.casefold().split(), other.casefold().split()
    return SequenceMatcher(None, a, b, autojunk=False).ratio()
