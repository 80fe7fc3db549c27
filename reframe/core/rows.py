"""Find acts in a row by their parallel shape: where all items of a list begin alike, a word that
is a noun as well as a verb stands as what its neighbours are."""

from collections.abc import Iterator

from reframe.core.bullet import VerbForm
from reframe.core.line import Line

_ITEMS = 8
_NAMING = ("noun", "adjective", "article", "number", "time")


def sharing_row(line: Line, at: int, form: VerbForm) -> bool:
    """Return whether bare verbs in a row, from ``at`` on, lead up to one with an object
    ("Plan, *price* and sell wedding packages")."""
    sure = False
    for _ in range(_ITEMS):
        reading = line.read(at, form)
        if reading is None:
            return False
        told = line.lean(at) > 0 if line.sight else line.is_known_verb(reading.lemma)
        sure = sure or not reading.nominal or told
        behind, _ = line.joint(at + 1)
        if behind == at + 1:
            return sure and line.starts_noun_phrase(at + 1) and _closed(line, at)
        at = line.over_adverbs(behind)
    return False


def _closed(line: Line, at: int) -> bool:
    """Whether a conjunction, and not a lone comma, stands in front of the last of a row."""
    return line.joins(at - 1) == at or line.kind(at - 1) == "adverb"


def acting_row(line: Line, at: int) -> bool:
    """Return whether three items or more, from ``at`` on, each begin with a word that may be a
    bare verb and go on with what it acts on, one of them a verb for certain
    ("*Bend* conduit, pull wire and mount panels")."""
    count, sure = 0, False
    while count < _ITEMS and at < line.size:
        reading = line.read(at, "base")
        if reading is None or not line.starts_noun_phrase(at + 1):
            return False
        count += 1
        sure = sure or not reading.nominal or line.lean(at) == 2
        after = item_end(line, at + 1)
        behind, comma = line.joint(after)
        if behind == after or not comma:
            last = line.over_adverbs(behind)
            return (
                count > 1
                and behind > after
                and sure
                and line.read(last, "base") is not None
                and line.starts_noun_phrase(last + 1)
            )
        at = line.over_adverbs(behind)
    return False


def items_beside(line: Line, at: int) -> Iterator[int]:
    """Yield where items of one list with the item at ``at`` begin; of the first item, which no
    joint leads to, nothing is told.

    Behind a conjunction nothing is told either of what follows: in "open valves or start pumps,
    fans and motors" those may be what the second verb acts on.
    """
    start, lone = at, line.low(at - 1) == ","
    while (joint := _before_joint(line, start)) < start:
        if start < at:
            if line.low(start - 1) != ",":
                return
            yield start
        start = joint
        while start > 0 and line.kind(start - 1) in _NAMING:
            start -= 1
    behind, _ = line.joint(end := item_end(line, at))
    while lone and behind > end and line.kind(behind) in _NAMING:
        yield behind
        behind, _ = line.joint(end := item_end(line, behind))


def _before_joint(line: Line, at: int) -> int:
    """Return where the comma or conjunction in front of ``at`` begins, ``at`` where none does."""
    while at > 0 and (line.low(at - 1) == "," or line.joins(at - 1) == at):
        at -= 1
    return at


def item_end(line: Line, at: int) -> int:
    """Return where the nouns and adjectives that stand at ``at`` end."""
    while line.kind(at) in _NAMING:
        at += 1
    return at
