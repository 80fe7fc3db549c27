"""Remarks on a résumé: its lines by kind, its posts with their readings, what the checks say."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reframe.core.bullet import ParsedBullet
from reframe.core.remark import CheckBook, Place, Remark, Where
from reframe.core.remark_phrases import line_remarks
from reframe.core.remark_posts import SAME_OPENER, Post, Time, length_remarks, post_remarks
from reframe.core.resume import Line, Position, Resume
from reframe.core.variants import locale_of
from reframe.engine.reframer import Reframer
from reframe.tables.checks import load_checks

_WORK = frozenset({"experience", "projects", "volunteering", "other"})
# Other people's words, and the names of things, are not the candidate's to change.
_NAMES = frozenset({"awards", "publications", "certifications", "education"})


def remarks_on(
    resume: Resume,
    reframer: Reframer,
    *,
    book: CheckBook | None = None,
    country: str | None = None,
) -> tuple[Remark, ...]:
    """Return every remark on a résumé, in the order of its lines.

    ``country`` is "us", "uk", "ca" or "eu"; without it, that of the résumé's spelling, if any.
    """
    book = book or load_checks()
    lexicon = reframer.lexicon
    texts = [bullet.text for bullet, _, _ in resume.placed_bullets()]
    country = country or locale_of(texts, lexicon, reframer.vocabulary)
    places = list(places_of(resume))
    found = [r for place in places for r in line_remarks(place, book, lexicon, country=country)]
    by_anchor = {place.anchor: place for place in places if place.where == "bullets"}
    for section in resume.sections:
        for position in section.positions if section.kind in _WORK else ():
            lines = [by_anchor[b.line.anchor] for b in position.bullets]
            found += post_remarks(post_of(lines, _time(position), reframer), book, lexicon)
    found += length_remarks(places, book)
    return tuple(_joined(sorted(found, key=lambda r: (r.number, r.start, r.code)), book))


def _joined(found: Sequence[Remark], book: CheckBook) -> Iterator[Remark]:
    """Yield remarks with those of one check in one post or section told once, with all lines;
    different words stay apart."""
    kept: dict[tuple[str, str, str], Remark] = {}
    for remark in found:
        check = book.checks[remark.code]
        apart = remark.code == SAME_OPENER or (check.patterns and not check.named)
        words = remark.quote.casefold() if apart else ""
        key = (remark.code, remark.under, words)
        first = kept.setdefault(key, remark)
        more = {*first.also, remark.number, *remark.also} - {first.number}
        kept[key] = replace(first, also=tuple(sorted(more)))
    yield from kept.values()


def post_of(lines: Sequence[Place], time: Time, reframer: Reframer) -> Post:
    """Return a post of bullets, each read as it stands."""
    return Post(time, tuple((line, _read(line.text, reframer)) for line in lines))


def _read(text: str, reframer: Reframer) -> ParsedBullet:
    """Return a reading by the lexicon alone where that sees a weak opener or a plain past, which
    have no fault of tense; the trees, which take most of the time, judge the rest."""
    skimmed = reframer.skim(text)
    past = bool(skimmed.clauses) and skimmed.clauses[0].form == "past"
    plain = skimmed.confident and (past or skimmed.frame is not None)
    return skimmed if plain else reframer.parse(text)


def _time(position: Position) -> Time:
    if position.current:
        return "held"
    return "ended" if position.end else "unknown"


def places_of(resume: Resume) -> Iterator[Place]:
    """Yield every line with its kind and where it stands. Lines are numbered as in the file where
    the format has lines, else in their order."""
    for number, (line, where, under) in enumerate(_lines(resume), start=1):
        yield Place(line.text, where, line.anchor, _number(line.anchor) or number, under)


def _number(anchor: str) -> int:
    digits = anchor[1:].partition("-")[0]
    return int(digits) if anchor.startswith("l") and digits.isdigit() else 0


def _lines(resume: Resume) -> Iterator[tuple[Line, Where, str]]:
    for line in (*resume.contact, *resume.furniture):
        yield line, "contact", "contact lines"
    for section in resume.sections:
        title = section.heading.text if section.heading else ""
        if section.heading:
            yield section.heading, "headings", title
        if section.kind in _NAMES:
            continue
        for line in section.lines:
            yield line, "prose", title
        for bullet in section.bullets:
            yield (
                Line(bullet.text, bullet.line.anchor),
                "bullets" if section.kind in _WORK else "prose",
                title,
            )
        for position in section.positions:
            label = ", ".join(filter(None, (position.title, position.employer))) or title
            for line in position.lines:
                yield line, "posts", label
            for bullet in position.bullets:
                yield Line(bullet.text, bullet.line.anchor), "bullets", label
    for line in resume.unplaced:
        yield line, "prose", ""
