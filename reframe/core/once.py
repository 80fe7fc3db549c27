"""Work that is done once for each table, however often it is asked for."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

_Table = TypeVar("_Table")
_Result = TypeVar("_Result")
_KEPT = 64


def once_for(work: Callable[[_Table], _Result]) -> Callable[[_Table], _Result]:
    """Return ``work`` with its results kept, by the identity of the table it is given.

    Tables are frozen but long: hashing one at every question would cost more than the answer.
    Each table is kept with its result, so that its identity is never another's.
    """
    kept: dict[int, tuple[_Table, _Result]] = {}

    @wraps(work)
    def answer(table: _Table) -> _Result:
        found = kept.get(id(table))
        if found is None:
            if len(kept) >= _KEPT:
                kept.clear()
            found = kept[id(table)] = (table, work(table))
        return found[1]

    return answer
