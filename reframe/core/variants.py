"""British, American and Canadian spelling: which a résumé keeps, and one word in another's."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Literal

from reframe.core.lexicon import Lexicon
from reframe.core.spelling import Vocabulary
from reframe.core.suggestion import Edit

Locale = Literal["us", "uk", "ca"]
LOCALES: tuple[Locale, ...] = ("us", "uk", "ca")
_WORD = re.compile(r"[^\W\d_]+")
_MANY = 2
"""One word may be a slip; this many are a habit."""


def respelled(low: str, locale: Locale, lexicon: Lexicon, vocabulary: Vocabulary) -> str:
    """Return a word in lower case as a country spells it; the word itself where it does too.

    Words that are a variant in one of their meanings alone ("check", "program", "license") are
    left as they are: letters do not tell which is meant.
    """
    if locale == "us":
        return _american(low, lexicon, vocabulary)
    if locale == "uk":
        return _british(low, lexicon, ize=True)
    kept = lexicon.maps["canadian_american"]
    if low in kept:
        return kept[low]
    found = _american(low, lexicon, vocabulary, only_ize=True)
    if found == low:
        found = _british(low, lexicon, ize=False)
    return low if found in kept else found


def locale_of(texts: Iterable[str], lexicon: Lexicon, vocabulary: Vocabulary) -> Locale | None:
    """Return the country by whose spelling texts are written, or None where nothing tells it.

    British words with "-ize" are Canadian: Oxford spelling reads alike and is kept alike.
    """
    told: Counter[str] = Counter()
    for low, times in Counter(_WORD.findall("\n".join(texts).lower())).items():
        told[_tells(low, lexicon, vocabulary)] += times
    british, american, ize = told["british"], told["american"], told["ize"]
    if british > american:
        return "ca" if ize and british >= _MANY else "uk"
    return "us" if american > british or ize >= _MANY else None


# A résumé says the same words many times over, and is asked for each of them.
@lru_cache(maxsize=16384)
def _tells(low: str, lexicon: Lexicon, vocabulary: Vocabulary) -> str:
    """Return whose spelling a word is: "british", "american", "ize" or anybody's."""
    if _british(low, lexicon, ize=False) != low:
        return "american"
    if _american(low, lexicon, vocabulary) != low:
        return "british"
    return "ize" if _british(low, lexicon, ize=True) != low else ""


@lru_cache(maxsize=16384)
def _american(low: str, lexicon: Lexicon, vocabulary: Vocabulary, *, only_ize: bool = False) -> str:
    stem, ending = _iz_parts(low, "is", lexicon)
    if stem and stem not in lexicon.words("ise_stems") and vocabulary.has(f"{stem}iz{ending}"):
        return f"{stem}iz{ending}"
    for word in lexicon.words("yse_words"):
        if low.startswith(word[:-1]) and low[len(word) - 1 :] in lexicon.words("iz_endings"):
            return f"{word[:-2]}z{low[len(word) - 1 :]}"
    if only_ize:
        return low
    if low in lexicon.maps["spellings"]:
        return lexicon.maps["spellings"][low]
    for word in lexicon.words("our_words"):
        if low.startswith(word):
            return word.removesuffix("our") + "or" + low[len(word) :]
    return low


@lru_cache(maxsize=16384)
def _british(low: str, lexicon: Lexicon, *, ize: bool) -> str:
    if ize:
        stem, ending = _iz_parts(low, "iz", lexicon)
        if stem and stem not in lexicon.words("ize_stems"):
            return f"{stem}is{ending}"
        for word in lexicon.words("yse_words"):
            american = f"{word[:-2]}z"
            if low.startswith(american) and low[len(american) :] in lexicon.words("iz_endings"):
                return f"{word[:-1]}{low[len(american) :]}"
    if low in lexicon.maps["american_british"]:
        return lexicon.maps["american_british"][low]
    for word in lexicon.words("our_words"):
        american = word.removesuffix("our") + "or"
        if low.startswith(american) and low[len(american) :] in {"", *lexicon.words("our_endings")}:
            return word + low[len(american) :]
    base, plural = (low[:-1], "s") if low.endswith("s") else (low, "")
    if base.endswith("er") and f"{base[:-2]}re" in lexicon.words("re_words") and base != "meter":
        return f"{base[:-2]}re{plural}"
    for ending in sorted(lexicon.words("l_endings"), key=len, reverse=True):
        stem = low.removesuffix(ending)
        if stem != low and stem in lexicon.words("l_words"):
            return f"{stem}l{ending}"
    return low


def _iz_parts(low: str, letters: str, lexicon: Lexicon) -> tuple[str, str]:
    """Return what stands before and behind "is" or "iz", or two empty texts."""
    for ending in sorted(lexicon.words("iz_endings"), key=len, reverse=True):
        stem = low.removesuffix(letters + ending)
        if stem != low and len(stem) > 2:
            return stem, ending
    return "", ""


def introduced(
    edits: Sequence[Edit], locale: Locale | None, lexicon: Lexicon, vocabulary: Vocabulary
) -> tuple[Edit, ...]:
    """Return edits whose own words are spelled as the résumé spells; words of the source and of
    answers stay as they were given."""
    if locale in (None, "us"):
        return tuple(edits)
    return tuple(
        replace(
            edit,
            pieces=tuple(
                piece if piece.origin == "source" or piece.origin.startswith("answer:")
                else replace(piece, text=_text_in(piece.text, locale, lexicon, vocabulary))
                for piece in edit.pieces
            ),
        )
        for edit in edits
    )  # fmt: skip


def _text_in(text: str, locale: Locale, lexicon: Lexicon, vocabulary: Vocabulary) -> str:
    def other(found: re.Match[str]) -> str:
        word = found[0]
        if word not in (word.lower(), word.capitalize()):
            return word
        spelled = respelled(word.lower(), locale, lexicon, vocabulary)
        return spelled.capitalize() if word[0].isupper() else spelled

    return _WORD.sub(other, text)
