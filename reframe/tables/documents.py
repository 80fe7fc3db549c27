"""Read the sentence frames and limits of documents from ``documents.toml`` of the tables."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from reframe.bundled import bundled
from reframe.errors import TableError

Frames = Mapping[str, Mapping[str, Any]]
"""The table as it stands: ``frames["bio"]["current"]``."""

_PARTS = (
    "names", "titles", "join", "letter", "linkedin", "bio", "value", "note", "deals", "promotion",
    "levels", "basis", "by", "cards", "interview", "placeholders",
)  # fmt: skip


def load_frames(folder: Path | None = None) -> Frames:
    """Return the frames of a table folder (the bundled one by default).

    Raises:
        TableError: when the table is missing, not TOML, or lacks a part.
    """
    return _load((folder or bundled("data", "tables")) / "documents.toml")


@cache
def _load(path: Path) -> Frames:
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise TableError(f"{path}: {error}. Restore the table, or reinstall.") from error
    missing = [part for part in _PARTS if part not in table]
    if missing:
        raise TableError(f"{path}:1:1: lacks [{missing[0]}]; restore the table, or reinstall")
    return table
