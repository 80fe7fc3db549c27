"""Read the senses that words share, for judging drafts by anyone."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from reframe.bundled import bundled
from reframe.errors import TableError


@lru_cache(maxsize=2)
def load_senses(path: Path | None = None) -> Mapping[str, frozenset[int]]:
    """Return the numbers of each word's common senses; two that share one can mean the same.

    Raises:
        TableError: when the table is missing or a line of it makes no sense.
    """
    path = path or bundled("data", "tables", "senses.tsv")
    found: dict[str, frozenset[int]] = {}
    try:
        for line in path.read_text(encoding="utf-8").splitlines():
            word, *_, numbers = line.split("\t")
            found[word] = found.get(word, frozenset()) | frozenset(map(int, numbers.split()))
    except FileNotFoundError:
        raise TableError(f"{path}: the table is missing. Reinstall, or restore the file.") from None
    except ValueError as error:
        raise TableError(f"{path}: '{line[:40]}' is no line of senses: {error}.") from error
    return found


def load_kin() -> Mapping[str, frozenset[int]]:
    """Return the numbers of each word's families: verbs and adjectives with what is derived."""
    return load_senses(bundled("data", "tables", "kin.tsv"))


@lru_cache(maxsize=2)
def load_near(path: Path | None = None) -> Mapping[str, tuple[frozenset[int], frozenset[int]]]:
    """Return for each word and part of speech its senses, and what they are kinds of.

    Raises:
        TableError: when the table is missing or a line of it makes no sense.
    """
    path = path or bundled("data", "tables", "near.tsv")
    found: dict[str, tuple[frozenset[int], frozenset[int]]] = {}
    try:
        for line in path.read_text(encoding="utf-8").splitlines():
            word, part, numbers = line.split("\t")
            own, above = numbers.split("<")
            found[f"{word} {part}"] = (
                frozenset(map(int, own.split())),
                frozenset(map(int, above.split())),
            )
    except FileNotFoundError:
        raise TableError(f"{path}: the table is missing. Reinstall, or restore the file.") from None
    except ValueError as error:
        raise TableError(f"{path}: '{line[:40]}' is no line of senses: {error}.") from error
    return found
