"""Read what words can mean, for judging drafts by anyone."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from reframe.bundled import bundled
from reframe.core.senses import Senses
from reframe.errors import TableError
from reframe.tables.cache import compiled


def load_senses(folder: Path | None = None) -> Senses:
    """Return the senses and families of words of a table folder (the bundled one by default).

    Raises:
        TableError: when a table is missing or a line of it makes no sense.
    """
    folder = folder or bundled("data", "tables")
    paths = [folder / f"{name}.tsv" for name in ("senses", "kin", "near")]
    return compiled("senses", paths, Senses, lambda: _compile(*paths))


def _compile(own: Path, kin: Path, near: Path) -> Senses:
    return Senses(_numbers(own), _numbers(kin), _near(near))


def _numbers(path: Path) -> Mapping[str, frozenset[int]]:
    found: dict[str, frozenset[int]] = {}
    for word, *_, numbers in _rows(path):
        found[word] = found.get(word, frozenset()) | _read(path, word, numbers)
    return found


def _near(path: Path) -> Mapping[str, tuple[frozenset[int], ...]]:
    return {
        f"{word} {part}": tuple(_read(path, word, side) for side in numbers.split("<"))
        for word, part, numbers in _rows(path)
    }


def _rows(path: Path) -> Iterator[list[str]]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        raise TableError(f"{path}: the table is missing. Reinstall, or restore the file.") from None
    for line in lines:
        row = line.split("\t")
        if len(row) not in (2, 3):
            raise TableError(f"{path}: '{line[:40]}' is no line of senses.")
        yield row


def _read(path: Path, word: str, numbers: str) -> frozenset[int]:
    try:
        return frozenset(map(int, numbers.split()))
    except ValueError as error:
        raise TableError(f"{path}: the senses of '{word}' are no numbers: {error}.") from error
