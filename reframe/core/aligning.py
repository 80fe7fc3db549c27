"""Which line of one text became which line of another."""

from collections.abc import Sequence
from difflib import SequenceMatcher

# Below this share of common words two lines are strangers.
_AKIN = 0.34


def aligned(
    before: Sequence[str], after: Sequence[str]
) -> tuple[tuple[int | None, int | None], ...]:
    """Return pairs of indices into both sequences; None stands for a line without a partner.

    Equal lines pair first, then the most alike; every index occurs once.

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
    found: list[tuple[int | None, int | None]] = [(i, pairs.get(i)) for i in range(len(before))]
    return (*found, *((None, j) for j in sorted(free)))


def _alike(one: str, other: str) -> float:
    a, b = one.casefold().split(), other.casefold().split()
    return SequenceMatcher(None, a, b, autojunk=False).ratio()
