"""What is wrong in a table, where, and what to do: collected, so that all are seen at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from reframe.errors import TableError

Keys = tuple[str | int, ...]
"""The way to a value in a document: ``("say", 0, "draft")``."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake. ``line`` and ``column`` count from 1; a folder, or a file that cannot be
    opened, has line 0."""

    path: Path
    line: int
    column: int
    what: str
    do: str

    def __str__(self) -> str:
        at = f":{self.line}:{self.column}" if self.line else ""
        return f"{self.path}{at}: {self.what}; {self.do}"


def table_error(problems: Iterable[Problem]) -> TableError:
    """Return one error that tells every problem, a line each, in the order of the files."""
    return TableError("\n".join(str(problem) for problem in sorted(set(problems))))
