"""Read a draft back: what the coach and the client accepted, rejected, reworded and answered."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from reframe.core.guard_finding import Finding
from reframe.core.review import Decision, Review
from reframe.core.rule import RuleBook
from reframe.engine.answering import Refusal
from reframe.engine.asking import is_ours, only_commented
from reframe.engine.pairing import paired
from reframe.engine.reframer import Reframer
from reframe.engine.replies import read_replies
from reframe.errors import StaleDecision, Unreadable
from reframe.formats.docx.marked import Marked, MarkedLine, read_marked
from reframe.formats.sheet_words import Filled

Status = Literal["stands", "gone", "reworded", "removed", "same", "commented"]


@dataclass(frozen=True, slots=True)
class LineBack:
    """What became of one bullet. ``open`` says that tracked changes are still in the line;
    ``findings`` are the guard's, of a line that was reworded by hand.

    ``same`` is a line that nothing was suggested for and that nobody touched; ``commented`` one
    whose suggestion stands in a comment alone: that it was left as it is decides nothing.
    """

    bullet_id: str
    status: Status
    text: str
    decision: Decision | None = None
    open: bool = False
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadBack:
    """What came back: every bullet of the review, and the answers to its questions as a filled
    sheet, for :func:`reframe.engine.answering.take`; ``refused`` are replies that are not clear,
    ``scope_gone`` the scope lines that no longer stand as they were drafted.
    """

    lines: tuple[LineBack, ...]
    replies: tuple[Filled, ...]
    refused: tuple[Refusal, ...]
    scope_gone: tuple[str, ...] = ()

    def of(self, status: Status) -> tuple[LineBack, ...]:
        """Return the bullets with a status."""
        return tuple(line for line in self.lines if line.status == status)

    def decisions(self) -> Mapping[str, Decision]:
        """Return what was decided, by bullet id.

        A suggestion that is still tracked is not decided, and a bullet that was removed is no
        longer there to decide on.
        """
        return {line.bullet_id: line.decision for line in self.lines if line.decision}

    def decided(self, review: Review) -> Review:
        """Return the review with these decisions."""
        for bullet_id, decision in self.decisions().items():
            review = review.decide(bullet_id, decision)
        return review

    def report(self) -> str:
        """Return the figures, and what the guard found, for a person."""
        figures = Counter(line.status for line in self.lines)
        waiting = sum(line.open for line in self.of("stands"))
        lines = [
            f"  suggestions: {figures['stands']} stand ({waiting} still to accept), "
            f"{figures['gone']} rejected, {figures['reworded']} reworded by hand, "
            f"{figures['removed']} bullets removed"
        ]
        if figures["commented"]:
            lines.append(f"  only commented on, and left as they were: {figures['commented']}")
        for line in self.of("reworded"):
            lines.append(f"  reworded: {line.text}")
            lines += [f"    {finding.cls}: {finding.message}" for finding in line.findings]
        lines += [f"  removed: {line.text}" for line in self.of("removed")]
        lines += [f"  scope line gone or reworded: {text}" for text in self.scope_gone]
        return "\n".join(lines)


def read_back(review: Review, path: str | Path, *, reframer: Reframer | None = None) -> ReadBack:
    """Return what became of a review's draft in Word, and the answers in its comments.

    Args:
        review: the one that the draft was made from, as in its review.json.
        path: the draft as it came back, a .docx.
        reframer: checks what was reworded by hand; the bundled rules by default.

    Raises:
        ResumeError: when the file cannot be read.
        StaleDecision: when it holds none of the review's bullets.
    """
    marked = read_draft(path)
    reframer = reframer or Reframer()
    filled, refused = read_replies(marked.threads, reframer.book)
    shown = {_plain(line.text) for line in marked.lines}
    alone, _ = only_commented(thread.lines for thread in marked.threads)
    scope = () if alone else [role.scope_line for role in review.scopes().values()]
    return ReadBack(
        _lines_back(review, marked, reframer, path),
        filled,
        refused,
        tuple(text for text in scope if text and _plain(text) not in shown),
    )


def read_answers(
    path: str | Path, book: RuleBook
) -> tuple[tuple[Filled, ...], tuple[Refusal, ...]]:
    """Return the answers in a draft's comments alone, for a draft whose review is not at hand."""
    return read_replies(read_draft(path).threads, book)


def is_draft(path: str | Path) -> bool:
    """Whether a file is a draft of ours: a .docx with a comment that we wrote.

    Raises:
        ResumeError: when the file is no .docx.
    """
    return any(is_ours(thread.lines) for thread in read_draft(path).threads)


def read_draft(path: str | Path) -> Marked:
    """Return the lines and comments of a draft; see :func:`read_back` for the errors."""
    try:
        return read_marked(Path(path).read_bytes(), name=str(path))
    except OSError as error:
        raise Unreadable(f"{path}: cannot be read ({error.strerror}).") from error


def _lines_back(
    review: Review, marked: Marked, reframer: Reframer, path: str | Path
) -> tuple[LineBack, ...]:
    bullets = review.bullets()
    known = [_wordings(review, bullet.id) for bullet in bullets]
    scope = {_plain(role.scope_line) for role in review.roles if role.scope_line}
    lines = [line for line in marked.lines if _plain(line.text) not in scope]
    alone, left = only_commented(thread.lines for thread in marked.threads)
    not_made = {_plain(text) for text in left}
    pairs = paired(
        [list(wordings) for wordings in known],
        [_plain(line.text) for line in lines],
        items={at for at, line in enumerate(lines) if line.bullet},
    )
    if bullets and not pairs:
        raise StaleDecision(
            f"{path}: holds none of the review's lines. Is it the draft of another résumé?"
        )
    found: list[LineBack] = []
    for at, bullet in enumerate(bullets):
        if at not in pairs:
            found.append(LineBack(bullet.id, "removed", review.text(bullet.id)))
            continue
        line = lines[pairs[at]]
        status, decision = _status(review, bullet.id, known[at], line)
        if status == "gone" and (alone or _plain(review.text(bullet.id)) in not_made):
            status, decision = "commented", None
        findings: tuple[Finding, ...] = ()
        if status == "reworded":
            findings = reframer.check(bullet.text, line.text, review.evidence, about=bullet.id)
        found.append(LineBack(bullet.id, status, line.text, decision, line.open, findings))
    return tuple(found)


def _wordings(review: Review, bullet_id: str) -> dict[str, Decision | None]:
    """Return the wordings that the bullet may come back in, the draft's own first."""
    suggestion = review.suggestions(bullet_id)
    kept = review.decisions.get(bullet_id)
    wordings: dict[str, Decision | None] = {}
    if suggestion.changed or kept:
        wordings[_plain(review.text(bullet_id))] = kept or Decision.accept()
        wordings.setdefault(_plain(suggestion.after), Decision.accept())
    for number, other in enumerate(suggestion.alternatives, start=1):
        wordings.setdefault(_plain(other.text), Decision.accept(number))
    declined = Decision.decline() if suggestion.changed or suggestion.alternatives else None
    wordings.setdefault(_plain(suggestion.before), declined)
    return wordings


def _status(
    review: Review, bullet_id: str, known: Mapping[str, Decision | None], line: MarkedLine
) -> tuple[Status, Decision | None]:
    text = _plain(line.text)
    suggestion = review.suggestions(bullet_id)
    if text not in known:
        return "reworded", Decision.edit(line.text)
    if text == _plain(suggestion.before):
        if not suggestion.changed and bullet_id not in review.decisions:
            return "same", None
        if text != _plain(review.text(bullet_id)):
            return "gone", Decision.decline()
    return "stands", None if line.open else known[text]


def _plain(text: str) -> str:
    return " ".join(text.split())
