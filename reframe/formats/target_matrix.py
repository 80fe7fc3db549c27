"""The matrix of requirements and claims for a coach: Markdown, CSV and JSON."""

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping, Sequence

from reframe.core.target import Dot, Fit, Row
from reframe.core.wire import to_plain

_SHOWN = 3
_WEIGHTS = {"must": "must", "nice": "nice to have", "duty": "duty of the job"}
_STATUS = {
    "confirmed": "confirmed",
    "declared": "declared only",
    "related": "related only",
    "missing": "missing",
    "judge": "for a person to judge",
}
_MARKS = re.compile(r"([\\|*_`<\[\]])")
# A spreadsheet would calculate a cell that begins like this.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def matrix_markdown(fit: Fit, texts: Mapping[str, str], *, client: str) -> str:
    """Return the matrix as Markdown. ``texts`` has the lines of bullets by id."""
    target = fit.target
    lines = [f"# {_plain(client)}: the dots to {_plain(target.role)}", ""]
    if target.differs:
        lines += [f"What is different: {_plain(target.differs)}", ""]
    lines += [*_summary(fit), ""]
    if fit.rows:
        lines += [
            "| | Requirement | Stands | Shown by | Words that met | Not shown |",
            "|---|---|---|---|---|---|",
            *(_table_row(row) for row in fit.rows),
            "",
        ]
    lines += _legend()
    left = [s.bullet_id for s in fit.standings if s.left_out]
    if left:
        lines += ["", "## Left out of a fresh document", "",
                  "These lines speak to nothing that the target asks for. They stay in the client's own "
                  "file.", "", *(f"- {_plain(texts.get(key, key))}" for key in left)]  # fmt: skip
    flagged = [s for s in fit.standings if s.doubts or s.plainer]
    if flagged and fit.size:
        lines += ["", "## The target is below the present title", "",
                  f"{fit.size.held} → {fit.size.wanted}. No title or date changes, and nothing is "
                  "hidden.", ""]  # fmt: skip
        for standing in flagged:
            lines.append(f"- {_plain(texts.get(standing.bullet_id, standing.bullet_id))}")
            lines += [f"  - It {doubt}" for doubt in standing.doubts]
            if standing.plainer:
                lines.append(f"  - Plainer, at the same level: {_plain(standing.plainer)}")
    return "\n".join(lines) + "\n"


def matrix_csv(fit: Fit) -> str:
    """Return the matrix as CSV: a line for each requirement and each line that speaks to it."""
    out = io.StringIO()
    write = csv.writer(out, lineterminator="\n").writerow
    write(["weight", "requirement", "status", "where", "line", "this line", "by", "words", "not shown",
           "to judge"])  # fmt: skip
    for row in fit.rows:
        for dot in row.dots or (None,):
            told = [dot.where, dot.text, _standing_of(dot), ", ".join(dot.by), _words(dot)] if dot else [""] * 5  # fmt: skip
            cells = [row.requirement.weight, row.requirement.text, row.status, *told,
                     "; ".join(row.open), "; ".join(row.judge)]  # fmt: skip
            write([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in cells])
    return out.getvalue()


def matrix_json(fit: Fit) -> str:
    """Return the fit as JSON: the same fit gives the same text."""
    return json.dumps({"schema": 1, **to_plain(fit)}, ensure_ascii=False, indent=1, sort_keys=True)


def _summary(fit: Fit) -> Iterator[str]:
    counts = [f"{fit.count(status)} {label}" for status, label in _STATUS.items()]  # type: ignore[arg-type]
    yield f"{len(fit.rows)} requirements: {', '.join(counts)}."


def _legend() -> Sequence[str]:
    return (
        "*Confirmed*: the line rests on an answer in the ledger. *Declared only*: the source says it, "
        "and nobody has confirmed it yet. *Related only*: near it, but not the same thing, or a smaller "
        "part in it. *Missing*: no line says so, and none was made to.",
    )


def _table_row(row: Row) -> str:
    shown = [f"{_plain(dot.text)} ({_plain(dot.where)}; {_standing_of(dot)})"
             for dot in row.dots[:_SHOWN]]  # fmt: skip
    if len(row.dots) > _SHOWN:
        shown.append(f"and {len(row.dots) - _SHOWN} more")
    words = dict.fromkeys(_words(dot) for dot in row.dots[:_SHOWN])
    lacking = [_plain(word) for word in row.open]
    lacking += [f"to judge: {_plain(word)}" for word in row.judge]
    status = _STATUS[row.status]
    if row.open and row.status in ("confirmed", "declared"):
        status += ", in part"
    cells = (_WEIGHTS[row.requirement.weight], _plain(row.requirement.text), status,
             "<br>".join(shown), _plain("; ".join(words)), "; ".join(lacking))  # fmt: skip
    return f"| {' | '.join(cells)} |"


def _standing_of(dot: Dot) -> str:
    how = f"confirmed by {', '.join(dot.by)}" if dot.confirmed else "declared"
    return how if dot.full else f"related, {how}"


def _words(dot: Dot) -> str:
    return ", ".join(
        shared.found
        if shared.asked.casefold() == shared.found.casefold()
        else f"{shared.asked} ~ {shared.found}"
        for shared in dot.shared
    )


def _plain(text: str) -> str:
    return _MARKS.sub(r"\\\1", " ".join(text.split()))
