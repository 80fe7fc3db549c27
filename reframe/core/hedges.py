"""Find the words that limit a claim: each is a fact of the source and stays in every wording."""

from collections.abc import Sequence

from reframe.core.bullet import Span
from reframe.core.line import Line, by_first_word
from reframe.core.parts import Part

_GAP = 4


def hedges(line: Line, parts: Sequence[Part]) -> tuple[Span, ...]:
    """Return the spans of the hedges, longest first where they meet, in order."""
    acts = {act.verb for part in parts for act in part.acts}
    openers = {n for part in parts if part.opener for n in range(part.start, part.opener.end)}
    found: list[Span] = []
    rows = by_first_word(line.lexicon.hedges)
    at = 0
    while at < line.size:
        known = rows.get(line.low(at))
        if known is None:
            at += 1
            continue
        end = max((_end(line, at, phrase) for phrase in known), default=at)
        if end > at and at not in acts and at not in openers and _limits(line, at, end):
            start, stop = line.words[at].start, line.words[end - 1].end
            found.append(Span(start, stop, line.text[start:stop]))
            at = end
        else:
            at += 1
    return tuple(found)


def _end(line: Line, at: int, phrase: tuple[str, ...]) -> int:
    """Return the position behind a phrase whose first word stands at ``at``, or ``at``."""
    here = at + 1
    parts = phrase[1:]
    for n, part in enumerate(parts):
        if part == "*":
            wanted = parts[n + 1]
            gap = next((g for g in range(1, _GAP + 1) if line.low(here + g) == wanted), None)
            if gap is None:
                return at
            here += gap
        elif line.low(here) == part:
            here += 1
        else:
            return at
    return here


def _limits(line: Line, at: int, end: int) -> bool:
    """Whether the words limit something here: "about 40", not "questions about promotions"."""
    words = " ".join(line.low(n) for n in range(at, end))
    if words in line.lexicon.words("number_hedges"):
        return line.has_number(end) or line.has(end, "currency_marks")
    if end == at + 1 and line.has(at, "noun_hedges"):
        return line.kind(end) in ("noun", "adjective", "number")
    return True
