"""Identities made of content, so that an answer stays with what it was given for."""

import hashlib
import re
import unicodedata

_WORD = re.compile(r"[a-z0-9]+")


def slug(text: str, *, words: int = 6) -> str:
    """Return the first words of a text in lower-case ASCII, joined by hyphens.

    >>> slug("Senior Analyst, R&D – Zürich")
    'senior-analyst-r-d-zurich'
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return "-".join(_WORD.findall(plain)[:words])


def bullet_id(text: str) -> str:
    """Return a readable identity of a bullet: three words and a digest of the whole.

    Spacing and case do not count; any other change makes another bullet.

    >>> bullet_id("Drafted  compliance documents") == bullet_id("drafted compliance documents")
    True
    """
    folded = " ".join(text.split()).casefold()
    digest = hashlib.sha256(folded.encode()).hexdigest()[:6]
    return f"{slug(text, words=3) or 'bullet'}-{digest}"


def position_id(title: str, employer: str, dates: str) -> str:
    """Return a readable identity of a post; dates tell two stays at one employer apart."""
    digest = hashlib.sha256("|".join((title, employer, dates)).casefold().encode()).hexdigest()[:4]
    return f"{slug(title, words=4) or 'position'}-{digest}"
