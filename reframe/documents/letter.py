"""Evidence for a cover letter, a value proposition and a note to a stranger."""

from collections.abc import Sequence

from reframe.core.claims import Claim
from reframe.documents.claims import of_post, strength
from reframe.documents.model import CitedData, ClaimData
from reframe.documents.names import plain_name
from reframe.documents.posts import paragraph, post_words, told
from reframe.documents.prose import sentence, third
from reframe.documents.source import Source


def letter(claims: Sequence[ClaimData], source: Source) -> tuple[str, ...]:
    """Return a paragraph for each of the first posts that has something to tell.

    Lines above a mere rewording are preferred; a client who has confirmed nothing yet still
    gets her own words.
    """
    table = source.frames["letter"]
    least = Claim(table["least"]).rank
    above = [claim for claim in claims if strength(claim, source) >= 2 * least]
    found: list[str] = []
    for position in source.posts():
        own = above if of_post(above, position) else claims
        lines = paragraph(position, own, source, part="letter", most=table["lines"])
        if lines and len(found) < table["posts"]:
            found.append(" ".join(lines))
    return tuple(found)


def value_proposition(claims: Sequence[ClaimData], source: Source) -> tuple[CitedData, ...]:
    """Return one to three sentences, the strongest confirmed claims first, each citing its own.

    Without any claim above a rewording there is nothing to propose, and none is returned.
    """
    posts = source.posts()
    raised = [c for c in claims if Claim(c.level).rank >= Claim.DETAIL.rank]
    lines = told(raised, source, most=source.frames["value"]["sentences"], turn=third)
    if not lines or not posts:
        return ()
    join = source.frames["join"]
    first, words = lines[0]
    title = first.title or posts[0].title
    cited = [CitedData(sentence(join["who"], title=title, line=words), (first.number,))]
    for claim, line in lines[1:]:
        cited.append(CitedData(sentence(join["bare"], line=line), (claim.number,)))
    return tuple(cited)


def note(claims: Sequence[ClaimData], source: Source) -> str:
    """Return a short note that introduces the client, says what she did, and asks for a call."""
    posts = source.posts()
    name = plain_name(source.review.resume.name, source.frames)
    if not posts or not name or not posts[0].employer:
        return ""
    frames, join = source.frames["note"], source.frames["join"]
    lines = told(of_post(claims, posts[0]), source, most=frames["lines"])
    if not lines:
        return ""
    opening = frames["opening" if posts[0].current else "opening_past"]
    text = [sentence(opening, name=name, **post_words(posts[0], source))]
    text += [sentence(join["first_person"], line=words) for _, words in lines[:1]]
    text += [sentence(join["also_first"], line=words) for _, words in lines[1:]]
    return " ".join([*text, frames["ask"]])
