"""Read the words of the coach's report from ``report.toml`` of the tables."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from reframe.bundled import bundled
from reframe.errors import TableError

ReportWords = Mapping[str, Mapping[str, str]]
"""The table as it stands: ``words["levels"]["scope"]``."""

_PARTS = (
    "levels", "means", "states", "kept", "origins", "noticed", "kinds", "rows", "rungs", "figures",
    "values", "target",
)  # fmt: skip


def load_report_words(folder: Path | None = None) -> ReportWords:
    """Return the words of a table folder (the bundled one by default).

    Raises:
        TableError: when the table is missing, not TOML, or lacks a part.
    """
    return _load((folder or bundled("data", "tables")) / "report.toml")


@cache
def _load(path: Path) -> ReportWords:
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise TableError(f"{path}: {error}. Restore the table, or reinstall.") from error
    missing = [part for part in _PARTS if part not in table]
    if missing:
        raise TableError(f"{path}:1:1: lacks [{missing[0]}]; restore the table, or reinstall")
    return table
