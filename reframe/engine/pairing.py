"""Which line of a draft that came back is which bullet of the review."""

from collections.abc import Collection, Mapping, Sequence

from reframe.core.aligning import aligned


def paired(
    known: Sequence[Sequence[str]], lines: Sequence[str], *, items: Collection[int] = ()
) -> dict[int, int]:
    """Return the line of each bullet that is still there: {bullet: line}.

    A line in one of the ``known`` wordings of a bullet is that bullet (they are the draft's
    first, the source's last). What is left is looked for between the lines of its neighbours:
    the most alike, and where as many list ``items`` are new as bullets are lost, those.

    >>> paired([["Filed mail"], ["Ran tests"]], ["Filed all mail", "Skills", "Ran tests"])
    {1: 2, 0: 0}
    """
    pairs: dict[int, int] = {}
    places: dict[str, list[int]] = {}
    for at, line in enumerate(lines):
        places.setdefault(line, []).append(at)
    for bullet, wordings in enumerate(known):
        found = next((places[text] for text in wordings if places.get(text)), None)
        if found:
            pairs[bullet] = found.pop(0)
    for first, last in _gaps(pairs, len(known)):
        low, high = pairs.get(first - 1, -1) + 1, pairs.get(last, len(lines))
        free = [at for at in range(low, high) if at not in pairs.values()]
        left = list(range(first, last))
        for which in (0, -1):
            texts = [known[bullet][which] for bullet in left]
            for i, j in aligned(texts, [lines[at] for at in free]):
                if i is not None and j is not None:
                    pairs[left[i]] = free[j]
            left = [bullet for bullet in left if bullet not in pairs]
            free = [at for at in free if at not in pairs.values()]
        new = [at for at in free if at in items]
        if len(new) == len(left):
            pairs.update(zip(left, new, strict=True))
    return pairs


def _gaps(pairs: Mapping[int, int], count: int) -> list[tuple[int, int]]:
    """Return the ranges of bullets that are not paired yet."""
    gaps: list[tuple[int, int]] = []
    for bullet in range(count):
        if bullet in pairs:
            continue
        if gaps and gaps[-1][1] == bullet:
            gaps[-1] = gaps[-1][0], bullet + 1
        else:
            gaps.append((bullet, bullet + 1))
    return gaps
