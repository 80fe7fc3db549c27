"""One client's file through the whole way: read, review, return, ask."""

from dataclasses import dataclass, replace
from datetime import date as Day
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO, get_args

from reframe.core.attaching import remember
from reframe.core.merging import conflicts
from reframe.core.review import Review
from reframe.core.target import Status, Target
from reframe.engine.keeping import keep_answers
from reframe.engine.reading import doubt_of, read
from reframe.engine.reframer import Reframer
from reframe.engine.remarking import remarks_on
from reframe.engine.reporting import write_report
from reframe.engine.sheets import sheet_paths, write_sheets
from reframe.errors import LedgerError, Unreadable
from reframe.formats.docx.redline import Refusal
from reframe.formats.files import write_whole
from reframe.formats.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Drafted:
    """What was written for one file."""

    source: Path
    folder: Path
    review: Review
    written: tuple[Path, ...]
    refused: tuple[Refusal, ...]

    @property
    def changed(self) -> int:
        """How many bullets have a suggestion."""
        return sum(s.changed for s in self.review.suggestions_by_id.values())

    def summary(self) -> dict[str, Any]:
        """Return the figures of the draft, for a program."""
        suggestions = self.review.suggestions_by_id.values()
        return {
            "file": str(self.source),
            "folder": str(self.folder),
            "bullets": len(self.review.suggestions_by_id),
            "changed": self.changed,
            "unsure": sum(not s.confident for s in suggestions),
            "questions": len(self.review.sheet()),
            "scope_lines": [r.scope_line for r in self.review.roles if r.scope_line],
            "conflicts": [c for r in self.review.roles for c in r.conflicts],
            "offers": [offer for r in self.review.roles for offer in r.offers],
            "waiting": [r.waiting for r in self.review.roles if r.waiting]
            + [s.waiting.text for s in suggestions if s.waiting],
            "orphans": [
                {"line": o.line_id, "text": o.text, "answers": o.answers, "near": o.near}
                for o in self.review.orphans
            ],
            "disputed": [c.question_id for c in conflicts(self.review.evidence)],
            **self._fit(),
            "remarks": [
                {"code": r.code, "line": r.number, "text": r.quote} for r in self.review.remarks
            ],
            "unplaced": len(self.review.unplaced),
            "warnings": list(self.review.resume.warnings),
            "not_changed": [{"anchor": r.anchor, "reason": r.reason} for r in self.refused],
            "written": [str(path) for path in self.written],
        }

    def _fit(self) -> dict[str, Any]:
        fit = self.review.fit
        if fit is None:
            return {}
        counts = {status: fit.count(status) for status in get_args(Status)}
        left = [self.review.text(bullet.id) for bullet in self.review.left_out()]
        return {"target": fit.target.role, "requirements": counts, "less_relevant": left}


def check_owner(ledger: Ledger, name: str, path: Path) -> None:
    """Refuse a ledger that names another client: one client's answers never reach another.

    Raises:
        LedgerError: when the names share no word.
    """
    one, other = (set(text.casefold().split()) for text in (ledger.client, name))
    if one and other and not one & other:
        raise LedgerError(
            f"{path}: the ledger of {ledger.client}, and the résumé is {name}'s. Give the "
            "client's own ledger; if it is, correct 'client' in it."
        )


def draft_file(
    source: Path | BinaryIO,
    out: Path,
    reframer: Reframer,
    *,
    name: str | None = None,
    ledger: Path | None = None,
    target: Target | str | Path | None = None,
    comments_only: bool = False,
    clean: bool = False,
    author: str | None = None,
    date: datetime | Day | None = None,
    report: bool = True,
) -> Drafted:
    """Draft one résumé into its folder under ``out``, called ``name`` or like the file.

    ``author`` and ``date`` are what the tracked changes and comments are signed with. With
    ``report`` the coach's page about the client is written too.

    The ledger is the one given, else the client's own in that folder from an earlier draft. With
    a ``target`` (or the path of its brief), the matrix of requirements and claims stands beside.
    ``source`` may be an open binary file whose ``name`` is the file's.

    Raises:
        ReframeError: when the résumé or ledger cannot be read, or nothing can be written.
    """
    path = source if isinstance(source, Path) else Path(source.name)
    resume = read(source)
    folder = out / (name or path.stem)
    kept = folder / f"{path.stem}.ledger.yaml"
    if ledger is not None:
        evidence = Ledger.load(ledger)
    else:
        evidence = Ledger.load(kept) if kept.is_file() else Ledger(client=resume.name)
    if not any(True for _ in resume.placed_bullets()) and not resume.sections:
        raise Unreadable(f"{resume.source}: no line of a résumé was found. Is it the right file?")
    if doubt := doubt_of(resume):
        resume = replace(resume, warnings=(*resume.warnings, doubt))
    check_owner(evidence, resume.name, ledger or kept)
    for sheet in sheet_paths(folder, path.stem):
        keep_answers(sheet, evidence, lambda: reframer)
    review = reframer.review(resume, evidence, target=target)
    review = replace(review, remarks=remarks_on(resume, reframer))
    written: list[Path] = []
    refused: tuple[Refusal, ...] = ()
    if resume.format == "docx":
        from reframe.engine.returning import AUTHOR, redline

        made = folder / f"{path.stem}_{'FINAL' if clean else 'DRAFT'}.docx"
        refused = redline(
            review,
            made,
            author=author or AUTHOR,
            date=date,
            comments_only=comments_only,
            clean=clean,
        )
    else:
        from reframe.engine.rendering import render

        made = folder / f"{path.stem}_DRAFT.md"
        # A draft is the client's own document: every line in its place, whatever the target.
        whole = replace(review, fit=None)
        render(whole, template="plain", out=made, final=False, reframer=reframer)
    written.append(made)
    if review.fit is not None:
        # Imported here: a draft without a target should not wait for what reads one.
        from reframe.engine.briefs import write_matrix

        written += write_matrix(review, folder)
    written += write_sheets(review, folder, path.stem)
    Ledger.of(remember(review.evidence, resume, review.suggestions_by_id)).save(kept)
    write_whole(folder / "review.json", review.to_json().encode())
    written += [kept, folder / "review.json"]
    if report:
        write_report(review, folder / "report.html", refused=refused, reframer=reframer)
        written.append(folder / "report.html")
    return Drafted(path, folder, review, tuple(written), refused)
