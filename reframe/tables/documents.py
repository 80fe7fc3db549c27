"""Read the sentence frames and limits of documents from ``documents.toml`` of the tables."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from reframe.bundled import bundled
from reframe.tables.parts import read_parts

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
    return read_parts((folder or bundled("data", "tables")) / "documents.toml", _PARTS)
