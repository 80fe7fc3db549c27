"""What a sentence says of a post: its title with an article, its employer, its best lines."""

from collections.abc import Callable, Sequence

from reframe.core.resume import Position
from reframe.documents.claims import of_post, strongest
from reframe.documents.model import ClaimData
from reframe.documents.names import article
from reframe.documents.prose import opened, sentence
from reframe.documents.source import Source

Turn = Callable[[str, Source], str]
"""Turns a line into words behind "I" or behind a name, or into nothing."""


def post_words(position: Position, source: Source) -> dict[str, str]:
    """Return what frames may name of a post."""
    return {
        "title": position.title,
        "employer": position.employer,
        "article": article(position.title, source.frames),
    }


def told(
    claims: Sequence[ClaimData], source: Source, *, most: int, turn: Turn = opened
) -> list[tuple[ClaimData, str]]:
    """Return the strongest claims that make a sentence, each with its words; none from a coach's
    own wording, which no answer licenses."""
    found = [
        (claim, words)
        for claim in strongest(claims, source)
        if not claim.coach and (words := turn(claim.text, source))
    ]
    return found[:most]


def paragraph(
    position: Position, claims: Sequence[ClaimData], source: Source, *, part: str, most: int
) -> list[str]:
    """Return sentences in the first person about a post, the strongest claim first."""
    frames = source.frames
    lines = told(of_post(claims, position), source, most=most)
    if not lines:
        return []
    held = frames[part]["held"] if position.employer else frames["letter"]["held_alone"]
    first = sentence(held, line=lines[0][1], **post_words(position, source))
    return [
        first,
        *(sentence(frames["join"]["also_first"], line=words) for _, words in lines[1:2]),
        *(sentence(frames["join"]["first_person"], line=words) for _, words in lines[2:]),
    ]
