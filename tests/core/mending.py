"""How the tests of mechanics put a line: as it stands when all that is certain is repaired."""

from reframe import apply
from reframe.core.mechanics import Habits, repair, told
from reframe.tables.spelling import load_vocabulary
from tests.core.reading import lexicon

VOCABULARY = load_vocabulary()


def mended(text: str, **habits) -> str:
    """Return a line with its repairs, which replay, and of which each tells its reason."""
    found = repair(text, lexicon(), VOCABULARY, habits=Habits(**habits))
    assert apply(text, found.edits) == found.text
    assert all(edit.why for edit in found.edits)
    return found.text


def doubts(text: str) -> tuple[str, ...]:
    """Return what is told to a coach of what is not certain."""
    return told(repair(text, lexicon(), VOCABULARY).doubts, lexicon())
