"""Answers stay with their line when the client rewords it, or are reported as orphaned.

An id is made of the line's text, so a reworded line is a new one. Its old answers may follow
only where nothing else could be meant: the old line is gone, the new one is akin to it and to no
other, and both stand under the same post.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from reframe.core.evidence import Answer, Evidence, KnownLine
from reframe.core.lexicon import Lexicon
from reframe.core.log import is_entry
from reframe.core.phrases import words_of
from reframe.core.resume import Position, Resume
from reframe.core.suggestion import Suggestion

E = TypeVar("E", bound=Evidence)

# Two texts share so much of their words, and so much more than with any other text.
_AKIN = 0.6
_CLEARLY = 0.15


@dataclass(frozen=True, slots=True)
class Orphan:
    """Answers whose line is in the résumé no more. ``near`` is the text of the line that is
    most like it, or empty; ``text`` is empty when the ledger never knew it."""

    line_id: str
    text: str
    answers: int
    near: str = ""
    near_id: str = ""


@dataclass(frozen=True, slots=True)
class Attached:
    """The evidence as this résumé needs it. ``moved`` maps old ids of lines to new ones."""

    evidence: Evidence
    moved: Mapping[str, str]
    orphans: tuple[Orphan, ...]


@dataclass(frozen=True, slots=True)
class _Place:
    """A line or post of the résumé."""

    id: str
    text: str
    post: str


def attach(evidence: E, resume: Resume, lexicon: Lexicon) -> Attached:
    """Return the evidence with the answers of reworded lines under the new ids of these."""
    holders = dict.fromkeys(a.about for a in (*evidence.answers, *evidence.disputed))
    if not holders:
        return Attached(evidence, {}, ())
    posts = [_Place(p.id, headline(p), "") for p in resume.positions()]
    bullets = [
        _Place(b.id, b.text, post.id if post else "") for b, post, _ in resume.placed_bullets()
    ]
    present = {place.id for place in (*posts, *bullets)}
    # What belongs to no line (an entry of the log) cannot lose it.
    gone = [key for key in holders if key not in present and not is_entry(key)]
    known = {line.id: line for line in evidence.lines}
    free = [place for place in (*posts, *bullets) if place.id not in holders]
    moved = _partners([known[key] for key in gone if key in known], free, posts, lexicon)
    found: Evidence = evidence
    for old, new in moved.items():
        found = _readdressed(found, old, new)
    orphans = tuple(
        _orphan(key, known.get(key), evidence, (*posts, *bullets), lexicon)
        for key in gone
        if key not in moved
    )
    return Attached(found, moved, orphans)


def readdress(evidence: E, old: str, new: str, text: str = "") -> E:
    """Return the evidence with all answers about one line under the id of another.

    Raises:
        ValueError: when there is no answer about ``old``.
    """
    if not any(a.about == old for a in (*evidence.answers, *evidence.disputed)):
        raise ValueError(old)
    if text:
        known = evidence.line(new)
        evidence = evidence.with_lines(
            [replace(known, text=text) if known else KnownLine(new, text)]
        )
    return _readdressed(evidence, old, new)


def remember(evidence: E, resume: Resume, suggestions: Mapping[str, Suggestion]) -> E:
    """Return the evidence knowing the text of every line that it has answers about, and how
    the draft words it: whichever stands in the résumé next time, the answers find it."""
    holders = {a.about for a in (*evidence.answers, *evidence.disputed)}
    lines: list[KnownLine] = []
    for position in resume.positions():
        if position.id in holders:
            lines.append(_line(evidence, position.id, headline(position), "", ()))
    for bullet, post, _ in resume.placed_bullets():
        if bullet.id in holders:
            drafted = suggestions[bullet.id].after if bullet.id in suggestions else bullet.text
            where = post.id if post else ""
            lines.append(_line(evidence, bullet.id, bullet.text, where, (drafted,)))
    return evidence.with_lines(lines)


def headline(position: Position) -> str:
    """Return a post's title, employer and dates in one line."""
    return " · ".join(p for p in (position.title, position.employer, position.dates) if p)


def _line(evidence: Evidence, key: str, text: str, post: str, wordings: Sequence[str]) -> KnownLine:
    known = evidence.line(key)
    texts = dict.fromkeys((*(known.wordings if known else ()), *wordings))
    return KnownLine(key, text, post, tuple(w for w in texts if w != text))


def _partners(
    old: Sequence[KnownLine],
    free: Sequence[_Place],
    posts: Sequence[_Place],
    lexicon: Lexicon,
) -> dict[str, str]:
    """Return for each old line the one place that it can be now; posts are settled first."""
    found: dict[str, str] = {}
    post_ids = {place.id for place in posts}
    for of_posts in (True, False):
        places = [p for p in free if (p.id in post_ids) is of_posts]
        scores = {
            (line.id, place.id): _alike(line, place, lexicon)
            for line in old
            for place in places
            if _same_post(line, place, found, post_ids)
        }
        for (line_id, place_id), score in scores.items():
            rivals = [
                other for (a, b), other in scores.items() if (a == line_id) != (b == place_id)
            ]
            if score >= _AKIN and score - max(rivals, default=0.0) >= _CLEARLY:
                found[line_id] = place_id
    return found


def _same_post(line: KnownLine, place: _Place, moved: Mapping[str, str], posts: set[str]) -> bool:
    if place.id in posts:
        return not line.post
    post = moved.get(line.post, line.post)
    return post == place.post or post not in posts


def _alike(line: KnownLine, place: _Place, lexicon: Lexicon) -> float:
    """Return the share of common words, between 0 and 1, of a place with any text of a line."""
    there = _stems(place.text, lexicon)
    return max(_shared(_stems(text, lexicon), there) for text in (line.text, *line.wordings))


def _shared(one: Counter[str], other: Counter[str]) -> float:
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0


def _stems(text: str, lexicon: Lexicon) -> Counter[str]:
    """Return the words that say something, under their base forms."""
    function = lexicon.words("function")
    found: Counter[str] = Counter()
    for word in words_of(text):
        if word.mark or word.low in function:
            continue
        readings = lexicon.readings.get(word.low)
        found[readings[0].lemma if readings else lexicon.singular(word.low)] += 1
    return found


def _orphan(
    key: str,
    line: KnownLine | None,
    evidence: Evidence,
    places: Sequence[_Place],
    lexicon: Lexicon,
) -> Orphan:
    count = sum(a.about == key for a in (*evidence.answers, *evidence.disputed))
    if line is None:
        return Orphan(key, "", count)
    score, near = max(
        ((_alike(line, place, lexicon), place) for place in places),
        key=lambda pair: pair[0],
        default=(0.0, None),
    )
    if near is None or score < _AKIN / 2:
        return Orphan(key, line.text, count)
    return Orphan(key, line.text, count, near.text, near.id)


def _readdressed(evidence: E, old: str, new: str) -> E:
    """Return the evidence with the answers about one line under another id, citing as before.

    An answer whose question is answered there too stays where it is.
    """
    taken = {a.question_id for a in evidence.answers}

    def moved(answer: Answer) -> Answer:
        key = new + answer.question_id[len(answer.about) :]
        if answer.about != old or key in taken:
            return answer
        return replace(answer, question_id=key, id=answer.ledger_id)

    line, there = evidence.line(old), evidence.line(new)
    lines = evidence.lines
    if line:
        texts = dict.fromkeys((line.text, *line.wordings, *(there.wordings if there else ())))
        text = there.text if there else line.text
        kept = KnownLine(new, text, line.post, tuple(t for t in texts if t != text))
        lines = (*(known for known in lines if known.id not in {old, new}), kept)
    return replace(
        evidence,
        answers=tuple(moved(a) for a in evidence.answers),
        disputed=tuple(moved(a) for a in evidence.disputed),
        lines=lines,
    )
