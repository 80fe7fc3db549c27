"""What a document of the set shows: a review as plain data for templates."""

from typing import Any

from reframe.core.resume import Position, Section
from reframe.core.review import Review


def resume_data(review: Review) -> dict[str, Any]:
    """Return the data model of a résumé: dicts, lists and text, nothing else.

    Keys: ``name``, ``contact`` (lines below the name), ``sections`` (``kind``, ``heading``,
    ``lines``, ``positions``, ``bullets``); a position has ``title``, ``employer``,
    ``location``, ``dates``, ``scope_line``, ``lines`` and ``bullets``. ``lines`` of a position
    hold what its fields do not say, so that nothing of the source is lost.
    """
    resume = review.resume
    scope = {role.position_id: role.scope_line for role in review.roles if role.scope_line}
    contact = [line.text for line in resume.contact if line.text != resume.name]
    return {
        "name": resume.name,
        "contact": [" ".join(text.split()) for text in contact],
        "sections": [_section(section, review, scope) for section in resume.sections],
    }


def _section(section: Section, review: Review, scope: dict[str, str]) -> dict[str, Any]:
    return {
        "kind": section.kind,
        "heading": section.heading.text.strip() if section.heading else "",
        "lines": [" ".join(line.text.split()) for line in section.lines],
        "positions": [_position(p, review, scope.get(p.id, "")) for p in section.positions],
        "bullets": [_text(b.id, b.text, review) for b in section.bullets],
    }


def _position(position: Position, review: Review, scope_line: str) -> dict[str, Any]:
    fields = [position.title, position.employer, position.location, position.dates]
    known = " ".join(fields).casefold()
    rest = [
        " ".join(line.text.split())
        for line in position.lines
        if any(word.strip(",;|–—-()") not in known for word in line.text.casefold().split())
    ]
    return {
        "title": position.title,
        "employer": position.employer,
        "location": position.location,
        "dates": position.dates,
        "scope_line": scope_line,
        "lines": rest,
        "bullets": [_text(b.id, b.text, review) for b in position.bullets],
    }


def _text(bullet_id: str, text: str, review: Review) -> str:
    return review.text(bullet_id) if bullet_id in review.suggestions_by_id else text
