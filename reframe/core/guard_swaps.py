"""Two words of a source that changed places in a draft in free words."""

from reframe.core.guard_match import Matched
from reframe.core.guard_roles import behind


def swapped(at: int, source: int, pairs: Matched, now: list[str], was: list[str]) -> bool:
    """Whether two words changed places: each is tied as the other was."""
    if not now[at] or not was[source]:
        return False
    mine, own = _slot(at, pairs, now), (pairs.before.words[source].head, was[source])
    for other, origin in pairs.words.items():
        same = pairs.after.words[other].key == pairs.after.words[at].key
        if same or pairs.after.words[other].act:
            continue
        theirs, old = _slot(other, pairs, now), (pairs.before.words[origin].head, was[origin])
        if mine == old != own == theirs and not _recast(at, pairs):
            return True
        fronts = behind(source, pairs.before), behind(origin, pairs.before)
        if (
            fronts[0] != fronts[1]
            and (None, "") not in fronts
            and behind(at, pairs.after, pairs.words) == fronts[1]
            and behind(other, pairs.after, pairs.words) == fronts[0]
        ):
            return True
        if now[at] == was[origin] != was[source] == now[other] and mine[0] == theirs[0]:
            return not _recast(at, pairs)
    return False


def _recast(at: int, pairs: Matched) -> bool:
    """Whether a word hangs on an act that is another verb now, which takes its objects in a way
    of its own: "reported issues to the desk", "alerted the desk to issues"."""
    act = pairs.after.words[pairs.after.words[at].head]
    source = pairs.words.get(pairs.after.words[at].head)
    if source is None or not act.act:
        return False
    origin = pairs.before.words[source]
    return origin.act and not act.forms & origin.forms


def _slot(at: int, pairs: Matched, now: list[str]) -> tuple[int | None, str]:
    return pairs.words.get(pairs.after.words[at].head), now[at]
