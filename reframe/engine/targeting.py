"""Aim a review at a target: the matrix, the order of the bullets, the register of the words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from reframe.core.bullet import ParsedBullet
from reframe.core.evidence import Evidence
from reframe.core.family import family_of
from reframe.core.match import Hit, units_of
from reframe.core.resume import Bullet, Position, Resume, Section
from reframe.core.suggestion import Suggestion
from reframe.core.target import Fit, Target, TargetTable
from reframe.core.target_match import Statement
from reframe.core.target_matrix import connect
from reframe.core.target_order import Weighed, standings
from reframe.core.target_size import doubts_of, size_of
from reframe.core.target_wording import in_register, plainer, swaps, with_first
from reframe.tables.target import load_target_table

if TYPE_CHECKING:
    from reframe.core.review import Review
    from reframe.engine.reframer import Reframer

_BY_ANSWERS = ("rule:", "answer:")


def aimed(review: Review, target: Target, reframer: Reframer) -> Review:
    """Return the review with its fit to a target: no bullet gains or loses a claim by it.

    Words move into the target's register where the tables say that they mean the same and the
    guard agrees.
    """
    table = load_target_table()
    review = replace(
        review,
        suggestions_by_id={
            key: _in_register(key, suggestion, target, table, review.evidence, reframer)
            for key, suggestion in review.suggestions_by_id.items()
        },
    )
    size = size_of(target, _posts(review.resume), reframer.lexicon, table)
    texts = {key: s.after for key, s in review.suggestions_by_id.items()}
    read = {key: reframer.parse(text) for key, text in texts.items()}
    hits = dict(_hits(review, reframer))
    rows = connect(
        target.requirements, [*_told(review, read, hits, reframer)], reframer.lexicon, table
    )
    weighed = {
        key: Weighed(read[key], tuple(dict.fromkeys(_values(hits[key], read[key], reframer))))
        for key in texts
    }
    placed = standings(
        [*review.resume.positions()], weighed, target, rows, size, reframer.lexicon, table
    )
    doubts: dict[str, tuple[str, ...]] = {}
    if size is not None and size.below:
        for role in review.roles:
            found = doubts_of(reframer.parse(role.scope_line), reframer.lexicon, table)
            if role.scope_line and found:
                doubts[role.position_id] = found
        offered = dict(_plainer(review, read, table, reframer))
        placed = tuple(replace(s, plainer=offered.get(s.bullet_id, "")) for s in placed)
    return replace(review, fit=Fit(target, rows, placed, size, doubts))


def _posts(resume: Resume) -> list[Position]:
    """Return the posts of work: somebody who volunteers today may be between two jobs."""
    work = [s for s in resume.sections if s.kind == "experience"] or resume.sections
    return [position for section in work for position in section.positions]


def _in_register(
    key: str,
    suggestion: Suggestion,
    target: Target,
    table: TargetTable,
    evidence: Evidence,
    reframer: Reframer,
) -> Suggestion:
    if not suggestion.confident:
        return suggestion
    wording = in_register(suggestion, swaps(target, table), target.register)
    if wording is None or reframer.check(suggestion.before, wording.text, evidence, about=key):
        return suggestion
    return with_first(suggestion, wording)


def _plainer(
    review: Review, read: Mapping[str, ParsedBullet], table: TargetTable, reframer: Reframer
) -> Iterator[tuple[str, str]]:
    for key, suggestion in review.suggestions_by_id.items():
        if not suggestion.confident:
            continue
        wording = plainer(suggestion, read[key], reframer.lexicon, table)
        if wording and not reframer.check(
            suggestion.before, wording.text, review.evidence, about=key
        ):
            yield key, wording.text


def _hits(review: Review, reframer: Reframer) -> Iterator[tuple[str, tuple[Hit, ...]]]:
    """Yield the hits of every bullet that was reviewed."""
    for bullet, position, _ in review.resume.placed_bullets():
        if bullet.id not in review.suggestions_by_id:
            continue
        family = None
        if position is not None:
            texts = [one.text for one in position.bullets]
            family = family_of(position.title, texts, reframer.book.families, reframer.lexicon)
        yield bullet.id, reframer.hits(reframer.parse(bullet.text), family)


def _values(hits: Sequence[Hit], read: ParsedBullet, reframer: Reframer) -> Iterator[str]:
    """Yield the value categories of a bullet: its rules', else those of what was done to what."""
    for hit in hits:
        yield from hit.rule.value
    known = {hit.unit for hit in hits}
    for unit in units_of(read) if not known else ():
        verb = reframer.lexicon.verb(unit.verb.lemma) if unit.verb else None
        for thing in unit.objects if verb else ():
            cell = f"{verb.verb_class}/{reframer.lexicon.domain(thing.text)}" if verb else ""
            yield from (asked.value for asked in reframer.generic.cells.get(cell, ()))


def _told(
    review: Review,
    read: Mapping[str, ParsedBullet],
    hits: Mapping[str, tuple[Hit, ...]],
    reframer: Reframer,
) -> Iterator[Statement]:
    """Yield the lines of a résumé as they print, those of the client's work first."""
    posts = review.resume.positions()
    where = {position.id: _name(position) for position in posts}
    for role in review.roles:
        if role.scope_line:
            yield Statement(
                about=role.position_id,
                where=where.get(role.position_id, ""),
                text=role.scope_line,
                read=reframer.parse(role.scope_line),
                confirmed=((0, len(role.scope_line)),),
                by=_by(role.answer_ids, review.evidence),
            )
    rest: list[Statement] = []
    for section in review.resume.sections:
        for bullet, position in _bullets(section):
            place = where[position.id] if position else _heading(section)
            suggestion = review.suggestions_by_id.get(bullet.id)
            if suggestion is None:
                rest.append(Statement(bullet.id, place, bullet.text))
                continue
            yield Statement(
                about=bullet.id,
                where=place,
                text=suggestion.after,
                read=read[bullet.id],
                confirmed=tuple(_confirmed(suggestion, hits[bullet.id])),
                by=_by(suggestion.answer_ids, review.evidence),
            )
        if section.kind in _HEADS_TELL:
            lines = chain(*(position.lines for position in section.positions), section.lines)
        else:
            lines = chain(section.lines)
        rest += [Statement("", _heading(section), " ".join(line.text.split())) for line in lines]
    yield from rest


# A degree or a certificate is told by the head of its entry; a title held tells of no act.
_HEADS_TELL = frozenset({"education", "certifications", "awards", "publications"})


def _bullets(section: Section) -> Iterator[tuple[Bullet, Position | None]]:
    yield from ((bullet, None) for bullet in section.bullets)
    for position in section.positions:
        yield from ((bullet, position) for bullet in position.bullets)


def _name(position: Position) -> str:
    return ", ".join(part for part in (position.title, position.employer) if part)


def _heading(section: Section) -> str:
    return section.heading.text.strip() if section.heading else section.kind.capitalize()


def _by(answer_ids: Sequence[str], evidence: Evidence) -> tuple[str, ...]:
    given = (evidence.get(answer_id) for answer_id in answer_ids)
    return tuple(sorted({answer.by for answer in given if answer}))


def _confirmed(suggestion: Suggestion, hits: Sequence[Hit]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of the suggested text that rest on answers: what a rule or an answer
    put there, and the words of the source that the confirmed wording is about."""
    if not suggestion.answer_ids:
        return
    rules = {answer_id.rsplit("/", 2)[-2] for answer_id in suggestion.answer_ids}
    cores = [hit.core for hit in hits if hit.rule.id in rules]
    at = length = 0
    for edit in suggestion.edits:
        yield from _inside(at, edit.start, length, cores)
        length += edit.start - at
        drafted = any(piece.origin.startswith(_BY_ANSWERS) for piece in edit.pieces)
        if drafted or any(s < edit.end and edit.start < e for s, e in cores):
            yield length, length + len(edit.text)
        length += len(edit.text)
        at = edit.end
    yield from _inside(at, len(suggestion.before), length, cores)


def _inside(
    start: int, end: int, length: int, cores: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Yield the parts of an unchanged stretch that lie in ``cores``, as places of the new text."""
    for first, last in cores:
        low, high = max(start, first), min(end, last)
        if low < high:
            yield low - start + length, high - start + length
