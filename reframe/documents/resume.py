"""The résumé itself: every line of the source, with the wordings that are licensed."""

from reframe.core.resume import Position, Resume, Section
from reframe.core.review import Review
from reframe.documents.model import PositionData, SectionData
from reframe.documents.source import spaced

_EDGE = ",;:|·•–—-()"


def contact_lines(resume: Resume) -> tuple[str, ...]:
    """Return the lines below the name, without the name itself."""
    lines = [spaced(line.text) for line in resume.contact if spaced(line.text) != resume.name]
    return tuple(_without(line, resume.name) for line in lines if _without(line, resume.name))


def sections_of(review: Review) -> tuple[SectionData, ...]:
    """Return the sections of a résumé; lines that could not be placed come last."""
    scope = scope_lines(review)
    found = [_section(section, review, scope) for section in review.resume.sections]
    lost = tuple(spaced(line.text) for line in review.resume.unplaced)
    if lost:
        found.append(SectionData("other", "", lost, (), ()))
    return tuple(found)


def scope_lines(review: Review) -> dict[str, str]:
    """Return the scope line of each post that has one, by its id; the highest claim wins."""
    best: dict[str, tuple[int, str]] = {}
    for role in review.roles:
        rank = max((claim.rank for claim in role.claims), default=-1)
        if role.scope_line and rank > best.get(role.position_id, (-1, ""))[0]:
            best[role.position_id] = (rank, role.scope_line)
    return {position: line for position, (_, line) in best.items()}


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
    return PositionData(
        title=position.title,
        employer=position.employer,
        location=position.location,
        dates=position.dates,
        current=position.current,
        scope_line=scope_line,
        lines=_rest(position),
        bullets=tuple(text_of(b.id, b.text, review) for b in position.bullets),
    )


def _rest(position: Position) -> tuple[str, ...]:
    """Return the header lines that say more than the fields do, so that nothing is lost."""
    fields = [position.title, position.employer, position.location, position.dates]
    known = " ".join(fields).casefold()
    return tuple(
        spaced(line.text)
        for line in position.lines
        if any(word.strip(_EDGE) not in known for word in line.text.casefold().split())
    )


def _without(line: str, name: str) -> str:
    """Return a contact line without the name, where both share a line."""
    if name and line.startswith(name):
        return line[len(name) :].strip(" " + _EDGE)
    return line
