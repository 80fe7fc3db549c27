"""How the parser's tests put a bullet: one line per part, as a person would note it down."""

from functools import lru_cache

import spacy

from reframe.core.bullet import ParsedBullet, Segment
from reframe.core.lexicon import Lexicon
from reframe.core.parse import parse
from reframe.tables.lexicon import load_lexicon


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Return the bundled lexicon, loaded once."""
    return load_lexicon()


@lru_cache(maxsize=1)
def _blank() -> spacy.Language:
    return spacy.blank("en")


def read(text: str) -> ParsedBullet:
    """Return a bullet read by its words alone."""
    return parse(_blank()(text), lexicon(), trees=False)


def note(text: str) -> list[str]:
    """Return the parts of a bullet: ``[frame] participation: verb(objects), ... | nouns``."""
    return [_part(segment) for segment in read(text).segments]


def _part(segment: Segment) -> str:
    acts = ", ".join(
        f"{c.verb.lemma}({' '.join(o.text for o in c.objects)})" for c in segment.clauses
    )
    nouns = " ".join(noun.text for noun in segment.nouns)
    frame = f"[{segment.frame}] " if segment.frame else ""
    return f"{frame}{segment.participation}: {' | '.join(x for x in (acts, nouns) if x)}"
