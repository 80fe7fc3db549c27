"""A biography in the third person, by the client's name: no pronoun is invented."""

from collections.abc import Sequence

from reframe.core.resume import Position
from reframe.documents.claims import of_post
from reframe.documents.model import BioData, ClaimData, SectionData
from reframe.documents.names import name_parts, plain_name
from reframe.documents.posts import post_words, told
from reframe.documents.prose import sentence, third
from reframe.documents.source import Source


def bio(claims: Sequence[ClaimData], sections: Sequence[SectionData], source: Source) -> BioData:
    """Return the short and the long biography; both empty without a name and a post."""
    posts = source.posts()
    name = plain_name(source.review.resume.name, source.frames)
    if not posts or not name:
        return BioData("", ())
    first, last = name_parts(source.review.resume.name, source.frames)
    called = first or last
    table = source.frames["bio"]
    opening = _opening(name, posts[0], source)
    short = [opening, *_lines(called, of_post(claims, posts[0]), source, most=table["short"])]
    long = [" ".join([opening, *_lines(called, of_post(claims, posts[0]), source, most=3)])]
    left = table["long"] - len(posts[:1])
    for position in posts[1:]:
        if left <= 0:
            break
        lines = _earlier(called, position, claims, source)
        left -= len(lines)
        long.append(" ".join(lines))
    studied = [line for s in sections if s.kind == "education" for line in s.lines]
    if studied:
        long.append(sentence(table["studied"], line="; ".join(studied)))
    return BioData(" ".join(short), tuple(long))


def _opening(name: str, position: Position, source: Source) -> str:
    frame = ("current" if position.current else "past") + ("" if position.employer else "_alone")
    return sentence(source.frames["bio"][frame], name=name, **post_words(position, source))


def _lines(name: str, claims: Sequence[ClaimData], source: Source, *, most: int) -> list[str]:
    join = source.frames["join"]
    found = told(claims, source, most=most, turn=third)
    frames = [join["also_third" if at == 1 else "third_person"] for at in range(len(found))]
    return [sentence(f, name=name, line=w) for f, (_, w) in zip(frames, found, strict=True)]


def _earlier(
    name: str, position: Position, claims: Sequence[ClaimData], source: Source
) -> list[str]:
    table = source.frames["bio"]
    found = told(of_post(claims, position), source, most=1, turn=third)
    words = post_words(position, source)
    if found and position.employer:
        return [sentence(table["there"], name=name, line=found[0][1], **words)]
    if position.employer and not position.current:
        return [sentence(table["earlier"], name=name, **words)]
    return []
