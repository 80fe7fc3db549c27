"""The matrix of requirements and claims for a coach: Markdown, CSV and JSON."""

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from itertools import groupby

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
_HEAD = (
    "| | | Requirement | Stands | Shown by | Words that met | Not shown |",
    "|---|---|---|---|---|---|---|",
)
_LEGEND = (
    "*Confirmed*: the line rests on an answer in the ledger. *Declared only*: the source says it, "
    "and nobody has confirmed it. *Related only*: near it, but not the same thing, or a smaller part "
    "in it. *Missing*: no line says so, and none was made to."
)
_MARKS = re.compile(r"([\\|*_`<\[\]])")
# A spreadsheet would calculate a cell that begins like this.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def matrix_markdown(fit: Fit, texts: Mapping[str, str], *, client: str) -> str:
    """Return the matrix as Markdown, with what the target asks of the lines below it.

    ``texts`` has the lines of bullets, the names of posts, and by ``<post>/scope`` their scope
    lines.
    """
    lines = [f"# {_plain(client)}: the dots to {_plain(fit.target.role)}", ""]
    if fit.target.differs:
        lines += [f"What is different: {_plain(fit.target.differs)}", ""]
    lines.append(_summary(fit))
    if fit.rows:
        lines += [
            "",
            *_HEAD,
            *(_table_row(n, row) for n, row in enumerate(fit.rows, start=1)),
            "",
            _LEGEND,
        ]
    lines += _ordered(fit, texts)
    lines += _sized(fit, texts)
    return "\n".join(lines) + "\n"


def _ordered(fit: Fit, texts: Mapping[str, str]) -> Iterator[str]:
    """Yield the lines of each post in the order for the target, and what is left out."""
    if not any(standing.score for standing in fit.standings):
        return
    yield from ("", "## The lines of each post, the most relevant first", "")
    yield "A fresh document has this order. The client's own file keeps its own, and every line."
    for post, standings in groupby(fit.standings, key=lambda standing: standing.position_id):
        yield from ("", f"**{_plain(texts.get(post, post))}**", "")
        for standing in standings:
            told = [*standing.value]
            if standing.serves:
                told.insert(0, f"asked for: {', '.join(str(n + 1) for n in standing.serves)}")
            if standing.left_out:
                told.append("left out of a fresh document")
            why = f" ({'; '.join(told)})" if told else ""
            yield f"{standing.rank + 1}. {_plain(texts[standing.bullet_id])}{why}"


def _sized(fit: Fit, texts: Mapping[str, str]) -> Iterator[str]:
    """Yield what a target below the present title asks of the lines about leading."""
    if fit.size is None or not fit.size.below:
        return
    yield from ("", "## The target is below the present title", "")
    yield (
        f"Present: {fit.size.held}. Target: {fit.size.wanted}. No title or date changes and nothing "
        "is hidden; among lines that serve alike, the client's own work comes first."
    )
    told = [(texts[f"{post}/scope"], found, "") for post, found in fit.scope_doubts.items()]
    told += [
        (texts[standing.bullet_id], standing.doubts, standing.plainer)
        for standing in fit.standings
        if standing.doubts or standing.plainer
    ]
    for line, doubts, plainer in told:
        yield from ("", f"- {_plain(line)}")
        yield from (f"  - It {doubt}" for doubt in doubts)
        if plainer:
            yield f"  - Plainer, at the same level: {_plain(plainer)}"


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


def _summary(fit: Fit) -> str:
    counts = [f"{fit.count(status)} {label}" for status, label in _STATUS.items()]  # type: ignore[arg-type]
    return f"{len(fit.rows)} requirements: {', '.join(counts)}."


def _table_row(number: int, row: Row) -> str:
    shown = [f"{_plain(dot.text)} ({_plain(dot.where)}; {_standing_of(dot)})"
             for dot in row.dots[:_SHOWN]]  # fmt: skip
    if len(row.dots) > _SHOWN:
        shown.append(f"and {len(row.dots) - _SHOWN} more")
    words = dict.fromkeys(_words(dot) for dot in row.dots[:_SHOWN])
    lacking = [_plain(word) for word in row.open]
    lacking += [f"to judge: {_plain(word)}" for word in row.judge]
    status = _STATUS[row.status]
    if (row.open or row.judge) and row.status in ("confirmed", "declared"):
        status += ", in part"
    cells = (str(number), _WEIGHTS[row.requirement.weight], _plain(row.requirement.text), status,
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
