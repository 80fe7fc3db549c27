"""Where the acts and words of a rewrite come from: the values."""

from collections.abc import Mapping
from dataclasses import dataclass

from reframe.core.guard_place import Outline


@dataclass(frozen=True, slots=True)
class Act:
    """Where an act of the rewrite comes from: a clause of the source, a noun of the source that
    names the act, or the licence; all empty when nothing gives it."""

    clause: int | None = None
    noun: int | None = None
    licensed: bool = False


@dataclass(frozen=True, slots=True)
class Alignment:
    """``acts`` by clause of the rewrite, ``words`` from its places to places of the source.

    ``free_words`` tells that the rewrite is anybody's, in free words, and is refused for what speaks
    against it; the engine's own is refused for whatever is not proven.
    """

    before: Outline
    after: Outline
    acts: tuple[Act, ...]
    words: Mapping[int, int]
    free_words: bool = False

    def sources(self, owners: frozenset[int]) -> frozenset[int]:
        """Return the source clauses that these clauses of the rewrite come from."""
        found = (self.acts[owner].clause for owner in owners)
        return frozenset(clause for clause in found if clause is not None)
