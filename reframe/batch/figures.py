"""The figures of one draft that a cohort's report adds up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    # What adds figures up needs no engine.
    from reframe.engine.drafting import Drafted

COUNTED = ("frames", "values", "claims")
"""The figures that are counts by name; the others are plain numbers."""


def figures(done: Drafted) -> dict[str, Any]:
    """Return the summary of a draft with counts of the weak openers found, the questions by
    value category, and the claim levels that the wordings reach."""
    suggestions = done.review.suggestions_by_id.values()
    marks = (mark.partition(":") for s in suggestions for mark in s.diagnosis)
    return {
        **done.summary(),
        "frames": _counts(name for kind, _, name in marks if kind == "frame"),
        "values": _counts(q.value or "other" for q in done.review.sheet()),
        "claims": _counts(claim.value for s in suggestions if s.changed for claim in s.claims),
    }


def _counts(names: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(names).items()))
