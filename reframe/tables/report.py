"""Read the words of the coach's report from ``report.toml`` of the tables."""

from collections.abc import Mapping
from pathlib import Path

from reframe.bundled import bundled
from reframe.tables.parts import read_parts

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
    return read_parts((folder or bundled("data", "tables")) / "report.toml", _PARTS)
