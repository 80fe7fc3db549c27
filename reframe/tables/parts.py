"""Tables that are used as they stand: TOML whose parts must all be there."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from reframe.errors import TableError


@cache
def read_parts(path: Path, parts: tuple[str, ...]) -> Mapping[str, Any]:
    """Return a table that has at least these parts.

    Raises:
        TableError: when the table is missing, not TOML, or lacks a part.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise TableError(f"{path}: {error}. Restore the table, or reinstall.") from error
    missing = [part for part in parts if part not in table]
    if missing:
        raise TableError(f"{path}:1:1: lacks [{missing[0]}]; restore the table, or reinstall")
    return table
