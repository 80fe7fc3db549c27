"""Return the client's own document: tracked changes, comments, or the clean final."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, time
from datetime import date as Day
from pathlib import Path

from reframe.core.diffs import edits_between
from reframe.core.evidence import Evidence
from reframe.core.resume import Line, Position
from reframe.core.review import Review
from reframe.core.suggestion import Edit, Suggestion
from reframe.core.synthesis import RoleFinding
from reframe.engine.asking import AMISS, SPLIT, TARGET, TOO, WAITING, WITHHELD, asked
from reframe.errors import StaleDecision, Unreadable, Unsupported
from reframe.formats.docx.redline import Change, Insertion, Refusal
from reframe.formats.docx.redline import redline as redline_docx
from reframe.formats.files import write_whole
from reframe.tables.checks import load_checks

AUTHOR = "Reframe (draft)"
# Lines of headers and footers have no margin of their own.
_IN_TEXT = re.compile(r"p\d+(?::\d+-\d+)?")


def redline(
    review: Review,
    path: str | Path,
    *,
    author: str = AUTHOR,
    date: datetime | Day | None = None,
    comments_only: bool = False,
    clean: bool = False,
) -> tuple[Refusal, ...]:
    """Write the client's own .docx with the review in it; return what could not be changed.

    Args:
        path: the file to write; the source is never touched.
        author: who the tracked changes and comments are by.
        date: when they were made (now); a day without a time is its midnight in UTC.
        comments_only: leave the text alone.
        clean: make the final: no revisions, comments or private metadata.

    Raises:
        Unsupported: when the résumé did not come from a .docx.
        ReframeError: when the file cannot be written.
    """
    resume = review.resume
    path = Path(path)
    if resume.format != "docx":
        raise Unsupported(
            f"{resume.source}: only a .docx can be returned with tracked changes. "
            "Use 'render' for a fresh document."
        )
    done = redline_docx(
        source_of(review),
        changes=[*_waiting_roles(review), *_changes(review)],
        insertions=list(_scope_lines(review)),
        author=author,
        date=_moment(date),
        comments_only=comments_only,
        clean=clean,
    )
    if _same_file(path, resume.source):
        raise Unsupported(f"{path}: this is the client's own file. Write to another name.")
    write_whole(path, done.data)
    return done.refused


def _same_file(path: Path, source: str) -> bool:
    # The source may be the name of something that is no file of this machine.
    return bool(source) and path.exists() and Path(source).exists() and path.samefile(source)


def _moment(day: datetime | Day | None) -> datetime:
    if day is None:
        return datetime.now(UTC)
    return day if isinstance(day, datetime) else datetime.combine(day, time(), UTC)


def source_of(review: Review) -> bytes:
    """Return the bytes that the review is about: its own, or its file's while unchanged."""
    resume = review.resume
    if resume.data:
        return resume.data
    try:
        data = Path(resume.source).read_bytes()
    except OSError as error:
        raise Unreadable(f"{resume.source}: cannot be read ({error.strerror}).") from error
    if hashlib.sha256(data).hexdigest() != resume.digest:
        raise StaleDecision(
            f"{resume.source}: the file was changed after the review. Review it again."
        )
    return data


def _changes(review: Review) -> Iterator[Change]:
    on_sheet = {question.about for question in review.sheet()}
    amiss = _amiss(review)
    for bullet in review.bullets():
        suggestion = review.suggestions(bullet.id)
        edits = _edits(review, bullet.id, suggestion)
        comment = _comment(
            suggestion,
            edits,
            review.evidence,
            ask=bool(edits) or bullet.id in on_sheet,
            notes=tuple(_target_notes(review, bullet.id)),
        )
        comment = "\n".join(filter(None, (comment, *amiss.pop(bullet.line.anchor, ())))) or None
        if edits or comment:
            yield Change(bullet.line.anchor, edits, comment)
    for anchor, told in amiss.items():
        yield Change(anchor, (), "\n".join(told))


def _amiss(review: Review) -> dict[str, list[str]]:
    """Return what the margin says of remarks, by anchor: the few that must not go out unseen."""
    book = load_checks()
    worthy = [
        remark
        for remark in review.remarks
        if _IN_TEXT.fullmatch(remark.anchor)
        and remark.code in book.checks
        and book.checks[remark.code].comment
    ]
    told: dict[str, list[str]] = {}
    for remark in worthy[: book.limits["comments"]]:
        doubt = f" The employer thinks: {remark.doubt}." if remark.doubt else ""
        line = f"{AMISS}“{remark.quote}”.{doubt} {remark.reason} {remark.alternative}"
        told.setdefault(remark.anchor, []).append(line)
    return told


def _edits(review: Review, bullet_id: str, suggestion: Suggestion) -> tuple[Edit, ...]:
    decision = review.decisions.get(bullet_id)
    if decision is None or (decision.kind == "accept" and decision.choice == 0):
        return suggestion.edits
    if decision.kind == "accept":
        return suggestion.alternatives[decision.choice - 1].edits
    if decision.kind == "decline":
        return ()
    return edits_between(suggestion.before, decision.text, origin="coach", why="The coach's words.")


def _confirmed(answer_ids: Sequence[str], evidence: Evidence) -> str:
    """Return who confirmed what, by the names of the questions."""
    names: dict[str, list[str]] = {}
    for answer_id in answer_ids:
        answer = evidence.get(answer_id)
        if answer is not None:
            name = answer_id.rsplit("/", 1)[-1].replace("_", " ")
            names.setdefault(answer.by, []).append(name)
    told = "Confirmed by: " + "; ".join(f"{by} ({', '.join(what)})" for by, what in names.items())
    found = (evidence.get(answer_id) for answer_id in answer_ids)
    return f"{told}\nLedger: {', '.join(answer.ledger_id for answer in found if answer)}"


def _comment(
    suggestion: Suggestion,
    edits: tuple[Edit, ...],
    evidence: Evidence,
    *,
    ask: bool,
    notes: Sequence[str],
) -> str | None:
    lines: list[str] = []
    if edits:
        lines.append(f"Why: {suggestion.explanation}")
        levels = ", ".join(sorted(c.value for c in suggestion.claims))
        lines.append(f"Claim: {levels}")
        if suggestion.answer_ids:
            lines.append(_confirmed(suggestion.answer_ids, evidence))
    if suggestion.waiting:
        lines.append(f"{WAITING}{suggestion.waiting.text}")
    lines += suggestion.doubts
    lines += [f"{WITHHELD}“{w.text}”. {w.reason}" for w in suggestion.withheld]
    if suggestion.split:
        parts = " ".join(f"({n}) {text}" for n, text in enumerate(suggestion.split, start=1))
        lines.append(f"{SPLIT}{parts}")
    lines += notes
    if ask and suggestion.questions:
        lines.append(asked(suggestion.questions[0]))
    return "\n".join(lines) or None


def _target_notes(review: Review, bullet_id: str) -> Iterator[str]:
    """Yield what the target says of a line: nothing is moved or deleted for its sake here."""
    standing = review.fit.standing(bullet_id) if review.fit else None
    if review.fit is None or standing is None:
        return
    if standing.left_out:
        role = review.fit.target.role
        yield (
            f"{TARGET}less relevant for {role}: the line speaks to nothing that is asked for. It "
            "stays here; a fresh document leaves it out."
        )
    for doubt in standing.doubts:
        yield f"{TARGET}this line {doubt}"
    if standing.plainer:
        yield f"{TARGET}plainer, at the same level: {standing.plainer}"


def _scope_lines(review: Review) -> Iterator[Insertion]:
    positions = {position.id: position for position in review.resume.positions()}
    for post_id, role in review.scopes().items():
        position = positions.get(post_id)
        if position and position.lines:
            yield Insertion(
                after=_header_end(position).anchor,
                text=role.scope_line,
                comment=_role_comment(role, review.evidence, notes=_scope_notes(review, role)),
                italic=True,
            )


def _waiting_roles(review: Review) -> Iterator[Change]:
    """Yield a comment at each post whose scope line only waits for the coach's sign-off."""
    positions = {position.id: position for position in review.resume.positions()}
    told = {role.position_id for role in review.roles if role.scope_line}
    waiting: dict[str, list[str]] = {}
    for role in review.roles:
        if role.waiting and role.position_id in positions.keys() - told:
            waiting.setdefault(role.position_id, []).append(f"{WAITING}{role.waiting}")
    for key, lines in waiting.items():
        if positions[key].lines:
            yield Change(_header_end(positions[key]).anchor, (), "\n".join(lines))


def _header_end(position: Position) -> Line:
    """Return the header line that a scope line goes under: the last that names the post."""
    named = [
        line
        for line in position.lines
        if any(part and part in line.text for part in (position.title, position.employer))
    ]
    return (named or list(position.lines))[-1]


def _scope_notes(review: Review, role: RoleFinding) -> list[str]:
    doubts = review.fit.scope_doubts.get(role.position_id, ()) if review.fit else ()
    others = [
        other.scope_line
        for other in review.roles
        if other.position_id == role.position_id and other is not role and other.scope_line
    ]
    return [*(f"{TARGET}this line {doubt}" for doubt in doubts), *(f"{TOO}{x}" for x in others)]


def _role_comment(role: RoleFinding, evidence: Evidence, *, notes: Sequence[str]) -> str:
    levels = ", ".join(sorted(claim.value for claim in role.claims))
    lines = [
        f"Why: {len(role.shown)} parts of one system show in this role, and the answers confirm it "
        f"(step {role.step} of {role.pattern_id}).",
        f"Claim: {levels}",
        _confirmed(role.answer_ids, evidence),
        *notes,
    ]
    if role.waiting:
        lines.append(f"{WAITING}{role.waiting}")
    return "\n".join(lines)
