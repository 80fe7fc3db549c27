"""What a coach sees of a résumé after reading: the golden files are meant to be read."""

from pathlib import Path

import pytest

from reframe.core.resume import Bullet, Position, Resume
from reframe.formats.docx.read import read_docx

SAMPLES = Path(__file__).parent / "samples"
# One of each build: dashes and titles in one line, tables with dates, label blocks, a side
# column, text boxes, posts without a heading, soft returns, Spanish.
READ = [
    "google-docs-42",
    "header-name-35",
    "list-bullet-style-sdt-25",
    "quickword-textbox-36",
    "revisions-deletion-31",
    "soft-return-bullets-22",
    "spanish-simple-48",
    "table-many-small-04",
    "table-two-column-03",
    "textbox-sidebar-09",
    "typed-dash-smarttags-21",
]


def outline(resume: Resume) -> str:
    """The tree of a résumé as text, every line cut at 100 characters."""
    rows = [f"name: {resume.name}"]
    for label in ("contact", "furniture", "unplaced"):
        rows += [f"{label}: {' '.join(line.text.split())}" for line in getattr(resume, label)]
    rows += [f"warning: {warning}" for warning in resume.warnings]
    for section in resume.sections:
        rows += ["", f"## {section.kind}: {section.heading.text if section.heading else '-'}"]
        rows += [f"    {' '.join(line.text.split())}" for line in section.lines]
        rows += [_bullet(bullet, "  ") for bullet in section.bullets]
        for position in section.positions:
            rows += ["", _post(position)]
            rows += [f"    {' '.join(line.text.split())}" for line in position.lines]
            rows += [_bullet(bullet, "    ") for bullet in position.bullets]
    return "\n".join(row[:100].rstrip() for row in rows) + "\n"


def _post(position: Position) -> str:
    span = f"{position.start or '?'} to {'today' if position.current else position.end or '?'}"
    parts = (position.title or "?", position.employer or "?", position.location or "-", span)
    return "  > " + " | ".join(parts)


def _bullet(bullet: Bullet, indent: str) -> str:
    return f"{indent}{'  ' * bullet.level}* {' '.join(bullet.text.split())}"


@pytest.mark.parametrize("name", READ)
def test_the_tree_is_as_a_coach_agreed(name: str, golden) -> None:
    data = (SAMPLES / f"{name}.docx").read_bytes()
    golden(f"docx_read/{name}.txt", outline(read_docx(data, source=name)))
