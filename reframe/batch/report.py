"""The cohort's report: a table for programs, and one page for people.

Both say what the rows say and nothing of the day or the machine: the same rows give the same
bytes. The page is whole in itself and fetches nothing.
"""

import csv
import io
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from reframe.batch.figures import COUNTED
from reframe.batch.stores import below, write_file
from reframe.batch.tasks import Row
from reframe.bundled import bundled

COLUMNS = (
    "file", "status", "kind", "error", "folder", "bullets", "changed", "unsure", "questions",
    "unplaced", "scope_lines", "conflicts", "warnings", "not_changed",
)  # fmt: skip
_SUMS = ("bullets", "changed", "unsure", "questions", "unplaced")
_SHOWN = 1000
"""How many files the page lists; the table has all."""


@dataclass(slots=True)
class Totals:
    """Sums over the rows of a run."""

    files: int = 0
    failed: int = 0
    sums: Counter[str] = field(default_factory=Counter)
    counts: dict[str, Counter[str]] = field(default_factory=lambda: {n: Counter() for n in COUNTED})
    kinds: Counter[str] = field(default_factory=Counter)
    path: str = ""

    @property
    def changed(self) -> int:
        """How many bullets were reworded."""
        return self.sums["changed"]


def write_report(rows: Callable[[], Iterator[Row]], out: str) -> Totals:
    """Write ``report.csv`` and ``report.html`` into ``out``; return the sums.

    ``rows`` begins anew with every call, so that no more than one row need be held.

    Raises:
        ReframeError: when they cannot be written.
    """
    totals = Totals()
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(COLUMNS)
    done: list[dict[str, Any]] = []
    lost: list[dict[str, Any]] = []
    for row in rows():
        _add(totals, row)
        row = {**row, "folder": _inside(str(row.get("folder", "")), out)}
        writer.writerow([_cell(row.get(name, "")) for name in COLUMNS])
        listed = lost if row["status"] == "failed" else done
        if len(listed) < _SHOWN:
            listed.append(_listed(row))
    write_file(below(out, "report.csv"), table.getvalue().encode())
    totals.path = below(out, "report.html")
    write_file(totals.path, _page(totals, done, lost).encode())
    return totals


def _add(totals: Totals, row: Row) -> None:
    totals.files += 1
    if row["status"] == "failed":
        totals.failed += 1
        totals.kinds[row["kind"]] += 1
        return
    for name in _SUMS:
        totals.sums[name] += row[name]
    for name in COUNTED:
        totals.counts[name].update(row[name])


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        return len(value)
    # A spreadsheet would take such a text for a formula.
    return f"'{value}" if isinstance(value, str) and value[:1] in {"=", "+", "-", "@"} else value


def _inside(folder: str, out: str) -> str:
    """Return a folder as seen from the report, which may be moved together with it."""
    return folder.removeprefix(out.rstrip("/\\")).lstrip("/\\")


def _listed(row: Row) -> dict[str, Any]:
    kept = {name: row.get(name, "") for name in ("file", "kind", "error", *_SUMS)}
    return {**kept, "link": quote(row["folder"]) + "/"}


def _page(totals: Totals, done: list[dict[str, Any]], lost: list[dict[str, Any]]) -> str:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(bundled("templates", "html")),
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    values = tomllib.loads(bundled("data", "tables", "values.toml").read_text(encoding="utf-8"))
    return environment.get_template("cohort.html.j2").render(
        totals=totals,
        done=done,
        lost=lost,
        values={name: entry["title"] for name, entry in values.items()},
    )
