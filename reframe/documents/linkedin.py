"""Texts for LinkedIn, each within its limit, whole lines only."""

from collections.abc import Sequence

from reframe.core.resume import Position
from reframe.documents.model import ClaimData, LinkedInData, ProfileData, SectionData
from reframe.documents.posts import paragraph
from reframe.documents.prose import within
from reframe.documents.resume import scope_lines, text_of
from reframe.documents.source import Source


def linkedin(
    claims: Sequence[ClaimData],
    sections: Sequence[SectionData],
    skills: Sequence[str],
    source: Source,
) -> LinkedInData:
    """Return headline, About text and posts; what does not fit is left out whole."""
    return LinkedInData(
        headline=_headline(skills, source),
        about=_about(claims, sections, skills, source),
        experience=tuple(
            _profile(position, source)
            for section in source.review.resume.sections
            if section.kind in {"experience", "volunteering", "projects"}
            for position in section.positions
        ),
    )


def _headline(skills: Sequence[str], source: Source) -> str:
    posts = source.posts()
    if not posts:
        return ""
    limit = source.frames["linkedin"]["headline"]
    now = posts[0].employer if posts[0].current else ""
    held = f"{posts[0].title} at {now}" if now else posts[0].title
    return within([held, *skills], limit, between=" | ")[0]


def _about(
    claims: Sequence[ClaimData],
    sections: Sequence[SectionData],
    skills: Sequence[str],
    source: Source,
) -> str:
    table = source.frames["linkedin"]
    parts: list[str] = []
    for section in sections:
        if section.kind == "summary":
            parts += [*section.lines, *section.bullets]
    for position in source.posts()[: table["posts"]]:
        lines = paragraph(position, claims, source, part="linkedin", most=table["lines"])
        if lines:
            parts.append(" ".join(lines))
    if skills:
        parts.append(table["skills"].format(skills=", ".join(skills)))
    return within(parts, table["about"], between="\n\n")[0]


def _profile(position: Position, source: Source) -> ProfileData:
    table = source.frames["linkedin"]
    scope = scope_lines(source.review).get(position.id)
    lines = [
        f"{table['mark']} {text_of(b.id, b.text, source.review)}"
        for b in source.review.shown(position)
    ]
    text, left = within([*([scope] if scope else []), *lines], table["experience"], between="\n")
    return ProfileData(position.title, position.employer, position.dates, text, left)
