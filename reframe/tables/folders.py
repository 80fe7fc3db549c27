"""Find the files of a rule set: the bundled folder first, then folders of one's own.

A folder holds ``rules/<family>/*.yaml`` and ``patterns/*.yaml``, or all files side by side.
A folder of one's own may have a ``rules.yaml`` that switches rules of earlier folders off.
"""

import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reframe.tables.problems import Problem

SETTINGS = "rules.yaml"
SUFFIXES = (".yaml", ".yml")
_DEPTH = 3


@dataclass(frozen=True, slots=True)
class Source:
    """A file of a set: which folder it is of, where in it, and its bytes."""

    folder: int
    root: Path
    relative: str
    raw: bytes

    @property
    def path(self) -> Path:
        """The place of the file."""
        return self.root / self.relative


def sources_of(folders: Sequence[Path], problems: list[Problem]) -> list[Source]:
    """Return the files of all folders in a fixed order; ``folders[0]`` is the bundled one."""
    found: list[Source] = []
    for at, folder in enumerate(folders):
        if not folder.is_dir():
            do = "name a folder with rules/<family>/*.yaml, or with rule files in it"
            problems.append(Problem(folder, 0, 0, "no such folder", do))
            continue
        try:
            names = sorted(_names(folder, own=at > 0))
        except OSError as error:
            place = Path(str(error.filename or folder))
            problems.append(_unreadable(place, error))
            continue
        problems += _stray(folder, names) if at > 0 else ()
        if not names and at > 0:
            do = "put rules into it, such as rules/<family>/<name>.yaml"
            problems.append(Problem(folder, 0, 0, "no rule files in this folder", do))
        for name in names:
            # There are hundreds, read at every start: a Path for each costs more than its bytes.
            try:
                with open(f"{folder}{os.sep}{name}", "rb") as file:  # noqa: PTH123
                    found.append(Source(at, folder, name, file.read()))
            except OSError as error:
                problems.append(_unreadable(folder / name, error))
    return found


def digest_of(sources: Iterable[Source], extra: Iterable[str]) -> str:
    """Return a digest of the files' places within their folders, their bytes, and ``extra``."""
    total = hashlib.sha256()
    for source in sources:
        total.update(f"{source.folder}\0{source.relative}\0{len(source.raw)}\0".encode())
        total.update(source.raw)
    for text in extra:
        total.update(f"\0{len(text)}\0{text}".encode())
    return total.hexdigest()


def _unreadable(path: Path, error: OSError) -> Problem:
    reason = error.strerror or str(error)
    do = "give leave to read it, or move it away"
    return Problem(path, 0, 0, f"cannot be read ({reason})", do)


def _names(folder: Path, *, own: bool) -> Iterator[str]:
    parts = [part for part in ("rules", "patterns") if (folder / part).is_dir()]
    for part in parts:
        yield from _walk(str(folder / part), f"{part}/", _DEPTH)
    if not parts and own:
        yield from _walk(str(folder), "", _DEPTH - 1)
    elif own and (folder / SETTINGS).is_file():
        yield SETTINGS


def _stray(folder: Path, names: Iterable[str]) -> Iterator[Problem]:
    """Yield a problem for each rule file that lies beside ``rules`` or ``patterns``, unread."""
    if not any(name.startswith(("rules/", "patterns/")) for name in names):
        return
    for path in sorted(folder.iterdir()):
        if path.suffix in SUFFIXES and path.name != SETTINGS and path.is_file():
            do = "move it into 'rules/<family>/' or 'patterns/', or take it away"
            what = "this file is not read: it lies beside the folders that are"
            yield Problem(path, 1, 1, what, do)


def _walk(folder: str, prefix: str, depth: int) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.name.endswith(SUFFIXES) and entry.is_file():
                yield prefix + entry.name
            elif depth > 1 and entry.is_dir():
                yield from _walk(entry.path, f"{prefix}{entry.name}/", depth - 1)
