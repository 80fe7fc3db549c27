"""What a word can be: the ways to read it as a verb, and whether it can be something else."""

from dataclasses import replace
from functools import lru_cache

from reframe.core.bullet import VerbForm
from reframe.core.inflect import parts
from reframe.core.lexicon import Lexicon, Reading

_VOWELS = frozenset("aeiou")


@lru_cache(maxsize=16384)
def readings(word: str, lexicon: Lexicon) -> tuple[Reading, ...]:
    """Return the ways to read a word as a verb; empty when it cannot be one.

    The table comes first; then a hyphen or prefix in front of a verb of the table
    ("cross-trained", "reimaged"); then, for -ed and -ing words that no table lists, a guess
    at the lemma, marked ``guessed``.
    """
    low = word.lower().replace("’", "'")
    found = lexicon.readings.get(low) or lexicon.readings.get(word)
    if found:
        return found
    prefixes = lexicon.words("verb_prefixes")
    for prefix, stem in parts(low):
        if prefix.endswith("-") or prefix in prefixes:
            known = lexicon.readings.get(stem, ())
            inner = tuple(r for r in known if not prefix.endswith("-") or r.form != "third")
            if prefix.endswith("-") and not {prefix, prefix.rstrip("-")} & prefixes:
                inner = tuple(r for r in inner if r.form in ("past", "participle", "gerund"))
                if stem in lexicon.words("describing_tails"):
                    inner = ()  # "Portuguese-speaking patients"
            if inner:
                return tuple(
                    replace(r, lemma=prefix + r.lemma, nominal=r.nominal or r.form == "base")
                    for r in inner
                )
    return _lettered(word) or _guess(low)


def can_be(word: str, form: VerbForm, lexicon: Lexicon) -> Reading | None:
    """Return the reading of a word in this form, or None."""
    return next((r for r in readings(word, lexicon) if r.form == form), None)


def _lettered(word: str) -> tuple[Reading, ...]:
    """Read letters that are put into the past with an apostrophe ("QC'd", "CC'd")."""
    letters, mark, ending = word.replace("’", "'").partition("'")
    if ending != "d" or not mark or len(letters) < 2 or not letters.isupper():
        return ()
    lemma = letters.lower()
    return Reading(lemma, "past", nominal=False), Reading(lemma, "participle", nominal=False)


def _guess(low: str) -> tuple[Reading, ...]:
    if not low.isalpha():
        return ()
    if len(low) > 5 and low.endswith("ed") and not low.endswith("eed"):
        lemma = _stem(low[:-2], low.endswith("ied"))
        return (
            Reading(lemma, "past", nominal=True, guessed=True),
            Reading(lemma, "participle", nominal=True, guessed=True),
        )
    if len(low) > 6 and low.endswith("ing"):
        return (Reading(_stem(low[:-3], False), "gerund", nominal=True, guessed=True),)
    return ()


def _stem(stem: str, was_y: bool) -> str:
    """Return the likely lemma of a regular form without its ending.

    >>> _stem("palletiz", False), _stem("swapp", False), _stem("reboot", False)
    ('palletize', 'swap', 'reboot')
    """
    if was_y:
        return stem[:-1] + "y"
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "aeioulsz":
        return stem[:-1]
    if stem[-1] in "cvuz" or stem.endswith(("is", "as", "us", "at", "bl", "dl", "ag", "dg", "rg")):
        return stem + "e"
    return stem
