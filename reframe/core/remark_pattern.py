"""Patterns of words as a coach can write them, and what they become for searching.

Words stand one after another: ``a|b`` is either, ``[a]`` may be missing, ``..`` is up to three
words, ``...`` up to eight, ``#`` a number, ``$`` an amount of money, ``:`` a colon or a dash,
``^`` the start of the line and ``$$`` its end. A hyphen counts as a blank.
"""

import re
from collections.abc import Iterable
from functools import cache

_BETWEEN = r"[\s\-‐‑]*"
_WORD = r"[^\s.;:!?()]+"
_NUMBER = r"(?<!\w)\d[\d,./-]*(?!\w)"
_MONEY = r"(?:[$£€]\s?\d[\d,.]*\s?k?\b|\b\d[\d,.]*\s?(?:usd|gbp|eur|dollars|pounds|lpa|lakhs?)\b)"
_MARKS = {"#": _NUMBER, "$": _MONEY, ":": r"[:–—-]", "^": r"\A\W*", "$$": r"\W*\Z"}
_GAPS = {"..": 3, "...": 8}


@cache
def compiled(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """Return the search for any of some patterns; the text has plain apostrophes.

    >>> bool(compiled(("team player", "[very] hard working|worker")).search("A team-player"))
    True
    >>> bool(compiled(("team player",)).search("Steam player"))
    False
    """
    return re.compile("|".join(f"(?:{_one(p)})" for p in patterns), re.IGNORECASE)


def may_stand(patterns: tuple[str, ...], low: str) -> bool:
    """Whether any of some patterns can stand in a text in lower case: a search costs a hundred
    times what looking for its words does.

    >>> may_stand(("team player",), "a team of six"), may_stand(("team player",), "player, team")
    (False, True)
    """
    for needed in _needed(patterns):  # asked of every line and check: generators take twice long
        for one_of in needed:
            for word in one_of:
                if word in low:
                    break
            else:
                break
        else:
            return True
    return False


@cache
def _needed(patterns: tuple[str, ...]) -> tuple[tuple[list[str], ...], ...]:
    """Return for each pattern the words that it needs, one of each group, the rarest first."""
    return tuple(tuple(sorted(_groups(pattern), key=_rarity)) for pattern in patterns)


def _groups(pattern: str) -> list[list[str]]:
    needed = [token.split("|") for token in pattern.split() if not token.startswith("[")]
    return [words for words in needed if not any(w in _MARKS or w in _GAPS for w in words)]


def _rarity(words: list[str]) -> tuple[int, int]:
    """Order words by how often they are met by chance: few and long ones come first."""
    return len(words), -min(len(word) for word in words)


def _one(pattern: str) -> str:
    return _BETWEEN.join(_token(token) for token in pattern.split()).replace(
        # What an optional word or a gap brings along is its own blank.
        f")?{_BETWEEN}",
        ")?",
    )


def _token(token: str) -> str:
    if token in _GAPS:
        return rf"(?:{_WORD}[\s\-]+){{0,{_GAPS[token]}}}?"
    if token.startswith("[") and token.endswith("]"):
        return f"(?:{_any(token[1:-1].split('|'))}{_BETWEEN})?"
    return _any(token.split("|"))


def _any(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(_MARKS.get(word) or _word(word) for word in words)})"


def _word(word: str) -> str:
    before = r"(?<!\w)" if word[:1].isalnum() else ""
    after = r"(?!\w)" if word[-1:].isalnum() else ""
    return f"{before}{re.escape(word)}{after}"
