"""Read the checks of remarks from ``data/checks``: what is looked for, and what is said of it."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, get_args

from reframe.bundled import bundled
from reframe.core.remark import Check, CheckBook, Where
from reframe.errors import TableError
from reframe.tables.cache import compiled

_USUAL = ("bullets", "prose")
_COMMENTED = ("doubts", "private")
"""Files whose findings belong in the margin of a draft: what must not go out unseen."""
_NEEDED = ("title", "reason", "alternative", "examples", "silent_on")
_KEYS = frozenset((*_NEEDED, "doubt", "patterns", "unless", "where", "places", "named", "covers"))


def load_checks(folder: Path | None = None) -> CheckBook:
    """Return the checks of a folder (the bundled one by default).

    Raises:
        TableError: when a file is not TOML, or a check lacks what it must have.
    """
    return _load(folder or bundled("data", "checks"))


@cache
def _load(folder: Path) -> CheckBook:
    sources = sorted(folder.glob("*.toml"))
    return compiled("checks", sources, CheckBook, lambda: _compile(folder))


def _compile(folder: Path) -> CheckBook:
    checks: dict[str, Check] = {}
    limits: dict[str, int] = {}
    for path, code, entry in entries(folder):
        if code == "limits":
            limits |= entry
        else:
            checks[code] = _check(path, code, entry)
    return CheckBook(checks, limits)


def entries(folder: Path | None = None) -> Iterator[tuple[Path, str, Mapping[str, Any]]]:
    """Yield every table of a folder's files: file, code, and what stands there.

    Raises:
        TableError: when a file cannot be read or is not TOML.
    """
    for path in sorted((folder or bundled("data", "checks")).glob("*.toml")):
        try:
            table = tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise TableError(f"{path}: {error}. Restore the table, or reinstall.") from error
        for code, entry in table.items():
            yield path, code, entry


def _check(path: Path, code: str, entry: Mapping[str, Any]) -> Check:
    missing = [key for key in _NEEDED if key not in entry]
    unknown = sorted(set(entry) - _KEYS)
    if missing or unknown:
        what = f"lacks '{missing[0]}'" if missing else f"has an unknown key '{unknown[0]}'"
        raise TableError(f"{path}: [{code}] {what}; see the head of doubts.toml")
    kinds = get_args(Where)
    where = [kind for name in entry.get("where", _USUAL) for kind in _kinds(name, kinds)]
    if not set(where) <= set(kinds):
        raise TableError(f"{path}: [{code}] 'where' is one of {', '.join(kinds)} or any")
    return Check(
        code=code,
        title=entry["title"],
        reason=entry["reason"],
        alternative=entry["alternative"],
        doubt=entry.get("doubt", ""),
        patterns=tuple(entry.get("patterns", ())),
        unless=tuple(entry.get("unless", ())),
        where=frozenset(where),
        places=frozenset(entry.get("places", ())),
        named=entry.get("named", False),
        comment=path.stem in _COMMENTED,
        covers=frozenset(entry.get("covers", ())),
    )


def _kinds(name: str, kinds: tuple[str, ...]) -> tuple[str, ...]:
    return kinds if name == "any" else (name,)
