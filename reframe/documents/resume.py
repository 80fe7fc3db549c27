"""The résumé itself: every line of the source, with the wordings that are licensed."""

from reframe.core.resume import Position, Resume, Section
from reframe.core.review import Review
from reframe.documents.model import PositionData, SectionData
from reframe.documents.names import are_suffixes
from reframe.documents.source import spaced
from reframe.tables.documents import Frames

_EDGE = ",;:|·•–—-()"


def shown_name(resume: Resume, frames: Frames) -> str:
    """Return the name as it heads a document: with the letters that stand behind it."""
    for line in resume.contact:
        text = spaced(line.text)
        behind = text[len(resume.name) :].strip(" " + _EDGE) if text.startswith(resume.name) else ""
        if resume.name and behind and are_suffixes(behind, frames):
            return text
    return resume.name


def contact_lines(resume: Resume, frames: Frames) -> tuple[str, ...]:
    """Return the lines below the name, without the name itself."""
    name = shown_name(resume, frames)
    lines = (spaced(line.text) for line in resume.contact)
    return tuple(rest for line in lines if line != name and (rest := _without(line, resume.name)))


def sections_of(review: Review) -> tuple[SectionData, ...]:
    """Return the sections of a résumé; lines that could not be placed come last."""
    scope = scope_lines(review)
    found = [_section(section, review, scope) for section in review.resume.sections]
    lost = tuple(spaced(line.text) for line in review.resume.unplaced)
    if lost:
        found.append(SectionData("other", "", lost, (), ()))
    return tuple(found)


def scope_lines(review: Review) -> dict[str, str]:
    """Return the scope line of each post that has one, by its id."""
    return {post: role.scope_line for post, role in review.scopes().items()}


def text_of(bullet_id: str, text: str, review: Review) -> str:
    """Return what a bullet says now; one that was not reviewed stays as it is."""
    return spaced(review.text(bullet_id) if bullet_id in review.suggestions_by_id else text)


def _section(section: Section, review: Review, scope: dict[str, str]) -> SectionData:
    return SectionData(
        kind=section.kind,
        heading=spaced(section.heading.text).rstrip(":") if section.heading else "",
        lines=tuple(spaced(line.text) for line in section.lines),
        positions=tuple(_position(p, review, scope.get(p.id, "")) for p in section.positions),
        bullets=tuple(text_of(b.id, b.text, review) for b in section.bullets),
    )


def _position(position: Position, review: Review, scope_line: str) -> PositionData:
    title, rest = _titled(position)
    return PositionData(
        title=title,
        employer=position.employer,
        location=position.location,
        dates=position.dates,
        current=position.current,
        scope_line=scope_line,
        lines=rest,
        bullets=tuple(text_of(b.id, b.text, review) for b in review.shown(position)),
    )


def _titled(position: Position) -> tuple[str, tuple[str, ...]]:
    """Return the title and the other lines. Where no title was read with certainty, the first
    header line stands in its place if the fields do not say it: the client put it first."""
    rest = _rest(position)
    first = spaced(position.lines[0].text) if position.lines else ""
    if position.title or not rest or rest[0] != first:
        return position.title, rest
    title = " ".join(first.replace(position.dates, " ").split()).strip(" " + _EDGE)
    return (title, rest[1:]) if title else ("", rest)


def _rest(position: Position) -> tuple[str, ...]:
    """Return the header lines that say more than the fields do, so that nothing is lost."""
    fields = [position.title, position.employer, position.location, position.dates]
    known = " ".join(fields).casefold()
    return tuple(
        spaced(line.text)
        for line in position.lines
        if any(word.strip(_EDGE).rstrip(".") not in known for word in line.text.casefold().split())
    )


def _without(line: str, name: str) -> str:
    """Return a contact line without the name, where both share a line."""
    if line == name:
        return ""
    if name and line.startswith(name):
        return line[len(name) :].strip(" " + _EDGE)
    return line
