"""Which form an act stands in, by the tables alone."""

from reframe.core.lexicon import Lexicon
from reframe.core.words import Word


def is_past(word: Word, lexicon: Lexicon) -> bool:
    """Return whether a word is an act in the past, and can be no thing."""
    readings = lexicon.readings.get(word.low, ())
    return any(r.form == "past" for r in readings) and not any(r.nominal for r in readings)


def is_only_past(word: Word, lexicon: Lexicon) -> bool:
    """Return whether a word is an act in the past for certain, and can be nothing else ("cut")."""
    readings = lexicon.readings.get(word.low, ())
    return is_past(word, lexicon) and not any(r.guessed or r.form == "base" for r in readings)
