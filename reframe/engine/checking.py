"""Check any draft against its source, by anyone: one bullet, or whole documents."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from reframe.core.aligning import aligned
from reframe.core.attaching import attach
from reframe.core.claims import Claim
from reframe.core.evidence import Evidence
from reframe.core.guard_finding import Finding, finding
from reframe.core.lexicon import Lexicon
from reframe.core.resume import Position, Resume
from reframe.engine.reading import read
from reframe.engine.reframer import Reframer

Checked = tuple[str, str, tuple[Finding, ...]]
"""A line of the source, what it became, and what is wrong with that."""


@cache
def bundled_reframer() -> Reframer:
    """Return the engine with everything bundled, the same for every call."""
    return Reframer()


def check(before: str, after: str, ledger: Evidence | None = None) -> list[Finding]:
    """Return the unlicensed claims and lost facts of ``after``; an empty list means none.

    ``ledger`` holds confirmed answers about the bullet ``before``. The bundled rules are loaded
    once; for rules of one's own use :meth:`reframe.Reframer.check`.
    """
    return list(bundled_reframer().check(before, after, ledger))


def check_files(
    before: Path, after: Path, reframer: Reframer, ledger: Evidence | None
) -> list[Checked]:
    """Return every line of two résumés with what is wrong with it, in the order of the source.

    Bullets are compared within their posts; titles, employers and dates must be the same, and
    a new line under a title must be a scope line that the ledger licenses.

    Raises:
        ResumeError: when a file cannot be read.
    """
    source, draft = read(before), read(after)
    if ledger is not None:
        ledger = attach(ledger, source, reframer.lexicon).evidence
    return [
        *_headers(source, draft, reframer, ledger),
        *_bullets(source, draft, reframer, ledger),
    ]


def _headers(
    source: Resume, draft: Resume, reframer: Reframer, ledger: Evidence | None
) -> Iterator[Checked]:
    old, new = list(source.positions()), list(draft.positions())
    names = [[f"{p.title} {p.employer} {p.dates}" for p in side] for side in (old, new)]
    scope = {r.scope_line for r in reframer.review(source, ledger).roles if r.scope_line}
    for i, j in aligned(*names):
        if i is None and j is not None:
            yield "", names[1][j], (_whole("unlicensed", "title", names[1][j], reframer.lexicon),)
        elif j is None and i is not None:
            yield names[0][i], "", (_whole("lost", "title", names[0][i], reframer.lexicon),)
        elif i is not None and j is not None:
            yield from _header(old[i], new[j], scope, reframer.lexicon)


def _header(old: Position, new: Position, scope: set[str], lexicon: Lexicon) -> Iterator[Checked]:
    for part in ("title", "employer", "location", "dates"):
        was, now = getattr(old, part), getattr(new, part)
        if was.split() != now.split():
            kind = "date" if part == "dates" else "title"
            found = [_whole("unlicensed", kind, now, lexicon)] if now else []
            lost = [_whole("lost", kind, was, lexicon)] if was else []
            yield was, now, (*found, *lost)
    known = " ".join(line.text for line in old.lines).split()
    for line in new.lines:
        text = " ".join(line.text.split())
        words = [word for word in text.split() if word.strip(",;|·–—-")]
        # The same facts may stand on other lines; a licensed scope line is new.
        if text not in scope and any(word.rstrip(",;") not in _bare(known) for word in words):
            yield "", text, (_whole("unlicensed", "word", text, lexicon),)


def _bare(words: list[str]) -> set[str]:
    return {word.rstrip(",;") for word in words}


def _bullets(
    source: Resume, draft: Resume, reframer: Reframer, ledger: Evidence | None
) -> Iterator[Checked]:
    old = [bullet for bullet, _, _ in source.placed_bullets()]
    new = [bullet for bullet, _, _ in draft.placed_bullets()]
    for i, j in aligned([b.text for b in old], [b.text for b in new], between=True):
        if i is None and j is not None:
            text = new[j].text
            yield "", text, (_whole("unlicensed", "word", text, reframer.lexicon),)
        elif j is None and i is not None:
            text = old[i].text
            yield text, "", (_whole("lost", "word", text, reframer.lexicon),)
        elif i is not None and j is not None:
            was, now = old[i].text, new[j].text
            yield was, now, reframer.check(was, now, ledger, about=old[i].id)


def _whole(kind: str, cls: str, text: str, lexicon: Lexicon) -> Finding:
    claim = Claim.NEVER if cls in {"title", "date"} else None
    return finding(kind, cls, text, 0, len(text), lexicon, claim=claim)  # type: ignore[arg-type]
