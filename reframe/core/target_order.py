"""Which bullets of a post serve a target, in which order, and which a fresh document leaves out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from reframe.core.bullet import ParsedBullet
from reframe.core.lexicon import Lexicon
from reframe.core.resume import Position
from reframe.core.target import Row, Size, Standing, Target, TargetTable
from reframe.core.target_size import doubts_of, is_hands_on

# A line with such a figure is worth its place whatever is asked for.
_TELLING = frozenset({"count", "money", "percent"})


@dataclass(frozen=True, slots=True)
class Weighed:
    """A bullet as it is weighed: its parse and the value categories that its work shows."""

    read: ParsedBullet
    value: tuple[str, ...]


def standings(
    positions: Sequence[Position],
    weighed: Mapping[str, Weighed],
    target: Target,
    rows: Sequence[Row],
    size: Size | None,
    lexicon: Lexicon,
    table: TargetTable,
) -> tuple[Standing, ...]:
    """Return how every bullet of the posts stands to the target, by post and rank.

    A bullet that speaks to nothing and tells no figure is left out of fresh documents, behind
    the ones that a post keeps in any case; where no bullet of the résumé speaks to anything,
    none is.
    """
    below = size is not None and size.below
    found = [
        [
            _standing(bullet.id, post.id, weighed[bullet.id], target, rows, below, lexicon, table)
            for bullet in post.bullets
            if bullet.id in weighed
        ]
        for post in positions
    ]
    served = any(one.serves or one.value for post in found for one, _ in post)
    ranked: list[Standing] = []
    for post in found:
        order = sorted(post, key=lambda one: -one[0].score)
        for rank, (standing, gain) in enumerate(order):
            out = served and not gain and rank >= table.keep
            ranked.append(replace(standing, rank=rank, left_out=out))
    return tuple(ranked)


def _standing(
    bullet_id: str,
    position_id: str,
    weighed: Weighed,
    target: Target,
    rows: Sequence[Row],
    below: bool,
    lexicon: Lexicon,
    table: TargetTable,
) -> tuple[Standing, int]:
    """Return a bullet's standing, unranked, and what it gains for what it speaks to."""
    weights = table.weights
    serves: list[int] = []
    gain = 0
    for number, row in enumerate(rows):
        dot = next((dot for dot in row.dots if dot.about == bullet_id), None)
        if dot:
            serves.append(number)
            gain += weights[row.requirement.weight] if dot.full else weights["related"]
            gain += weights["confirmed"] * (dot.full and dot.confirmed)
    value = tuple(category for category in target.value if category in weighed.value)
    gain += weights["value"] * len(value)
    gain += weights["first_value"] * (bool(value) and value[0] == target.value[0])
    quantities = weighed.read.quantities
    gain += weights["result"] * any(q.role == "outcome" for q in quantities)
    gain += weights["figure"] * any(q.kind in _TELLING for q in quantities)
    doubts = doubts_of(weighed.read, lexicon, table) if below else ()
    score = gain
    if below:
        score += weights["hands_on"] * is_hands_on(weighed.read, lexicon, table)
        score += weights["leading"] * bool(doubts)
    standing = Standing(
        bullet_id, position_id, 0, score, tuple(serves), value, left_out=False, doubts=doubts
    )
    return standing, gain
