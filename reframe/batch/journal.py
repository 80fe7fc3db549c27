"""What a run has done so far, on disk at once: a line of JSON a file, appended and synced.

A run that stops anywhere, be it by a power cut amid a line, goes on from it. Rows are read back
by their place in the file, so that a long run keeps only a number for each.
"""

import contextlib
import json
import os
from array import array
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from reframe.batch.tasks import Row
from reframe.errors import ReframeError

SCHEMA = 1


class Journal:
    """The journal of one output folder. Use it as a context; it is closed at the end."""

    def __init__(self, path: Path, *, started: str, again: bool) -> None:
        """Open the journal at ``path``, or begin it; ``again`` goes on with an earlier one.

        ``started`` is the time of the run, which a run that goes on takes from the earlier.

        Raises:
            ReframeError: when it cannot be written, or is of another version.
        """
        self._places: dict[str, int] = {}
        self._numbers: array[int] = array("q")
        self.started = started
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file = path.open("r+b" if again and path.exists() else "w+b")
            self._end = self._load(path)
            self._file.truncate(self._end)
            if not self._end:
                self._append({"schema": SCHEMA, "started": started})
        except OSError as error:
            raise ReframeError(
                f"{path}: cannot be written ({error.strerror}). "
                "Choose a folder you may write to, or free some space."
            ) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._file.close()

    def earlier(self, file: str) -> Row | None:
        """Return what an earlier run, or this one, wrote of a file."""
        place = self._places.get(file)
        return None if place is None else self._read(place)

    def add(self, rows: Iterable[tuple[int, Row]]) -> None:
        """Append rows by the numbers of their jobs; when this returns, they survive a power cut."""
        for number, row in rows:
            place = self._append(row)
            self._places[str(row["file"])] = place
            self._count(number, place)
        os.fsync(self._file.fileno())

    def keep(self, number: int, file: str) -> None:
        """Count the row of an earlier run among those of this one."""
        self._count(number, self._places[file])

    def _count(self, number: int, place: int) -> None:
        """Note where the row of job ``number`` stands."""
        missing = number + 1 - len(self._numbers)
        self._numbers.extend([-1] * missing)
        self._numbers[number] = place

    def rows(self) -> Iterator[Row]:
        """Yield the rows of this run in the order of its jobs, one at a time from disk."""
        for place in self._numbers:
            if place >= 0:
                yield self._read(place)

    def _append(self, row: dict[str, Any]) -> int:
        place = self._end
        data = json.dumps(row, ensure_ascii=False, sort_keys=True).encode() + b"\n"
        self._file.seek(place)
        self._file.write(data)
        self._file.flush()
        self._end += len(data)
        return place

    def _read(self, place: int) -> Row:
        self._file.seek(place)
        row: Row = json.loads(self._file.readline())
        return row

    def _load(self, path: Path) -> int:
        """Note the place of each row; return the end of the last that is whole."""
        place = 0
        for line in self._file:
            row = None
            if line.endswith(b"\n"):
                with contextlib.suppress(ValueError):
                    row = json.loads(line)
            if not isinstance(row, dict):
                break
            if not place:
                if row.get("schema") != SCHEMA:
                    raise ReframeError(
                        f"{path}: the journal of another version. Start anew, without --resume."
                    )
                self.started = str(row["started"])
            else:
                self._places[str(row.get("file"))] = place
            place += len(line)
        return place
