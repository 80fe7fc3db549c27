"""Which questions go on one sheet: the most valuable first, and none twice in other words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from reframe.core.evidence import FIGURES, GENERIC, Question
from reframe.core.words import split

# Two questions with so much of their words in common are one.
_SAME = 0.8
# On so many further lines one answer may hold.
_ALSO = 4
# Of so many lines one question is asked apart.
_APART = 3


@dataclass(frozen=True, slots=True)
class Limits:
    """How many questions a sheet has, how many of them about one line, and about whole posts."""

    most: int
    per_line: int
    roles: int


def sheet_limits(most: int) -> Limits:
    """Return the limits of a client's sheet: a quarter for one line, half for the roles."""
    return Limits(most, max(2, most // 4), most // 2)


def ranked(questions: Iterable[Question]) -> tuple[Question, ...]:
    """Return the questions by worth, then in the order asked; none twice about one line."""
    seen: set[tuple[str, str]] = set()
    out: list[Question] = []
    for question in sorted(questions, key=lambda q: -q.worth):
        keys = {(question.about, question.text.casefold())}
        if question.shared:
            # Two rules of one line that ask for the same thing, each in its own words.
            keys.add((question.about, f"{question.shared}/{question.kind}"))
        if not keys & seen:
            out.append(question)
        seen |= keys
    return tuple(out)


def shortlist(questions: Sequence[Question], limits: Limits) -> tuple[Question, ...]:
    """Return the first questions for a sheet.

    A question about several lines is asked once and names them in ``also``, unless it asks for
    a figure, or for anything that is told in words of one's own: neither holds for two lines. What
    no rule asks is asked of a few lines apart instead.
    """
    taken: dict[str, int] = {}
    out: list[Question] = []
    said: list[frozenset[str]] = []
    for question in questions:
        words = _said(question.text)
        at = _alike(words, said)
        alike = () if at is None else (q for q, w in zip(out, said, strict=True) if w == said[at])
        lines = {q.about for q in alike}
        again = _apart(question) and question.about not in lines and len(lines) < _APART
        if at is not None and not again:
            if _joint(question, out[at]) and len(out[at].also) < _ALSO:
                out[at] = replace(out[at], also=(*out[at].also, question.id))
            continue
        about = "role" if question.role else question.about
        limit = limits.roles if question.role else limits.per_line
        if len(out) == limits.most or taken.get(about, 0) >= limit:
            continue
        taken[about] = taken.get(about, 0) + 1
        out.append(question)
        said.append(words)
    return tuple(out)


def _joint(one: Question, other: Question) -> bool:
    """Whether one answer can hold for both."""
    return (
        (one.kind, one.of) == (other.kind, other.of)
        and one.kind not in FIGURES
        and not _apart(one)
        and not one.role
        and not other.role
        and one.about != other.about
    )


def _apart(question: Question) -> bool:
    """Whether a question wants words of one's own about its line alone."""
    return question.source == GENERIC and question.kind == "text" and not question.role


def _alike(words: frozenset[str], said: Sequence[frozenset[str]]) -> int | None:
    """Return which of the questions that stand says the same as one of these words, or None."""
    size = len(words)
    for n, other in enumerate(said):
        # Sets of very different sizes cannot share enough, and most pairs are.
        if size < _SAME * len(other) or len(other) < _SAME * size:
            continue
        shared = len(words & other)
        if words == other or shared >= _SAME * (size + len(other) - shared):
            return n
    return None


# Each question is held against all that stand on the sheet, and a sheet is made several times.
@lru_cache(maxsize=4096)
def _said(text: str) -> frozenset[str]:
    """Return the words of a question without what stands in brackets: examples tell nothing
    apart."""
    words: set[str] = set()
    depth = 0
    for word in split(text):
        depth += (word.text == "(") - (word.text == ")")
        if not word.mark and not depth:
            words.add(word.low)
    return frozenset(words)
