"""Capitals on several ordinary words at once: "the SEASONAL REPORTS", "Design and Repair of boats"."""

import re
from collections.abc import Iterator, Sequence

from reframe.core.lexicon import Lexicon
from reframe.core.suggestion import Edit, repaired
from reframe.core.words import Word

_LOUD = "An ordinary word needs no capitals."
_LOUD_WORD = re.compile(r"[A-Z]{4,}")
_LOUD_LETTERS = re.compile(r"[A-Z]{4}")
_ROW = 3


def emphasis(text: str, words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Set ordinary words in capitals between small ones in small letters: "the SEASONAL REPORTS".

    A word alone must be a plain noun, of several each an ordinary word and the last a noun:
    letters that stand for something are no word.
    """
    if not _LOUD_LETTERS.search(text):
        return
    nouns = ("plain_nouns", "plain_plurals")
    ordinary = (*nouns, "adjectives", "sure_adjectives")
    kept = lexicon.words("short_forms")
    at = 1
    while at < len(words):
        end = at
        while end < len(words) and _is_loud(words[end]) and words[end].low not in kept:
            end += 1
        run = words[at:end]
        behind = words[end] if end < len(words) else None
        small = words[at - 1].text.islower() and not (
            behind is not None and (behind.text[:1].isupper() or behind.low in {"(", "-", "/"})
        )
        loud = len(run) > 1 and run[-1].low in lexicon.words("loud_nouns")
        named = bool(run) and (loud or lexicon.among(run[-1].low, *nouns))
        if named and small and all(lexicon.among(word.low, *ordinary) for word in run[:-1]):
            for word in run:
                yield repaired(word.start, word.end, word.low, _LOUD)
        at = max(end, at + 1)


def _is_loud(word: Word) -> bool:
    return _LOUD_WORD.fullmatch(word.text) is not None


def act_rows(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Word]:
    """Yield the words of acts in a row and "of": "in Design, Repair and Sale of boats".

    Without "of" they may name departments or courses.
    """
    joints = lexicon.words("row_joints")
    for at, word in enumerate(words[:-1]):
        if word.low != "of" or at < _ROW or not words[at + 1].text.islower():
            continue
        row: list[Word] = []
        here = at - 1
        while here > 0 and _names_act(words[here], lexicon):
            row.append(words[here])
            here -= 1
            if words[here].low not in joints:
                break
            while here > 0 and words[here].low in joints:
                here -= 1
        led = words[row[-1].i - 1].low in lexicon.words("act_row_places") if row else False
        if len(row) > 1 and led:
            yield from reversed([word for word in row if word.text.istitle()])


def _names_act(word: Word, lexicon: Lexicon) -> bool:
    if not word.text.isalpha() or not (word.text.istitle() or word.text.islower()):
        return False
    gerund = any(r.form == "gerund" for r in lexicon.readings.get(word.low, ()))
    return gerund or word.low in lexicon.words("row_acts")


def acts_on_things(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Word]:
    """Yield the name of an act and all that it is done to: "in *Preparation* of *Layout* and
    *Wireframes*"."""
    plain = ("plain_nouns", "plain_plurals")
    for before, act, of in zip(words, words[1:], words[2:], strict=False):
        if of.low != "of" or not act.text.istitle() or not before.text.islower():
            continue
        if not lexicon.among(act.low, "row_acts", *plain):
            continue
        run = [act]
        for word in words[of.i + 1 :]:
            if word.text[:1].isupper():
                run.append(word)
            elif word.low not in {",", "and", "&"}:
                break
        ordinary = all(word.text.istitle() and lexicon.among(word.low, *plain) for word in run[1:])
        if len(run) > 1 and ordinary and words[of.i + 1] is run[1]:
            yield from run


def tail_acts(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Word]:
    """Yield the act behind a name that another in small letters is joined to: "Oak Till *Design* and
    upkeep"."""
    acts = lexicon.words("row_acts")
    for name, act, joint, other in zip(words, words[1:], words[2:], words[3:], strict=False):
        if act.text.istitle() and act.low in acts and joint.low in {"and", "&"}:
            named = name.i > 0 and name.text[:1].isupper() and not name.mark
            if named and other.text.islower() and other.low in acts:
                yield act
