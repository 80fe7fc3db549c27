"""The words that differ between two wordings, as edits that replay."""

import difflib
import re
from dataclasses import dataclass

from reframe.core.suggestion import Edit, Piece

_TOKEN = re.compile(r"\s+|\w+(?:['’\-]\w+)*|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of a word diff: ``before`` and ``after`` are equal where nothing changed."""

    before: str
    after: str

    @property
    def same(self) -> bool:
        """Whether both sides say the same here."""
        return self.before == self.after


def word_diff(before: str, after: str) -> tuple[Stretch, ...]:
    """Return the stretches of a word-level comparison, phrases rather than confetti.

    >>> [(s.before, s.after) for s in word_diff("Was filing mail", "Filed mail")]
    [('Was filing', 'Filed'), (' mail', ' mail')]
    """
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    runs: list[list[str]] = []
    codes = difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for at, (op, i1, i2, j1, j2) in enumerate(codes):
        left, right = "".join(old[i1:i2]), "".join(new[j1:j2])
        inner = 0 < at < len(codes) - 1
        if op == "equal" and not (inner and not left.strip()):
            runs.append([left, right])
        elif runs and runs[-1][0] != runs[-1][1]:
            runs[-1][0] += left
            runs[-1][1] += right
        else:
            runs.append([left, right])
    return tuple(Stretch(left, right) for left, right in runs)


def edits_between(before: str, after: str, *, origin: str, why: str) -> tuple[Edit, ...]:
    """Return edits that turn ``before`` into ``after``."""
    edits: list[Edit] = []
    at = 0
    for stretch in word_diff(before, after):
        end = at + len(stretch.before)
        if not stretch.same:
            pieces = (Piece(stretch.after, origin),) if stretch.after else ()
            edits.append(Edit(at, end, pieces, why))
        at = end
    return tuple(edits)
