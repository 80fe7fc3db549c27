"""Remarks on a post as a whole: tense, openings, repetition and length."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from reframe.core.bullet import Clause, ParsedBullet
from reframe.core.lexicon import Lexicon
from reframe.core.phrases import words_of
from reframe.core.remark import CheckBook, Place, Remark, remark
from reframe.core.variety import opening_of

SAME_OPENER = "same-opener"
Time = Literal["held", "ended", "unknown"]


@dataclass(frozen=True, slots=True)
class Post:
    """The bullets of a post with their readings, and whether it is held today.

    The time is unknown where the résumé gives no dates.
    """

    time: Time
    bullets: tuple[tuple[Place, ParsedBullet], ...]


def post_remarks(post: Post, book: CheckBook, lexicon: Lexicon) -> Iterator[Remark]:
    """Yield the remarks on a post, one for each fault, at the first line that has it."""
    faults: dict[str, list[Place]] = defaultdict(list)
    for place, bullet in post.bullets:
        for code in _tenses(bullet, post.time, lexicon):
            faults[code].append(place)
        if len(place.text.split()) > book.limits["bullet_words"]:
            faults["long-bullet"].append(place)
    if len(post.bullets) > book.limits["post_bullets"]:
        faults["many-bullets"].append(post.bullets[0][0])
    for code, places in faults.items():
        if code in book.checks:
            also = tuple(place.number for place in places[1:])
            yield remark(book.checks[code], places[0], 0, _head(places[0], code), also=also)
    if SAME_OPENER in book.checks:
        yield from _openers(post, book, lexicon)
    if "same-words" in book.checks:
        yield from _repeated(post, book)


def _head(place: Place, code: str) -> int:
    """Return the end of what a remark shows: the first word where that is what it is about."""
    first = place.text.split(maxsplit=1)[0] if place.text.split() else ""
    whole = code in {"long-bullet", "many-bullets", "mixed-tense"}
    return len(place.text) if whole else len(first)


def _tenses(bullet: ParsedBullet, time: Time, lexicon: Lexicon) -> Iterator[str]:
    """Yield the codes of what is wrong with the tense of a line that was read for certain."""
    first = _opening_verb(bullet)
    if first is None:
        return
    plain = first.form == "base" and not _two_times(first, lexicon)
    if plain and any(_joined_past(bullet, c, lexicon) for c in bullet.clauses[1:]):
        yield "mixed-tense"
    elif first.form == "gerund":
        if not _nominal(first, lexicon) and not _heads_a_name(bullet, first):
            yield "gerund-opener"
    elif first.form in ("base", "third") and time == "ended":
        if not _two_times(first, lexicon) and not _nominal(first, lexicon):
            yield "present-in-past"
    elif first.form == "third" and not _nominal(first, lexicon):
        yield "third-person"


def _opening_verb(bullet: ParsedBullet) -> Clause | None:
    if not bullet.confident or not bullet.clauses or bullet.frame:
        return None
    first = bullet.clauses[0]
    words = words_of(bullet.text[: first.verb.start])
    # "Successfully manage" opens with its verb as "Manage" does.
    adverbs = all(word.low.endswith("ly") for word in words)
    return first if adverbs else None


def _nominal(clause: Clause, lexicon: Lexicon) -> bool:
    """Whether the word may as well be a noun ("Sales of parts", "Training of clerks")."""
    found = [r for r in lexicon.readings.get(clause.verb.text.casefold(), ()) if r.nominal]
    return bool(found) and not clause.objects


def _heads_a_name(bullet: ParsedBullet, clause: Clause) -> bool:
    """Whether a word in capitals follows: "Operating Systems" is no act."""
    return bullet.text[clause.verb.end :].lstrip()[:1].isupper()


def _two_times(clause: Clause, lexicon: Lexicon) -> bool:
    """Whether the past is spelled like the present ("Set up accounts")."""
    forms = lexicon.forms.get(clause.verb.lemma)
    return forms is None or forms.past == clause.verb.lemma


def _joined_past(bullet: ParsedBullet, clause: Clause, lexicon: Lexicon) -> bool:
    """Whether a clause joined to the first is in the past for certain."""
    before = words_of(bullet.text[: clause.verb.start])
    joined = bool(before) and before[-1].low in lexicon.words("act_joint_words")
    return joined and clause.form == "past" and not _two_times(clause, lexicon)


def _openers(post: Post, book: CheckBook, lexicon: Lexicon) -> Iterator[Remark]:
    seen: dict[str, list[Place]] = defaultdict(list)
    for place, bullet in post.bullets:
        opening = opening_of(bullet, lexicon)
        if opening is not None:
            seen[opening.lemma].append(place)
    for places in seen.values():
        if len(places) > book.limits["same_opener"]:
            also = tuple(place.number for place in places[1:])
            end = len(places[0].text.split(maxsplit=1)[0])
            yield remark(book.checks[SAME_OPENER], places[0], 0, end, also=also)


def _repeated(post: Post, book: CheckBook) -> Iterator[Remark]:
    """Yield the longest run of words that two bullets share, once for each later bullet."""
    least = book.limits["same_words"]
    seen: dict[tuple[str, ...], Place] = {}
    for place, _ in post.bullets:
        words = [word for word in words_of(place.text) if not word.mark]
        lows = [word.low for word in words]
        rows = [tuple(lows[i : i + least]) for i in range(len(lows) - least + 1)]
        shared = [i for i, row in enumerate(rows) if row in seen]
        if shared:
            last = shared[0]
            while last + 1 in shared:
                last += 1
            earlier = seen[rows[shared[0]]]
            yield remark(
                book.checks["same-words"],
                place,
                words[shared[0]].start,
                words[last + least - 1].end,
                also=(earlier.number,),
            )
        for row in rows:
            seen.setdefault(row, place)


def length_remarks(places: Sequence[Place], book: CheckBook) -> Iterator[Remark]:
    """Yield the remark on the length of a whole résumé, at its first line."""
    words = sum(len(place.text.split()) for place in places)
    if places and words > book.limits["resume_words"] and "long-resume" in book.checks:
        yield remark(book.checks["long-resume"], places[0])
