"""Rows and tables of values that are made at the first asking: many, of which few are needed."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final, TypeVar, overload

T = TypeVar("T")

DEFERRED: Final = "deferred"
"""Marks a field, by ``Annotated``, whose values need not be made when it is loaded."""


class Row(Sequence[T]):
    """A sequence of values, each made of its plain data when it is first asked for.

    It equals any sequence of the same values.
    """

    __slots__ = ("_made", "_make", "_plain")

    def __init__(self, plain: Sequence[Any], make: Callable[[Any], T]) -> None:
        self._plain = plain
        self._make = make
        self._made: dict[int, T] = {}

    def __len__(self) -> int:
        return len(self._plain)

    @overload
    def __getitem__(self, at: int) -> T: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[T, ...]: ...

    def __getitem__(self, at: int | slice) -> T | tuple[T, ...]:
        if isinstance(at, slice):
            return tuple(self[i] for i in range(*at.indices(len(self))))
        found = self._made.get(at)
        if found is None:
            found = self._made[at] = self._make(self._plain[at])
        return found

    def __iter__(self) -> Iterator[T]:
        return (self[i] for i in range(len(self)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))


class Table(Mapping[str, T]):
    """A mapping from texts, whose values are each made when they are first asked for."""

    __slots__ = ("_made", "_make", "_plain")

    def __init__(self, plain: Mapping[str, Any], make: Callable[[Any], T]) -> None:
        self._plain = plain
        self._make = make
        self._made: dict[str, T] = {}

    def __getitem__(self, key: str) -> T:
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = self._make(self._plain[key])
        return found

    def get(self, key: str, default: Any = None) -> Any:
        """Return the value of a key, or ``default``."""
        found = self._made.get(key)
        if found is not None:
            return found
        # Asked for at every word: most words are no verbs.
        return self[key] if key in self._plain else default

    def __contains__(self, key: object) -> bool:
        return key in self._plain

    def __iter__(self) -> Iterator[str]:
        return iter(self._plain)

    def __len__(self) -> int:
        return len(self._plain)
