"""Remarks: what a reader of a résumé may take amiss, with the reason and what to do.

Nothing is reworded by a remark: it goes to the coach, who decides.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Where = Literal["bullets", "prose", "posts", "headings", "contact"]
"""Kinds of lines: acts of a post, other running text, a post's own lines, titles, and the lines
with the name and address (with page headers and footers)."""


@dataclass(frozen=True, slots=True)
class Place:
    """A line of a résumé: its kind, the post or section it stands in, and its number from 1."""

    text: str
    where: Where
    anchor: str = ""
    number: int = 0
    under: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """What is looked for and what is said when it is found.

    ``patterns`` are words (see :mod:`reframe.core.remark_pattern`), none for a check whose finding
    is code; ``unless`` silences it on a whole line. ``places`` are the countries where it is a
    fault, none for everywhere. ``named`` tells that a name in capitals counts too. ``comment``
    tells that it belongs in the margin of a draft; ``covers`` are the checks that have nothing to
    add on a line where this one speaks.
    """

    code: str
    title: str
    reason: str
    alternative: str
    doubt: str = ""
    patterns: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    where: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    named: bool = False
    comment: bool = False
    covers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Remark:
    """One finding: ``text[start:end]`` is what it is about.

    ``under`` names the post or section, ``number`` the line, and ``also`` the numbers of further
    lines that the same remark is about. ``doubt`` is what the words make an employer think.
    """

    code: str
    text: str
    start: int
    end: int
    reason: str
    alternative: str
    doubt: str = ""
    anchor: str = ""
    number: int = 0
    under: str = ""
    also: tuple[int, ...] = ()

    @property
    def quote(self) -> str:
        """The words that the remark is about."""
        return self.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class CheckBook:
    """The checks by code, in the order of their files, and the limits of lengths and counts."""

    checks: Mapping[str, Check]
    limits: Mapping[str, int] = field(default_factory=dict)

    def chosen(self, *, only: frozenset[str], skip: frozenset[str]) -> "CheckBook":
        """Return the book with the checks of ``only`` (all when empty) that are not in ``skip``."""
        kept = {
            code: check
            for code, check in self.checks.items()
            if (not only or code in only) and code not in skip
        }
        return CheckBook(kept, self.limits)


def remark(
    check: Check,
    place: Place,
    start: int = 0,
    end: int | None = None,
    *,
    also: tuple[int, ...] = (),
) -> Remark:
    """Return the remark of a check on a stretch of a line (the whole line by default)."""
    return Remark(
        code=check.code,
        text=place.text,
        start=start,
        end=len(place.text) if end is None else end,
        reason=check.reason,
        alternative=check.alternative,
        doubt=check.doubt,
        anchor=place.anchor,
        number=place.number,
        under=place.under,
        also=also,
    )
